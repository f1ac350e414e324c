"""The shared Python of the dashboard. Only ``frame`` and ``figure`` know Streamlit; the rest is plain."""

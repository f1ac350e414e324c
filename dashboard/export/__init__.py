"""What readers take out of the dashboard: pictures, rows, spreadsheets, packs, documents and slides.

Nothing here knows Streamlit: each function takes figures as ``taken.Taken`` and gives bytes.
"""

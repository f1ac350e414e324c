"""What shall go into the report? Figures picked from any page, in order, with words of one's own, as Word or slides."""

import streamlit as st

from dashboard.frame import open_page

PATH = "pages/briefing.py"
with open_page(PATH, "What shall go into the report?") as page:
    st.markdown("soon")

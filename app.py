"""At a glance: where inequality is greatest, whether promises are kept, and how sure we are."""

import streamlit as st

from dashboard.frame import open_page

with open_page("app.py", "Mental health inequality at a glance") as page:
    st.markdown("…")

"""The floor of a page: one question, one text, one chart, and nothing else."""

import streamlit as st

asked = st.query_params.get("district", "all")
district = st.selectbox("Area", list(dict.fromkeys(["all", "Rugby", asked])))
st.markdown(district)
st.vega_lite_chart(spec={"data": {"values": [{"area": district, "people": 1}]}, "mark": "bar",
                         "encoding": {"x": {"field": "area"}, "y": {"field": "people"}}})

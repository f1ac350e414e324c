"""The floor of a page: one question, one text, one chart, and nothing else."""

import streamlit as st

district = st.query_params.get("district", "all")
st.selectbox("Area", ["all", district])
st.markdown(district)
st.vega_lite_chart(spec={"data": {"values": [{"area": district, "people": 1}]}, "mark": "bar",
                         "encoding": {"x": {"field": "area"}, "y": {"field": "people"}}})

"""The floor of a map: one question and the map page's own map, and nothing else."""

import streamlit as st

from dashboard import views
from dashboard.boundaries import LEVELS
from dashboard.filters import Filters, resolve
from dashboard.registry import load_registry
from dashboard.store import Store


@st.cache_resource
def pictured(_store: Store, name: str) -> object:
    """The map of an indicator with the choices that the map page opens with; the store is the same for all."""
    coverage = _store.query("coverage", indicator=name).to_dict("records")
    cut = resolve(coverage, Filters(indicator=name), tuple(LEVELS))
    view = views.map_view(_store, load_registry()[name], cut, "all", "light")
    return views.map_graphic(view, "", False, None)


store = st.cache_resource(Store.open)()
chosen = st.selectbox("Indicator", ["imd", "imd_crime"], format_func=lambda name: load_registry()[name].label)
st.pydeck_chart(pictured(store, chosen), height=540, key="map")

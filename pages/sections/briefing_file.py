"""The file of a briefing: made in the background with its progress, stopped on wish, and taken away."""

from collections.abc import Sequence

import streamlit as st

from dashboard import reader
from dashboard.basket import Pick, Words
from dashboard.export.making import Making, Request
from dashboard.frame import Page
from dashboard.text import file_name, plain

MAKING = "making"
KINDS = {"docx": "Word document", "pptx": "slides"}
MIME = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation"}
EVERY = 0.5  # seconds between two looks at the work


def start(request: Request) -> None:
    """Start making a file in place of what was being made."""
    if st.session_state.get(MAKING):
        st.session_state[MAKING].stop()
    st.session_state[MAKING] = Making.start(request)


def draw_making(page: Page, title: str, introduction: str, picks: Sequence[Pick], words: Sequence[Words]) -> None:
    """The buttons that start the work, and how far it is."""
    requests = {kind: Request(kind, title, introduction, tuple(picks), tuple(words), reader.base_address(),
                              page.store.data_version, page.store) for kind in KINDS}
    with st.container(horizontal=True, key="make"):
        for kind, name in KINDS.items():
            st.button(f"Make the {name}", key=f"make-{kind}", type="primary" if kind == "docx" else "secondary",
                      on_click=start, args=(requests[kind],))
    making: Making | None = st.session_state.get(MAKING)
    if making is not None and making.request in requests.values():
        draw_done(making) if making.over else draw_under_way()


@st.fragment(run_every=EVERY)
def draw_under_way() -> None:
    """How far the work is, with a button that stops it."""
    making: Making = st.session_state[MAKING]
    if making.over:
        st.rerun()
    st.progress(making.done / max(1, making.total), plain(making.saying))
    st.button("Stop", on_click=making.stop)


def draw_done(making: Making) -> None:
    """The file, or why there is none."""
    kind = making.request.kind
    if making.failure:
        st.info(making.failure)
        return
    file = making.file
    assert file is not None  # it is over and has not failed
    st.download_button(f"Download the {KINDS[kind]} ({len(file) / 1e6:.1f} MB)", file, mime=MIME[kind],
                       on_click="ignore", type="primary", key="download-briefing", icon=":material/download:",
                       file_name=file_name("briefing", making.request.title[:60],
                                           f"data-{making.request.version}") + f".{kind}")

"""What is sent again is, message for message, what was drawn, wherever on the page it stands."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest

from dashboard import still

PAGE = '''
import streamlit as st
from dashboard.still import still

def draw():
    st.header("A finding", anchor="finding")
    for column, word in zip(st.columns(2), ("left", "right")):
        with column, st.container(border=True, key=f"card-{word}"):
            st.markdown(word)
            still("inner " + word, lambda: st.markdown("inside " + word))
    st.vega_lite_chart({"data": {"values": [{"a": 1}]}, "mark": "bar"}, key="chart", alt="One bar")
    st.table({"a": [1, 2]})

for _ in range(st.session_state.get("before", 0)):
    st.markdown("something above")
with st.container(key="around"):
    still("part", draw)
    st.markdown("below")
st.markdown("last")
'''


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    still._parts.clear()
    yield
    still._parts.clear()


def sent(app: AppTest) -> list[ForwardMsg]:
    """Every message of a run that puts something on the page, with its path."""
    messages: list[ForwardMsg] = []
    enqueue = ScriptRunContext.enqueue

    def noted(run: ScriptRunContext, message: ForwardMsg) -> None:
        enqueue(run, message)
        if message.WhichOneof("type") == "delta":
            messages.append(message)

    with patch.object(ScriptRunContext, "enqueue", noted):
        app.run()
    return messages


def test_a_part_sent_again_is_the_part_that_was_drawn() -> None:
    app = AppTest.from_string(PAGE)
    drawn, again = sent(app), sent(app)
    # The block around, a heading, a row of two columns, a card with two texts in each, a chart, a table, two texts.
    assert len(drawn) == 1 + 1 + 3 + 6 + 1 + 1 + 2
    assert [message.SerializeToString(deterministic=True) for message in again] == \
        [message.SerializeToString(deterministic=True) for message in drawn]


def test_a_part_moves_with_what_stands_above_it() -> None:
    app = AppTest.from_string(PAGE)
    drawn = sent(app)
    app.session_state["before"] = 2
    moved = sent(app)[2:]
    for was, now in zip(drawn, moved, strict=True):
        first, *rest = list(was.metadata.delta_path)[1:]
        assert list(now.metadata.delta_path)[1:] == [first + 2, *rest]
        assert now.hash == was.hash
    assert [text.value for text in app.markdown] == [
        "something above", "something above", "left", "inside left", "right", "inside right", "below", "last"]


def test_another_reader_gets_the_part_too_and_it_is_drawn_once() -> None:
    counted = PAGE.replace("def draw():", "def draw():\n    import builtins\n    builtins.drawn = "
                           "getattr(builtins, 'drawn', 0) + 1")
    first, second = AppTest.from_string(counted).run(), AppTest.from_string(counted).run()
    assert [text.value for text in first.markdown] == [text.value for text in second.markdown]
    import builtins
    assert vars(builtins).pop("drawn") == 1


def test_a_part_inside_a_part_is_kept_with_that_one_only() -> None:
    AppTest.from_string(PAGE).run()
    assert list(still._parts) == ["part"]
    assert still._parts.currsize == sum(message.ByteSize() for message in still._parts["part"].messages) > 0


def test_a_part_that_stops_half_way_is_not_kept() -> None:
    app = AppTest.from_string(PAGE.replace('st.table({"a": [1, 2]})', "st.stop()")).run()
    assert "part" not in still._parts
    assert not still._parts
    assert [text.value for text in app.markdown][:2] == ["left", "inside left"]


@pytest.mark.parametrize("pressed", ['st.button("Press")', 'st.selectbox("Choose", [1, 2])', 'st.text_input("Write")',
                                     'st.download_button("Take", b"")'])
def test_nothing_that_can_be_pressed_may_be_in_a_part(pressed: str, caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_string(PAGE.replace('st.table({"a": [1, 2]})', pressed)).run()
    assert app.exception
    assert "draw it outside of the part" in caplog.text

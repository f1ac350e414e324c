"""What a page draws: the rows of a chart, and the cards that a reader has opened."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
from streamlit.testing.v1 import AppTest


def rows(app: AppTest, chart: int = 0) -> list[dict[str, Any]]:
    """Everything a chart draws, over all its layers."""
    proto = app.get("vega_lite_chart")[chart].proto
    inline = json.loads(proto.spec).get("datasets", {})
    return [row for part in proto.datasets for row in pa.ipc.open_stream(part.data.data).read_all().to_pylist()] + \
        [row for part in inline.values() for row in part]


def unfolded(app: AppTest) -> AppTest:
    """The page with the table and downloads of every figure open, as a reader opens them."""
    for figure in [header.proto.anchor for header in app.header]:
        app.session_state[f"table-{figure}"] = True
    return app.run()

"""What a page draws: the rows of a chart, the ways to other views, and the cards that a reader has opened."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pandas as pd
import pyarrow as pa
from streamlit.testing.v1 import AppTest

LINK = re.compile(r"\[((?:\\.|[^\[\]\\]|\[[^\]]*\])*)\]\(([^)\s]*)\)")  # the label may hold a badge, in brackets itself


class Way(NamedTuple):
    """Where a link leads: the page's name ("" for the first), its choices, and the part of it."""

    page: str
    query: str
    part: str = ""


def ways(app: AppTest) -> dict[str, Way]:
    """All ways to views of the dashboard, in menus and in text, by their words."""
    found = {link.proto.label: Way(link.proto.page, link.proto.query_string) for link in app.get("page_link")}
    links = [(entry.text or "", entry.attrib["href"]) for entry in menu(app)]
    for label, address in (*links, *(link for text in app.markdown for link in LINK.findall(text.value))):
        if "://" not in address and not address.startswith("#"):
            rest, _, part = address.partition("#")
            page, _, query = rest.partition("?")
            found[label] = Way(page.strip("./"), query, part)
    return {re.sub(r"[\\*]", "", label): way for label, way in found.items()}


def menu(app: AppTest) -> list[Element]:
    """The links of the menu; none on a page without one."""
    texts = [part.proto.body for part in app.get("html") if part.proto.body.startswith("<nav")]
    return [link for text in texts for link in ElementTree.fromstring(text).iter("a")]


def rows(app: AppTest, chart: int = 0) -> list[dict[str, Any]]:
    """Everything a chart draws, over all its layers."""
    proto = app.get("vega_lite_chart")[chart].proto
    inline = json.loads(proto.spec).get("datasets", {})
    return [row for part in proto.datasets for row in pa.ipc.open_stream(part.data.data).read_all().to_pylist()] + \
        [row for part in inline.values() for row in part]


def unfolded(app: AppTest) -> AppTest:
    """The page with the table and downloads of every figure open, as a reader opens them."""
    app.query_params["open"] = [header.proto.anchor for header in app.header if header.proto.anchor]
    return app.run()


class _Cells(HTMLParser):
    """The words of an HTML table, row by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


def tables(app: AppTest) -> list[pd.DataFrame]:
    """The tables that stand open in cards, as a reader sees them: every cell in words."""
    found = [_Cells(part.proto.body).rows for part in app.get("html") if "<table>" in part.proto.body]
    return [pd.DataFrame(rows, columns=head) for head, *rows in found]

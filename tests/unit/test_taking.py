"""What a card offers: addresses that open again, texts for the clipboard, and the figure's place in a briefing."""

from __future__ import annotations

import pytest

from dashboard import taking
from dashboard.figure import Figure
from dashboard.filters import Filters
from dashboard.frame import open_store
from dashboard.gather import gather
from dashboard.page import Page

BASE = "https://example.org/mental-health/"


def page(path: str, **choices: str) -> Page:
    """A page of the app that nobody looks at."""
    return Page(path, "A title", Filters().set(**choices), open_store(), "light", phone=False)


def figure(of: Page) -> Figure:
    """The first figure of a page."""
    return next(iter(gather(of.path, of.filters, of.store).figures.values()))


@pytest.mark.parametrize(("path", "choices", "address"), [
    ("app.py", {}, "?data={version}#where"),
    ("app.py", {"district": "E07000220"}, "?district=E07000220&data={version}#where"),
    ("pages/funding.py", {"per": "child"}, "funding?per=child&data={version}#by-funder")])
def test_a_figure_s_address_is_absolute_and_names_its_data(path: str, choices: dict[str, str], address: str) -> None:
    opened = page(path, **choices)
    found = taking.taken(opened, figure(opened), BASE)
    assert found.link == BASE + address.format(version=opened.store.data_version)


def test_the_code_to_embed_a_figure_names_it_and_is_safe_in_html() -> None:
    code = taking.embedding(page("pages/funding.py", district="E08000026"), BASE, "by-funder")
    assert code == (f'<iframe src="{BASE}present?district=E08000026&amp;of=funding&amp;figure=by-funder&amp;embed=true"'
                    ' title="Funding" width="100%" height="640" style="border:0"></iframe>')


def test_the_clipboard_takes_link_code_table_and_sentence() -> None:
    opened = page("pages/funding.py")
    found = figure(opened)
    copies = taking.copies(opened, taking.taken(opened, found, BASE), BASE, "2026-11-22")
    assert [copy["label"] for copy in copies] == ["link", "code to embed it", "table", "sentence with its source"]
    assert copies[2]["text"].splitlines()[0].split("\t")[0] == next(iter(found.table()))
    assert copies[2]["html"].startswith("<table")
    assert found.title in copies[3]["text"]
    assert "accessed 22 November 2026" in copies[3]["text"]


def test_a_table_offers_no_picture_and_a_chart_does() -> None:
    opened = page("pages/funding.py")
    figures = gather(opened.path, opened.filters, opened.store).figures

    def endings(name: str) -> list[str]:
        return [offer.ending for offer in taking.offers(opened, figures[name],
                                                        taking.taken(opened, figures[name], BASE))]

    assert endings("by-funder") == ["png", "svg", "csv", "xlsx", "zip"]
    assert endings("lines") == ["csv", "xlsx", "zip"]

"""The key of a map as HTML: words, colours and the chosen area's mark, with nothing of ours taken for markup."""

from __future__ import annotations

from xml.etree import ElementTree

from dashboard.html_legend import html_legend
from dashboard.scales import Legend

KEY = (("under 20%", "#eaecb1"), ("20 to 40%", "#a9d891"), ("not published", "#d9d9d9"))


def test_each_class_is_a_swatch_of_its_colour_over_its_words() -> None:
    entries = list(ElementTree.fromstring(html_legend(Legend(KEY))))
    assert ["".join(entry.itertext()) for entry in entries] == ["under 20%", "20 to 40%", "not published"]
    assert [swatch.attrib["style"] for entry in entries for swatch in entry] == [
        "border-top-color: #eaecb1", "border-top-color: #a9d891", "border-top-color: #d9d9d9"]


def test_only_the_class_of_the_chosen_area_is_marked() -> None:
    entries = ["".join(entry.itertext()) for entry in ElementTree.fromstring(html_legend(Legend(KEY, chosen=1)))]
    assert entries == ["under 20%", "20 to 40%▲ chosen area", "not published"]


def test_words_with_signs_of_html_stay_words() -> None:
    entry, = ElementTree.fromstring(html_legend(Legend((("<5 & over", "#000000"),))))
    assert "".join(entry.itertext()) == "<5 & over"

"""Pictures of figures: drawn without a browser, complete, the same each time, and whole whatever the words are."""

from __future__ import annotations

import re
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from xml.etree import ElementTree

import altair as alt
import pandas as pd
import pytest

from dashboard.export import chart
from dashboard.export.chart import draw
from dashboard.export.lettering import shorten, width_of, wrap
from dashboard.export.picture import NoPicture, chart_png, is_drawn, png, svg
from dashboard.export.sheet import xlsx
from dashboard.export.taken import Taken
from dashboard.text import LICENCES
from tests.taken import BAD, EMOJI, RIGHT_TO_LEFT, awful, everything, of_page, taken

SVG = "{http://www.w3.org/2000/svg}"
BARS = alt.Chart(pd.DataFrame({"a": ["x ◆ ✓", "y"], "b": [1, 2]})).mark_bar().encode(x="b:Q", y="a:N").properties(
    height=80)


def words(content: bytes) -> str:
    """All the text of a picture, its lines joined."""
    return " ".join(" ".join("".join(text.itertext()) for text in ElementTree.fromstring(content).iter(f"{SVG}text")
                             ).split())


def size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def squeezed(text: str) -> str:
    """Text without its spaces, because long words and addresses are broken over lines."""
    return re.sub(r"\s", "", text)


def test_every_figure_of_every_page_has_a_whole_picture_with_all_that_goes_with_it() -> None:
    drawn = [one for one in everything() if is_drawn(one.figure)]
    assert len(drawn) >= 38
    for one in drawn:
        content = svg(one)
        root, text = ElementTree.fromstring(content), squeezed(words(content))
        figure, label = one.figure, f"{one.page}, {one.figure.id}"
        for part in (figure.title, figure.subtitle, *(f"{name}: {choice}" for name, choice in one.choices.items()),
                     *(note.translate(chart.SIMILAR) for note in one.notes),
                     *(source.publisher for source in one.sources),
                     *(LICENCES[source.licence] for source in one.sources), f"Data version {one.version}", one.link):
            assert squeezed(part) in text, f"{label}: {part}"
        assert root.attrib["width"] == "800"
        assert root.findtext(f"{SVG}title") == figure.title
        assert root.findtext(f"{SVG}desc") == figure.alt_text
        identifiers = [part.attrib["id"] for part in root.iter() if "id" in part.attrib]
        assert len(set(identifiers)) == len(identifiers), label
        assert set(re.findall(rb"url\(#([^)]+)\)", content)) <= {name.encode() for name in identifiers}, label
        assert b"<image" not in content
        assert not re.search(rb'href="(?!https://dashboard\.example\.org/)', content), label


def test_a_figure_of_rows_has_no_picture_and_says_so_in_a_sentence() -> None:
    with pytest.raises(NoPicture, match=r"^“Coventry is highest” is a table, so there is no picture of it"):
        svg(taken())
    with pytest.raises(NoPicture):
        png(taken())
    assert chart_png(taken().figure) is None


def test_the_png_is_the_picture_at_twice_its_size() -> None:
    one = taken(graphic=BARS)
    height = int(ElementTree.fromstring(svg(one)).attrib["height"])
    assert size(png(one)) == (1600, 2 * height)
    assert size(png(one, scale=1)) == (800, height)


def test_the_bare_chart_has_the_width_asked_for_and_no_words_around_it() -> None:
    figure = of_page("pages/people.py")["ages"].figure
    content = chart_png(figure, width=600)
    assert content is not None
    assert size(content)[0] == 1200
    assert size(content)[1] == pytest.approx(2 * 410, abs=60)


def test_a_chart_is_as_wide_as_asked_with_its_axes() -> None:
    for width in (500, 900):
        assert draw(BARS.to_dict(), width, "a").width == width


def test_a_chart_of_charts_is_made_smaller_to_fit() -> None:
    wide = alt.hconcat(*[BARS.properties(width=500)] * 3)
    content = svg(taken(graphic=wide))
    scale = re.search(rb"scale\((0\.\d+)\)", content)
    assert scale is not None
    assert float(scale[1]) == pytest.approx(752 / draw(wide.to_dict(), 752, "a").width, abs=0.001)


def test_nothing_is_fetched_from_elsewhere() -> None:
    far = alt.Chart("https://example.org/rows.csv").mark_bar().encode(x="a:Q")
    with pytest.raises(ValueError, match=r"(?i)not allowed|allowed_base_urls|access"):
        draw(far.to_dict(), 400, "a")


def test_signs_that_the_face_lacks_are_drawn_as_similar_ones() -> None:
    text = words(svg(taken(graphic=BARS, title="Met ✓")))
    assert "x ♦ √" in text
    assert "Met √" in text
    assert not set(text) & set(map(chr, chart.SIMILAR))


def test_awful_words_are_shown_as_they_are_and_break_nothing() -> None:
    one = replace(awful(), figure=replace(awful().figure, graphic=BARS))
    text = words(svg(one))
    shown = " ".join(BAD.replace("\x0b", "").replace("\x1f", "").split())
    assert f"=Finding {shown}" in text
    assert EMOJI in text
    assert RIGHT_TO_LEFT in text
    assert "long…" in text
    assert len(text) < 4000
    assert png(one).startswith(b"\x89PNG")


def test_two_at_once_give_the_same_bytes_as_one_after_the_other() -> None:
    def all_of(one: Taken) -> tuple[bytes, bytes, bytes]:
        return svg(one), png(one), xlsx(one)

    figures = [of_page("pages/trends.py")["trend"], of_page("pages/people.py")["fifths"]]
    first = [all_of(one) for one in figures]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(all_of, figures * 2)) == first * 2


def test_lines_break_between_words_and_inside_a_word_that_is_too_wide() -> None:
    assert wrap("aaa bbb ccc", width_of("aaa bbb", 10), 10) == ["aaa bbb", "ccc"]
    assert wrap("a" * 10, width_of("aaaa", 10), 10) == ["aaaa", "aaaa", "aa"]
    assert wrap("", 100, 10) == []


@pytest.mark.parametrize(("text", "thousandths"), [
    ("Hello", 722 + 556 + 222 + 222 + 556), ("1,204%", 556 * 4 + 278 + 889), ("עכ", 1200), ("漢", 1000),
    ("e\u0301", 556)])
def test_words_are_as_wide_as_in_the_face(text: str, thousandths: int) -> None:
    assert width_of(text, 1000) == pytest.approx(thousandths)


def test_long_text_is_cut_between_words_and_marked() -> None:
    assert shorten("one two three", 9) == "one two…"
    assert shorten("one\n two", 9) == "one two"
    assert shorten("x" * 20, 9) == "x" * 8 + "…"

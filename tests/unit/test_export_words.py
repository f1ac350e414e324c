"""Citations, file names and packs: what a report needs beside the picture."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import product

import openpyxl
import pandas as pd
import pytest

from dashboard.export.citation import citation, sentence
from dashboard.export.naming import file_name, period
from dashboard.export.pack import pack
from tests.taken import BAD, TODAY, awful, everything, of_page, taken

WINDOWS = {"con", "prn", "aux", "nul", *(f"com{number}" for number in range(1, 10)),
           *(f"lpt{number}" for number in range(1, 10))}


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files of a pack."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


# Citations


def test_a_source_is_cited_as_councils_do() -> None:
    assert citation(taken(), TODAY) == (
        "Ministry of Housing, Communities and Local Government (2025) English Indices of Deprivation 2025, as shown in "
        "Mental health in Coventry and Warwickshire (dashboard), page “Gaps”, data version 92e851abd1, available at: "
        "https://dashboard.example.org/gaps?district=E07000220#groups (accessed 22 November 2026).")


def test_each_source_is_cited_once_and_one_without_a_date_says_so() -> None:
    words = citation(taken(sources=("iod_2025", "iod_2019", "iod_2025", "mha_detentions_2023_24")), TODAY)
    assert words.startswith("Ministry of Housing, Communities and Local Government (2025) English Indices of "
                            "Deprivation 2025; Ministry of Housing, Communities and Local Government (2019) ")
    assert words.count("Deprivation 2025") == 1
    assert "NHS England (no date) Mental Health Act Statistics" in words


def test_the_sentence_holds_finding_measure_and_citation() -> None:
    assert sentence(taken(), TODAY) == (
        f"Coventry is highest. Share of adults, Coventry, 2024/25. Source: {citation(taken(), TODAY)}")


# File names


def test_names_say_page_figure_measure_area_period_and_version() -> None:
    assert file_name(taken(), "png") == "gaps_groups-share-of-adults_rugby_2024-25_data-92e851abd1.png"
    assert file_name(of_page("pages/trends.py", district="E07000220")["trend"], "csv").startswith(
        "trends_trend-recovery-after-talking-therapies_rugby_2017-18-to-2024-25_data-")


@pytest.mark.parametrize(("subtitle", "expected"), [
    ("Share · Rugby · April 2024 to March 2025", "2024-25"), ("Share · April 2017 to March 2025", "2017-18 to 2024-25"),
    ("Share · Rugby · 2025", "2025"), ("Share · Census 2011 and 2021", "2011 to 2021"),
    ("Staff · March 2022 and June 2022", "2022-03 to 2022-06"), ("Share · Q4 2021/22", "2021-22-q4"),
    ("Share · 2019 · by district", "2019"), ("Share · Rugby", "")])
def test_the_period_is_read_from_the_sub_title_so_that_it_sorts(subtitle: str, expected: str) -> None:
    assert period(taken(subtitle=subtitle)) == expected


def test_the_period_is_else_read_from_the_rows() -> None:
    rows = pd.DataFrame({"period": ["2023/24", "2021/22", None, "2022/23"]})
    assert period(taken(subtitle="Share · newest", data=rows, columns={})) == "2021-22 to 2023-24"


def test_names_are_short_and_allowed_on_every_system() -> None:
    pages = [awful(), taken(id="con", subtitle="", title="x"), replace(taken(), page="con"), *everything()]
    for one, ending in product(pages, ("png", "xlsx")):
        name = file_name(one, ending)
        assert len(name) <= 100
        assert name.endswith(f"data-{one.version}.{ending}")
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
        assert name.count(".") == 1
        assert name.split(".")[0] not in WINDOWS


def test_no_two_figures_have_the_same_name() -> None:
    names = [file_name(one, "png") for one in everything()]
    assert len(set(names)) == len(names) >= 45


# Packs


def test_the_pack_of_a_figure_is_flat_and_complete() -> None:
    one = of_page("pages/inequality_gaps.py")["groups"]
    files = unzipped(pack([one], TODAY))
    stem = file_name(one, "xlsx").removesuffix(".xlsx")
    assert list(files) == [f"{stem}.{ending}" for ending in ("png", "svg", "csv", "xlsx", "txt")]
    assert files[f"{stem}.png"].startswith(b"\x89PNG")
    words = files[f"{stem}.txt"].decode("utf-8-sig")
    for part in (one.figure.title, one.figure.subtitle, one.figure.alt_text, *one.figure.notes, citation(one, TODAY),
                 one.link, one.version, *(f"{label}: {choice}" for label, choice in one.choices.items()),
                 *(source.url for source in one.sources)):
        assert part in words
    assert openpyxl.load_workbook(io.BytesIO(files[f"{stem}.xlsx"]))["Cover"]["A1"].value == one.figure.title


def test_the_pack_of_a_page_has_a_folder_for_each_figure_and_says_where_there_is_no_picture() -> None:
    figures = list(of_page("pages/inequality_gaps.py").values())
    files = unzipped(pack(figures, TODAY))
    folders = list(dict.fromkeys(name.split("/")[0] for name in files if "/" in name))
    assert folders == ["01_gaps_groups", "02_gaps_measures"]
    listed = files["read-me.txt"].decode("utf-8-sig")
    assert all(part in listed for one in figures for part in (one.figure.title, one.figure.subtitle))
    drawn, table = ([name for name in files if name.startswith(folder)] for folder in folders)
    assert (len(drawn), len(table)) == (5, 3)
    words = next(files[name] for name in table if name.endswith(".txt")).decode("utf-8-sig")
    assert "there is no picture, because the figure is a table" in words


def test_the_same_figure_twice_in_a_pack_keeps_both() -> None:
    assert len(unzipped(pack([taken(), taken()], TODAY))) == 1 + 2 * 3


def test_the_same_pack_has_the_same_bytes_and_awful_words_survive_it() -> None:
    assert pack([awful()], TODAY) == pack([awful()], TODAY)
    words = next(content for name, content in unzipped(pack([awful()], TODAY)).items() if name.endswith(".txt"))
    assert BAD in words.decode("utf-8-sig").replace("\r\n", "\n")


def test_a_pack_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="a pack needs a figure"):
        pack([])

"""The answers to "can I see this figure by … and by …?": true, plain, and leading to where it can be seen."""

from __future__ import annotations

import pytest

from dashboard.availability import Matrix, matrix
from dashboard.availability_words import Answer, answer
from dashboard.choices import PAGES
from dashboard.filters import Filters
from dashboard.registry import load_registry
from dashboard.store import Store


@pytest.fixture(scope="module")
def cells(store: Store) -> Matrix:
    """The whole matrix."""
    return matrix(store)


@pytest.fixture(scope="module")
def mapped(store: Store) -> set[str]:
    """The indicators that a map can show."""
    return set(store.query("mapped_indicators")["indicator"])


def ask(cells: Matrix, mapped: set[str], code: str, area: str, group: str) -> Answer:
    return answer(cells, code, area, group, mapped)


@pytest.mark.parametrize(("question", "finding", "words"), [
    (("tt_recovery", "district", "ethnic_group"), "by ethnic group, but not by district",
     ("**By district: no, not published at this level.** The yearly report has England,",
      "Who holds it: NHS England;",
      "**By ethnic group: yes.** Coventry and Warwickshire together, the NHS Midlands region and England",
      "the first 2017/18, the last 2024/25",
      "**By ethnic group, 2020/21: no; it is published, but not in this product yet.** Published but left out")),
    (("imd", "district", "all"), "yes, by district", ("**By district: yes.** All 6 districts: 2015, 2019 and 2025.",)),
    (("residents_most_deprived_fifth", "district", "ethnic_group"), "yes, by district and by ethnic group at once",
     ("**By district and by ethnic group at once: yes.** All 6 districts: 2021.",)),
    (("cyp_access", "district", "ethnic_group"), "neither by district nor by ethnic group",
     ("**By district: no; it is published, but not in this product yet.** NHS England's Mental Health Bulletin",)),
    (("persistent_absence", "district", "all"), "in part by district",
     ("**By district: in part.** 1 of 6 districts (Coventry): 9 periods, the first 2015/16, the last 2024/25.",
      "**The other districts: no, not published at this level.**",
      "**By district, 2019/20: no, it was not collected.**")),
    (("depression_modelled", "district", "deprivation_decile"),
     "by district or by deprivation, but not both at once",
     ("**By deprivation: yes.** The West Midlands and England: 2019/20.",
      "**Both at once: no, not published at this level.**")),
    (("population", "lsoa", "sex"), "as another figure by neighbourhood and by sex",
     ("**By sex: no, but as another figure.** Residents by age, sex,",)),
    (("wellbeing_anxiety", "country", "sex"), "for England, but not by sex",
     ("**For England: yes.** 12 periods, the first 2011/12, the last 2022/23.",
      "**By sex: no; it is not in this product, and we have not found it published.**",
      "Who would know: Office for National Statistics.")),
    (("cyp_adult_ward_bed_days", "icb", "all"), "yes, for Coventry and Warwickshire together",
     ("9 periods (the first April to June 2016, the last July to September 2021): no, it is suppressed.",
      "**After January to March 2022: no; it is published, but not in this product yet.**"))])
def test_a_question_gets_a_plain_answer(question: tuple[str, str, str], finding: str, words: tuple[str, ...],
                                        cells: Matrix, mapped: set[str]) -> None:
    found = ask(cells, mapped, *question)
    assert found.finding == finding
    for part in words:
        assert part in "\n".join(found.lines)


def test_suppressed_figures_are_counted_in_the_answer(cells: Matrix, mapped: set[str]) -> None:
    lines = "\n".join(ask(cells, mapped, "detentions", "icb", "age_band").lines)
    cell = cells["detentions", "icb", "age_band"]
    assert cell.suppressed
    assert f"{cell.suppressed} of {cell.figures} figures are suppressed" in lines


def test_every_question_has_an_answer_and_links_that_work(cells: Matrix, mapped: set[str]) -> None:
    for code, area, group in cells:
        if group not in ("all", "ethnic_group") and area != "icb":
            continue
        found = ask(cells, mapped, code, area, group)
        text = "\n".join(found.lines)
        assert found.finding
        assert found.lines, (code, area, group)
        assert ".." not in text, (code, area, group)
        assert "not known" not in text
        for way in found.ways:
            assert way.page in PAGES
            Filters().set(**way.choices)
            assert way.choices.get("indicator", code) in load_registry()
        assert found.ways[-1].choices == {"section": "indicators", "indicator": code}


@pytest.mark.parametrize(("question", "page", "choices"), [
    (("imd", "ward", "all"), "pages/inequality_map.py", {"indicator": "imd", "level": "ward25"}),
    (("tt_recovery", "icb", "sex"), "pages/inequality_gaps.py", {"indicator": "tt_recovery", "dimension": "sex"}),
    (("tt_recovery", "lsoa", "all"), "pages/trends.py", {"indicator": "tt_recovery"}),  # the nearest there is
    (("population", "lsoa", "sex"), "pages/people.py", {}),
    (("ehcp_semh", "county", "age_band"), "pages/data_and_sources.py", {"section": "tables", "table": "ehcp"}),
    (("imd", "district", "ethnic_group"), "pages/data_and_sources.py",
     {"section": "availability", "indicator": "residents_most_deprived_fifth"})])
def test_an_answer_leads_to_where_it_can_be_seen(question: tuple[str, str, str], page: str, choices: dict[str, str],
                                                 cells: Matrix, mapped: set[str]) -> None:
    ways = ask(cells, mapped, *question).ways
    assert [way for way in ways if way.page == page and choices.items() <= dict(way.choices).items()]

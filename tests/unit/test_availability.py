"""What can be filtered: every blank has a reason and a holder, and what is held is what the data have."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from dashboard.availability import Cell, Matrix, later, matrix
from dashboard.availability_rules import AREAS, DIMENSIONS, GROUPS, REASONS, Blank, load_rules
from dashboard.availability_tables import held_and_all, mark, marks, matrix_csv, of_theme, one_indicator
from dashboard.availability_words import NEAREST
from dashboard.catalogue import load_tables
from dashboard.choices import PAGES, TOGGLES
from dashboard.registry import RegistryError, load_groups, load_registry, load_sources
from dashboard.store import Store

QUARTERS, SERIES = 4, 4  # quarters of a year; periods from which on a series is one of every year or quarter


@pytest.fixture(scope="module")
def cells(store: Store) -> Matrix:
    """The whole matrix."""
    return matrix(store)


def test_the_matrix_has_every_indicator_area_and_group(cells: Matrix) -> None:
    assert list(cells) == list(product(load_registry(), AREAS, GROUPS))
    assert tuple(AREAS) == TOGGLES["geography"]
    assert set(GROUPS) <= set(load_groups())
    assert set(NEAREST) == set(AREAS)


def test_every_blank_has_a_reason_and_a_holder(cells: Matrix) -> None:
    for key, cell in cells.items():
        assert cell.held or cell.blank is not None, key
        for blank in [*filter(None, [cell.blank]), *(gap.blank for gap in cell.gaps)]:
            assert blank.reason in REASONS, key
            assert blank.why, key
            assert blank.holder, key
            assert not blank.why.endswith("."), key


def test_what_is_held_is_what_the_data_hold(cells: Matrix, store: Store) -> None:
    with store.cursor() as cursor:
        rows = cursor.execute(
            "select distinct indicator, area_type, dimension, period from observations where value is not null "
            "union select indicator, area_type, dimension, period from area_fifths").fetchall()
    area_of = {kind: code for code, area in AREAS.items() for kind in area.kinds}
    beside = {kind for area in AREAS.values() for kind in area.beside}
    assert {kind for _, kind, _, _ in rows} <= set(area_of) | beside
    data: dict[tuple[str, str, str], set[str]] = {}
    for indicator, kind, dimension, period in rows:
        if kind not in beside:
            key = (indicator, area_of[kind], DIMENSIONS.get(dimension, dimension))
            data.setdefault(key, set()).add(period)
    assert {key: set(cell.periods) for key, cell in cells.items() if cell.held} == data


def test_nothing_stands_beside_our_area_without_it(cells: Matrix) -> None:
    assert not [key for key, cell in cells.items() if cell.kinds and not cell.held]


def test_areas_without_a_figure_are_counted(cells: Matrix) -> None:
    absence = cells["persistent_absence", "district", "all"]
    assert (absence.areas, absence.of_areas, absence.local_areas) == (1, 6, ("E08000026",))
    assert absence.state == "held in part"
    assert cells["mhst_settings", "place", "all"].local_areas == ("coventry", "nuneaton_and_bedworth",
                                                                  "south_warwickshire")
    imd = cells["imd", "lsoa", "all"]
    assert (imd.areas, imd.of_areas, imd.periods, imd.state) == (557, 557, ("2015", "2019", "2025"), "held")


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: f"{rule.figures[0]} {rule.reason}")
def test_a_rule_names_what_exists_and_says_how_it_is_known(rule: Blank, cells: Matrix) -> None:
    queries = {indicator.query for indicator in load_registry().values()}
    assert set(rule.figures) <= {*load_registry(), *queries, "*"}
    assert not rule.figure or rule.figure in load_registry()
    assert not rule.table or rule.table in load_tables()
    assert not rule.page or rule.page in PAGES
    assert all(name in load_sources() or name.startswith("https://") for name in rule.known_from)
    if rule.reason in ("not_published", "not_collected", "suppressed", "not_in_product"):
        assert rule.known_from, "a claim about a publisher says where it was read"
    if rule.reason == "elsewhere":
        assert rule.figure or rule.table or rule.page
    used = {blank for cell in cells.values() for blank in [cell.blank, *(gap.blank for gap in cell.gaps)]}
    used |= {later(code) for code in load_registry()}
    assert rule in used, "no blank is explained by this rule any more: take it out"


def _calendar(periods: list[str]) -> Iterator[str]:
    """Every year, financial year or quarter from the first to the last, if all periods are of that form."""
    if all(re.fullmatch(r"\d{4}", period) for period in periods):
        yield from map(str, range(int(min(periods)), int(max(periods)) + 1))
    elif all(re.fullmatch(r"\d{4}/\d{2}", period) for period in periods):
        first, last = int(min(periods)[:4]), int(max(periods)[:4])
        yield from (f"{year}/{(year + 1) % 100:02d}" for year in range(first, last + 1))
    elif all(re.fullmatch(r"Q\d \d{4}/\d{2}", period) for period in periods):
        places = [int(period[3:7]) * QUARTERS + int(period[1]) - 1 for period in periods]
        yield from (f"Q{place % QUARTERS + 1} {place // QUARTERS}/{(place // QUARTERS + 1) % 100:02d}"
                    for place in range(min(places), max(places) + 1))


def test_a_hole_in_a_series_has_a_reason_wherever_it_is(cells: Matrix) -> None:
    for code in load_registry():
        mine = [cell for cell in cells.values() if cell.indicator == code and cell.held]
        periods = sorted({period for cell in mine for period in cell.periods})
        for period in _calendar(periods) if len(periods) >= SERIES else []:
            for cell in mine:
                gaps = [name for gap in cell.gaps for name in gap.periods]
                assert (period in cell.periods) != (period in gaps), (code, cell.area, cell.group, period)


def test_no_gap_is_left_to_the_reason_that_fits_all(cells: Matrix) -> None:
    assert not [(key, gap.periods) for key, cell in cells.items() for gap in cell.gaps
                if gap.blank.reason == "not_found"]


@pytest.mark.parametrize(("key", "reason"), [
    (("tt_recovery", "district", "ethnic_group"), "not_published"),  # held by group, not by district
    (("imd", "district", "ethnic_group"), "not_meaningful"),  # held by district, not by group
    (("imd", "place", "ethnic_group"), "not_meaningful"),  # neither: the harder reason
    (("mh_admissions_0_17", "ward", "sex"), "not_published"),
    (("persistent_absence", "county", "deprivation_decile"), "not_found"),
    (("depression_modelled", "district", "deprivation_decile"), "not_published"),  # both, but not together
    (("cyp_access", "district", "all"), "not_in_product"), (("cyp_access", "district", "sex"), "not_published"),
    (("pupils_suspended", "district", "sex"), "not_published"), (("population", "lsoa", "sex"), "elsewhere"),
    (("healthy_life_expectancy", "country", "all"), "not_published"),
    (("wellbeing_anxiety", "country", "sex"), "not_found")])
def test_a_blank_has_the_harder_of_its_reasons(key: tuple[str, str, str], reason: str, cells: Matrix) -> None:
    blank = cells[key].blank
    assert blank is not None
    assert (cells[key].state, blank.reason) == (reason, reason)


def test_what_is_not_explained_is_said_to_be_unknown_with_the_publisher(cells: Matrix) -> None:
    blank = cells["wellbeing_anxiety", "country", "sex"].blank
    assert blank is not None
    assert blank.holder == "Office for National Statistics"
    assert blank.why == "The files used here do not have it"


@pytest.mark.parametrize(("cell", "shown"), [
    (Cell("imd", "ward", "all", ("2025",), (2025,), 126, 126), "■ 2025"),
    (Cell("imd", "ward", "all", ("2015", "2025"), (2015, 2025), 1, 126, blank=load_rules()[0]), "◧ 2015–2025"),
    (Cell("imd", "ward", "all", blank=Blank(("imd",), "suppressed", "few", "x")), "□ suppressed"),
    (Cell("imd", "ward", "all", blank=Blank(("imd",), "not_in_product", "w", "x")), "◇ not here yet"),
    (Cell("imd", "ward", "all", blank=Blank(("imd",), "not_meaningful", "w", "x")), "– does not apply")])
def test_a_cell_is_a_mark_and_words(cell: Cell, shown: str) -> None:
    assert mark(cell) == shown


def test_the_tables_show_the_cells(cells: Matrix) -> None:
    one = one_indicator(cells, "tt_recovery").set_index("Kind of area")
    assert one.loc["Coventry and Warwickshire", "Ethnic group"] == "■ 2018–2025"
    assert one.loc["District", "Everyone"] == "□ not published"
    theme = of_theme(cells, ["imd", "tt_recovery"], "all")
    assert list(theme["Figure"]) == [load_registry()[code].label for code in ("imd", "tt_recovery")]
    assert list(theme["District"]) == ["■ 2015–2025", "□ not published"]
    assert list(of_theme(cells, ["imd"], "all", ("ward",)).columns) == ["Figure", "Ward"]


def test_the_marks_count_every_cell_once(cells: Matrix) -> None:
    counts = [int(number.replace(",", "")) for number in re.findall(r"\(([\d,]+) cells?\)", marks(cells, ["imd"]))]
    held, every = held_and_all(cells, ["imd"])
    assert sum(counts) == every == len(AREAS) * len(GROUPS)
    assert counts[0] == held == sum(cells["imd", area, "all"].held for area in AREAS)


def test_the_matrix_is_taken_away_whole(cells: Matrix) -> None:
    rows = pd.read_csv(io.BytesIO(matrix_csv(cells)))
    assert len(rows) == len(cells)
    blank = rows["state"] == "blank"
    assert blank.sum() == sum(not cell.held for cell in cells.values())
    for column in ("reason", "why", "holder"):
        assert rows.loc[blank, column].notna().all()
    assert rows.loc[~blank, "periods"].notna().all()
    imd = rows[(rows["indicator"] == "imd") & (rows["group"] == "everyone")].set_index("kind_of_area")
    assert imd.loc["District", "periods"] == "2015; 2019; 2025"
    assert "2015, 2019 (not here yet: Earlier editions rank" in imd.loc["Ward", "periods_missing"]


@pytest.mark.parametrize(("text", "message"), [
    ('figures = ["imd"]\nareas = ["lsoa"]\nreason = "secret"\nwhy = "w"\nholder = "h"', "rule 1.*reason.*secret"),
    ('figures = ["imd"]\nareas = ["parish"]\nreason = "not_found"\nwhy = "w"\nholder = "h"', "areas.*parish"),
    ('figures = ["imd"]\nareas = ["lsoa"]\nreason = "not_found"\nwhy = "w"', "holder is missing"),
    ('figures = ["imd"]\nreason = "not_found"\nwhy = "w"\nholder = "h"', "none of areas"),
    ('figures = ["imd"]\nareas = ["lsoa"]\nwhither = "w"', "rule 1 .imd.*whither")])
def test_a_wrong_rule_is_named(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "availability.toml"
    file.write_text(f"[[blank]]\n{text}\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=message):
        load_rules(file)

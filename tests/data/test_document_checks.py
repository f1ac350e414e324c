"""Do the documents agree with themselves? Verdicts worked out from the typed figures, and what changes them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from observed import row, table

from data.pipeline import transcribed
from data.pipeline.errors import RawDataError
from data.pipeline.loaders import record_checks, record_figures
from data.pipeline.raw import RawFolder
from data.pipeline.reconcile import Check, outcome
from data.pipeline.sources import load_sources
from data.pipeline.stated import STATED

# What the issue asks to see: stated, worked out, verdict.
KNOWN = {
    "r001_text_total_all_funders_2021_22": (13_700_000, 12_503_200, "no"),
    "r001_text_total_icb_2021_22": (13_700_000, 11_174_200, "no"),
    "r001_text_total_all_funders_2022_23": (13_700_000, 13_693_500, "within_rounding"),
    "r002_tier_1": (519_000, 460_000, "no"),
    "r002_tier_2": (792_000, 792_000, "yes"),
    "r001_eating_referrals_growth": (42, 42.307692, "within_rounding"),
    "r001_eating_contacts_growth": (34, 34.859813, "no"),
    "r_workforce_children_and_young_people_stated_change_from_q1_q3": (85.60, 85.51, "no"),
    "r_workforce_community_mental_health_stated_change_from_q1_q2": (26.96, 27.06, "no"),
    "r_workforce_all_mental_health_stated_variance_q1": (-45.23, -45.23, "yes"),
    "r_funding_total_coventry_2022_23": (6_508_800, 6_508_800, "yes"),
    "r002_mhisc_providers": (11, 9, "no"),
    "r003_population": (1_100_000, 929_086, "no"),
    "r004_trusts": (5, 4, "no"),
}


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RawFolder:
    """A raw folder beside a copy of the typed files."""
    shutil.copytree(transcribed.PROJECT / transcribed.FOLDER, tmp_path / transcribed.FOLDER)
    monkeypatch.setattr(transcribed, "PROJECT", tmp_path)
    return RawFolder(tmp_path, load_sources())


@pytest.fixture
def retype(raw: RawFolder) -> Callable[[str, str, str, str], None]:
    """Type another word into the row of a file that has this identifier in its first column."""
    def retyped(name: str, identifier: str, column: str, word: str) -> None:
        path = raw.root / transcribed.FOLDER / f"{name}.csv"
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        frame.loc[frame.iloc[:, 0] == identifier, column] = word
        frame.to_csv(path, index=False)
    return retyped


def checks(raw: RawFolder) -> pd.DataFrame:
    """The table of checks, by identifier."""
    return record_checks.load(raw)["document_checks"].set_index("check_id")


@pytest.mark.parametrize(("check", "known"), KNOWN.items())
def test_a_check_gives_what_a_reader_works_out_by_hand(check: str, known: tuple[float, float, str]) -> None:
    found = row(table("document_checks"), check_id=check)
    assert (found["stated_value"], found["computed_value"], found["fits"]) == known
    assert found["difference"] == pytest.approx(known[0] - known[1], abs=1e-6)


def test_changing_a_typed_figure_changes_the_verdict(
        raw: RawFolder, retype: Callable[[str, str, str, str], None]) -> None:
    before = checks(raw)
    assert before.loc["r_funding_total_coventry_2017_18", "fits"] == "yes"
    retype("funding", "funding_coventry_icb_core_camhs_2017_18", "amount_gbp", "3030000")
    retype("plan_figures", "early_intervention_tier_1_coventry", "value", "280000")
    after = checks(raw)
    broken = after.loc["r_funding_total_coventry_2017_18"]
    assert (broken["fits"], broken["difference"]) == ("no", 8_000)
    assert broken["sentence"] == ("The parts printed add to £3,443,000, which is £8,000 less than the £3,451,000 "
                                  "printed.")
    assert after.loc["r002_tier_1", "fits"] == "yes"


def test_a_new_stated_total_brings_its_check(raw: RawFolder) -> None:
    path = raw.root / transcribed.FOLDER / "funding_stated_totals.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    lines = pd.read_csv(path.with_name("funding.csv"), dtype=str, keep_default_na=False)
    extra = {"financial_year": "2023/24", "figure_id": "funding_total_coventry_2023_24", "amount_gbp": "5"}
    pd.concat([frame, frame.head(1).assign(**extra)]).to_csv(path, index=False)
    more = lines.head(1).assign(financial_year="2023/24", figure_id="funding_coventry_2023_24", amount_gbp="4")
    pd.concat([lines, more]).to_csv(path.with_name("funding.csv"), index=False)
    made = checks(raw).loc["r_funding_total_coventry_2023_24"]
    assert (made["computed_value"], made["fits"]) == (4, "no")


def test_a_stated_growth_without_a_check_stops_the_build(
        raw: RawFolder, retype: Callable[[str, str, str, str], None]) -> None:
    retype("plan_figures", "births_coventry_2001", "figure_id", "births_growth_coventry")
    with pytest.raises(RawDataError, match=r"plan_figures\.csv, row \d+, column figure_id: “births_growth_coventry” "
                                           r"is a total or difference that a document states, and no check"):
        record_checks.load(raw)


def test_every_total_growth_and_difference_that_is_stated_has_a_check() -> None:
    stated = {figure for figure in table("typed_figures")["figure_id"] if STATED.search(figure)}
    assert len(stated) > 50
    assert stated <= set(table("document_checks")["stated_figure"].dropna())


@pytest.mark.parametrize(("column", "word", "message"), [
    ("formula", "funding_nobody + 1", "“funding_nobody” is no typed figure"),
    ("formula", "exit()", "is no sum"),
    ("stated_figure", "funding_nobody", "“funding_nobody” is no typed figure"),
    ("listed", "", "the formula counts what is listed, and nothing is"),
])
def test_a_formula_that_cannot_be_worked_out_stops_the_build(
        raw: RawFolder, retype: Callable[[str, str, str, str], None], column: str, word: str, message: str) -> None:
    retype("document_checks", "r003_alliances", column, word)
    with pytest.raises(RawDataError, match=rf"document_checks\.csv, row \d+, column formula: .*{message}"):
        record_checks.load(raw)


def test_an_identifier_in_two_files_stops_the_build(
        raw: RawFolder, retype: Callable[[str, str, str, str], None]) -> None:
    retype("plan_figures", "births_coventry_2001", "figure_id", "mhst_coventry")
    with pytest.raises(RawDataError, match=r"plan_figures\.csv, row \d+, column figure_id: “mhst_coventry” is an id "):
        record_figures.load(raw)


def test_words_that_do_not_agree_are_told_as_words() -> None:
    wording = table("document_checks").query("kind == 'wording'")
    assert set(wording["fits"]) == {"no"}
    assert wording[["stated_value", "computed_value", "difference"]].isna().all(axis=None)
    numbers = row(wording, check_id="r001_table_number_access")
    assert numbers["sentence"] == "Printed: table thirteen. Found: table eleven."


def test_what_cannot_be_checked_says_why() -> None:
    unknown = table("document_checks").query("fits == 'not_checkable'")
    assert unknown["note"].notna().all()
    assert {"eating_disorders_discharges_change", "population_growth_warwickshire_2010_2020"} <= set(
        unknown["stated_figure"])


@pytest.mark.parametrize(("stated", "rounded_to", "slack", "fits"), [
    (10.0, None, 0.0, "yes"), (10.4, None, 0.0, "no"), (10.4, 1.0, 0.0, "within_rounding"),
    (10.6, 1.0, 0.0, "no"), (10.6, 1.0, 0.1, "within_rounding"), (9.0, None, 0.0, "no"),
])
def test_a_figure_fits_within_what_it_is_rounded_to(
        stated: float, rounded_to: float | None, slack: float, fits: str) -> None:
    check = Check("total", "people", "a + b", "total", rounded_to, slack)
    assert outcome(check, {"a": 4.0, "b": 6.0, "total": stated}).fits == fits


def test_a_statement_in_words_is_held_to_the_numbers() -> None:
    falls = row(table("document_checks"), check_id="r001_staff_children_reduction")
    assert falls["fits"] == "no"
    assert falls["sentence"] == "The numbers printed do not bear this out: 209.69; 209.64."
    rises = row(table("document_checks"), check_id="r001_births_coventry")
    assert rises["fits"] == "yes"

"""Personal well-being and the Indices of Deprivation, read from the publishers' own files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from extracts import assert_as_shipped, folder, lines
from observed import table

from data.pipeline.errors import RawDataError
from data.pipeline.loaders import deprivation, iod_indicators, wellbeing

DATASET = ["v4_3", "Lower limit", "Upper limit", "Data marking", "yyyy-yy", "Time", "administrative-geography",
           "Geography", "measure-of-wellbeing", "MeasureOfWellbeing", "wellbeing-estimate", "Estimate"]


def scored(value: object, lower: object, upper: object, question: str = "Anxiety", estimate: str = "average-mean",
           area: str = "E07000221") -> list[object]:
    return [value, lower, upper, "", "2022-23", "2022-23", area, "", question.lower(), question, estimate, ""]


STRATFORD = [scored(3.28, 2.6, 3.95), scored(7.62, 7.24, 7.99, "Happiness"),
             scored(7.68, 7.29, 8.07, "Life satisfaction"), scored(7.77, 7.3, 8.25, "Worthwhile")]


def test_the_ons_dataset_of_wellbeing_gives_the_shipped_rows(tmp_path: Path) -> None:
    content = lines(DATASET, scored(31.2, 20, 40, estimate="good"), *STRATFORD, scored("", "", "", area="E09000001"))
    raw = folder(tmp_path, personal_wellbeing=("wellbeing-local-authority-time-series-v4.csv", content))
    made = wellbeing.load(raw)["wellbeing"]
    assert len(made) == len(STRATFORD)
    assert_as_shipped("wellbeing", made)


@pytest.mark.parametrize(("wrong", "message"), [
    (scored(32.8, 2.6, 3.95), r"row 2, column v4_3: “32\.8” breaks the rule"),
    (scored(3.28, "[x]", 3.95), r"row 2, column Lower limit: “\[x\]” is not a number"),
    (scored(3.28, 2.6, 3.95, "Hope"), "row 2, column MeasureOfWellbeing: “Hope” breaks the rule"),
])
def test_a_wrong_row_of_the_dataset_stops_the_build(tmp_path: Path, wrong: list[object], message: str) -> None:
    with pytest.raises(RawDataError, match=r"wellbeing\.csv, " + message):
        wellbeing.load(folder(tmp_path, personal_wellbeing=("wellbeing.csv", lines(DATASET, wrong))))


def file_7(edition: deprivation.Edition, neighbourhood: str, name: str, people: str) -> dict[str, object]:
    """One row of File 7 with the shipped figures of a neighbourhood, under the publisher's heads."""
    shipped = table("deprivation").query("area_code == @neighbourhood and edition == @edition.year")
    vintage = edition.lsoa_vintage
    heads: dict[str, object] = {f"LSOA code ({vintage})": neighbourhood, f"LSOA name ({vintage})": name,
                                f"Total population: {people}": shipped["population"].iloc[0],
                                f"Dependent Children aged 0-15: {people}": 300,
                                f"Older population aged 60 and over: {people}": 200}
    for domain, score, rank, decile in shipped[["domain", "score", "rank", "decile"]].itertuples(index=False):
        head = deprivation.PUBLISHED_DOMAINS[domain]
        rate = " (rate)" if domain in ("income", "employment", "idaci", "idaopi") else ""
        heads |= {f"{head} Score{rate}": 0.1 if pd.isna(score) else score,
                  f"{head} Rank (where 1 is most deprived)": rank,
                  f"{head} Decile (where 1 is most deprived 10% of LSOAs)": decile}
    return heads


@pytest.mark.parametrize(("year", "people"), [
    (2015, "mid 2012 (excluding prisoners)"), (2019, "mid 2015 (excluding prisoners)"), (2025, "mid 2022")])
def test_file_7_gives_the_shipped_rows_of_our_area_alone(tmp_path: Path, year: int, people: str) -> None:
    edition = next(edition for edition in deprivation.EDITIONS if edition.year == year)
    coventry = file_7(edition, "E01009522", "Coventry 014A", people)
    elsewhere = [*["E01000001", "City of London 001A"], *list(coventry.values())[2:]]
    raw = folder(tmp_path, **{edition.source_id: ("file7.csv", lines(list(coventry), elsewhere, [*coventry.values()]))})
    assert_as_shipped("deprivation", deprivation._edition(raw, edition))


@pytest.mark.parametrize(("year", "people"), [(2019, "mid 2015 (excluding prisoners)"), (2025, "mid 2022")])
def test_denominators_are_read_from_file_7(tmp_path: Path, year: int, people: str) -> None:
    edition = next(edition for edition in deprivation.EDITIONS if edition.year == year)
    indicators = next(edition for edition in iod_indicators.EDITIONS if edition.year == year)
    coventry = file_7(edition, "E01009522", "Coventry 014A", people)
    raw = folder(tmp_path, **{edition.source_id: ("file7.csv", lines(list(coventry), [*coventry.values()]))})
    read = raw.read(indicators.denominator_file())
    assert read.to_numpy().tolist() == [["E01009522", 300, 200]]


def test_a_wrong_row_of_file_7_stops_the_build(tmp_path: Path) -> None:
    edition = deprivation.EDITIONS[1]
    row = file_7(edition, "E01009522", "Coventry 014A", "mid 2015 (excluding prisoners)")
    row["Crime Rank (where 1 is most deprived)"] = 40_000
    raw = folder(tmp_path, iod_2019=("file7.csv", lines(list(row), [*row.values()])))
    with pytest.raises(RawDataError, match=r"file7\.csv, row 2, column crime_rank: “40000\.0” breaks the rule"):
        deprivation._edition(raw, edition)

"""What newer figures have moved, the glossary, and the figures of a document."""

from __future__ import annotations

import pytest

from dashboard.store import Store


def test_figures_of_the_documents_stand_beside_the_official_and_the_newest(store: Store) -> None:
    rows = store.query("overtaken").set_index("figure_id")
    deprived = rows.loc["most_deprived_tenth_coventry_2019"]
    assert (deprived["printed"], round(deprived["same_value"], 1)) == (14.4, 14.4)
    assert (deprived["newest_period"], round(deprived["newest_value"], 1)) == ("2025", 17.7)
    access = rows.loc["access_one_contact_2021_12"]
    assert (access["printed"], access["same_value"]) == (9_310, 9_060)
    people = rows.loc["d003_population"]
    assert (people["printed"], people["same_value"]) == (1_100_000, 949_454)
    schools = rows.loc["mhst_coventry"]
    assert (schools["printed"], schools["newest_value"], schools["label"]) == (30, 41, "Covered by an MHST")


def test_everything_overtaken_has_a_newer_figure_a_source_and_a_caution(store: Store) -> None:
    rows = store.query("overtaken")
    assert len(rows) == 19
    told = rows[["printed", "newest_value", "newest_period", "label", "caution", "newer_source_id"]]
    assert told.notna().all(axis=None)
    assert rows["figure_id"].is_unique


def test_an_official_figure_of_the_same_time_is_found_where_one_is_named(store: Store) -> None:
    rows = store.query("overtaken")
    assert (rows["same_period"].isna() == rows["same_value"].isna()).all()


@pytest.mark.parametrize(("document", "figures"), [("000", 25), ("002", 43), ("003", 15), ("004", 122), ("all", 631)])
def test_each_document_keeps_its_figures(store: Store, document: str, figures: int) -> None:
    assert len(store.query("typed_figures", document=document)) == figures


def test_the_glossary_is_in_order_and_says_what_is_a_slip(store: Store) -> None:
    terms = store.query("glossary")
    assert terms["term"].str.lower().is_monotonic_increasing
    assert terms.set_index("term")["should_be"]["SNOWMED"] == "SNOMED CT"
    assert terms["explanation"].notna().all()

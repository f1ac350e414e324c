"""Modelled prevalence: the right West Midlands, the right direction of deprivation, and the word modelled."""

from __future__ import annotations

from observed import observed, row, table

from dashboard.registry import load_registry


def test_estimates_as_published() -> None:
    depression = observed("depression_modelled")
    assert row(depression, area_code="E08000026", dimension="all")["value"] == 10.366
    assert row(depression, area_code="E10000031", dimension="all")["value"] == 12.051


def test_west_midlands_is_the_region_not_the_metropolitan_county() -> None:
    region = row(observed("depression_modelled"), area_code="E12000005", dimension="all")
    assert region["value"] == 12.1
    assert round(region["denominator"]) == 4_963_298


def test_tenth_1_is_the_most_deprived() -> None:
    deciles = observed("smi_modelled").query("area_code == 'E92000001' and dimension == 'deprivation_decile'")
    by_decile = deciles.set_index("group_code")["value"]
    assert len(by_decile) == 10
    assert by_decile["1"] == by_decile.max()
    assert by_decile["10"] == by_decile.min()


def test_labels_say_that_it_is_modelled() -> None:
    for indicator in ("depression_modelled", "smi_modelled"):
        assert "modelled" in load_registry()[indicator].label
    assert len(table("modelled_prevalence")) == 145

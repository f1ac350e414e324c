"""The registers: what is declared is complete, and what is declared wrongly is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.registry import (
    POLARITIES,
    Indicator,
    RegistryError,
    dimension_labels,
    load_groups,
    load_registry,
    load_sources,
)
from dashboard.scales import CLASSES

INDICATOR = Indicator("x", "A measure", "Theme", "% of people", "%", 1, "high_is_bad", "q", "Is.", "Mind.")
DECLARED = """
[x]
label = "A measure"
theme = "Theme"
unit = "% of people"
short_unit = "%"
decimals = 1
polarity = "high_is_bad"
query = "q"
definition = "Is."
caveat = "Mind."
"""


def test_a_declared_indicator_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text(DECLARED + "breaks = [1, 2]\nparams = { domain = \"imd\" }\n", encoding="utf-8")
    indicator = load_registry(path)["x"]
    assert indicator.breaks == (1, 2)
    assert indicator.params == {"domain": "imd"}
    assert (indicator.target, indicator.top_class) == (None, "")


@pytest.mark.parametrize(("wrong", "message"), [
    (DECLARED.replace("high_is_bad", "bad"), r"indicators\.toml, x: polarity “bad” is none of"),
    (DECLARED.replace('caveat = "Mind."', ""), r"indicators\.toml, x: .*caveat"),
    (DECLARED + 'colour = "red"', r"indicators\.toml, x: .*colour")])
def test_a_wrong_declaration_is_named(tmp_path: Path, wrong: str, message: str) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(RegistryError, match=message):
        load_registry(path)


def test_a_wrong_source_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text('[ons]\ntitle = "Estimates"\n', encoding="utf-8")
    with pytest.raises(RegistryError, match=r"sources\.toml, ons: .*publisher"):
        load_sources(path)


@pytest.mark.parametrize(("value", "shown"), [
    (36.54, "36.5%"), (1234.0, "1,234.0%"), (0.0, "0.0%"), (None, "not known"), (float("nan"), "not known")])
def test_a_value_is_shown_with_its_unit_and_decimals(value: float | None, shown: str) -> None:
    assert INDICATOR.show(value) == shown


@pytest.mark.parametrize(("indicator", "value", "shown"), [
    ("imd", 79.7, "79.7%"), ("imd", 79.4, "79%"), ("imd", 80.0, "80%"), ("imd", 19.96, "19.96%"), ("imd", 20.3, "20%"),
    ("tt_recovery", 52.0, "52%"), ("tt_recovery", 50.48, "50.5%"), ("detentions", 43.0, "43.0")])
def test_rounding_crosses_no_border_and_adds_no_decimal_to_whole_percentages(
        indicator: str, value: float, shown: str) -> None:
    assert load_registry()[indicator].show(value) == shown


@pytest.mark.parametrize("name", load_registry())
def test_every_indicator_can_be_shown(name: str) -> None:
    indicator = load_registry()[name]
    assert indicator.polarity in POLARITIES
    assert indicator.label[0].isupper() or indicator.label[0].isdigit()
    assert not indicator.label.endswith(".")
    assert indicator.definition.endswith(".")
    assert indicator.caveat.endswith(".")
    assert 0 <= indicator.decimals <= 3
    assert (indicator.target is None) == (not indicator.target_label)
    if indicator.breaks is not None:
        assert len(indicator.breaks) < CLASSES
        assert list(indicator.breaks) == sorted(set(indicator.breaks))
    assert not indicator.top_class or indicator.breaks


def test_every_group_has_a_label_and_a_dimension_has_a_name() -> None:
    groups = load_groups()
    assert set(groups) == set(dimension_labels())
    for dimension, members in groups.items():
        assert [group.position for group in members.values()] == list(range(len(members)))
        assert all(group.label and group.dimension == dimension for group in members.values())


def test_deprivation_runs_from_most_to_least() -> None:
    tenths = load_groups()["deprivation_decile"]
    assert tenths["1"].label == "1 (most deprived)"
    assert tenths["10"].label == "10 (least deprived)"
    assert tenths["1"].position < tenths["10"].position < tenths["unknown"].position

"""Quoted figures: all of them, each with an address and how far it is from the publisher."""

from __future__ import annotations

from observed import row, table


def test_every_figure_has_an_address_and_a_level_of_evidence() -> None:
    facts = table("published_facts")
    assert len(facts) == 69
    assert facts["url"].str.startswith("http").all()
    assert facts["evidence"].value_counts().to_dict() == {"secondary": 39, "publisher": 30}


def test_a_projection_says_so() -> None:
    facts = table("published_facts")
    assert set(facts[facts["projection"]]["period"]) == {"March 2026 (projection)"}


def test_known_figures() -> None:
    facts = table("published_facts")
    assert row(facts, topic="MHCYP", period="2023", population="8-16")["value"] == 20.3
    assert row(facts, topic="Suicide", period="2024")["value"] == 92


def test_no_team_coverage_of_our_two_authorities_is_claimed() -> None:
    teams = table("published_facts").query("topic == 'MHST' and unit == '%'")
    assert not teams["geography"].str.contains("^Coventry|^Warwickshire").any()

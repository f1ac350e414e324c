"""Children's waits for a second contact: figures as published, and no year beside another."""

from __future__ import annotations

from observed import observed, row, table

AREA, ENGLAND = "E54000018", "E92000001"


def test_average_waits_as_published() -> None:
    waits = observed("cyp_second_contact_wait")
    assert row(waits, area_code=AREA, period="2019/20")["value"] == 60
    assert row(waits, area_code=AREA, period="2021/22")["value"] == 50
    assert row(waits, area_code=ENGLAND, period="2021/22")["value"] == 41


def test_every_year_is_a_series_of_its_own() -> None:
    assert (observed("cyp_second_contact_wait").groupby("series")["period"].nunique() == 1).all()
    assert (table("cyp_waits")["series"] == table("cyp_waits")["period"].str[-7:]).all()


def test_people_and_referrals_are_not_mixed() -> None:
    waits = observed("cyp_second_contact_wait")
    assert not waits.duplicated(["area_code", "period"]).any()
    counted = table("cyp_waits").query("measure == 'people_or_referrals_total' and area_code == @AREA and "
                                       "services == 'all' and period == '2021/22'").set_index("counted")["value"]
    assert counted.to_dict() == {"people": 12_215, "referrals": 16_925}


def test_quarters_end_when_they_should_and_blanks_are_withheld() -> None:
    rows = table("cyp_waits")
    assert set(rows.query("period == 'Q4 2021/22'")["period_end"]) == {"2022-03-31"}
    assert set(rows[rows["value"].isna()]["status"]) == {"suppressed"}
    assert not set(rows["area_code"]) & {"05A", "05H", "05R", "B2M3M"}

"""NHS Mental Health Dashboard: children's access, waits, and one test for each trap."""

from __future__ import annotations

from observed import observed, row, table

AREA, ENGLAND = "E54000018", "E92000001"


def test_childrens_access_as_published() -> None:
    access = table("access").query("measure == 'cyp_access_one_contact_dashboard'").set_index("period_end")["people"]
    assert access.to_dict() == {"2020-03-31": 7_920, "2021-03-31": 7_850, "2021-06-30": 8_730, "2021-09-30": 8_920,
                                "2021-12-31": 9_060, "2022-03-31": 9_580}


def test_plan_and_dashboard_are_never_one_series() -> None:
    """They agree for September 2021 and March 2022; for December the plan, on later data, has 9,310 for 9,060."""
    access = observed("cyp_access").assign(end=lambda rows: rows["period_end"].astype(str).str[:10])
    assert set(access["series"]) == {"plan table eleven", "NHS dashboard", "NHS dashboard by year"}
    both = access.pivot_table(index="end", columns="series", values="value")
    assert list(both.loc["2021-12-31", ["NHS dashboard", "plan table eleven"]]) == [9_060, 9_310]
    for end in ("2021-09-30", "2022-03-31"):
        assert both.loc[end, "NHS dashboard"] == both.loc[end, "plan table eleven"]


def test_one_contact_and_two_contacts_are_not_mixed() -> None:
    assert not set(table("nhs_dashboard")["indicator_code"]) & {"CYP(i_b)", "CYP(i_c)"}
    assert "two" not in " ".join(table("access")["measure"])


def test_hidden_worksheets_are_left_out() -> None:
    hidden = {"SP(i)", "SP(ii_a)", "CR(vi_a)", "PMH(i_b)", "CR(iii_c)"}
    assert not set(table("nhs_dashboard")["indicator_code"]) & hidden


def test_recorded_under_the_wrong_code_is_unusable_and_not_joined_across() -> None:
    waits = observed("tt_wait_6_weeks").query("area_code == @AREA")
    assert not waits["period"].str.endswith("2020/21").any()
    assert set(waits["series"]) == {"from Q1 2016/17", "from Q1 2021/22"}
    rows = table("nhs_dashboard").query("area_code == @AREA and indicator_code == 'IAPT(i_a)'")
    assert not rows[rows["period"].str.endswith("2020/21")]["usable"].any()


def test_plans_are_never_shown_as_spending() -> None:
    spend = observed("cyp_spend").query("area_code == @AREA")
    assert list(spend["period"]) == ["2016/17", "2017/18", "2018/19", "2019/20", "2020/21", "2021/22"]
    assert round(row(spend, period="2021/22")["value"]) == 13_555_203
    plans = table("nhs_dashboard").query("kind == 'plan'")
    assert len(plans)
    assert not plans["usable"].any()


def test_hours_among_shares_are_unusable() -> None:
    rows = table("nhs_dashboard").query("unit == 'proportion' and value > 1")
    assert set(rows["indicator_code"]) == {"CR(i_b)", "CR(i_c)"}
    assert not rows["usable"].any()


def test_people_entering_treatment_starts_when_people_were_counted() -> None:
    """Up to 2018/19 the rows named people hold a share of estimated need, such as 0.0477."""
    people = observed("tt_access")
    assert people["period_end"].min().date().isoformat() == "2019-06-30"
    assert people["value"].min() >= 40
    assert row(people, area_code=AREA, period="Q1 2019/20")["value"] == 3_625


def test_shares_are_shown_as_percentages_with_the_stated_standard() -> None:
    urgent = row(observed("ed_urgent_1_week"), area_code=AREA, period="12 months to March 2022")
    assert round(urgent["value"], 1) == 23.4
    assert row(observed("eip_2_weeks"), area_code=AREA, period="Q4 2021/22")["value"] == 62
    assert row(observed("tt_wait_18_weeks"), area_code=ENGLAND, period="Q4 2021/22")["value"] == 98.4
    stated = table("nhs_dashboard").drop_duplicates("indicator_code").set_index("indicator_code")["standard"]
    assert stated["CYP(ii_a)"] == "95% by 2021/22"
    assert [float(stated[code]) for code in ("EIP(i)", "IAPT(iii_a)", "IAPT(iii_b)", "IAPT(ii_a)")] == [
        0.6, 0.75, 0.95, 0.5]


def test_withheld_quarters_are_blank_not_zero() -> None:
    local = observed("cyp_adult_ward_bed_days").query("area_code == @AREA").set_index("period")
    assert local.loc["Q1 2021/22", "status"] == "suppressed"
    assert local.loc["Q4 2021/22", "value"] == 5
    assert "Q1 2019/20" not in local.index
    assert local.loc["Q4 2018/19", "series"] != local.loc["Q2 2019/20", "series"]


def test_a_printed_zero_is_a_zero() -> None:
    none_started = table("nhs_dashboard").query("area_code == @AREA and indicator_code == 'CR(iii_b)'")
    assert row(none_started, period="Q1 2020/21")["status"] == "zero"


def test_running_totals_start_afresh_each_year() -> None:
    served = observed("ips_access").query("area_code == @AREA")
    assert served.groupby("series").size().to_dict() == {
        "running total 2019/20": 4, "running total 2020/21": 4, "running total 2021/22": 4}
    assert row(served, period="Q4 2021/22")["value"] == 15


def test_quarters_end_on_their_last_day() -> None:
    days = table("nhs_dashboard").drop_duplicates("period").set_index("period")["period_end"]
    assert [days[period] for period in ("Q1 2021/22", "Q3 2021/22", "Q4 2021/22", "2021/22")] == [
        "2021-06-30", "2021-12-31", "2022-03-31", "2022-03-31"]

"""The findings of *Access and care*: titles, notes and tables from the rows, checked by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard import care, care_eating, care_groups, care_staff, care_waits
from dashboard.care import Parts
from dashboard.filters import Filters
from dashboard.registry import load_registry
from dashboard.store import Store


def notes(parts: Parts) -> str:
    return " ".join(parts["notes"])


def recovery(store: Store, dimension: str, choice: str = "all", *, intervals: bool = False) -> Parts:
    return care_groups.recovery(
        store.query("care_groups", indicator="tt_recovery", dimension=dimension),
        store.query("care_groups", indicator="tt_finished", dimension=dimension), 9190.0,
        load_registry()["tt_recovery"], dimension, choice, "light", intervals)


def detentions(store: Store, dimension: str, choice: str = "all") -> Parts:
    return care_groups.detentions(
        store.query("care_groups", indicator="detentions", dimension=dimension),
        store.query("care_groups", indicator="detentions", dimension="all"),
        load_registry()["detentions"], dimension, choice, "light")


def test_access_against_the_number_expected(store: Store) -> None:
    """9,725 of 11,482 is 84.7%."""
    parts = care.access(store.query("care_access"), "light")
    assert parts["title"] == ("9,725 children and young people seen in the year to June 2022, "
                              "85% of the 11,482 expected")
    assert "differ for December 2021 (9,310 in the plan, 9,060 in the dashboard)" in notes(parts)
    assert "agree for September 2021 and March 2022" in notes(parts)
    assert "two contacts to counting one" in notes(parts)
    assert parts["sources"] == ("nhs_mh_dashboard", "ltp_2022_23")


def test_access_says_so_where_the_sources_agree(store: Store) -> None:
    rows = store.query("care_access")
    rows = rows[rows["period_end"] != pd.Timestamp("2021-12-31")]
    assert "agree wherever" in notes(care.access(rows, "light"))


@pytest.mark.parametrize(("dimension", "choice", "title"), [
    ("ethnic_group", "all", "Recovery is below the 50% standard in 3 of 5 ethnic groups"),
    ("ethnic_group", "white", "53% of White people recovered; the standard is 50%"),
    ("deprivation_decile", "all", "42% recover in the most deprived tenth, 56% in the least deprived"),
    ("age_band", "all", "Recovery is below the 50% standard in 2 of 5 age groups"),
    ("sex", "all", "52% of women and girls and 52% of men and boys recovered; the standard is 50%"),
])
def test_recovery_finding(store: Store, dimension: str, choice: str, title: str) -> None:
    assert recovery(store, dimension, choice)["title"] == title


def test_recovery_says_what_is_unknown_and_what_is_suppressed(store: Store) -> None:
    """265 of 9,190 courses is 2.9%."""
    assert "265 of 9,190 courses finished (2.9%) have no ethnic group recorded" in notes(
        recovery(store, "ethnic_group"))
    assert "Not shown for 90 and over (suppressed: too few people to publish), which is not zero." in notes(
        recovery(store, "age_band"))


def test_recovery_names_the_groups_whose_limits_lie_below_the_standard(store: Store) -> None:
    assert "wholly below the standard for tenths 1, 2 and 3." in notes(recovery(store, "deprivation_decile"))
    assert "wholly below" not in notes(recovery(store, "sex"))


def test_recovery_table_has_limits_counts_and_states(store: Store) -> None:
    parts = recovery(store, "age_band")
    table = parts["data"].set_index("group_name")[list(parts["columns"])[1:]]
    assert list(table.loc["Under 18"]) == ["37%", "31.0%", "43.4%", "85", "230", "42.3%", ""]
    assert list(table.loc["90 and over"]) == ["suppressed", "", "", "", "", "58.5%",
                                              "suppressed: too few people to publish"]


@pytest.mark.parametrize(("dimension", "choice", "title"), [
    ("deprivation_decile", "all",  # 188.6 ÷ 43.0
     "People in the most deprived tenth were detained at 4.4 times the rate of the least deprived"),
    ("ethnic_group", "all",  # 142.0 ÷ 54.1
     "Black, Black British, Caribbean or African people were detained at 2.6 times the rate of White people"),
    ("ethnic_group", "asian",  # 49.4 ÷ 54.1
     "Asian or Asian British people were detained at 0.9 times the rate of White people"),
    ("ethnic_group", "white",
     "Black, Black British, Caribbean or African people were detained at 2.6 times the rate of White people"),
    ("age_band", "all", "People aged 18 to 34 were detained at 1.7 times the rate of people of all ages"),
    ("sex", "all", "Men and boys were detained at 1.3 times the rate of women and girls"),
])
def test_detentions_finding(store: Store, dimension: str, choice: str, title: str) -> None:
    assert detentions(store, dimension, choice)["title"] == title


def test_detentions_say_how_far_rounding_reaches(store: Store) -> None:
    """105 and 35 rounded to 5: 102.5 to 107.5 and 32.5 to 37.5, so 4.386 × 0.976 ÷ 1.071 to 4.386 × 1.024 ÷ 0.929."""
    assert "anywhere from 4.0 to 4.8" in notes(detentions(store, "deprivation_decile"))
    assert care_groups.rounding_bounds(3.0, 105, 35) == pytest.approx((2.733, 3.308), abs=0.001)


def test_detentions_say_who_is_not_known_and_that_rates_are_crude(store: Store) -> None:
    """135 of 690 is 19.6%."""
    text = notes(detentions(store, "ethnic_group"))
    assert "135 of 690 detentions (19.6%) have no ethnic group recorded" in text
    assert "crude rates do not allow for that" in text


def test_a_difference_within_chance_is_called_so(store: Store) -> None:
    assert "chance alone may explain" in notes(detentions(store, "ethnic_group", "asian"))
    assert "chance alone" not in notes(detentions(store, "ethnic_group", "black"))


def test_the_chosen_group_is_marked_and_unknown_never_stands_out(store: Store) -> None:
    def painted(choice: str) -> dict[str, str]:
        frame = recovery(store, "ethnic_group", choice)["graphic"].data
        return dict(zip(frame["name"], frame["paint"], strict=True))
    assert [name for name, paint in painted("asian").items() if paint == "focus"] == ["Asian or Asian British"]
    assert [name for name, paint in painted("all").items() if paint == "context"] == ["Ethnic group not known"]


def test_limits_are_drawn_when_asked_for(store: Store) -> None:
    assert recovery(store, "ethnic_group")["graphic"].data["low"].isna().all()
    assert recovery(store, "ethnic_group", intervals=True)["graphic"].data["low"].notna().all()


def test_standards_met_and_missed(store: Store) -> None:
    parts = care_waits.standards(store.query("promises"), "light")
    assert parts["title"] == "3 of 5 standards for waits were met at the last count"
    table = parts["data"].set_index("name")[["shown", "standard", "verdict", "when"]]
    assert list(table.loc["Urgent eating disorder referrals seen within 1 week"]) == [
        "23%", "95%", "Not met", "12 months to March 2022"]
    assert list(table.loc["Talking Therapies begun within 6 weeks"]) == [
        "96.6%", "75%", "Met", "April 2024 to March 2025"]
    assert list(table.loc["Psychosis treated within 2 weeks"]) == ["62%", "60%", "Met", "January to March 2022"]
    assert set(parts["graphic"].data["paint"]) == {"better", "worse"}
    assert "▼ Not met: standard 95% · 12 months to March 2022" in set(parts["graphic"].data["detail"])


def test_second_contact_names_who_is_left_out(store: Store) -> None:
    parts = care_waits.second_contact(store.query("care_series", indicator="cyp_second_contact_wait"),
                                      store.query("care_still_waiting"), load_registry()["cyp_second_contact_wait"],
                                      "light")
    assert parts["title"] == "Children waited 50 days on average for a second contact, England 41 days"
    assert "Of 12,215 people counted in 2021/22, 4,895 (40%) had had no contact by its end" in notes(parts)
    assert "years must not be compared" in notes(parts)
    assert {layer["mark"]["type"] for layer in parts["graphic"].to_dict()["layer"]} == {"text", "point"}


def test_eating_disorder_waits_do_not_mix_in_england(store: Store) -> None:
    parts = care_eating.eating_disorder_waits(
        {code: store.query("care_series", indicator=code) for code in care_waits.EATING_DISORDERS}, "light")
    assert parts["title"] == ("Eating disorders: 23% of urgent and 21% of routine referrals seen in time, "
                              "to March 2022")
    assert set(parts["data"]["area_type"]) == {"icb"}
    assert len(parts["data"]) == 42


def test_eating_disorder_demand_is_computed_and_the_plan_s_own_words_noted(store: Store) -> None:
    """222 ÷ 156 is 1.423; 4,329 ÷ 3,210 is 1.349, which the plan's text puts at 34%."""
    parts = care_eating.demand(store.query("care_eating_disorders"), "light")
    assert parts["title"] == "Eating disorders: referrals rose 42% and contacts rose 35% from 2019/20 to 2021/22"
    assert "change in contacts at 34%; its own table gives 34.9%" in notes(parts)
    assert "change in referrals" not in notes(parts)


def test_staff_are_counted_as_staff_in_post(store: Store) -> None:
    """209.69 of 309.20 is 67.8%."""
    parts = care_staff.staff(store.query("care_staff"), "light")
    assert parts["title"] == ("Children and young people: 68% of the staff projected for March 2023 were in post in "
                              "June 2022")
    assert "All of the 4 rows" in notes(parts)
    assert "Talking Therapies: the plan also states a change of −2.80 whole-time equivalents by June" in notes(parts)
    assert "whether it counts people or whole-time equivalents" in notes(parts)
    perinatal = parts["data"].set_index("team").loc["perinatal"]
    assert (perinatal["in_post"], perinatal["projected"], perinatal["shown"]) == ("not printed", "22.20", "not printed")


def test_turnover_finding(store: Store) -> None:
    assert care_staff.turnover(store.query("care_turnover"), "light")["title"] == (
        "Staff turnover, April to August 2022: Adult mental health 12.0% to 13.8% and Rise 14.7% to 14.6%")


def test_a_district_is_said_to_have_no_effect() -> None:
    names = {"E07000220": "Rugby"}
    assert "Your choice of area, Rugby, cannot act" in care.where_published(Filters(district="E07000220"), names)
    assert "cannot act" not in care.where_published(Filters(), names)


def test_an_ethnic_group_cannot_act_on_another_split() -> None:
    chosen = Filters(ethnic_group="asian")
    assert "by ethnic group and age together" in care.choice_notice(chosen, "age_band")
    assert care.choice_notice(chosen, "ethnic_group") == ""
    assert (care.chosen_group(chosen, "ethnic_group"), care.chosen_group(chosen, "sex")) == ("asian", "all")

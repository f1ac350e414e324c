"""The directory of services: every one the documents name, once, with what a reader must not mix up."""

from __future__ import annotations

import pandas as pd
import pytest
from observed import row, table

# Services that the documents' readers would look for first, by a part of their name.
NAMED = ("Rise", "Crisis and Home Treatment", "Think Family", "eating disorder", "Mental Health Support Teams",
         "Primary Mental Health Team", "Kooth", "Reach (children's", "Big Umbrella", "MHISC", "Journeys",
         "Peer Mentoring", "Young Black Men", "Additional Roles", "School nursing", "Family Health", "Healios",
         "Dimensions", "Dear Life", "Chat Health", "Early Intervention in Psychosis", "Liaison and Diversion",
         "Youth justice", "Positive Directions", "Tier 4", "REACH", "VCSE Talking Therapies", "Winter dementia",
         "Housing First", "Individual Placement", "24-hour crisis line")


@pytest.fixture(scope="module")
def entries() -> pd.DataFrame:
    """Each service once."""
    services = table("services")
    return services[services["same_as"].isna()]


@pytest.mark.parametrize("part", NAMED)
def test_a_service_that_the_documents_name_is_there(entries: pd.DataFrame, part: str) -> None:
    assert entries["name"].str.contains(part, regex=False).any()


@pytest.mark.parametrize(("service", "stage", "area"), [
    ("d001_schools_network", "planned", "E10000031"), ("d001_crisis_dashboard", "in_place", "E54000018"),
    ("d001_harm_assessment_unit", "in_place", "E54000018"), ("d001_digital_champions", "in_place", "E54000018"),
    ("d001_mind_social_media", "in_place", "E54000018"),
    ("d004_svc_liaison_diversion", "in_place", "E08000026"),  # West Midlands Police leaves the county out
])
def test_services_read_last_stand_where_the_text_puts_them(service: str, stage: str, area: str) -> None:
    found = row(table("services"), id=service)
    assert (found["stage"], found["areas"]) == (stage, area)


def test_a_service_without_a_stated_area_has_the_plan_s_own_everywhere() -> None:
    own = "E54000018"
    assert row(table("services"), id="d001_positive_directions")["areas"] == own
    assert set(table("commitments").query("id.str.startswith('d001_s14_positive')")["areas"]) == {own}
    figures = table("document_figures").query("figure_id.str.startswith('d001_positive_directions')")
    assert figures["area_code"].to_list() == [own] * 3


def test_the_collaborative_is_found_by_each_body_that_the_study_names() -> None:
    providers = row(table("services"), id="d003_reach_collaborative")["providers"].split(";")
    assert {"Valley House", "Citizens Advice Coventry", "Artyfolks", "Cultural Inclusion Network"} <= set(providers)


def test_services_are_counted_by_document() -> None:
    services = table("services")
    assert services["document"].value_counts().to_dict() == {"001": 131, "004": 57, "000": 12, "002": 7, "003": 5}
    assert services["same_as"].notna().sum() == 11


def test_the_school_interventions_have_nine_providers_and_name_no_person(entries: pd.DataFrame) -> None:
    providers = entries[entries["part_of"].fillna("").str.split(";").map(lambda ids: "d001_mhisc" in ids)]
    assert len(providers) == 9
    assert (providers["areas"] == "E10000031").all()
    private = row(providers, id="d001_mhisc_consultant_counsellor")
    assert private["provider"] == "A consultant counsellor in private practice (named in the document)"


def test_children_s_reach_and_adults_reach_are_two_services() -> None:
    children, adults = (row(table("services"), id=key) for key in ("d001_reach_children", "d003_reach_collaborative"))
    assert (children["age_from"], children["age_to"], children["areas"]) == (5, 18, "E08000026")
    assert pd.isna(adults["age_from"])
    assert children["name"] != adults["name"]
    assert "Not the adult" in children["note"]
    assert "Not the children" in adults["note"]


def test_a_second_account_belongs_to_an_entry_of_another_document() -> None:
    services = table("services").set_index("id")
    accounts = services[services["same_as"].notna()]
    for _, account in accounts.iterrows():
        entry = services.loc[account["same_as"]]
        assert pd.isna(entry["same_as"])
        assert entry["document"] != account["document"]


def test_examples_from_elsewhere_are_no_services_for_people_here() -> None:
    services = table("services")
    elsewhere = services[services["stage"] == "elsewhere"]
    assert set(elsewhere["local"]) == {"no"}
    assert elsewhere["areas"].isna().all()
    assert {"Dial House, Leeds", "Thrive, New York"} <= set(elsewhere["name"])
    others = services[services["areas"].isna() & (services["stage"] != "elsewhere")]
    assert others.empty


def test_ages_are_those_stated() -> None:
    ages = table("services").set_index("id")[["age_from", "age_to"]].astype("Float64")
    for service, stated in {"d001_kooth": (11, 25), "d001_peer_mentoring": (16, 25), "d001_key_worker_team": (14, 25),
                            "d001_positive_directions": (10, 18), "d001_mhisc": (4, 18),
                            "d001_eating_disorders": (0, 18)}.items():
        assert tuple(ages.loc[service]) == stated
    both = ages.dropna()
    assert (both["age_from"] <= both["age_to"]).all()
    unstated = table("services").query("ages_as_stated == 'not stated'")
    read_elsewhere = unstated[unstated["age_from"].notna() | unstated["age_to"].notna()]
    assert read_elsewhere["id"].to_list() == ["d001_community_mental_health_team"]


def test_a_tier_says_how_it_is_known() -> None:
    services = table("services")
    assert (services["tiers"].isna() == services["tier_basis"].isna()).all()


def test_a_body_reports_only_to_bodies_of_its_own_document() -> None:
    bodies = table("bodies")
    ties = bodies.dropna(subset=["reports_to"])
    for _, body in ties.iterrows():
        assert all(above[:4] == body["id"][:4] for above in body["reports_to"].split(";"))
    assert row(bodies, id="d004_body_wellbeing_board")["reports_to"] == "d004_body_wmca_board"


def test_the_glossary_holds_both_meanings_and_puts_slips_right() -> None:
    glossary = table("glossary")
    assert sorted(glossary.query("term == 'LTP'")["meaning"]) == ["Local transformation plan", "NHS Long Term Plan"]
    assert glossary.dropna(subset=["should_be"]).set_index("term")["should_be"].to_dict() == {
        "SNOWMED": "SNOMED CT", "CNCC": "QNCC", "MSHT": "MHST", "VSCE": "VCSE", "IIPS": "IPS", "PHSE": "PSHE"}
    for term in ("LSOA", "IMD", "SEMH", "MHST"):
        assert bool(glossary.set_index("term")["used_in_app"][term])

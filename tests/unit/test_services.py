"""The directory of services: ages, areas, search and words, held to what the five documents print."""

from __future__ import annotations

import re

import pytest

from dashboard import service_counts, service_gaps, service_list, service_words
from dashboard.filters import Filters
from dashboard.service_finder import find, reaches, takes
from dashboard.services import Directory, Service, load_directory
from dashboard.store import Store

RUGBY, COVENTRY, COUNTY, NORTH = "E07000220", "E08000026", "E10000031", "E07000218"


@pytest.fixture(scope="module")
def directory(store: Store) -> Directory:
    """The directory of the shipped data."""
    return load_directory(store)


def entry(directory: Directory, name: str) -> Service:
    return directory.entries[name]


@pytest.mark.parametrize(("service", "inside", "outside"), [
    ("d001_kooth", (11, 25), (10, 26)),  # "children and young people aged 11 to 25", section 7
    ("d001_crisis_home_treatment", (5, 17), (18, 40)),  # "(under 18s)", section 5
    ("d001_eip", (14, 70), (13,)),  # "all those aged 14 or over", section 12
    ("d001_peer_mentoring", (16, 25), (15, 26)),  # "aged 16 to 25 years old", section 5
    ("d001_positive_directions", (10, 18), (9, 19)),  # "aged 10-18 years old", section 14
    ("d001_regional_inpatient", (12, 18), (11, 19)),  # "aged 12 to", 18, section 5
    ("d001_mhisc", (4, 18), (3, 19)),
    ("d001_mhisc_parenting_project", (4, 11), (3, 12)),
    ("d001_reach_children", (5, 18), (4, 19)),
    ("d001_key_worker_team", (14, 25), (13, 26)),
    ("d002_journeys", (0, 18), (19,)),  # "children and young people (0-18)", 1.9
    ("d004_svc_liaison_diversion", (1, 90), ()),  # "any age"
    ("d001_crisis_line", (8, 60), ()),  # adults, and children with their families
])
def test_ages_are_those_of_the_documents(directory: Directory, service: str, inside: tuple[int, ...],
                                         outside: tuple[int, ...]) -> None:
    assert all(takes(entry(directory, service), age) == "yes" for age in inside)
    assert all(takes(entry(directory, service), age) == "no" for age in outside)


def test_an_age_that_is_named_in_words_is_let_in(directory: Directory) -> None:
    """Adult care starts at 18 "generally", and takes some 17-year-olds (section 8)."""
    adult = entry(directory, "d001_adult_mental_health")
    assert [takes(adult, age) for age in (16, 17, 18)] == ["no", "yes", "yes"]


@pytest.mark.parametrize(("service", "age"), [
    ("d001_health_visiting_coventry", 17), ("d001_school_nursing_coventry", 3), ("d001_parent_workshops", 40),
    ("d001_mhst", 12), ("d003_reach_collaborative", 30)])
def test_where_an_end_or_every_age_is_left_open_nothing_is_claimed(directory: Directory, service: str,
                                                                   age: int) -> None:
    assert takes(entry(directory, service), age) == "unsure"


@pytest.mark.parametrize(("service", "district", "fit"), [
    ("d001_reach_children", COVENTRY, "yes"), ("d001_reach_children", RUGBY, "no"),
    ("d001_mhisc", RUGBY, "yes"), ("d001_mhisc", COVENTRY, "no"), ("d001_mhisc", COUNTY, "yes"),
    ("d001_mhst", RUGBY, "yes"), ("d001_mhst", NORTH, "no"), ("d001_mhst", COUNTY, "yes"),
    ("d001_kooth", NORTH, "yes"), ("d004_svc_nhs_choices", NORTH, "yes"),
    # Coventry is one of the seven full members of the Combined Authority; of Warwickshire its plan is not clear.
    ("d004_svc_street_triage", COVENTRY, "yes"), ("d004_svc_street_triage", RUGBY, "unsure"),
    ("d004_svc_sandwell_hub", COVENTRY, "no"), ("d004_svc_dial_house", "all", "no"),
    ("d004_svc_housing_first_regional_pilot", COVENTRY, "unsure")])
def test_areas_are_those_of_the_documents(directory: Directory, service: str, district: str, fit: str) -> None:
    assert reaches(entry(directory, service), district) == fit


def test_each_service_is_there_once_with_its_other_accounts(directory: Directory) -> None:
    assert {account.id for account in entry(directory, "d001_reach_children").accounts} == {"d002_reach_children"}
    team = entry(directory, "d001_primary_mental_health_team")
    assert [account.money for account in team.accounts] == ["£221,000 (year not stated)", "£239,000 (year not stated)"]
    assert "£185,000 from each council" in entry(directory, "d002_journeys").money
    assert "d001_iapt" not in directory.entries
    assert directory.entry_of("d001_iapt") == "d000_nhs_talking_therapies"


def test_parts_of_the_list_hold_every_service_once(directory: Directory) -> None:
    for filters in (Filters(), Filters(age="17", district=RUGBY), Filters(age="70"), Filters(need="crisis")):
        listed = [service.id for service in find(directory, filters).listed(elsewhere=True)]
        assert len(listed) == len(set(listed))
    everything = find(directory, Filters())
    assert len(everything.listed(elsewhere=True)) == len(directory.entries)
    assert all(service.local == "no" for service in everything.elsewhere)


def test_parts_stand_after_their_whole_and_help_comes_first(directory: Directory) -> None:
    names = [service.id for service in find(directory, Filters(age="17", district=RUGBY)).fitting]
    assert names[0] == "d001_crisis_line"
    whole = names.index("d001_mhisc")
    assert all(name.startswith("d001_mhisc_") for name in names[whole + 1:whole + 9])
    assert "d001_mhisc_parenting_project" not in names  # for ages 4 to 11


@pytest.mark.parametrize(("age", "words"), [("17", "a 17-year-old"), ("8", "an 8-year-old"), ("18", "an 18-year-old"),
                                            ("0", "a child under 1"), ("100", "someone of 100 or over"),
                                            ("", "someone of any age")])
def test_a_person_of_an_age_in_words(age: str, words: str) -> None:
    assert service_words.person(age) == words


def test_the_count_in_words_is_the_count(directory: Directory) -> None:
    filters = Filters(age="17", district=RUGBY)
    found = find(directory, filters)
    assert service_counts.finding(found, filters, directory) == (
        f"{len(found.fitting)} services named in the documents are open to a 17-year-old in Rugby; "
        f"{len(found.unstated)} more do not state their ages")
    nobody = Filters(words="zebras", age="5")
    assert service_counts.finding(find(directory, nobody), nobody, directory) == (
        "For the words “zebras”: nothing is listed here for a 5-year-old in Coventry and Warwickshire")


@pytest.mark.parametrize(("choices", "opening"), [
    ({"need": "eating_disorders"}, "For eating disorders: 3 services named in the documents are open to a 15-year-old "
                                   "in Rugby; "),
    ({"need": "autism_adhd", "tier": "2"}, "For autism and ADHD, in tier 2: "),
    ({"words": "kooth", "route": "gp"}, "For the words “kooth”, with the way in “through a GP”: "),
    ({"provider": "compass"}, "Run by Compass: "), ({"provider": "not_stated"}, "With no provider stated: "),
    ({"tier": "not_stated"}, "With no tier stated: "), ({"elsewhere": "on", "length": "all"}, "")])
def test_the_headline_names_every_choice_that_narrows_the_list(directory: Directory, choices: dict[str, str],
                                                               opening: str) -> None:
    filters = Filters(age="15", district=RUGBY).set(**choices)
    said = service_counts.finding(find(directory, filters), filters, directory)
    assert said.startswith(opening)
    assert "a 15-year-old in Rugby" in said


def test_no_card_shows_an_identifier_or_the_number_of_a_document(directory: Directory) -> None:
    for service in directory.entries.values():
        for account in (service, *service.accounts):
            text = service_words.card(account, directory, opened=True)
            assert not re.search(r"d00\d|ocument 00", text), account.id


def test_reach_and_reach_are_kept_apart_wherever_either_is_shown(directory: Directory) -> None:
    for name in ("d001_reach_children", "d003_reach_collaborative"):
        said = service_words.alike([entry(directory, name)], directory)
        assert "They are not the same" in said
        assert "children and young people in Coventry" in said
    assert service_words.alike([entry(directory, "d001_kooth")], directory) == ""


def test_adult_services_state_no_tier(directory: Directory) -> None:
    """What the page says under the tiers."""
    assert not [service.id for service in directory.entries.values() if service.tiers and (service.age_from or 0) >= 18]


def test_the_grid_counts_what_the_list_lists(directory: Directory) -> None:
    everyone = find(directory, Filters()).fitting
    cells = service_gaps.count(everyone, [RUGBY], ["1", "2", "3", "4", "not_stated"])
    sixteen = find(directory, Filters(age="16", district=RUGBY)).fitting
    seventeen = find(directory, Filters(age="17", district=RUGBY)).fitting
    either = {service.id for service in (*sixteen, *seventeen)}
    assert cells.loc[cells["age"] == "16–17", "services"].sum() == len(either)
    # Hospital care for ages 12 to 18 and the hub that coordinates it are all there is of tier 4.
    four = cells[cells["tier"] == "4"].set_index("age")["services"]
    assert (four["5–10"], four["11–15"], four["18"], four["19–25"]) == (0, 2, 2, 0)


def test_the_grid_keeps_its_rows_to_the_area_and_says_when_no_tier_is_stated(directory: Directory) -> None:
    filters = Filters(district=RUGBY)
    drawn = service_gaps.draw(find(directory, Filters()).listed(elsewhere=True), directory, filters, "light")
    assert drawn.title == "Nothing with a tier is listed from age 19 in Rugby"
    assert list(drawn.table["Area"].unique()) == ["Rugby"]
    only = find(directory, Filters(words="kooth")).listed(elsewhere=True)
    assert "states both an age and a tier" in service_gaps.draw(only, directory, filters, "dark").title
    none = find(directory, Filters(words="crisis house")).listed(elsewhere=True)
    assert service_gaps.draw(none, directory, filters, "light").title == (
        "No service in place is listed for this choice in Rugby")


def test_the_list_can_be_taken_to_a_spreadsheet(directory: Directory) -> None:
    filters = Filters(age="17", district=RUGBY)
    found = find(directory, filters)
    figure = service_list.list_figure(directory, found, filters, found.listed(elsewhere=False))
    lines = figure.table().to_csv(index=False).splitlines()
    assert lines[0].startswith("Name,Listed as,Kind,What it is,For whom,Ages as stated,Age from,Age to,Area,Tier")
    kooth = next(line for line in lines if line.startswith("Kooth,"))
    assert ",11 to 25,11,25,Coventry and Warwickshire,Not stated," in kooth
    assert len(figure.data) == len(found.listed(elsewhere=False))


def test_a_part_of_the_area_is_not_called_the_whole(directory: Directory) -> None:
    mhisc, everywhere = entry(directory, "d001_mhisc"), Filters(age="8")
    assert service_words.answer(mhisc, everywhere) == (
        "Open to an 8-year-old, by the ages stated; for people in Warwickshire.")
    said = service_counts.beside(find(directory, everywhere), everywhere)
    assert "Some are for a part of the area only: each card says where." in said
    rugby = Filters(age="8", district=RUGBY)
    assert "part of the area" not in " ".join(service_counts.beside(find(directory, rugby), rugby))

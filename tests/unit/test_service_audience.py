"""Services that are plainly for somebody else than the reader: all of them by name, with the words that decide."""

from __future__ import annotations

import pytest

from dashboard import service_counts
from dashboard.filters import Filters
from dashboard.service_finder import find
from dashboard.services import Directory, load_directory
from dashboard.store import Store


@pytest.fixture(scope="module")
def directory(store: Store) -> Directory:
    """The directory of the shipped data."""
    return load_directory(store)


FOR_ADULTS = {
    "Adult eating disorder services": "Adults with an eating disorder",
    "Dialectical behaviour therapy skills courses": "People waiting for adult mental health care",
    "Housing First regional pilot": "Vulnerable adults with complex needs",
    "Memory Service": "People who may have dementia",
    "Mental health in-reach in prisons": "People in prison",
    "Mental health treatment requirement pilot, Coventry":
        "Offenders with a mental health problem that needs no secure hospital care",
    "Support for people leaving prison in the West Midlands (planned)":
        "People with mental ill health who leave prison",
    "Through the Gate": "People leaving prison",
    "Winter dementia service": "People with dementia and their carers"}
FOR_WORK = {
    "Advancing Health Inequalities masterclass": "Staff",
    "Coventry's work with employers on wellbeing": "Businesses and their staff in Coventry",
    "Dashboard of several agencies on children in crisis": "Staff of the agencies that respond to children in crisis",
    "Digital Champions Network and training by peers": "Staff of the Coventry and Warwickshire Partnership NHS Trust",
    "E-learning for schools": "School staff",
    "Mental health toolkit for employers": "Employers",
    "Multi-professional Education and Training Investment Plan": "NHS staff and trainees",
    "Professional workshops (Primary Mental Health Service)": "Professionals working with children",
    "Relationship, sex and health education support": "Schools in Warwickshire",
    "Rise Knowledge Hub": "Rise staff and commissioners",
    "School mental health network, Warwickshire (being set up)": "Staff of schools and colleges in Warwickshire",
    "Senior Mental Health Lead training": "State-funded schools and colleges",
    "Trauma-informed training": "Staff of partner organisations",
    "Webinars on the local offer": "Schools and other professionals",
    "Wellbeing Premium trial (planned)": "Employers of all sizes",
    "Wellbeing for Education Return, Warwickshire": "Schools and colleges in Warwickshire",
    "West Midlands Workplace Wellbeing Commitment": "Public and private employers and their staff",
    "Workplace Wellbeing Charter": "Employers and their staff"}
NO_REFERRAL = {
    "CAMHS Transformation programme": "Not a service to refer to.",
    "Integrated Care Record": "Not a service to refer to.",
    "Learning Disabilities and Autism programme": "Not a service to refer to.",
    "Mental health alliances programme": "Not a service to refer to."}


def test_what_is_plainly_for_somebody_else_is_set_apart_by_what_its_account_states(directory: Directory) -> None:
    """All of it, by name, with the words that decide: for a child of 8 anywhere in Coventry and Warwickshire."""
    child = find(directory, Filters(age="8"))
    assert {service.name: service.for_whom for service in child.for_adults} == FOR_ADULTS
    assert {service.name: service.for_whom for service in child.for_work} == FOR_WORK
    assert {service.name: service.route_text for service in child.no_referral} == NO_REFERRAL
    assert service_counts.finding(child, Filters(age="8"), directory) == (
        "24 services named in the documents are open to an 8-year-old in Coventry and Warwickshire; 76 more do not "
        "state their ages")
    adult = find(directory, Filters(age="18"))
    assert {service.name for service in adult.for_work} == set(FOR_WORK)
    assert set(adult.aside()) == {"for_work", "no_referral"}


@pytest.mark.parametrize(("service", "age"), [
    ("d001_crisis_line", 8),  # children, young people, their families, and adults
    ("d001_adult_crisis_from_16", 16),  # "16 years and over"
    ("d001_adult_mental_health", 17),  # "some 17-year-olds"
    ("d004_svc_liaison_diversion", 15)])  # offenders, of "any age"
def test_ages_that_are_stated_decide_before_the_words_of_the_audience(directory: Directory, service: str,
                                                                      age: int) -> None:
    assert directory.entries[service] in find(directory, Filters(age=str(age))).fitting


@pytest.mark.parametrize("service", [
    "d001_educational_psychology",  # schools and their pupils
    "d001_mind_resources",  # children, young people, parents, carers and professionals
    "d001_liaison_diversion",  # children and young people who are suspects, defendants or offenders
    "d001_mhst"])  # pupils, parents and staff in schools
def test_an_audience_that_names_somebody_young_is_not_set_apart(directory: Directory, service: str) -> None:
    assert directory.entries[service] in find(directory, Filters(age="15")).unstated

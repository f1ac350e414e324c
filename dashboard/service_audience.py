"""Whom a service is plainly for other than the reader, by the words that its account states of its audience."""

from __future__ import annotations

from typing import Literal

from dashboard.search import words_of
from dashboard.services import Service

Audience = Literal["reader", "for_adults", "for_work", "no_referral"]
ADULT = 18  # years
YOUNG = {"child", "children", "young", "pupil", "teenager", "schoolchildren", "parent", "family"}
GROWN = {"adult", "dementia", "offender", "prison"}
AT_WORK = {"staff", "professional", "employer", "business", "school", "college", "commissioner", "organisation",
           "trainee"}
ANYBODY = YOUNG | GROWN | {"people", "everyone", "individual", "carer", "community"}
WHOM_THEY_SERVE = (" working with ", " that ")  # "Professionals working with children" are not children
NO_REFERRAL = "Not a service"  # how the record begins a way in that there is not: "Not a service to refer to."
TITLES = {"for_adults": "For adults, people with dementia, offenders or people in prison",
          "for_work": "For professionals or employers",
          "no_referral": "Not something to refer to"}


def audience(service: Service, age: int | None, *, states_the_age: bool) -> Audience:
    """Whom a service is for: the reader, as far as is stated, or plainly somebody else, by these rules in turn.

    It is for professionals or employers where its audience names people or bodies at work and nobody else. For someone
    under 18 it is for adults where its audience names adults, people with dementia, offenders or people in prison and
    nobody young; where its ages are stated (``states_the_age``) they decide instead. It is nothing to refer to where
    its account says so.
    """
    whom = set(words_of(service.for_whom))
    if _at_work(service.for_whom):
        return "for_work"
    if age is not None and age < ADULT and not states_the_age and whom & GROWN and not whom & YOUNG:
        return "for_adults"
    return "no_referral" if service.route_text.startswith(NO_REFERRAL) else "reader"


def _at_work(for_whom: str) -> bool:
    for clause in WHOM_THEY_SERVE:
        for_whom = for_whom.split(clause)[0]
    named = set(words_of(for_whom))
    return bool(named & AT_WORK) and not named & ANYBODY


def strangeness(service: Service, age: int | None) -> int:
    """How little an account is written for an age, 0 to 3: it orders a list and leaves nothing out."""
    if age is None:
        return 0
    whom = set(words_of(service.for_whom))
    own, other = (YOUNG, GROWN) if age < ADULT else (GROWN, YOUNG)
    return 0 if whom & own else 3 if whom & AT_WORK else 2 if whom & other else 1

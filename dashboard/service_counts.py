"""What was found among the services, in sentences: the count, what it leaves out, and what to say where it is none."""

from __future__ import annotations

from collections.abc import Collection

from dashboard.filters import Filters
from dashboard.service_audience import TITLES
from dashboard.service_finder import Found, covers, reaches
from dashboard.service_words import HERE, person, place, several
from dashboard.services import Directory, Service
from dashboard.vocabulary import load_words


def finding(found: Found, filters: Filters, directory: Directory) -> str:
    """The count in words, after what was asked for: "For eating disorders: 3 services named in the documents are open
    to a 15-year-old in Rugby; 5 more …"."""
    told, count = ", ".join(chosen(filters, directory)), _count(found, filters)
    return f"{told[:1].upper()}{told[1:]}: {count[:1].lower()}{count[1:]}" if told else count


def _count(found: Found, filters: Filters) -> str:
    if not found.listed(elsewhere=filters.elsewhere == "on"):
        return f"Nothing is listed here for {person(filters.age)} in {place(filters.district)}"
    here, fitting, unstated = place(filters.district), len(found.fitting), len(found.unstated)
    if not filters.age:
        silent = sum(not service.states_ages for service in found.fitting)
        told = f"; {silent} of them {_silent(silent)}"
        opening = (f"{several(fitting, 'service')} named in the documents {'is' if fitting == 1 else 'are'}" if fitting
                   else "No service named in the documents is")
        return f"{opening} for people in {here}{told if silent and fitting > 1 else ''}"
    more = f"{unstated} {'more ' if fitting else ''}{_silent(unstated)}"
    opening = (f"{several(fitting, 'service')} named in the documents {'is' if fitting == 1 else 'are'}" if fitting
               else "No service named in the documents is, by the ages it states,")
    return f"{opening} open to {person(filters.age)} in {here}{'; ' + more if unstated else ''}"


def _silent(number: int) -> str:
    return "does not state its ages" if number == 1 else "do not state their ages"


def not_yet(services: Collection[Service]) -> str:
    """How many of these were not open yet, as a sentence to stand after another; "" where none."""
    planned = sum(service.stage == "planned" for service in services)
    return (f" Of these {len(services)}, {several(planned, 'was', 'were')} planned or being set up when the documents "
            "were written.") if planned else ""


def _left_out(found: Found) -> list[str]:
    """How many are not counted for what is stated of them, and why."""
    aside = {TITLES[name]: len(services) for name, services in found.aside().items()}
    if not aside:
        return []
    number = sum(aside.values())
    why = "; ".join(f"{_inside(title)} ({services})" for title, services in aside.items())
    return [f"{several(number, 'more is', 'more are')} left out of this count, by what is stated of "
            f"{'it' if number == 1 else 'them'}, and listed further down: {why}."]


def beside(found: Found, filters: Filters) -> list[str]:
    """What the count leaves out or counts twice, a sentence each."""
    here, shown = place(filters.district), (*found.fitting, *found.unstated)
    parts = _parts(shown)
    said = [f"Of these {len(shown)}, {several(parts, 'is a part', 'are parts')} of another service, counted on "
            f"{'its' if parts == 1 else 'their'} own."] if parts and len(shown) > 1 else []
    said += _left_out(found)
    if filters.district in HERE and any(reaches(service, filters.district) == "yes" and not covers(
            service, filters.district) for service in shown):
        said.append("Some are for a part of the area only: each card says where.")
    if found.closed:
        said.append(f"{several(found.closed, 'more states', 'more state')} ages that leave {filters.age} out.")
    if found.planned:
        said.append(f"{several(len(found.planned), 'was', 'were')} planned or being set up when the documents were "
                    "written.")
    if found.unsure:
        said.append(f"For {len(found.unsure)} the documents do not say whether people in {here} may use "
                    f"{'it' if len(found.unsure) == 1 else 'them'}.")
    if found.elsewhere and filters.elsewhere == "off":
        it, left = ("it", "is") if len(found.elsewhere) == 1 else ("them", "are")
        said.append(f"{several(len(found.elsewhere), 'service')} of other places {left} left out, because people here "
                    f"cannot use {it}; the choice *Other places* shows {it}.")
    return said


def _parts(services: Collection[Service]) -> int:
    return sum(bool(service.part_of) for service in services)


def nothing(found: Found, filters: Filters) -> str:
    """What to say, under the headline that names the choices, where nothing is left to list."""
    closed = f"{several(found.closed, 'service states', 'services state')} ages that leave {filters.age} out. " \
        if found.closed else ""
    other = f"{several(len(found.elsewhere), 'service')} of other places would fit, which people here cannot use. " \
        if found.elsewhere else ""
    return f"{closed}{other}That the documents name nothing does not mean that no service exists."


def chosen(filters: Filters, directory: Directory) -> list[str]:
    """The filters besides age and area, for those that are set: "for eating disorders", "in tier 2", "run by Kooth"."""
    labels = load_words()
    said = []
    if filters.need != "all":
        said.append(f"for {_inside(labels['need'][filters.need])}")
    if filters.words:
        said.append(f"for the words “{filters.words}”")
    if filters.tier != "all":
        said.append(f"in {_inside(labels['tier'][filters.tier].split(':')[0])}" if filters.tier in labels["tier"]
                    else "with no tier stated")
    if filters.route != "all":
        said.append(f"with the way in “{_inside(labels['route'][filters.route])}”")
    if filters.provider != "all":
        named = directory.provider_names.get(filters.provider)
        said.append(f"run by {named}" if named else "with no provider stated")
    return said


def _inside(label: str) -> str:
    """A label as it stands inside a sentence; a GP and ADHD keep their capitals."""
    return label[:1].lower() + label[1:]


def tiers_explained(directory: Directory) -> str:
    """The four tiers in plain words, and how many services have one."""
    entries = [entry for entry in directory.entries.values() if entry.local != "no"]
    stated, read = (sum(bool(entry.tiers) and (entry.tier_basis == "stated") is known for entry in entries)
                    for known in (True, False))
    lines = "\n".join(f"- **{label.split(':')[0]}:** {label.split(': ')[1]}" for label in load_words()["tier"].values())
    return (f"The early intervention paper of 2016 sorts children's mental health care into four tiers, the national "
            f"model of the time:\n\n{lines}\n\nOf the {len(entries)} services of this directory {stated} have a tier "
            f"that a document states; for {read} it is our reading of this model; the rest, all adult services among "
            "them, have none.")

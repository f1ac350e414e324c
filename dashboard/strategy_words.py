"""The record of promises in words: counts, one line, one standing, one due date, and the chapters of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.choices import AREA_LABELS, DOCUMENTS
from dashboard.filters import Filters
from dashboard.strategy import DISTRICTS, OVERDUE, UNREPORTED, WARWICKSHIRE, Commitment, Tally, active
from dashboard.targets import COLOURS, MARKS, MET, SHORT, UNKNOWN, VERDICTS, Target
from dashboard.text import join, plain, spell_date
from dashboard.vocabulary import load_words

STATE_MARKS = {"achieved": "✓", "in_progress": "◐", "started": "◔", "not_started": "○", "not_met": "✗",
               UNREPORTED: "–", OVERDUE: "◆"}
STATE_COLOURS = {"achieved": "blue", "not_met": "orange", OVERDUE: "orange"}
BOARD = (OVERDUE, "not_met", "in_progress", "achieved", "started", "not_started", UNREPORTED)
KINDS = {"vision": "visions", "aim": "aims", "ambition": "ambitions", "action": "actions", "metric": "metrics",
         "deliverable": "deliverables", "target": "targets", "lesson": "lessons"}
FILTER_NAMES = {"document": "document", "promise_theme": "theme", "people": "group of people", "district": "area",
                "lead": "lead", "due": "due date", "measurable": "measurability", "status": "standing",
                "words": "words"}
PARTS = re.compile(r"(?P<chapter>Theme \d+: .+?), (?P<part>Action \d+)|"
                   r"(?P<chapter2>\d+\. [^:]+): (?P<part2>.+)|"
                   r"(?P<chapter3>What will .+\?|Key Metrics and Deliverables) – (?P<part3>.+)")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def commitments(number: int) -> str:
    """So many commitments: "1 commitment", "477 commitments"."""
    return f"{number:,} commitment{'' if number == 1 else 's'}"


@dataclass(frozen=True)
class Count:
    """A number that matters, what it counts, and the ways to what it counts: choices by the words of a link."""

    key: str
    number: str
    sentence: str
    ways: Mapping[str, Mapping[str, str]]


def counters(tally: Tally) -> list[Count]:
    """The counts that answer what was promised, how anyone would know, by when, and where it stands."""
    checks = tally.checkable
    silent = tally.states[OVERDUE] + tally.states[UNREPORTED]
    kinds = join([f"{number} {KINDS[kind] if number != 1 else kind}" for kind, number in tally.kinds.items()])
    documents = "one document" if len(tally.documents) == 1 else f"{len(tally.documents)} documents"
    return [
        Count("all", f"{tally.total:,}", f"commitments in {documents}: {kinds}.", {}),
        Count("measured", f"{checks.measured['held']} of {checks.total}",
              "deliverables, metrics and targets can be measured from published figures held here. Of all "
              f"{commitments(tally.total)}: {tally.measured['held']}, and {tally.measured['close']} by something "
              "close.",
              {"Those with figures": {"measurable": "held"}} if tally.measured["held"] else {}),
        Count("overdue", f"{tally.states[OVERDUE]} of {tally.dated}" if tally.dated else "0",
              "with a due date are past it, with no outcome reported in these documents. "
              f"{tally.total - tally.dated} state no date." if tally.dated else "have a due date.",
              ({"Those past their date": {"status": OVERDUE}} if tally.states[OVERDUE] else {}) | (
                  {f"All {silent} overdue or unreported": {"status": "unreported"}} if silent else {})),
        Count("achieved", f"{tally.states['achieved']}",
              f"achieved, as last reported; {tally.states['not_met']} not met, {tally.under_way} under way, "
              f"{tally.states['not_started']} not started. Of {tally.states[UNREPORTED]} these documents report "
              "nothing later.",
              {"Those achieved": {"status": "achieved"}} if tally.states["achieved"] else {}),
    ]


def document_line(tally: Tally) -> str:
    """The same counts of one document, in one line."""
    checks = tally.checkable
    parts = [commitments(tally.total)]
    if checks.total:
        parts.append(f"{checks.measured['held']} of {checks.total} deliverables, metrics and targets measured here")
    if tally.dated:
        parts.append(f"{tally.states[OVERDUE]} of {tally.dated} due dates passed, not reported")
    return "; ".join([*parts, f"{tally.states['achieved']} achieved"]) + "."


def standing(tally: Tally) -> str:
    """How a set of commitments stands, in one line: "12 past their date, 3 achieved"."""
    words = {OVERDUE: "past their date, not reported", "not_met": "not met", "achieved": "achieved",
             "in_progress": "in progress", "started": "started", "not_started": "not started",
             UNREPORTED: "without a later report"}
    return ", ".join(f"{tally.states[state]} {label}" for state, label in words.items() if tally.states[state])


def badge(state: str) -> str:
    """A standing as a mark and a word, on its colour."""
    return f":{STATE_COLOURS.get(state, 'gray')}-badge[{STATE_MARKS[state]} {plain(load_words()['state'][state])}]"


def verdict_badge(target: Target) -> str:
    """Whether a target is met, as a mark and a word on its colour."""
    return f":{COLOURS[target.verdict]}-badge[{MARKS[target.verdict]} {VERDICTS[target.verdict]}]"


def line(commitment: Commitment, target: Target | None = None) -> str:
    """What stands under a promise in a list: its standing, the figure held to it, who leads, when it is due."""
    parts = [badge(commitment.state)]
    if target is not None and target.value is not None:
        held = f"{plain(target.shown)} ({plain(target.when)})"
        parts.append(f"Nearest figure: {held}" if target.verdict == UNKNOWN else f"{verdict_badge(target)} {held}")
    parts += [f"Lead: {plain(commitment.lead)}", due_words(commitment)]
    return " · ".join(parts)


def due_words(commitment: Commitment) -> str:
    """When it is due, written out."""
    return f"Due {spell_date(commitment.due)}" if commitment.due else "No due date stated"


def due_sentence(commitment: Commitment) -> str:
    """When it is due and what the document says of it."""
    stated = commitment.due_as_stated
    if not commitment.due:
        return "none stated." if stated == "none stated" else f"no day can be fixed ({stated})."
    return f"{spell_date(commitment.due)} (the document: {stated})."


def reported(commitment: Commitment) -> str:
    """What these documents last reported, with its date and document; "" where they report nothing."""
    if not commitment.status_document:
        return ""
    words = f" {commitment.status_text}" if commitment.status_text else ""
    date = f", as at {spell_date(commitment.status_date)}" if commitment.status_date else ", date not stated"
    return (f"Last reported: {load_words()['status'][commitment.status].lower()} "
            f"({DOCUMENTS[commitment.status_document]}{date}).{words}")


def kind_words(commitment: Commitment) -> str:
    """What kind of statement it is, of which document and section, with its number."""
    kind, number = load_words()["kind"][commitment.kind], commitment.reference
    named = number if number.startswith(kind) else f"{kind} {number}".strip()
    return f"{named} · {DOCUMENTS[commitment.document]} · {commitment.section}"


def people_words(commitment: Commitment) -> str:
    """Whom it is for and where, in words."""
    labels = load_words()
    people = join([labels["population_group"][word] for word in commitment.population_groups.split(";")])
    return f"{people} · {join([labels['area'][code] for code in commitment.areas.split(';')])}"


def chapter(commitment: Commitment) -> tuple[str, str]:
    """The chapter and, where there is one, the part of it that a commitment stands in, in the document's own words."""
    found = PARTS.fullmatch(commitment.section)
    if not found:
        return commitment.section, ""
    words = [part for part in found.groups() if part]
    return words[0], words[1]


def in_order(rows: Sequence[Commitment]) -> dict[str, dict[str, list[Commitment]]]:
    """The commitments of one document by chapter and part, in the order of the document."""
    ordered = sorted(rows, key=lambda row: (_place(row.section), row.position))
    found: dict[str, dict[str, list[Commitment]]] = {}
    for row in ordered:
        name, part = chapter(row)
        found.setdefault(name, {}).setdefault(part, []).append(row)
    return found


def _place(section: str) -> tuple[int, int, int]:
    """Where a section with a number in words stands: the preface first, the themes of the plan in section nine."""
    theme = re.match(r"Theme (\d+):(?:.*Action (\d+))?", section)
    if theme:
        return NUMBERS.index("nine"), int(theme[1]), int(theme[2] or 0)
    number = re.match(r"Section (\w+):", section)
    return (NUMBERS.index(number[1]) if number else -1), 0, 0


def found_words(shown: Sequence[Commitment], total: int, filters: Filters) -> str:
    """How many commitments answer the choices, and which choices those are."""
    asked = active(filters)
    if not asked:
        return f"All {commitments(total)} are shown."
    return f"**{len(shown)} of {commitments(total)}** answer these choices ({join([FILTER_NAMES[a] for a in asked])})."


def area_note(filters: Filters, shown: Sequence[Commitment]) -> str:
    """What a chosen area takes in, "" without one."""
    if filters.district == "all" or not shown:
        return ""
    name = AREA_LABELS[filters.district]
    own = sum(filters.district in row.areas.split(";") for row in shown)
    note = f"{own} of these name {name} itself; the rest are promised for a wider area that takes it in."
    if filters.district in (WARWICKSHIRE, *DISTRICTS):
        note += (" The West Midlands Combined Authority's plan is counted for Coventry, one of its seven full members; "
                 "Warwickshire's councils were not full members.")
    return note


def entry(commitment: Commitment) -> str:
    """A commitment in its document, in one line: number, promise, standing and due date; "↳" marks a part."""
    number = f"**{plain(commitment.reference)}** " if commitment.reference else ""
    due = f", due {spell_date(commitment.due)}" if commitment.due else ""
    standing = f"*{STATE_MARKS[commitment.state]} {plain(load_words()['state'][commitment.state])}{due}*"
    return f"{'↳ ' if commitment.parent else ''}{number}{plain(commitment.promise)} {standing}"


def targets_finding(found: Sequence[Target]) -> str:
    """How many targets are met, short, and not known, as a heading."""
    verdicts = Counter(target.verdict for target in found)
    return (f"{verdicts[SHORT]} of {len(found)} targets fall short, {verdicts[MET]} are met; "
            f"{verdicts[UNKNOWN]} can't be known here")


def own_targets(found: Sequence[Target]) -> str:
    """The same counts as a way to them, told apart from standards that the strategies did not set."""
    verdicts = Counter(target.verdict for target in found)
    return (f"Of the strategies' own {len(found)} numbered targets, {verdicts[SHORT]} fall short, {verdicts[MET]} are "
            f"met and {verdicts[UNKNOWN]} cannot be known yet")

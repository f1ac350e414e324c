"""What a district profile says in words: each row's lines, each theme's finding, and what the whole comes to."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.profile import BENCHMARKS, FEWEST_YEARS, Measure, Place
from dashboard.text import UNLIMITED, join, plain
from dashboard.trend_words import upper_first, when

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
VERDICTS = ("worse", "better", "higher", "lower", "similar")  # in the order in which they are told
NAMED = 6  # measures named in a sentence


def number(count: int) -> str:
    """A count as a word up to nine, in digits from ten on; 0 is "none"."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def ordinal(count: int) -> str:
    """1 as "1st", 2 as "2nd"."""
    ending = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def verdict_words(measure: Measure) -> str:
    """A row's comparison: "worse than England (7.45)", or what stands against it and why it is not judged."""
    beside, verdict = measure.beside, measure.verdict
    name = BENCHMARKS[measure.benchmark]
    if beside is None:
        return f"no figure for {name}"
    if verdict == "not compared":
        return f"{name} {beside.shown}, not judged: no limits"
    return f"{verdict} {'to' if verdict == 'similar' else 'than'} {name} ({beside.shown})"


def place_words(measure: Measure) -> str:
    """A row's place: "worst of 6", "joint 2nd best of 6", "3rd highest of 6"; "" where it has none."""
    place = measure.place
    if place is None:
        return ""
    if place.alike == place.of:
        return f"all {place.of} alike"
    top, bottom = ("best", "worst") if measure.judged else ("highest", "lowest")
    words = bottom if place.last else top if place.number == 1 else f"{ordinal(place.number)} {top}"
    return f"{'joint ' if place.alike > 1 else ''}{words} of {place.of}"


def trend_words(measure: Measure) -> str:
    """A row's recent trend in a few words, or why there is none."""
    category = measure.trend.category
    if category == "No significant change":
        return "→ no clear change"
    if category != "Cannot be calculated":
        arrow, words = ("↗", "rising") if category.startswith("Increasing") else ("↘", "falling")
        return f"{arrow} {words}, {category.split(' and ')[1]}" if " and " in category else f"{arrow} {words}"
    if measure.points == 1:
        return "no trend: one period"
    if measure.points < FEWEST_YEARS:
        return f"no trend: {number(measure.points)} periods"
    why = {"limits": "no limits", "overlap": "periods overlap", "missing": "a year missing"}
    return "no trend: " + next((words for sign, words in why.items() if sign in measure.trend.reason.lower()),
                               "cannot be tested")


def period_words(measure: Measure) -> str:
    """The period of a row, short."""
    return when(pd.Series({"period": measure.period}))


def count_verdicts(measures: Sequence[Measure]) -> dict[str, int]:
    """How many measures have each verdict."""
    found: list[str] = [measure.verdict for measure in measures]
    return {verdict: found.count(verdict) for verdict in VERDICTS}


def theme_title(theme: str, measures: Sequence[Measure]) -> str:
    """The finding of a theme: verdicts where most can be judged, else places, else the bare figures."""
    name = BENCHMARKS[measures[0].benchmark]
    judged = [measure for measure in measures if measure.judged]
    compared = [measure for measure in judged or measures if measure.verdict != "not compared"]
    if compared and 2 * len(compared) >= len(judged):
        return f"{theme}: {_verdicts(compared, name, 'judged' if judged else '')}"
    placed = [place for measure in judged if (place := measure.place)]
    if placed and 2 * len(placed) >= len(judged):
        return f"{theme}: {_places(placed, len(judged))}"
    if compared:
        return f"{theme}: {_verdicts(compared, name, 'judged')}"
    bare = [(measure.along(measure.own.value), measure.along(measure.beside.value)) for measure in judged
            if measure.beside]
    return f"{theme}: {_bare(bare, name)}" if bare else f"{theme}: no figure for {name}"


def _bare(pairs: Sequence[tuple[float, float]], name: str) -> str:
    """How often the figure stands on the worse side of the benchmark's, where no limits say more."""
    behind, total = sum(own < beside for own, beside in pairs), len(pairs)
    every = {1: "the one", 2: "both"}.get(total, f"all {number(total)}")
    if all(own > beside for own, beside in pairs):
        return f"the better figure than {name} on {every}; {UNLIMITED}"
    share = every if behind == total else f"{number(behind)} of {number(total)}"
    return f"the worse figure than {name} on {share}; {UNLIMITED}"


def _verdicts(compared: Sequence[Measure], name: str, noun: str) -> str:
    """ "worse than England on three of four judged, better on one": the verdicts that occur, "similar" last."""
    counts = {verdict: count for verdict, count in count_verdicts(compared).items() if count}
    (first, count), *rest = counts.items()
    total = len(compared)
    every = {1: "the one", 2: "both"}.get(total, f"all {number(total)}")
    share = every if count == total else f"{number(count)} of {number(total)}"
    others = [f"{verdict} on {number(others)}" for verdict, others in rest]
    words = f"{first} {'to' if first == 'similar' else 'than'} {name} on {share} {noun}".rstrip()
    return join([words, *others]) if noun else ", ".join([words, *others])


def _places(placed: Sequence[Place], judged: int) -> str:
    """ "worst of the six on seven of 13, best on one"; for a single measure its place. ``judged``: among how many."""
    districts = number(max(place.of for place in placed))
    last, first = sum(place.last for place in placed), sum(place.first for place in placed)
    if len(placed) == 1:
        single = "worst" if last else "best" if first else f"{ordinal(placed[0].number)} best"
        return f"{single} of the {districts}{' on the one measure that all have' if judged > 1 else ''}"
    if not last and not first:
        return f"neither best nor worst of the {districts} on any of {number(len(placed))}"
    words = [(last, "worst"), (first, "best")] if last >= first else [(first, "best"), (last, "worst")]
    (count, word), (other, second) = words
    tail = f", {second} on {number(other)}" if other else ""
    return f"{word} of the {districts} on {number(count)} of {number(len(placed))}{tail}"


def headline(measures: Sequence[Measure], theme: str = "all") -> str:
    """The finding of a whole profile: against its benchmark, and among the districts."""
    own, name = measures[0].own.name, BENCHMARKS[measures[0].benchmark]
    compared = [measure for measure in measures if measure.judged and measure.verdict != "not compared"]
    noun = f"measure{'s' if len(compared) > 1 else ''} that can be judged"
    said = f"{own} is {_verdicts(compared, name, noun)}" if compared else \
        f"No measure of {own} can be judged against {name}"
    judged = [measure for measure in measures if measure.judged]
    placed = [place for measure in judged if (place := measure.place)]
    tail = f"; it is {_places(placed, len(judged))}" if placed else ""
    return f"{said}{tail}" if theme == "all" else f"{theme}: {said}{tail}"


def findings(measures: Sequence[Measure]) -> tuple[str, ...]:
    """What stands under the headline, a sentence each: what can't be judged, places, recent trends."""
    judged = [measure for measure in measures if measure.judged]
    name = BENCHMARKS[measures[0].benchmark]
    said = [_named(judged), _not_judged(judged, name), _trends(measures), _without_end(measures, name)]
    return tuple(sentence for sentence in said if sentence)


def _not_judged(judged: Sequence[Measure], name: str) -> str:
    apart = sum(measure.beside is None for measure in judged)
    unlimited = sum(measure.beside is not None and measure.verdict == "not compared" for measure in judged)
    if not apart + unlimited:
        return ""
    why = [words for count, words in ((apart, f"{number(apart)} {'have' if apart > 1 else 'has'} no figure for {name}"),
                                      (unlimited, f"{number(unlimited)} {'have' if unlimited > 1 else 'has'} "
                                                  f"{UNLIMITED}")) if count]
    more = " more" if apart + unlimited < len(judged) else ""
    return f"{upper_first(number(apart + unlimited))}{more} cannot be judged: {join(why)}."


def _named(judged: Sequence[Measure]) -> str:
    """Where the area has the worst figure of the districts and where the best, by name."""
    places = [(f"{measure.indicator.label}{' (joint)' if place.alike > 1 else ''}", place) for measure in judged
              if (place := measure.place)]
    said = []
    for word, labels in (("Worst", [label for label, place in places if place.last]),
                         ("Best", [label for label, place in places if place.first])):
        rest = len(labels) - NAMED
        named = [*labels[:NAMED], f"{number(rest)} more"] if rest > 1 else labels
        said += [f"{word} of the {number(places[0][1].of)} districts: {join(named)}."] if labels else []
    parts = sum(measure.indicator.kind == "rank" and bool(measure.place and measure.place.last) for measure in judged)
    said += [f"{upper_first(number(parts))} of the worst places are on one index of deprivation and its parts."] \
        if parts > 1 else []
    return " ".join(said)


def _trends(measures: Sequence[Measure]) -> str:
    tested = [measure for measure in measures if measure.trend.category != "Cannot be calculated"]
    if not tested:
        return ""
    moved = [measure for measure in tested if measure.trend.category != "No significant change"]
    if not moved:
        return f"A recent trend can be tested for {number(len(tested))}; none shows a clear change."
    named = [f"{measure.indicator.label} ({trend_words(measure)[2:]})" for measure in moved]
    return f"A recent trend can be tested for {number(len(tested))}: {join(named)}."


def _without_end(measures: Sequence[Measure], name: str) -> str:
    plainly = [measure for measure in measures if not measure.judged and measure.verdict != "not compared"]
    counts = count_verdicts(plainly)
    if not counts["higher"] + counts["lower"]:
        return ""
    return (f"Of {number(len(plainly))} that are neither good nor bad, {number(counts['higher'])} are higher and "
            f"{number(counts['lower'])} lower than in {name}.")


CHANCE = ("A place follows the published figures: without limits, or within them, neighbouring places may be chance.")


def key(own: str, benchmark: str, second: str) -> str:
    """How to read the rows of a profile."""
    name = BENCHMARKS[benchmark]
    beside = f" ■ {plain(second)};" if second else ""
    return (f"**How to read the rows.** Better is to the right. {plain(own)} is ▲ better, ● similar or ▼ worse than "
            f"{name} where the whole 95% interval lies beyond it, ► higher or ◄ lower where neither is good, ○ not "
            f"judged. ◆ {name};{beside} thin lines: the districts. {CHANCE}")


def places_key(benchmark: str) -> str:
    """How to read the cells of all districts."""
    return ("**How to read the cells.** 1 is the best of the districts, or the highest where neither is good; = is "
            "shared. The stronger the colour, the worse. ▲ better, ● similar, ▼ worse than "
            f"{BENCHMARKS[benchmark]}, where limits let it be judged. {CHANCE}")

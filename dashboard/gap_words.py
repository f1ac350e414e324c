"""Comparisons in sentences: all made from the figures, true whether high is good, bad or neither."""

from __future__ import annotations

import re

from dashboard.gaps import Comparison
from dashboard.inequality import Estimate, People
from dashboard.registry import Indicator, load_groups
from dashboard.text import times

CAUSE = ("This assumes that the difference is caused by what sets the groups apart. These figures cannot show that; "
         "read it as the size of the gap in people, not as a forecast.")
TENTHS, FIFTHS = "tenth", "fifth"
PARTS = {"deprivation_decile": (TENTHS, "10"), "deprivation_fifth": (FIFTHS, "5"),
         "deprivation_fifth_local": (FIFTHS, "5")}
FIFTHS_NOTE = {
    "deprivation_fifth": "Fifths are of all England's neighbourhoods, so they hold different numbers of people here "
                         "but mean the same as anywhere else in England.",
    "deprivation_fifth_local": "Fifths here are of the neighbourhoods of Coventry and Warwickshire together; the most "
                               "deprived one is less deprived than England's, and a district may have many "
                               "neighbourhoods in one fifth and few in another.",
}
ECOLOGICAL = ("People are put into these groups by the deprivation of the neighbourhood they live in: it says what "
              "neighbourhoods have in common, not that the people concerned are the deprived ones.")
ETHNIC = {"asian": "Asian people", "black": "Black people", "mixed": "people of mixed ethnic groups",
          "white": "White people", "other": "people of another ethnic group",
          "unknown": "people whose ethnic group is not known"}
SEXES = {"female": "women and girls", "male": "men and boys"}


def member(dimension: str, code: str) -> str:
    """A group as the end of a sentence: "in the most deprived tenth", "among White people", "in Rugby"."""
    if dimension in PARTS:
        part, last = PARTS[dimension]
        ends = {"1": f"in the most deprived {part}", last: f"in the least deprived {part}"}
        return ends.get(code, f"in deprivation {part} {code}")
    label = load_groups()[dimension][code].label
    if dimension in ("district", "upper_tier"):
        return f"in {label}"
    if dimension == "age_band":
        return f"among people aged {label[:1].lower()}{label[1:]}"
    if dimension == "sex":
        return f"among {SEXES.get(code, label.lower())}"
    return f"among {ETHNIC[code]}"


def both(dimension: str, first: str, second: str, *, brief: bool = False) -> tuple[str, str]:
    """Two groups of one sentence, the second in fewer words: "in the most deprived tenth of …", "in the least …"."""
    here, there = member(dimension, first), member(dimension, second)
    if dimension in PARTS:
        here, there = here if brief else f"{here} of neighbourhoods", there.removesuffix(f" {PARTS[dimension][0]}")
    return here, there


def said(value: float, indicator: Indicator) -> str:
    """A value in a sentence: "42%", "none" for a true zero, "188.6 per 100,000 people"."""
    return "none" if value == 0 else indicator.show(value)


def noun(indicator: Indicator) -> str:
    """What a share or rate counts: "people", "detentions"."""
    if indicator.short_unit == "%":
        return indicator.unit.removeprefix("% of ").split()[0]
    return indicator.unit.split(" per ")[0]


def amount(value: float, indicator: Indicator) -> str:
    """A difference in the indicator's unit, without its sign: "14 percentage points", "145.6 per 100,000 people"."""
    number = f"{abs(value):,.{indicator.decimals}f}"
    if indicator.short_unit == "%":
        return f"{number} percentage point{'' if number == '1' else 's'}"
    if "score" in indicator.unit:
        return f"{number} points"
    return f"{indicator.prefix}{number}" if indicator.prefix else f"{number} {unit(indicator)}"


def unit(indicator: Indicator) -> str:
    """The unit in a sentence, what qualifies it in brackets: "admissions per 100,000 people (age-standardised)"."""
    first, _, rest = indicator.unit.partition(", ")
    return f"{first} ({rest})" if rest else first


def as_high(ratio: float) -> str:
    """A ratio of one or more before "as": "1.3 times as high", "about as high"."""
    return "about as high" if times(ratio).startswith("about") else f"{times(ratio)} as high"


def between(measure: Estimate, indicator: Indicator | None = None) -> str:
    """The limits of a measure in brackets, or that there are none."""
    if measure.lower is None or measure.upper is None:
        return "no limits can be worked out"
    decimals = indicator.decimals if indicator is not None else 2
    return f"95% limits {measure.lower:,.{decimals}f} to {measure.upper:,.{decimals}f}".replace("-", "−")


def gap_sentence(found: Comparison) -> str:
    """The gap in one sentence, higher end first; or why there is none."""
    gap, ends = found.measures["gap"], found.ends
    if isinstance(gap, str) or ends is None:
        return str(gap)
    high, low = sorted(ends, key=lambda end: float(end["value"]), reverse=True)
    if high["value"] == low["value"]:
        return (f"There is no gap: {said(high['value'], found.shown)} {member(found.dimension, high['member'])} and "
                f"{member(found.dimension, low['member'])} alike.")
    here, there = both(found.dimension, high["member"], low["member"])
    return (f"{said(high['value'], found.shown)} {here}, {said(low['value'], found.shown)} {there}: "
            f"a gap of {amount(gap.value, found.shown)} ({between(_upright(gap), indicator=found.shown)}).")


def _upright(measure: Estimate) -> Estimate:
    """The same measure read so that it is not below zero."""
    return measure if measure.value >= 0 else measure.scaled(-1)


def ratio_sentence(found: Comparison) -> str:
    """The ratio in one sentence, always how many times as high the higher end is; or why there is none."""
    ratio, ends = found.measures["ratio"], found.ends
    if isinstance(ratio, str) or ends is None:
        return str(ratio)
    first, second = ends
    if ratio.value == 0:
        return f"None {member(found.dimension, first['member'])}, so there is no ratio."
    upright = ratio if ratio.value >= 1 else ratio.inverse()
    high, low = (first, second) if ratio.value >= 1 else (second, first)
    here, there = both(found.dimension, high["member"], low["member"])
    return f"It is {as_high(upright.value)} {here} as {there} ({between(upright)})."


def gradient_sentence(found: Comparison) -> str:
    """The slope index in one sentence, from the most to the least deprived; or why there is none."""
    sii = found.measures["sii"]
    if isinstance(sii, str):
        return sii
    way = "rises" if sii.value > 0 else "falls"
    return (f"Looking at everyone and not only at the two ends, it {way} by {amount(sii.value, found.shown)} from the "
            f"most to the least deprived end ({between(_upright(sii), found.shown)}).")


def relative_sentence(found: Comparison) -> str:
    """The relative index in one sentence (OHID's convention); or why there is none."""
    rii = found.measures["rii_ohid"]
    if isinstance(rii, str):
        return rii
    upright = rii if rii.value >= 1 else rii.inverse()
    ends = ("least", "most") if rii.value >= 1 else ("most", "least")
    return (f"On that line it is {as_high(upright.value)} at the {ends[0]} deprived end as at the {ends[1]} deprived "
            f"({between(upright)}).")


def people_sentence(found: Comparison) -> str:
    """How many people or events the gap comes to, with the caveat; or why that is not said."""
    people = found.people
    if isinstance(people, str):
        return people
    reference = found.known.loc[found.known["name"] == people.reference, "member"].iloc[0]
    best = member(found.dimension, reference)
    if round(people.number) == 0:
        return f"No group fares worse than the one {best}, so nothing would be gained."
    more = "more" if found.indicator.polarity == "high_is_good" else "fewer"
    return (f"If every group had the figure seen {best}, about {roughly(people.number)} {more} "
            f"{noun(found.indicator)} would have been counted in {found.period}{_limits(people)}. {CAUSE}")


def _limits(people: People) -> str:
    if people.lower is None or people.upper is None:
        return ""
    return f" (95% limits {roughly(people.lower)} to {roughly(people.upper)})"


def roughly(number: float) -> str:
    """A number of people that rests on rounded counts, to the nearest ten."""
    return f"{round(number, -1):,.0f}" if number >= 100 else f"{number:,.0f}"


def finding(found: Comparison) -> str:
    """The finding in about ten words, for a title: label and the two ends."""
    ends, label = found.ends, found.indicator.label
    if ends is None:
        return f"{label}: no gap can be measured here"
    high, low = sorted(ends, key=lambda end: float(end["value"]), reverse=True)
    if high["value"] == low["value"]:
        return f"{label}: {said(high['value'], found.shown)} at both ends, no gap"
    here, there = both(found.dimension, high["member"], low["member"])
    per = re.search(r"(per [\d,]+|out of \d+)", found.indicator.unit)
    here = f"{per[1]} {here}" if per and not found.indicator.short_unit else here
    return f"{label}: {said(high['value'], found.shown)} {here}, {said(low['value'], found.shown)} {there}"

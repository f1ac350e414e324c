"""How sure a comparison is: chance, rounding, records without a group, groups without a figure. In sentences."""

from __future__ import annotations

import pandas as pd

from dashboard.gaps import FEWEST_COUNTED, Comparison
from dashboard.text import join

EXACT = ("Deprivation", "Population")  # themes in which everyone or every place is counted


def sure(found: Comparison) -> str:
    """Whether chance or rounding alone could explain the gap, in one sentence; "" where there is no gap."""
    gap = found.measures["gap"]
    if isinstance(gap, str) or gap.value == 0:
        return ""
    if found.rounding is not None and found.rounding.reversible:
        return found.rounding.sentence
    if gap.lower is None or gap.upper is None:
        return "Our source has no limits and none can be worked out, so we cannot say how much of it is chance."
    if found.indicator.theme in EXACT:
        return "Everyone is counted, so there is no sampling error: limits say only how small the numbers are."
    if gap.lower <= 0 <= gap.upper:
        return "The limits reach zero, so chance alone could explain the gap."
    high, low = sorted(found.ends or (), key=lambda end: float(end["value"]), reverse=True)
    if not high["low"] > low["high"]:
        return "The limits of the two ends overlap, though those of the gap do not reach zero: chance is not ruled out."
    rounded = ", and so is rounding" if found.rounding is not None else ""
    picked = "" if found.ordered or len(found.known) < 3 else \
        f" The two ends were picked as the highest and the lowest of {len(found.known)}, which makes a gap look wide."
    return f"Chance alone is an unlikely explanation{rounded}.{picked}"


def unknown(found: Comparison) -> str:
    """The share of records that do not say which group, and whether they could change the order; "" for none."""
    if found.unknown is None or not found.unknown[0]:
        return ""
    count, total = found.unknown
    label = {"ethnic_group": "ethnic group"}.get(found.dimension, "group")
    about = "About " if found.indicator.rounded_to else ""
    rounded = f"; counts are rounded to {found.indicator.rounded_to}" if found.indicator.rounded_to else ""
    share = f"{_share(count, total)}{rounded}"
    sentence = f"{about}{count:,.0f} of {total:,.0f} records ({share}) do not say which {label}."
    ends = found.ends
    if ends is not None and found.indicator.kind == "rate" and not any(pd.isna(end["weight"]) for end in ends):
        low = min(ends, key=lambda end: float(end["value"]))
        most = (float(low["numerator"]) + count) / float(low["weight"])
        if most > max(float(end["value"]) for end in ends):
            sentence += " If all of them belonged to the group with the lowest figure, it would have the highest."
    return sentence


def small(found: Comparison) -> str:
    """Which groups are drawn but are no end of the gap, because few were counted; "" for none."""
    small = found.known[found.known["numerator"] < FEWEST_COUNTED]
    if small.empty or found.dimension in ("district", "upper_tier"):
        return ""
    return (f"Fewer than {FEWEST_COUNTED} were counted for {join(list(small['name']))}: shown, but no end of the gap, "
            "because counts are rounded to 5.")


def _share(count: float, total: float) -> str:
    return f"{count / total:.0%}" if count / total >= 0.005 else "under 1%"


def blank(found: Comparison) -> str:
    """Which groups have no figure and why; "" where all have one."""
    blank = found.known[found.known["value"].isna()]
    if blank.empty:
        return ""
    return f"Not published for {join(list(blank['name']))}: suppressed or not collected, which is not zero."

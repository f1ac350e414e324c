"""Charts of money: pure functions from rows to a specification. Amounts start at zero; years are categories."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd

from dashboard.scales import CATEGORICAL, FOCUS, MUTED, TEXT, Mode

YEAR = "[slice(datum.label, 0, 4), slice(datum.label, 4)]"  # 2017 over /18, so that six years fit a phone
MILLIONS = "datum.value / 1000000"
ROW, LABEL_ABOVE = 40, 15
AXIS = 84  # pixels of the axis below, which the height of a chart includes
PANEL, HEADING = 172, 56  # pixels of a small panel, and of its two lines of heading


def stacked_years(rows: pd.DataFrame, mode: Mode, *, unit: str, millions: bool) -> alt.LayerChart:
    """A bar a year, a piece a payer, named beside the last bar; the year's total stands over it.

    ``rows`` has financial_year, name, tint (a payer's place among the colours), position (0 is the lowest piece),
    amount, shown, total, total_shown and total_exact.
    """
    payers = rows.sort_values("position")[["name", "tint"]].drop_duplicates()
    last = rows["financial_year"].max()
    colour = alt.Color("name:N", legend=None, scale=alt.Scale(
        domain=payers["name"].to_list(), range=[CATEGORICAL[mode][tint] for tint in payers["tint"]]))
    x = alt.X("financial_year:O", title=None, axis=_years())
    y = alt.Y("amount:Q", stack="zero", title=unit, axis=_pounds(millions))
    order = alt.Order("position:Q")
    base = alt.Chart(rows)
    bars = base.mark_bar(width={"band": 0.72}).encode(
        x=x, y=y, color=colour, order=order, tooltip=[
            alt.Tooltip("name:N", title="Who pays"), alt.Tooltip("financial_year:O", title="Year"),
            alt.Tooltip("shown:N", title="Amount"), alt.Tooltip("total_exact:N", title="All together")])
    beside = base.transform_filter(alt.datum.financial_year == last) \
        .mark_text(align="left", dx=5, fontWeight=600, limit=150).encode(
            x=alt.X("financial_year:O", bandPosition=1),
            y=alt.Y("amount:Q", stack="zero", bandPosition=0.5), order=order, text="name:N", color=colour)
    totals = base.transform_filter(alt.datum.position == 0).mark_text(dy=-8, fontWeight=600, color=TEXT[mode]).encode(
        x=x, y=alt.Y("total:Q"), text="total_shown:N")
    return alt.layer(bars, beside, totals).properties(height=380)


def cash_and_real(rows: pd.DataFrame, mode: Mode, *, prices: str, unit: str, millions: bool) -> alt.LayerChart:
    """One small panel an area, one above the other on the same scale: a line in cash, a line in real terms.

    The prices asked for are drawn bold. ``rows`` has area_name, heading, finding, financial_year, cash, real,
    cash_name and real_name (the words beside the first points), cash_shown and real_shown. The panels are one chart
    with shifted zeros, because only a single chart takes the width of its place.
    """
    names = list(dict.fromkeys(rows["area_name"]))
    tick, step = _panel_scale(max(rows["cash"].max(), rows["real"].max()))
    shift = rows["area_name"].map({name: (len(names) - 1 - place) * step for place, name in enumerate(names)})
    rows = rows.assign(cash_at=rows["cash"] + shift, real_at=rows["real"] + shift, top=shift + step,
                       over=rows[["cash", "real"]].max(axis=1) + shift)
    ticks = [place * step + mark for place in range(len(names)) for mark in _marks(tick, step)]
    label = f"datum.value % {step:.0f}" + (" / 1000000" if millions else "")
    x = alt.X("financial_year:O", title=None, scale=alt.Scale(type="point", padding=0.35), axis=_years())
    axis = alt.Axis(values=ticks, labelExpr=label)
    layers = [layer for field, dy in (("cash", -12), ("real", -27)) for layer in _money_line(
        rows, x, alt.Y(f"{field}_at:Q", title=unit, scale=alt.Scale(domain=[0, step * len(names)]), axis=axis),
        field, dy, field == prices, mode)]
    heads = alt.Chart(rows.groupby("area_name", sort=False).head(1)).encode(x=alt.value(4), y="top:Q")
    layers.append(heads.mark_text(align="left", dy=10, fontSize=14, fontWeight=700, color=TEXT[mode]).encode(
        text="heading:N"))
    layers.append(heads.mark_text(align="left", dy=28, fontSize=13, color=TEXT[mode]).encode(text="finding:N"))
    return alt.layer(*layers).properties(height=PANEL * len(names) + AXIS)


def _panel_scale(highest: float) -> tuple[float, float]:
    """The distance between an axis' marks, and the height of a panel with its heading, in whole pounds."""
    power = 10 ** math.floor(math.log10(highest / 3))
    tick = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= highest / 3.5)
    return tick, math.ceil(highest * 1.15 * PANEL / (PANEL - HEADING))


def _marks(tick: float, step: float) -> list[float]:
    return [tick * place for place in range(math.floor(step * (PANEL - HEADING) / PANEL / tick) + 1)]


def _money_line(rows: pd.DataFrame, x: alt.X, y: alt.Y, field: str, dy: int, bold: bool,
                mode: Mode) -> list[alt.Chart]:
    colour = FOCUS[mode] if bold else MUTED[mode]
    base = alt.Chart(rows)
    line = base.mark_line(strokeWidth=3 if bold else 1.6, strokeDash=[1, 0] if bold else [5, 4], color=colour).encode(
        x=x, y=y, detail="area_name:N")
    dots = base.mark_point(filled=True, size=46 if bold else 20, color=colour).encode(
        x=x, y=y, tooltip=[alt.Tooltip("area_name:N", title="Area"), alt.Tooltip("financial_year:O", title="Year"),
                           alt.Tooltip("cash_shown:N", title="In cash"),
                           alt.Tooltip("real_shown:N", title="In real terms")])
    first = rows.groupby("area_name", sort=False).head(1)
    words = alt.Chart(first).mark_text(align="left", dx=-4, dy=dy, color=colour, fontWeight=600 if bold else 400) \
        .encode(x=x, y="over:Q", text=f"{field}_name:N")
    return [line, dots, words]


def services(rows: pd.DataFrame, mode: Mode, *, unit: str, millions: bool) -> alt.LayerChart:
    """A bar a service, its name over it, with a mark where the amount stood in the first year.

    ``rows`` has name, first_year, first_amount, last_amount, first_shown, last_shown and label, in the order to show.
    """
    y = alt.Y("name:N", sort=rows["name"].to_list(), axis=None)
    base = alt.Chart(rows)
    bars = base.mark_bar(height=14, yOffset=7, color=FOCUS[mode]).encode(
        y=y, x=alt.X("last_amount:Q", title=unit, axis=_pounds(millions)), tooltip=[
            alt.Tooltip("name:N", title="Service"), alt.Tooltip("last_shown:N", title="Last year"),
            alt.Tooltip("first_shown:N", title="First year")])
    ends = rows.assign(longer=rows[["first_amount", "last_amount"]].max(axis=1))
    names = base.mark_text(align="left", dx=1, dy=-LABEL_ABOVE + 7, color=TEXT[mode], limit=330, fontSize=12).encode(
        y=y, x=alt.datum(0), text="name:N")
    marks = base.mark_tick(thickness=3, height=20, yOffset=7, color=CATEGORICAL[mode][3]).encode(
        y=y, x="first_amount:Q")
    then = alt.Chart(rows.head(1)).mark_text(dy=-LABEL_ABOVE + 7, color=MUTED[mode], fontSize=12).encode(
        y=y, x="first_amount:Q", text="first_year:N")
    words = alt.Chart(ends).mark_text(align="left", dx=6, dy=7, fontWeight=600, color=TEXT[mode]).encode(
        y=y, x="longer:Q", text="label:N")
    return alt.layer(bars, names, marks, then, words).properties(height=len(rows) * ROW + AXIS)


def two_accounts(rows: pd.DataFrame, mode: Mode, *, unit: str, millions: bool) -> alt.LayerChart:
    """Two lines that are not to be added, the upper one named at its end, the lower one under its third year.

    ``rows`` has name, financial_year, amount, shown.
    """
    names = list(dict.fromkeys(rows["name"]))
    colour = alt.Color("name:N", sort=names, legend=None,
                       scale=alt.Scale(domain=names, range=list(CATEGORICAL[mode][:len(names)])))
    x = alt.X("financial_year:O", title=None, scale=alt.Scale(type="point", padding=0.35), axis=_years())
    y = alt.Y("amount:Q", title=unit, axis=_pounds(millions), scale=alt.Scale(
        domain=[0, float(rows["amount"].max()) * 1.15]))
    base = alt.Chart(rows)
    line = base.mark_line(strokeWidth=2.6).encode(x=x, y=y, color=colour, strokeDash=alt.StrokeDash(
        "name:N", sort=names, legend=None, scale=alt.Scale(domain=names, range=[[1, 0], [6, 3]][:len(names)])))
    dots = base.mark_point(filled=True, size=44).encode(
        x=x, y=y, color=colour, shape=alt.Shape("name:N", sort=names, legend=None), tooltip=[
            alt.Tooltip("name:N", title="Account"), alt.Tooltip("financial_year:O", title="Year"),
            alt.Tooltip("shown:N", title="Amount")])
    above = rows[rows["name"] == names[0]].tail(1)
    below = rows[rows["name"] == names[-1]].iloc[2:3]
    words = [alt.Chart(place).mark_text(align=align, dx=dx, dy=dy, fontWeight=600).encode(
        x=x, y=y, text="name:N", color=colour) for place, align, dx, dy
        in ((above, "right", 6, -14), (below, "left", 0, 20))]
    return alt.layer(line, dots, *words).properties(height=330)


def _years() -> alt.Axis:
    return alt.Axis(labelExpr=YEAR, labelAngle=0, ticks=False, labelPadding=6)


def _pounds(millions: bool) -> alt.Axis:
    return alt.Axis(labelExpr=MILLIONS, tickCount=5) if millions else alt.Axis(tickCount=5)

"""Charts of who lives here: ages, ethnic groups, and where each group lives. Pure functions from rows."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.labels import PLOT_HEIGHT, side_names, wrapped
from dashboard.scales import CONTEXT, FOCUS, MUTED, SEQUENTIAL, SEQUENTIAL_DARK, TEXT, Mode, make_scale, rgb

AGE_BAND, PAIR, ROW, CELL = 18, 46, 40, 36  # pixels of a bar or row
NARROWEST_LABELLED = 7.0  # % of a bar's width from which a figure fits inside its part on a phone
NAME_WIDTH = 14
FRAME = 2.5  # width of the line around what is chosen


def age_profile(rows: pd.DataFrame, mode: Mode, place: str) -> alt.LayerChart:
    """A bar a five-year age band for the area and a mark for England; women right and men left where rows have sexes.

    ``rows`` has place (area or england), sex, age (words), share_pct and shown, youngest first.
    """
    sides = rows.assign(share=rows["share_pct"].where(rows["sex"] != "male", -rows["share_pct"]))
    area, england = sides[sides["place"] == "area"], sides[sides["place"] == "england"]
    order = alt.Y("age:N", sort=list(dict.fromkeys(rows["age"]))[::-1], title=None, axis=alt.Axis(
        ticks=False, domain=False, labelFontSize=11, labelOverlap=False, labelColor=TEXT[mode]))
    x = alt.X("share:Q", title=None, axis=alt.Axis(
        labelExpr="abs(datum.value) + '%'", tickCount=6, labelFontSize=12, labelColor=MUTED[mode], aria=False))
    tips = [alt.Tooltip("age:N", title="Age"), alt.Tooltip("shown:N", title="Share of residents")]
    bars = alt.Chart(area).mark_bar(height={"band": 0.78}, color=FOCUS[mode]).encode(y=order, x=x, tooltip=tips)
    marks = alt.Chart(england).mark_tick(thickness=2.5, size=AGE_BAND - 3, color=TEXT[mode]).encode(
        y=order, x=x, tooltip=tips)
    keys = [_key(f"■ {place}", 0, FOCUS[mode], -22), _key("┃ England", 0, TEXT[mode], -6)]
    if set(rows["sex"]) != {"all"}:
        keys += [_side("← Men", "right", -6, mode), _side("Women →", "left", 6, mode)]
    return alt.layer(bars, marks, *keys, autosize=PLOT_HEIGHT).properties(height=rows["age"].nunique() * AGE_BAND)


def _key(words: str, x: int, colour: str, y: int) -> alt.Chart:
    return alt.Chart(pd.DataFrame({"words": [words]})).mark_text(
        align="left", baseline="bottom", fontSize=12, fontWeight=600, color=colour).encode(
        x=alt.XValue(x), y=alt.YValue(y), text=alt.Text("words:N"))


def _side(words: str, align: str, dx: int, mode: Mode) -> alt.Chart:
    return alt.Chart(pd.DataFrame({"words": [words], "share": [0.0]})).mark_text(
        align=align, baseline="bottom", dx=dx, fontSize=12, fontWeight=600, color=TEXT[mode]).encode(
        x=alt.X("share:Q"), y=alt.YValue(-6), text=alt.Text("words:N"))


def ethnic_pairs(rows: pd.DataFrame, mode: Mode, chosen: str = "") -> alt.LayerChart:
    """Two bars a group, one a census, the largest group of the latest census first; the chosen group stands out.

    ``rows`` has ethnic_group, name (short), year, share_pct and shown.
    """
    latest = rows["year"].max()
    frame = rows.assign(
        words=rows["shown"] + " in " + rows["year"].astype(str),
        colour=[FOCUS[mode] if year == latest and (not chosen or group == chosen) else CONTEXT[mode]
                for year, group in zip(rows["year"], rows["ethnic_group"], strict=True)])
    names = list(frame.sort_values(["year", "share_pct"], ascending=False, kind="stable")["name"].unique())
    # The order is a column of the rows, and the names are text: so another area's rows can take the place of these. An
    # axis of names would keep the order that it had.
    frame = frame.assign(place=frame["name"].map(names.index))
    y = alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0.22))
    base = alt.Chart(frame).encode(y=y, yOffset=alt.YOffset("year:O", sort="ascending"))
    bars = base.mark_bar(height={"band": 0.86}).encode(
        # The range that an axis reads out stays that of the rows before; each bar says its own figure.
        x=alt.X("share_pct:Q", title=None, scale=alt.Scale(domainMin=0, nice=False), axis=alt.Axis(
            tickCount=4, labelFontSize=12, labelExpr="datum.value + '%'", labelColor=MUTED[mode], aria=False)),
        color=alt.Color("colour:N", scale=None),
        tooltip=[alt.Tooltip("name:N", title="Group"), alt.Tooltip("words:N", title="Share of residents")])
    labels = base.mark_text(align="left", dx=5, fontSize=11.5, color=TEXT[mode]).encode(
        x=alt.X("share_pct:Q"), text=alt.Text("words:N"))
    return alt.layer(bars, labels, *side_names(frame, "name", y, mode), autosize=PLOT_HEIGHT).properties(
        height=len(names) * PAIR)


def fifth_bars(rows: pd.DataFrame, mode: Mode, chosen: str = "") -> alt.LayerChart:
    """A full bar a group, divided by the deprivation fifth of where its people live, the most deprived on the left.

    ``rows`` has ethnic_group, name, fifth (1 to 5), share_pct and shown, the groups in the order to draw.
    """
    ramp = fifth_colours(mode)
    frame = rows.sort_values("fifth", kind="stable")
    end = frame.groupby("ethnic_group")["share_pct"].cumsum()
    frame = frame.assign(
        end=end, start=end - frame["share_pct"], middle=end - frame["share_pct"] / 2,
        colour=frame["fifth"].map(ramp), ink=[ink_on(ramp[fifth]) for fifth in frame["fifth"]],
        frame=(frame["ethnic_group"] == chosen) * FRAME,
        words=frame["shown"].where(frame["share_pct"] >= NARROWEST_LABELLED, ""))
    y = alt.Y("name:N", sort=list(dict.fromkeys(rows["name"])), title=None,
              axis=alt.Axis(ticks=False, domain=False, labelFontSize=12, labelOverlap=False, labelColor=TEXT[mode]))
    base = alt.Chart(frame[["name", "fifth", "start", "end", "middle", "colour", "ink", "frame", "words", "shown"]])
    bars = base.mark_bar(height={"band": 0.74}, stroke=TEXT[mode]).encode(
        y=y, x=alt.X("start:Q", title=None, scale=alt.Scale(domain=[0, 100], nice=False), axis=alt.Axis(
            values=[0, 25, 50, 75, 100], labelFontSize=12, labelExpr="datum.value + '%'",
            labelColor=MUTED[mode])), x2=alt.X2("end"),
        color=alt.Color("colour:N", scale=None), strokeWidth=alt.StrokeWidth("frame:Q", scale=None),
        tooltip=[alt.Tooltip("name:N", title="Group"), alt.Tooltip("fifth:O", title="Fifth, 1 most deprived"),
                 alt.Tooltip("shown:N", title="Share of the group")])
    words = base.mark_text(fontSize=11.5).encode(
        y=y, x=alt.X("middle:Q"), text=alt.Text("words:N"), color=alt.Color("ink:N", scale=None))
    return alt.layer(bars, words, *_fifth_key(ramp, mode), autosize=PLOT_HEIGHT).properties(
        height=rows["name"].nunique() * ROW)


def fifth_colours(mode: Mode) -> dict[int, str]:
    """A colour a fifth; the most deprived is the strongest, as on the maps."""
    ramp = SEQUENTIAL if mode == "light" else SEQUENTIAL_DARK
    return {len(ramp) - position: colour for position, colour in enumerate(ramp)}


def _fifth_key(ramp: dict[int, str], mode: Mode) -> list[alt.Chart]:
    """The five colours with their numbers over the bars, between the words for the two ends."""
    count = len(ramp)
    frame = pd.DataFrame({"at": [100 * (fifth - 0.5) / count for fifth in sorted(ramp)],
                          "from": [100 * (fifth - 1) / count for fifth in sorted(ramp)],
                          "to": [100 * fifth / count for fifth in sorted(ramp)],
                          "colour": [ramp[fifth] for fifth in sorted(ramp)],
                          "words": ["1 most", *map(str, range(2, count)), f"{count} least"]})
    swatches = alt.Chart(frame).mark_rect(height=8).encode(
        x=alt.X("from:Q"), x2=alt.X2("to"), y=alt.YValue(-16), color=alt.Color("colour:N", scale=None))
    words = alt.Chart(frame).mark_text(baseline="bottom", fontSize=11.5, color=MUTED[mode]).encode(
        x=alt.X("at:Q"), y=alt.YValue(-22), text=alt.Text("words:N"))
    title = alt.Chart(pd.DataFrame({"words": ["Deprivation fifth of the neighbourhood"]})).mark_text(
        align="left", baseline="bottom", fontSize=11.5, color=MUTED[mode]).encode(
        x=alt.XValue(0), y=alt.YValue(-38), text=alt.Text("words:N"))
    return [swatches, words, title]


def heat(rows: pd.DataFrame, mode: Mode, district: str = "", chosen: str = "") -> alt.LayerChart:
    """A cell a district and group with its share printed in it; the chosen row and column are framed.

    ``rows`` has area_code, area_name, ethnic_group, name, share_pct and shown, in the order to draw.
    """
    scale = make_scale(rows["share_pct"].to_list(), None, mode)
    colours = [scale.colours[scale.classify(value) or 0] for value in rows["share_pct"]]
    frame = rows.assign(
        area=[wrapped(name, NAME_WIDTH) for name in rows["area_name"]], colour=colours, ink=[*map(ink_on, colours)],
        frame=((rows["area_code"] == district) | (rows["ethnic_group"] == chosen)) * FRAME)
    y = alt.Y("area:N", sort=list(dict.fromkeys(frame["area"])), title=None, axis=None)
    x = alt.X("name:N", sort=list(dict.fromkeys(frame["name"])), title=None, axis=None)
    heads = alt.Chart(frame[["name"]].drop_duplicates()).mark_text(
        baseline="bottom", fontSize=12, color=TEXT[mode]).encode(x=x, y=alt.YValue(-7), text=alt.Text("name:N"))
    base = alt.Chart(frame[["area", "name", "colour", "ink", "frame", "shown"]]).encode(x=x, y=y)
    cells = base.mark_rect(stroke=TEXT[mode]).encode(
        color=alt.Color("colour:N", scale=None), strokeWidth=alt.StrokeWidth("frame:Q", scale=None),
        tooltip=[alt.Tooltip("area:N", title="Area"), alt.Tooltip("name:N", title="Group"),
                 alt.Tooltip("shown:N", title="Share of the group")])
    words = base.mark_text(fontSize=12).encode(text=alt.Text("shown:N"), color=alt.Color("ink:N", scale=None))
    return alt.layer(cells, words, heads, *side_names(frame, "area", y, mode), autosize=PLOT_HEIGHT).properties(
        height=frame["area"].nunique() * CELL)


def ink_on(colour: str) -> str:
    """Dark or light words, whichever is easier to read on a colour (WCAG relative luminance)."""
    parts = [channel / 255 for channel in rgb(colour)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return TEXT["light"] if luminance > 0.18 else TEXT["dark"]

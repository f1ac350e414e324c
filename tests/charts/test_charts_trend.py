"""Lines over time and ranked bars: nothing is joined across a break, labels never overlap, bars start at zero."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard.charts_latest import latest_bars
from dashboard.charts_trend import line_looks, tick_names, trend_lines
from dashboard.labels import label_height, short, spread, wrapped
from dashboard.registry import Indicator

SHARE = Indicator("x", "A share", "Theme", "% of people", "%", 0, "high_is_bad", "q", "Is.", "Mind.", kind="share")
YEARS = ("2018/19", "2019/20", "2021/22", "2022/23")


def trend_rows(**changes: Any) -> pd.DataFrame:
    lines = [("Rugby", [20.0, 22.0, 30.0, 31.0]), ("England", [25.0, 25.5, 30.5, 31.5])]
    return pd.DataFrame([{
        "line": line, "series": "old" if year < "2020" else "new", "run": 0, "period": year, "value": value,
        "day": datetime.date(int(year[:4]) + 1, 3, 31).toordinal(), "lower": value - 2, "upper": value + 2,
        "lowest": None, "highest": None, "shown": f"{value:.0f}%", **changes}
        for line, values in lines for year, value in zip(YEARS, values, strict=True)]).astype(
        {"lowest": float, "highest": float})


def layers(chart: alt.TopLevelMixin) -> list[dict[str, Any]]:
    specification = chart.to_dict()
    inherited = specification.get("data", {}).get("name")
    return [{**layer, "rows": specification["datasets"].get(layer.get("data", {}).get("name", inherited), [])}
            for layer in specification["layer"]]


def marked(chart: alt.TopLevelMixin, kind: str) -> list[dict[str, Any]]:
    return [layer for layer in layers(chart) if layer["mark"]["type"] == kind]


def test_a_line_is_a_run_of_one_series() -> None:
    chart = trend_lines(trend_rows(), SHARE, "light", coloured=("Rugby", "England"))
    line = marked(chart, "line")[0]
    assert line["encoding"]["detail"]["field"] == "piece"
    assert {(row["period"], row["piece"]) for row in line["rows"] if row["line"] == "Rugby"} == {
        ("2018/19", "old0"), ("2019/20", "old0"), ("2021/22", "new0"), ("2022/23", "new0")}


def test_breaks_are_drawn_and_named_and_the_target_too() -> None:
    day = datetime.date(2020, 9, 30).toordinal()
    chart = trend_lines(trend_rows(), replace(SHARE, target=50.0, target_label="national standard"), "light",
                        coloured=("Rugby", "England"), breaks=(day,), break_note="Asked anew")
    assert {"day": day} in marked(chart, "rule")[0]["rows"]
    said = {row.get("words") for layer in marked(chart, "text") for row in layer["rows"]}
    assert {"┊ Break: Asked anew", "National\nstandard 50%"} <= said


def test_intervals_are_bands_of_the_coloured_lines_only() -> None:
    assert not marked(trend_lines(trend_rows(), SHARE, "light", coloured=("Rugby",)), "area")
    band = marked(trend_lines(trend_rows(), SHARE, "light", coloured=("Rugby",), intervals=True), "area")[0]
    assert {row["line"] for row in band["rows"]} == {"Rugby"}


def test_one_point_is_a_dot_and_missing_values_are_not_drawn() -> None:
    rows = trend_rows().head(1)
    assert len(marked(trend_lines(rows, SHARE, "dark", coloured=("Rugby",)), "point")[0]["rows"]) == 1
    rows = trend_rows()
    rows.loc[0, "value"] = None
    assert len(marked(trend_lines(rows, SHARE, "dark", coloured=("Rugby",)), "line")[0]["rows"]) == 7


def test_more_than_four_lines_are_grey_and_colours_leave_the_target_s_free() -> None:
    looks = line_looks(["a", "b", "c", "d", "e"], ("a", "b", "c", "d"), "light", False)
    assert looks["e"]["colour"] == "#BFBFBF"
    assert len({look["colour"] for look in looks.values()}) == 5
    assert line_looks(["a", "b", "c"], ("a", "b", "c"), "light", True)["c"]["colour"] != "#801650"


@pytest.mark.parametrize("values", [
    [5.0, 5.0, 5.0, 5.0], [1.0, 1.1, 9.0, 9.1, 9.2], [0.0, 10.0], [9.9, 9.95, 10.0, 0.0, 0.01]])
def test_labels_never_overlap_and_stay_inside(values: list[float]) -> None:
    heights = [label_height(wrapped("Nuneaton and Bedworth 5%")) for _ in values]
    placed = spread(values, heights, 0, 10, 330)
    middles = sorted(((10 - place) / 10 * 330, size) for place, size in zip(placed, heights, strict=True))
    for (above, size), (below, other) in itertools.pairwise(middles):
        assert below - above >= (size + other) / 2 - 1e-6
    assert middles[0][0] >= middles[0][1] / 2 - 1e-6
    assert middles[-1][0] <= 330 - middles[-1][1] / 2 + 1e-6


def test_labels_keep_the_order_of_the_values() -> None:
    placed = spread([3.0, 1.0, 2.0], [20, 20, 20], 0, 10, 330)
    assert placed[0] > placed[2] > placed[1]


def ticks(*periods: tuple[str, str]) -> list[list[str]]:
    return list(tick_names(pd.DataFrame({
        "period": [period for period, _ in periods],
        "day": [datetime.date.fromisoformat(day).toordinal() for _, day in periods]})).values())


def test_the_axis_suits_years_quarters_editions_and_mixtures() -> None:
    assert ticks(*[(f"{year}/{year - 1999:02}", f"{year + 1}-03-31") for year in range(2011, 2023)]) == [
        ["2014/15"], ["2016/17"], ["2018/19"], ["2020/21"], ["2022/23"]]
    quarters = [(f"Q{number} {year}/{year - 1999:02}", day) for year in range(2017, 2022) for number, day in (
        (1, f"{year}-06-30"), (2, f"{year}-09-30"), (3, f"{year}-12-31"), (4, f"{year + 1}-03-31"))]
    assert ticks(*quarters) == [["Q4", f"{year}/{year - 1999}"] for year in range(2017, 2022)]
    assert ticks(("2015", "2015-12-31"), ("2019", "2019-12-31"), ("2025", "2025-12-31")) == [
        ["2015"], ["2019"], ["2025"]]
    assert ticks(("2013 to 2015", "2015-12-31"), ("2014 to 2016", "2016-12-31")) == [
        ["2013", "to 2015"], ["2014", "to 2016"]]
    assert ticks(("2019/20", "2020-03-31"), ("12 months to July 2021", "2021-07-31")) == [
        ["Mar", "2020"], ["Jul", "2021"]]


def test_values_from_a_million_on_are_short() -> None:
    assert short(13_555_203, replace(SHARE, prefix="£", short_unit="")) == "£13.6m"
    assert short(52, SHARE) == "52%"


def latest_rows() -> pd.DataFrame:
    return pd.DataFrame({
        "area_name": ["Nottingham and Nottinghamshire", "England", "Rugby"],
        "area_type": ["peer_icb", "country", "district"], "value": [9.0, 7.0, None], "lower": [8.0, None, None],
        "upper": [10.0, None, None], "shown": ["9%", "7%", "not known"]})


def test_bars_start_at_zero_with_limits_and_a_rule_for_england() -> None:
    chart = latest_bars(latest_rows(), SHARE, "light", focus={"England": "#123456"}, reference="England")
    bars = marked(chart, "bar")[0]
    assert bars["encoding"]["x"]["scale"]["domainMin"] == 0
    assert [(row["value"], row["colour"]) for row in bars["rows"]] == [(9.0, "#BFBFBF"), (7.0, "#123456")]
    assert [(row["lower"], row["upper"]) for row in marked(chart, "tick")[0]["rows"]] == [(8.0, 10.0)]
    assert [row["value"] for layer in marked(chart, "rule") for row in layer["rows"] if "area_name" in row] == [7.0]

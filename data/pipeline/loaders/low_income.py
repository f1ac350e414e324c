"""Number of children in low-income families, before housing costs, 2014/15 to 2021/22 (DWP and HMRC).

The numbers are a Stat-Xplore export that counts every dependent child, aged 0 to 19. Published rates are of children
under 16, so the numbers are never divided by residents under 16.
"""

from __future__ import annotations

import pandas as pd

from data.pipeline.raw import DISTRICTS, MSOA, RawFile, RawFolder, choice, code, whole

LOCAL = (*DISTRICTS, "E10000031")
FINANCIAL_YEAR = r"20\d\d/\d\d"
TRUTH = {"True": True, "False": False}

DISTRICT = RawFile("low_income_children_district", {
    "area_code": choice(LOCAL), "area_level": choice(["district", "county"]), "financial_year": code(FINANCIAL_YEAR),
    "provisional": choice(list(TRUTH)), "children": whole(0, 200_000),
}, key=("area_code", "financial_year"))
MSOA_2011 = RawFile("low_income_children_msoa", {
    "msoa11_code": code(MSOA), "financial_year": code(FINANCIAL_YEAR), "provisional": choice(list(TRUTH)),
    "children": whole(0, 20_000),
}, key=("msoa11_code", "financial_year"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``low_income``: one row per area and financial year."""
    large, small = raw.read(DISTRICT), raw.read(MSOA_2011)
    return {"low_income": pd.concat([
        _numbers(large, DISTRICT).assign(area_code=large["area_code"], area_type=large["area_level"]),
        _numbers(small, MSOA_2011).assign(area_code=small["msoa11_code"], area_type="msoa11"),
    ])}


def _numbers(frame: pd.DataFrame, declared: RawFile) -> pd.DataFrame:
    return pd.DataFrame({
        "financial_year": frame["financial_year"], "children": frame["children"],
        "provisional": frame["provisional"].map(TRUTH), "source_id": declared.source_id,
    })

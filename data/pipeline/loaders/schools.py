"""Open schools and colleges of Coventry and Warwickshire, 24 May 2025 (DfE, Get Information about Schools).

A school's place is where it stands, not where its pupils live.
"""

from __future__ import annotations

import pandas as pd

from data.pipeline.loaders.geography import PLACES_OF_PLAN
from data.pipeline.raw import DISTRICTS, LSOA, RawFile, RawFolder, choice, code, number, text, whole

TRUTH = {"True": True, "False": False}
AUTHORITIES = {"Coventry": "E08000026", "Warwickshire": "E10000031"}
DISTRICT_FROM = {"LSOA21 lookup": "neighbourhood", "nearest school (LSOA missing in source)": "nearest_school"}
NO_LSOA = "999999999"
PHASES = ("Not applicable", "Nursery", "Primary", "Secondary", "16 plus", "All-through")
SETTINGS = ("independent school", "independent special school", "state nursery school", "state primary",
            "state secondary", "state special school", "FE / sixth-form / 16-19", "state all-through",
            "alternative provision / PRU", "other")

SCHOOLS = RawFile("gias_2025_05", {
    "urn": code(r"\d{6}"), "establishment_name": text(), "dfe_la_name": choice(list(AUTHORITIES)),
    "establishment_type": text(), "education_phase": choice(PHASES), "setting_group": choice(SETTINGS),
    "state_funded_5_18": choice(list(TRUTH)), "schools_and_colleges_5_18": choice(list(TRUTH)),
    "number_of_pupils": whole(0, 10_000, nullable=True), "percentage_fsm": number(0, 100, nullable=True),
    "longitude": number(-3, 0), "latitude": number(51, 54), "lsoa21_code": code(f"{LSOA}|{NO_LSOA}"),
    "lad_code": choice(DISTRICTS), "lad_source": choice(list(DISTRICT_FROM)),
}, key=("urn",))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``schools``: one row per open school or college."""
    frame = raw.read(SCHOOLS)
    places = {district: place for place, (_, districts) in PLACES_OF_PLAN.items() for district in districts}
    pupils, fsm = frame["number_of_pupils"], frame["percentage_fsm"]
    return {"schools": pd.DataFrame({
        "urn": frame["urn"],
        "name": frame["establishment_name"],
        "phase": frame["education_phase"],
        "type": frame["establishment_type"],
        "setting_group": frame["setting_group"],
        "state_funded_5_18": frame["state_funded_5_18"].map(TRUTH),
        "schools_and_colleges_5_18": frame["schools_and_colleges_5_18"].map(TRUTH),
        "pupils": pupils.mask(pupils == 0),
        "pupils_status": _recorded(pupils),
        "fsm_pct": fsm.mask(fsm == 0),
        "fsm_status": _recorded(fsm),
        "longitude": frame["longitude"],
        "latitude": frame["latitude"],
        "lsoa21": frame["lsoa21_code"].mask(frame["lsoa21_code"] == NO_LSOA),
        "district_code": frame["lad_code"],
        "district_from": frame["lad_source"].map(DISTRICT_FROM),
        "education_authority": frame["dfe_la_name"].map(AUTHORITIES),
        "place_code": frame["lad_code"].map(places),
        "source_id": SCHOOLS.source_id,
    })}


def _recorded(column: pd.Series) -> pd.Series:
    """Whether the register gives a figure; a printed 0 is kept apart, because there it may mean none was recorded."""
    words = pd.Series("value", index=column.index)
    return words.mask(column == 0, "zero_or_not_recorded").mask(column.isna(), "not_recorded")

"""Open schools and colleges of Coventry and Warwickshire, 24 May 2025 (DfE, Get Information about Schools).

A school's place is where it stands, not where its pupils live.
"""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.loaders.geography import DEGREES, LSOA_2021, METRES, PLACES_OF_PLAN
from data.pipeline.originals import Original, lsoa_district
from data.pipeline.published import translate
from data.pipeline.raw import DISTRICTS, LSOA, RawFile, RawFolder, choice, code, number, text, whole

TRUTH = {"True": True, "False": False}
AUTHORITIES = {"Coventry": "E08000026", "Warwickshire": "E10000031"}
DISTRICT_FROM = {"LSOA21 lookup": "neighbourhood", "nearest school (LSOA missing in source)": "nearest_school",
                 "register": "register"}
NO_LSOA = "999999999"
PHASES = ("Not applicable", "Nursery", "Primary", "Secondary", "16 plus", "All-through")
SETTINGS = ("independent school", "independent special school", "state nursery school", "state primary",
            "state secondary", "state special school", "FE / sixth-form / 16-19", "state all-through",
            "alternative provision / PRU", "other")
# The class of a school by its type in the register; mainstream state schools go by their phase.
MAINSTREAM = {"Primary": "state primary", "Secondary": "state secondary", "All-through": "state all-through"}
SETTING_OF = {
    **dict.fromkeys(("Academy converter", "Academy sponsor led", "Free schools", "University technical college",
                     "Community school", "Foundation school", "Voluntary aided school",
                     "Voluntary controlled school"), "mainstream"),
    **dict.fromkeys(("Academy special converter", "Academy special sponsor led", "Free schools special",
                     "Community special school"), "state special school"),
    **dict.fromkeys(("Academy alternative provision sponsor led", "Pupil referral unit"),
                    "alternative provision / PRU"),
    **dict.fromkeys(("Academy 16-19 converter", "Further education"), "FE / sixth-form / 16-19"),
    **dict.fromkeys(("Miscellaneous", "Higher education institutions"), "other"),
    "Local authority nursery school": "state nursery school", "Other independent school": "independent school",
    "Other independent special school": "independent special school",
}
STATE_5_18 = {*MAINSTREAM.values(), "state special school", "alternative provision / PRU"}
NOT_5_18 = {"state nursery school", "other"}
LA, TYPE, PHASE = "LA (name)", "TypeOfEstablishment (name)", "PhaseOfEducation (name)"
LSOA_CODE, LSOA_NAME, DISTRICT = "LSOA (code)", "LSOA (name)", "DistrictAdministrative (code)"


def _tidy(register: pd.DataFrame, name: str) -> pd.DataFrame:
    """The register's rows with the classes and the place we give a school.

    A school's district is its neighbourhood's, or the one the register states where it names no neighbourhood.
    """
    setting = register[TYPE].map(SETTING_OF)
    mainstream = setting == "mainstream"
    setting = setting.mask(mainstream, translate(register.loc[mainstream, PHASE], MAINSTREAM, name))
    points = gpd.GeoSeries(gpd.points_from_xy(register["Easting"], register["Northing"]), register.index, METRES)
    points, district = points.to_crs(DEGREES), lsoa_district(register[LSOA_NAME])
    return register.rename(columns={
        "URN": "urn", "EstablishmentName": "establishment_name", LA: "dfe_la_name", TYPE: "establishment_type",
        PHASE: "education_phase", "NumberOfPupils": "number_of_pupils", "PercentageFSM": "percentage_fsm"}).assign(
        lsoa21_code=register[LSOA_CODE].fillna(NO_LSOA),
        setting_group=setting, state_funded_5_18=setting.isin(STATE_5_18).map(str),
        schools_and_colleges_5_18=(~setting.isin(NOT_5_18)).map(str), longitude=points.x, latitude=points.y,
        lad_code=district.fillna(register[DISTRICT]),
        lad_source=district.isna().map({True: "register", False: "LSOA21 lookup"}))


REGISTER = Original(
    sign="URN", tidy=_tidy,
    ours=lambda frame: frame[LA].isin(AUTHORITIES) & (frame["EstablishmentStatus (name)"] == "Open"),
    columns={
        "URN": code(r"\d{6}"), LA: text(), "EstablishmentName": text(), TYPE: choice(tuple(SETTING_OF)),
        "EstablishmentStatus (name)": text(), PHASE: choice(PHASES), "NumberOfPupils": whole(0, 10_000, nullable=True),
        "PercentageFSM": number(0, 100, nullable=True), DISTRICT: text(nullable=True),
        "Easting": whole(350_000, 500_000), "Northing": whole(200_000, 400_000),
        LSOA_NAME: text(nullable=True), LSOA_CODE: code(f"{LSOA}|{NO_LSOA}", nullable=True)})
SCHOOLS = RawFile("gias_2025_05", {
    "urn": code(r"\d{6}"), "establishment_name": text(), "dfe_la_name": choice(list(AUTHORITIES)),
    "establishment_type": text(), "education_phase": choice(PHASES), "setting_group": choice(SETTINGS),
    "state_funded_5_18": choice(list(TRUTH)), "schools_and_colleges_5_18": choice(list(TRUTH)),
    "number_of_pupils": whole(0, 10_000, nullable=True), "percentage_fsm": number(0, 100, nullable=True),
    "longitude": number(-3, 0), "latitude": number(51, 54), "lsoa21_code": code(f"{LSOA}|{NO_LSOA}"),
    "lad_code": choice(DISTRICTS), "lad_source": choice(list(DISTRICT_FROM)),
}, key=("urn",), originals=(REGISTER,))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``schools``: one row per open school or college."""
    frame = raw.read(SCHOOLS)
    _check_neighbourhoods(raw, frame["lsoa21_code"])
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


def _check_neighbourhoods(raw: RawFolder, codes: pd.Series) -> None:
    """Raise RawDataError for a neighbourhood that is none of 2021, such as those of an older register."""
    unknown = codes[~codes.isin([NO_LSOA, *raw.read(LSOA_2021)["lsoa21cd"]])]
    if len(unknown):
        raise RawDataError(f"{raw.sources[SCHOOLS.source_id].file}, row {unknown.index[0]}, column {LSOA_CODE}: "
                           f"{unknown.iloc[0]} is no neighbourhood of 2021 here")


def _recorded(column: pd.Series) -> pd.Series:
    """Whether the register gives a figure; a printed 0 is kept apart, because there it may mean none was recorded."""
    words = pd.Series("value", index=column.index)
    return words.mask(column == 0, "zero_or_not_recorded").mask(column.isna(), "not_recorded")

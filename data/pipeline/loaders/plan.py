"""Figures typed from the strategy documents (``data/transcribed``): money, access, staff, school teams, the rest.

Nothing is summed, and nothing that a document leaves out is filled in: a missing number has a status.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from data.pipeline.loaders.geography import ICB, PLACES_OF_PLAN
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text, whole
from data.pipeline.transcribed import DATE, PLACE, read, sheet, titled

AREAS = {"E08000026": "Coventry", "E10000031": "Warwickshire", ICB: "Coventry and Warwickshire"}
AREA = {"area_code": choice(list(AREAS)), "area_name": choice(list(AREAS.values()))}
YEAR = {"financial_year": code(r"20\d\d/\d\d")}
MEASURED = {"value": number(-1e6, 1e6), "unit": text()}
WHERE = {**PLACE, "table_name": text(), "note": text(nullable=True)}


def _sheet(name: str, columns: Mapping[str, pa.Column]) -> RawFile:
    """The declared shape of one transcribed file."""
    return sheet(name, "figure_id", {**columns, **WHERE})


FUNDING = _sheet("funding", {**AREA, "funder": text(), "service": text(), **YEAR, "amount_gbp": whole(0, 50_000_000)})
STATED_TOTALS = _sheet("funding_stated_totals", {**AREA, **YEAR, "amount_gbp": whole(0, 50_000_000)})
ACCESS = _sheet("access", {
    "area_code": choice([ICB]), "measure": choice(["cyp_access_one_contact_plan"]), "period_end": code(DATE),
    "people": whole(0, 100_000), "expected": whole(0, 100_000),
})
EATING_DISORDERS = _sheet("eating_disorders", {
    "area_code": choice([ICB]), "measure": choice(["referrals", "contacts"]), **YEAR,
    "people_or_contacts": whole(0, 100_000),
})
EATING_DISORDERS_STATED = _sheet("eating_disorders_stated", {"measure": text(), **MEASURED})
WORKFORCE = _sheet("workforce", {"team": text(), "measure": text(), "as_at": code(DATE), **MEASURED})
TURNOVER = _sheet("staff_turnover", {"staff_group": text(), "month_end": code(DATE), "turnover_pct": number(0, 100)})
COVERAGE = _sheet("mhst_coverage", {
    "place_code": choice(list(PLACES_OF_PLAN)), "place_name": text(),
    "stage": choice(["established", "rolling_out", "approved", "not_stated"]), "settings": whole(0, 500, nullable=True),
    "as_at": code(r"20\d\d"),
})
REFERRALS = _sheet("mhst_referrals", {
    "area_code": choice(list(AREAS)), "measure": choice(["referrals", "direct_work"]),
    "value": whole(0, 100_000, nullable=True), "status": choice(["value", "not_collected", "not_published"]),
    "period": text(),
})
FIGURES = _sheet("plan_figures", {
    "subject": text(), "area_code": text(nullable=True), "period": text(), "value": number(-1e9, 1e9), "unit": text(),
    "quote_context": text(),
})


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """The plan's tables; ``access`` holds the plan's part, beside the national dashboard's."""
    coverage = _read(raw, COVERAGE)
    as_typed = {sheet.source_id: _read(raw, sheet) for sheet in (
        FUNDING, STATED_TOTALS, EATING_DISORDERS, EATING_DISORDERS_STATED, WORKFORCE, TURNOVER, REFERRALS, FIGURES)}
    return as_typed | {
        "access": _access(_read(raw, ACCESS)),
        "mhst_coverage": coverage.assign(
            status=coverage["settings"].isna().map({True: "not_published", False: "value"})),
    }


def _access(frame: pd.DataFrame) -> pd.DataFrame:
    ends = pd.to_datetime(frame["period_end"])
    return pd.DataFrame({
        "area_code": frame["area_code"], "area_type": "icb", "measure": frame["measure"],
        "period": "12 months to " + ends.dt.strftime("%B %Y"), "period_end": frame["period_end"],
        "people": frame["people"], "expected": frame["expected"], "status": "value", "source_id": frame["source_id"],
    })


def _read(raw: RawFolder, declared: RawFile) -> pd.DataFrame:
    """A typed file, with the title of the document it quotes."""
    return titled(raw, read(raw, declared))

"""Indicators underneath the Indices of Deprivation 2019 and 2025 (MHCLG, File 8): mental health and low income.

The mental-health indicators of the two editions are made differently, so they are two indicators. Numerators are
rounded to 5 and small ones withheld by the publisher.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.pipeline.loaders.deprivation import file_7
from data.pipeline.raw import LSOA, RawFile, RawFolder, code, number, whole


@dataclass(frozen=True)
class Indicator:
    """One indicator: its column in File 8 and, where it is a number of people, their denominator in File 6."""

    name: str
    column: str
    denominator: str | None = None


@dataclass(frozen=True)
class Edition:
    """One edition: its File 8 and denominators, LSOA vintage and the indicators taken."""

    year: int
    lsoa_vintage: int
    indicators: tuple[Indicator, ...]

    @property
    def lsoa(self) -> str:
        """The raw files' column of LSOA codes."""
        return f"lsoa{self.lsoa_vintage % 100}cd"

    def indicator_file(self) -> RawFile:
        """The columns the edition's File 8 must have."""
        columns = {self.lsoa: code(LSOA)}
        for indicator in self.indicators:
            columns[indicator.column] = (whole(0, 20_000, nullable=True) if indicator.denominator
                                         else number(-10, 10, nullable=True))
        return RawFile(f"iod_{self.year}_indicators", columns, key=(self.lsoa,))

    def denominator_file(self) -> RawFile:
        """The columns the edition's file of denominators must have."""
        columns = {indicator.denominator: number(0, 20_000) for indicator in self.indicators if indicator.denominator}
        columns = {self.lsoa: code(LSOA), **columns}
        return RawFile(f"iod_{self.year}", columns, key=(self.lsoa,), originals=(file_7(self.lsoa_vintage, columns),))


IDACI = "income_deprivation_affecting_children_index_idaci_numerator"
IDAOPI = "income_deprivation_affecting_older_people_index_idaopi_numerator"
EDITIONS = (
    Edition(2019, 2011, (
        Indicator("mood_and_anxiety_disorders_indicator", "mood_and_anxiety_disorders_indicator"),
        Indicator("idaci_numerator_rounded5", IDACI, "pop_0_15_mid2015"),
        Indicator("idaopi_numerator_rounded5", IDAOPI, "pop_60plus_mid2015"),
    )),
    Edition(2025, 2021, (
        Indicator("mental_health_indicator", "mental_health_indicator"),
        Indicator("idaci_numerator_rounded5", IDACI, "pop_0_15_mid2022"),
        Indicator("idaopi_numerator_rounded5", IDAOPI, "pop_60plus_mid2022"),
    )),
)


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``deprivation_indicators``: one row per LSOA, edition and indicator."""
    return {"deprivation_indicators": pd.concat([_edition(raw, edition) for edition in EDITIONS])}


def _edition(raw: RawFolder, edition: Edition) -> pd.DataFrame:
    declared = edition.indicator_file()
    wide = raw.read(declared).merge(raw.read(edition.denominator_file()), on=edition.lsoa, validate="one_to_one")
    return pd.concat([
        pd.DataFrame({
            "area_code": wide[edition.lsoa],
            "lsoa_vintage": edition.lsoa_vintage,
            "edition": edition.year,
            "indicator": indicator.name,
            "value": wide[indicator.column],
            "denominator": wide[indicator.denominator] if indicator.denominator else None,
            "status": _status(wide[indicator.column], count=indicator.denominator is not None),
            "source_id": declared.source_id,
        }) for indicator in edition.indicators
    ])


def _status(values: pd.Series, *, count: bool) -> pd.Series:
    """Suppressed where the publisher left a blank; zero where it printed a count of 0."""
    words = pd.Series("value", index=values.index).mask(values.isna(), "suppressed")
    return words.mask(values == 0, "zero") if count else words

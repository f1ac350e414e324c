"""English Indices of Deprivation 2015, 2019 and 2025 (MHCLG): IMD, seven domains, IDACI and IDAOPI by LSOA.

Editions are relative measures: ranks and deciles may be set beside each other with care, scores never.
2015 and 2019 are on LSOA 2011, 2025 on LSOA 2021.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa

from data.pipeline.originals import Original, lsoa_district
from data.pipeline.raw import LSOA, RawFile, RawFolder, code, number, text, whole

DOMAINS = ("imd", "income", "employment", "education", "health", "crime", "housing", "environment",
           "idaci", "idaopi")
# The publisher's own column heads (File 7), so that the official file is read as it comes.
PUBLISHED_DOMAINS = {
    "imd": "Index of Multiple Deprivation (IMD)",
    "income": "Income",
    "employment": "Employment",
    "education": "Education, Skills and Training",
    "health": "Health Deprivation and Disability",
    "crime": "Crime",
    "housing": "Barriers to Housing and Services",
    "environment": "Living Environment",
    "idaci": "Income Deprivation Affecting Children Index (IDACI)",
    "idaopi": "Income Deprivation Affecting Older People (IDAOPI)",
}
PUBLISHED_PEOPLE = {"pop_total": "Total population", "pop_0_15": "Dependent Children aged 0-15",
                    "pop_60plus": "Older population aged 60 and over"}


@dataclass(frozen=True)
class Edition:
    """One edition: its source, year, LSOA vintage, number of LSOAs in England, domains and denominators."""

    source_id: str
    year: int
    lsoa_vintage: int
    neighbourhoods: int
    domains: tuple[str, ...]
    without_score: tuple[str, ...]
    population: str

    @property
    def lsoa(self) -> str:
        """The raw file's column of LSOA codes."""
        return f"lsoa{self.lsoa_vintage % 100}cd"

    def raw_file(self) -> RawFile:
        """The columns this edition's file must have."""
        columns = {self.lsoa: code(LSOA), self.population: number(0, 20_000)}
        for domain in self.domains:
            if domain not in self.without_score:
                columns[f"{domain}_score"] = number(-5, 100)
            columns[f"{domain}_rank"] = whole(1, self.neighbourhoods)
            columns[f"{domain}_decile"] = whole(1, 10)
        return RawFile(self.source_id, columns, key=(self.lsoa,), originals=(file_7(self.lsoa_vintage, columns),))


def file_7(lsoa_vintage: int, columns: Mapping[str, pa.Column]) -> Original:
    """The publisher's File 7 of an edition on these LSOAs, all England, of which these columns of ours are read."""
    lsoa, name = f"LSOA code ({lsoa_vintage})", f"LSOA name ({lsoa_vintage})"
    headers = {lsoa: f"lsoa{lsoa_vintage % 100}cd"}
    for ours, published in PUBLISHED_PEOPLE.items():
        headers[f"{published}: mid 2022"] = f"{ours}_mid2022"
        headers |= {f"{published}: mid {year} (excluding prisoners)": f"{ours}_mid{year}" for year in (2012, 2015)}
    for domain, published in PUBLISHED_DOMAINS.items():
        headers |= {f"{published} Score": f"{domain}_score", f"{published} Score (rate)": f"{domain}_score",
                    f"{published} Rank (where 1 is most deprived)": f"{domain}_rank",
                    f"{published} Decile (where 1 is most deprived 10% of LSOAs)": f"{domain}_decile"}
    return Original(sign=lsoa, columns={**columns, name: text()}, headers=headers,
                    ours=lambda frame: lsoa_district(frame[name]).notna())


EDITIONS = (
    Edition("iod_2015", 2015, 2011, 32_844, ("imd",), (), "pop_total_mid2012"),
    Edition("iod_2019", 2019, 2011, 32_844, DOMAINS, (), "pop_total_mid2015"),
    Edition("iod_2025", 2025, 2021, 33_755, DOMAINS, ("idaci", "idaopi"), "pop_total_mid2022"),
)


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``deprivation``: one row per LSOA, edition and domain; decile 1 is the most deprived."""
    return {"deprivation": pd.concat([_edition(raw, edition) for edition in EDITIONS])}


def _edition(raw: RawFolder, edition: Edition) -> pd.DataFrame:
    wide = raw.read(edition.raw_file())
    return pd.concat([
        pd.DataFrame({
            "area_code": wide[edition.lsoa],
            "lsoa_vintage": edition.lsoa_vintage,
            "edition": edition.year,
            "domain": domain,
            "score": wide.get(f"{domain}_score"),
            "rank": wide[f"{domain}_rank"],
            "decile": wide[f"{domain}_decile"],
            "neighbourhoods": edition.neighbourhoods,
            "population": wide[edition.population],
            "source_id": edition.source_id,
        }) for domain in edition.domains
    ])

"""Which neighbourhoods (LSOAs) make up each larger area (ONS look-ups), so that queries sum them in one way."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.pipeline.loaders.geography import ICB, LSOA_2011, LSOA_2021, WARWICKSHIRE
from data.pipeline.raw import DISTRICTS, RawFile, RawFolder

# area type: the look-up's column of its codes; the first is the neighbourhood itself
LEVELS_2021 = {"lsoa21": "lsoa21cd", "msoa21": "msoa21cd", "ward25": "wd24cd", "district": "lad24cd"}
LEVELS_2011 = {"lsoa11": "lsoa11cd", "msoa11": "msoa11cd", "district": "lad19cd"}


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``area_members``: one row per neighbourhood and area it belongs to, itself included."""
    return {"area_members": pd.concat([_members(raw, LSOA_2021, LEVELS_2021), _members(raw, LSOA_2011, LEVELS_2011)])}


def _members(raw: RawFolder, declared: RawFile, levels: Mapping[str, str]) -> pd.DataFrame:
    lookup = raw.read(declared)
    lsoa_type, lsoa_column = next(iter(levels.items()))
    parents = [lookup[column].to_frame("area_code").assign(area_type=level) for level, column in levels.items()]
    in_county = lookup[levels["district"]].isin(DISTRICTS[1:])
    parents.append(lookup.loc[in_county, []].assign(area_code=WARWICKSHIRE, area_type="county"))
    parents.append(lookup[[]].assign(area_code=ICB, area_type="icb"))
    members = pd.concat(parents)
    return members.assign(lsoa_code=lookup.loc[members.index, lsoa_column].to_numpy(), lsoa_type=lsoa_type,
                          source_id=declared.source_id)

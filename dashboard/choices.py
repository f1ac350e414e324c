"""What readers can choose: pages, areas, places and switches with their labels, and a filter as a page declares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SITE = "Mental health in Coventry and Warwickshire"
PAGES = {
    "app.py": "At a glance",
    "pages/inequality_map.py": "Map",
    "pages/inequality_gaps.py": "Gaps",
    "pages/trends.py": "Trends",
    "pages/people.py": "People",
    "pages/neighbourhoods.py": "Neighbourhoods",
    "pages/district_profile.py": "Districts",
    "pages/access_and_care.py": "Care",
    "pages/schools.py": "Schools",
    "pages/funding.py": "Funding",
    "pages/strategy.py": "Strategy",
    "pages/services.py": "Services",
    "pages/how_it_is_run.py": "How it is run",
    "pages/data_and_sources.py": "Data",
    "pages/briefing.py": "Briefing",
}
# The name of each page in an address, and where it lies.
STEMS = {Path(path).stem: path for path in PAGES}
TOGGLES = {"basis": ("national", "local"), "view": ("map", "drawing"), "schools": ("off", "on"),
           "intervals": ("off", "on"), "sex": ("female", "male"), "ages": ("persons", "sexes"),
           "prices": ("cash", "real"), "per": ("total", "child"), "joint": ("apart", "allocated"),
           "section": ("indicators", "availability", "tables", "sources", "unknown", "proof"),
           "chapter": ("bodies", "alliance", "tiers", "region", "checks", "overtaken", "glossary"),
           "rank": ("ratio", "points"), "part": ("measure", "finder"),
           "geography": ("lsoa", "msoa", "ward", "place", "district", "county", "icb", "region", "country"),
           "benchmark": ("country", "region", "county", "icb"),
           "elsewhere": ("off", "on"), "length": ("some", "all"),
           "board": ("list", "board", "timeline", "document", "targets")}
AREA_LABELS = {"all": "Coventry and Warwickshire", "E08000026": "Coventry",
               "E10000031": "Warwickshire (five districts)", "E07000218": "North Warwickshire",
               "E07000219": "Nuneaton and Bedworth", "E07000220": "Rugby", "E07000221": "Stratford-on-Avon",
               "E07000222": "Warwick"}
# The five documents, by the number that the record carries.
DOCUMENTS = {"000": "Integrated care plan: mental health (2023)",
             "001": "Children's local transformation plan (2022/23)",
             "002": "Early intervention paper (2016)", "003": "Alliances case study (2024)",
             "004": "Thrive West Midlands (2017)"}
PLACES = {"all": "All places", "coventry": "Coventry", "north_warwickshire": "North Warwickshire",
          "nuneaton_and_bedworth": "Nuneaton and Bedworth", "rugby": "Rugby",
          "south_warwickshire": "South Warwickshire"}


@dataclass(frozen=True)
class Control:
    """A filter on a page: its field, label, and the codes it offers with their labels."""

    field: str
    label: str
    options: Mapping[str, str]
    help: str | None = None
    width: int = 230
    fallback: str = ""  # what stands where the reader's choice is not among the options
    hidden: bool = False  # whether the words around it say what it is, so that its label need not show

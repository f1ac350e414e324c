"""The plan's money in words: sums, changes, and what the reader's choice of prices and head means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.filters import Filters
from dashboard.scales import Mode
from dashboard.text import spell_period

NHS, COVENTRY, COUNTY, BOTH = "ICB", "E08000026", "E10000031", "E54000018"
PANDEMIC = "2020/21"
PAIRING = ("Residents aged 0 to 18 of the same area: those of mid-{year} for {first}, and so on, in the only ONS "
           "series without a break (rebased to the last census). Services see people up to 25.")
APART = "Money that the plan prints for both areas together is kept apart: it does not share it between them."
LEFT_OUT = ("Money that the plan prints for both areas together is left out, because it does not share it between "
            "them; the switch to shared out adds our own share of it.")
ALLOCATED = ("Our allocation, not the plan's: the money for both areas together is shared out by residents aged 0 to "
             "18, counted in the middle of the year in which each financial year starts.")


def pounds(value: float) -> str:
    """A sum to read: "£1.23m", "£413,000", "£43.32"."""
    if value >= 1_000_000:
        return f"£{value / 1_000_000:.2f}".rstrip("0").rstrip(".") + "m"
    return f"£{value:,.0f}" if value >= 1_000 or value == 0 else f"£{value:,.2f}"


def exact(value: float) -> str:
    """A sum to check: "£1,234,567", and pence under a thousand."""
    return f"£{value:,.0f}" if value >= 1_000 or value == 0 else f"£{value:,.2f}"


def change(percent: float) -> str:
    """A change as words: "up 4%", "down 12%", "unchanged"."""
    whole = round(percent)
    return "unchanged" if whole == 0 else f"{'up' if whole > 0 else 'down'} {abs(whole)}%"


def span(first: str, last: str) -> str:
    """Financial years with their dates written out: "April 2017 to March 2023"."""
    start, end = (spell_period(year, f"{int(year[:4]) + 1}-03-31").split(" to ") for year in (first, last))
    return f"{start[0]} to {end[1]}"


@dataclass(frozen=True)
class Choice:
    """What the reader asked of the money, and the prices of its years (``queries/funding_prices.sql``)."""

    area: str
    prices: str
    per: str
    joint: str
    place: str
    years: pd.DataFrame
    mode: Mode

    @classmethod
    def of(cls, filters: Filters, labels: Mapping[str, str], years: pd.DataFrame, mode: Mode) -> Choice:
        """The choice in the filters; a district counts as Warwickshire, below which no money is published."""
        area = filters.district if filters.district in ("all", COVENTRY) else COUNTY
        return cls(area, filters.prices, filters.per, filters.joint, labels[area], years, mode)

    @property
    def millions(self) -> bool:
        """Whether amounts are sums of money rather than pounds per child."""
        return self.per == "total"

    @property
    def base(self) -> str:
        """The year whose prices real terms are in."""
        return str(self.years["base_year"].iloc[0])

    @property
    def period(self) -> str:
        """The years of the tables, written out."""
        return span(self.years["financial_year"].iloc[0], self.years["financial_year"].iloc[-1])

    @property
    def scope(self) -> str:
        """The area, and whether money for both areas was shared out to it."""
        return self.place + (", money for both areas shared out by us" if self.joint == "allocated" else "")

    @property
    def measured(self) -> str:
        """Prices and head as words: "in cash", "per resident aged 0 to 18, in prices of 2022/23"."""
        head = "" if self.millions else "per resident aged 0 to 18, "
        return head + ("in cash" if self.prices == "cash" else f"in prices of {self.base}")

    @property
    def unit(self) -> str:
        """The title of an axis."""
        prices = "cash" if self.prices == "cash" else f"prices of {self.base}"
        return f"£ million, {prices}" if self.millions else f"£ per resident aged 0–18, {prices}"

    def price_note(self, prices: str | None = None) -> str:
        """What the prices are, and what the pandemic did to the deflator."""
        rose = self.years.iloc[-1]
        if (prices or self.prices) == "cash":
            first = self.years["financial_year"].iloc[0]
            return (f"In cash: prices rose {rose['rose_since_pct']:.0f}% from {first} to {rose['financial_year']}, "
                    "which the switch to real terms allows for.")
        rises = dict(zip(self.years["financial_year"], self.years["rose_pct"], strict=True))
        after = next((year for year in rises if year > PANDEMIC), PANDEMIC)
        return (f"Real terms are in prices of {span(self.base, self.base)}, by the GDP deflator for financial years "
                f"({rose['vintage']}), which the pandemic distorts: up {rises[PANDEMIC]:.1f}% in {PANDEMIC} and "
                f"{rises[after]:.1f}% in {after}, so read those years together.")

    def notes(self, prices: str | None = None) -> list[str]:
        """The caveats that follow from the switches."""
        first = self.years["financial_year"].iloc[0]
        notes = [self.price_note(prices)]
        if not self.millions:
            notes.append(PAIRING.format(year=first[:4], first=first))
        notes.append(ALLOCATED if self.joint == "allocated" else APART if self.area == "all" else LEFT_OUT)
        return notes

    def sources(self, rows: pd.DataFrame, prices: str | None = None) -> tuple[str, ...]:
        """The sources that the rows rest on under this choice."""
        fields = ["source_id"]
        if not self.millions or self.joint == "allocated":
            fields.append("children_source_id")
        if (prices or self.prices) == "real":
            fields.append("deflator_source_id")
        return tuple(dict.fromkeys(source for field in fields for source in rows[field]))


def area_options(labels: Mapping[str, str], district: str) -> dict[str, str]:
    """The areas money is published for; a district chosen elsewhere says that Warwickshire stands in for it."""
    options = {code: labels[code] for code in ("all", COVENTRY, COUNTY)}
    return options if district in options else options | {district: f"{labels[district]} (Warwickshire shown)"}

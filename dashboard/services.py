"""The directory of services: everything that the documents name, each once, with what each document says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

import pandas as pd

from dashboard.search import Index, make_index
from dashboard.store import Store
from dashboard.text import file_name
from dashboard.vocabulary import load_words

# Two services with one name, written apart: the children's in Coventry, and the adult charities' collaborative.
ALIKE = ("d001_reach_children", "d003_reach_collaborative")


@dataclass(frozen=True)
class Service:
    """A service as a document tells of it; what is not stated is "", none or "not stated".

    ``accounts`` are what other documents say of the same service; ``providers`` are codes of ``provider_names``.
    """

    id: str
    same_as: str
    part_of: tuple[str, ...]
    name: str
    kind: str
    stage: str
    local: str
    what: str
    for_whom: str
    age_from: int | None
    age_to: int | None
    ages_as_stated: str
    areas: tuple[str, ...]
    tiers: tuple[str, ...]
    tier_basis: str
    needs: tuple[str, ...]
    provider: str
    providers: tuple[str, ...]
    commissioner: str
    routes: tuple[str, ...]
    route_text: str
    money: str
    staff: str
    as_at: str
    document: str
    document_name: str
    section: str
    note: str
    source_id: str
    accounts: tuple[Service, ...] = ()

    def every(self, field: Literal["tiers", "needs", "routes", "providers"]) -> set[str]:
        """The words of a field in this account and in the others of the same service."""
        return {word for account in (self, *self.accounts) for word in getattr(account, field)} - {"none_stated"}

    @property
    def for_every_age(self) -> bool:
        """Whether its account says, without a number, that people of any age may come."""
        stated = self.ages_as_stated
        return stated == "any age" or (self.age_from is None and self.age_to is None
                                       and "adults" in stated and "children" in stated)

    @property
    def states_ages(self) -> bool:
        """Whether its account says at which ages people may come."""
        return self.for_every_age or self.age_from is not None or self.age_to is not None


@dataclass(frozen=True)
class Directory:
    """Every service by id, each once, with what is needed to name and search it."""

    entries: Mapping[str, Service]
    names: Mapping[str, str]
    provider_names: Mapping[str, str]
    documents: Mapping[str, str]
    index: Index

    def entry_of(self, service: str) -> str:
        """The id of the entry under which an account of a service stands."""
        return next((entry.id for entry in self.entries.values()
                     if service in (entry.id, *(account.id for account in entry.accounts))), "")


@lru_cache(maxsize=4)
def load_directory(store: Store) -> Directory:
    """The directory, each service once with what other documents say of it."""
    providers: dict[str, str] = {}
    rows = [_read(row, providers) for row in store.query("services").to_dict("records")]
    entries = {row.id: replace(row, accounts=tuple(other for other in rows if other.same_as == row.id))
               for row in rows if not row.same_as}
    terms = store.query("glossary")
    return Directory(
        entries, {row.id: row.name for row in rows}, providers, {row.document: row.document_name for row in rows},
        make_index({entry.id: _texts(entry) for entry in entries.values()},
                   dict(zip(terms["term"], terms["meaning"], strict=True))))


def _read(row: Mapping[Any, Any], providers: dict[str, str]) -> Service:
    """A row as a service; its providers' names are put under their codes in ``providers``."""
    values = {str(name): value for name, value in row.items()}
    for field in ("part_of", "areas", "tiers", "needs", "routes", "providers"):
        values[field] = tuple(values[field].split(";")) if values[field] else ()
    for field in ("age_from", "age_to"):
        values[field] = None if pd.isna(values[field]) else int(values[field])
    names = {file_name(name): name for name in values["providers"]}
    providers |= names
    return Service(**values | {"providers": tuple(names)})


def _texts(entry: Service) -> dict[str, str]:
    """The texts of an entry that a search looks into, by how much they tell."""
    every = (entry, *entry.accounts)
    labels = load_words()["need"]
    return {"name": " ".join(account.name for account in every),
            "need": " ".join(labels[need] for need in sorted(entry.every("needs"))),
            "text": " ".join(f"{account.what} {account.for_whom} {account.provider}" for account in every)}

"""The search of the record of promises, which forgives spelling as that of the services does."""

from __future__ import annotations

from functools import lru_cache

from dashboard.search import Index, Search, make_index
from dashboard.store import Store
from dashboard.strategy import Commitment, load
from dashboard.vocabulary import load_words


def search(store: Store, words: str) -> Search | None:
    """Which commitments have the words, or as many of them as any has; None where no words are given."""
    return _index(store).search(words)


@lru_cache(maxsize=4)
def _index(store: Store) -> Index:
    terms = store.query("glossary")
    return make_index({row.id: _texts(row) for row in load(store)},
                      dict(zip(terms["term"], terms["meaning"], strict=True)))


def _texts(row: Commitment) -> dict[str, str]:
    """The texts of a commitment that a search looks into, by how much they tell."""
    labels = load_words()
    people = [labels["population_group"][word] for word in row.population_groups.split(";")]
    return {"name": row.promise, "need": " ".join((labels["theme"][row.theme], *people)),
            "text": " ".join((row.section, row.reference, row.lead, row.status_text, row.would_measure, row.holder,
                              row.note))}

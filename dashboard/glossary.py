"""Abbreviations and terms: those of the documents with their slips put right, and those of this site."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.choices import DOCUMENTS
from dashboard.registry import ROOT
from dashboard.store import Store
from dashboard.text import join, plain

TERMS_FILE = ROOT / "data" / "glossary.toml"
# Letters that need no link on a page, because readers know them or because they are words as well.
KNOWN = frozenset({"NHS", "GP", "UK", "IT", "MP", "CW", "Ltd", "AA", "ONS", "Q1", "COVID", "RISE", "REACH", "Kooth"})
CLOSE = 0.75  # how alike two words are that a slip of spelling parts, from 0 to 1
MOST = 8  # abbreviations named under one card
Link = Callable[[str], str]  # the address of a term


@dataclass(frozen=True)
class Entry:
    """One meaning of a term: letters, what they stand for, what that is, the right letters if those are a slip."""

    term: str
    meaning: str
    explanation: str
    should_be: str = ""
    in_app: bool = True
    documents: tuple[str, ...] = ()
    note: str = ""
    source_id: str = ""

    @property
    def used(self) -> str:
        """Where the term is used, as a phrase."""
        return join([*(DOCUMENTS[document] for document in self.documents), *(["this site"] if self.in_app else [])])


@cache
def own_terms(path: Path = TERMS_FILE) -> tuple[Entry, ...]:
    """The terms of this site that stand in no document (``data/glossary.toml``)."""
    return tuple(Entry(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["term"])


@lru_cache(maxsize=4)
def entries(store: Store) -> tuple[Entry, ...]:
    """Every entry in alphabetical order; a term with two meanings is there twice."""
    rows = store.query("glossary")
    found = [_entry(row) for row in rows.to_dict("records")]
    return tuple(sorted((*found, *own_terms()), key=lambda entry: (entry.term.lower(), entry.meaning)))


def _entry(row: Mapping[Any, Any]) -> Entry:
    text = {str(name): value if isinstance(value, str) else "" for name, value in row.items()}
    documents = tuple(text["documents"].split(";")) if text["documents"] else ()
    return Entry(text["term"], text["meaning"], text["explanation"], text["should_be"], bool(row["used_in_app"]),
                 documents, text["note"], text["source_id"] if documents else "")


def terms(store: Store) -> frozenset[str]:
    """Every term that a link may open."""
    return frozenset(entry.term for entry in entries(store))


def search(found: Sequence[Entry], words: str) -> list[Entry]:
    """The entries whose term, meaning or explanation has all the words; if none has, those spelt almost alike."""
    wanted = _plain(words).split()
    hits = [entry for entry in found if all(word in _text(entry) for word in wanted)]
    return hits or [entry for entry in found if all(
        difflib.get_close_matches(word, _text(entry).split(), 1, CLOSE) for word in wanted)]


def find(every: Sequence[Entry], words: str, document: str) -> tuple[list[Entry], tuple[str, ...]]:
    """The entries with these words that a document uses ("all" for any), and the sources of what they say."""
    found = [entry for entry in search(every, words) if document in ("all", *entry.documents)]
    return found, tuple(dict.fromkeys(entry.source_id for entry in found if entry.source_id))


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", words.casefold().replace("’", "").replace("'", "")).strip()


def _text(entry: Entry) -> str:
    return _plain(f"{entry.term} {entry.meaning} {entry.explanation} {entry.should_be}")


def by_letter(found: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries under the first letter of their term; those that begin with a figure come first."""
    letters: dict[str, list[Entry]] = {}
    for entry in found:
        first = entry.term[0].upper()
        letters.setdefault(first if first.isalpha() else "0 to 9", []).append(entry)
    return list(letters.items())


def line(entry: Entry, link: Link) -> str:
    """Markdown: one entry in a line of the list; its term is a link to itself."""
    slip = f" A slip: the right letters are **{plain(entry.should_be)}**." if entry.should_be else ""
    return f"- [**{plain(entry.term)}**]({link(entry.term)}) {plain(entry.meaning)}. {plain(entry.explanation)}{slip}"


def opened(every: Sequence[Entry], term: str, link: Link) -> str:
    """Markdown: all meanings of a term in full, with where each is used and what was put right."""
    found, known = [entry for entry in every if entry.term == term], {entry.term for entry in every}
    parts = []
    for entry in found:
        lines = [f"**{plain(entry.meaning)}.** {plain(entry.explanation)}", f"Used in: {plain(entry.used)}."]
        if entry.should_be:
            right = plain(entry.should_be)
            lines.append("**A slip of the document.** The right letters are "
                         + (f"[{right}]({link(entry.should_be)})." if entry.should_be in known else f"{right}."))
        if entry.note:
            lines.append(f"In the documents: {plain(entry.note)}")
        parts.append("\n\n".join(lines))
    several = f"These letters stand for {len(found)} things.\n\n" if len(found) > 1 else ""
    return several + "\n\n".join(parts)


def table(found: Sequence[Entry]) -> pd.DataFrame:
    """The entries as rows for readers."""
    return pd.DataFrame([{
        "term": entry.term, "meaning": entry.meaning, "explanation": entry.explanation, "should_be": entry.should_be,
        "used": entry.used, "note": entry.note} for entry in found])


def occurring(found: Sequence[Entry], text: str) -> dict[str, list[Entry]]:
    """The terms that occur in a text as whole words, in the order they occur, each with its meanings."""
    spots: dict[str, int] = {}
    for term, pattern in _patterns(tuple(dict.fromkeys(entry.term for entry in found))).items():
        match = pattern.search(text) if term not in KNOWN else None
        if match:
            spots[term] = match.start()
    return {term: [entry for entry in found if entry.term == term] for term in sorted(spots, key=spots.__getitem__)}


@lru_cache(maxsize=4)
def _patterns(found: tuple[str, ...]) -> Mapping[str, re.Pattern[str]]:
    # A term of one capital and small letters is a word of the language more often than an abbreviation.
    return {term: re.compile(rf"(?<![\w-]){re.escape(term)}s?(?![\w-])") for term in found
            if sum(letter.isupper() for letter in term) > 1}


def ours(meanings: Sequence[Entry]) -> list[Entry]:
    """The meanings that this site uses; all of them where it uses none."""
    return [entry for entry in meanings if entry.in_app] or list(meanings)


def explained(found: Sequence[Entry], text: str, link: Link) -> str:
    """Markdown: the abbreviations that occur in a text, each a link to its entry; "" where there is none."""
    told = [f"[{plain(term)}]({link(term)}) {plain(' or '.join(entry.meaning for entry in ours(meanings)))}"
            for term, meanings in list(occurring(found, text).items())[:MOST]]
    return f"Abbreviations: {'; '.join(told)}." if told else ""


def headline(found: Sequence[Entry]) -> str:
    """The finding: how many terms there are, and how many are slips put right."""
    slips = sum(bool(entry.should_be) for entry in found)
    noun = "term" if len(found) == 1 else "terms"
    return f"{len(found)} {noun} in plain words" + (f"; {slips} {'is a slip' if slips == 1 else 'are slips'} put right"
                                                    if slips else "")


Letter = tuple[str, str, int]


def in_two(letters: Sequence[Letter]) -> tuple[list[Letter], list[Letter]]:
    """The letters in order over two columns that are about as long."""
    half, before = sum(count for *_, count in letters) / 2, 0
    first: list[Letter] = []
    for letter in letters:
        if first and before + letter[2] / 2 > half:
            break
        first.append(letter)
        before += letter[2]
    return first, list(letters[len(first):])


def table_parts(found: Sequence[Entry], sources: tuple[str, ...]) -> dict[str, Any]:
    """The terms as a table that stays shut until it is opened."""
    title = f"All {len(found)} as a table" if len(found) != 1 else "The term as a table"
    return {"id": "glossary", "title": title, "subtitle": "Letters, what they stand for, and what that is",
            "graphic": None, "alt_text": f"{title}.", "data": table(found), "sources": sources,
            "notes": ("Every explanation is in our own words. Terms of this site alone stand in no document.",),
            "columns": {"term": "Term", "meaning": "Stands for", "explanation": "What that is",
                        "should_be": "Right letters", "used": "Used in", "note": "In the documents"}, "folded": True}

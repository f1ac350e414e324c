"""A search of short texts that forgives spelling: of the services and of the promises."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dashboard.text import plain

WEIGHTS = {"name": 6.0, "need": 3.0, "text": 2.0}
ALIKE = 0.72  # how alike two spellings must be: "skool" is school, "demenshia" dementia, "samaritan" nothing here
BEGINS_LIKE, ENDS_WITHIN = 0.45, 4  # what "therapists" counts for where "therapy" is asked for; letters after its stem
SHORTEST_CORRECTED, SHORTEST_STEM, SHORTEST_TELLING = 4, 5, 4  # letters
PLURALS = ((re.compile(r"(\w{3,})ies"), r"\1y"), (re.compile(r"(\w+(?:ss|x|ch|sh))es"), r"\1"),
           (re.compile(r"(\w{2,}[^aisu])s"), r"\1"))
ENDINGS = ("ies", "ing", "ors", "ers", "or", "er", "ed", "es", "s", "y", "e")
EVERYDAY = {"kid": "children", "teen": "young", "teenager": "young", "job": "work", "mum": "parent", "dad": "parent",
            "drinking": "alcohol", "drink": "alcohol", "gay": "sexuality", "lgbt": "sexuality", "tran": "transgender"}
SMALL = {"a", "an", "and", "any", "at", "by", "for", "from", "help", "in", "is", "my", "need", "of", "on", "or",
         "service", "services", "some", "someone", "support", "that", "the", "their", "to", "who", "with"}


@dataclass(frozen=True)
class Search:
    """What a search found: a score by id, what was read for words that nothing has, and whether words were left out."""

    scores: Mapping[str, float]
    corrected: Mapping[str, str]
    partial: bool

    def said(self, thing: str) -> str:
        """What was read for words that no text has, and whether any were left out; "" where neither."""
        told = [f"Nothing here has the word “{plain(word)}”; searched for “{plain(near)}” instead."
                for word, near in self.corrected.items()]
        if self.partial:
            told.append(f"No {thing} has all the words; these have some of them.")
        return " ".join(told)


@dataclass(frozen=True)
class Index:
    """Texts ready to be searched: the words of each by id and kind of text, and abbreviations with their words."""

    texts: Mapping[str, Mapping[str, frozenset[str]]]
    terms: Mapping[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]

    def search(self, words: str) -> Search | None:
        """What has all the words, or as many of them as anything has; None where no words are given."""
        asked = words_of(words)
        if not asked:
            return None
        wanted = [EVERYDAY.get(word, word) for word in asked if word not in SMALL] or asked
        corrected = {word: near for word in wanted if (near := self._correct(word)) is not None}
        ways = [self._ways(corrected.get(word, word)) for word in dict.fromkeys(wanted)]
        hits = {name: [max(_weight(fields, way) for way in either) for either in ways]
                for name, fields in self.texts.items()}
        most = max(sum(weight > 0 for weight in weights) for weights in hits.values())
        scores = {name: sum(weights) for name, weights in hits.items()
                  if most and sum(weight > 0 for weight in weights) == most}
        return Search(scores, corrected, 0 < most < len(ways))

    def _ways(self, word: str) -> list[tuple[str, ...]]:
        """The word itself or, for an abbreviation that no text has, the words it stands for."""
        return [(word,), self.terms[word]] if word in self.terms and not self._known(word) else [(word,)]

    def _known(self, word: str) -> bool:
        return _likeness(frozenset(self.vocabulary), word) > 0

    def _correct(self, word: str) -> str | None:
        """The known word that a misspelt one is most like, or None where it is known or like none."""
        if len(word) < SHORTEST_CORRECTED or word in self.terms or self._known(word):
            return None
        near = get_close_matches(word, self.vocabulary, n=1, cutoff=ALIKE)
        return near[0] if near else None


def make_index(texts: Mapping[str, Mapping[str, str]], terms: Mapping[str, str]) -> Index:
    """An index of texts by id and kind of text (a key of ``WEIGHTS``), with abbreviations and their meanings."""
    known = {name: {kind: frozenset(words_of(text)) for kind, text in fields.items()}
             for name, fields in texts.items()}
    vocabulary = sorted(set().union(*(words for fields in known.values() for words in fields.values())))
    meanings = {" ".join(words_of(term)): tuple(word for word in words_of(meaning) if len(word) >= SHORTEST_TELLING)
                for term, meaning in terms.items()}
    return Index(known, meanings, tuple(vocabulary))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case and the singular, a possessive without its ending."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]s?\b", "", text.lower()))
    return [singular(word) for word in words]


def singular(word: str) -> str:
    """A plural without its ending: "parents" as "parent", "therapies" as "therapy", "crisis" as it is."""
    for plural, one in PLURALS:
        if plural.fullmatch(word):
            return plural.sub(one, word)
    return word


def stem(word: str) -> str:
    """A word without its ending, so that "therapies" finds "therapy"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[:-len(ending)]
    return word


def _weight(fields: Mapping[str, frozenset[str]], way: tuple[str, ...]) -> float:
    """How much a text tells of these words; nothing unless it has all of them."""
    weights = [max(WEIGHTS[kind] * _likeness(words, word) for kind, words in fields.items()) for word in way]
    return sum(weights) / len(weights) if weights and all(weights) else 0.0


def _likeness(words: frozenset[str], word: str) -> float:
    """1 where a text has the word, less where it has one that begins like it, 0 where neither."""
    if word in words:
        return 1.0
    root = stem(word)
    return BEGINS_LIKE if any(known.startswith(root) and len(known) <= len(root) + ENDS_WITHIN
                              for known in words) else 0.0

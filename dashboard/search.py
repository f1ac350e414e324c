"""A search of short texts that forgives spelling: of the services and of the promises."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from dashboard.search_words import EVERYDAY, SMALL, SPELT_RIGHT
from dashboard.text import plain

Way = tuple[str, ...]  # words that a text must all have

WEIGHTS = {"name": 6.0, "need": 3.0, "text": 2.0}
ALIKE = 0.82  # how alike two spellings must be: "demenshia" is dementia, "samaritan" nothing here
LONGEST_PHRASE = 2  # words of an everyday phrase
BEGINS_LIKE, ENDS_WITHIN = 0.45, 4  # what "therapists" counts for where "therapy" is asked for; letters after its stem
SHORTEST_CORRECTED, SHORTEST_STEM, SHORTEST_TELLING = 4, 5, 4  # letters
PLURALS = ((re.compile(r"(\w{3,})ies"), r"\1y"), (re.compile(r"(\w+(?:ss|x|ch|sh))es"), r"\1"),
           (re.compile(r"(\w{2,}[^aisu])s"), r"\1"))
ENDINGS = ("ies", "ing", "ors", "ers", "or", "er", "ed", "es", "s", "y", "e")


@dataclass(frozen=True)
class Search:
    """What a search found: a score by id, what was read for words that nothing has, and whether words were left out.

    ``everyday`` are the documents' words that were searched for too, by the everyday ones.
    """

    scores: Mapping[str, float]
    corrected: Mapping[str, str]
    everyday: Mapping[str, str]
    partial: bool

    def said(self, thing: str) -> str:
        """What else was searched for than the words as they were typed, and whether any were left out; or ""."""
        told = [f"Searched for “{plain(theirs)}”, as the documents say, as well as “{plain(word)}”."
                for word, theirs in self.everyday.items()]
        told += [f"Nothing here has the word “{plain(word)}”; searched for “{plain(near)}” instead."
                for word, near in self.corrected.items()]
        if self.partial:
            told.append(f"No {thing} has all the words; these have some of them.")
        return " ".join(told)


@dataclass(frozen=True)
class Index:
    """Texts ready to be searched: the words of each by id and kind of text, and abbreviations with their words.

    ``pairs`` are the words that stand side by side in a text, by the two written as one ("selfharm"); ``telling`` the
    words that a misspelt one may be meant for: those of names and needs.
    """

    texts: Mapping[str, Mapping[str, frozenset[str]]]
    terms: Mapping[str, Way]
    vocabulary: frozenset[str]
    pairs: Mapping[str, Way]
    telling: tuple[str, ...]

    def search(self, words: str) -> Search | None:
        """What has all the words, or as many of them as anything has; None where no words are given.

        A hyphen, a space or neither between two words is all the same.
        """
        asked = [part for word in words_of(words) for part in self._apart(word)]
        if not asked:
            return None
        corrected: dict[str, str] = {}
        everyday: dict[str, str] = {}
        wanted: list[list[Way]] = []
        for phrase in self._phrases(asked):
            if phrase in _EVERYDAY:
                typed, theirs = _EVERYDAY[phrase]
                everyday[typed] = theirs
                wanted.append([phrase, tuple(words_of(theirs))])
            elif len(phrase) > 1:
                # Texts with the two side by side count as having the one, so small words need no search of their own.
                wanted.append([("".join(phrase),), *([phrase] if not SMALL & set(phrase) else [])])
            else:
                near = self._correct(phrase[0])
                corrected |= {phrase[0]: near} if near else {}
                wanted.append(self._ways(near or phrase[0]))
        scores, partial = self._score(wanted)
        return Search(scores, corrected, everyday, partial)

    def _apart(self, word: str) -> Way:
        """Two words that were typed as one, where the texts have them side by side; else the word."""
        return (word,) if self._known(word) else self.pairs.get(word, (word,))

    def _phrases(self, asked: list[str]) -> list[Way]:
        """What was asked for, each once: everyday phrases, two words that the texts write as one, words that tell."""
        phrases: list[Way] = []
        while asked:
            pair = tuple(asked[:LONGEST_PHRASE])
            whole = len(pair) > 1 and (pair in _EVERYDAY or "".join(pair) in self.vocabulary)
            phrases.append(pair if whole else pair[:1])
            asked = asked[len(phrases[-1]):]
        once = list(dict.fromkeys(phrases))
        return [phrase for phrase in once if len(phrase) > 1 or phrase[0] not in SMALL] or once

    def _score(self, wanted: list[list[Way]]) -> tuple[dict[str, float], bool]:
        """A score for each text that has the most of what is wanted, and whether that is not all of it."""
        hits = {name: [max(_weight(fields, way) for way in ways) for ways in wanted]
                for name, fields in self.texts.items()}
        most = max(sum(weight > 0 for weight in weights) for weights in hits.values())
        return {name: sum(weights) for name, weights in hits.items()
                if most and sum(weight > 0 for weight in weights) == most}, 0 < most < len(wanted)

    def _ways(self, word: str) -> list[Way]:
        """The word itself or, for an abbreviation that no text has, the words it stands for."""
        return [(word,), self.terms[word]] if word in self.terms and not self._known(word) else [(word,)]

    def _known(self, word: str) -> bool:
        return _likeness(self.vocabulary, word) > 0

    def _correct(self, word: str) -> str | None:
        """The word that a misspelt one is most like, or None where it is spelt right or like none.

        The first letter is seldom mistaken; where it differs it is another word ("cutting", "putting").
        """
        right = self._known(word) or word in self.terms or word in SPELT_RIGHT or any(
            word in meaning for meaning in self.terms.values())
        if right or len(word) < SHORTEST_CORRECTED:
            return None
        near = get_close_matches(word, [known for known in self.telling if known[0] == word[0]], n=1, cutoff=ALIKE)
        return near[0] if near else None


def make_index(texts: Mapping[str, Mapping[str, str]], terms: Mapping[str, str]) -> Index:
    """An index of texts by id and kind of text (a key of ``WEIGHTS``), with abbreviations and their meanings."""
    read = {name: {kind: words_of(text) for kind, text in fields.items()} for name, fields in texts.items()}
    vocabulary = frozenset(word for fields in read.values() for words in fields.values() for word in words)
    pairs = {"".join(pair): pair for fields in read.values() for words in fields.values() for pair in pairwise(words)}
    # Two words that other texts write as one stand for that one too: "on line".
    known = {name: {kind: frozenset(words) | {"".join(pair) for pair in pairwise(words)} & vocabulary
                    for kind, words in fields.items()} for name, fields in read.items()}
    telling = sorted({word for fields in known.values() for kind in ("name", "need") for word in fields[kind]
                      if len(word) >= SHORTEST_TELLING})
    meanings = {" ".join(words_of(term)): tuple(word for word in words_of(meaning) if len(word) >= SHORTEST_TELLING)
                for term, meaning in terms.items()}
    return Index(known, meanings, vocabulary, pairs, tuple(telling))


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


_EVERYDAY = {tuple(words_of(typed)): (typed, theirs) for typed, theirs in EVERYDAY.items()}

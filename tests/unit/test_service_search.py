"""The word search of the services: spelling, hyphens, abbreviations and everyday words, and what is said of them."""

from __future__ import annotations

import pytest

from dashboard.filters import Filters
from dashboard.search import Search, make_index, singular, words_of
from dashboard.search_words import EVERYDAY, SPELT_RIGHT
from dashboard.service_finder import find
from dashboard.services import Directory, load_directory
from dashboard.store import Store


@pytest.fixture(scope="module")
def directory(store: Store) -> Directory:
    """The directory of the shipped data."""
    return load_directory(store)


def searched(directory: Directory, words: str) -> Search:
    found = directory.index.search(words)
    assert found is not None
    return found


@pytest.mark.parametrize(("words", "service"), [
    ("koth", "d001_kooth"), ("talkign therapys", "d000_nhs_talking_therapies"), ("anxeity", "d001_healios"),
    ("eatting disoders", "d001_eating_disorders"), ("bearevment", "d001_mhisc_wellbeing_for_us"),
    ("psycosis", "d001_eip"), ("demenshia", "d000_memory_service"), ("crysis team", "d001_crisis_home_treatment"),
    ("councelling", "d001_time_for_you"), ("sucide", "d001_dear_life"), ("autisum", "d001_community_autism_support"),
    ("healeos", "d001_healios"), ("jurneys", "d002_journeys"), ("peer menotring", "d001_peer_mentoring"),
    ("skool nurse", "d001_school_nursing_coventry")])
def test_misspelt_searches_find_what_is_meant(directory: Directory, words: str, service: str) -> None:
    found = [hit.id for hit in find(directory, Filters(words=words)).listed(elsewhere=False)]
    assert service in found
    assert words in ("anxeity", "sucide", "autisum") or service in found[:4]


@pytest.mark.parametrize(("words", "service"), [
    ("MHST", "d001_mhst"), ("EIP", "d001_eip"), ("CAMHS", "d001_rise"), ("IAPT", "d000_nhs_talking_therapies"),
    ("horses", "d001_mhisc_equine_learning"), ("support with dementia", "d003_winter_dementia"),
    ("kids in care", "d001_mind_looked_after")])
def test_abbreviations_and_everyday_words_are_understood(directory: Directory, words: str, service: str) -> None:
    assert service in [hit.id for hit in find(directory, Filters(words=words)).listed(elsewhere=False)][:6]


def test_a_search_says_what_it_changed_and_finds_nothing_where_nothing_is() -> None:
    index = make_index({"a": {"name": "Kooth", "need": "Anxiety", "text": "an anonymous website"}}, {})
    found = index.search("koth website")
    assert found is not None
    assert (dict(found.corrected), found.partial, list(found.scores)) == ({"koth": "kooth"}, False, ["a"])
    partly = index.search("kooth zebras")
    assert partly is not None
    assert partly.partial
    nothing = index.search("zebras")
    assert nothing is not None
    assert not nothing.scores
    assert index.search("  ") is None


def test_singular() -> None:
    assert [singular(word) for word in ("therapies", "parents", "crisis", "illness", "psychosis", "businesses")] == [
        "therapy", "parent", "crisis", "illness", "psychosis", "business"]


@pytest.mark.parametrize(("ways", "number"), [
    (("self harm", "self-harm", "selfharm", "SELF–HARM"), 15), (("e-booklet", "e booklet", "ebooklet"), 2),
    (("wellbeing", "well-being", "well being"), 80), (("online", "on-line", "on line"), 14)])
def test_a_hyphen_a_space_or_neither_is_all_the_same(directory: Directory, ways: tuple[str, ...], number: int) -> None:
    found = [set(searched(directory, words).scores) for words in ways]
    assert found == [found[0]] * len(ways)
    assert len(found[0]) == number


@pytest.mark.parametrize(("words", "theirs", "service"), [
    ("cutting", "self-harm", "d001_dear_life"), ("hearing voices", "psychosis", "d001_eip"),
    ("postnatal depression", "perinatal", "d001_perinatal_mental_health"),
    ("panic attacks", "anxiety", "d001_healios"), ("Alzheimer's", "dementia", "d000_memory_service")])
def test_everyday_words_find_what_the_documents_words_find_and_it_is_said(directory: Directory, words: str, theirs: str,
                                                                          service: str) -> None:
    found = searched(directory, words)
    assert set(found.scores) == set(searched(directory, theirs).scores)
    assert service in found.scores
    assert found.said("service").startswith(f"Searched for “{theirs}”, as the documents say, as well as “")


def test_every_everyday_word_leads_to_words_that_the_documents_have(directory: Directory) -> None:
    assert not [theirs for theirs in EVERYDAY.values() if not set(words_of(theirs)) <= directory.index.vocabulary]


@pytest.mark.parametrize("word", ["hearing", "singing", "knitting", "gambling", *sorted(SPELT_RIGHT)])
def test_an_everyday_word_is_not_taken_for_another(directory: Directory, word: str) -> None:
    assert not searched(directory, word).corrected


def test_nothing_is_corrected_to_a_word_that_tells_nothing_or_begins_otherwise() -> None:
    index = make_index({"a": {"name": "Putting it right", "need": "Learning", "text": "these wards"}}, {})
    for word in ("cuttin", "hearing", "thesse"):
        found = index.search(word)
        assert found is not None
        assert (dict(found.corrected), dict(found.scores)) == ({}, {})

"""Stories in French and English without a model: what meets, what stays apart, and what is said of it."""

from __future__ import annotations

from functools import cache

import pytest
from bilingual import HELD_OUT, STORIES, Story
from made_up import Told

from recoupe.annotate import annotate_article
from recoupe.compare import compare
from recoupe.compare.facts.languages import (
    NO_COGNATE,
    PlacesInCommon,
    cognate,
    counted_in_common,
    shared_lexicon,
)
from recoupe.language import available, load
from recoupe.model.article import Article
from recoupe.model.dossier import Dossier, Fact, Person
from recoupe.model.span import Passage

ALL = {**STORIES, **HELD_OUT}
# Pairs found when this was written; a change may find more.
FLOORS = {"fire": 6, "election": 7, "wreck": 7, "heist": 2, "verdict": 6}


def articles(*, french: tuple[Told, ...] = (), english: tuple[Told, ...] = ()) -> list[Article]:
    """Annotated articles with ids `fr0`, `fr1`, `en0` ..."""
    return [
        annotate_article(Article(id=f"{code}{n}", outlet=outlet, published=date, text=text, language=code))
        for code, told in (("fr", french), ("en", english))
        for n, (outlet, date, text) in enumerate(told)
    ]


@cache
def dossier(name: str) -> Dossier:
    return compare(articles(french=ALL[name].french, english=ALL[name].english))


def place(told: Dossier, code: str, words: str) -> Passage:
    """Where words stand in the articles of a language."""
    article = next(a for a in told.articles if a.language == code and words in a.text)
    start = article.text.index(words)
    return Passage(article.id, start, start + len(words))


def holds(fact: Fact, words: Passage) -> bool:
    return any(
        p.article == words.article
        and min(p.end, words.end) - max(p.start, words.start)
        >= min(p.end - p.start, words.end - words.start) / 2
        for p in fact.passages
    )


def together(told: Dossier, french: str, english: str) -> bool:
    one, other = place(told, "fr", french), place(told, "en", english)
    return any(holds(f, one) and holds(f, other) for f in told.facts)


@pytest.mark.parametrize("name", ALL)
def test_facts_meet_between_languages(name: str) -> None:
    found = [pair for pair in ALL[name].same if together(dossier(name), *pair)]
    assert len(found) >= FLOORS[name], found


@pytest.mark.parametrize(("name", "pair"), [(n, p) for n, s in ALL.items() for p in s.other])
def test_what_only_shares_words_stays_apart(name: str, pair: tuple[str, str]) -> None:
    assert not together(dossier(name), *pair)


def test_one_speech_act_in_two_languages_is_one_statement() -> None:
    told = dossier("election")
    held = [s for s in told.statements if {q.article[:2] for q in s.quotations} == {"fr", "en"}]
    assert "Ilena Corvas" in [s.speaker_name for s in held]
    # nothing is aligned word by word between languages
    assert all(not v.edits for s in held for v in s.variants if v.article[:2] != v.against.article[:2])


def test_another_speaker_is_another_statement() -> None:
    told = compare(
        articles(
            french=(
                (
                    "Le Fanal",
                    "2025-03-12",
                    "« Le pont de Morvance est dangereux », a dit l'ingénieur Alban Rouvel.",
                ),
            ),
            english=(
                (
                    "The Courier",
                    "2025-03-12",
                    '"The bridge of Morvance is dangerous," said the mayor Odile Terrin.',
                ),
            ),
        )
    )
    assert all(len(s.quotations) == 1 for s in told.statements)


def test_mixed_articles_carry_a_warning_that_says_what_was_not_compared() -> None:
    problems = [p for p in dossier("fire").problems if p.slug == "languages-compared-by-names"]
    assert len(problems) == 1
    assert problems[0].severity == "warning"
    for words in ("1 in en, 1 in fr", "names, dates, numbers", "not compared", "--embeddings"):
        assert words in problems[0].message


def test_one_language_needs_no_warning() -> None:
    told = compare(articles(french=ALL["wreck"].french))
    assert not [p for p in told.problems if p.slug == "languages-compared-by-names"]


@pytest.mark.parametrize("code", available())
def test_every_concept_of_the_bridge_has_a_twin_of_its_kind(code: str) -> None:
    known = {c: {r[0]: r[1] for t in ("synonyms", "bridge") for r in load(c).rows(t)} for c in available()}
    for name, kind, words in load(code).rows("bridge"):
        assert words.split(), name
        if name == NO_COGNATE:
            continue
        twins = [table[name] for c, table in known.items() if c != code and name in table]
        assert twins, f"{name} stands in no other language"
        assert {kind, *twins} <= {kind, "role"}, name


@pytest.mark.parametrize("code", available())
def test_a_word_of_the_bridge_has_one_concept(code: str) -> None:
    words = [(w, name) for name, _, row in load(code).rows("bridge") for w in row.split()]
    assert len({w for w, _ in words}) == len(words), sorted(
        {w for w, _ in words if [x for x, _ in words].count(w) > 1}
    )


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("accord", "agreement"),
        ("signé", "signed"),
        ("rivière", "river"),
        ("sécheresse", "drought"),
        ("démenti", "denied"),
        ("président", "president"),
        ("préfecture", "prefecture"),
        ("catastrophique", "catastrophic"),
        ("hydrologue", "hydrologist"),
    ],
)
def test_words_of_one_meaning_are_one_concept(french: str, english: str) -> None:
    assert shared_lexicon("fr").concept(french) == shared_lexicon("en").concept(english)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("librairie", "library"),
        ("éventuellement", "eventually"),
        ("actuellement", "actually"),
        ("journée", "journey"),
        ("déception", "deception"),
        ("pays", "pays"),
        ("attendre", "attend"),
        ("chair", "chair"),
        ("accord", "accordion"),
    ],
)
def test_false_friends_stay_apart(french: str, english: str) -> None:
    assert shared_lexicon("fr").concept(french) != shared_lexicon("en").concept(english)


def test_short_stems_are_no_cognates() -> None:
    assert cognate("symbolique") == cognate("symbolic") == "simbol"
    assert len(cognate("table")) < 6
    assert shared_lexicon("fr").concept("tabulaire") != shared_lexicon("en").concept("tabby")


def test_what_is_counted_meets_and_numbers_still_differ() -> None:
    french, english = (
        articles(french=(("Le Fanal", "2025-03-12", "Le feu a détruit quatorze maisons à Morvance."),))[0],
        articles(english=(("The Courier", "2025-03-12", "The fire destroyed 14 houses in Morvance."),))[0],
    )
    counted = [counted_in_common(a)[0].of for a in (french, english)]
    assert counted[0] is not None
    assert counted[1] is not None
    assert counted[0].lemma == counted[1].lemma
    told = compare(
        articles(
            french=(("Le Fanal", "2025-03-12", "Le feu a détruit quatorze maisons mardi à Morvance."),),
            english=(("The Courier", "2025-03-12", "The fire destroyed 40 houses on Tuesday in Morvance."),),
        )
    )
    assert not told.facts


def test_places_that_no_table_knows_meet_with_their_adjectives() -> None:
    people = [
        Person(id="p1", name="Belgravie", type="place"),
        Person(id="p2", name="Belgravia", type="place"),
        Person(id="p3", name="Belgrave", type="person"),
        Person(id="p4", name="Morne", type="place"),
    ]
    places = PlacesInCommon(people)
    assert places.named("p2") == places.named("p1") == "p1"
    assert places.named("p3") == "p3"
    words = places.words(["belgravien", "belgravian", "belgrave", "mornes"], {})
    assert words == {"belgravien": "@p1", "belgravian": "@p1"}


def test_stories_are_told_in_both_languages() -> None:
    for name, story in ALL.items():
        assert isinstance(story, Story)
        told = dossier(name)
        for french, english in (*story.same, *story.other):
            assert place(told, "fr", french)
            assert place(told, "en", english)

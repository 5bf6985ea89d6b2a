"""The tables of synonyms: their form, that every word reaches its class, and what must meet or stay apart."""

from __future__ import annotations

from collections import Counter

import pytest

from recoupe.compare.facts.lexicon import Lexicon, lexicon
from recoupe.language import available, load

KINDS = {"event", "thing", "role"}
LEAST_CLASSES = 1000


def rows(code: str) -> list[tuple[str, str, list[str]]]:
    """Class, kind and words of each line."""
    return [(name, kind, words.split()) for name, kind, words in load(code).rows("synonyms")]


def phrase(lex: Lexicon, words: str) -> str | None:
    """Concept of the fixed phrase that a text begins with."""
    norms = words.split()
    return next((c for parts, c in lex.phrases_from(norms[0]) if lex.is_phrase(parts, norms, 0)), None)


@pytest.mark.parametrize("code", available())
def test_a_class_has_a_name_one_kind_and_words(code: str) -> None:
    kinds: dict[str, set[str]] = {}
    for name, kind, words in rows(code):
        assert name.isidentifier(), name
        assert kind in KINDS, name
        assert words, name
        kinds.setdefault(name, set()).add(kind)
    assert [n for n, k in kinds.items() if len(k) > 1] == []
    assert len(kinds) >= LEAST_CLASSES


def test_a_class_is_of_the_same_kind_in_all_languages() -> None:
    first, *others = ({name: kind for name, kind, _ in rows(code)} for code in available())
    for other in others:
        assert [n for n in first if n in other and first[n] != other[n]] == []


@pytest.mark.parametrize("code", available())
def test_a_word_stands_once(code: str) -> None:
    seen = Counter(w for _, _, words in rows(code) for w in words)
    assert [w for w, n in seen.items() if n > 1] == []
    assert [w for w in seen if w != w.lower()] == []


@pytest.mark.parametrize("code", available())
def test_every_listed_word_has_its_class(code: str) -> None:
    lex = lexicon(code)
    lost = [
        (w, name, lex.concept(w))
        for name, _, words in rows(code)
        for w in words
        if "-" not in w and lex.concept(w) != "=" + name
    ]
    assert lost == []


@pytest.mark.parametrize("code", available())
def test_every_phrase_is_found_where_it_stands(code: str) -> None:
    lex, pattern = lexicon(code), load(code).tokens
    lost = []
    for name, _, words in rows(code):
        for word in words:
            parts = " ".join(pattern.findall(word.replace("-", " ")))
            if " " in parts and phrase(lex, parts) != "=" + name:
                lost.append((word, name, phrase(lex, parts)))
    assert lost == []


@pytest.mark.parametrize("code", available())
def test_classes_that_must_not_be_confused_exist(code: str) -> None:
    names = {name for name, _, _ in rows(code)}
    told = [w for row in load(code).rows("antonyms") for w in row]
    assert [w for w in told if w not in names and not w.startswith(":")] == []
    words = [w[1:] for w in told if w.startswith(":")]
    assert [w for w in words if load(code).lemma(w) != w] == []


@pytest.mark.parametrize("code", available())
def test_words_too_general_to_count_stand_in_no_class(code: str) -> None:
    weak = set(load(code).table("facts")["weak"])
    assert [w for _, _, words in rows(code) for w in words if w in weak] == []


@pytest.mark.parametrize(
    ("code", "word", "other"),
    [
        ("fr", "décédé", "mort"),
        ("fr", "écrouée", "incarcération"),
        ("fr", "racheté", "acquisition"),
        ("fr", "accueillie", "reçu"),
        ("fr", "limogé", "destitution"),
        ("fr", "interrogée", "audition"),
        ("fr", "faillite", "liquidation"),
        ("fr", "véhicules", "voiture"),
        ("en", "indicted", "charged"),
        ("en", "sacked", "dismissal"),
        ("en", "won", "victory"),
        ("en", "fell", "decline"),
        ("en", "quake", "earthquake"),
        ("en", "stolen", "theft"),
    ],
)
def test_words_of_one_event_meet(code: str, word: str, other: str) -> None:
    assert lexicon(code).concept(word) == lexicon(code).concept(other)


@pytest.mark.parametrize(
    ("code", "word", "other"),
    [
        # what the endings of facts.toml would join
        ("en", "author", "authorise"),
        ("en", "police", "policy"),
        ("en", "found", "founder"),
        ("en", "story", "store"),
        ("en", "fact", "faction"),
        ("en", "minor", "minority"),
        ("fr", "partage", "partir"),
        ("fr", "département", "départ"),
        ("fr", "arrêt", "arrêter"),
        ("fr", "chantier", "chantage"),
        ("fr", "coup", "coupable"),
        ("fr", "mission", "missive"),
        ("fr", "version", "verser"),
        ("fr", "journée", "journal"),
        ("fr", "important", "importation"),
        ("fr", "maintenant", "maintenir"),
        ("fr", "bras", "brasier"),
        # opposites and neighbours
        ("fr", "acheter", "vendre"),
        ("fr", "victoire", "défaite"),
        ("fr", "hausse", "baisse"),
        ("fr", "juge", "avocat"),
        ("fr", "prêter", "emprunter"),
        ("fr", "élu", "démission"),
        ("fr", "roi", "reine"),
        ("fr", "blessé", "tué"),
        ("fr", "enquêteur", "enquête"),
        ("fr", "investisseur", "investissement"),
        ("fr", "euthanasie", "suicide"),
        ("fr", "acquitté", "condamné"),
        ("en", "lend", "borrow"),
        ("en", "hire", "dismiss"),
        ("en", "acquit", "convict"),
        ("en", "injure", "kill"),
        ("en", "buyer", "buy"),
    ],
)
def test_words_of_two_events_stay_apart(code: str, word: str, other: str) -> None:
    assert lexicon(code).concept(word) != lexicon(code).concept(other)


@pytest.mark.parametrize(
    ("code", "words", "other"),
    [
        ("fr", "mis en examen", "inculpé"),
        ("fr", "mise en examen", "inculpation"),
        ("fr", "perdu la vie", "mort"),
        ("fr", "a jeté l' éponge", None),
        ("fr", "jeté l' éponge", "démission"),
        ("fr", "s' est rendue à", "visite"),
        ("fr", "se rendra en", "visite"),
        ("fr", "rendu aux", None),
        ("fr", "mettra fin", "terminer"),
        ("fr", "feu vert", "autorisation"),
        ("fr", "passé outre", "enfreindre"),
        ("fr", "premier ministre", "matignon"),
        ("en", "stepped down", "resignation"),
        ("en", "gave birth", None),
        ("en", "laid off", "redundancy"),
        ("en", "prime minister", "premier"),
    ],
)
def test_phrases(code: str, words: str, other: str | None) -> None:
    found = phrase(lexicon(code), words)
    assert found == (lexicon(code).concept(other) if other else None)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("séisme", "earthquake"),
        ("licenciement", "dismissal"),
        ("perquisition", "search"),
        ("grève", "walkout"),
        ("otage", "hostage"),
        ("dévoiler", "reveal"),
        ("procureur", "prosecutor"),
        ("vacciner", "vaccine"),
        ("finaliste", "final"),
    ],
)
def test_classes_meet_across_languages(french: str, english: str) -> None:
    assert lexicon("fr").concept(french) == lexicon("en").concept(english)


@pytest.mark.parametrize("code", available())
def test_classes_of_great_events_still_tell_something(code: str) -> None:
    lex = lexicon(code)
    for name in ("die", "kill", "arrest", "resign", "charge", "strike", "win", "crash"):
        assert lex.weight("=" + name) >= 1, name
        assert lex.is_event_class("=" + name), name

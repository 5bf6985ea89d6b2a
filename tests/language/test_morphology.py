"""Verb forms by paradigm: mood, tense, person, number; the tables name what they must."""

from __future__ import annotations

import time

import pytest

from recoupe.language import load
from recoupe.language.morphology import Morphology, morphology, verb_of

FORMS = [
    ("fr", "démentent", ("démentir", "indicative", "present", 3, "p")),
    ("fr", "aurait", ("avoir", "conditional", "present", 3, "s")),
    ("fr", "répète", ("répéter", "indicative", "present", 3, "s")),
    ("fr", "lançait", ("lancer", "indicative", "imperfect", 3, "s")),
    ("fr", "protégea", ("protéger", "indicative", "past", 3, "s")),
    ("fr", "promettant", ("promettre", "participle", "present", 0, "")),
    ("fr", "soutient", ("soutenir", "indicative", "present", 3, "s")),
    ("fr", "convainc", ("convaincre", "indicative", "present", 3, "s")),
    ("fr", "enjoint", ("enjoindre", "indicative", "present", 3, "s")),
    ("fr", "écrivirent", ("écrire", "indicative", "past", 3, "p")),
    ("fr", "rappelle", ("rappeler", "indicative", "present", 3, "s")),
    ("fr", "interdisez", ("interdire", "indicative", "present", 2, "p")),
    ("fr", "dites", ("dire", "indicative", "present", 2, "p")),
    ("fr", "accusées", ("accuser", "participle", "past", 0, "p")),
    ("fr", "prévoira", ("prévoir", "indicative", "future", 3, "s")),
    ("fr", "fût", None),
    ("fr", "pont", None),
    ("en", "said", ("say", "indicative", "past", 3, "s")),
    ("en", "denies", ("deny", "indicative", "present", 3, "s")),
    ("en", "admitted", ("admit", "participle", "past", 0, "")),
    ("en", "told", ("tell", "participle", "past", 0, "")),
    ("en", "writing", ("write", "participle", "present", 0, "")),
    ("en", "bridge", None),
]


@pytest.mark.parametrize(("language", "form", "reading"), FORMS)
def test_readings(language: str, form: str, reading: tuple[str, str, str, int, str] | None) -> None:
    readings = {f[:5] for f in morphology(language).forms(form)}
    assert reading in readings if reading else not readings


def test_only_finite_forms_are_finite() -> None:
    words = morphology("fr")
    assert words.is_finite("affirme")
    assert not words.is_finite("affirmant")
    assert not words.is_finite("affirmer")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_verb_of_speech_has_forms(language: str) -> None:
    words = morphology(language)
    clitics = tuple(load(language).table("verbs").get("clitics", ()))
    lemmas = [verb_of(row[0], clitics) for row in load(language).rows("speech")]
    assert [lemma for lemma in lemmas if lemma not in {f.lemma for f in words.forms(lemma)}] == []


def test_the_tables_are_as_large_as_promised() -> None:
    assert len({row[0] for row in load("fr").rows("speech")}) >= 250
    assert len({row[0] for row in load("en").rows("speech")}) >= 200


@pytest.mark.parametrize("language", ["fr", "en"])
def test_rows_are_unique_and_their_codes_known(language: str) -> None:
    rows = load(language).rows("speech")
    assert len({row[0] for row in rows}) == len(rows)
    plain = {
        "personal",
        "bare",
        "that",
        "clause",
        "question",
        "inf",
        "np",
        'np"',
        "as",
        'as"',
        "adj",
        "impersonal",
        "weak",
        "noq",
    }
    acts = {
        "accuse", "add", "admit", "advise", "announce", "answer", "ask", "assert", "believe", "criticise", "demand",
        "deny", "expect", "intend",
        "judge", "praise", "promise", "regret", "relay", "thank", "threaten", "warn",
    }  # fmt: skip
    for lemma, act, codes in rows:
        assert act in acts, lemma
        for code in codes.split():
            assert code in plain or code.split(":")[0] in {"inf", "np", 'np"', "ob"}, (lemma, code)


def test_loading_is_fast() -> None:
    load("fr").table("verbs")
    start = time.process_time()
    Morphology("fr")
    assert time.process_time() - start < 0.2  # 10 ms where nothing else runs

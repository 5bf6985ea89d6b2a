"""Verb forms of a language: which verbs a written form can belong to, in which mood, tense, person and number.

Decides: every analysis that the paradigms of `language/<code>/verbs.toml` allow for a form of a verb that the tables
name (verbs of speech, auxiliaries, the frequent verbs of news). Leaves to others: which analysis a context means, and
verbs outside the tables (`Language.lemma` guesses those).

Nothing is expanded at load: each verb is filed under its stems, each paradigm under its endings, and a form is cut at
every point where a known stem may end. Loading takes a few milliseconds; a form is looked up once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from recoupe.language.loader import load

Mood = str
"""`indicative`, `conditional`, `subjunctive`, `infinitive` or `participle`."""

_FINITE = {
    "present": ("indicative", "present"),
    "imperfect": ("indicative", "imperfect"),
    "past": ("indicative", "past"),
    "future": ("indicative", "future"),
    "conditional": ("conditional", "present"),
    "subjunctive": ("subjunctive", "present"),
}
_PERSONS = ((1, "s"), (2, "s"), (3, "s"), (1, "p"), (2, "p"), (3, "p"))
_GENDERS = (("m", "s"), ("f", "s"), ("m", "p"), ("f", "p"))


class VerbForm(NamedTuple):
    """One reading of a form.

    Attributes:
        lemma: the infinitive.
        mood: `indicative`, `conditional`, `subjunctive`, `infinitive` or `participle`.
        tense: `present`, `imperfect`, `past` or `future`; of a participle `present` or `past`; "" for an infinitive.
        person: 1 to 3; 0 where the form has none.
        number: `s`, `p`, or "" where the form has none.
        gender: `m` or `f` for past participles that show it, else "".
    """

    lemma: str
    mood: Mood
    tense: str
    person: int
    number: str
    gender: str

    @property
    def finite(self) -> bool:
        """Whether the form has a person, so that it can be the verb of a clause."""
        return self.person > 0


_Ending = tuple[str, str, int, str, str]


class Morphology:
    """The verb forms of one language. Get it with `morphology`."""

    def __init__(self, code: str) -> None:
        language = load(code)
        table = language.table("verbs")
        self._known: dict[str, tuple[VerbForm, ...]] = {}
        self._endings: dict[str, dict[str, list[_Ending]]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        self._longest = 0
        self._paradigms: dict[str, dict[str, Any]] = table["paradigms"]
        named = {lemma: name for name, p in self._paradigms.items() for lemma in p.get("lemmas", ())}
        suffixes = {suffix: name for name, p in self._paradigms.items() for suffix in p.get("suffixes", ())}
        clitics = tuple(table.get("clitics", ()))
        spoken = [verb_of(row[0], clitics) for row in language.rows("speech")]
        listed = [lemma for words in table["verbs"].values() for lemma in words.split()]
        lemmas = dict.fromkeys([*named, *listed, *spoken])
        for lemma in lemmas:
            paradigm = named.get(lemma) or _by_suffix(lemma, suffixes)
            if paradigm:
                self._file(lemma, paradigm)

    def forms(self, norm: str) -> tuple[VerbForm, ...]:
        """Readings of a normalised form (`Tokens.norms`), in the order of the tables; none if no verb has it.

        >>> [(f.lemma, f.mood, f.tense, f.person) for f in morphology("fr").forms("démentent")]
        [('démentir', 'indicative', 'present', 3), ('démentir', 'subjunctive', 'present', 3)]
        """
        known = self._known.get(norm)
        if known is None:
            known = self._known[norm] = tuple(dict.fromkeys(self._readings(norm)))
        return known

    def is_finite(self, norm: str) -> bool:
        """Whether some reading of the form can be the verb of a clause."""
        return any(f.person for f in self.forms(norm))

    def _readings(self, norm: str) -> Iterator[VerbForm]:
        for cut in range(len(norm), max(-1, len(norm) - self._longest - 1), -1):
            for lemma, key in self._stems.get(norm[:cut], ()):
                for mood, tense, person, number, gender in self._endings[key].get(norm[cut:], ()):
                    yield VerbForm(lemma, mood, tense, person, number, gender)

    def _file(self, lemma: str, paradigm: str) -> None:
        """Put a verb under its stem, and make the paradigm's endings if they are new."""
        ending = str(self._paradigms[paradigm]["ending"])
        filler = ""
        if "*" in ending:
            head, tail = ending.split("*")
            match = re.search(rf"{head}([^aeiouyéèêâîôû]{{1,2}}|[gq]u){tail}$", lemma)
            if not match:
                return
            filler = match.group(1)
            stem = lemma[: match.start()]
        elif lemma.endswith(ending):
            stem = lemma[: len(lemma) - len(ending)]
        else:
            return
        key = f"{paradigm}*{filler}"
        if key not in self._endings:
            self._endings[key] = made = _expand(self._paradigms[paradigm], filler)
            self._longest = max(self._longest, *map(len, made))
        self._stems.setdefault(stem, []).append((lemma, key))


def verb_of(entry: str, clitics: tuple[str, ...]) -> str:
    """The verb of an entry of the speech table, without pronouns before it and words after it.

    >>> verb_of("s'en prendre", ("s'en ", "s'")), verb_of("faire savoir", ())
    ('prendre', 'faire')
    """
    bare = next((entry.removeprefix(c) for c in clitics if entry.startswith(c)), entry)
    return bare.split(maxsplit=1)[0]


def _by_suffix(lemma: str, suffixes: dict[str, str]) -> str | None:
    for start in range(len(lemma)):
        if lemma[start:] in suffixes:
            return suffixes[lemma[start:]]
    return suffixes.get("")


def _expand(paradigm: dict[str, Any], filler: str) -> dict[str, list[_Ending]]:
    """Endings of a paradigm → what they mean, `*` replaced by `filler`."""
    found: dict[str, list[_Ending]] = {}

    def add(written: str, *meaning: str | int) -> None:
        for spelling in written.split("/"):
            if spelling != "-":
                form = "" if spelling == "_" else spelling.replace("*", filler)
                found.setdefault(form, []).append(meaning)  # type: ignore[arg-type]

    add(str(paradigm["ending"]), "infinitive", "", 0, "", "")
    for slot, (mood, tense) in _FINITE.items():
        for written, (person, number) in zip(str(paradigm.get(slot, "")).split(), _PERSONS, strict=False):
            add(written, mood, tense, person, number, "")
    for written in str(paradigm.get("participle_present", "")).split():
        add(written, "participle", "present", 0, "", "")
    past = str(paradigm.get("participle_past", "")).split()
    for written, (gender, number) in zip(past, _GENDERS if len(past) > 1 else (("", ""),), strict=False):
        add(written, "participle", "past", 0, number, gender)
    return found


@cache
def morphology(code: str) -> Morphology:
    """The verb forms of the language with ISO 639-1 code `code`, built once.

    Raises:
        OptionError: if the package has no data for the language.
    """
    return Morphology(code)

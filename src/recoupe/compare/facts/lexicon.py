"""What a word of the prose stands for when propositions are compared: its *concept*, and how much it tells.

A concept is a class of synonyms (`synonyms.tsv`), else a word family: the dictionary form without its ending
(`endings` of `facts.toml`), so that *perquisitionné* and *perquisition* meet. Its weight is the natural logarithm of
how rare it is in general news (`frequencies.tsv`), as in inverse document frequency (Spärck Jones 1972).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from recoupe.language import Language, load
from recoupe.language.morphology import morphology
from recoupe.text.accents import plain

ALIKE = 5
"""Letters that two words of one class have in common at least to be one word in two forms."""
UNSEEN = 2.5
"""Reports in which a word that the frequency list lacks is taken to occur (the list begins at 5)."""
WEAK = 0.3
"""Weight of a word that is too general to show anything."""


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of the language with ISO 639-1 code `code`, made once."""
    return Lexicon(load(code))


class Lexicon:
    """Concepts and weights of the words of one language."""

    def __init__(self, language: Language) -> None:
        facts = language.table("facts")
        self._language = language
        self._morphology = morphology(language.code)
        self._stem = int(facts["stem"])
        self._endings = frozenset(facts["endings"])
        self._lengths = sorted({len(e) for e in self._endings}, reverse=True)
        self._weak = frozenset(facts["weak"])
        self._concepts: dict[str, str] = {}
        self._classes: dict[str, str] = {}
        self._heads: dict[str, dict[str, str]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._beginning: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._events = {"=" + name for name, kind, _ in language.rows("synonyms") if kind == "event"}
        self._roles = {"=" + name for name, kind, _ in language.rows("synonyms") if kind == "role"}
        self._verb_endings = tuple(facts["verb_endings"])
        self._event_endings = tuple(facts["event_endings"])
        self._verb_forms = tuple(facts["verb_forms"])
        self._adverb_endings = tuple(facts["adverb_endings"])
        self._no_events = frozenset(facts["no_events"])
        self._auxiliaries = frozenset(facts["auxiliaries"])
        self._noun_openers = frozenset(facts["noun_openers"])
        for name, _, words in language.rows("synonyms"):
            for word in words.split():
                self._enter(word, name)
        rows: dict[str, str] = {row[0]: row[1] for row in language.rows("frequencies")}
        self._reports = int(rows.pop("*"))
        self._seen: dict[str, int] = {}
        for word, count in rows.items():
            key = self.concept(word)
            self._seen[key] = min(self._reports, self._seen.get(key, 0) + int(count))

        self.countries = _countries(language, NAMES)
        self.capitals = _countries(language, CAPITALS)
        self.nationals = _countries(language, ADJECTIVES)
        for form, concept in self.nationals.items():
            parts = tuple(language.tokens.findall(form))
            if len(parts) > 1:
                self.phrases.setdefault(parts[0], []).append((parts, concept))

    def _enter(self, word: str, name: str) -> None:
        """Note that `word` (hyphens for the spaces of a phrase) belongs to the class `name`."""
        parts = tuple(self._language.tokens.findall(word.replace("-", " "))) if "-" in word else ()
        if len(parts) > 1:
            self.phrases.setdefault(parts[0], []).append((parts, "=" + name))
        self._classes.setdefault(word, name)
        self._classes.setdefault(self._family(word), name)
        self._heads.setdefault("=" + name, {}).setdefault(plain(word)[:ALIKE], word.replace("-", " "))

    def _family(self, word: str) -> str:
        """A word without its ending."""
        for length in self._lengths:
            if len(word) - length >= self._stem and word[-length:] in self._endings:
                return word[:-length]
        return word

    def concept(self, word: str) -> str:
        """Concept of a word in any form, lower-cased: `=class`, a word family, or `~word` if it is too general."""
        known = self._concepts.get(word)
        if known is None:
            lemma = self._language.lemma(word)
            if lemma in self._weak or word in self._weak:
                known = self._concepts[word] = "~" + lemma
                return known
            family = self._family(lemma)
            name = self._classes.get(word) or self._classes.get(lemma) or self._classes.get(family)
            known = self._concepts[word] = "=" + name if name else plain(family)
        return known

    def phrases_from(self, word: str) -> list[tuple[tuple[str, ...], str]]:
        """Fixed phrases that begin with a word, in any form of it, and their concepts."""
        found = self._beginning.get(word)
        if found is None:
            found = self.phrases.get(word, [])
            lemma = self._language.lemma(word)
            if lemma != word and lemma in self.phrases:
                found = found + self.phrases[lemma]
            self._beginning[word] = found
        return found

    def is_phrase(self, parts: tuple[str, ...], norms: Sequence[str], i: int) -> bool:
        """Whether a fixed phrase stands at token `i`, each word in any form."""
        if i + len(parts) > len(norms):
            return False
        for n, part in enumerate(parts, i):
            word = norms[n]
            if word != part and self._language.lemma(word) != part:
                return False
        return True

    def spoken(self, word: str) -> str:
        """The dictionary form under which a word is shown; words that begin alike in one class are one."""
        lemma = self._language.lemma(word)
        heads = self._heads.get(self.concept(word), {})
        return heads.get(plain(lemma)[:ALIKE], lemma)

    def knows(self, word: str) -> bool:
        """Whether a word is one of the language's own, and so no name although it has a capital."""
        concept = self.concept(word)
        return concept.startswith("=") or concept in self._seen or self._language.lemma(word) != word

    def is_event_class(self, concept: str) -> bool:
        """Whether the class `=name` is one of events."""
        return concept in self._events

    def is_role(self, concept: str) -> bool:
        """Whether a concept is what people are called before their names (*président*, *maire*)."""
        return concept in self._roles

    def is_event(self, word: str, before: str = "") -> bool:
        """Whether a word tells that something happens or is done.

        It does if its class of synonyms says so, if it is a verb's form and no noun stands in its place (known by the
        word `before` it), or if it has the ending of a noun of action and is no adverb.
        """
        concept = self.concept(word)
        if concept.startswith("="):
            return concept in self._events
        lemma = self._language.lemma(word)
        if (
            concept.startswith("~")
            or not self._no_events.isdisjoint((lemma, word))
            or len(lemma) <= self._stem
        ):
            return False
        if self._morphology.forms(word):
            return before not in self._noun_openers
        if word.endswith(self._event_endings):
            return not self.is_adverb(word, before)
        return lemma != word and lemma.endswith(self._verb_endings) and word.endswith(self._verb_forms)

    def is_adverb(self, word: str, before: str = "") -> bool:
        """Whether a word with the ending of an adverb (*clairement*) is none of the nouns that end alike.

        Such a noun is made of a verb (*licenciement*) or stands behind a word that opens a noun phrase.
        """
        if not word.endswith(self._adverb_endings) or before in self._noun_openers:
            return False
        stem = word[: -len(next(e for e in self._adverb_endings if word.endswith(e)))]
        return bool(before) or not self._morphology.forms(stem)

    def is_predicate(self, word: str, before: str = "") -> bool:
        """Whether a word can be the verb of a clause, as far as its form and the word before it show."""
        forms = self._morphology.forms(word)
        if any(f.lemma in self._auxiliaries for f in forms):
            return True
        if before in self._noun_openers:
            return False
        if any(f.person for f in forms):
            return True
        lemma = self._language.lemma(word)
        if self._verb_endings:
            return lemma != word and lemma.endswith(self._verb_endings) and lemma not in self._no_events
        return lemma != word and self.is_event(word)

    @property
    def stopwords(self) -> frozenset[str]:
        """Words that stand for nothing."""
        return self._language.stopwords

    def weight(self, concept: str) -> float:
        """How much a concept tells, from `WEAK` to about 5.6."""
        if concept.startswith("~"):
            return WEAK
        seen = self._seen.get(concept, UNSEEN)
        return max(WEAK, math.log(self._reports / seen))


def _countries(language: Language, column: int) -> dict[str, str]:
    """Concept of a country by its names (`column` 1), seats of government (2), or adjectives (3), lower-cased."""
    found: dict[str, str] = {}
    plurals = ["", *language.table("facts")["plurals"]] if column == ADJECTIVES else [""]
    for row in language.rows("countries"):
        for form in _SEPARATORS.split(row[column].lower()) if len(row) > column else ():
            for plural in plurals if form else ():
                found.setdefault(form + plural, "@" + row[0])
    return found


NAMES, CAPITALS, ADJECTIVES = 1, 2, 3
"""Columns of `countries.tsv`."""
_SEPARATORS = re.compile(r"[|/=]")

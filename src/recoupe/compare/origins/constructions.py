"""The words of a language around the media that it credits (`language/<code>/sourcing.toml`), ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from recoupe.language import Language, load
from recoupe.language.morphology import morphology
from recoupe.text.accents import plain

Phrases = tuple[tuple[str, ...], ...]
"""Phrases as tokens, longest first."""


class Constructions:
    """The constructions of a language, ready to be looked up."""

    def __init__(self, language: Language) -> None:
        table = language.table("sourcing")
        self.articles = frozenset(table["articles"])
        self.agency_nouns = frozenset(table["agency_nouns"])
        self.medium_nouns = frozenset(table["medium_nouns"])
        self.official = frozenset(table["official_words"])
        self.press = frozenset(table["press_words"])
        self.not_names = frozenset(table["not_names"])
        self.before = phrases(table["before"])
        self.told = phrases(table["told"])
        self.told_verbs = frozenset(table.get("told_verbs", ()))
        self.venues = phrases(table["venues"])
        self.columns = phrases(table["columns"])
        self.strong_venues = phrases(table["strong_venues"])
        self.by = frozenset(table["by"])
        self.by_verbs = frozenset(table["by_verbs"])
        self.of = frozenset(table["of"])
        self.of_nouns = frozenset(table["of_nouns"])
        self.of_agency_nouns = frozenset(table["of_agency_nouns"])
        self.speech_nouns = frozenset(table["speech_nouns"])
        self.report_verbs = frozenset(table["report_verbs"])
        self.negations = frozenset(table["negations"])
        self.report_phrases = phrases(table["report_phrases"])
        self.prepositions = (
            self.by | self.of | frozenset(p[-1] for p in (*self.told, *self.venues, *self.columns))
        )
        speech = (row[0].split()[-1] for row in language.rows("speech"))
        self.speech_verbs = (frozenset(speech) | self.report_verbs) - frozenset(table["not_speech"])
        self._demonyms: dict[str, set[str]] = {}
        for row in language.rows("countries"):
            if len(row) > 3:  # noqa: PLR2004 - code, names, capital, adjectives
                for form in row[3].replace("|", "/").split("/"):
                    word = plain(form)
                    for one in {word, word.rsplit("-", 1)[-1]}:  # coréen beside sud-coréen
                        self._demonyms.setdefault(one, set()).add(row[0])
        self._lemmas: dict[str, frozenset[str]] = {}
        self._language = language

    def lemmas(self, norm: str) -> frozenset[str]:
        """Infinitives and dictionary forms that a word can belong to."""
        known = self._lemmas.get(norm)
        if known is None:
            verbs = {form.lemma for form in morphology(self._language.code).forms(norm)}
            known = self._lemmas[norm] = frozenset(verbs or {self._language.lemma(norm)})
        return known

    def speaks(self, norm: str) -> bool:
        """Whether the word is a verb or a noun of speech."""
        return norm in self.speech_nouns or not self.speech_verbs.isdisjoint(self.lemmas(norm))

    def demonym(self, norm: str) -> bool:
        """Whether the word is an adjective of a country, in singular or plural."""
        return bool(self.countries([norm]))

    def countries(self, norms: Iterable[str]) -> frozenset[str]:
        """ISO 3166 codes of the countries whose adjectives are among the words; several for *coréen*."""
        words = [plain(norm) for norm in norms]
        held = (self._demonyms.get(w) or self._demonyms.get(w.rstrip("s")) or () for w in words)
        return frozenset(code for codes in held for code in codes)


def phrases(written: list[str]) -> Phrases:
    """Phrases as tuples of tokens, longest first."""
    return tuple(sorted((tuple(p.split()) for p in written), key=lambda p: (-len(p), p)))


@cache
def constructions(code: str) -> Constructions:
    """The constructions of the language with ISO 639-1 code `code`, read once."""
    return Constructions(load(code))

"""Which tokens of a sentence name a medium: known, described by the noun before it, or only described.

*KCNA*, *l'agence de presse nord-coréenne KCNA*, *l'agence Tarve*, *les médias d'État russes*, *les agences*. Whether
the mention credits the medium is `sourcing`'s part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from recoupe.compare.origins.constructions import constructions
from recoupe.compare.origins.media import Directory, Medium
from recoupe.language import Language
from recoupe.text.accents import plain
from recoupe.text.tokens import Tokens

NOUN_PHRASE = 6
"""Most tokens between the noun that says what a medium is and its name, and of the name."""
_OPENING, _EITHER = frozenset("«“‘"), frozenset("\"'’")


class Mention(NamedTuple):
    """Tokens `start:end` name `medium`, with what describes it."""

    start: int
    end: int
    medium: Medium


class Mentions:
    """Reads the sentences of one article for mentions of media, in order.

    Args:
        tokens: of the article's text.
        language: of the article.
        directory: the media that it may name.
        persons: tokens in names of persons, which name no medium (*Mr. Bloomberg*).
    """

    def __init__(
        self, tokens: Tokens, language: Language, directory: Directory, persons: frozenset[int] = frozenset()
    ) -> None:
        self._tokens = tokens
        self._norms = tokens.norms
        self._directory = directory
        self._persons = persons
        self._words = constructions(language.code)
        self._unnamed: Medium | None = None  # the last one described, which a bare *les agences* takes up

    def within(self, place: range) -> Iterator[Mention]:
        """Mentions among the tokens of a sentence."""
        i = place.start
        while i < place.stop:
            mention = self._named(i, place) or self._described(i, place)
            if mention and not self._is_person(i, mention.end):
                yield mention
                i = mention.end
            else:
                i += 1

    def _is_person(self, i: int, end: int) -> bool:
        """Whether tokens `i:end` name or introduce a person: *Bloomberg*, *Press Secretary Ada Brune*."""
        if end == i + 1:
            return i in self._persons
        return self._is_noun(i) and i not in self._persons and not self._persons.isdisjoint(range(i, end))

    def _named(self, i: int, place: range) -> Mention | None:
        """A medium that the directory knows, with the words before it that describe it."""
        hit = self._directory.at(self._tokens, i)
        if not hit or hit[0] > place.stop:
            return None
        end, medium = hit
        start = i
        for j in range(i - 1, max(place.start, i - NOUN_PHRASE) - 1, -1):
            if self._is_noun(j):
                start = j
            elif not self._describes(j) and not self._opens(j):
                break
        while start > place.start and self._opens(start - 1):
            start -= 1
        self._directory.describe(medium, self._peoples(start, i))
        behind = end
        while behind < min(place.stop, end + NOUN_PHRASE) and self._norms[behind] in self._words.press:
            behind += 1
        if behind < place.stop and self._is_noun(behind):
            end = behind + 1  # the TASS news agency
        again = self._directory.at(self._tokens, end + 1) if end + 1 < place.stop else None
        if again and again[1] == medium and self._norms[end] == "(" and again[0] < place.stop:
            end = again[0] + 1  # the Associated Press (AP)
        return Mention(self._with_article(start, place), end, medium)

    def _described(self, i: int, place: range) -> Mention | None:
        """A medium that no table knows, by the noun that says what it is, named or not."""
        if not self._is_noun(i):
            return None
        agency = self._norms[i] in self._words.agency_nouns
        first, last = i, i + 1
        floor, stop = max(place.start, i - NOUN_PHRASE), min(place.stop, i + NOUN_PHRASE)
        while first > floor and self._describes(first - 1):
            first -= 1
        while last < stop and (self._describes(last) or self._is_noun(last)):
            last += 1
        name = last + (last < place.stop and self._opens(last))
        if name < place.stop and self._directory.at(self._tokens, name):
            return None  # `_named` will find it, with this description
        end, stop = name, min(place.stop, name + NOUN_PHRASE)
        while end < stop and self._names(end):
            end += 1
        start = self._with_article(first, place)
        if end > name:
            return Mention(start, end, self._new(i, name, end, agency=agency))
        official = any(self._norms[j] in self._words.official for j in range(first, last))
        plural = start < first and self._norms[i].endswith("s")
        if official or (agency and (last > i + 1 or plural)):
            return Mention(start, last, self._only_described(first, last, agency=agency))
        return None

    def _is_noun(self, j: int) -> bool:
        """Whether token `j` says what a medium is: *agence*, *quotidien*."""
        return self._norms[j] in self._words.agency_nouns or self._norms[j] in self._words.medium_nouns

    def _describes(self, j: int) -> bool:
        """Whether token `j` belongs to the description of a medium: *de presse*, *officielle*, *russes*."""
        norm = self._norms[j]
        return norm in self._words.press or norm in self._words.official or self._words.demonym(norm)

    def _opens(self, j: int) -> bool:
        """Whether token `j` is a mark that opens a quotation, here of a name: *le « Journal du lac »*."""
        norm, tokens = self._norms[j], self._tokens
        return norm in _OPENING or (
            norm in _EITHER and j + 1 < len(tokens) and tokens.ends[j] == tokens.starts[j + 1]
        )

    def _names(self, j: int) -> bool:
        """Whether token `j` may be part of a name."""
        return self._tokens.forms[j][0].isupper() and self._norms[j] not in self._words.not_names

    def _with_article(self, start: int, place: range) -> int:
        floor = max(place.start, start - NOUN_PHRASE)
        while start > floor:
            if self._norms[start - 1] in self._words.articles:
                start -= 1
            elif (
                start - 1 > floor and self._norms[start - 2] + self._norms[start - 1] in self._words.articles
            ):
                start -= 2  # an elided article that a space cuts off its noun
            else:
                break
        return start

    def _new(self, noun: int, first: int, end: int, *, agency: bool) -> Medium:
        """The medium that tokens `first:end` name after the noun at `noun`."""
        text = " ".join(self._tokens.forms[first:end])
        own = self._tokens.forms[noun][0].isupper()  # Radio Corsanne, the Weekly Courier
        name = f"{self._tokens.forms[noun].capitalize()} {text}" if agency or own else text
        known = self._directory.canonical(name) or self._directory.canonical(text)
        return known or Medium(name, "agency" if agency else "medium")

    def _only_described(self, first: int, last: int, *, agency: bool) -> Medium:
        """A medium that is only described; a bare *les agences* takes up what was described in full before."""
        if last == first + 1 and self._unnamed and self._unnamed.kind == "agency":
            return self._unnamed
        forms, starts, ends = self._tokens.forms, self._tokens.starts, self._tokens.ends
        pieces = [forms[first]]
        pieces += [forms[j] if starts[j] == ends[j - 1] else " " + forms[j] for j in range(first + 1, last)]
        one = agency and not forms[first].endswith("s")
        self._unnamed = Medium(
            "".join(pieces),
            "agency" if agency else "official",
            state=not agency,
            described=self._peoples(first, last) if one else (),
            countries=self._words.countries(self._norms[first:last]),
            unnamed=True,
        )
        return self._unnamed

    def _peoples(self, start: int, end: int) -> tuple[str, ...]:
        """The peoples that a description names: *russe*, *nord-coréenne*."""
        return tuple(plain(self._norms[j]) for j in range(start, end) if self._words.demonym(self._norms[j]))

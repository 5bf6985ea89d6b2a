"""Where an article says which medium it relies on: *selon l'AFP*, *a-t-il dit au Figaro*, *a rapporté KCNA*.

Decides which mentions of a medium credit it, and for what: the sentence, and the quotations that the sentence reports.
A medium that acts or speaks for itself in the story (*la chaîne supprime un journal*) is no source, nor is a newspaper
whose opinion is quoted in a review of the press. Which names are media is `media`'s part, which passages then have
which origin that of `recoupe.compare.origins`.

The constructions are data: `language/<code>/sourcing.toml`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from recoupe.compare.origins.constructions import Phrases, constructions
from recoupe.compare.origins.media import Directory, Medium
from recoupe.compare.origins.mentions import Mention, Mentions
from recoupe.language import Language, load
from recoupe.model.article import Article
from recoupe.model.findings import Quotation
from recoupe.model.span import Span
from recoupe.text.tokens import Tokens

NEAR = 6
"""Tokens between a word of speech and the medium that was told."""
BEHIND = 14
"""Tokens between a medium that is named between commas and the verb of speech."""
REVIEW = 3
"""More media than this, quoted for what they say themselves, make a review of the press."""
PARTY = 3
"""A medium named this often without being credited is a party to the story, not its source."""


class Sourcing(NamedTuple):
    """An article credits `medium` at `evidence` for what `scope` says."""

    medium: Medium
    evidence: Span
    scope: tuple[Span, ...]


Role = Literal["source", "told", "venue", "column", "reports", "named"]
"""How a medium stands in a sentence: relied on, told, where somebody spoke or wrote, who reports, or only named."""


class _Credit(NamedTuple):
    """Tokens `first` to `last`, both inclusive, credit a medium."""

    first: int
    last: int
    role: Role


def find_sourcing(article: Article, tokens: Tokens, directory: Directory) -> tuple[Sourcing, ...]:
    """Credits inside the sentences of an article, in order.

    Args:
        article: annotated.
        tokens: of its text.
        directory: the media that it may name.
    """
    reader = _Reader(tokens, load(article.language), directory, _persons(article, tokens))
    reports = _Reports(article.quotations)
    own = directory.outlet(article).name
    found: list[tuple[Sourcing, Role]] = []
    idle: dict[str, int] = {}
    columns: set[str] = set()
    for sentence in article.sentences:
        for medium, evidence, role in reader.read(sentence):
            if medium.name == own:
                continue
            if role == "column":
                columns.add(medium.name)
            if evidence is None:
                idle[medium.name] = idle.get(medium.name, 0) + 1
            else:
                found.append((Sourcing(medium, evidence, (sentence, *reports.contents(sentence))), role))
    review = len(columns) > REVIEW
    return tuple(
        s
        for s, role in found
        if not (review and role in {"column", "reports"})
        and not (role != "source" and s.medium.kind != "agency" and idle.get(s.medium.name, 0) >= PARTY)
    )


def _persons(article: Article, tokens: Tokens) -> frozenset[int]:
    """Tokens of the names of persons, and of their last names wherever they stand."""
    names = [n for n in article.names if n.type == "person"]
    last = {n.name.rsplit(maxsplit=1)[-1] for n in names if n.name.strip()}
    inside = {t for n in names for t in tokens.within(n.start, n.end)}
    return frozenset(inside | {t for t, form in enumerate(tokens.forms) if form in last})


class _Reports:
    """Which quotations a sentence reports.

    Args:
        quotations: of one article.
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        anchored = ((q.cue or q.speaker or q.content[0], q) for q in quotations if q.content)
        self._anchored = sorted(((span.start, q.content) for span, q in anchored), key=itemgetter(0))
        self._starts = [start for start, _ in self._anchored]

    def contents(self, sentence: Span) -> list[Span]:
        """Content of the quotations whose attribution begins in the sentence, as far as it stands outside."""
        inside = range(bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end))
        return [span for n in inside for span in self._anchored[n][1] if not sentence.covers(span)]


class _Reader:
    """Reads the sentences of one article for mentions of media."""

    def __init__(
        self, tokens: Tokens, language: Language, directory: Directory, persons: frozenset[int]
    ) -> None:
        self._tokens = tokens
        self._norms = tokens.norms
        self._words = constructions(language.code)
        self._mentions = Mentions(tokens, language, directory, persons)

    def read(self, sentence: Span) -> Iterator[tuple[Medium, Span | None, Role]]:
        """Media named in a sentence, the words that credit each (None if nothing does), and how it stands there."""
        place = self._tokens.within(sentence.start, sentence.end)
        for m in self._mentions.within(place):
            credit = self._credit(m, place)
            if credit:
                evidence = Span(self._tokens.starts[credit.first], self._tokens.ends[credit.last])
                yield m.medium, evidence, credit.role
            else:
                column = self._phrase_before(m.start, self._words.columns, place) is not None
                yield m.medium, None, "column" if column else "named"

    def _credit(self, m: Mention, place: range) -> _Credit | None:
        """The words that credit a medium."""
        w, last = self._words, m.end - 1
        for phrases in (w.before, w.strong_venues):
            if (first := self._phrase_before(m.start, phrases, place)) is not None:
                return _Credit(first, last, "source")
        if (first := self._by_or_of(m, place)) is not None:
            return _Credit(first, last, "source")
        if (first := self._told(m, place)) is not None:
            return _Credit(first, last, "told")
        venues: tuple[tuple[Phrases, Role], ...] = (
            (w.venues, "venue"),
            (w.columns, "column"),
        )
        for phrases, role in venues:
            if (first := self._venue(m, phrases, place)) is not None:
                return _Credit(first, last, role)
        return self._reports(m, place)

    def _phrase_before(self, i: int, phrases: Phrases, place: range) -> int | None:
        """First token of the phrase that ends right before token `i`."""
        for phrase in phrases:
            first = i - len(phrase)
            if first >= place.start and tuple(self._norms[first:i]) == phrase:
                return first
        return None

    def _speech_before(self, i: int, place: range) -> int | None:
        """The nearest word of speech in the few tokens before `i`, inside the clause."""
        for j in range(i - 1, max(place.start, i - NEAR) - 1, -1):
            if self._norms[j] in {";", ":", "?", "!"}:
                return None
            if self._words.speaks(self._norms[j]):
                return j
        return None

    def _told(self, m: Mention, place: range) -> int | None:
        """*a indiqué à l'AFP*, *une interview au Figaro*, *told Reuters*."""
        first = self._phrase_before(m.start, self._words.told, place)
        if first is not None:
            return self._speech_before(first, place)
        before = m.start - 1
        if before >= place.start and not self._words.told_verbs.isdisjoint(
            self._words.lemmas(self._norms[before])
        ):
            return before
        return None

    def _by_or_of(self, m: Mention, place: range) -> int | None:
        """*interrogé par l'AFP*, *une information du Parisien*."""
        w = self._words
        at = m.start - 1
        if at <= place.start:
            return None
        back = range(at - 1, max(place.start, at - 4) - 1, -1)
        if self._norms[at] in w.by:
            return next((j for j in back if not w.by_verbs.isdisjoint(w.lemmas(self._norms[j]))), None)
        if self._norms[at] in w.of:
            nouns = w.of_nouns | w.of_agency_nouns if m.medium.kind == "agency" else w.of_nouns
            return next((j for j in back if self._norms[j] in nouns), None)
        return None

    def _venue(self, m: Mention, phrases: Phrases, place: range) -> int | None:
        """*a-t-il dit sur France Info*; *Sur LCI, X a dit*; *X, dans Le Figaro, a démenti*."""
        first = self._phrase_before(m.start, phrases, place)
        if first is None:
            return None
        spoken = self._speech_before(first, place)
        if spoken is not None:
            return spoken
        if first <= place.start + 1:
            behind = range(m.end, place.stop)
        elif self._norms[first - 1] == ",":
            behind = range(m.end, min(m.end + BEHIND, place.stop))
        else:
            return None
        return first if any(self._words.speaks(self._norms[j]) for j in behind) else None

    def _reports(self, m: Mention, place: range) -> _Credit | None:
        """*a rapporté KCNA*, *KCNA a rapporté*, *dont Le Monde fait état*."""
        w = self._words
        verbs = w.speech_verbs if m.medium.kind == "agency" or m.medium.state else w.report_verbs
        before = m.start - 1
        if before >= place.start:
            if not verbs.isdisjoint(w.lemmas(self._norms[before])):
                return _Credit(before, m.end - 1, "reports")
            first = self._phrase_before(m.start, w.report_phrases, place)
            if first is not None:
                return _Credit(first, m.end - 1, "reports")
            if self._norms[before] in w.prepositions:
                return None
        for j in range(m.end, min(m.end + 4, place.stop)):
            if not self._norms[j][:1].isalpha() or self._norms[j] in w.negations:
                break
            length = 1 if not verbs.isdisjoint(w.lemmas(self._norms[j])) else 0
            for phrase in w.report_phrases:
                if tuple(self._norms[j : j + len(phrase)]) == phrase:
                    length = max(length, len(phrase))
            if length:
                return _Credit(m.start, j + length - 1, "reports")
        return None

"""The result of comparison: findings about several articles, each traced to passages of them."""

from __future__ import annotations

from typing import Literal

import msgspec

from recoupe.model.article import Article
from recoupe.model.findings import NameType
from recoupe.model.problem import Problem
from recoupe.model.span import Passage, Span

SCHEMA = "recoupe.dossier/1"

FactStatus = Literal["asserted", "attributed", "denied", "announced"]
Stance = Literal["agrees", "contradicts", "silent"]
DiscrepancyKind = Literal[
    "number", "date", "name", "place", "actor", "modality", "wording", "calendar", "arithmetic", "self"
]
OriginKind = Literal["agency", "official", "medium", "outlet"]


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person, body or place named in the story, under all its spellings."""

    id: str
    name: str
    type: NameType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[Passage, ...] = ()


class QuotationRef(msgspec.Struct, frozen=True, order=True):
    """Quotation number `index` (from 0) of an article."""

    article: str
    index: int


class Edit(msgspec.Struct, frozen=True):
    """One step of a word alignment: `a` in the reference, `b` in the variant (None where absent)."""

    op: Literal["equal", "cut", "added", "changed"]
    a: Span | None
    b: Span | None


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """How one quotation of a statement differs from the statement's fullest one (`against`)."""

    article: str
    index: int
    against: QuotationRef
    similarity: float
    relays: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One speech act with its quotations in all articles."""

    id: str
    speaker: str | None
    speaker_name: str | None
    quotations: tuple[QuotationRef, ...]
    variants: tuple[Variant, ...] = ()
    origins: tuple[str, ...] = ()


class FactPassage(msgspec.Struct, frozen=True, order=True):
    """A passage that asserts a fact, and the id of the passage's origin."""

    article: str
    start: int
    end: int
    origin: str

    @property
    def passage(self) -> Passage:
        """The place alone."""
        return Passage(self.article, self.start, self.end)


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition that articles assert.

    Attributes:
        text: the clearest sentence of the sources, verbatim.
        stances: for each article id whether it agrees, contradicts or is silent.
        origins: ids of the independent origins of its passages; their number is what corroborates.
        outlets: number of distinct outlets among its passages.
        tentative: whether the passages share too little to be sure that they assert one thing: a lead to be read, not
            counted as established.
    """

    id: str
    text: str
    status: FactStatus
    passages: tuple[FactPassage, ...]
    against: tuple[Passage, ...] = ()
    stances: dict[str, Stance] = {}
    origins: tuple[str, ...] = ()
    outlets: int = 0
    tentative: bool = False


class Side(msgspec.Struct, frozen=True):
    """One side of a discrepancy: what it says, and where."""

    value: str
    passages: tuple[Passage, ...]


class Discrepancy(msgspec.Struct, frozen=True, kw_only=True):
    """Sides that cannot all be right, or say different things of the same thing; `note` says what differs."""

    id: str
    kind: DiscrepancyKind
    about: str
    sides: tuple[Side, ...]
    note: str


class Step(msgspec.Struct, frozen=True):
    """A value at a moment (`when` in EDTF; None if not told)."""

    when: str | None
    value: str
    passages: tuple[Passage, ...]


class Evolution(msgspec.Struct, frozen=True, kw_only=True):
    """A value that changed between moments, in order."""

    id: str
    about: str
    steps: tuple[Step, ...]


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its moment (EDTF, ISO 8601-2); `precision` is year, month, day or time.

    `background` says that it lies more than a month before every article that tells it: what led to the story, not
    what happens in it.
    """

    when: str
    precision: str
    status: Literal["happened", "announced"]
    text: str
    passages: tuple[Passage, ...]
    background: bool = False


class Reuse(msgspec.Struct, frozen=True, kw_only=True):
    """A passage of one article found again in another; `earlier` says which came first, where dates tell."""

    a: Passage
    b: Passage
    similarity: float
    earlier: Literal["a", "b"] | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where articles or passages come from, with the passages that show it.

    Attributes:
        kind: `agency` (a wire service), `official` (an organ of a state, a government or a party), `medium` (any
            other medium that is credited), `outlet` (own reporting of an outlet of the story, as far as can be seen).
        perhaps: ids of the origins that it may be itself, beside which it is not counted: a text common to several
            outlets may be that of any of them, an unnamed medium (*the Russian agencies*) one that is named.
    """

    id: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...]
    evidence: tuple[Passage, ...] = ()
    perhaps: tuple[str, ...] = ()


class TermUse(msgspec.Struct, frozen=True, kw_only=True):
    """One wording for a referent, in the outlet's own voice or a speaker's."""

    term: str
    voice: Literal["outlet", "speaker"]
    passages: tuple[Passage, ...]


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """What outlets call one referent."""

    referent: str
    uses: tuple[TermUse, ...]


class Unique(msgspec.Struct, frozen=True, kw_only=True):
    """What only this article reports."""

    article: str
    passages: tuple[Passage, ...]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """How much one article lets one person speak: number of quotations, code points quoted."""

    person: str
    article: str
    quotations: int
    characters: int


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Everything comparison found about one story, schema `recoupe.dossier/1`."""

    schema: str = SCHEMA
    title: str = ""
    language: str = ""
    options: dict[str, object] = {}
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    people: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    evolutions: tuple[Evolution, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    origins: tuple[Origin, ...] = ()
    terms: tuple[Term, ...] = ()
    unique: tuple[Unique, ...] = ()
    voices: tuple[Voice, ...] = ()

    @property
    def established(self) -> tuple[Fact, ...]:
        """The facts without those that are tentative."""
        return tuple(f for f in self.facts if not f.tentative)

    def __repr__(self) -> str:
        """Short: title and counts."""
        return (
            f"<Dossier {self.title!r} {len(self.articles)} articles, {len(self.established)} facts, "
            f"{len(self.discrepancies)} discrepancies>"
        )

"""What annotation finds in one article. Every finding is a place in the text and what it says."""

from __future__ import annotations

from typing import Literal

import msgspec

from recoupe.model.span import Span

FurnitureKind = Literal["navigation", "link", "caption", "share", "byline", "credit", "comment", "notice"]
NameType = Literal["person", "organization", "place"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuantityKind = Literal["cardinal", "ordinal", "percent", "money", "measure", "age"]
QuotationKind = Literal["direct", "mixed", "indirect"]


class Furniture(msgspec.Struct, frozen=True, order=True):
    """Text that is not the article: menus, captions, headlines of other articles."""

    start: int
    end: int
    kind: FurnitureKind


class Credit(msgspec.Struct, frozen=True, order=True, rename={"for_": "for"}):
    """A mention that an agency supplied the text or a photo. `agency` is the canonical name."""

    start: int
    end: int
    agency: str
    for_: Literal["text", "photo"]


class Name(msgspec.Struct, frozen=True, order=True):
    """A mention of a person, an organization or a place; `name` is the fullest form in the article."""

    start: int
    end: int
    type: NameType
    name: str


class Time(msgspec.Struct, frozen=True, order=True):
    """A time expression (TIMEX3 type and value).

    Attributes:
        interval: first and last day (or moment) as ISO strings, both inclusive; None if vague.
    """

    start: int
    end: int
    type: TimeType
    value: str
    interval: tuple[str, str] | None = None


class Counted(msgspec.Struct, frozen=True, order=True):
    """The noun that a quantity counts, and its singular lemma."""

    span: Span
    lemma: str


class Quantity(msgspec.Struct, frozen=True):
    """A number with what it says.

    Attributes:
        told: the number as written, None for a range.
        low: least value that the words allow, in `unit`.
        high: greatest value that the words allow, in `unit` (None if unbounded above).
        unit: an SI symbol, an ISO 4217 code, `%`, or None.
        of: the noun that is counted.
    """

    start: int
    end: int
    kind: QuantityKind
    told: float | None
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    of: Counted | None = None


class Relay(msgspec.Struct, frozen=True, order=True):
    """Who passed words on between speaker and outlet."""

    span: Span
    name: str


class Quotation(msgspec.Struct, frozen=True):
    """One speech act: content, cue, speaker, relays, addressee (see docs/quotations.md).

    Attributes:
        act: class of the speech act: `assert`, `deny`, `accuse`, `promise`, `demand`, `thank`, `ask` ...
        content: one or more spans, in order, without marks at the edges.
        relays: from nearest to the speaker to nearest to the outlet.
    """

    kind: QuotationKind
    act: str
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Span | None = None
    speaker_name: str | None = None
    relays: tuple[Relay, ...] = ()
    addressee: Span | None = None

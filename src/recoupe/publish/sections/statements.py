"""Who said what: statements with their variants, quotations found once, and shares of quoted words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.model.dossier import QuotationRef, Statement, Variant
from recoupe.model.findings import Quotation
from recoupe.model.span import Passage
from recoupe.publish.edition import Edition, Evidence, Source
from recoupe.publish.glyphs import show
from recoupe.publish.lines import Anchor, anchor, filters
from recoupe.publish.marks import Marks

VOICES = 12  # speakers with a row of their own
NEAR = 0.6  # share of common words from which a version is shown as cuts and additions


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an aligned variant: `old` stands in the fullest version, `new` in this one."""

    op: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation in one article.

    Attributes:
        parts: the words quoted, one part for each span.
        chain: who passed the words on, from the speaker to the outlet.
        pieces: what was cut, added or changed against the fullest version; empty for that version itself and
            where nothing could be aligned.
        similarity: 0 to 1 against the fullest version, None for that version itself.
    """

    source: Source
    evidence: Evidence
    kind: str
    act: str
    speaker: str
    parts: tuple[str, ...]
    chain: tuple[str, ...]
    addressee: str
    pieces: tuple[Piece, ...] = ()
    similarity: float | None = None

    @property
    def near(self) -> bool:
        """Whether what was cut and added is worth showing word by word: of less in common it makes a tangle."""
        return bool(self.pieces) and (self.similarity or 0.0) >= NEAR


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One speech act; the first quotation is its fullest version."""

    anchor: Anchor
    speaker: str
    quotes: tuple[Quote, ...]
    origins: int
    filters: str

    @property
    def first(self) -> Quote:
        """The fullest version."""
        return self.quotes[0]

    @property
    def reworded(self) -> bool:
        """Whether some version differs in its words."""
        return any(p.op != "equal" for q in self.quotes for p in q.pieces)

    @property
    def collated(self) -> bool:
        """Whether some version differs and is near enough to be aligned word by word."""
        return any(p.op != "equal" for q in self.quotes if q.near for p in q.pieces)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a speaker's words one outlet carries."""

    source: Source
    characters: int


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One speaker: code points quoted and number of quotations, in all and by outlet."""

    name: str
    characters: int
    quotations: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, body or place under all its spellings."""

    name: str
    type: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: int
    outlets: tuple[Source, ...]

    @property
    def bare(self) -> bool:
        """Whether nothing is known but that it is named once."""
        return len(self.outlets) == self.mentions == 1 and not self.aliases and not self.roles


@dataclass(frozen=True, slots=True)
class Statements:
    """The section: statements of several articles, quotations of one, voices, people.

    Attributes:
        drawn: speakers that have a row of their own; the others are told together.
    """

    several: tuple[StatementLine, ...]
    once: tuple[StatementLine, ...]
    voices: tuple[VoiceRow, ...]
    people: tuple[PersonRow, ...]
    drawn: int = VOICES


def make_statements(edition: Edition, marks: Marks) -> Statements:
    """The section from the dossier's statements, its articles' quotations, its voices and people."""
    lines = [_line(edition, s, n) for n, s in enumerate(edition.dossier.statements, 1)]
    grouped = {(q.article, q.index) for s in edition.dossier.statements for q in s.quotations}
    alone = [
        QuotationRef(source.id, index)
        for source in edition.sources
        for index in range(len(source.article.quotations))
        if (source.id, index) not in grouped
    ]
    lines += [_lonely(edition, ref, n) for n, ref in enumerate(alone, 1)]
    usable = [line for line in lines if line]
    for line in usable:
        for quote in line.quotes:
            marks.add([quote.evidence.passage], "statement", line.anchor)
    return Statements(
        several=tuple(line for line in usable if len(line.quotes) > 1),
        once=tuple(sorted((li for li in usable if len(li.quotes) == 1), key=lambda li: not li.speaker)),
        voices=_voices(edition),
        people=_people(edition),
    )


def _line(edition: Edition, statement: Statement, number: int) -> StatementLine | None:
    variants = {(v.article, v.index): v for v in statement.variants}
    refs = sorted(statement.quotations, key=lambda r: (r.article, r.index) in variants)
    quotes = [q for r in refs if (q := _quote(edition, r, variants.get((r.article, r.index))))]
    if not quotes:
        return None
    speaker = edition.person(statement.speaker, statement.speaker_name)
    return StatementLine(
        anchor=anchor(edition, "s", "statement", number, statement.id),
        speaker=speaker,
        quotes=tuple(quotes),
        origins=len(statement.origins),
        filters=filters(
            edition,
            (q.evidence.passage for q in quotes),
            statement.origins,
            [speaker],
        ),
    )


def _lonely(edition: Edition, ref: QuotationRef, number: int) -> StatementLine | None:
    quote = _quote(edition, ref, None)
    if quote is None:
        return None
    return StatementLine(
        anchor=anchor(edition, "q", "statement", number),
        speaker=quote.speaker,
        quotes=(quote,),
        origins=1,
        filters=filters(edition, [quote.evidence.passage], (), [quote.speaker]),
    )


def _quote(edition: Edition, ref: QuotationRef, variant: Variant | None) -> Quote | None:
    source = edition.by_id.get(ref.article)
    if source is None or not 0 <= ref.index < len(source.article.quotations):
        return None
    found = source.article.quotations[ref.index]
    text = source.article.text
    relays = (variant.relays if variant else ()) or tuple(r.name for r in found.relays)
    return Quote(
        source=source,
        evidence=edition.evidence(_extent(ref.article, found)),
        kind=found.kind,
        act=found.act,
        speaker=edition.person(None, found.speaker_name)
        or (edition.line(found.speaker.of(text)) if found.speaker else ""),
        parts=tuple(edition.line(s.of(text)) for s in found.content),
        chain=tuple(show(name) for name in relays),
        addressee=edition.line(found.addressee.of(text)) if found.addressee else "",
        pieces=_pieces(edition, source, variant) if variant else (),
        similarity=variant.similarity if variant else None,
    )


def _extent(article: str, quotation: Quotation) -> Passage:
    """From the first character of the content to the last."""
    return Passage(article, min(s.start for s in quotation.content), max(s.end for s in quotation.content))


def _pieces(edition: Edition, source: Source, variant: Variant) -> tuple[Piece, ...]:
    other = edition.by_id.get(variant.against.article)
    if other is None:
        return ()
    return tuple(
        Piece(
            edit.op,
            edition.line(edit.a.of(other.article.text)) if edit.a else "",
            edition.line(edit.b.of(source.article.text)) if edit.b else "",
        )
        for edit in variant.edits
    )


def _voices(edition: Edition) -> tuple[VoiceRow, ...]:
    by_person: dict[str, list[tuple[Source, int, int]]] = defaultdict(list)
    for voice in edition.dossier.voices:
        source = edition.by_id.get(voice.article)
        if source and voice.characters:
            by_person[edition.person(voice.person, voice.person)].append(
                (source, voice.characters, voice.quotations)
            )
    rows = [
        VoiceRow(
            name=name,
            characters=sum(c for _, c, _ in found),
            quotations=sum(q for _, _, q in found),
            shares=_shares(edition, [(s, c) for s, c, _ in found]),
        )
        for name, found in by_person.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.characters, row.name)))


def _shares(edition: Edition, found: Iterable[tuple[Source, int]]) -> tuple[Share, ...]:
    total: dict[int, int] = defaultdict(int)
    for source, characters in found:
        total[source.outlet] += characters
    return tuple(Share(outlet, total[outlet.outlet]) for outlet in edition.outlets if outlet.outlet in total)


def _people(edition: Edition) -> tuple[PersonRow, ...]:
    def spellings(name: str, aliases: Sequence[str]) -> tuple[str, ...]:
        return tuple(show(a) for a in dict.fromkeys(aliases) if a != name)

    rows = [
        PersonRow(
            show(p.name),
            p.type,
            spellings(p.name, p.aliases),
            tuple(show(r) for r in p.roles),
            len(p.mentions),
            edition.outlets_of(p.mentions),
        )
        for p in edition.dossier.people
    ]
    return tuple(sorted(rows, key=lambda r: (-r.mentions, r.name)))

"""Articles in full, cut where findings begin and end, so that any number of findings may overlap.

Each segment carries the layers that cover it (classes) and the lines that use it (anchors); each paragraph
names its lines in the margin, which is how a reader without a mouse or without JavaScript goes back to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from recoupe.model.article import Article
from recoupe.model.span import Passage
from recoupe.publish.glyphs import show
from recoupe.publish.lines import Anchor

# Kinds of lines in the order in which the margin names them. What they use is told by their anchors.
_LINES = ("fact", "discrepancy", "statement", "evolution", "moment", "origin", "reuse", "term", "unique")
_ORDER = {kind: n for n, kind in enumerate(_LINES)}
# What annotation found in the article alone, and the classes of it (short: a page has thousands).
LAYERS = {"quotation": "mq", "name": "mn", "time": "mt", "quantity": "mz", "furniture": "mx"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one article's text that a finding covers."""

    start: int
    end: int
    layer: str
    anchor: Anchor | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that the same findings cover throughout.

    Attributes:
        ids: anchors of the passages that begin here, where lines link to them.
        classes: classes of what annotation found in it; empty where it found nothing.
        refs: anchors of the lines that use it; their first letter tells the kind of line.
        note: what annotation read there (the value of a date, of a number).
    """

    text: str
    ids: tuple[str, ...]
    classes: str
    refs: str
    note: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article's text; `refs` are the lines of the page that use it, each once."""

    segments: tuple[Segment, ...]
    refs: tuple[Anchor, ...]
    furniture: bool


@dataclass(slots=True)
class Marks:
    """All marks of a dossier by article, collected while sections are made."""

    by_article: dict[str, list[Mark]] = field(default_factory=lambda: defaultdict(list))

    def add(self, passages: Iterable[Passage], layer: str, anchor: Anchor | None = None) -> None:
        """Mark `passages` as used by the line `anchor`."""
        for place in passages:
            self.by_article[place.article].append(Mark(place.start, place.end, layer, anchor))


def annotation_marks(article: Article) -> Iterator[Mark]:
    """What annotation found in one article."""
    for item in article.furniture:
        yield Mark(item.start, item.end, "furniture")
    for name in article.names:
        told = article.text[name.start : name.end]
        yield Mark(name.start, name.end, "name", note=name.name if name.name != told else "")
    for time in article.times:
        yield Mark(time.start, time.end, "time", note=time.value)
    for quantity in article.quantities:
        yield Mark(quantity.start, quantity.end, "quantity")
    for quotation in article.quotations:
        for span in quotation.content:
            yield Mark(span.start, span.end, "quotation", note=quotation.speaker_name or "")


def cut(article: Article, key: str, marks: Sequence[Mark]) -> list[Paragraph]:
    """The article's text as paragraphs of segments.

    Args:
        article: the article.
        key: its anchor on the page; segments where a line's passage begins get `<key>-<offset>` as theirs.
        marks: what covers it, in any order; marks outside the text or empty are left out.

    Returns:
        Its non-empty lines. The segments' texts together are the text without its newlines and blank lines.
    """
    text = article.text
    usable = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(usable):
        opening[mark.start].append(number)
        closing[mark.end].append(number)
    anchors = {m.start for m in usable if m.anchor}
    walk = _Walk(text, key, usable, anchors)
    position = 0
    for line in text.split("\n"):
        end = position + len(line)
        bounds = sorted({position, end} | set(walk.bounds_between(position, end)))
        walk.line(position, end, bounds, opening, closing)
        position = end + 1
    return walk.paragraphs


class _Walk:
    """One pass over a text: which marks are open, and the paragraphs made so far."""

    def __init__(self, text: str, key: str, marks: Sequence[Mark], anchors: set[int]) -> None:
        self.text, self.key, self.marks = text, key, marks
        self.pending = sorted(anchors, reverse=True)
        self.bounds = sorted({b for m in marks for b in (m.start, m.end)})
        self.at = 0
        self.open: dict[int, None] = {}
        self.paragraphs: list[Paragraph] = []

    def bounds_between(self, start: int, end: int) -> list[int]:
        """Boundaries from `start` to `end`, the newline after it included; each asked for once."""
        first = self.at
        while self.at < len(self.bounds) and self.bounds[self.at] <= end:
            self.at += 1
        return [b for b in self.bounds[first : self.at] if b >= start]

    def line(
        self,
        start: int,
        end: int,
        bounds: list[int],
        opening: dict[int, list[int]],
        closing: dict[int, list[int]],
    ) -> None:
        """Append the paragraph from `start` to `end`, if there is anything in it."""
        segments: list[Segment] = []
        refs: dict[str, Anchor] = {}
        blank = not self.text[start:end].strip()
        for left, right in zip(bounds, [*bounds[1:], end], strict=True):
            for number in closing.get(left, ()):
                self.open.pop(number, None)
            self.open.update(dict.fromkeys(opening.get(left, ())))
            if blank or left >= right:
                continue
            active = [self.marks[n] for n in self.open]
            segments.append(self._segment(left, right, active))
            refs.update({m.anchor.id: m.anchor for m in active if m.anchor})
        if segments:
            ordered = sorted(refs.values(), key=lambda a: (_ORDER[a.kind], _number(a.id)))
            furniture = all(_is_furniture(s) or not s.text.strip() for s in segments)
            self.paragraphs.append(Paragraph(tuple(segments), tuple(ordered), furniture))

    def _segment(self, left: int, right: int, active: list[Mark]) -> Segment:
        """The segment from `left` to `right`; a place to link to if passages began since the last one."""
        places: list[str] = []
        while self.pending and self.pending[-1] <= left:
            places.append(f"{self.key}-{self.pending.pop()}")
        refs = dict.fromkeys(m.anchor.id for m in active if m.anchor)
        layers = {m.layer for m in active}
        if "statement" in layers:
            layers.discard("quotation")  # its anchor says as much
        return Segment(
            text=show(self.text[left:right]),
            ids=tuple(places),
            classes=" ".join(code for layer, code in LAYERS.items() if layer in layers),
            refs=" ".join(refs),
            note=next((show(m.note) for m in active if m.note and m.layer != "quotation"), ""),
        )


def _is_furniture(segment: Segment) -> bool:
    return LAYERS["furniture"] in segment.classes.split()


def _number(name: str) -> tuple[int, str]:
    digits = "".join(c for c in name if c.isdecimal())
    return (int(digits[:9]) if digits else 0, name)

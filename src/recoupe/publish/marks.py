"""Articles in full, cut where findings begin and end, so that any number of findings may overlap.

Each mark carries the layers that it stands for (classes) and the lines that use it (anchors); each paragraph
names its lines in the margin, which is how a reader without a mouse or without JavaScript goes back to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from recoupe.model.article import Article
from recoupe.model.span import Passage
from recoupe.publish.glyphs import show
from recoupe.publish.lines import Anchor

# Kinds of lines in the order in which the margin names them. What they use is told by their anchors.
_LINES = ("fact", "discrepancy", "statement", "evolution", "moment", "origin", "reuse", "term", "unique")
_ORDER = {kind: n for n, kind in enumerate(_LINES)}
# What annotation found in the article alone, and the elements of it (short: a page has thousands). HTML gives `u` for
# labelling proper names, `time` for times and `b` for what is picked out without more weight.
LAYERS = {"furniture": "s", "name": "u", "time": "time", "quantity": "b"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one article's text that a finding covers."""

    start: int
    end: int
    layer: str
    anchor: Anchor | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A mark as it is written: what it says holds for all that stands inside it, other marks included.

    Attributes:
        element: `mark` for lines of the page, else the element of what annotation found.
        refs: anchors of the lines that use exactly this stretch; their first letter tells the kind of line.
        note: what annotation read there (the value of a date, the full name).
    """

    element: str
    refs: str = ""
    note: str = ""


_FURNITURE = Tag(LAYERS["furniture"])


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text in which no mark begins or ends.

    Attributes:
        ids: anchors of the passages that begin here, where lines link to them.
        opens: marks that begin before the text, the outermost first.
        closes: elements of the marks that end after it, the innermost first.
    """

    text: str
    ids: tuple[str, ...]
    opens: tuple[Tag, ...]
    closes: tuple[str, ...]


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
    """What annotation found in one article; its quotations are marked by the lines that tell them."""
    for item in article.furniture:
        yield Mark(item.start, item.end, "furniture")
    for name in article.names:
        told = article.text[name.start : name.end]
        yield Mark(name.start, name.end, "name", note=name.name if name.name != told else "")
    for time in article.times:
        yield Mark(time.start, time.end, "time", note="" if "X" in time.value else time.value)
    for quantity in article.quantities:
        yield Mark(quantity.start, quantity.end, "quantity")


def cut(article: Article, key: str, marks: Sequence[Mark]) -> list[Paragraph]:
    """The article's text as paragraphs of segments, marks inside one another.

    A mark that would cross the end of another is closed there and opened again; marks of the very same stretch
    are one. So each finding is written once where it stands, not again at each name inside it.

    Args:
        article: the article.
        key: its anchor on the page; segments where a line's passage begins get `<key>-<offset>` as theirs.
        marks: what covers it, in any order; marks outside the text or empty are left out.

    Returns:
        Its non-empty lines. The segments' texts together are the text without its newlines and blank lines.
    """
    text = article.text
    usable = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    walk = _Walk(text, key, _stretches(usable), {m.start for m in usable if m.anchor})
    position = 0
    for line in text.split("\n"):
        walk.line(position, position + len(line))
        position += len(line) + 1
    return walk.paragraphs


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """All marks of one stretch of text."""

    end: int
    anchors: tuple[Anchor, ...]
    tags: tuple[Tag, ...]


def _stretches(marks: Sequence[Mark]) -> dict[int, list[_Stretch]]:
    """Marks by where they begin, those of the same stretch as one, the longest first."""
    same: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        same[mark.start, mark.end].append(mark)
    found: dict[int, list[_Stretch]] = defaultdict(list)
    for (start, end), together in sorted(same.items(), key=lambda item: (item[0][0], -item[0][1])):
        anchors = {m.anchor.id: m.anchor for m in together if m.anchor}
        notes = {m.layer: show(m.note) for m in together}
        tags = [Tag(element, note=notes[layer]) for layer, element in LAYERS.items() if layer in notes]
        lines = [Tag("mark", refs=" ".join(anchors))] if anchors else []
        found[start].append(_Stretch(end, tuple(anchors.values()), (*lines, *tags)))
    return found


class _Walk:
    """One pass over a text: which marks are open, and the paragraphs made so far."""

    def __init__(self, text: str, key: str, opening: dict[int, list[_Stretch]], anchors: set[int]) -> None:
        self.text, self.key, self.opening = text, key, opening
        self.pending = sorted(anchors, reverse=True)
        self.bounds = sorted(opening.keys() | {s.end for found in opening.values() for s in found})
        self.at = 0
        self.open: dict[_Stretch, None] = {}
        self.paragraphs: list[Paragraph] = []

    def line(self, start: int, end: int) -> None:
        """Append the paragraph from `start` to `end`, if there is anything in it."""
        bounds = [start]
        while self.at < len(self.bounds) and self.bounds[self.at] <= end:
            if self.bounds[self.at] > start:
                bounds.append(self.bounds[self.at])
            else:
                self._pass(self.bounds[self.at])
            self.at += 1
        if self.text[start:end].strip():
            self._paragraph(bounds, end)
        else:
            for bound in bounds:
                self._pass(bound)

    def _pass(self, bound: int) -> None:
        """Close what ends at `bound` and open what begins there."""
        self.open = {s: None for s in self.open if s.end > bound}
        self.open.update(dict.fromkeys(self.opening.get(bound, ())))

    def _paragraph(self, bounds: list[int], end: int) -> None:
        segments: list[Segment] = []
        refs: dict[str, Anchor] = {}
        stack: list[_Stretch] = []
        furniture = True
        for left, right in zip(bounds, [*bounds[1:], end], strict=True):
            self._pass(left)
            if left >= right:
                continue
            kept = next((n for n, s in enumerate(stack) if s not in self.open), len(stack))
            if segments:
                segments[-1] = replace(segments[-1], closes=_ends(stack[kept:]))
            del stack[kept:]
            written = set(stack)
            opens = sorted((s for s in self.open if s not in written), key=lambda s: -s.end)
            stack += opens
            shown = self.text[left:right]
            tags = tuple(tag for s in opens for tag in s.tags)
            segments.append(Segment(show(shown), self._places(left), tags, ()))
            refs.update({a.id: a for s in stack for a in s.anchors})
            furniture = furniture and (not shown.strip() or any(_FURNITURE in s.tags for s in stack))
        segments[-1] = replace(segments[-1], closes=_ends(stack))
        ordered = sorted(refs.values(), key=lambda a: (_ORDER[a.kind], _number(a.id)))
        self.paragraphs.append(Paragraph(tuple(segments), tuple(ordered), furniture))

    def _places(self, left: int) -> tuple[str, ...]:
        """Anchors of the passages that began since the last segment."""
        places: list[str] = []
        while self.pending and self.pending[-1] <= left:
            places.append(f"{self.key}-{self.pending.pop()}")
        return tuple(places)


def _ends(stack: Sequence[_Stretch]) -> tuple[str, ...]:
    return tuple(tag.element for stretch in reversed(stack) for tag in reversed(stretch.tags))


def _number(name: str) -> tuple[int, str]:
    digits = "".join(c for c in name if c.isdecimal())
    return (int(digits[:9]) if digits else 0, name)

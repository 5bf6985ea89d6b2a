"""Variants of one statement as a collation: one row a version, words that answer each other in one column.

The form is that of a critical edition's alignment table. Columns are cut where any version departs from the
fullest one, so that what differs stands alone in its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.publish.edition import Source
from recoupe.publish.sections.statements import Piece, Quote, StatementLine

LEAST = 2  # versions beside the fullest: of one, its cuts and additions say as much
ROWS = 10  # different versions shown; the others stand beside each other in full


@dataclass(frozen=True, slots=True)
class CollationCell:
    """What a version has in one column; `op` is `equal`, `cut`, `added`, `changed` or `empty`."""

    text: str
    op: str


@dataclass(frozen=True, slots=True)
class CollationRow:
    """One version, and the articles that have it."""

    sources: tuple[Source, ...]
    cells: tuple[CollationCell, ...]


@dataclass(slots=True)
class _Version:
    """A version laid over the words of the fullest one.

    Attributes:
        at: for each stretch of the fullest version, by its first and last word (end exclusive), what stands here.
        before: what is added before a word of it.
        edges: words at which a stretch begins or ends.
    """

    source: Source
    at: dict[tuple[int, int], tuple[str, str]]
    before: dict[int, str]
    edges: set[int]


def collate(line: StatementLine) -> tuple[CollationRow, ...]:
    """Rows of the table, the fullest version first; empty if no version differs word by word."""
    aligned = [q for q in line.quotes if q.near]
    if not aligned:
        return ()
    words = _words(aligned[0].pieces)
    alike = [q for q in aligned if _words(q.pieces) == words]
    differing = [q for q in alike if any(p.op != "equal" for p in q.pieces)]
    versions = [_lay(q) for q in differing][:ROWS]
    if len(versions) < LEAST:
        return ()
    inside = {
        n for v in versions for (a, b), (_, op) in v.at.items() if op != "equal" for n in range(a + 1, b)
    }
    edges = sorted(({0, len(words)} | {e for v in versions for e in v.edges}) - inside)
    gaps = {n for v in versions for n in v.before}
    rows: dict[tuple[CollationCell, ...], list[Source]] = {_fullest(words, edges, gaps): [line.first.source]}
    for version in versions:
        rows.setdefault(_row(version, edges, gaps), []).append(version.source)
    return tuple(CollationRow(tuple(sources), cells) for cells, sources in rows.items())


def _words(pieces: Sequence[Piece]) -> list[str]:
    return [word for piece in pieces for word in piece.old.split()]


def _lay(quote: Quote) -> _Version:
    version = _Version(quote.source, {}, {}, set())
    position = 0
    for piece in quote.pieces:
        length = len(piece.old.split())
        if not length:
            added = version.before.get(position, "")
            version.before[position] = f"{added} {piece.new}".strip()
            version.edges.add(position)
        elif piece.op == "equal" and len(piece.new.split()) == length:
            for offset, word in enumerate(piece.new.split()):
                version.at[position + offset, position + offset + 1] = (word, "equal")
        else:
            version.at[position, position + length] = (piece.new, piece.op)
        if piece.op != "equal":
            version.edges |= {position, position + length}
        position += length
    return version


def _fullest(words: Sequence[str], edges: Sequence[int], gaps: set[int]) -> tuple[CollationCell, ...]:
    cells: list[CollationCell] = []
    for start, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        if start in gaps:
            cells.append(CollationCell("", "empty"))
        if start < end:
            cells.append(CollationCell(" ".join(words[start:end]), "equal"))
    return tuple(cells)


def _row(version: _Version, edges: Sequence[int], gaps: set[int]) -> tuple[CollationCell, ...]:
    cells: list[CollationCell] = []
    for start, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        if start in gaps:
            added = version.before.get(start, "")
            cells.append(CollationCell(added, "added" if added else "empty"))
        if start < end:
            held = [value for (a, b), value in version.at.items() if start <= a and b <= end]
            text = " ".join(t for t, _ in held if t)
            different = {op for _, op in held} - {"equal"}
            op = min(different) if text and different else "cut" if not text else "equal"
            cells.append(CollationCell(text, op))
    return tuple(cells)

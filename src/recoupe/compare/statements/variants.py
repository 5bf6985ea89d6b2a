"""How the quotations of one statement differ, word by word: what was cut, added or changed.

The fullest quotation is the reference; direct speech before the reporter's words, the earlier before the later.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from recoupe.compare.material import Material
from recoupe.compare.statements.match import Quoted, match
from recoupe.compare.words import Words
from recoupe.model.dossier import Edit, Variant
from recoupe.model.span import Span
from recoupe.text.align import Step, align

_RANK = {"direct": 0, "mixed": 1, "indirect": 2}
FULL = 0.8
"""Share of the heaviest content that a quotation must have to be the reference for being direct."""


def reference(group: Sequence[Quoted]) -> Quoted:
    """The quotation that the others are held against."""
    heaviest = max(q.weight for q in group)
    full = [q for q in group if q.weight >= FULL * heaviest]
    return min(full, key=lambda q: (_RANK[q.quotation.kind], -q.weight))


def variants(material: Material, group: Sequence[Quoted]) -> tuple[Variant, ...]:
    """Each quotation of a statement but the reference, against it."""
    against = reference(group)
    return tuple(
        Variant(
            article=q.ref.article,
            index=q.ref.index,
            against=against.ref,
            similarity=round(min(1.0, match(against, q).similarity), 3),
            relays=tuple(r.name for r in q.quotation.relays),
            edits=_edits(material, against, q),
        )
        for q in group
        if q is not against
    )


def _edits(material: Material, a: Quoted, b: Quoted) -> tuple[Edit, ...]:
    """Steps from the reference to a variant; none between two languages, which no words can be aligned in."""
    if material.by_id[a.ref.article].language != material.by_id[b.ref.article].language:
        return ()
    one, other = material.words(a.ref.article), material.words(b.ref.article)
    steps = _clean(align([one.keys[n] for n in a.words], [other.keys[n] for n in b.words]), one, a.words)
    return tuple(edit for step in steps for edit in _place(step, one, a, other, b))


def _clean(steps: Sequence[Step], source: Words, words: Sequence[int]) -> list[Step]:
    """Steps without function words that are equal by chance between two differences; differences that touch are one.

    *the road* against *the river and the sea* is one change, not two around an equal *the*.
    """

    def by_chance(n: int) -> bool:
        step = steps[n]
        return (
            step.op == "equal"
            and 0 < n < len(steps) - 1
            and not any(source.content[words[i]] for i in range(step.a_start, step.a_end))
        )

    cleaned: list[Step] = []
    for n, step in enumerate(steps):
        if step.op == "equal" and not by_chance(n):
            cleaned.append(step)
            continue
        joined = step
        if cleaned and cleaned[-1].op != "equal":
            last = cleaned.pop()
            joined = Step("changed", last.a_start, step.a_end, last.b_start, step.b_end)
        cut, added = joined.a_start == joined.a_end, joined.b_start == joined.b_end
        cleaned.append(joined._replace(op="added" if cut else "cut" if added else "changed"))
    return cleaned


def _place(step: Step, one: Words, a: Quoted, other: Words, b: Quoted) -> list[Edit]:
    """The edits of a step, cut where a content goes on behind the reporter's words."""
    if step.op == "equal":
        cuts = sorted(
            {0, step.a_end - step.a_start}
            | {n - step.a_start for n in _breaks(a.words, step.a_start, step.a_end)}
            | {n - step.b_start for n in _breaks(b.words, step.b_start, step.b_end)}
        )
        return [
            Edit(
                "equal",
                _span(one, a.words[step.a_start + i : step.a_start + j]),
                _span(other, b.words[step.b_start + i : step.b_start + j]),
            )
            for i, j in pairwise(cuts)
        ]
    left = _pieces(one, a.words, step.a_start, step.a_end)
    right = _pieces(other, b.words, step.b_start, step.b_end)
    if len(left) == 1 and len(right) == 1:
        return [Edit("changed", left[0], right[0])]
    return [Edit("cut", span, None) for span in left] + [Edit("added", None, span) for span in right]


def _breaks(words: Sequence[int], start: int, end: int) -> list[int]:
    """Positions inside `start:end` where a word does not follow the one before it in the text."""
    return [n for n in range(start + 1, end) if words[n] != words[n - 1] + 1]


def _pieces(source: Words, words: Sequence[int], start: int, end: int) -> list[Span]:
    """The spans of words `start:end` of a content."""
    cuts = [start, *_breaks(words, start, end), end]
    return [span for i, j in pairwise(cuts) if (span := _span(source, words[i:j])) is not None]


def _span(source: Words, words: Sequence[int]) -> Span | None:
    return source.span(words[0], words[-1] + 1) if words else None

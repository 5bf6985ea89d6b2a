"""Words in quotation marks that two articles begin alike and go on with differently, outside what is one statement.

One outlet quotes a whole sentence, another a piece of it inside a sentence of its own; the two are no quotations of one
length, so that they may not have been recognised as one statement. Pairs share a run of words in marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.quotes import DOTS, MARKED, differs, wording_note
from recoupe.model.dossier import Edit, Side, Statement
from recoupe.model.span import Passage, Span
from recoupe.text.align import Step, align

RUN = 5
"""Words in a row that two fragments share."""
SAME_RUN = 4
"""Fragments in which a run may stand: one that stands in more is a phrase."""


LEAD, TAIL = 3, 2
"""Words in common before and behind a difference."""
MOSTLY = 0.6
"""Share of the shorter fragment's words that both have."""


class Fragment(NamedTuple):
    """Words in quotation marks: their article, quotation (-1 for none), place and tokens."""

    article: str
    quotation: int
    span: Span
    tokens: tuple[int, ...]


def find_fragments(teller: Teller, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Fragments that share a run of words and differ in what they say beside it."""
    fragments = _fragments(teller)
    known: dict[tuple[str, int], set[str]] = defaultdict(set)
    for statement in statements:
        for ref in statement.quotations:
            known[ref.article, ref.index].add(statement.id)
    for n, m in _pairs(teller, fragments):
        a, b = fragments[n], fragments[m]
        if a.article == b.article or known[a.article, a.quotation] & known[b.article, b.quotation]:
            continue
        finding = _compare(teller, a, b)
        if finding is not None:
            yield finding


def _fragments(teller: Teller) -> list[Fragment]:
    found = []
    for article in teller.material.articles:
        tokens = teller.material.tokens[article.id]
        contents = sorted((s.start, s.end, n) for n, q in enumerate(article.quotations) for s in q.content)
        starts = [c[0] for c in contents]
        for mark in MARKED.finditer(article.text):
            span = Span(mark.start() + 1, mark.end() - 1)
            words = tuple(i for i in tokens.within(span.start, span.end) if tokens.norms[i][0].isalnum())
            dotted = any(dots in span.of(article.text) for dots in DOTS)
            if len(words) <= RUN or dotted or teller.material.in_furniture(article.id, span):
                continue
            at = bisect_right(starts, span.end) - 1
            inside = at >= 0 and contents[at][1] > span.start
            found.append(Fragment(article.id, contents[at][2] if inside else -1, span, words))
    return found


def _pairs(teller: Teller, fragments: Sequence[Fragment]) -> list[tuple[int, int]]:
    """Pairs of fragments that share a run of words of which few have it."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, fragment in enumerate(fragments):
        norms = _norms(teller, fragment)
        for i in range(len(norms) - RUN + 1):
            run = index[tuple(norms[i : i + RUN])]
            if not run or run[-1] != n:
                run.append(n)
    return sorted(
        {
            (n, m)
            for run in index.values()
            if 1 < len(run) <= SAME_RUN
            for k, n in enumerate(run)
            for m in run[k + 1 :]
        }
    )


def _norms(teller: Teller, fragment: Fragment) -> list[str]:
    norms = teller.material.tokens[fragment.article].norms
    return [norms[i] for i in fragment.tokens]


def _compare(teller: Teller, a: Fragment, b: Fragment) -> Finding | None:
    """The finding of two fragments, if they differ behind or between what they share."""
    keys: dict[str, int] = {}
    left, right = ([keys.setdefault(w, len(keys)) for w in _norms(teller, f)] for f in (a, b))
    steps = align(left, right)
    equal = sum(s.a_end - s.a_start for s in steps if s.op == "equal")
    if equal < MOSTLY * min(len(left), len(right)) or not _one_speaker(teller, a, b):
        return None
    first = next(n for n, s in enumerate(steps) if s.op == "equal")
    marked = [[a.span], [b.span]]
    edits = [_edit(teller, a, b, s) for n, s in enumerate(steps) if n > first and _held(steps, n)]
    differing = [e for e in edits if differs(teller, (a.article, b.article), marked, e)]
    if not differing:
        return None
    sides = (_side(teller, a, [e.a for e in differing]), _side(teller, b, [e.b for e in differing]))
    name = _speaker(teller, a) or _speaker(teller, b)
    return Finding("wording", name or sides[0].value, sides, wording_note(teller, sides), 1.4)


def _held(steps: Sequence[Step], n: int) -> bool:
    """Whether a step stands behind several words that both have, and before some or the end."""
    before, after = steps[n - 1], steps[n + 1] if n + 1 < len(steps) else None
    return before.a_end - before.a_start >= LEAD and (after is None or after.a_end - after.a_start >= TAIL)


def _one_speaker(teller: Teller, a: Fragment, b: Fragment) -> bool:
    """Whether two fragments can be words of one speaker."""
    names = [_speaker(teller, f) for f in (a, b)]
    return None in names or names[0] == names[1]


def _speaker(teller: Teller, fragment: Fragment) -> str | None:
    if fragment.quotation < 0:
        return None
    return teller.material.by_id[fragment.article].quotations[fragment.quotation].speaker_name


def _edit(teller: Teller, a: Fragment, b: Fragment, step: Step) -> Edit:
    return Edit(
        step.op,
        _span(teller, a, a.tokens[step.a_start : step.a_end]),
        _span(teller, b, b.tokens[step.b_start : step.b_end]),
    )


def _span(teller: Teller, fragment: Fragment, words: Sequence[int]) -> Span | None:
    tokens = teller.material.tokens[fragment.article]
    return Span(tokens.starts[words[0]], tokens.ends[words[-1]]) if words else None


def _side(teller: Teller, fragment: Fragment, spans: Sequence[Span | None]) -> Side:
    text = teller.material.by_id[fragment.article].text
    words = " … ".join(" ".join(s.of(text).split()) for s in spans if s is not None)
    span = fragment.span
    return Side(words or teller.label("without"), (Passage(fragment.article, span.start, span.end),))

"""Quotations of one speech act whose words inside the marks differ: something cut, added or put in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.facts.lexicon import lexicon
from recoupe.language import load
from recoupe.model.dossier import Edit, QuotationRef, Side, Statement, Variant
from recoupe.model.findings import Quotation
from recoupe.model.span import Passage, Span

ALIKE, SAME = 0.45, 0.98
"""Similarity of two quotations of one statement: below they are different sentences, above the same words."""
CONTENT = 1.5
"""Weight from which a word that differs can change the meaning."""


def find_quotes(teller: Teller, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Statements that two articles quote in other words; one finding for each statement."""
    for statement in statements:
        best: Finding | None = None
        for variant in statement.variants:
            finding = _compare(teller, statement, variant)
            if finding is not None and (best is None or finding.weight > best.weight):
                best = finding
        if best is not None:
            yield best


def _compare(teller: Teller, statement: Statement, variant: Variant) -> Finding | None:
    """The finding of one pair of quotations, if words inside the marks of both differ."""
    refs = (variant.against, QuotationRef(variant.article, variant.index))
    if refs[0].article == refs[1].article or not ALIKE <= variant.similarity <= SAME:
        return None
    marked = [_marked(teller, r) for r in refs]
    differing = [e for n, e in enumerate(variant.edits) if _differs(teller, refs, marked, variant.edits, n)]
    if not differing:
        return None
    sides = (
        _side(teller, refs[0], [e.a for e in differing]),
        _side(teller, refs[1], [e.b for e in differing]),
    )
    about = statement.speaker_name or sides[0].value
    return Finding("wording", about, sides, teller.note("wording", sides), 1.0 + variant.similarity)


def _differs(
    teller: Teller,
    refs: tuple[QuotationRef, QuotationRef],
    marked: Sequence[Sequence[Span]],
    edits: Sequence[Edit],
    n: int,
) -> bool:
    """Whether step `n` of an alignment is a difference of weight inside the marks of both quotations.

    Words put for others count if both are marked and of different families; words cut count if what stands around the
    cut is marked in the other quotation, so that its reader takes the sentence for whole.
    """
    edit = edits[n]
    if edit.op == "equal":
        return False
    families = [
        _families(teller, r.article, s) if s is not None and _within(s, m) else set()
        for r, s, m in zip(refs, (edit.a, edit.b), marked, strict=True)
    ]
    if edit.op == "changed":
        return bool(families[0] - families[1]) and bool(families[1] - families[0])
    if not families[0] and not families[1]:
        return False
    other = 1 if edit.b is None else 0
    gone = edit.a if other else edit.b
    if gone is not None and any(marked) and _turns(teller, refs[1 - other].article, gone):
        return True
    around = [
        e.b if other else e.a for e in (edits[n - 1] if n else None, *edits[n + 1 : n + 2]) if e is not None
    ]
    return len(around) == AROUND and all(s is not None and _within(s, marked[other]) for s in around)


def _turns(teller: Teller, article: str, span: Span) -> bool:
    """Whether words that are left out hold a reserve (*but*, *however*)."""
    contrasts = load(teller.material.by_id[article].language).table("discrepancies")["contrasts"]
    tokens = teller.material.tokens[article]
    return any(tokens.norms[i] in contrasts for i in tokens.within(span.start, span.end))


AROUND = 2
"""Steps around a cut: the words before it and those after it."""


def _marked(teller: Teller, ref: QuotationRef) -> list[Span]:
    """What stands inside quotation marks in the content of a quotation."""
    article = teller.material.by_id[ref.article]
    quotation: Quotation = article.quotations[ref.index]
    if quotation.kind == "direct":
        return list(quotation.content)
    if quotation.kind == "indirect":
        return []
    found = []
    for content in quotation.content:
        # the marks at the edges stand outside the content
        start, end = max(0, content.start - 1), content.end + 1
        found += [
            Span(start + m.start() + 1, start + m.end() - 1)
            for m in _FRAGMENT.finditer(article.text[start:end])
        ]
    return found


_FRAGMENT = re.compile('«[^«»]{1,2000}»|“[^“”]{1,2000}”|"[^"]{1,2000}"')


def _within(span: Span, marked: Sequence[Span]) -> bool:
    """Whether most of a span is marked."""
    return any(min(span.end, m.end) - max(span.start, m.start) > len(span) / 2 for m in marked)


def _families(teller: Teller, article: str, span: Span) -> set[str]:
    """Concepts of the weighty words of a span."""
    lex = lexicon(teller.material.by_id[article].language)
    tokens = teller.material.tokens[article]
    words = [tokens.norms[i] for i in tokens.within(span.start, span.end)]
    concepts = {lex.concept(w) for w in words if w not in lex.stopwords and w[0].isalpha() and len(w) > SHORT}
    return {c for c in concepts if lex.weight(c) >= CONTENT}


SHORT = 2
"""Letters up to which a word carries no meaning of its own."""


def _side(teller: Teller, ref: QuotationRef, differing: Sequence[Span | None]) -> Side:
    """The quotation as one article has it; its value is the words that differ."""
    article = teller.material.by_id[ref.article]
    words = [" ".join(s.of(article.text).split()) for s in differing if s is not None and len(s)]
    content = article.quotations[ref.index].content
    return Side(" … ".join(words) or "—", tuple(Passage(ref.article, s.start, s.end) for s in content))

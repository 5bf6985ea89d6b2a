"""Quotations of one speech act whose words inside the marks differ: something cut, added or put in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.facts.lexicon import Lexicon, lexicon
from recoupe.model.dossier import Edit, QuotationRef, Side, Statement
from recoupe.model.findings import Quotation
from recoupe.model.span import Passage, Span

ALIKE, SAME = 0.45, 0.98
"""Similarity of two quotations of one statement: below they are different sentences, above the same words."""
CONTENT = 1.5
"""Weight from which a word that differs can change the meaning."""
MUCH = 0.5
"""Share of the words from which a difference is not a change of wording but another choice of what to quote."""


def find_quotes(teller: Teller, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Statements that two articles quote in other words; one finding for each statement."""
    for statement in statements:
        best: Finding | None = None
        for variant in statement.variants:
            if not ALIKE <= variant.similarity <= SAME or variant.article == variant.against.article:
                continue
            first = _quotation(teller, variant.against)
            second = _quotation(teller, QuotationRef(variant.article, variant.index))
            if first.kind == "indirect" or second.kind == "indirect":
                continue
            changed = [
                e
                for e in variant.edits
                if e.op != "equal" and _tells(teller, variant.against, variant.article, e)
            ]
            if not changed:
                continue
            sides = (
                _side(teller, variant.against, first, [e.a for e in changed]),
                _side(teller, QuotationRef(variant.article, variant.index), second, [e.b for e in changed]),
            )
            about = statement.speaker_name or sides[0].value
            finding = Finding(
                "wording", about, sides, teller.note("wording", sides), 1.0 + variant.similarity
            )
            if best is None or finding.weight > best.weight:
                best = finding
        if best is not None:
            yield best


def _quotation(teller: Teller, ref: QuotationRef) -> Quotation:
    return teller.material.by_id[ref.article].quotations[ref.index]


def _tells(teller: Teller, against: QuotationRef, article: str, edit: Edit) -> bool:
    """Whether an edit touches a word that carries meaning."""
    return any(
        _weighs(teller, place, span)
        for place, span in ((against.article, edit.a), (article, edit.b))
        if span is not None
    )


def _weighs(teller: Teller, article: str, span: Span) -> bool:
    lex: Lexicon = lexicon(teller.material.by_id[article].language)
    tokens = teller.material.tokens[article]
    return any(
        tokens.norms[i] not in lex.stopwords
        and tokens.norms[i][0].isalpha()
        and len(tokens.norms[i]) > 2  # noqa: PLR2004
        and lex.weight(lex.concept(tokens.norms[i])) >= CONTENT
        for i in tokens.within(span.start, span.end)
    )


def _side(teller: Teller, ref: QuotationRef, quotation: Quotation, differing: Sequence[Span | None]) -> Side:
    """The quotation as one article has it; its value is the words that differ."""
    text = teller.material.by_id[ref.article].text
    words = [" ".join(s.of(text).split()) for s in differing if s is not None and len(s)]
    value = " … ".join(words) or "—"
    return Side(value, tuple(Passage(ref.article, s.start, s.end) for s in quotation.content))

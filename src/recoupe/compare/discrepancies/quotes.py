"""Quotations of one speech act whose words differ in what they say: other words, or a reserve that is gone.

Few of the differences between two renderings of a sentence matter. Shown are short runs of words of other meaning in
the same place, and what restricts a sentence (*but ...*, *perhaps*, *strictly*) and is missing in the other rendering.
Cuts of whole sentences, cuts marked with dots, tenses, abbreviations and spellings are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.facts.lexicon import lexicon
from recoupe.language import load
from recoupe.model.dossier import Edit, QuotationRef, Side, Statement, Variant
from recoupe.model.findings import Quotation
from recoupe.model.span import Passage, Span

ALIKE, SAME = 0.4, 0.985
"""Similarity of two quotations of one statement: below they are different sentences, above the same words."""
CONTENT = 1.5
"""Weight from which a word that differs can change the meaning."""
EQUAL = 5
"""Words that two quotations have in common at least."""
MOST_WORDS, MOST_CUT = 6, 8
"""Words of a difference, and of a cut with a reserve in it: more are other sentences."""
OPENING = 2
"""First words of a cut among which the word stands that makes it a reserve."""
NEAR = 4
"""Code points around a cut in which dots mark it."""
ALIKE_LETTERS = 3
"""Letters that two words begin with alike where one is the other, shortened or inflected."""


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
    equal = sum(_count(teller, refs[0].article, e.a) for e in variant.edits if e.op == "equal")
    if equal < EQUAL:
        return None
    marked = [in_marks(teller, r) for r in refs]
    articles = (refs[0].article, refs[1].article)
    differing = [e for e in variant.edits if differs(teller, articles, marked, e)]
    if not differing:
        return None
    sides = (
        _side(teller, refs[0], [e.a for e in differing]),
        _side(teller, refs[1], [e.b for e in differing]),
    )
    about = statement.speaker_name or sides[0].value
    return Finding("wording", about, sides, wording_note(teller, sides), 1.0 + variant.similarity)


def wording_note(teller: Teller, sides: tuple[Side, Side]) -> str:
    """The sentence about two renderings: of other words, or of words that only one has."""
    missing = teller.label("without")
    if sides[1].value == missing:
        return teller.note("wording_cut", sides)
    return (
        teller.note("wording_cut", sides[::-1])
        if sides[0].value == missing
        else teller.note("wording", sides)
    )


def differs(teller: Teller, articles: tuple[str, str], marked: Sequence[Sequence[Span]], edit: Edit) -> bool:
    """Whether a step of an alignment changes what is said, inside the marks of one quotation at least.

    Args:
        teller: the story.
        articles: ids of the two articles.
        marked: what stands in quotation marks in each of the two quotations.
        edit: the step.
    """
    places = list(zip(articles, (edit.a, edit.b), marked, strict=True))
    if edit.op == "equal":
        return False
    return _reworded(teller, places) if edit.op == "changed" else _cut(teller, places)


_Place = tuple[str, Span | None, Sequence[Span]]
"""Words of one rendering: its article, where they stand (None where they are missing), and what is in marks."""


def _cut(teller: Teller, places: Sequence[_Place]) -> bool:
    """Whether words that one rendering lacks restrict what it keeps, and nothing says that they are missing."""
    (article, gone, own), other = (places[0], places[1]) if places[1][1] is None else (places[1], places[0])
    if gone is None or not (own or other[2]) or _dotted(teller, other[0], other[2]):
        return False
    return _restricts(teller, article, gone)


def _reworded(teller: Teller, places: Sequence[_Place]) -> bool:
    """Whether a few words stand for a few others of other families, in marks on both sides or as a fragment."""
    inside = [s is not None and _within(s, m) for _, s, m in places]
    if not any(inside) or (not all(inside) and not _is_fragment(places[0 if inside[0] else 1])):
        return False
    words = [_words(teller, article, s) for article, s, _ in places if s is not None]
    families = [_families(teller, article, s) for article, s, _ in places if s is not None]
    if max(len(w) for w in words) > MOST_WORDS or not all(families) or families[0] & families[1]:
        return False
    return not any(_one_word(x, y) for x in words[0] for y in words[1])


def _dotted(teller: Teller, article: str, marked: Sequence[Span]) -> bool:
    """Whether dots say that something is missing in quoted words."""
    text = teller.material.by_id[article].text
    return any(dots in text[s.start : s.end] for s in marked for dots in DOTS)


def _is_fragment(place: _Place) -> bool:
    """Whether what differs is most of a fragment in marks, which the other outlet puts in words of its own."""
    _, span, marked = place
    return span is not None and any(
        min(span.end, m.end) - max(span.start, m.start) > len(m) / 2 for m in marked
    )


def _one_word(x: str, y: str) -> bool:
    """Whether two words are one, shortened or inflected (*Sen.*, *Senator*)."""
    return min(len(x), len(y)) >= ALIKE_LETTERS and x[:ALIKE_LETTERS] == y[:ALIKE_LETTERS]


def _restricts(teller: Teller, article: str, gone: Span) -> bool:
    """Whether words that one quotation lacks restrict what it keeps, and no dots say that something is missing."""
    table = load(teller.material.by_id[article].language).table("discrepancies")
    words = _words(teller, article, gone)
    if any(w in table["contrasts"] for w in words[:OPENING]):
        return True
    text = teller.material.by_id[article].text
    whole = text[gone.end : gone.end + NEAR].lstrip()[:1] in ENDS or text[: gone.start].rstrip()[-1:] in ENDS
    return not whole and len(words) <= MOST_CUT and any(w in table["reserves"] for w in words)


DOTS = ("...", "…")
"""Marks of a cut: whoever sets them hides nothing."""
ENDS = frozenset(".!?…")
"""Marks beside a cut that takes a whole sentence."""


def _words(teller: Teller, article: str, span: Span) -> list[str]:
    tokens = teller.material.tokens[article]
    return [tokens.norms[i] for i in tokens.within(span.start, span.end) if tokens.norms[i][0].isalnum()]


def _count(teller: Teller, article: str, span: Span | None) -> int:
    return len(_words(teller, article, span)) if span is not None else 0


def in_marks(teller: Teller, ref: QuotationRef) -> list[Span]:
    """What stands inside quotation marks in the content of a quotation."""
    article = teller.material.by_id[ref.article]
    quotation: Quotation = article.quotations[ref.index]
    if quotation.kind == "direct":
        return list(quotation.content)
    if quotation.kind == "indirect":
        return []
    found = []
    for content in quotation.content:
        # the marks at the edges stand outside the content, with a space inside them
        start, end = max(0, content.start - 2), content.end + 2
        found += [
            Span(start + m.start() + 1, start + m.end() - 1) for m in MARKED.finditer(article.text[start:end])
        ]
    return found


MARKED = re.compile('«[^«»]{1,2000}»|“[^“”]{1,2000}”|"[^"]{1,2000}"')
"""Words in one pair of quotation marks, marks included."""


def _within(span: Span, marked: Sequence[Span]) -> bool:
    """Whether most of a span is marked."""
    return any(min(span.end, m.end) - max(span.start, m.start) > len(span) / 2 for m in marked)


def _families(teller: Teller, article: str, span: Span) -> set[str]:
    """Concepts of the weighty words of a span."""
    lex = lexicon(teller.material.by_id[article].language)
    tokens = teller.material.tokens[article]
    words = [
        tokens.norms[i] for i in tokens.within(span.start, span.end) if not tokens.forms[i][:1].isupper()
    ]
    concepts = {lex.concept(w) for w in words if w not in lex.stopwords and w[0].isalpha() and len(w) > SHORT}
    return {c for c in concepts if lex.weight(c) >= CONTENT}


SHORT = 2
"""Letters up to which a word carries no meaning of its own."""


def _side(teller: Teller, ref: QuotationRef, differing: Sequence[Span | None]) -> Side:
    """The quotation as one article has it; its value is the words that differ."""
    article = teller.material.by_id[ref.article]
    words = [" ".join(s.of(article.text).split()) for s in differing if s is not None and len(s)]
    content = article.quotations[ref.index].content
    return Side(
        " … ".join(words) or teller.label("without"),
        tuple(Passage(ref.article, s.start, s.end) for s in content),
    )

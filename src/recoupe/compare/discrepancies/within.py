"""Articles that contradict themselves: a thing done and expected, affirmed and alleged, or counted in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.discrepancies.bearing import event_is_verb, events_in, expected, suspected
from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.modality import affirmed
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.clauses import Segment, Sentence
from recoupe.compare.facts.grammar import grammar
from recoupe.compare.facts.judge import likelihood
from recoupe.compare.facts.status import quotation_of
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.dossier import Side
from recoupe.model.span import Span

ALIKE = 0.45
"""Least likelihood that two passages of one article speak of the same thing: they share its topic anyway."""
EVENT = 1.5
"""Weight from which a shared event is what is told in two ways."""
DONE_WORDS = 3
"""Words that tell a thing as done here and as expected there."""
LIKELY = 0.55
"""Likelihood from which one tells by a verb what the other leaves open."""
SAME, MOSTLY = 0.7, 0.55
"""Likelihood, and share of both passages, from which they say the same though their verbs differ."""
MOST_CLAUSES = 3
"""Clauses up to which a sentence is compared as a whole."""
MOST_HEADINGS, MOST_BODY = 40, 200
"""Headings of an article, and clauses with a reserve, that are compared."""
HEADING = 120
"""Code points that a heading has at most."""
OF_HEADING, WORDS = 0.7, 2
"""Share of a heading's weight, and number of its words, that a sentence must have to say the same."""


def find_self(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Contradictions inside one article."""
    seen: set[tuple[int, int]] = set()
    for p, match in matches:
        if p < ALIKE:
            continue
        yield from _contradiction(teller, match.a, match.b, p)
        key = (id(match.a.sentence), id(match.b.sentence))
        if key not in seen:
            seen.add(key)
            a, b = (_whole(teller, w) for w in (match.a, match.b))
            if a is not match.a or b is not match.b:
                yield from _contradiction(teller, a, b, likelihood(a, b))


def _whole(teller: Teller, window: Window) -> Window:
    """All of a sentence, if it is short: a contradiction can stand in its main clause, the likeness in the other."""
    last = len(window.sentence.segments) - 1
    if last >= MOST_CLAUSES or (window.first, window.last) == (0, last):
        return window
    return teller.propositions.weights.window(window.sentence, 0, last)


def _contradiction(teller: Teller, a: Window, b: Window, p: float) -> Iterator[Finding]:
    """What two passages of one article tell in two ways."""
    material = teller.material
    if p < ALIKE or a.negated != b.negated:
        return
    events = {c for c in a.events & b.events if a.concepts[c] >= EVENT}
    for plain, other in ((a, b), (b, a)):
        if not affirmed(material, plain, negated=plain.negated):
            continue
        if other.alleged and not other.ahead and _as_fact(material, plain, other, p):
            labels, note = ("affirmed", "alleged"), "self_alleged"
        elif events & plain.done and _much(plain, other) and _expected(material, other, events, plain.done):
            labels, note = ("done", "expected"), "self_done"
        else:
            continue
        sides = (
            teller.side(teller.label(labels[0]), [plain]),
            teller.side(teller.label(labels[1]), [other]),
        )
        yield _finding(teller, sides, [plain, other], note, p)


def _much(plain: Window, other: Window) -> bool:
    """Whether a thing done and a thing expected are told in so many of the same words that they can be one."""
    return sum(c in other.concepts and w >= 1 for c, w in plain.concepts.items()) >= DONE_WORDS


def _as_fact(material: Material, plain: Window, other: Window, p: float) -> bool:
    """Whether one passage tells by a verb what the other leaves open, or says nearly the same without reserve."""
    if quotation_of(material, other) is not None:
        return False
    event = suspected(material, other)
    if event is not None and plain.concepts.get(event, 0.0) >= EVENT and not plain.negated:
        return (
            p >= LIKELY
            and event_is_verb(material, plain, event)
            and not _one_noun(material, plain, other, event)
        )
    if suspected(material, other, by_ending=True) is None:
        return False
    shared = sum(w for c, w in plain.concepts.items() if c in other.concepts)
    return p >= SAME and min(shared / plain.total, shared / other.total) >= MOSTLY


def _one_noun(material: Material, plain: Window, other: Window, event: str) -> bool:
    """Whether both passages have the same form of an event, and neither behind an auxiliary: a noun, as it seems."""
    article = material.articles[plain.article]
    tokens, known = material.tokens[article.id], grammar(article.language)
    forms = [
        {
            tokens.norms[i]: known.is_participle(tokens.norms, i)
            for i, _ in events_in(material, w, frozenset({event}))
        }
        for w in (plain, other)
    ]
    return forms[0].keys() == forms[1].keys() and not any(forms[0].values())


def find_headings(teller: Teller) -> Iterator[Finding]:
    """Headings that affirm what the text below them leaves open."""
    propositions, material = teller.propositions, teller.material
    by_article: dict[int, list[Sentence]] = {}
    for sentence in propositions.sentences:
        by_article.setdefault(sentence.article, []).append(sentence)
    for number, sentences in sorted(by_article.items()):
        article = material.articles[number]
        headings = [
            (n, propositions.weights.window(s, 0, len(s.segments) - 1))
            for n, s in enumerate(sentences)
            if _is_heading(article, s.span)
        ]
        headings = [(n, h) for n, h in headings if affirmed(material, h, negated=h.negated)]
        reserved = [
            (n, propositions.weights.window(s, k, k))
            for n, s in enumerate(sentences)
            for k, segment in enumerate(s.segments)
            if headings and segment.doubted and not _in_marks(article, segment)
        ][:MOST_BODY]
        for n, heading in headings[:MOST_HEADINGS]:
            for m, body in reserved:
                whole = propositions.weights.window(body.sentence, 0, len(body.sentence.segments) - 1)
                if m > n and _says_same(material, heading, body, whole):
                    sides = (
                        teller.side(teller.label("affirmed"), [heading]),
                        teller.side(teller.label("alleged"), [body]),
                    )
                    yield _finding(teller, sides, [heading, body], "self_heading", 1.0)


def _in_marks(article: Article, segment: Segment) -> bool:
    """Whether a segment is in somebody's own words."""
    return segment.quotation >= 0 and article.quotations[segment.quotation].kind != "indirect"


def _is_heading(article: Article, span: Span) -> bool:
    """Whether a sentence is a heading: a short line of its own, without a full stop but for the first."""
    text = article.text
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    end = text.find("\n", span.end)
    rest = text[span.end : end if end >= 0 else len(text)].strip()
    first = not text[: span.start].strip()
    bare = text[span.start : span.end].rstrip()[-1:].isalnum()
    return not line and not rest and len(span) <= HEADING and (first or bare)


def _says_same(material: Material, heading: Window, body: Window, whole: Window) -> bool:
    """Whether a clause leaves open the verb of a heading whose words, or their initials, its sentence has."""
    event = suspected(material, body)
    if event is None or event not in heading.concepts or heading.negated != body.negated:
        return False
    if not event_is_verb(material, heading, event):
        return False
    article = material.articles[heading.article]
    tokens = material.tokens[article.id]
    initials = "".join(
        tokens.norms[i][0] for i in tokens.within(whole.start, whole.end) if len(tokens.norms[i]) > SHORT
    )
    short = any(
        tokens.forms[i].isupper() and len(tokens.forms[i]) > SHORT and tokens.norms[i] in initials
        for i in tokens.within(heading.start, heading.end)
    )
    common = {
        c: w for c, w in heading.concepts.items() if c in whole.concepts or (short and c.startswith("@"))
    }
    words = sum(w >= 1 for w in common.values())
    return words >= WORDS and sum(common.values()) >= OF_HEADING * heading.total


SHORT = 2
"""Letters up to which a word gives no initial: *banks of finance and investment*."""


def _expected(material: Material, window: Window, events: set[str], deeds: frozenset[str]) -> bool:
    """Whether one of these events is expected, told in no past tense: in the window, or by its sentence's verb.

    *The signing of documents, among them a treaty, is expected*: the verb may stand far behind its subject, which then
    tells one of `deeds`, what the other passage tells as done.
    """
    if window.alleged or window.negated or events & window.done:
        return False
    if window.expected and expected(material, window, frozenset(events)) is not None:
        return True
    article = material.articles[window.article]
    words = load(article.language).table("facts")
    tokens = material.tokens[article.id]
    opening = frozenset().union(*(s.events for s in window.sentence.segments[: window.first]))
    return (window.first == 0 or bool(opening & deeds)) and any(
        tokens.norms[i] in words["awaited"] and tokens.norms[i - 1] in words["copulas"]
        for i in tokens.within(window.end, window.sentence.span.end)
    )


def _finding(
    teller: Teller, sides: tuple[Side, Side], windows: list[Window], note: str, strength: float
) -> Finding:
    return Finding("self", teller.about(windows), sides, teller.note(note, sides), 1.5 + strength)

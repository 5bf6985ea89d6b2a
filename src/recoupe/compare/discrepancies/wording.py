"""Wordings that change the meaning: contrary or confusable words in the same place, and quotations that differ.

*Ont refusé les transferts* and *ont démenti les transferts* share everything but the verb; the table `antonyms.tsv`
names the pairs of classes for which that matters. Quotations of one speech act that differ in words with content, both
in quotation marks, are shown side by side; differences of articles, prepositions and punctuation are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.discrepancies.finding import Finding, Teller, swapped
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.window import Window

ALIKE = 0.3
"""Least likelihood that two passages speak of the same thing, the differing word among what is not shared."""
SLOT = 0.4
"""Share of either passage that they share: less leaves no common place for the differing word."""
SHARED = 4.0
"""Least weight of what they share beside it."""


def find_swaps(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Passages that are alike but for one word of a confusable pair."""
    for _, match in matches:
        a, b = match.a, match.b
        pair = swapped(teller.material, a, b)
        if pair is None:
            continue
        shared = sum(w for c, w in a.concepts.items() if c in b.concepts)
        same = sameness(a, b)
        if shared < SHARED or same < ALIKE or min(shared / x.total for x in (a, b)) < SLOT:
            continue
        sides = (
            teller.side(_word(teller, a, pair[0]), _all(teller, a, pair)),
            teller.side(_word(teller, b, pair[1]), _all(teller, b, (pair[1], pair[0]))),
        )
        yield Finding("wording", teller.about([a, b]), sides, teller.note("swap", sides), 2.0 + same)


def _all(teller: Teller, window: Window, pair: tuple[str, str]) -> list[Window]:
    """The window and those of the same facts whose sentence has the first word of the pair and not the second."""
    found = [window]
    for group in teller.propositions.groups_of(window):
        for other in group.members:
            said = frozenset().union(*(s.concepts for s in other.sentence.segments))
            if other is not window and pair[0] in said and pair[1] not in said:
                found.append(other)
    return found


def _word(teller: Teller, window: Window, concept: str) -> str:
    """The word of a window that stands for a concept, as written."""
    from recoupe.compare.facts.lexicon import lexicon  # noqa: PLC0415

    article = teller.material.articles[window.article]
    lex = lexicon(article.language)
    tokens = teller.material.tokens[article.id]
    for i in tokens.within(window.start, window.end):
        if lex.concept(tokens.norms[i]) == concept:
            return tokens.forms[i]
    return concept.lstrip("=")

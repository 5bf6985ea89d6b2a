"""Wordings that change the meaning: contrary or confusable words in the same place, and quotations that differ.

*Ont refusé les transferts* and *ont démenti les transferts* share everything but the verb; the table `antonyms.tsv`
names the pairs of classes for which that matters. Quotations of one speech act that differ in words with content, both
in quotation marks, are shown side by side; differences of articles, prepositions and punctuation are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.discrepancies.finding import Finding, Swaps, Teller
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.language import load

ALIKE = 0.3
"""Least likelihood that two passages speak of the same thing, the differing word among what is not shared."""
SLOT, LEAST_SLOT = 0.4, 0.25
"""Share of one passage, and of the other, that they share: less leaves no common place for the differing word."""
SHARED = 4.0
"""Least weight of what they share beside it."""


def find_swaps(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Passages that are alike but for one word of a confusable pair; one finding for one pair told of one thing."""
    by_words: dict[tuple[str, str], list[Pair]] = {}
    said: dict[int, str] = {}
    swaps = Swaps(teller.material)
    for _, match in matches:
        a, b = match.a, match.b
        words = swaps.between(a, b)
        if words is None:
            continue
        shared = sum(w for c, w in a.concepts.items() if c in b.concepts)
        same = match.same
        covers = sorted(shared / x.total for x in (a, b))
        if shared < SHARED or same < ALIKE or covers[0] < LEAST_SLOT or covers[1] < SLOT:
            continue
        said[id(a)], said[id(b)] = words
        by_words.setdefault((min(words), max(words)), []).append(Pair(a, b, same))
    for _, pairs in sorted(by_words.items()):
        for found in bundle(pairs, lambda w: said[id(w)]):
            if len(found.sides) == 1:
                continue
            sides = tuple(
                teller.side(_word(teller, ws[0], str(c)), ws)
                for c, ws in sorted(found.sides.items(), key=lambda x: str(x[0]))
            )
            windows = [w for ws in found.sides.values() for w in ws]
            yield Finding(
                "wording", teller.about(windows), sides, teller.note("swap", sides), 2.0 + found.strength
            )


def _word(teller: Teller, window: Window, concept: str) -> str:
    """The word of a window, or of what leads to it, that stands for a concept, as written."""
    article = teller.material.articles[window.article]
    lex, language = lexicon(article.language), load(article.language)
    tokens = teller.material.tokens[article.id]
    for i in tokens.within(
        window.sentence.segments[max(0, window.first - 1)].start, window.sentence.span.end
    ):
        if lex.concept(tokens.norms[i]) == concept or f":{language.lemma(tokens.norms[i])}" == concept:
            return tokens.forms[i]
    return concept.lstrip("=:")

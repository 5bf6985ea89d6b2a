"""Quantities of one article: numbers in digits and words, what bounds them, their unit, and the noun they count.

Decided here: what is a quantity, what it is worth (`told`, `low`, `high`), its unit and `of`. Not decided: times
(dates, years, hours, durations come in as findings and are left alone) and whether two quantities of two articles
contradict each other (compare). The rules and what they cannot do are in docs/quantities.md.

    lexicon    the words of a language
    cardinals  numbers in words                     numbers    numbers in a text, digits and words mixed
    bounds     *plus de*, *près de*, *entre*        exclusions numbers that name and do not count
    counted    the noun that is counted             ages, ordinals
    finder     one pass over the tokens
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quantities.finder import Finder
from recoupe.annotate.quantities.lexicon import lexicon
from recoupe.model.findings import Quantity, Time

__all__ = ["find_quantities"]


def find_quantities(document: Document, times: Sequence[Time] = ()) -> tuple[Quantity, ...]:
    """Quantities in `document`, in the order of the text; none overlaps another.

    Args:
        document: the article being annotated.
        times: its time expressions: a number inside one is no quantity, unless it is an age.

    Returns:
        Findings with `told` as written, and `low`, `high` in `unit` (see docs/quantities.md).

    >>> from recoupe.language import load
    >>> from recoupe.model.article import Article
    >>> text = "Quelque 7 000 caisses de pommes ont quitté Valbourg."
    >>> found = find_quantities(Document(Article(id="a", text=text, language="fr"), load("fr")))
    >>> [(q.told, q.low, q.high, q.of and q.of.lemma) for q in found]
    [(7000.0, 6300.0, 7700.0, 'caisse')]
    """
    return tuple(Finder(document, times, lexicon(document.article.language or document.language.code)).find())

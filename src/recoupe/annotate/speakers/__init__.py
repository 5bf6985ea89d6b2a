"""Who a speaker span means: the fullest name that the article gives, else the noun phrase without its article.

Quotations are read in the order of the text, and what is resolved counts as a mention for what follows:

1. a name that heads the span is the speaker (*le ministre Abo*, *l'agence X*); a name governed by a preposition is
   not (*les parents de Quentin*), unless the head is a text, which stands for its author (*un rapport de X*);
2. a function goes to whom the article gives it (*le ministre* after *Vera Abo, ministre de la Mer*; see `entities`);
3. a pronoun goes to the most salient entity that agrees in gender and number;
4. anything else keeps its words.

A capital or a country that speaks keeps its own name. Whole-story resolution is done by `compare.people`.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.annotate.document import Document
from recoupe.annotate.speakers.resolver import Resolver
from recoupe.model.findings import Name, Quotation

__all__ = ["resolve_speakers"]


def resolve_speakers(
    document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """The quotations with `speaker_name` filled as far as the article alone allows.

    Args:
        document: the article.
        names: its names, in order.
        quotations: its quotations; one whose `speaker` is None continues another in its neighbourhood.
    """
    if not quotations:
        return ()
    resolved = Resolver(document, names, quotations).resolve()
    return tuple(
        msgspec.structs.replace(q, speaker_name=r) for q, r in zip(quotations, resolved, strict=True)
    )

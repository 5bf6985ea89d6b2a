"""Who a speaker span means: a full name where the article gives one, else the noun phrase without its article.

First version: names inside the span, pronouns by the last person that fits, continuations by the quotation before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from recoupe.annotate.document import Document
from recoupe.model.findings import Name, Quotation
from recoupe.model.span import Span


def resolve_speakers(
    document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """The quotations with `speaker_name` filled as far as the article alone allows.

    Args:
        document: the article.
        names: its names, in order.
        quotations: its quotations; one whose `speaker` is None continues the one before it.
    """
    data = document.language.table("coreference")
    resolved: dict[int, str | None] = {}
    order = sorted(range(len(quotations)), key=lambda i: _place(quotations[i]))
    previous: str | None = None
    for i in order:
        speaker = quotations[i].speaker
        previous = resolved[i] = previous if speaker is None else _name_of(document, names, speaker, data, previous)
    return tuple(msgspec.structs.replace(q, speaker_name=resolved[i]) for i, q in enumerate(quotations))


def _place(quotation: Quotation) -> int:
    return quotation.speaker.start if quotation.speaker else quotation.content[0].start


def _name_of(
    document: Document, names: Sequence[Name], speaker: Span, data: dict[str, Any], previous: str | None
) -> str | None:
    tokens = document.tokens
    inside = tokens.within(speaker.start, speaker.end)
    if not inside:
        return None
    if len(inside) == 1 and tokens.norms[inside[0]] in data["pronouns"]:
        before = [n for n in names if n.type == "person" and n.end <= speaker.start]
        return before[-1].name if before and previous is None else previous or None
    own = [n for n in names if speaker.start <= n.start and n.end <= speaker.end]
    of, determiners = data["words"]["of"], data["words"]["determiners"]
    for kind in ("person", "organization"):
        for name in own:
            first = tokens.first_at(name.start)
            if name.type == kind and (first == inside[0] or tokens.norms[first - 1] not in of):
                return name.name
    first = inside[0]
    if len(inside) > 1 and tokens.norms[first] in determiners:
        first += 1
    return document.prose[tokens.starts[first] : speaker.end]

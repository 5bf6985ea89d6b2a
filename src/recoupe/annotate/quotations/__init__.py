"""Quotations of one article: who said what, in which words, through whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.drafts import kind_of
from recoupe.annotate.quotations.finder import Finder
from recoupe.annotate.speakers import resolve_speakers
from recoupe.model.findings import Name, Quotation, Relay


def find_quotations(document: Document, names: Sequence[Name]) -> tuple[Quotation, ...]:
    """Speech acts in `document`, in the order of the text, speakers resolved as far as the article allows."""
    finder = Finder(document, names)
    drafts = finder.run()
    text = document.prose
    starts = [n.start for n in names]
    found = [
        Quotation(
            kind=kind_of(text, d.content, finder.segments, unmarked_direct=d.by == "block"),
            act=d.act,
            content=tuple(d.content),
            cue=d.cue,
            speaker=d.speaker,
            relays=tuple(_named(relay, names, starts) for relay in d.relays),
            addressee=d.addressee,
        )
        for d in sorted(drafts, key=lambda d: (d.content[0].start, d.content[0].end))
    ]
    return resolve_speakers(document, names, found)


def _named(relay: Relay, names: Sequence[Name], starts: Sequence[int]) -> Relay:
    """The relay under the fullest name that the article gives for a name inside its phrase.

    Args:
        relay: as the phrase tells it.
        names: of the article, in order, without overlap.
        starts: where they begin.
    """
    first = bisect_right(starts, relay.span.start)
    first -= first > 0 and names[first - 1].end > relay.span.start
    inside = names[first : bisect_left(starts, relay.span.end, first)]
    best = next((n for n in inside if n.type == "organization"), None) or next(
        (n for n in inside if n.type == "person"), None
    )
    return Relay(relay.span, best.name) if best else relay

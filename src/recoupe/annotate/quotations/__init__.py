"""Quotations of one article: who said what, in which words, through whom."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.drafts import kind_of
from recoupe.annotate.quotations.finder import Finder
from recoupe.annotate.speakers import resolve_speakers
from recoupe.model.findings import Name, Quotation


def find_quotations(document: Document, names: Sequence[Name]) -> tuple[Quotation, ...]:
    """Speech acts in `document`, in the order of the text, speakers resolved as far as the article allows."""
    finder = Finder(document)
    drafts = finder.run()
    text = document.prose
    found = [
        Quotation(
            kind=kind_of(text, d.content, finder.segments, unmarked_direct=d.by == "block"),
            act=d.act,
            content=tuple(d.content),
            cue=d.cue,
            speaker=d.speaker,
            relays=tuple(d.relays),
            addressee=d.addressee,
        )
        for d in sorted(drafts, key=lambda d: (d.content[0].start, d.content[0].end))
    ]
    return resolve_speakers(document, names, found)

"""Names from a spaCy pipeline that the user has installed (`--names spacy:MODEL`)."""

from __future__ import annotations

from functools import cache
from typing import Any

from recoupe.annotate.document import Document
from recoupe.model.errors import MissingExtra, OptionError
from recoupe.model.findings import NameType

_PREFIX = "spacy:"
# Labels of spaCy's news pipelines (WikiNER, OntoNotes) and what they are here.
LABELS: dict[str, NameType] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
}


@cache
def _load(model: str) -> Any:
    try:
        import spacy  # noqa: PLC0415 - an optional part
    except ImportError as error:
        raise MissingExtra("spacy", f"--names spacy:{model}") from error
    try:
        return spacy.load(model)
    except OSError as error:
        raise OptionError(
            f"spaCy has no pipeline {model!r}. Install it with: python -m spacy download {model}"
        ) from error


def find_with_spacy(document: Document, chosen: str) -> list[tuple[int, int, NameType]]:
    """Spans and types of names that the pipeline of `chosen` (`spacy:MODEL`) finds, in order.

    Raises:
        MissingExtra: if spaCy is not installed.
        OptionError: if `chosen` is not of that form or the pipeline is not installed.
    """
    if not chosen.startswith(_PREFIX) or chosen == _PREFIX:
        raise OptionError(
            f"--names {chosen!r} is not known. Say rules, or spacy:MODEL such as spacy:fr_core_news_md."
        )
    pipeline = _load(chosen[len(_PREFIX) :])
    pipeline.max_length = max(pipeline.max_length, len(document.prose) + 1)
    return [
        (e.start_char, e.end_char, LABELS[e.label_])
        for e in pipeline(document.prose).ents
        if e.label_ in LABELS and e.text.strip()
    ]

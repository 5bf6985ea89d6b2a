"""Quantity findings of one article (first version)."""

from __future__ import annotations

from recoupe.annotate.document import Document
from recoupe.model.findings import Quantity


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """Findings in `document`, in the order of the text."""
    del document
    return ()

"""A dossier as JSON: the contract `recoupe.dossier/1`, one object, the same bytes for the same dossier.

Keys of objects whose order means nothing (stances, options, unknown fields) are sorted; lists keep the order that
comparison gave them, since it is a ranking. Its JSON Schema is in `schema/`.
"""

from __future__ import annotations

import msgspec

from recoupe.model.dossier import Dossier


def render_contract(dossier: Dossier) -> bytes:
    """The dossier as one line of UTF-8 JSON."""
    return msgspec.json.encode(dossier, order="deterministic") + b"\n"

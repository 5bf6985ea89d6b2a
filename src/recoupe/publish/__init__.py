"""The verb *publish*: a dossier in, files out (first version: JSON)."""

from __future__ import annotations

from pathlib import Path

import msgspec

from recoupe.model.dossier import Dossier

__all__ = ["publish"]


def publish(dossier: Dossier, path: str | Path) -> None:
    """Write `dossier` to `path`."""
    Path(path).write_bytes(msgspec.json.encode(dossier))

"""Where the corpora stand that are measured on but are no part of the project.

The environment variable `RECOUPE_CORPORA` names their folder; without it, `../shared` beside the project's root.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

__all__ = ["corpora", "corpus", "rows"]

_PROJECT = Path(__file__).resolve().parents[3]


def corpora() -> Path:
    """The folder of the corpora; it may not exist."""
    named = os.environ.get("RECOUPE_CORPORA")
    return Path(named) if named else _PROJECT.parent / "shared"


def corpus(path: str) -> Path | None:
    """The file or folder `path` (such as `data/times_fr_dev.jsonl`) of the corpora, or None if it is not there."""
    place = corpora() / path
    return place if place.exists() else None


def rows(path: str | Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines (UTF-8, empty lines skipped)."""
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]

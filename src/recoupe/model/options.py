"""One options object, built once and handed down."""

from __future__ import annotations

from typing import Literal

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How articles are annotated and compared.

    Attributes:
        names: `rules` (word lists, rules and the model shipped here) or `spacy:MODEL`.
        interface: language of what the program itself says (`fr`, `en`), None to follow the articles.
        embeddings: name or folder of a sentence-transformers model that compares articles of different languages by
            meaning, None for none.
    """

    names: str = "rules"
    interface: Literal["fr", "en"] | None = None
    embeddings: str | None = None

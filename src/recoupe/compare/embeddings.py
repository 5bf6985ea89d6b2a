"""The sentence-transformers model that the user has: what is asked of it, and how it is loaded.

This is the only module that imports sentence-transformers, and nothing is ever downloaded. What is made of its vectors
stands in `recoupe.compare.meanings`.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Protocol

from recoupe.model.errors import MissingExtra, OptionError

__all__ = ["Encoder", "load_model"]


class Encoder(Protocol):
    """What is asked of a model; a `SentenceTransformer` is one."""

    def encode(self, sentences: list[str], **settings: Any) -> Any:
        """One vector a sentence, as rows of an array."""


@cache
def load_model(name: str) -> Encoder:
    """The model of that name or in that folder, loaded once.

    Args:
        name: a folder that holds a sentence-transformers model, or the name of one in the local cache of Hugging Face.

    Raises:
        MissingExtra: if sentence-transformers is not installed.
        OptionError: if there is no such model on this machine, or it cannot be loaded.
    """
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - an optional part, seconds to import
    except ImportError as error:
        raise MissingExtra("embeddings", f"--embeddings {name}") from error
    try:
        model: Encoder = SentenceTransformer(name, device="cpu", local_files_only=True)
    except Exception as error:  # the libraries below raise errors of many kinds for a bad model
        reason = " ".join(str(error).split())[:REASON] or type(error).__name__
        raise OptionError(
            f"The model {name!r} of --embeddings could not be loaded: {reason} Give the folder of a "
            "sentence-transformers model, or the name of one that was downloaded to this machine before; "
            "recoupe downloads nothing."
        ) from error
    return model


REASON = 300
"""Characters of a library's own reason that an error repeats."""

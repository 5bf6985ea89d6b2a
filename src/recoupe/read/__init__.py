"""The verb *read*: files, folders and standard input in, articles out, one by one, in a stable order.

    place (file, folder, `-`) → bytes → text → fields → Article with id, language, date, hash

| room | decides |
|---|---|
| `folder` | which files of a folder are articles |
| `manifest` | what a manifest says of them |
| `encoding` | which characters bytes are, and whether they are text at all |
| `plain`, `html`, `jsonlines` | one format each |
| `article` | what the fields of a record mean; id, date, hash, problems |
| `detection` | which language a text is in |

An input that cannot be read is no exception: it yields an article without text that carries the reason, so that
the batch goes on and nothing is lost.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import msgspec

from recoupe.model.article import Article
from recoupe.model.errors import OptionError
from recoupe.read.article import Identifiers
from recoupe.read.detection import Languages
from recoupe.read.place import read_place

__all__ = ["read"]


def read(*sources: str | os.PathLike[str], language: str | None = None) -> Iterator[Article]:
    r"""Read articles one by one, holding one at a time.

    Args:
        sources: files (plain text, saved HTML, JSON lines), folders of them (a `manifest.csv` or `manifest.jsonl`
            in a folder says which files are articles, and what is known of them), and `-` for standard input.
        language: ISO 639-1 code of the articles that do not say theirs; detected if None.

    Yields:
        Articles in the order of `sources`; inside a folder in the order of the manifest, else of the file names.
        An input that could not be read comes as an article whose text is empty, with its error in `problems`.

    Raises:
        OptionError: if no source is given, or there is no data for `language`.

    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "bridge.txt").write_text("Oslane : le pont rouvre\n\nLe pont a rouvert mercredi matin.")
    >>> [article.title for article in read(folder, language="fr")]
    ['Oslane : le pont rouvre']
    """
    if not sources:
        raise OptionError(
            "There is nothing to read: name at least one file or folder, or - for standard input."
        )
    return _read([os.fspath(source) for source in sources], Languages(language))


def _read(sources: list[str], languages: Languages) -> Iterator[Article]:
    identifiers = Identifiers()
    seen: set[str] = set()  # files read already, so that a folder and a file in it count once
    for source in sources:
        for article in read_place(source, seen):
            complete = languages.settle(article)
            yield msgspec.structs.replace(complete, id=identifiers.unique(complete.id))

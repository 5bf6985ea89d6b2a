"""Which files of a folder are articles: those that its manifest lists, else every file of a known format.

Subfolders are walked, in the order of names. Left out: hidden files, README and LICENSE files, manifests, and the
folder of pictures and scripts that a browser saves beside a page.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from recoupe.model.article import Article
from recoupe.read.article import error, unreadable, warning
from recoupe.read.manifest import Entry, find_manifest, read_manifest

__all__ = ["FORMATS", "find_files"]

FORMATS = (".htm", ".html", ".jsonl", ".ndjson", ".txt", ".xhtml")
# Formats that hold articles but cannot be read: said, not passed over in silence.
_DOCUMENTS = (".doc", ".docx", ".epub", ".mhtml", ".odt", ".pdf", ".rtf")
_NOT_ARTICLES = ("license", "licence", "readme")
_SAVED_WITH = ("_files", "_fichiers", ".files")


def find_files(folder: Path) -> Iterator[Entry | Article]:
    """The files of `folder` that are articles, relative to it, in a stable order.

    What cannot be listed, and documents of unknown formats, come as articles without text that say so.
    """
    nothing = True
    for item in _walk(folder, folder):
        nothing = False
        yield item
    if nothing:
        message = f"{folder} holds no article: put files there that end in {', '.join(FORMATS)}."
        yield unreadable(error("empty-folder", message, str(folder)), folder.name or "folder")


def _walk(folder: Path, top: Path) -> Iterator[Entry | Article]:
    manifest = find_manifest(folder)
    if manifest:
        for item in read_manifest(manifest):
            if isinstance(item, Entry):
                yield Entry((folder / item.file).relative_to(top).as_posix(), item.fields, item.line)
            else:
                yield item
        return
    try:
        with os.scandir(folder) as listing:
            inside = sorted(
                (entry for entry in listing if entry.name[0] != "."), key=lambda entry: entry.name
            )
    except OSError as reason:
        message = f"{folder} cannot be opened ({reason.strerror}): check its permissions."
        yield unreadable(error("unreadable-folder", message, str(folder)), folder.name)
        return
    pages = {Path(entry.name).stem for entry in inside if entry.name.endswith((".html", ".htm", ".xhtml"))}
    beside = {page + ending for page in pages for ending in _SAVED_WITH}
    for entry in inside:
        path = folder / entry.name
        if not entry.is_dir(follow_symlinks=False):
            yield from _consider(path, top)
        elif entry.name not in beside:
            yield from _walk(path, top)


def _consider(path: Path, top: Path) -> Iterator[Entry | Article]:
    """The file, if it is an article."""
    suffix = path.suffix.lower()
    if suffix in FORMATS and path.stem.lower() not in _NOT_ARTICLES:
        yield Entry(path.relative_to(top).as_posix(), {}, 0)
    elif suffix in _DOCUMENTS:
        message = f"{path} is of a format that cannot be read and was left out. Save its text as .txt."
        yield unreadable(warning("unknown-format", message, str(path)), path.stem)

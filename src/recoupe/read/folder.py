"""Which files of a folder are articles: those that its manifest lists, else every file of a known format.

Files beside the listed ones that the manifest does not list are named, once. Subfolders are walked, in the order of
names. Left out: hidden files, README and LICENSE files, manifests, and the folder of pictures and scripts that a
browser saves beside a page.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from recoupe.model.article import Article
from recoupe.read.article import error, unreadable, warning
from recoupe.read.manifest import NAMES, Entry, find_manifest, read_manifest
from recoupe.read.own import is_own_file

__all__ = ["FORMATS", "find_files", "list_manifest"]

FORMATS = (".htm", ".html", ".jsonl", ".ndjson", ".txt", ".xhtml")
# Formats that hold articles but cannot be read: said, not passed over in silence.
_DOCUMENTS = (".doc", ".docx", ".epub", ".mhtml", ".odt", ".pdf", ".rtf")
_NOT_ARTICLES = ("license", "licence", "readme")
_SAVED_WITH = ("_files", "_fichiers", ".files")
_SHOWN = 8  # names that a message lists


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


def list_manifest(manifest: Path) -> Iterator[Entry | Article]:
    """The entries of a manifest, and last what says which articles beside the listed ones it leaves out."""
    folder = manifest.parent
    listed: set[Path] = set()
    for item in read_manifest(manifest):
        if isinstance(item, Entry):
            listed.add(folder / item.file)
        yield item
    unlisted = sorted(_unlisted(folder, listed)) if listed else []
    if unlisted:
        names = ", ".join(unlisted[:_SHOWN]) + (" ..." if len(unlisted) > _SHOWN else "")
        what = "1 file" if len(unlisted) == 1 else f"{len(unlisted):,} files"
        message = (
            f"{manifest} does not list {what} beside it, left out: {names}. Add a line for each article."
        )
        yield unreadable(warning("unlisted-files", message, str(manifest)), "manifest")


def _unlisted(folder: Path, listed: Iterable[Path]) -> Iterator[str]:
    """Files of known formats in the folders of listed ones that are not listed, relative to `folder`."""
    names = {os.path.normpath(path) for path in listed}
    for place in sorted({folder, *(path.parent for path in listed)}):
        try:
            with os.scandir(place) as listing:
                inside = [entry.name for entry in listing if entry.name[0] != "." and entry.is_file()]
        except OSError:
            continue
        for name in inside:
            path = place / name
            taken = os.path.normpath(path) in names or name in NAMES
            if not taken and any(True for _ in _consider(path, folder)) and not is_own_file(path):
                yield os.path.relpath(path, folder)


def _walk(folder: Path, top: Path) -> Iterator[Entry | Article]:
    manifest = find_manifest(folder)
    if manifest:
        for item in list_manifest(manifest):
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

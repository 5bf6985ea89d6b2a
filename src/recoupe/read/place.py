"""One source as the user named it - a file, a folder, a manifest or `-` - to articles.

The format of a file is told by its ending; without a known one, and on standard input, by looking: a first line
that begins with `{` is JSON lines, `<!doctype html` or `<html` a page, anything else one plain text.
"""

from __future__ import annotations

import difflib
import itertools
import os
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from recoupe.model.article import Article
from recoupe.model.problem import Problem
from recoupe.read.article import build, error, unreadable, warning
from recoupe.read.encoding import decode, refuse_binary
from recoupe.read.folder import find_files, list_manifest
from recoupe.read.html import looks_like_html, read_html
from recoupe.read.jsonlines import from_record, load_json, read_lines
from recoupe.read.manifest import Entry, find_manifest, is_manifest, read_manifest
from recoupe.read.own import is_own_output, is_own_record
from recoupe.read.plain import find_title

__all__ = ["STDIN", "read_place"]

STDIN = "-"

_PAGES = (".htm", ".html", ".xhtml")
_LINES = (".jsonl", ".ndjson")


def read_place(source: str, seen: set[str]) -> Iterator[Article]:
    """Articles of one source.

    Args:
        source: a path, or `-`.
        seen: real paths of files read already; they are skipped, and those read here are added.
    """
    path = Path(source)
    if source == STDIN:
        yield from _read_stream(sys.stdin.buffer, {}, "stdin", STDIN)
    elif path.is_dir():
        yield from _read_entries(path, find_files(path), seen)
    elif is_manifest(path):
        yield from _read_entries(path.parent, list_manifest(path), seen)
    else:
        yield from _read_file(path, _fields_beside(path), seen)


def _read_entries(folder: Path, entries: Iterator[Entry | Article], seen: set[str]) -> Iterator[Article]:
    for entry in entries:
        if isinstance(entry, Article):
            yield entry
        else:
            yield from _read_file(
                folder / entry.file, entry.fields, seen, line=entry.line, walked=not entry.line
            )


def _fields_beside(path: Path) -> Mapping[str, Any]:
    """What the manifest beside a file says of it, so that naming a file gives what naming its folder gives."""
    manifest = find_manifest(path.parent)
    if manifest is None:
        return {}
    found = manifest.stat()
    return _fields_in(manifest, found.st_mtime_ns, found.st_size).get(Path(path.name), {})


@lru_cache(maxsize=4)
def _fields_in(manifest: Path, changed: int, size: int) -> Mapping[Path, Mapping[str, Any]]:
    """Fields by file of a manifest, read once for all the files that are named beside it."""
    del changed, size  # with them, a manifest that was written again is another one
    fields: dict[Path, Mapping[str, Any]] = {}
    for item in read_manifest(manifest):
        if isinstance(item, Entry):
            fields.setdefault(Path(item.file), item.fields)
    return fields


def _read_file(
    path: Path, fields: Mapping[str, Any], seen: set[str], *, line: int = 0, walked: bool = False
) -> Iterator[Article]:
    """Articles of one file.

    Args:
        path: the file.
        fields: what is known of it already.
        seen: real paths of files read already.
        line: its line in the manifest that lists it; 0 if none does.
        walked: whether it was found in a folder and nobody has named it.
    """
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    source = str(path)
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, fields, path.stem, source, path.suffix.lower(), walked=walked)
    except OSError as reason:
        yield unreadable(_cannot_open(path, reason, line), path.stem, fields)


def _cannot_open(path: Path, reason: OSError, line: int) -> Problem:
    source = str(path)
    listed = f", though line {line} of its folder's manifest lists it" if line else ""
    if isinstance(reason, FileNotFoundError):
        message = f"{source} does not exist{listed}: check its name.{_did_you_mean(path)}"
        return error("missing-file", message, source)
    return error(
        "unreadable-file", f"{source} cannot be read ({reason.strerror}): check its permissions.", source
    )


def _did_you_mean(path: Path) -> str:
    """The nearest name in the folder of a file that is not there, as a question after a sentence."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.name[0] != ".")
    except OSError:
        return ""
    near = difflib.get_close_matches(path.name, names, n=1)
    return f" Did you mean {path.parent / near[0]}?" if near else ""


def _own(source: str, name: str, *, walked: bool) -> Article:
    """What stands for a dossier or a list of stories given as an article."""
    message = f"{source} was written by this program and holds no article: it is left out."
    if walked:  # nobody has named it
        return unreadable(warning("own-output", message, source), name)
    return unreadable(error("own-output", message, source), name)


def _read_stream(
    stream: BinaryIO,
    fields: Mapping[str, Any],
    name: str,
    source: str,
    suffix: str = "",
    *,
    walked: bool = False,
) -> Iterator[Article]:
    """Articles of an open file. Only JSON lines are read line by line; the rest is one article, read whole."""
    start = _first_line(stream)
    if suffix in _LINES or (suffix not in _PAGES and suffix != ".txt" and _begins_json_line(start)):
        refusal = refuse_binary(start, source)
        if refusal:
            yield unreadable(refusal, name, fields)
            return
        if is_own_record(start):
            yield _own(source, name, walked=walked)
            return
        lines = itertools.chain(start.splitlines(keepends=True), stream)
        empty = True
        for article in read_lines(lines, fields, name=name, source=source):
            empty = False
            yield article
        if empty:
            yield build("", fields, name=name, source=source)
        return
    data = start + stream.read()
    if is_own_output(data):
        yield _own(source, name, walked=walked)
    else:
        yield from _read_whole(data, fields, name, source, suffix)


def _first_line(stream: BinaryIO) -> bytes:
    """The first line that is not blank, with the blank ones before it."""
    lines = []
    for line in stream:
        lines.append(line)
        if line.strip():
            break
    return b"".join(lines)


def _begins_json_line(start: bytes) -> bool:
    stripped = start.removeprefix(b"\xef\xbb\xbf").strip()
    return stripped.startswith(b'{"') and stripped.endswith(b"}")


def _read_whole(
    data: bytes, fields: Mapping[str, Any], name: str, source: str, suffix: str
) -> Iterator[Article]:
    if suffix in _PAGES:
        yield read_html(data, fields, name=name, source=source)
        return
    text, problem = decode(data, source)
    if problem and problem.severity == "error":
        yield unreadable(problem, name, fields)
    elif suffix != ".txt" and looks_like_html(text):
        yield read_html(data, fields, name=name, source=source)
    elif suffix != ".txt" and (records := _records(text)):
        for number, record in enumerate(records, 1):
            yield from_record({**fields, **record}, name=f"{name}-{number}", source=f"{source}:{number}")
    else:
        title = fields.get("title") or find_title(text.replace("\r\n", "\n").replace("\r", "\n"))
        problems = (problem,) if problem else ()
        yield build(text, {**fields, "title": title}, name=name, source=source, problems=problems)


def _records(text: str) -> list[dict[str, Any]]:
    """Records of a JSON document: an object or an array of objects, each with a text; empty if it is none."""
    if text.lstrip()[:1] not in ("{", "["):
        return []
    try:
        value = load_json(text)
    except ValueError:
        return []
    values = value if isinstance(value, list) else [value]
    return values if all(isinstance(v, dict) and "text" in v for v in values) else []

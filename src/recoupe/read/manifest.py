"""The manifest of a folder: which files are articles, and what is known of each.

`manifest.csv` (comma, semicolon or tab; a header line) or `manifest.jsonl` (one object a line). The column `file` is
required and names a file inside the folder; `id`, `title`, `outlet`, `published`, `language`, `url`, `author` say
what they say; other columns are kept aside. Cells may be empty.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from recoupe.model.article import Article
from recoupe.read.article import error, unreadable, warning
from recoupe.read.encoding import decode
from recoupe.read.jsonlines import parse_record

__all__ = ["NAMES", "Entry", "find_manifest", "is_manifest", "read_manifest"]

# The first that is there is used; the ways in which people write a name, so that no folder has to be listed.
NAMES = tuple(
    f"{stem}{ending}"
    for suffix in (".csv", ".jsonl")
    for stem in ("manifest", "Manifest", "MANIFEST")
    for ending in (suffix, suffix.upper())
)

_COLUMNS = ("file", "id", "title", "outlet", "published", "date", "language", "url", "author")
_DELIMITERS = ",;\t"
# Likeness (difflib's ratio) from which a column is one of these, misspelt: *oulet*, *publised*, *langue* have .8 and
# more, *lang* .67; *desk*, *section*, *place* less than .6 with all.
_NEAR = 0.66


class Entry(msgspec.Struct, frozen=True):
    """A line of a manifest: the file, relative to the folder, and what is known of it."""

    file: str
    fields: dict[str, Any]
    line: int


def find_manifest(folder: Path) -> Path | None:
    """The manifest of a folder, if it has one."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def is_manifest(path: Path) -> bool:
    """Whether a path names a manifest that is there."""
    return path.name in NAMES and path.is_file()


def read_manifest(path: Path) -> Iterator[Entry | Article]:
    """The entries of a manifest, in order; a broken line comes as an article without text that says so."""
    source = str(path)
    try:
        data = path.read_bytes()
    except OSError as reason:
        message = f"{source} cannot be read ({reason.strerror}): check its permissions."
        yield unreadable(error("unreadable-file", message, source), "manifest")
        return
    text, problem = decode(data, source)
    if problem and problem.severity == "error":
        yield unreadable(problem, "manifest")
        return
    records = _of_csv(text) if path.suffix.lower() == ".csv" else _of_lines(text)
    empty = True
    columns: dict[str, None] = {}
    for line, record in records:
        empty = False
        columns |= dict.fromkeys([] if isinstance(record, str) else record)
        broken = record if isinstance(record, str) else _refuse(record)
        if broken is None and not isinstance(record, str):
            fields = {key: value for key, value in record.items() if key != "file"}
            yield Entry(str(record["file"]).strip().replace("\\", "/"), fields, line)
        else:
            message = f"Line {line} of {source} {broken}: correct or remove it."
            yield unreadable(error("broken-line", message, f"{source}:{line}"), f"manifest-{line}")
    if empty:
        message = f"{source} lists no file: name one a line under the header “file”, or remove the manifest."
        yield unreadable(error("empty-manifest", message, source), "manifest")
    elif strange := _strange(columns):
        message = (
            f"{source} has columns that are not known and were only kept aside: {strange}. "
            f"Known ones are {', '.join(_COLUMNS)}."
        )
        yield unreadable(warning("unknown-columns", message, source), "manifest")


def _strange(columns: Iterable[str]) -> str:
    """Columns that were perhaps meant to say something, with the known one that they are like; empty if none."""
    told = set(columns)
    missing = [name for name in _COLUMNS if name not in told]
    if told & {"published", "date"}:
        missing = [name for name in missing if name not in {"published", "date"}]
    unknown = [name for name in columns if name.strip() and name not in _COLUMNS]
    near = {name: difflib.get_close_matches(name.lower(), missing, n=1, cutoff=_NEAR) for name in unknown}
    silent = not told & {"outlet", "published", "date"}
    return ", ".join(
        f"{name} (did you mean {near[name][0]}?)" if near[name] else name
        for name in unknown
        if near[name] or silent
    )


def _refuse(record: Mapping[str, Any]) -> str | None:
    """How a record is broken, as the end of a sentence; None if it is not."""
    file = record.get("file")
    if not isinstance(file, str) or not file.strip() or "\0" in file:
        return "names no file (column “file”)"
    path = PurePosixPath(file.strip().replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        return f"names a file outside the folder ({file.strip()})"
    return None


def _of_lines(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, parse_record(line.strip().encode())
            except ValueError as reason:
                yield number, str(reason)


def _of_csv(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """Records of a table; the delimiter is the one that the header has most of."""
    header = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names: list[str] | None = None
    first = 1
    try:
        for cells in table:
            line, first = first, table.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if names is None:
                names = [cell.strip().lower() for cell in cells]
                if "file" not in names:
                    yield line, "has no column “file”"
                    return
            elif len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
                yield (
                    line,
                    f"has {len(cells)} cells for {len(names)} columns (put a cell with a comma in quotes)",
                )
            else:
                yield line, dict(zip(names, (cell.strip() for cell in cells), strict=False))
    except csv.Error as reason:
        yield first, f"is no line of a table ({reason})"

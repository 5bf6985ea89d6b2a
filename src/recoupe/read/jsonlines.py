"""JSON lines: one article a line, read as a stream, each bad line a problem of its own.

Known fields: `id`, `text`, `title`, `outlet`, `published` (or `date`), `language`, `url`, `author`; others are kept
aside. `text` is the article's text exactly as given (line ends made LF). What `recoupe annotate` wrote can be read
again: its findings are left out and made anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from recoupe.model.article import Article
from recoupe.read.article import build, error, unreadable, whole_characters

__all__ = ["from_record", "load_json", "parse_record", "read_lines"]


def read_lines(
    lines: Iterable[bytes], fields: Mapping[str, Any], *, name: str, source: str
) -> Iterator[Article]:
    """Articles of JSON lines, in order; empty lines are skipped.

    Args:
        lines: of the file, in UTF-8.
        fields: what is known of all of them, unless a line says otherwise.
        name: what the ids of articles without one begin with; the line's number follows.
        source: how the user named the file.
    """
    for number, line in enumerate(lines, 1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
        if stripped:
            yield _from_line(stripped, number, fields, name, source)


def _from_line(line: bytes, number: int, fields: Mapping[str, Any], name: str, source: str) -> Article:
    where, name = f"{source}:{number}", f"{name}-{number}"
    try:
        record = parse_record(line)
    except ValueError as reason:
        problem = error("broken-line", f"Line {number} of {source} {reason}: correct or remove it.", where)
        return unreadable(problem, name, fields)
    return from_record({**fields, **record}, name=name, source=where)


def parse_record(line: bytes) -> dict[str, Any]:
    """The object that a line of JSON holds.

    Raises:
        ValueError: says how the line is broken, as the end of a sentence.
    """
    try:
        record = load_json(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("is not in UTF-8, as JSON must be") from None
    except ValueError:
        raise ValueError("is not valid JSON") from None
    if not isinstance(record, dict):
        raise ValueError("is not a JSON object")  # noqa: TRY004 - the caller tells the user
    return record


def load_json(text: str) -> Any:
    r"""The value of a JSON document, in whole characters: escaped halves of one become U+FFFD, one for each.

    Raises:
        ValueError: if it is not valid JSON, or nested too deeply to be data.

    >>> load_json(r'["\ud83d", "\ud83d\ude0a"]') == ["\ufffd", "😊"]
    True
    """
    try:
        value = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if "\\ud" in text.lower():
        value = json.loads(whole_characters(json.dumps(value, ensure_ascii=False)))
    return value


def from_record(record: Mapping[str, Any], *, name: str, source: str) -> Article:
    """The article of one record."""
    text = record.get("text")
    if not isinstance(text, str):
        message = f"{source} has no “text” field with the article's text: add it, or remove the record."
        return unreadable(error("no-text", message, source), name, record)
    if not text.strip():
        message = f"{source} has an empty “text” field: fill it, or remove the record."
        return unreadable(error("empty-text", message, source), name, record)
    return build(text, record, name=name, source=source)

"""Recognising what this program wrote itself: a dossier or a list of stories among the articles is no article.

A page tells its generator, the JSON its schema, the Markdown ends with a line that is not shown; a story has fields of
its own and no text. Annotated articles are not meant: they are articles still, and may be read again.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from recoupe.model.story import Story
from recoupe.read.jsonlines import parse_record

__all__ = ["is_own_file", "is_own_output", "is_own_record"]

LOOK = 8192  # bytes in which a page or a JSON object shows whose it is

_PAGE = re.compile(rb"""<meta\s{1,9}name=["']?generator["']?\s{1,9}content=["']?Recoupe \d""", re.IGNORECASE)
_CONTRACT = re.compile(rb'\s{0,99}\{\s{0,99}"schema"\s{0,9}:\s{0,9}"recoupe\.dossier/')
_MARKDOWN = re.compile(rb"\[//\]: # \(Recoupe \d[\w.+-]{0,40}\)\s{0,9}\Z")
_ENDING = 80  # bytes in which the Markdown's last line stands
_STORY = frozenset(field.encode_name for field in msgspec.structs.fields(Story))


def is_own_output(data: bytes) -> bool:
    """Whether a whole file, or its first bytes, is a dossier of this program.

    >>> is_own_output(b'{"schema": "recoupe.dossier/1", "title": "Oslane"}'), is_own_output(b'{"text": "Oslane"}')
    (True, False)
    """
    head = data[:LOOK]
    return bool(_PAGE.search(head) or _CONTRACT.match(head) or _MARKDOWN.search(data[-_ENDING:]))


def is_own_record(line: bytes) -> bool:
    """Whether a line of JSON is a dossier or a story.

    >>> is_own_record(b'{"id": "s1", "title": "Oslane", "articles": ["a"], "from": null, "to": null}')
    True
    """
    if _CONTRACT.match(line):
        return True
    if b'"articles"' not in line:
        return False
    try:
        return parse_record(line.strip()).keys() == _STORY
    except ValueError:
        return False


def is_own_file(path: Path) -> bool:
    """As `is_own_output` and `is_own_record`, of a file on the disk; False if it cannot be read."""
    try:
        with path.open("rb") as stream:
            head = stream.read(LOOK)
            if path.suffix.lower() in {".jsonl", ".ndjson"}:
                return is_own_record(head.splitlines()[0] if b"\n" in head else head + stream.readline())
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - _ENDING))
            return is_own_output(head) or is_own_output(stream.read())
    except (OSError, IndexError):
        return False

"""From the fields of a record to an article: what each field means, whatever format it came from.

Decides the article's id, date, hash and the problems of a single record; leaves its language to `detection`.
The text is kept as given; CRLF and CR become LF, which is the only change ever made to it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from recoupe.model.article import Article
from recoupe.model.problem import Problem, Severity

__all__ = ["Identifiers", "build", "error", "unreadable", "warning", "whole_characters"]

# A text shorter than this many words is more likely a headline, a caption or a failed copy than an article.
SHORT = 20

_WORD = re.compile(r"\w+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Fields that this program writes itself and computes again: not kept aside.
_FINDINGS = frozenset({
    "credits", "furniture", "names", "problems", "quantities", "quotations", "sentences", "sha256", "times",
})  # fmt: skip
_USED = frozenset({
    "author", "date", "extra", "id", "language", "outlet", "published", "published_inferred", "text", "title", "url",
})  # fmt: skip

_TEXTS = (
    "id",
    "title",
    "outlet",
    "published",
    "date",
    "language",
    "url",
    "author",
)  # in order of their telling


class Identifiers:
    """Ids that are unique among the articles read together; a second `a` becomes `a-2`."""

    def __init__(self) -> None:
        self._count: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """`wanted`, or `wanted-2`, `wanted-3` ... if an earlier article has it."""
        if wanted not in self._count:
            self._count[wanted] = 1
            return wanted
        while True:
            self._count[wanted] += 1
            name = f"{wanted}-{self._count[wanted]}"
            if name not in self._count:
                self._count[name] = 1
                return name


def whole_characters(text: str) -> str:
    r"""The text with U+FFFD for each half of a character: file names and JSON may hold them, UTF-8 may not.

    >>> whole_characters("caf\udce9.txt") == "caf\ufffd.txt"
    True
    """
    return _SURROGATE.sub("\ufffd", text)


def error(slug: str, message: str, source: str) -> Problem:
    """A problem that keeps an input from being read."""
    return _problem("error", slug, message, source)


def warning(slug: str, message: str, source: str) -> Problem:
    """A problem that the reader of the result should know of."""
    return _problem("warning", slug, message, source)


def _problem(severity: Severity, slug: str, message: str, source: str) -> Problem:
    message, source = whole_characters(message), whole_characters(source)
    return Problem(severity=severity, slug=slug, message=message, source=source)


def unreadable(problem: Problem, name: str, fields: Mapping[str, Any] | None = None) -> Article:
    """An article without text that stands for an input that could not be read.

    Args:
        problem: what went wrong; its source becomes the article's.
        name: the id it is to have.
        fields: what is known of it all the same.
    """
    return build("", fields or {}, name=name, source=problem.source, problems=(problem,))


def build(
    text: str, fields: Mapping[str, Any], *, name: str, source: str, problems: Sequence[Problem] = ()
) -> Article:
    """An article from its text and the other fields of its record.

    Args:
        text: as decoded.
        fields: known ones are `id`, `title`, `outlet`, `published` (or `date`), `language`, `url`, `author`;
            the rest is kept in `extra`.
        name: the id, unless the fields give one.
        source: where it was read from, as the user named it.
        problems: what is known to be wrong already.
    """
    name, source = whole_characters(name), whole_characters(source)
    text = whole_characters(text).replace("\r\n", "\n").replace("\r", "\n")
    found = list(problems)
    extra = {k: v for k, v in fields.items() if k not in _USED and k not in _FINDINGS and v not in (None, "")}
    if isinstance(fields.get("extra"), dict):
        extra = {**fields["extra"], **extra}
    wrong = {name: fields[name] for name in _TEXTS if not _is_text(fields.get(name))}
    extra.update(wrong)
    found += [warning("bad-field", _BAD_FIELD.format(where=source, name=name), source) for name in wrong]
    told = _text(fields.get("published")) or _text(fields.get("date"))
    published = parse_date(told) if told else None
    if told and not published:
        extra["published"] = told
        found.append(warning("bad-date", _BAD_DATE.format(where=source, told=told[:40]), source))
    if not text.strip() and not any(p.severity == "error" for p in found):
        text = ""
        if not found:
            found.append(
                error("empty-file", f"{source} is empty: save the article again, or remove it.", source)
            )
    elif text and len(_WORD.findall(text[: 20 * SHORT])) < SHORT:
        found.append(warning("short-text", _SHORT_TEXT.format(where=source, words=SHORT), source))
    return Article(
        id=_text(fields.get("id")) or name,
        text=text,
        published=published,
        published_inferred=bool(published) and fields.get("published_inferred") is True,
        language=_text(fields.get("language")) or "",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        extra=extra,
        problems=tuple(found),
        title=_text(fields.get("title")),
        outlet=_text(fields.get("outlet")),
        url=_text(fields.get("url")),
        author=_text(fields.get("author")),
    )


_BAD_FIELD = (
    "{where} gives as “{name}” what is no text (a list, an object ...): it is treated as not given. "
    "Write it in quotes."
)
_BAD_DATE = (
    "{where} gives “{told}” as its date, which is none: the article is treated as undated. "
    "Write dates as 2031-03-12 or 2031-03-12T08:30:00+01:00."
)
_SHORT_TEXT = "{where} has fewer than {words} words: check that the whole article was saved."


def parse_date(told: str) -> str | None:
    """A date or date-time of ISO 8601 or RFC 5322 (feeds), as ISO 8601; None if it is neither.

    Forms whose order of day and month depends on the country are not guessed.

    >>> parse_date("2031-03-12"), parse_date("Wed, 12 Mar 2031 08:30:00 GMT"), parse_date("03/12/2031")
    ('2031-03-12', '2031-03-12T08:30:00+00:00', None)
    """
    for parse in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(told).isoformat()
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    return None


def _is_text(value: object) -> bool:
    """Whether a field holds text, a whole number, or nothing (`null`, an empty list or object)."""
    return (
        value is None
        or isinstance(value, str)
        or (isinstance(value, int) and not isinstance(value, bool))
        or value in ([], {})
    )


def _text(value: object) -> str | None:
    """A field as text without white space around it; None for what is empty or no text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return (value.strip() or None) if isinstance(value, str) else None

"""Saved HTML pages: the article in them and its metadata, found by trafilatura.

The text is what trafilatura takes for the article, one paragraph a line, the headline first (as in a plain-text
file, so that a quotation in it has a place). Leaves furniture that slipped through to `annotate`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from recoupe.model.article import Article
from recoupe.read.article import build, error, unreadable
from recoupe.read.encoding import decode

__all__ = ["looks_like_html", "read_html"]

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html\b)",
    re.IGNORECASE | re.DOTALL,
)
_LOOK = 4096  # bytes in which a page declares its encoding
_LEAST = 5  # words; less is what is left of a page without an article
_LATEST = "2100-01-01"  # dates beyond are misread; a fixed day, so that the answer does not depend on today


def looks_like_html(text: str) -> bool:
    """Whether a text begins as an HTML page does.

    >>> looks_like_html("<!DOCTYPE html><p>Bonjour"), looks_like_html("<< Bonjour >>")
    (True, False)
    """
    return _HTML.match(text[:_LOOK]) is not None


def read_html(data: bytes, fields: Mapping[str, Any], *, name: str, source: str) -> Article:
    """The article of a saved page.

    Args:
        data: the page.
        fields: what is known of it already, which goes before what the page says.
        name: the id, unless `fields` give one.
        source: how the user named it.
    """
    declared = _DECLARED.search(data[:_LOOK])
    page, problem = decode(data, source, declared.group(1).decode("ascii", "replace") if declared else None)
    if problem and problem.severity == "error":
        return unreadable(problem, name, fields)
    if not page.strip():
        return build("", fields, name=name, source=source)
    found = _extract(page)
    if len(found.get("text", "").split()) < _LEAST:
        message = f"{source} holds no article that could be found. Copy its text into a .txt file."
        return unreadable(error("no-article", message, source), name, fields)
    told = {key: value for key, value in fields.items() if value not in (None, "")}
    metadata = {key: value for key, value in found.items() if key != "text" and value}
    text, title = found["text"], found.get("title") or ""
    if title and title not in text[: 2 * len(title) + 200]:
        text = f"{title}\n\n{text}"
    problems = (problem,) if problem else ()
    return build(text, {**metadata, **told}, name=name, source=source, problems=problems)


def _extract(page: str) -> dict[str, str]:
    """What trafilatura finds: `text`, `title`, `outlet`, `author`, `published`, `url`."""
    import trafilatura  # noqa: PLC0415 - 250 ms, paid for HTML alone

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what fails is told as a problem
    # Without the extensive search, which takes any year of the page for its date.
    document = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST},
    )
    if document is None or isinstance(document, dict):
        return {}
    found = {
        "text": document.text,
        "title": document.title,
        "outlet": document.sitename or document.hostname,
        "author": document.author,
        "published": document.date,
        "url": document.url,
    }
    return {key: value for key, value in found.items() if value}

"""Names in lines written in capitals: there a capital shows nothing, and a tagger sees names in any word.

Decides which of them stay: those that some article of the story writes as a name elsewhere, and people with a known
given name. An article that is written in capitals as a whole is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from recoupe.language.people.given import gender_of
from recoupe.language.people.spelling import name_key
from recoupe.model.article import Article
from recoupe.model.findings import Name
from recoupe.model.span import Span

_LINE = re.compile(r"[^\n]+")
_LEAST = 8
"""Letters of a line in capitals: a line of fewer is an acronym, a signature."""
FULL = 2
"""Words of a name that the story does not know: a longer one has taken in words of the line."""
_MOST = 0.5
"""Share of capitals among an article's letters from which it is written in capitals as a whole."""


def capital_lines(text: str) -> list[Span]:
    r"""The lines of a text that have no small letter and more than one word, in order.

    >>> text = "La maire a parlé mardi.\nLA HALLE ROUVRE\nElle a tout dit."
    >>> [line.of(text) for line in capital_lines(text)]
    ['LA HALLE ROUVRE']
    """
    found = [
        Span(m.start(), m.end())
        for m in _LINE.finditer(text)
        if m.group().isupper() and len(m.group().split()) > 1 and sum(map(str.isalpha, m.group())) >= _LEAST
    ]
    return found if sum(map(len, found)) < _MOST * len(text) else []


def without_bogus_names(articles: Sequence[Article]) -> list[Article]:
    """The articles without the names that only a line in capitals shows."""
    lines = [capital_lines(a.text) for a in articles]
    if not any(lines):
        return list(articles)
    known: set[str] = set()
    for article, headings in zip(articles, lines, strict=True):
        for name in article.names:
            if not _inside(headings, name):
                form = name_key(article.text[name.start : name.end])
                known.update((form, form.split()[-1] if form else form))
    return [
        msgspec.structs.replace(a, names=tuple(_kept(a, h, known))) if h else a
        for a, h in zip(articles, lines, strict=True)
    ]


def _kept(article: Article, lines: Sequence[Span], known: set[str]) -> Iterator[Name]:
    """The names of an article that stay; who was called by a name that does not is called by the longest that does."""
    forms = [" ".join(article.text[n.start : n.end].split()) for n in article.names]
    stays = [
        not _inside(lines, n) or _is_name(n, name_key(f), known)
        for n, f in zip(article.names, forms, strict=True)
    ]
    dropped = {n.name for n, kept in zip(article.names, stays, strict=True) if not kept}
    called: dict[str, str] = {}
    for name, form, kept in zip(article.names, forms, stays, strict=True):
        if kept and name.name in dropped:
            called[name.name] = max(called.get(name.name, ""), form, key=len)
    for name, kept in zip(article.names, stays, strict=True):
        if kept:
            yield msgspec.structs.replace(name, name=called.get(name.name, name.name))


def _is_name(name: Name, form: str, known: set[str]) -> bool:
    """Whether a name in a line of capitals is one that the story knows, or looks like one of a person."""
    words = form.split()
    if form in known:
        return True
    return name.type == "person" and len(words) == FULL and (bool(gender_of(words[0])) or words[-1] in known)


def _inside(lines: Sequence[Span], name: Name) -> bool:
    return any(line.start <= name.start < line.end for line in lines)

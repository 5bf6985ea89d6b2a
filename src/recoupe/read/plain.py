"""Plain text: the whole file is the article's text, and one of its first lines is the title.

Pages copied by hand begin with crumbs (*Accueil / Monde*), a section or the name of the site; the title is the
first line after them that reads like a headline, if there is one before the first paragraph.
"""

from __future__ import annotations

import re

__all__ = ["find_title"]

_LOOK = 8  # lines that may stand before a title
_LONGEST = 220  # characters of a headline
_NUMBERS = 0.34  # share of words with digits from which on a line is a date
_HEADLINE = 4  # words; a shorter line may be a section or a site's name
_CRUMB = re.compile(r"\s[/>›•·]\s")
_SITE = re.compile(r"\s\|\s")
_WORD = re.compile(r"\w+")
_PARAGRAPH_END = re.compile(r"[.…:;,][»”\"’)\]]*$")


def find_title(text: str) -> str | None:
    r"""The headline of a plain text, verbatim, or None if it begins with its first paragraph.

    >>> find_title("Accueil / Région / Oslane\n\nLe pont d'Oslane rouvre mercredi\n\nLe pont a rouvert ce matin.")
    "Le pont d'Oslane rouvre mercredi"
    >>> find_title("Le pont suspendu a rouvert mercredi matin. La mairie s'en félicite.") is None
    True
    """
    head = text[: _LOOK * 2 * _LONGEST]
    lines = [line.strip() for line in head.split("\n") if line.strip()][:_LOOK]
    if len(lines) < 2:  # noqa: PLR2004 - a single line is the article
        return None
    short: list[str] = []
    for line in lines:
        if len(line) > _LONGEST or (_PARAGRAPH_END.search(line) and not line.endswith("...")):
            break
        part = max(_SITE.split(line), key=len).strip()  # *Headline | Section | Site*
        words = _WORD.findall(part)
        if _is_furniture(line, words):
            continue
        if len(words) >= _HEADLINE:
            return part
        if len(words) > 1 and part == line:
            short.append(line)
    return max(short, key=len, default=None)


def _is_furniture(line: str, words: list[str]) -> bool:
    """Whether a line is an address, crumbs, a date line (*12 mars 2031, 8 h 30*) or a place line (*OSLANE -*)."""
    dated = sum(any(map(str.isdigit, word)) for word in words) > _NUMBERS * len(words)
    return dated or "://" in line or line.endswith(("-", "–", "—")) or len(_CRUMB.findall(line)) > 1

"""Furniture: text in an article's file that is not the article.

Works line by line, since news text has one paragraph a line. In order:

1. **Known phrases** (data, `language/*/furniture.toml`): links to other articles, share buttons, bylines,
   comments and notices.
2. **Navigation**: a short line of items between slashes, bars or arrows, and short lines above it, at the top.
3. **Captions**: a paragraph that ends in a photo credit, and the lines glued above it that describe the picture.
4. **Headlines of other articles** between the paragraphs: a line that stands alone, is a sentence but has no
   final mark, and speaks of things that the rest of the article does not.

The title is never furniture. What is not sure stays text: a subhead is part of its article.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from recoupe.language import Language
from recoupe.language.media import known_agencies
from recoupe.model.article import Article
from recoupe.model.findings import Furniture, FurnitureKind

_STRAIGHT = str.maketrans("’‘\u00a0\u202f", "''  ")
_SEPARATED = re.compile(r"[^/|>›»•·]{1,40}(?:\s[/|>›»•·]\s[^/|>›»•·]{0,40})+")  # Infos / Monde / Europe
_BAR = re.compile(r"\s[/|>›»•·]\s")
_FINAL = re.compile(r"[.!?…:;,»”\"’)\]]\s*$")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\s*\.?\s*$")
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s*[^\s][^.\n]{0,80}$")
_SLASH = re.compile(r"\s*/\s*")  # NAME NAME / AGENCY
_WORD = re.compile(r"[^\W\d_][\w’'-]*")

SHORT = 90  # longest line, in characters, that a phrase makes furniture as a whole: longer ones are sentences
CAPTION = 500  # longest caption, in characters
NAVIGATION_LINES = 4  # menus stand in the first non-empty lines
HEADLINE_WORDS = (6, 22)  # fewest and most words of another article's headline
UNSHARED = 0.5  # least share of its content words that the rest of the article does not have ...
UNSHARED_AMONG_LINKS = 0.2  # ... and where the page is seen to put links between its paragraphs


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str  # without white space at the edges
    after_blank: bool  # a blank line, or the text's edge, before it
    before_blank: bool  # the same after it

    @property
    def alone(self) -> bool:
        return self.after_blank and self.before_blank

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class _Phrases:
    starts: tuple[tuple[FurnitureKind, tuple[str, ...]], ...]
    whole: frozenset[str]
    photo: re.Pattern[str]
    agencies: frozenset[str]


def find_furniture(article: Article, language: Language) -> tuple[Furniture, ...]:
    """Spans of `article.text` that are not the article, in order, without overlap."""
    lines = _lines(article.text)
    phrases = _phrases(language)
    kinds: dict[int, FurnitureKind] = {}
    for index, line in enumerate(lines):
        kind = _by_phrase(line.text, phrases)
        if kind:
            kinds[index] = kind
    _navigation(lines, kinds)
    _captions(lines, kinds, phrases)
    _headlines(article, lines, kinds, language)
    return tuple(Furniture(lines[i].start, lines[i].end, kinds[i]) for i in sorted(kinds))


def _lines(text: str) -> list[_Line]:
    """The lines of `text` that are not blank."""
    raw: list[tuple[int, str]] = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        raw.append((position + len(line) - len(line.lstrip()), stripped))
        position += len(line) + 1
    padded = ["", *(body for _, body in raw), ""]
    return [
        _Line(start, body, not padded[i], not padded[i + 2]) for i, (start, body) in enumerate(raw) if body
    ]


@cache
def _phrases(language: Language) -> _Phrases:
    table = language.table("furniture")
    starts: tuple[tuple[FurnitureKind, tuple[str, ...]], ...] = (
        ("link", tuple(table["link_starts"])),
        ("share", tuple(table["share_starts"])),
        ("byline", tuple(table["byline_starts"])),
        ("comment", tuple(table["notice_starts"])),
    )
    opening, closing = (
        "|".join(sorted(map(re.escape, table[name]), key=len, reverse=True))
        for name in ("photo_opening", "photo_closing")
    )
    photo = re.compile(rf"^(?:{opening})\b|\b(?:{closing})(?: [^\s]+)?$", re.IGNORECASE)
    agencies = {form.lower() for agency in known_agencies() for form in agency.forms}
    return _Phrases(
        starts,
        frozenset(table["whole"]),
        photo,
        frozenset(agencies | set(table["photo_sources"]) | set(language.table("credits")["agency_words"])),
    )


def _by_phrase(line: str, phrases: _Phrases) -> FurnitureKind | None:
    """Kind of a line that a known phrase opens, or that is one as a whole."""
    if len(line) > 2 * SHORT:
        return None
    key = line.lower().translate(_STRAIGHT)
    if key.rstrip(" :.") in phrases.whole:
        return "navigation"
    for kind, starts in phrases.starts:
        for start in starts:
            if key.startswith(start) and not key[len(start) : len(start) + 1].isalpha():
                link = kind == "link" and key[len(start) :].lstrip()[:1] in {":", "»", ">", "-", "–", ""}
                if link or (len(line) <= SHORT and not line.endswith((".", "»", "”"))) or kind == "comment":
                    return kind
    return None


def _navigation(lines: list[_Line], kinds: dict[int, FurnitureKind]) -> None:
    """Menus and breadcrumbs among the first lines, and the short lines above them."""
    top = range(min(NAVIGATION_LINES, len(lines)))
    short = [i for i in top if len(lines[i].text) <= SHORT and not _FINAL.search(lines[i].text)]
    menus = [i for i in short if _SEPARATED.fullmatch(lines[i].text)]
    # A headline with a rubric behind a bar is a title: a menu has more than two items, or is very short.
    menus = [i for i in menus if len(lines[i].text) <= SHORT // 2 or len(_BAR.findall(lines[i].text)) > 1]
    if menus and max(menus) + 1 < len(lines):
        for i in range(max(menus) + 1):
            if i in menus or (i in short and len(lines[i].text) <= SHORT // 2):
                kinds[i] = "navigation"


def _captions(lines: list[_Line], kinds: dict[int, FurnitureKind], phrases: _Phrases) -> None:
    """Paragraphs that end in a photo credit, and the picture's description glued above."""
    for i, line in enumerate(lines):
        if len(line.text) > CAPTION or not _photo_credit(line.text, phrases):
            continue
        kinds[i] = "caption"
        above = lines[i - 1] if i > 1 and not line.after_blank else None
        if above and above.after_blank and len(above.text) <= CAPTION:
            kinds.setdefault(i - 1, "caption")


def _photo_credit(line: str, phrases: _Phrases) -> bool:
    """Whether a paragraph ends in a photo credit: © X, (NAME / AGENCY), [X via Y], (AFP photo)."""
    if _COPYRIGHT.search(line):
        return True
    bracket = _BRACKET.search(line)
    if not bracket:
        return False
    inside = bracket[1].strip()
    if phrases.photo.search(inside):
        return True
    sides = _SLASH.split(inside)
    return len(sides) > 1 and any(_agency(side, phrases) for side in (sides[0], sides[-1]))


def _agency(side: str, phrases: _Phrases) -> bool:
    words = side.lower().split(" ")
    return bool(phrases.agencies & {side.lower(), words[0], words[-1]})


def _headlines(
    article: Article, lines: list[_Line], kinds: dict[int, FurnitureKind], language: Language
) -> None:
    """Headlines of other articles between paragraphs that end in a full stop."""
    own = [i for i in range(len(lines)) if i not in kinds]
    candidates = [i for i in own[1:-1] if lines[i].alone and _like_headline(lines[i].text, article)]
    if not candidates or _sparse(lines, own):
        return
    stems = [Counter(_stems(lines[i].text, language)) for i in range(len(lines))]
    total: Counter[str] = Counter()
    for i in own:
        total.update(stems[i])
    body = [i for i in own if _FINAL.search(lines[i].text)]
    linked = any(kind == "link" and body and body[0] < i < body[-1] for i, kind in kinds.items())
    least = UNSHARED_AMONG_LINKS if linked else UNSHARED
    for i in candidates:
        content = stems[i]
        unshared = sum(1 for w in content if total[w] == content[w])
        if body and body[0] < i and content and unshared / len(content) >= least and unshared > 1:
            kinds[i] = "link"


def _like_headline(line: str, article: Article) -> bool:
    count = len(_WORD.findall(line[: 2 * CAPTION]))
    low, high = HEADLINE_WORDS
    return (
        low <= count <= high
        and not _FINAL.search(line)
        and line[0].isupper()
        and line != (article.title or "").strip()
    )


def _sparse(lines: list[_Line], own: list[int]) -> bool:
    """Whether most lines stand without a final mark: lists and verse, where the rule says nothing."""
    ended = sum(1 for i in own if _FINAL.search(lines[i].text))
    return ended * 2 < len(own)


def _stems(line: str, language: Language) -> list[str]:
    """Content words of a line, cut to five letters: the same word in another form still meets."""
    words = (w.lower().translate(_STRAIGHT) for w in _WORD.findall(line))
    parts = (p for w in words for p in re.split(r"(?<=')", w))
    return [p[:5] for p in parts if len(p) > 3 and p not in language.stopwords]  # noqa: PLR2004

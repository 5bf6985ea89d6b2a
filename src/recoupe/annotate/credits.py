"""Credits: where an article says that an agency supplied its text or a photo.

A credit stands in the frame of an article (byline, signature, caption) as much as in its text, so the whole text
is read, furniture included. Three places count:

1. **brackets** that hold nothing but agencies, at the end of a paragraph or in the dateline that opens it:
   `(AFP)`, `(avec AFP et Reuters)`, `PARIS (Reuters) -`;
2. **short lines** that name an agency after *avec*, or name nothing else: `Article rédigé par X avec AFP`, `AFP`,
   `© 2031 AFP`, `Avec agences`, `The Associated Press contributed to this report`;
3. **photo credits**: in a caption, or behind ©.

An agency named in a sentence (*selon l'AFP*) is no credit: it is the origin of that passage alone, which
comparison decides.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.annotate.document import Document
from recoupe.language import Language
from recoupe.language.media import known_agencies
from recoupe.model.findings import Credit, Furniture

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,100})[)\]]")
_WORD = re.compile(r"[^\W_]+(?:[.\-’'][^\W_]+)*\.?|©")
_ELIDED = re.compile(r"^[^\W\d_]{1,2}['’]")

LINE = 100  # longest credit line, in characters
FORM_WORDS = 5  # longest name of an agency, in words
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    agency: str


def find_credits(document: Document, furniture: tuple[Furniture, ...] = ()) -> tuple[Credit, ...]:
    """Credits of an article, in the order of the text.

    Args:
        document: the article.
        furniture: its furniture; captions are where photo credits stand.
    """
    text = document.article.text
    words = document.language.table("credits")
    captions = [f for f in furniture if f.kind == "caption" and not _signs(document, f)]
    found: dict[tuple[int, int], Credit] = {}
    for caption in captions:
        for m in _mentions(text, caption.start, caption.end, words["agency_words"]):
            if _in_credit_of_caption(text, m, caption):
                found[m.start, m.end] = Credit(m.start, m.end, m.agency, "photo")
    for m in _text_credits(text, document.language):
        inside = any(c.start <= m.start < c.end for c in captions)
        if not inside:
            found.setdefault((m.start, m.end), Credit(m.start, m.end, m.agency, "text"))
    return tuple(found[key] for key in sorted(found))


def _signs(document: Document, caption: Furniture) -> bool:
    """Whether what looks like a photo's credit signs the text: an article's last line, with two agencies or a year.

    `© AFP 2031`, `(AFP/Reuters)`.
    """
    text, table = document.article.text, document.language.table("credits")
    if text[caption.end :].strip() or text[: caption.start].rpartition("\n")[2].strip():
        return False
    mentions = list(_mentions(text, caption.start, caption.end, table["agency_words"]))
    dated = _YEAR.search(text, caption.start, caption.end) is not None
    enough = len(mentions) > 1 or (dated and bool(mentions))
    return enough and _nothing_else(text, caption.start, caption.end, mentions, frozenset(table["joining"]))


def _text_credits(text: str, language: Language) -> Iterator[_Mention]:
    table = language.table("credits")
    joining = frozenset(table["joining"])
    for bracket in _BRACKET.finditer(text):
        start, end = bracket.span(1)
        mentions = list(_mentions(text, start, end, table["agency_words"]))
        mentions = mentions or list(_unnamed(text, start, end, language))
        if not mentions or not _at_line_edge(text, bracket.start(), bracket.end()):
            continue
        if _nothing_else(text, start, end, mentions, joining):
            yield from mentions
    position = 0
    for line in text.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        if line.strip() and len(line) <= LINE:
            yield from _line_credits(text, start, end, language, joining)


def _line_credits(
    text: str, start: int, end: int, language: Language, joining: frozenset[str]
) -> Iterator[_Mention]:
    """Credits of a short line: nothing but agencies, agencies after *avec* up to its end, or those that contributed."""
    table = language.table("credits")
    mentions = list(_mentions(text, start, end, table["agency_words"])) or list(
        _unnamed(text, start, end, language)
    )
    if not mentions:
        return
    if _nothing_else(text, start, end, mentions, joining):
        yield from mentions
        return
    line = text[start:end].rstrip(" .").lower()
    for phrase in table["contributed"]:
        if line.endswith(phrase):
            head = start + len(line) - len(phrase)
            if not text[mentions[-1].end : head].strip() and _nothing_else(
                text, start, head, mentions, joining
            ):
                yield from mentions
                return
    for word in table["with"]:
        for match in re.finditer(rf"\b{re.escape(word)}\s+", text[start:end], re.IGNORECASE):
            tail = start + match.end()
            after = [m for m in mentions if m.start >= tail]
            if after and _nothing_else(text, tail, end, after, joining):
                yield from after
                return


def _nothing_else(text: str, start: int, end: int, mentions: list[_Mention], joining: frozenset[str]) -> bool:
    """Whether `[start, end)` holds only the mentions, joining words and punctuation."""
    for word in _WORD.finditer(text, start, end):
        if any(m.start < word.end() and word.start() < m.end for m in mentions):
            continue
        if _YEAR.fullmatch(word.group()):
            continue
        key = word.group().lower().rstrip(".").replace("’", "'")
        if key not in joining and _ELIDED.sub("", key) not in joining:
            return False
    return True


def _unnamed(text: str, start: int, end: int, language: Language) -> Iterator[_Mention]:
    """Agencies that a credit does not name: *avec agences*; none where the line says anything else after them."""
    table = language.table("credits")
    found = [
        match
        for name in table["unnamed"]
        for match in re.finditer(rf"\b{re.escape(name)}(?=\W*$)", text[start:end], re.IGNORECASE)
    ]
    for match in found[:1]:
        before = text[start : start + match.start()].lower().split()
        if before and before[-1] in table["with"]:
            yield _Mention(start + match.start(), start + match.end(), match.group().lower())


def _at_line_edge(text: str, start: int, end: int) -> bool:
    """Whether a bracket ends its line, or stands in the dateline that opens it."""
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)].strip(" .\u00a0")
    line_start = text.rfind("\n", 0, start) + 1
    return not rest or (start - line_start <= LINE // 2 and rest[:1] in "-–—:")


def _in_credit_of_caption(text: str, mention: _Mention, caption: Furniture) -> bool:
    """Whether the mention stands in the brackets, or behind the ©, that end a caption."""
    before = text[caption.start : mention.start]
    return max(before.rfind("("), before.rfind("["), before.rfind("©")) > before.rfind(")")


@cache
def _forms() -> dict[str, tuple[str, frozenset[str]]]:
    """Lower-case form → canonical name and, for forms believed only as written, their spellings."""
    forms: dict[str, tuple[str, frozenset[str]]] = {}
    for agency in known_agencies():
        name = agency.name
        for form in agency.aliases:
            forms[form.lower()] = (name, frozenset())
        for form in agency.exact:
            spellings = forms.get(form.lower(), (name, frozenset()))[1]
            forms[form.lower()] = (name, spellings | {form})
        forms.setdefault(name.lower(), (name, frozenset({name})))
    return forms


@cache
def _dotted() -> frozenset[str]:
    """Forms with points, the last one their own: *A.F.P.* as written."""
    return frozenset(f for _, spellings in _forms().values() for f in spellings if f.endswith("."))


def _mentions(text: str, start: int, end: int, words_of_agency: Container[str]) -> Iterator[_Mention]:
    """Agencies named in `[start, end)`, longest form first at each place; unknown ones by their own word."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    i = 0
    while i < len(words):
        for n in range(min(FORM_WORDS, len(words) - i), 0, -1):
            a, b = words[i][0], words[i + n - 1][1]
            hit = _form(text, a, b) or _self_named(text, words[i : i + n], words_of_agency)
            if hit:
                yield hit
                i += n - 1
                break
        i += 1


def _self_named(text: str, words: list[tuple[int, int]], words_of_agency: Container[str]) -> _Mention | None:
    """`Agence Lointaine`: the word that says what it is, and a capitalised name."""
    forms = [text[a:b] for a, b in words]
    if len(forms) < 2 or not all(f[0].isupper() for f in forms[1:]):  # noqa: PLR2004
        return None
    first = _ELIDED.sub("", forms[0])
    if first.lower() not in words_of_agency:
        return None
    start = words[0][1] - len(first)
    name = text[start : words[-1][1]]
    return _Mention(start, words[-1][1], name.title() if name.isupper() else name[0].upper() + name[1:])


def _form(text: str, start: int, end: int) -> _Mention | None:
    form = text[start:end]
    if form not in _dotted():
        form = form.rstrip(".")
    elided = _ELIDED.match(form)
    for skip in (0, elided.end()) if elided else (0,):
        known = _forms().get(form[skip:].lower())
        if known and (not known[1] or form[skip:] in known[1]):
            return _Mention(start + skip, start + len(form), known[0])
    return None

"""Names of persons, bodies and places in one article.

A tagger learnt on openly licensed news (`tagger`, trained by `training/names.py`) marks them; rules then make the
marks of one article agree (`agreement`) and give each mention the fullest form of its entity (`linking`).
With `Options.names == "spacy:MODEL"` a spaCy pipeline marks them instead (`pipeline`).
Who a pronoun or a role means is not decided here (`annotate.speakers`).
"""

from __future__ import annotations

import re
from itertools import pairwise

from recoupe.annotate.document import Document
from recoupe.annotate.names.agreement import agree, reach_acronyms
from recoupe.annotate.names.features import Surroundings
from recoupe.annotate.names.lexicon import lexicon
from recoupe.annotate.names.linking import link_names
from recoupe.annotate.names.pipeline import find_with_spacy
from recoupe.annotate.names.tagger import load_tagger
from recoupe.language.people.spelling import initials_match
from recoupe.model.findings import Name, NameType
from recoupe.model.options import Options

__all__ = ["find_names"]

_ACRONYM = range(2, 9)
_BRACKET = 3  # characters between a name and its acronym in brackets
_PARTS = re.compile(r"[\s'’-]+")


def find_names(document: Document, options: Options | None = None) -> tuple[Name, ...]:
    """Names in `document`, in order, without overlap; `Name.name` is the fullest form of the same entity.

    Args:
        document: the article.
        options: `options.names` chooses who marks the names.

    Raises:
        MissingExtra: if spaCy is asked for and not installed.
        OptionError: if `options.names` is neither `rules` nor `spacy:MODEL`, or there is no such model.
    """
    chosen = options.names if options else "rules"
    spans = find_with_spacy(document, chosen) if chosen != "rules" else _find_with_tagger(document)
    prose = document.prose
    mentions = [(start, kind, prose[start:end]) for start, end, kind in spans]
    full = link_names(mentions, _explained(document, spans), _titled(document, spans))
    return tuple(
        Name(s, e, kind, " ".join(name.split())) for (s, e, kind), name in zip(spans, full, strict=True)
    )


def _find_with_tagger(document: Document) -> list[tuple[int, int, NameType]]:
    language = document.language
    words = lexicon(language)
    text = Surroundings(document.tokens, document.sentences, words.flags(document.tokens))
    tags = load_tagger(language.code).tag(text)
    starts, ends = document.tokens.starts, document.tokens.ends
    marks = agree(text, tags, words)
    norms, titles = document.tokens.norms, words.titles
    found: list[tuple[int, int, NameType]] = []
    for first, last, kind in reach_acronyms(text, marks):
        start = first
        if kind == "person" and norms[start] in titles and norms[start] in language.abbreviations:
            start += 1 + (norms[start + 1 : start + 2] == ["."])  # a title is no part of the name
        found.append((starts[start if start < last else first], ends[last - 1], kind))
    return found


def _titled(document: Document, spans: list[tuple[int, int, NameType]]) -> dict[int, str]:
    """Gender by the title before a person's name (*Mme*, *Mr.*), by number of the name."""
    tokens, titles = document.tokens, lexicon(document.language).titles
    found: dict[int, str] = {}
    for n, (start, _, kind) in enumerate(spans):
        i = tokens.first_at(start) - 1
        if kind == "person" and i > 0 and tokens.norms[i] == ".":
            i -= 1
        gender = titles.get(tokens.norms[i], "") if kind == "person" and i >= 0 else ""
        if gender in ("m", "f"):
            found[n] = gender
    return found


def _explained(document: Document, spans: list[tuple[int, int, NameType]]) -> dict[str, str]:
    """Acronyms that stand in brackets after the name they abbreviate, or before it: *Union du port (UDP)*."""
    prose = document.prose
    found: dict[str, str] = {}
    for (s1, e1, k1), (s2, e2, k2) in pairwise(spans):
        if "person" in (k1, k2) or s2 - e1 > _BRACKET or "(" not in prose[e1:s2]:
            continue
        if not prose[e2 : e2 + 2].lstrip().startswith((")", ",")):
            continue
        first, second = prose[s1:e1], prose[s2:e2]
        for short, long in ((second, first), (first, second)):
            acronym = len(short) in _ACRONYM and len(long) > len(short) and " " not in short
            if acronym and initials_match(short, _PARTS.split(long)):
                found.setdefault(short, long)
    return found

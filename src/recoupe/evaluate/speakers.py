"""Scores of the resolution of speakers, given where each speaker stands.

Gold: JSON lines `{"text", "lang", "quotations": [{"content", "cue", "speaker", "speaker_resolved", "kind"}...]}`. The
resolver gets the gold's spans, so that its errors are seen apart from those of finding quotations. A name is right
when it is the gold's less titles and given names (`same_name`). Pronouns, functions and continuations are also told
apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recoupe.annotate.document import Document
from recoupe.annotate.names import find_names
from recoupe.annotate.speakers import resolve_speakers
from recoupe.evaluate.corpora import rows
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.language import load
from recoupe.language.people.spelling import name_key
from recoupe.model.article import Article
from recoupe.model.findings import Quotation
from recoupe.model.options import Options
from recoupe.model.span import Span

__all__ = ["evaluate", "same_name"]

_TITLES = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "des",
        "de",
        "du",
        "d",
        "m",
        "mme",
        "mlle",
        "mr",
        "dr",
        "pr",
        "mgr",
        "sir",
        "president",
        "presidente",
        "premier",
        "premiere",
        "ministre",
        "general",
        "colonel",
        "chef",
        "leader",
        "dirigeant",
        "porte",
        "parole",
        "secretaire",
        "etat",
    ]
)
_KINDS = ("named", "pronoun", "described", "continued")


def evaluate(gold: Path, options: Options) -> Report:
    """Share of the speakers of `gold` that are resolved to the right name."""
    documents = [_count(row, options) for row in rows(gold) if row.get("quotations")]
    over = {"speaker right": "n"} | {f"{kind} right": f"{kind} n" for kind in _KINDS}
    return measure("speakers", documents, _metrics, over=over)


def _count(row: Mapping[str, Any], options: Options) -> dict[str, float]:
    language = load(row.get("lang", "fr"))
    document = Document(Article(id="gold", text=row["text"], language=language.code), language)
    names = find_names(document, options)
    quotations = tuple(
        Quotation(
            kind=q["kind"],
            act="assert",
            content=tuple(Span(*span) for span in q["content"]),
            cue=Span(*q["cue"]) if q["cue"] else None,
            speaker=Span(*q["speaker"]) if q["speaker"] else None,
        )
        for q in row["quotations"]
    )
    pronouns = language.table("coreference")["pronouns"]
    counts: dict[str, float] = {"n": 0, "right": 0}
    for q, found in zip(row["quotations"], resolve_speakers(document, names, quotations), strict=True):
        said = found.speaker.of(row["text"]).lower() if found.speaker else ""
        if not said:
            kind = "continued"
        elif said in pronouns:
            kind = "pronoun"
        else:
            kind = "named" if name_key(q["speaker_resolved"]) in name_key(said) else "described"
        right = same_name(q["speaker_resolved"], found.speaker_name)
        counts["n"] += 1
        counts["right"] += right
        counts[f"{kind} n"] = counts.get(f"{kind} n", 0) + 1
        counts[f"{kind} correct"] = counts.get(f"{kind} correct", 0) + right
    return counts


def _metrics(total: Mapping[str, float]) -> dict[str, float]:
    return {"speaker right": ratio(total["right"], total["n"])} | {
        f"{kind} right": ratio(total[f"{kind} correct"], total[f"{kind} n"]) for kind in _KINDS
    }


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names are one source: equal, or one is the other less titles and given names.

    >>> same_name("Vera Abo", "Mme Abo"), same_name("Vera Abo", "Paul Abo")
    (True, False)
    """
    first, second = _bare(a), _bare(b)
    if not first or not second:
        return False
    if first == second or "".join(first) == "".join(second):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] == long[0] and len(short[0]) > 2)  # noqa: PLR2004
    return short == long[-len(short) :] or set(short) == set(long)


def _bare(name: str | None) -> list[str]:
    words = name_key(name or "").split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return words

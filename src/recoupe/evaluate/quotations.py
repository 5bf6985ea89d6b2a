"""Scores of quotations against gold: content, speaker, both together, by kind.

Gold: JSON lines `{"id", "text", "lang", "quotations": [{"kind", "content": [[start, end]...], "cue": span|null,
"speaker": span|null, "speaker_resolved": str|null}...]}`, offsets in code points. A speaker or a cue may also be a
list of spans, and the list of quotations may be called `quotes`; where no `speaker_resolved` is given, the words of
the speaker's span stand for it.

Quotations are matched one to one, best Jaccard of content first, above 0.3, over letters and digits only, so that
punctuation and marks at the edges do not count. *Exact* counts contents whose first and last letter or digit agree.
Speaker figures are told on matched pairs; *end to end* counts a quotation as right if content and speaker's name both
are. Names are compared as `recoupe.evaluate.speakers.same_name` says. Intervals are a bootstrap over documents.
The measure is that of Citron and of the Gender Gap Tracker, with one-to-one matching added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe.annotate import annotate_article
from recoupe.evaluate.corpora import rows
from recoupe.evaluate.report import Report, f1, measure, ratio
from recoupe.evaluate.speakers import same_name
from recoupe.model.article import Article
from recoupe.model.findings import Quotation
from recoupe.model.options import Options

__all__ = ["evaluate"]

THRESHOLD = 0.3  # Jaccard above which two contents are the same quotation
KINDS = ("direct", "mixed", "indirect")
_Spans = Sequence[Sequence[int]]


def evaluate(gold: Path, options: Options) -> Report:
    """Precision, recall and F1 of quotations in `gold`, and how many speakers are right."""
    documents = [_count(row, options) for row in rows(gold)]
    over = {
        "content F1 (Jaccard > .3)": "gold",
        "exact F1": "gold",
        "speaker name": "right",
        "speaker span": "spans",
    }
    over |= {"end to end F1": "gold", "cue": "cues", "kind": "right"}
    over |= {f"{kind} recall": f"{kind} gold" for kind in KINDS}
    over |= {f"{kind} precision": f"{kind} shown" for kind in KINDS}
    return measure("quotations", documents, _metrics, over=over)


def _count(row: Mapping[str, Any], options: Options) -> dict[str, float]:
    """Counts of one document."""
    text: str = row["text"]
    article = Article(id=str(row.get("id", "gold")), text=text, language=row.get("lang", "fr"))
    shown = annotate_article(article, options).quotations
    gold: list[dict[str, Any]] = row.get("quotations", row.get("quotes", []))
    gold_characters = [_characters(text, q["content"]) for q in gold]
    shown_characters = [_characters(text, [(s.start, s.end) for s in q.content]) for q in shown]
    pairs = _match(gold_characters, shown_characters)
    counts: Counter[str] = Counter(gold=len(gold), shown=len(shown), right=len(pairs))
    edges = Counter(map(_edges, gold_characters)) & Counter(map(_edges, shown_characters))
    counts["exact"] = edges.total()
    for kind in KINDS:
        counts[f"{kind} gold"] = sum(q["kind"] == kind for q in gold)
        counts[f"{kind} found"] = sum(gold[g]["kind"] == kind for g, _ in pairs)
        counts[f"{kind} shown"] = sum(q.kind == kind for q in shown)
        counts[f"{kind} right"] = sum(shown[s].kind == kind for _, s in pairs)
    for g, s in pairs:
        counts.update(_pair(text, gold[g], shown[s]))
    return dict(counts)


def _pair(text: str, gold: Mapping[str, Any], shown: Quotation) -> Counter[str]:
    """Counts of one matched pair."""
    counts: Counter[str] = Counter(kind=int(gold["kind"] == shown.kind))
    speaker = _as_spans(gold.get("speaker"))
    named = gold.get("speaker_resolved") or " ".join(text[a:b] for a, b in speaker)
    counts["named"] = int(same_name(named, shown.speaker_name))
    if speaker:
        counts["spans"] = 1
        told = [(shown.speaker.start, shown.speaker.end)] if shown.speaker else []
        counts["span"] = int(bool(_characters(text, speaker) & _characters(text, told)))
    cue = _as_spans(gold.get("cue"))
    if cue:
        counts["cues"] = 1
        told = [(shown.cue.start, shown.cue.end)] if shown.cue else []
        counts["cue"] = int(bool(_characters(text, cue) & _characters(text, told)))
    return counts


def _metrics(total: Mapping[str, float]) -> dict[str, float]:
    """Figures from the sum of the counts, in reading order."""
    figures = {
        "content F1 (Jaccard > .3)": f1(total["right"], total["shown"], total["gold"]),
        "content precision": ratio(total["right"], total["shown"]),
        "content recall": ratio(total["right"], total["gold"]),
        "exact F1": f1(total["exact"], total["shown"], total["gold"]),
        "speaker name": ratio(total["named"], total["right"]),
        "speaker span": ratio(total["span"], total["spans"]),
        "end to end F1": f1(total["named"], total["shown"], total["gold"]),
        "cue": ratio(total["cue"], total["cues"]),
        "kind": ratio(total["kind"], total["right"]),
    }
    for kind in KINDS:
        figures[f"{kind} recall"] = ratio(total[f"{kind} found"], total[f"{kind} gold"])
        figures[f"{kind} precision"] = ratio(total[f"{kind} right"], total[f"{kind} shown"])
    return figures


def _as_spans(value: Any) -> _Spans:
    """A span, a list of spans or None as a list of spans."""
    if not value:
        return []
    return value if isinstance(value[0], list | tuple) else [value]


def _characters(text: str, spans: _Spans) -> frozenset[int]:
    """Offsets of the letters and digits that the spans cover."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _edges(characters: frozenset[int]) -> tuple[int, int] | None:
    return (min(characters), max(characters)) if characters else None


def _match(gold: Sequence[frozenset[int]], shown: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs (gold, shown) that are one quotation, one to one, the most alike first."""
    alike = sorted(
        ((len(g & s) / len(g | s), i, j) for i, g in enumerate(gold) for j, s in enumerate(shown) if g & s),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_shown: set[int] = set()
    for score, i, j in alike:
        if score > THRESHOLD and i not in taken_gold and j not in taken_shown:
            taken_gold.add(i)
            taken_shown.add(j)
            pairs.append((i, j))
    return pairs

"""Contents of quotations scored sentence by sentence, as CofeNet scores them, to stand beside published figures.

CofeNet (Wang et al. 2022, *CofeNet: Context and Former-Label Enhanced Net for Complicated Quotation Extraction*) cuts
PolNeAR into sentences and labels each by itself; a content is right if a labelled stretch of one sentence begins and
ends where the gold's does. So a quotation over three sentences counts three times, and one with an incise twice.

Gold: as `recoupe.evaluate.quotations` describes it. Here every content span, of the gold and of what is found, is cut
where a sentence begins, and two pieces agree if their first and last letter or digit do: quotation marks at the edges,
which CofeNet counts as tokens, are left out of the comparison on both sides. The sentences are ours, not CofeNet's.

Two rows stand for those who want to place the figure: *exact F1*, and *marks only*, what taking every marked segment
for a content scores. Published for PolNeAR's test part: rules 5.6, CoreNLP 17.5, CRF 28.6, BERT 68.9, BERT with Cofe
72.9. The part that is measured here is another one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from recoupe.annotate import annotate_article
from recoupe.annotate.quotations.marks import find_marked
from recoupe.evaluate.corpora import rows
from recoupe.evaluate.report import Report, f1, measure, ratio
from recoupe.model.article import Article
from recoupe.model.options import Options

__all__ = ["evaluate"]

_Piece = tuple[int, int]


def evaluate(gold: Path, options: Options) -> Report:
    """F1 of content pieces in `gold`, cut at sentences, both edges exact."""
    documents = [_count(row, options) for row in rows(gold)]
    over = {"exact F1": "gold", "precision": "shown", "recall": "gold", "marks only": "marked"}
    return measure("quotations, sentence by sentence", documents, _metrics, over=over)


def _metrics(total: Mapping[str, float]) -> dict[str, float]:
    return {
        "exact F1": f1(total["right"], total["shown"], total["gold"]),
        "precision": ratio(total["right"], total["shown"]),
        "recall": ratio(total["right"], total["gold"]),
        "marks only": f1(total["marked right"], total["marked"], total["gold"]),
    }


def _count(row: Mapping[str, Any], options: Options) -> dict[str, float]:
    """Counts of one document."""
    text: str = row["text"]
    article = Article(id=str(row.get("id", "gold")), text=text, language=row.get("lang", "fr"))
    annotated = annotate_article(article, options)
    starts = [s.start for s in annotated.sentences]
    gold = _pieces(
        text, (s for q in row.get("quotations", row.get("quotes", ())) for s in q["content"]), starts
    )
    shown = _pieces(text, ((s.start, s.end) for q in annotated.quotations for s in q.content), starts)
    marked = _pieces(text, ((s.left, s.right) for s in find_marked(text)), starts)
    return {
        "gold": gold.total(),
        "shown": shown.total(),
        "right": (gold & shown).total(),
        "marked": marked.total(),
        "marked right": (gold & marked).total(),
    }


def _pieces(text: str, spans: Iterable[Sequence[int]], starts: Sequence[int]) -> Counter[_Piece]:
    """First and last letter or digit of each piece of the spans, cut where a sentence begins."""
    found: Counter[_Piece] = Counter()
    for start, end in spans:
        inner = starts[bisect_right(starts, start) : bisect_left(starts, end)]
        cuts = [start, *inner, end]
        for left, right in pairwise(cuts):
            inside = [i for i in range(left, right) if text[i].isalnum()]
            if inside:
                found[inside[0], inside[-1]] += 1
    return found

"""Passages of one article found again in another: verbatim, edited, shortened.

    content words → shingle index → chains of shared shingles → word alignment → stretches alike → passages

Decides what is a copy, where it starts and ends, and who was first where dates tell. What two texts on one event have
in common by chance (a name with its title, the words that every article of the story uses) weighs less, so that it
takes more of it to make a copy. What a copy means for origins is `recoupe.compare.origins`' part.

Each article is compared with the earlier ones that share shingles with it, and of a widely copied passage only with
the first few that had it: time grows with the number of articles, not with its square.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from recoupe.compare.material import Material
from recoupe.compare.weights import weigh
from recoupe.compare.words import Words
from recoupe.model.article import Article
from recoupe.model.dossier import Reuse
from recoupe.model.span import Passage
from recoupe.text.align import Step, align, segments
from recoupe.text.shingles import Seed, ShingleIndex, chains

SHINGLE = 3
"""Content words in a shingle: fewer meet by chance, more are broken by a single edit."""
KEEP, KEEP_OF_MANY, MANY = 8, 3, 30
"""Earlier articles with which a shared shingle is followed up; fewer in a story of more than `MANY` articles, where
what hundreds have copied would be told hundreds of times over."""
GAP, DRIFT = 30, 12
"""Content words between two shared shingles of one passage, and how far they may shift."""
MARGIN = 14
"""Words that a passage may run beyond its shared shingles on either side."""
STRETCH = 32
"""Words of an article by which its passages are looked up."""

# Thresholds were chosen on the copied passages of three French stories of seven articles: 14 of 14 found, and 15 of 17
# of those shown are copies to a careful reader. Of 48 other settings around them none does much worse.
INFLECTED = 0.8
"""What a word found again in another inflection counts, beside the same form (1)."""
COST_CONTENT, COST_FUNCTION = 0.6, 0.15
"""What a content word or a function word that only one side has costs."""
DROP = 4.0
"""Costs that end a passage."""
FLOOR = 3.5
"""Least score of a passage: weight of the words in common less what differs."""
LEAST = 60
"""Code points below which no passage is called a copy, on the longer side."""
ALIKE, CLOSE, LONG = 0.5, 0.78, 8.0
"""Least share of the weight of both sides that is in common: of a passage that scores `LONG`, and of a shorter one."""


class _Text(NamedTuple):
    """One article's words, what each weighs in this story, and the indexes of its content words."""

    words: Words
    weights: list[float]
    content: list[int]


class _Pair(NamedTuple):
    """Words `a_start:a_end` of one article and `b_start:b_end` of another, and how alike they are."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    score: float
    similarity: float


def find_reuse(material: Material) -> tuple[Reuse, ...]:
    """Copied passages of all articles, in order of date and place.

    In each, `a` is the article that was published first, or where dates do not tell that comes first in `material`.
    """
    articles = sorted(material.articles, key=lambda a: a.published or "9999")
    index = ShingleIndex(SHINGLE, KEEP if len(articles) <= MANY else KEEP_OF_MANY)
    texts = _texts(material, articles)
    found: list[Reuse] = []
    for number, (article, text) in enumerate(zip(articles, texts, strict=True)):
        shared = index.add(number, [text.words.stems[n] for n in text.content])
        for other in sorted(shared):
            first = articles[other]
            earlier = who_was_first(first, article)
            for pair in _pairs(texts[other], text, shared[other]):
                a = texts[other].words.span(pair.a_start, pair.a_end)
                b = text.words.span(pair.b_start, pair.b_end)
                if max(len(a), len(b)) >= LEAST:
                    found.append(
                        Reuse(
                            a=Passage(first.id, a.start, a.end),
                            b=Passage(article.id, b.start, b.end),
                            similarity=round(pair.similarity, 3),
                            earlier=earlier,
                        )
                    )
    order = {a.id: n for n, a in enumerate(articles)}
    found.sort(key=lambda r: (order[r.a.article], r.a.start, order[r.b.article], r.b.start, r.a.end, r.b.end))
    return tuple(found)


def who_was_first(a: Article, b: Article) -> Literal["a", "b"] | None:
    """Which of two articles was published first; None where their dates do not tell.

    A day without an hour tells nothing about another moment of the same day, and a date that was only inferred tells
    nothing at all.
    """
    if a.published_inferred or b.published_inferred or not a.published or not b.published:
        return None
    days = a.published[:10], b.published[:10]
    if days[0] != days[1] and min(map(len, days)) == len("2024-06-19"):
        return "a" if days[0] < days[1] else "b"
    moments = _moment(a.published), _moment(b.published)
    if moments[0] is None or moments[1] is None or moments[0] == moments[1]:
        return None
    return "a" if moments[0] < moments[1] else "b"


def _moment(published: str) -> float | None:
    """Seconds since 1970 of a date-time; None for a date alone or one that cannot be read."""
    if len(published) <= len("2024-06-19"):
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _texts(material: Material, articles: Sequence[Article]) -> list[_Text]:
    """The words of all articles, weighed."""
    texts = []
    for article, weights in zip(articles, weigh(material, articles), strict=True):
        words = material.words(article.id)
        texts.append(_Text(words, weights, [n for n, content in enumerate(words.content) if content]))
    return texts


def _pairs(a: _Text, b: _Text, seeds: Sequence[Seed]) -> list[_Pair]:
    """The passages that two articles share, best first; none overlaps a better one in both articles."""
    candidates: list[_Pair] = []
    for low, high in chains(seeds, GAP, DRIFT):
        candidates += _alike(a, b, _window(a, low.a, high.a), _window(b, low.b, high.b))
    candidates.sort(key=lambda p: (-p.score, p))
    kept: list[_Pair] = []
    near: dict[int, list[_Pair]] = {}  # what was kept, by stretch of words of the first article
    for pair in candidates:
        stretches = range(pair.a_start // STRETCH, pair.a_end // STRETCH + 1)
        if not any(_same_place(pair, k) for s in stretches for k in near.get(s, ())):
            kept.append(pair)
            for s in stretches:
                near.setdefault(s, []).append(pair)
    return kept


def _window(text: _Text, first: int, last: int) -> range:
    """Words around the content words number `first` to that of the shingle at `last`."""
    end = text.content[min(last + SHINGLE, len(text.content)) - 1] + 1
    return range(max(0, text.content[first] - MARGIN), min(len(text.words), end + MARGIN))


def _same_place(p: _Pair, q: _Pair) -> bool:
    """Whether two pairs overlap in both articles."""
    return p.a_start < q.a_end and q.a_start < p.a_end and p.b_start < q.b_end and q.b_start < p.b_end


def _alike(a: _Text, b: _Text, in_a: range, in_b: range) -> list[_Pair]:
    """Stretches of two windows that are alike."""
    steps = [
        Step(s.op, s.a_start + in_a.start, s.a_end + in_a.start, s.b_start + in_b.start, s.b_end + in_b.start)
        for s in align(a.words.stems[in_a.start : in_a.stop], b.words.stems[in_b.start : in_b.stop])
    ]
    found = []
    for segment in segments([_score(a, b, s) for s in steps], FLOOR, DROP):
        for piece in _paragraphs(a, b, steps[segment.first : segment.last]):
            kept = _trim(a, piece)
            pair = _measure(a, b, kept) if kept else None
            if pair and pair.score >= FLOOR and pair.similarity >= (ALIKE if pair.score >= LONG else CLOSE):
                found.append(pair)
    return found


def _paragraphs(a: _Text, b: _Text, steps: list[Step]) -> list[list[Step]]:
    """Steps cut where a paragraph ends in both articles, unless what is cut off would be too short to count."""
    pieces: list[list[Step]] = [[]]
    score = 0.0
    last: tuple[int, int] | None = None
    for step in steps:
        begin = 0
        for n in range(step.a_end - step.a_start if step.op == "equal" else 0):
            line = a.words.lines[step.a_start + n], b.words.lines[step.b_start + n]
            if last and line[0] > last[0] and line[1] > last[1]:
                head = _cut(step, begin, n)
                if score + _score(a, b, head) >= FLOOR:
                    pieces[-1] += [head] if n > begin else []
                    pieces.append([])
                    score, begin = 0.0, n
            last = line
        rest = _cut(step, begin, step.a_end - step.a_start) if step.op == "equal" else step
        score += _score(a, b, rest)
        pieces[-1].append(rest)
    if len(pieces) > 1 and score < FLOOR:
        short = pieces.pop()
        pieces[-1] += short
    return pieces


def _cut(step: Step, first: int, last: int) -> Step:
    """Words `first:last` of a step of equal words."""
    return Step("equal", step.a_start + first, step.a_start + last, step.b_start + first, step.b_start + last)


def _score(a: _Text, b: _Text, step: Step) -> float:
    """What a step adds (words in common) or takes away."""
    if step.op == "equal":
        same = zip(
            a.words.keys[step.a_start : step.a_end], b.words.keys[step.b_start : step.b_end], strict=True
        )
        weights = a.weights[step.a_start : step.a_end]
        return sum(w if i == j else w * INFLECTED for (i, j), w in zip(same, weights, strict=True))
    cost = _cost(a, step.a_start, step.a_end) + _cost(b, step.b_start, step.b_end)
    return -cost / 2 if step.op == "changed" else -cost


def _cost(text: _Text, start: int, end: int) -> float:
    return sum(COST_CONTENT if content else COST_FUNCTION for content in text.words.content[start:end])


def _trim(a: _Text, steps: list[Step]) -> list[Step]:
    """From the first content words in common to the last, with the function words before them.

    Empty where no content word is in common.
    """

    def holds_content(step: Step) -> bool:
        return step.op == "equal" and any(a.words.content[step.a_start : step.a_end])

    held = [n for n, step in enumerate(steps) if holds_content(step)]
    if not held:
        return []
    *rest, last = steps[held[0] : held[-1] + 1]
    while not a.words.content[last.a_end - 1]:
        last = last._replace(a_end=last.a_end - 1, b_end=last.b_end - 1)
    return [*rest, last]


def _measure(a: _Text, b: _Text, steps: list[Step]) -> _Pair:
    """The pair that steps cover: its score, and the share of the weight of both sides that stands in both."""
    a_start, a_end, b_start, b_end = steps[0].a_start, steps[-1].a_end, steps[0].b_start, steps[-1].b_end
    scores = [_score(a, b, s) for s in steps]
    common = sum(s for s in scores if s > 0)
    weight = sum(a.weights[a_start:a_end]) + sum(b.weights[b_start:b_end])
    return _Pair(a_start, a_end, b_start, b_end, sum(scores), min(1.0, 2 * common / weight))

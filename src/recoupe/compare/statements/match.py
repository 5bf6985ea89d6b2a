"""Whether two quotations report one speech act: what their contents have in common, and whether one speaker fits both.

Contents are compared as sets of weighed words, so that a cut, a retranslation, a change of person or tense and the
step from direct to indirect speech leave most of them in common; what is in common is measured against the shorter
one. Thresholds were chosen on the statements of three French stories of seven articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from recoupe.compare.material import Material
from recoupe.compare.weights import weigh
from recoupe.language import Language, load
from recoupe.model.article import Article
from recoupe.model.dossier import QuotationRef
from recoupe.model.findings import Quotation
from recoupe.text.accents import plain

Fit = Literal["same", "unknown", "different"]
"""How the speakers of two quotations fit each other."""

# For each fit of speakers: pairs of least share of the shorter content and least weight in common; one pair is enough.
ENOUGH: dict[Fit, tuple[tuple[float, float], ...]] = {
    "same": ((0.75, 2.0), (0.6, 2.2), (0.5, 3.0), (0.45, 4.0), (0.4, 5.5)),
    "unknown": ((0.85, 3.2), (0.65, 4.5)),
    "different": ((0.85, 6.0),),
}
SAME_WORDS = (0.75, 1.3)
"""The same where one speaker's own words stand in quotation marks in both: a few can be enough (« a few words »)."""
ALL_WORDS = (0.99, 1.3)
"""The same where one speaker says all the words of a short quotation, two or more, close together in another."""
HEARSAY = 0.6
"""Similarity of two indirect contents whose speakers may or may not be the same: one is no small part of the other."""
SAME_NUMBER = (0.35, 3.5)
"""The same where one speaker gives the same number in both."""
ALIKE, DESCRIBED = 0.6, 0.75
"""Share of the words of the longer of two names, and of the shorter of two descriptions, that must be in both."""
MOSTLY, ALIKE_ENOUGH, NEAR = 0.6, 0.2, 1.5
"""Where less than `MOSTLY` of the shorter content is in common: the similarity that the two contents need, and how many
times as long as the shorter the stretch of the longer may be that holds it. Scattered words of a short quotation are
easily found in a long one."""
NUMBER = 1.5
"""What a number weighs beside another content word."""


class Quoted(NamedTuple):
    """A quotation as it is compared.

    Attributes:
        ref: which one.
        quotation: the finding.
        words: indexes of the words of its content among the article's.
        stems: of the words of its content that are no function words, in order.
        bag: number of times that each stem stands in it, function words left out.
        weights: of each stem.
        weight: of the whole.
        numbers: values of the quantities in it.
        speaker: words of the speaker's name.
        proper: whether the speaker has a name and not only a description.
    """

    ref: QuotationRef
    quotation: Quotation
    words: list[int]
    stems: list[int]
    bag: Counter[int]
    weights: dict[int, float]
    weight: float
    numbers: frozenset[float]
    speaker: tuple[str, ...]
    proper: bool


class Match(NamedTuple):
    """What two quotations have in common: weight, share of the shorter, similarity (Dice); whether it is enough."""

    common: float
    share: float
    similarity: float
    enough: bool


def quoted(material: Material) -> list[Quoted]:
    """All quotations of the story that say anything, in order of article and place."""
    found = []
    weights = weigh(material, material.articles)
    for article, weight in zip(material.articles, weights, strict=True):
        words = material.words(article.id)
        language = load(article.language)
        digits = [material.tokens[article.id].forms[t].isdigit() for t in words.tokens]
        for index, quotation in enumerate(article.quotations):
            held = [n for span in quotation.content for n in words.within(span)]
            telling = [n for n in held if words.content[n]]
            if not telling:
                continue
            each = {words.stems[n]: NUMBER if digits[n] else weight[n] for n in telling}
            bag = Counter(words.stems[n] for n in telling)
            speaker = _speaker(quotation.speaker_name, language)
            found.append(
                Quoted(
                    ref=QuotationRef(article.id, index),
                    quotation=quotation,
                    words=held,
                    stems=[words.stems[n] for n in telling],
                    bag=bag,
                    weights=each,
                    weight=sum(each[stem] * n for stem, n in bag.items()),
                    numbers=_numbers(article, quotation),
                    speaker=speaker,
                    proper=_proper(quotation.speaker_name, language),
                )
            )
    return found


def _numbers(article: Article, quotation: Quotation) -> frozenset[float]:
    """Values that the quantities in a quotation's content tell."""
    return frozenset(
        q.told
        for q in article.quantities
        if q.told is not None
        and q.kind != "ordinal"
        and any(span.start <= q.start < span.end for span in quotation.content)
    )


def _speaker(name: str | None, language: Language) -> tuple[str, ...]:
    """Words of a speaker's name, function words left out."""
    tokens = language.tokens.findall((name or "").replace("-", " "))
    return tuple(
        plain(t) for t in tokens if t[0].isalnum() and (t[0].isupper() or t.lower() not in language.stopwords)
    )


def _proper(name: str | None, language: Language) -> bool:
    """Whether all words of a name are capitalised, function words left out."""
    tokens = [
        t
        for t in language.tokens.findall(name or "")
        if t[0].isalpha() and t.lower() not in language.stopwords
    ]
    return bool(tokens) and all(t[0].isupper() for t in tokens)


def fit(a: Quoted, b: Quoted) -> Fit:
    """How the speakers of two quotations fit each other.

    Names are those that the whole story resolved, so that one person has one name; a description (*le porte-parole*)
    may or may not be the one who is named elsewhere.
    """
    if not a.speaker or not b.speaker:
        return "unknown"
    one, other = set(a.speaker), set(b.speaker)
    common = len(one & other)
    if common >= ALIKE * max(len(one), len(other)):
        return "same"
    if one <= other or other <= one:
        persons = a.proper and b.proper and a.speaker[-1] == b.speaker[-1]  # Brezel, Anton Brezel
        bodies = common > 1 and (a.speaker[0], a.speaker[-1]) == (b.speaker[0], b.speaker[-1])
        if persons or bodies:
            return "same"
    if not a.proper and not b.proper and common > 2 and common >= DESCRIBED * min(len(one), len(other)):  # noqa: PLR2004
        return "same"
    return "different" if a.proper and b.proper else "unknown"


def match(a: Quoted, b: Quoted) -> Match:
    """What two quotations have in common."""
    if len(b.bag) < len(a.bag):
        a, b = b, a
    common = sum(
        min(n, b.bag[stem]) * min(a.weights[stem], b.weights[stem])
        for stem, n in a.bag.items()
        if stem in b.bag
    )
    share = common / min(a.weight, b.weight)
    similarity = 2 * common / (a.weight + b.weight)
    if share >= MOSTLY:
        return Match(common, share, similarity, _enough(a, b, common, share))
    if similarity >= ALIKE_ENOUGH and _enough(a, b, common, share):
        near = _near(a, b)
        return Match(common, share, similarity, _enough(a, b, near, near / min(a.weight, b.weight)))
    return Match(common, share, similarity, enough=False)


def _near(a: Quoted, b: Quoted) -> float:
    """The weight in common with the stretch of the longer content that has most of the shorter."""
    short, long = (a, b) if len(a.stems) <= len(b.stems) else (b, a)
    size = int(NEAR * len(short.stems))
    left = Counter(short.bag)  # what the stretch lacks of the shorter content; below 0 what it has too often
    best = held = 0.0
    for n, stem in enumerate(long.stems):
        if stem in short.bag:
            held += min(short.weights[stem], long.weights[stem]) if left[stem] > 0 else 0.0
            left[stem] -= 1
        if n >= size and (gone := long.stems[n - size]) in short.bag:
            left[gone] += 1
            held -= min(short.weights[gone], long.weights[gone]) if left[gone] > 0 else 0.0
        best = max(best, held)
    return best


def _opposed(a: Quoted, b: Quoted) -> bool:
    """Whether one of two quotations denies, or both stand in one article."""
    deny = (a.quotation.act == "deny") != (b.quotation.act == "deny")
    return deny or a.ref.article == b.ref.article


def _enough(a: Quoted, b: Quoted, common: float, share: float) -> bool:
    """Whether what is in common shows one speech act; never where both give numbers and none is the same.

    Nor do two speakers say one thing in one article, or where one of them denies it.
    """
    same_numbers = a.numbers & b.numbers
    fits = fit(a, b)
    if (a.numbers and b.numbers and not same_numbers) or (fits != "same" and _opposed(a, b)):
        return False
    alike = 2 * common / (a.weight + b.weight)
    if fits == "unknown" and a.quotation.kind == b.quotation.kind == "indirect" and alike < HEARSAY:
        return False
    levels = ENOUGH[fits]
    if fits == "same" and min(len(a.bag), len(b.bag)) > 1 and _near(a, b) >= ALL_WORDS[0] * common:
        levels = (*levels, ALL_WORDS)
    if fits == "same" and same_numbers:
        levels = (*levels, SAME_NUMBER)
    if fits == "same" and "indirect" not in {a.quotation.kind, b.quotation.kind}:
        levels = (*levels, SAME_WORDS)
    return any(share >= least and common >= weight for least, weight in levels)


def candidates(items: Sequence[Quoted], *, rarest: int, keep: int, most: int) -> list[tuple[int, int]]:
    """Pairs of quotations worth comparing: those that share two words, or one that is all a short one has.

    Args:
        items: all quotations.
        rarest: words of each quotation that are looked up, the rarest first.
        keep: earlier quotations that are remembered for a word.
        most: earlier quotations that one is compared with.
    """
    having = Counter(stem for q in items for stem in q.bag)
    places: dict[int, list[int]] = {}
    pairs = []
    for n, q in enumerate(items):
        stems = sorted((s for s in q.bag if having[s] > 1), key=lambda s: (having[s], s))[:rarest]
        met: Counter[int] = Counter()
        for stem in stems:
            met.update(places.get(stem, ()))
        best = sorted(met, key=lambda other: (-met[other], other))[:most]
        pairs += [
            (other, n) for other in best if met[other] > 1 or min(len(q.bag), len(items[other].bag)) == 1
        ]
        for stem in stems:
            held = places.setdefault(stem, [])
            if len(held) < keep:
                held.append(n)
    return pairs

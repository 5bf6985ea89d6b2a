"""Groups held to what can be a fact: a thing is asserted by a clause with a verb, not by a mere mention.

*La première visite depuis 2002* asserts something though it has no verb, for it tells a number or a moment that others
tell too; *lors de sa visite* asserts nothing. So a group stands if two articles tell it in a clause with a verb, or by
the same number or moment, or if all its passages share so much that they are no mere mention (*the former gymnast A.*);
of its other passages those stay that say nearly all of what such a clause says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.compare.facts.clustering import Group
from recoupe.compare.facts.grammar import grammar
from recoupe.compare.facts.judge import same_value
from recoupe.compare.facts.window import LEAST_WORD, Window
from recoupe.compare.material import Material
from recoupe.model.article import Article
from recoupe.model.span import Span

NEARLY_ALL = 0.4
"""Share of what each of two passages says that both say."""
REPORTING = frozenset({"assert", "announce", "estimate", "report", "explain", "write", "ask"})
"""Classes of speech acts whose cue is no event by itself."""
ARTICLES = 2
"""Articles that must tell a fact, each in a passage that can stand for it."""


def anchored(groups: Iterable[Group], material: Material) -> list[Group]:
    """The groups that are asserted, without the passages that only mention.

    Args:
        groups: groups of passages that say the same; their members are changed.
        material: the articles.
    """
    cues = [_reporting(article) for article in material.articles]
    kept = []
    for group in groups:
        asserting = [w for w in group.members if _has_predicate(material, w, cues[w.article])]
        if _at_length(group):
            kept.append(group)
            continue
        if len({w.article for w in asserting}) >= ARTICLES:
            members = [
                w
                for w in group.members
                if w in asserting or any(same_value(w, a) or _cover(w, a) > NEARLY_ALL for a in asserting)
            ]
        else:
            members = [
                w
                for w in group.members
                if any(o.article != w.article and same_value(w, o) for o in group.members)
            ]
        if len({w.article for w in members}) >= ARTICLES:
            group.members = members
            kept.append(group)
    return kept


def _at_length(group: Group) -> bool:
    """Whether every passage has so many words in common with the others that they are no mere mention."""
    common = set.intersection(*({c for c, w in m.concepts.items() if w >= LEAST_WORD} for m in group.members))
    words = sum(c[0] not in "@~" for c in common)
    if not any(common & m.events for m in group.members):
        return False  # a term: *the sharing of the waters of the Oune*
    return words >= WORDS and len(common) >= LENGTH


WORDS, LENGTH = 2, 3
"""Words, and words and names, that all passages of a group share if it tells something without a verb."""


def _has_predicate(material: Material, window: Window, cues: Sequence[Span]) -> bool:
    """Whether a window has a verb of its own: not one that only reports, nor a noun of the same form."""
    article = material.articles[window.article]
    tokens, known = material.tokens[article.id], grammar(article.language)
    words = known.lexicon
    return any(
        (
            words.is_predicate(tokens.norms[i], tokens.norms[i - 1] if i else "")
            or known.says(tokens.norms, i)
            or known.is_infinitive(tokens.norms, i)
        )
        and not any(c.start <= tokens.starts[i] < c.end for c in cues)
        for i in tokens.within(window.start, window.end)
    )


def _reporting(article: Article) -> tuple[Span, ...]:
    """Cues that only report (*a déclaré*): to promise, to deny and to thank are events of their own."""
    return tuple(q.cue for q in article.quotations if q.cue and q.act in REPORTING)


def _cover(a: Window, b: Window) -> float:
    """Least share of the weight of one of two windows that both have."""
    shared = sum(min(w, b.concepts[c]) for c, w in a.concepts.items() if c in b.concepts)
    return min(shared / max(a.total, 0.1), shared / max(b.total, 0.1))

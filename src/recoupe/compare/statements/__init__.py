"""Quotations of one speech act across articles: one statement, with its variants.

    quotations → pairs that share words → pairs that match (speaker and content) → groups → reference and variants

Decides which quotations report the same words of the same speaker: verbatim, cut, retranslated, direct here and
indirect there. Two different sentences of one speaker are two statements, so that two quotations of one article stay
apart unless one repeats the other or both are parts of a longer one elsewhere. Who speaks was resolved before
(`recoupe.compare.people`); whether what is said is true is nobody's part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.compare.origins import Origins
from recoupe.compare.statements.match import Match, Quoted, candidates, match, quoted
from recoupe.compare.statements.variants import variants
from recoupe.model.dossier import Person, Statement
from recoupe.model.span import Passage

__all__ = ["find_statements"]

RAREST, KEEP, MOST = 8, 60, 40
"""Words of a quotation that are looked up, quotations remembered for a word, quotations that one is compared with."""
REPEATED = 0.7
"""Share of the shorter of two quotations of one article above which one repeats the other."""
BRIDGED = 0.4
"""Share of the shorter of two groups' fullest quotations that must be in common for the groups to be one."""
APART = 0.2
"""Share of the shorter of two quotations of one article below which they may be parts of one longer elsewhere."""


def find_statements(
    material: Material, origins: Origins, people: Sequence[Person] = ()
) -> tuple[Statement, ...]:
    """Statements of the story: the most widely carried first, then in order of place.

    Args:
        material: the annotated articles, speakers resolved.
        origins: of their passages.
        people: of the story, for the ids of speakers.
    """
    items = quoted(material)
    ids = {name: p.id for p in reversed(people) for name in (*p.aliases, p.name)}
    groups = [[items[n] for n in group] for group in _groups(items)]
    groups.sort(key=lambda g: -len({q.ref.article for q in g}))
    return tuple(_statement(f"s{n}", material, origins, ids, group) for n, group in enumerate(groups, 1))


def _statement(
    number: str, material: Material, origins: Origins, ids: dict[str, str], group: Sequence[Quoted]
) -> Statement:
    """The statement that a group of quotations makes."""
    name = _speaker_name(group)
    passages = [_passage(q) for q in group]
    return Statement(
        id=number,
        speaker=ids.get(name) if name else None,
        speaker_name=name,
        quotations=tuple(q.ref for q in group),
        variants=variants(material, group),
        origins=_origins(origins, passages),
    )


def _origins(origins: Origins, passages: Sequence[Passage]) -> tuple[str, ...]:
    """The independent origins of a statement.

    Where an article credits a source for one of its quotations, what it says of the same statement in its own words
    is from that source too.
    """
    own = {o.id for o in origins.found if o.kind == "outlet"}
    credited = {p.article for p in passages if origins.of(p) not in own}
    return origins.independent(p for p in passages if p.article not in credited or origins.of(p) not in own)


def _passage(q: Quoted) -> Passage:
    """The longest span of a quotation's content: where the quotation comes from is where that comes from."""
    span = max(q.quotation.content, key=len)
    return Passage(q.ref.article, span.start, span.end)


def _speaker_name(group: Sequence[Quoted]) -> str | None:
    """The name that most quotations give, a name before a description, of several the fullest."""
    names = Counter((q.quotation.speaker_name, q.proper) for q in group if q.quotation.speaker_name)
    return max(names, key=lambda n: (n[1], names[n], len(n[0] or ""), n[0]))[0] if names else None


def _groups(items: Sequence[Quoted]) -> list[list[int]]:
    """Quotations grouped into statements, in order of their first one."""
    found = {
        (a, b): match(items[a], items[b]) for a, b in candidates(items, rarest=RAREST, keep=KEEP, most=MOST)
    }
    pairs = sorted(
        ((m.share * m.common, m.similarity, a, b) for (a, b), m in found.items() if _joins(items, a, b, m)),
        key=lambda p: (-p[1], -p[0], p[2], p[3]),
    )
    group_of = {n: [n] for n in range(len(items))}
    for _, _, a, b in pairs:
        one, other = group_of[a], group_of[b]
        if one is other or not _together(items, one, other):
            continue
        one += other
        for n in other:
            group_of[n] = one
    groups = {id(g): sorted(g) for g in group_of.values()}
    return sorted(groups.values())


def _joins(items: Sequence[Quoted], a: int, b: int, m: Match) -> bool:
    """Whether a pair is evidence of one speech act; inside one article only a repetition is."""
    return m.enough and (items[a].ref.article != items[b].ref.article or m.share >= REPEATED)


def _together(items: Sequence[Quoted], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two groups can be one statement: a few words do not join what else has little in common.

    Two quotations of one article can stand in one statement only if one repeats the other, or both are parts of a
    longer one.
    """
    full = [items[max(group, key=lambda n: (items[n].weight, -n))] for group in (one, other)]
    if match(*full).share < BRIDGED:
        return False
    by_article: dict[str, list[int]] = {}
    for n in one:
        by_article.setdefault(items[n].ref.article, []).append(n)
    for n in other:
        for twin in by_article.get(items[n].ref.article, ()):
            share = match(items[n], items[twin]).share
            if APART < share < REPEATED:
                return False
            if share <= APART and not _parts(items, n, twin, [*one, *other]):
                return False
    return True


def _parts(items: Sequence[Quoted], a: int, b: int, group: Sequence[int]) -> bool:
    """Whether some quotation of the group, in another article, has both `a` and `b` in it."""
    article = items[a].ref.article
    wholes = (items[n] for n in group if items[n].ref.article != article)
    return any(
        match(w, items[a]).share >= REPEATED
        and match(w, items[b]).share >= REPEATED
        and w.weight > max(items[a].weight, items[b].weight)
        for w in wholes
    )

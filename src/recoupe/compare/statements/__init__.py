"""Quotations of one speech act across articles: one statement, with its variants.

    quotations → pairs that share words → pairs that match (speaker and content) → groups → reference and variants

Decides which quotations report the same words of the same speaker: verbatim, cut, retranslated, direct here and
indirect there. Two different sentences of one speaker are two statements, so that two quotations of one article stay
apart unless one repeats the other; a longer quotation elsewhere that holds both takes part in both. Who speaks was
resolved before (`recoupe.compare.people`); whether what is said is true is nobody's part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from recoupe.compare.embeddings import Encoder
from recoupe.compare.material import Material
from recoupe.compare.origins import Origins
from recoupe.compare.statements.grouping import group_quotations
from recoupe.compare.statements.languages import join_languages
from recoupe.compare.statements.match import Quoted, quoted
from recoupe.compare.statements.variants import variants
from recoupe.model.dossier import Person, Reuse, Statement
from recoupe.model.span import Passage

__all__ = ["find_statements"]


def find_statements(
    material: Material,
    origins: Origins,
    people: Sequence[Person] = (),
    model: Encoder | None = None,
    reuse: Sequence[Reuse] = (),
) -> tuple[Statement, ...]:
    """Statements of the story: the most widely carried first.

    Of those that as many articles carry, the ones from most independent origins first, then those that say most; those
    of one article in order of place.

    Args:
        material: the annotated articles, speakers resolved.
        origins: of their passages.
        people: of the story, for the ids of speakers.
        model: what encodes meanings, for quotations in several languages.
        reuse: copied passages, for quotations in translated ones.
    """
    items = quoted(material)
    ids = {name: p.id for p in reversed(people) for name in (*p.aliases, p.name)}
    numbers = join_languages(material, items, group_quotations(items), model, reuse)
    groups = [[items[n] for n in group] for group in numbers]
    found = [_statement(material, origins, ids, group) for group in groups]
    weight = [max(q.weight for q in group) for group in groups]
    articles = [len({q.ref.article for q in group}) for group in groups]
    ranked = sorted(
        range(len(found)),
        key=lambda n: (-articles[n], -len(found[n].origins), -weight[n]) if articles[n] > 1 else (-1, 0, 0),
    )
    return tuple(msgspec.structs.replace(found[n], id=f"s{at}") for at, n in enumerate(ranked, 1))


def _statement(
    material: Material, origins: Origins, ids: dict[str, str], group: Sequence[Quoted]
) -> Statement:
    """The statement that a group of quotations makes."""
    name = _speaker_name(group)
    passages = [_passage(q) for q in group]
    return Statement(
        id="",
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

"""Where each passage of a story comes from: the design's *Origin, exactly*.

Each passage has one origin:

1. a passage copied from, or with, a text whose origin is known has that origin;
2. a passage that credits an agency or another medium for its information has that origin, behind the outlet's own;
3. any other passage of an article signed or credited as agency text has the agency's origin;
4. else the outlet's own.

Where outlets share a passage and no agency is known behind it, the outlet that dates show to be the first is its
origin; where dates do not tell, an origin that is common to those that may have been first, so that a copy never
counts twice.

Decides origins; leaves to others what is a copy (`recoupe.compare.reuse`), which signatures an article carries
(`Article.credits`), and what is counted (facts, statements). Independence is settled here before anything is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.compare.origins.book import Origins
from recoupe.compare.origins.copies import cut, deciding, link
from recoupe.compare.origins.ledger import Ledger
from recoupe.compare.origins.media import Directory
from recoupe.compare.origins.sourcing import find_sourcing
from recoupe.language import load
from recoupe.model.dossier import Reuse
from recoupe.model.span import Span

__all__ = ["Origins", "find_origins"]


def find_origins(material: Material, reuse: Sequence[Reuse]) -> Origins:
    """Origins of all passages by the four rules: copied, credited, signed, else the outlet's own."""
    articles = material.articles
    directories = {code: Directory(load(code), articles) for code in sorted({a.language for a in articles})}
    sourced = {a.id: find_sourcing(a, material.tokens[a.id], directories[a.language]) for a in articles}
    for a in articles:
        identify = directories[a.language].identify
        sourced[a.id] = tuple(s._replace(medium=identify(s.medium)) for s in sourced[a.id])
    reuse = deciding(material, reuse)
    copied: dict[str, list[Span]] = {a.id: [] for a in articles}
    for r in reuse:
        copied[r.a.article].append(r.a.span)
        copied[r.b.article].append(r.b.span)
    pieces = {a.id: cut(a, copied[a.id], (s for c in sourced[a.id] for s in c.scope)) for a in articles}
    groups = link(pieces, reuse)
    return Ledger(articles, sourced, directories).close(pieces, groups)

"""Who copied from whom: articles in order, an arc from the earlier to the later, as thick as what was copied.

An arc has the colour of the earlier article; where dates do not tell which that is, it is grey and has no tip.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from recoupe.publish.charts.svg import element, fit, picture
from recoupe.publish.edition import Source
from recoupe.publish.interface import Interface
from recoupe.publish.sections.copies import PairLine

WIDTH = 360
ROW = 38
SPINE = 205  # x of the articles' dots
REACH = 140  # widest arc
ARTICLES = 30
PAIRS = 60
QUIET = 12  # up to this many articles, those that share nothing are drawn too


def draw_arcs(sources: Sequence[Source], pairs: Sequence[PairLine], say: Interface) -> Markup:
    """The picture, empty if nothing was copied. Of many articles it shows those that share most."""
    if not pairs:
        return Markup("")
    shown = _articles(sources, pairs)
    row = {source.key: n * ROW + ROW / 2 for n, source in enumerate(shown)}
    drawn = [p for p in pairs if p.earlier.key in row and p.later.key in row][:PAIRS]
    most = max(p.characters for p in drawn)
    furthest = max(abs(row[p.earlier.key] - row[p.later.key]) for p in drawn)
    arcs = [_arc(p, row, most, furthest, say) for p in reversed(drawn)]
    names = [_name(source, row[source.key]) for source in shown]
    return picture("arcs", say("chart.arcs"), WIDTH, len(shown) * ROW, *arcs, *names, class_="arcs")


def _articles(sources: Sequence[Source], pairs: Sequence[PairLine]) -> list[Source]:
    if len(sources) <= QUIET:
        return list(sources)
    kept: dict[str, None] = {}
    for pair in pairs:
        both = {pair.earlier.key, pair.later.key}
        if len(kept.keys() | both) <= ARTICLES:
            kept.update(dict.fromkeys(both))
    return [s for s in sources if s.key in kept]


def _arc(pair: PairLine, row: dict[str, float], most: int, furthest: float, say: Interface) -> Markup:
    start, end = row[pair.earlier.key], row[pair.later.key]
    name = say(
        "chart.arc" if pair.dated else "chart.arc_undated",
        earlier=pair.earlier.label,
        later=pair.later.label,
        characters=say.count("characters", pair.characters),
        share=say.percent(pair.share),
    )
    half = abs(end - start) / 2
    reach = max(18.0, REACH * abs(end - start) / furthest)
    x = SPINE + 8
    thick = 1.5 + 10 * pair.characters / most
    tip = max(6.5, thick * 0.9) if pair.dated else 0.0
    # An ellipse above the spine: the sweep follows the direction, so that every arc bulges to the right.
    path = f"M{x} {start:.1f}A{reach:.1f} {half:.1f} 0 0 {int(end > start)} {x + tip:.1f} {end:.1f}"
    marks = [element("title", name), element("path", d=path, stroke_width=thick, class_="arc")]
    if pair.dated:
        marks.append(
            element("path", d=f"M{x - 2} {end:.1f}l{tip + 3:.1f} {-tip:.1f}v{2 * tip:.1f}z", class_="tip")
        )
    return element("a", *marks, href=f"#{pair.anchor.id}", class_=pair.earlier.colour if pair.dated else None)


def _name(source: Source, y: float) -> Markup:
    lines = fit(source.label, 24, 2)
    first = y + 4 - 7.5 * (len(lines) - 1)
    words = [
        element("text", line, x=SPINE - 12, y=first + 15 * n, class_="t-start")
        for n, line in enumerate(lines)
    ]
    dot = element("circle", cx=SPINE, cy=y, r=6, class_="fill")
    return element("g", *words, dot, class_=source.colour)

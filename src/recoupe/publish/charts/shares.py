"""Who gets to speak: one bar per speaker, cut by outlet; lengths are code points quoted."""

from __future__ import annotations

from markupsafe import Markup

from recoupe.publish.charts.svg import element, fit, picture
from recoupe.publish.interface import Interface
from recoupe.publish.sections.statements import VOICES, VoiceRow

WIDTH = 360
ROW = 44
BAR = 18


def draw_shares(rows: tuple[VoiceRow, ...], say: Interface) -> Markup:
    """The picture of the speakers quoted most, empty if nobody is quoted."""
    shown = rows[:VOICES]
    if not shown:
        return Markup("")
    everything = sum(row.characters for row in rows)
    longest = max(row.characters for row in shown)
    marks = [_row(row, n * ROW, longest, everything, say) for n, row in enumerate(shown)]
    return picture("shares", say("chart.shares"), WIDTH, len(shown) * ROW, *marks, class_="shares")


def _row(row: VoiceRow, top: float, longest: int, everything: int, say: Interface) -> Markup:
    parts: list[Markup] = [
        element("text", fit(row.name or say("unknown.speaker"), 42)[0], x=0, y=top + 14, class_="t-name"),
        element("text", say.percent(row.characters / everything), x=WIDTH, y=top + 14, class_="t-end"),
    ]
    left = 0.0
    for share in row.shares:
        width = WIDTH * share.characters / longest
        name = say(
            "chart.share",
            speaker=row.name or say("unknown.speaker"),
            outlet=share.source.name,
            share=say.percent(share.characters / row.characters),
        )
        room = 7 * len(share.source.code) + 10  # that the code takes
        inner = [element("title", name), _box(left, top, width)]
        if width >= room:
            inner.append(element("text", share.source.code, x=left + 5, y=top + 33, aria_hidden="true"))
        bare = room if width >= room else 0
        if " " in share.source.colour and width > bare + 2:
            inner.append(_box(left + bare, top, width - bare, class_="pattern"))
        parts.append(element("g", *inner, role="img", class_=share.source.colour))
        left += width
    return element("g", *parts)


def _box(left: float, top: float, width: float, class_: str | None = None) -> Markup:
    return element("rect", x=left, y=top + 20, width=max(0.5, width - 1), height=BAR, class_=class_)

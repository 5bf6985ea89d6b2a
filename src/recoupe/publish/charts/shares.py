"""Who gets to speak: one bar per speaker, cut by outlet; lengths are code points quoted."""

from __future__ import annotations

from markupsafe import Markup

from recoupe.publish.charts.svg import element, fit, picture
from recoupe.publish.interface import Interface
from recoupe.publish.sections.statements import VoiceRow

WIDTH = 360
ROW = 44
BAR = 18
ROWS = 12
CODE = 24  # least width of a bar in which the outlet's code is written


def draw_shares(rows: tuple[VoiceRow, ...], say: Interface) -> Markup:
    """The picture of the speakers quoted most, empty if nobody is quoted."""
    shown = rows[:ROWS]
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
        box = {"x": left, "y": top + 20, "width": max(0.5, width - 1), "height": BAR}
        inner = [
            element("title", name),
            element("rect", **box, class_="fill"),
        ]
        if " " in share.source.colour:
            inner.append(element("rect", **box, class_="pattern"))
        if width >= CODE:
            inner.append(
                element(
                    "text", share.source.code, x=left + 5, y=top + 33, class_="t-code", aria_hidden="true"
                )
            )
        parts.append(element("g", *inner, role="img", class_=f"{share.source.colour} bar"))
        left += width
    return element("g", *parts)

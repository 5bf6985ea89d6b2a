"""The figures that the page shows are those that the gate checks."""

from __future__ import annotations

import json
from pathlib import Path

from recoupe.language import available
from recoupe.publish import render
from recoupe.publish.interface import interface
from recoupe.publish.measured import measured

FLOORS = Path(__file__).parents[2] / "evaluation" / "floors.json"


def test_no_figure_promises_more_than_its_floor():
    floors = json.loads(FLOORS.read_text("utf-8"))
    for figures in measured().values():
        for figure in figures:
            assert figure.value <= floors[figure.floor]["floors"][figure.metric], (
                "run python evaluation/measured.py"
            )


def test_every_figure_can_be_said_in_every_language():
    for code in available():
        say = interface(code)
        for figures in measured().values():
            assert all(say.has(f"measure.{m.what}") and say.has(f"texts.{m.language}") for m in figures)


def test_the_page_shows_them_with_their_section(dossier):
    assert "timeline" in measured()
    page = render(dossier, "html", interface="en").decode()
    section = page.partition('<section id="timeline"')[2].partition("</section>")[0]
    for figure in measured()["timeline"]:
        assert f"{interface('en')(f'measure.{figure.what}')}: at least {figure.value:g}" in section
    assert "This section has not been measured yet." in page.partition('<section id="terms"')[2]

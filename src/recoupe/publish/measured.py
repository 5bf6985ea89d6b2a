"""How good each section was measured to be: figures shipped with the package in `measured.toml`.

They are the floors that the evaluation gate holds, so that the page cannot promise more than is checked;
`python evaluation/measured.py` writes the file again from them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure.

    Attributes:
        what: catalogue key of what was measured and how (`measure.<what>`).
        value: at least this, 0 to 1.
        language: of the texts that it was measured on.
        floor: name of the floor that it comes from.
        metric: name of the metric in the evaluation's report.
    """

    what: str
    value: float
    language: str
    floor: str
    metric: str


@cache
def measured() -> dict[str, tuple[Measure, ...]]:
    """Figures by section of the page; a section that was never measured is not in it."""
    table = tomllib.loads(resources.files("recoupe.publish").joinpath("measured.toml").read_text("utf-8"))
    return {section: tuple(Measure(**figure) for figure in figures) for section, figures in table.items()}

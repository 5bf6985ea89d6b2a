"""How good each section was measured to be: figures shipped with the package in `measured.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure.

    Attributes:
        what: catalogue key of the finding measured (`measure.<what>`).
        metric: name of the metric, as the evaluation prints it.
        value: 0 to 1.
        texts: name of the texts it was measured on.
    """

    what: str
    metric: str
    value: float
    texts: str


@cache
def measured() -> dict[str, tuple[Measure, ...]]:
    """Figures by section of the page; a section that was never measured is not in it."""
    table = tomllib.loads(resources.files("recoupe.publish").joinpath("measured.toml").read_text("utf-8"))
    return {
        section: tuple(
            Measure(str(m["what"]), str(m["metric"]), float(m["value"]), str(m["texts"])) for m in figures
        )
        for section, figures in table.items()
    }

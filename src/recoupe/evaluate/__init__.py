"""Scores of findings against gold: one module per finding, each with `evaluate(gold, options) -> Report`.

The modules of this package other than `report` and `corpora` are its subjects; `recoupe evaluate SUBJECT GOLD`
runs one. What a gold file looks like is said in each module; what is measured, and how, in the module's docstring.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from recoupe.evaluate.report import Report
from recoupe.model.errors import OptionError
from recoupe.model.options import Options

__all__ = ["Report", "evaluate", "subjects"]

_NOT_SUBJECTS = frozenset({"corpora", "report"})


def subjects() -> tuple[str, ...]:
    """What can be evaluated, sorted: the modules of this package that hold a scorer."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if name not in _NOT_SUBJECTS and not name.startswith("_")))


def evaluate(subject: str, gold: str | Path, options: Options | None = None) -> Report:
    """Score one kind of finding on a gold file.

    Args:
        subject: one of `subjects()`.
        gold: a gold file in the format that the subject's module describes.
        options: how articles are annotated and compared.

    Raises:
        OptionError: if nothing of that name can be evaluated.
    """
    if subject not in subjects():
        raise OptionError(f"{subject!r} cannot be evaluated. Choose one of: {', '.join(subjects())}.")
    scorer = importlib.import_module(f"recoupe.evaluate.{subject}")
    report: Report = scorer.evaluate(Path(gold), options or Options())
    return report

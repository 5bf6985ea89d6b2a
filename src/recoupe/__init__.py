"""Recoupe cross-checks press articles about one event.

    bytes ──read──▶ Article ──annotate──▶ Article + findings ──group──▶ Story ──compare──▶ Dossier ──publish──▶ files

>>> import recoupe  # doctest: +SKIP
>>> dossier = recoupe.compare(recoupe.annotate(recoupe.read("reports/")))  # doctest: +SKIP
>>> recoupe.publish(dossier, "dossier.html")  # doctest: +SKIP

Nothing is loaded until it is asked for.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recoupe.annotate import annotate
    from recoupe.compare import compare
    from recoupe.group import group
    from recoupe.model.article import Article
    from recoupe.model.dossier import Dossier
    from recoupe.model.errors import InputError, MissingExtra, OptionError, OutputError, RecoupeError
    from recoupe.model.options import Options
    from recoupe.model.problem import Problem
    from recoupe.model.span import Passage, Span
    from recoupe.model.story import Story
    from recoupe.publish import publish
    from recoupe.read import read

_HOME = {
    "Article": "recoupe.model.article",
    "Dossier": "recoupe.model.dossier",
    "InputError": "recoupe.model.errors",
    "MissingExtra": "recoupe.model.errors",
    "OptionError": "recoupe.model.errors",
    "Options": "recoupe.model.options",
    "OutputError": "recoupe.model.errors",
    "Passage": "recoupe.model.span",
    "Problem": "recoupe.model.problem",
    "RecoupeError": "recoupe.model.errors",
    "Span": "recoupe.model.span",
    "Story": "recoupe.model.story",
    "annotate": "recoupe.annotate",
    "compare": "recoupe.compare",
    "group": "recoupe.group",
    "publish": "recoupe.publish",
    "read": "recoupe.read",
}

__all__ = [
    "Article",
    "Dossier",
    "InputError",
    "MissingExtra",
    "OptionError",
    "Options",
    "OutputError",
    "Passage",
    "Problem",
    "RecoupeError",
    "Span",
    "Story",
    "annotate",
    "compare",
    "group",
    "publish",
    "read",
]
__version__ = "0.1.0"


class _Door(ModuleType):
    """This module. The package of a verb has the verb's name, and Python would put it in the verb's place here."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Door


def __getattr__(name: str) -> Any:
    """Load a public name from its home when it is first used (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'recoupe' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Public names, sorted."""
    return __all__

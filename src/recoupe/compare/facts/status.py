"""Whether a fact is asserted, attributed to someone, denied, or announced for later; and in whose voice."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.facts.window import DENY, Window
from recoupe.compare.material import Material
from recoupe.model.dossier import FactStatus
from recoupe.model.findings import Quotation


def quotation_of(material: Material, window: Window) -> Quotation | None:
    """The quotation whose content holds most of a window; None in the outlet's own voice."""
    segments = window.sentence.segments[window.first : window.last + 1]
    indexes = [s.quotation for s in segments if s.quotation >= 0]
    if len(indexes) * 2 <= len(segments):
        return None
    return material.articles[window.article].quotations[indexes[0]]


def status_of(material: Material, windows: Sequence[Window]) -> FactStatus:
    """The status of the fact that these windows tell.

    Denied if most of them are denials; announced if all speak of something to come; attributed if none is in an
    outlet's own voice without reserve; else asserted.
    """
    denied = sum(_denied(material, w) for w in windows)
    if denied * 2 > len(windows):
        return "denied"
    if all(w.ahead for w in windows):
        return "announced"
    if all(w.doubted or quotation_of(material, w) is not None for w in windows):
        return "attributed"
    return "asserted"


def _denied(material: Material, window: Window) -> bool:
    quotation = quotation_of(material, window)
    return DENY in window.concepts or (quotation is not None and quotation.act == "deny")

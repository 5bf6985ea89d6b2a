"""A dossier as one self-contained HTML page.

Nothing in it is asked for elsewhere: style, script and pictures stand in the file, and its content security
policy forbids everything but these very bytes (their SHA-256; there are no `style` attributes and no handlers).
It is complete without JavaScript; the script adds filters, search, copying and the way from a marked passage to
its findings. Templates say how it looks, `sections` what it says.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import metadata, resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from recoupe.model.dossier import Dossier
from recoupe.publish.charts.arcs import draw_arcs
from recoupe.publish.charts.shares import draw_shares
from recoupe.publish.charts.timeline import draw_timeline
from recoupe.publish.edition import Edition
from recoupe.publish.interface import Interface
from recoupe.publish.lines import origin_key, outlet_key, person_key
from recoupe.publish.sections import Sections, make_sections
from recoupe.publish.sections.collation import collate

OPEN_ARTICLES = 12  # up to this many articles stand open at the end of the page
WIDE, NARROW = 800.0, 350.0  # widths of the timeline's two drawings, in CSS pixels
KINDS = ("fact", "discrepancy", "evolution", "statement", "moment", "origin", "reuse", "unique", "term")


def render_page(dossier: Dossier, say: Interface) -> bytes:
    """The page as UTF-8."""
    edition = Edition(dossier, say)
    sections = make_sections(edition)
    css, script = _asset("page.css"), _asset("page.js")
    page = (
        _environment()
        .get_template("page.html.j2")
        .render(
            edition=edition,
            sections=sections,
            say=say,
            policy=_policy(css, script),
            css=css,
            script=script,
            version=metadata.version("recoupe"),
            choices=_choices(edition, sections),
            collate=collate,
            open_articles=OPEN_ARTICLES,
            shares=draw_shares(sections.statements.voices, say),
            arcs=draw_arcs(edition.sources, sections.copies.pairs, say),
            timeline_wide=draw_timeline(sections.timeline.events, say, WIDE, "wide"),
            timeline_narrow=draw_timeline(sections.timeline.events, say, NARROW, "narrow"),
        )
    )
    return page.encode("utf-8")


def _choices(edition: Edition, sections: Sections) -> list[tuple[str, list[tuple[str, str]]]]:
    """Filters of the toolbar: name, and (value, label) of each choice."""
    say = edition.say
    speakers = dict.fromkeys(
        line.speaker for line in (*sections.statements.several, *sections.statements.once) if line.speaker
    )
    return [
        ("outlet", [(outlet_key(s), s.name) for s in edition.outlets]),
        ("origin", [(origin_key(edition, o), view.name) for o, view in edition.origins.items()]),
        ("speaker", [(person_key(edition, name), name) for name in sorted(speakers, key=str.casefold)]),
        ("kind", [(kind, say(f"kind.{kind}")) for kind in KINDS]),
    ]


def _policy(css: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _asset(name: str) -> Markup:
    """A file of `assets/`, as it is written into the page; it is the project's own and needs no escaping."""
    return Markup(resources.files("recoupe.publish").joinpath("assets", name).read_text("utf-8"))  # noqa: S704


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("recoupe.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

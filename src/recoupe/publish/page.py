"""A dossier as one self-contained HTML page.

Nothing in it is asked for elsewhere: style, script and pictures stand in the file, and its content security
policy forbids everything but these very bytes (their SHA-256; there are no `style` attributes and no handlers).
It is complete without JavaScript; the script adds filters, search, copying and the way from a marked passage to
its findings. Templates say how it looks, `sections` what it says.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import metadata, resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from recoupe.publish.charts.arcs import draw_arcs
from recoupe.publish.charts.shares import draw_shares
from recoupe.publish.charts.timeline import draw_timeline
from recoupe.publish.compiled import CompiledTemplates
from recoupe.publish.edition import Edition, clip
from recoupe.publish.interface import Interface
from recoupe.publish.lines import origin_key, outlet_key, person_key
from recoupe.publish.sections import Sections
from recoupe.publish.sections.collation import collate
from recoupe.publish.sections.facts import FactLine
from recoupe.publish.sections.summary import NAMED, Summary

OPEN_ARTICLES = 12  # up to this many articles stand open at the end of the page
WIDE, NARROW = 800.0, 350.0  # widths of the timeline's two drawings, in CSS pixels
# What lays the assets out for those who read them: comments that begin a line or follow a rule, and in a style sheet
# the spaces around its marks, strings left alone (a space before a colon makes another selector and stays).
_COMMENT = re.compile(r"(?:^|(?<=[;}{]))[ \t]*/\*.*?\*/", re.MULTILINE | re.DOTALL)
_CSS_SPACE = re.compile(r'("[^"]*")|\s*([{};,>])\s*|(?<=[\w-])(:)\s+')
_QUOTING = re.compile(r">[^<>]*&#34;[^<>]*<")  # text with an escaped quotation mark in it
_TAG = re.compile(r"<[a-z][^<>]*>")
_PLAIN_VALUE = re.compile(
    r'(?<! id)(?<! href)="([\w#.:-]+)"(?=[ >])', re.ASCII
)  # anchors stay easy to search for
_IMPLIED_END = re.compile(
    r"</li>(?=\s*(?:<li\b|</[uo]l>))|</t[dh]>(?=\s*(?:<t[dh]\b|</tr>))|</tr>(?=\s*(?:<tr\b|</tbody>|</thead>))"
    r"|</p>(?=\s*(?:<(?:p|div|ul|ol|blockquote|details|section|h[2-4]|table|figure|article)\b"
    r"|</(?:div|li|details|section|article)>))"
)
KINDS = ("fact", "discrepancy", "evolution", "statement", "moment", "origin", "reuse", "unique", "term")


def render_page(edition: Edition, sections: Sections) -> bytes:
    """The page as UTF-8."""
    say = edition.say
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
            clip=clip,
            numbers=_Numbers(),
            origins_told=_origins_told(sections.summary, say),
            open_articles=OPEN_ARTICLES,
            shares=draw_shares(sections.statements.voices, say),
            arcs=draw_arcs(edition.sources, sections.copies.pairs, say),
            timeline_wide=draw_timeline(sections.timeline.events, say, WIDE, "wide"),
            timeline_narrow=draw_timeline(sections.timeline.events, say, NARROW, "narrow"),
        )
    )
    return _tighten(page).encode("utf-8")


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


def _origins_told(summary: Summary, say: Interface) -> str:
    """What the independent origins are: newsrooms, agencies and media cited, texts that several have in common."""
    parts = []
    if summary.own:
        parts.append(say.count("own_origins", summary.own))
    if summary.cited:
        names = ", ".join(summary.cited[:NAMED]) + (" …" if len(summary.cited) > NAMED else "")
        parts.append(say.count("cited_origins", len(summary.cited), names=names))
    if summary.shared:
        parts.append(say.count("shared_origins", summary.shared))
    return say("page.origins_told", parts=say.listed(parts)) if parts else ""


def _policy(css: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _asset(name: str) -> Markup:
    """A file of `assets/` as it is written into the page, without its comments and the spaces that only lay it out.

    It is the project's own and needs no escaping.
    """
    text = resources.files("recoupe.publish").joinpath("assets", name).read_text("utf-8")
    text = _COMMENT.sub("", text)
    if name.endswith(".css"):
        text = _CSS_SPACE.sub(r"\1\2\3", text).replace(";}", "}")
    return Markup("\n".join(line for raw in text.split("\n") if (line := raw.strip())))  # noqa: S704


def _tighten(page: str) -> str:
    """The page without what HTML does not ask for: a large one has tens of thousands of each.

    Safe because every `<`, `>` and quotation mark that comes from an article was escaped before, and templates write
    attributes in double quotes only: a tag is a tag, and what stands between tags is text. There an escaped
    quotation mark is written as it is, as an apostrophe is anywhere; plain values of attributes lose their quotes,
    and end tags that the next tag implies are left out (HTML, 13.1.2.3 and 13.1.2.4).
    """
    page = page.replace("&#39;", "'")
    page = _QUOTING.sub(lambda run: run[0].replace("&#34;", '"'), page)
    bare: dict[str, str] = {}  # a large page says the same few thousand tags again and again
    page = _TAG.sub(lambda tag: bare.get(tag[0]) or bare.setdefault(tag[0], _bare(tag[0])), page)
    return _IMPLIED_END.sub("", page)


def _bare(tag: str) -> str:
    return _PLAIN_VALUE.sub(r"=\1", tag)


class _Numbers:
    """Links to lines by their numbers alone, each line's written once however often it is named."""

    def __init__(self) -> None:
        self._links: dict[str, Markup] = {}

    def __call__(self, lines: Iterable[FactLine]) -> Markup:
        links = self._links
        return Markup("".join([links.get(f.anchor.id) or self._link(f) for f in lines]))  # noqa: S704 - each is one

    def _link(self, line: FactLine) -> Markup:
        link = Markup('<a href="#{}">{}</a> ').format(line.anchor.id, line.anchor.label)
        self._links[line.anchor.id] = link
        return link


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("recoupe.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=CompiledTemplates(),
    )

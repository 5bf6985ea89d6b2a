"""A dossier as Markdown (CommonMark with tables): to read, to paste into a note, to keep beside the page.

It says everything that the page says but the articles' full texts, which stand in the JSON file. What articles
contain is escaped: nothing of theirs can become a heading, a link, or HTML where the file is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import metadata
from itertools import pairwise

from recoupe.publish.edition import Edition, Evidence, Exhibits, Source
from recoupe.publish.sections import Sections
from recoupe.publish.sections.differences import DifferenceLine
from recoupe.publish.sections.facts import FactLine
from recoupe.publish.sections.statements import Piece, Quote, StatementLine

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render_markdown(edition: Edition, sections: Sections) -> bytes:
    """The dossier as UTF-8 Markdown."""
    writer = _Writer(edition, sections)
    blocks = [
        *writer.summary(),
        *writer.facts(),
        *writer.differences(),
        *writer.statements(),
        *writer.timeline(),
        *writer.copies(),
        *writer.coverage(),
        *writer.terms(),
        *writer.articles(),
        *writer.notes(),
        # Nothing that is shown: *read* knows the file by it, as it knows a page by its generator.
        f"[//]: # (Recoupe {metadata.version('recoupe')})",
    ]
    return ("\n".join(_spaced(block for block in blocks if block)) + "\n").encode("utf-8")


def escape(text: str) -> str:
    r"""`text` as plain Markdown text on one line.

    >>> escape("<b> *1* # [x](y)")
    '\\<b\\> \\*1\\* \\# \\[x\\](y)'
    """
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def _spaced(blocks: Iterable[str]) -> list[str]:
    """Blocks with an empty line between those that are not lines of one list or table."""
    lines = list(blocks)
    if not lines:
        return []
    found = [lines[0]]
    for before, after in pairwise(lines):
        if not (before[:1] == after[:1] == "|" or (_is_item(before) and _is_item(after))):
            found.append("")
        found.append(after)
    return found


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_row(*head), _row(*("---" for _ in head)), *(_row(*row) for row in rows)]


class _Writer:
    """One method a section; each gives its blocks."""

    def __init__(self, edition: Edition, sections: Sections) -> None:
        self.edition = edition
        self.sections = sections
        self.say = edition.say

    def summary(self) -> list[str]:
        """Title, figures, articles."""
        say, s = self.say, self.sections.summary
        figures = [
            say.count("articles", s.articles),
            say.count("outlets", s.outlets),
            say.count("origins", s.origins),
        ]
        dates = [s.dates + (f" ({say('article.inferred')})" if s.inferred else "")] if s.dates else []
        return [f"# {escape(s.title)}", f"{', '.join([*figures, *dates])}.", f"_{say('page.verdict')}_"]

    def facts(self) -> list[str]:
        """Facts with their origins and passages, then the grid."""
        facts = self.sections.facts
        blocks = self._head("facts")
        if not facts.lines:
            return [*blocks, self.say("empty.facts"), *self._leads(facts.leads)]
        for line in facts.lines:
            blocks += self._fact(line)
        signs = {"own": "●", "relayed": "◐", "contradicts": "✕", "silent": "·"}
        legend = ", ".join(f"{sign} {self.say(f'stance.{state}')}" for state, sign in signs.items())
        head = [self.say("fact.fact"), *(escape(s.label) for s in facts.columns)]
        rows = [[line.anchor.label, *(signs[c.state] for c in line.cells)] for line in facts.rows]
        notes = [self.say.count("left_out", facts.left_out)] if facts.left_out else []
        more = len(facts.lines) - len(facts.rows)
        notes += [self.say.count("left_rows", more)] if more else []
        return [
            *blocks,
            f"### {self.say('fact.grid')}",
            *_table(head, rows),
            f"{legend}.",
            *notes,
            *self._leads(facts.leads),
        ]

    def _leads(self, leads: Sequence[FactLine]) -> list[str]:
        """Passages that may assert one thing."""
        if not leads:
            return []
        blocks = [f"### {self.say('fact.leads')}", self.say("fact.leads_caption")]
        return blocks + [block for line in leads for block in self._fact(line)]

    def differences(self) -> list[str]:
        """Discrepancies, then evolutions."""
        found = self.sections.differences
        blocks = self._head("differences")
        for line in found.discrepancies:
            blocks += self._difference(line, " ≠ ")
        if not found.discrepancies:
            blocks.append(self.say("empty.discrepancies"))
        if found.evolutions:
            blocks += [f"### {self.say('kind.evolution')}", self.say("lede.evolutions")]
            for line in found.evolutions:
                blocks += self._difference(line, " → ")
        return blocks

    def statements(self) -> list[str]:
        """Statements with their versions, quotations found once, voices, people."""
        say, found = self.say, self.sections.statements
        blocks = self._head("statements")
        for line in found.several:
            blocks += self._statement(line)
        if not found.several:
            blocks.append(say("empty.statements"))
        if found.once:
            blocks.append(f"### {say('quotation.once')}")
            blocks += [
                f"- {self._said(x)} {self._words(x.first)} — {self._version(x.first)}" for x in found.once
            ]
        blocks.append(f"### {say('quotation.voices')}")
        total = sum(v.characters for v in found.voices)
        if found.voices:
            head = [say("table.speaker"), say("table.share"), say("table.quotations"), say("table.by_outlet")]
            rows = [
                [
                    self._speaker(v.name),
                    say.percent(v.characters / total),
                    say.number(v.quotations),
                    ", ".join(
                        f"{escape(p.source.name)} {say.percent(p.characters / v.characters)}"
                        for p in v.shares
                    ),
                ]
                for v in found.voices
            ]
            blocks += _table(head, rows)
        else:
            blocks.append(say("empty.voices"))
        return [*blocks, *self._people()]

    def timeline(self) -> list[str]:
        """Events as a table."""
        say, events = self.say, self.sections.timeline.events
        if not events:
            return [*self._head("timeline"), say("empty.timeline")]
        head = [say("table.when"), say("table.event"), say("table.outlets")]
        rows = [
            [
                escape(e.when)
                + (f" ({say('timeline.announced')})" if e.announced else "")
                + (f" ({say('timeline.background')})" if e.background else ""),
                escape(e.text),
                self._names(e.outlets),
            ]
            for e in events
        ]
        return [*self._head("timeline"), *_table(head, rows)]

    def copies(self) -> list[str]:
        """Origins, then pairs of articles with what they share."""
        say, found = self.say, self.sections.copies
        blocks = [*self._head("copies"), f"### {say('origin.title')}"]
        for origin in found.origins:
            kind = say(f"origin.{origin.origin.kind}")
            if origin.perhaps:
                kind += ", " + say("origin.perhaps", names=escape(say.either(origin.perhaps)))
            blocks.append(f"- **{escape(origin.origin.name)}** ({kind}): {self._names(origin.sources)}")
            blocks += [f"  {line}" for line in self._exhibits(origin.exhibits)]
        blocks.append(f"### {say('origin.pairs')}")
        if not found.pairs:
            blocks.append(say("empty.copies"))
        for pair in found.pairs:
            arrow = "→" if pair.dated else "↔"
            undated = "" if pair.dated else f", {say('origin.undated')}"
            blocks.append(
                f"- **{pair.anchor.label}**: {escape(pair.earlier.label)} {arrow} {escape(pair.later.label)}: "
                f"{say.count('characters', pair.characters)}, {say.percent(pair.share)}{undated}"
            )
            for c in pair.passages:
                near = say("origin.similar", share=say.percent(c.similarity))
                blocks.append(f"  - {self._quoted(c.later.words)} ({near})")
        return [*blocks, say.count("left_pairs", found.left_out)] if found.left_out else blocks

    def coverage(self) -> list[str]:
        """What each article alone reports, and leaves out."""
        say, found = self.say, self.sections.coverage
        blocks = self._head("coverage")
        if not found.lines:
            return [*blocks, say("empty.coverage")]
        blocks.append(say("coverage.widely") if found.widely else say("coverage.no_widely"))
        for line in found.lines:
            blocks.append(f"### {escape(line.source.label)}")
            if line.alone:
                blocks += [
                    f"{say('coverage.alone')}:",
                    *(f"- {self._quoted(e.words)}" for e in line.alone),
                ]
            if line.omitted:
                blocks += [
                    f"{say('coverage.omitted')}:",
                    # of very many articles by their numbers alone, or what all leave out would be most of the file
                    *(
                        [f"- {f.anchor.label}: {escape(f.text)}" for f in line.omitted]
                        if line.names
                        else [f"- {', '.join(f.anchor.label for f in line.named)}"]
                    ),
                    *(
                        [f"- {say.count('left_silent', line.unnamed)}"]
                        if line.unnamed and not line.names
                        else ()
                    ),
                ]
        return blocks

    def terms(self) -> list[str]:
        """Referents with their wordings."""
        say, found = self.say, self.sections.terms
        blocks = self._head("terms")
        if not found:
            return [*blocks, say("empty.terms")]
        for line in found:
            blocks.append(f"**{escape(line.referent)}**")
            for use in (u for w in line.wordings for u in w.uses):
                told = f"{say(f'term.{use.voice}')}, {say.count('uses', use.count)}"
                blocks.append(f"- _{escape(use.term)}_ ({told}): {self._names(use.outlets)}")
        return blocks

    def articles(self) -> list[str]:
        """The articles by name, date and address; their texts are in the JSON file and on the page."""
        say = self.say
        head = [
            say("table.outlets"),
            say("table.when"),
            say("article.language"),
            say("article.origins"),
            say("article.source"),
        ]
        rows = []
        for a in self.sections.articles:
            date = escape(a.source.date) + (f" ({say('article.inferred')})" if a.source.inferred else "")
            place = f"<{a.source.url}>" if a.source.url else escape(a.file)
            origins = ", ".join(escape(o.name) for o in a.origins)
            rows.append([escape(a.source.label), date, escape(a.source.language_name), origins, place])
        blocks = [f"## {say('section.articles')}"]
        return [*blocks, *_table(head, rows)] if rows else [*blocks, say("empty.articles")]

    def notes(self) -> list[str]:
        """Reservations and method."""
        say, notes = self.say, self.sections.notes
        blocks = self._head("notes")
        blocks += [
            f"- {say(f'notes.{p.severity}')}: {escape(p.message)} {escape(', '.join(p.sources))}".rstrip()
            for p in notes.problems
        ]
        for name, found in (
            ("inferred", notes.inferred),
            ("undated", notes.undated),
            ("unnamed", notes.unnamed),
        ):
            if found:
                blocks.append(f"- {say(f'notes.{name}')} {', '.join(escape(s.label) for s in found)}")
        if notes.uncompared:
            blocks.append(f"- {say('notes.uncompared', languages=escape(', '.join(notes.uncompared)))}")
        if notes.empty:
            blocks.append(say("empty.notes"))
        for name in (
            "facts",
            "differences",
            "statements",
            "timeline",
            "copies",
            "coverage",
            "terms",
            "articles",
        ):
            blocks += [f"### {say(f'section.{name}')}", say(f"method.{name}")]
            figures = notes.measures.get(name, ())
            if not figures:
                blocks.append(say("notes.unmeasured"))
            for m in figures:
                what = say(f"measure.{m.what}")
                blocks.append(
                    f"- {say('notes.figure', what=what, value=say.number(m.value))} ({say(f'texts.{m.language}')})"
                )
        return blocks

    def _head(self, name: str) -> list[str]:
        return [f"## {self.say(f'section.{name}')}", self.say(f"lede.{name}")]

    def _fact(self, line: FactLine) -> list[str]:
        say = self.say
        status = "" if line.status == "asserted" else f" ({say(f'status.{line.status}')})"
        counted = "" if line.tentative else f"{say.count('origins', line.origins)}, "
        origins = "; ".join(f"{escape(g.origin.name)}: {self._names(g.outlets)}" for g in line.groups)
        blocks = [
            f"**{line.anchor.label}. {escape(line.text)}**{status}",
            f"{counted}{say.count('outlets', line.outlets)} ({origins})",
            *self._exhibits(line.exhibits),
        ]
        if line.against.cards:
            blocks += [f"{say('fact.against')}:", *self._exhibits(line.against)]
        return blocks

    def _difference(self, line: DifferenceLine, between: str) -> list[str]:
        sides = between.join(
            f"{f'{escape(s.when)}: ' if s.when else ''}{escape(s.value)}" for s in line.sides
        )
        kind = self.say(f"difference.{line.kind}")
        about = f" · {escape(line.about)}" if line.about else ""
        blocks = [f"**{line.anchor.label}** ({kind}{about}): {sides}"]
        if line.note:
            blocks.append(escape(line.note))
        for side in line.sides:
            blocks += self._exhibits(side.exhibits, escape(side.value))
        return blocks

    def _statement(self, line: StatementLine) -> list[str]:
        counts = f"{self.say.count('origins', line.origins)}, {self.say.count('versions', len(line.quotes))}"
        blocks = [f"**{line.anchor.label}.** {self._said(line)} ({counts})"]
        for quote in line.quotes:
            told = _edited(quote.pieces) if quote.pieces else self._words(quote)
            blocks.append(f"- {told} — {self._version(quote)}")
        return blocks

    def _people(self) -> list[str]:
        say, people = self.say, self.sections.statements.people
        if not people:
            return []
        head = [say(f"table.{key}") for key in ("name", "kind", "spellings", "roles", "mentions")]
        rows = [
            [
                escape(p.name),
                say(f"name.{p.type}"),
                escape(", ".join(p.aliases)),
                escape(", ".join(p.roles)),
                say.number(p.mentions),
            ]
            for p in people
        ]
        return [f"### {say('quotation.people')}", *_table(head, rows)]

    def _exhibits(self, exhibits: Exhibits, lead: str = "") -> list[str]:
        start = f"{lead}: " if lead else ""
        return [f"- {start}{self._quoted(e.words)} — {self._where(e)}" for e in exhibits.all]

    def _where(self, evidence: Evidence) -> str:
        source = evidence.source
        where = self.say("page.by_outlet", outlet=escape(source.label), date=escape(source.date))
        if evidence.origin and evidence.origin.name != source.name:
            where += f", {self.say('fact.from', origin=escape(evidence.origin.name))}"
        return where

    def _version(self, quote: Quote) -> str:
        parts = [self._where(quote.evidence), self.say(f"quotation.{quote.kind}")]
        if quote.chain:
            parts.append(self.say("quotation.relays", chain=" → ".join(escape(c) for c in quote.chain)))
        return ", ".join(parts)

    def _words(self, quote: Quote) -> str:
        return (
            self._quoted(" […] ".join(quote.parts))
            if quote.kind == "direct"
            else escape(" […] ".join(quote.parts))
        )

    def _quoted(self, words: str) -> str:
        return self.say("markdown.passage", words=escape(words))

    def _speaker(self, name: str) -> str:
        return escape(name) if name else self.say("unknown.speaker")

    def _said(self, line: StatementLine) -> str:
        act = f"act.{line.first.act}"
        return f"**{self._speaker(line.speaker)}**" + (f" {self.say(act)}" if self.say.has(act) else "")

    def _names(self, sources: Sequence[Source]) -> str:
        return ", ".join(escape(s.label) for s in sources)


def _edited(pieces: Sequence[Piece]) -> str:
    """Cuts struck through, additions in bold."""
    words = []
    for piece in pieces:
        if piece.op != "equal" and piece.old:
            words.append(f"~~{escape(piece.old)}~~")
        if piece.new:
            words.append(escape(piece.new) if piece.op == "equal" else f"**{escape(piece.new)}**")
    return " ".join(words)

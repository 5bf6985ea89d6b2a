"""The dossier's sections in the order in which they are read; one file each.

A section is a frozen view: everything that the page and the Markdown file say, resolved, and nothing of how it
looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition
from recoupe.publish.marks import Marks
from recoupe.publish.sections.articles import ArticleView, make_articles
from recoupe.publish.sections.copies import Copies, make_copies
from recoupe.publish.sections.coverage import Coverage, make_coverage
from recoupe.publish.sections.differences import Differences, make_differences
from recoupe.publish.sections.facts import Facts, make_facts
from recoupe.publish.sections.notes import Notes, make_notes
from recoupe.publish.sections.statements import Statements, make_statements
from recoupe.publish.sections.summary import Summary, make_summary
from recoupe.publish.sections.terms import TermLine, make_terms
from recoupe.publish.sections.timeline import Timeline, make_timeline

__all__ = ["Sections", "make_sections"]


@dataclass(frozen=True, slots=True)
class Sections:
    """All sections of one dossier."""

    summary: Summary
    facts: Facts
    differences: Differences
    statements: Statements
    timeline: Timeline
    copies: Copies
    coverage: Coverage
    terms: tuple[TermLine, ...]
    articles: tuple[ArticleView, ...]
    notes: Notes


def make_sections(edition: Edition) -> Sections:
    """All sections, made once, for any format."""
    marks = Marks()
    facts = make_facts(edition, marks)
    differences = make_differences(edition, marks)
    statements = make_statements(edition, marks)
    timeline = make_timeline(edition, marks)
    copies = make_copies(edition, marks)
    coverage = make_coverage(edition, marks, facts.lines)
    terms = make_terms(edition, marks)
    return Sections(
        summary=make_summary(edition, facts, differences),
        facts=facts,
        differences=differences,
        statements=statements,
        timeline=timeline,
        copies=copies,
        coverage=coverage,
        terms=terms,
        articles=make_articles(edition, marks),
        notes=make_notes(edition),
    )

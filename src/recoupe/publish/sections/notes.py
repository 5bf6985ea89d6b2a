"""Reservations: what could not be read, what was inferred, what was not compared, how good each section is."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition, Source
from recoupe.publish.glyphs import show
from recoupe.publish.measured import Measure, measured

BY_NAMES = "languages-compared-by-names"
"""Slug of the problem of articles in several languages that no model compared."""
ELSEWHERE = frozenset({"date-inferred", "no-date", "no-outlet"})
"""Slugs of problems that the lists of articles below say in the reader's language."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One sentence about one or more inputs."""

    severity: str
    message: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The section.

    Attributes:
        inferred: articles whose date was concluded.
        undated: articles without a date.
        unnamed: articles whose outlet is not known.
        uncompared: languages between which facts and statements were compared without a model of meanings (the
            problem `BY_NAMES`, said here in the reader's language); empty where there is one language or a model.
        measures: by section, how good it was measured to be.
    """

    problems: tuple[ProblemLine, ...]
    inferred: tuple[Source, ...]
    undated: tuple[Source, ...]
    unnamed: tuple[Source, ...]
    uncompared: tuple[str, ...]
    measures: dict[str, tuple[Measure, ...]]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be careful about beyond the general remarks."""
        return not (self.problems or self.inferred or self.undated or self.unnamed or self.uncompared)


def make_notes(edition: Edition) -> Notes:
    """The section from the dossier's problems and what its articles lack."""
    dossier = edition.dossier
    languages = sorted({s.language for s in edition.sources if s.language})
    mixed = len(languages) > 1 and not dossier.options.get("embeddings")
    return Notes(
        problems=_problems(edition, ELSEWHERE | {BY_NAMES} if mixed else ELSEWHERE),
        inferred=tuple(s for s in edition.sources if s.inferred and s.article.published),
        undated=tuple(s for s in edition.sources if not s.article.published),
        unnamed=tuple(s for s in edition.sources if not s.article.outlet),
        uncompared=tuple(show(edition.say.language(code)) for code in languages) if mixed else (),
        measures=measured(),
    )


def _problems(edition: Edition, elsewhere: frozenset[str]) -> tuple[ProblemLine, ...]:
    """The dossier's problems in the reader's language, those of one kind together, errors first."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for problem in edition.dossier.problems:
        if problem.slug in elsewhere:
            continue
        key = f"problem.{problem.slug}"
        message = edition.say(key) if edition.say.has(key) else edition.line(problem.message)
        sources = found.setdefault((problem.severity, message), {})
        if problem.source:
            sources[show(problem.source.replace("\\", "/").rsplit("/", 1)[-1])] = None
    lines = (ProblemLine(severity, message, tuple(names)) for (severity, message), names in found.items())
    return tuple(sorted(lines, key=lambda line: line.severity))

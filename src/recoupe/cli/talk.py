"""How commands talk: everything goes to standard error, progress only where somebody watches.

Errors are told one by one, a few of each kind, and then counted; warnings of one kind share a line with their number
and the first names, so that ten thousand undated articles do not hide the one that is missing. All of them are in the
output.
"""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import click

from recoupe.model.article import Article
from recoupe.model.errors import InputError, RecoupeError
from recoupe.model.problem import Problem

__all__ = ["FAILED", "Talk", "errors_told", "say"]

FAILED = 1  # exit code: some inputs failed, the rest was done
PIPE_CLOSED = 141  # exit code of what writes to a pipe that nobody reads: 128 and the number of SIGPIPE
_SHOWN = 5  # errors of one kind that are printed in full
_NAMED = 3  # inputs that the line of a kind of warning names
# What the line of several warnings of one kind says, where the sentence of one would not do for all.
_TOGETHER = {
    "date-inferred": "{n} articles tell no date; it was concluded from their words or the other articles ({names}).",
    "duplicate-article": "{n} articles have the same text as another: it counts once ({names}).",
    "encoding-guessed": "{n} files are not in UTF-8; their encoding was guessed ({names}).",
    "language-uncertain": "{n} articles are too short to be sure of their language ({names}).",
    "no-date": "{n} articles tell no date, and none could be concluded ({names}): give it in a manifest.",
    "no-outlet": "The outlet of {n} articles is not known ({names}): each counts as one of its own. "
    "Give it in a manifest.",
    "short-text": "{n} articles are very short ({names}): check that the whole article was saved.",
    "unknown-format": "{n} files are of a format that cannot be read and were left out ({names}). "
    "Save their text as .txt.",
}


def say(sentence: str) -> None:
    """One line to standard error."""
    click.echo(sentence, err=True)


class _Failed(click.ClickException):
    exit_code = FAILED


class _WrongUse(click.ClickException):
    exit_code = 2


@contextlib.contextmanager
def errors_told() -> Iterator[None]:
    """Turn errors of the library into one line and an exit code: 1 for inputs, 2 for wrong use.

    A pipe that its reader has closed (`| head -1`) ends the command in silence.
    """
    try:
        yield
    except BrokenPipeError as reason:
        raise click.exceptions.Exit(PIPE_CLOSED) from reason
    except RecoupeError as reason:
        raise (_Failed if isinstance(reason, InputError) else _WrongUse)(str(reason)) from reason


class Talk:
    """What a command says while articles pass through it, and the exit code that follows.

    Attributes:
        articles: how many articles that could be used have passed.
        failed: how many errors were told.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.failed = 0
        self._errors: Counter[str] = Counter()
        self._warnings: dict[str, _Kind] = {}
        self._kept = False

    def watch(self, articles: Iterable[Article], doing: str, *, problems: bool = True) -> Iterator[Article]:
        """Pass articles on, counting them, telling their problems, showing progress on a terminal.

        Args:
            articles: the stream.
            doing: what is being done, such as `reading`.
            problems: whether to tell their problems now (not if the result tells them later).
        """
        with _progress(doing) as step:
            for article in articles:
                self.articles += article.readable
                if problems:
                    self.tell(article.problems)
                step(self.articles)
                yield article

    def tell(self, problems: Iterable[Problem]) -> None:
        """Print errors, a few of each kind; keep warnings for the end, to tell those of a kind together."""
        for problem in problems:
            if problem.severity == "warning":
                kind = self._warnings.setdefault(problem.slug, _Kind(_sentence(problem)))
                kind.add(problem.source)
                continue
            self._errors[problem.slug] += 1
            self.failed += 1
            if self._errors[problem.slug] <= _SHOWN:
                say(f"error: {_sentence(problem)}")

    def keep(self, output: str) -> None:
        """Say that what stands in the place of the output was not written over, because there was no article."""
        self._kept = True
        say(f"There is no article to work on: {output} was left as it is.")

    def close(self, summary: str) -> None:
        """Say what was left unsaid, then the summary; leave with exit code 1 if an input failed or there was none."""
        for slug, count in self._errors.items():
            if count > _SHOWN:
                say(f"error: {count - _SHOWN:,} more like these ({slug}); all are in the output.")
        for slug, kind in self._warnings.items():
            say(f"warning: {kind.sentence(slug)}")
        if not self._kept:
            say(summary)
        if self.failed:
            rest = "; the rest was done" if self.articles else ""
            say(f"{plural(self.failed, 'input')} could not be used{rest}.")
        if self.failed or self._kept or not self.articles:
            raise click.exceptions.Exit(FAILED)


class _Kind:
    """Warnings of one kind: the first in full, the number of all, the first inputs that they are about."""

    def __init__(self, first: str) -> None:
        self._first = first
        self._count = 0
        self._names: list[str] = []

    def add(self, source: str) -> None:
        self._count += 1
        if source and source not in self._names and len(self._names) <= _NAMED:
            self._names.append(source)

    def sentence(self, slug: str) -> str:
        """One line for all of them."""
        if self._count == 1:
            return self._first
        if slug not in _TOGETHER:
            return f"{self._first} ({self._count - 1:,} more like this ({slug}); all are in the output.)"
        names = ", ".join(self._names[:_NAMED]) + (" ..." if self._count > _NAMED else "")
        return _TOGETHER[slug].format(n=f"{self._count:,}", names=names)


def _sentence(problem: Problem) -> str:
    """What a problem says, with its place."""
    return problem.message if problem.source in problem.message else f"{problem.source}: {problem.message}"


def plural(number: int, noun: str) -> str:
    """A number with its noun.

    >>> plural(1, "article"), plural(1200, "story")
    ('1 article', '1,200 stories')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun.removesuffix('y') + 'ies' if noun.endswith('y') else noun + 's'}"


@contextlib.contextmanager
def _progress(doing: str) -> Iterator[Callable[[int], None]]:
    """A line that counts, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda count: None  # noqa: ARG005
        return
    from rich.console import Console  # noqa: PLC0415 - only where somebody watches

    with Console(stderr=True).status(doing) as status:
        yield lambda count: status.update(f"{doing}: {plural(count, 'article')}")

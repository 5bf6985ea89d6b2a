"""How commands talk: everything goes to standard error, progress only where somebody watches.

Problems of one kind are shown a few times and then counted, so that ten thousand undated articles do not hide
the one that is missing; all of them are in the output.
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
_SHOWN = 5  # problems of one kind that are printed in full


def say(sentence: str) -> None:
    """One line to standard error."""
    click.echo(sentence, err=True)


class _Failed(click.ClickException):
    exit_code = FAILED


class _WrongUse(click.ClickException):
    exit_code = 2


@contextlib.contextmanager
def errors_told() -> Iterator[None]:
    """Turn errors of the library into one line and an exit code: 1 for inputs, 2 for wrong use."""
    try:
        yield
    except RecoupeError as reason:
        raise (_Failed if isinstance(reason, InputError) else _WrongUse)(str(reason)) from reason


class Talk:
    """What a command says while articles pass through it, and the exit code that follows.

    Attributes:
        articles: how many articles with a text have passed.
        failed: how many errors were told.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.failed = 0
        self._shown: Counter[tuple[str, str]] = Counter()

    def watch(self, articles: Iterable[Article], doing: str, *, problems: bool = True) -> Iterator[Article]:
        """Pass articles on, counting them, telling their problems, showing progress on a terminal.

        Args:
            articles: the stream.
            doing: what is being done, such as `reading`.
            problems: whether to tell their problems now (not if the result tells them later).
        """
        with _progress(doing) as step:
            for article in articles:
                self.articles += bool(article.text)
                if problems:
                    self.tell(article.problems)
                step(self.articles)
                yield article

    def tell(self, problems: Iterable[Problem]) -> None:
        """Print problems, a few of each kind."""
        for problem in problems:
            kind = (problem.severity, problem.slug)
            self._shown[kind] += 1
            self.failed += problem.severity == "error"
            if self._shown[kind] <= _SHOWN:
                where = f"{problem.source}: " if problem.source not in problem.message else ""
                say(f"{problem.severity}: {where}{problem.message}")

    def close(self, summary: str) -> None:
        """Say what was left unsaid, then the summary; leave with exit code 1 if an input failed."""
        for (severity, slug), count in self._shown.items():
            if count > _SHOWN:
                say(f"{severity}: {count - _SHOWN:,} more like these ({slug}); all are in the output.")
        say(summary)
        if self.failed:
            say(f"{plural(self.failed, 'input')} could not be used; the rest was done.")
            raise click.exceptions.Exit(FAILED)


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

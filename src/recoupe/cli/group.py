"""`recoupe group`: many articles in, one story a line out."""

from __future__ import annotations

import click

import recoupe
from recoupe.cli.lines import write_lines
from recoupe.cli.options import language_option, lines_output, sources_argument
from recoupe.cli.places import refuse_inputs
from recoupe.cli.talk import Talk, errors_told, plural


@click.command("group", epilog="Example: recoupe group week.jsonl -o stories.jsonl")
@sources_argument
@lines_output
@language_option
def command(sources: tuple[str, ...], output: str, language: str | None) -> None:
    """Put together the articles that tell one event.

    IN is a file (plain text, saved HTML, JSON lines), a folder, or - for standard input. One story is written a
    line: its title, its articles' ids, its first and last date. An article that stands alone is a story of one.
    """
    talk = Talk()
    with errors_told():
        refuse_inputs([output], sources)  # told before the work, not after it
        stories = recoupe.group(talk.watch(recoupe.read(*sources, language=language), "reading"))
        if not write_lines(stories, output, sources, worth=lambda: talk.articles > 0):
            talk.keep(output)
    talk.close(f"{plural(talk.articles, 'article')} in {plural(len(stories), 'story')}.")

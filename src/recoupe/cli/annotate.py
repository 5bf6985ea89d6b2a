"""`recoupe annotate`: one annotated article a line, any number of them, in constant memory."""

from __future__ import annotations

import click

import recoupe
from recoupe.cli.lines import write_lines
from recoupe.cli.options import chosen_options, language_option, lines_output, names_option, sources_argument
from recoupe.cli.talk import Talk, errors_told, plural


@click.command("annotate", epilog="Example: recoupe annotate archive.jsonl -o annotated.jsonl")
@sources_argument
@lines_output
@language_option
@names_option
def command(sources: tuple[str, ...], output: str, language: str | None, names: str) -> None:
    """Find names, times, quantities and quotations in articles.

    IN is a file (plain text, saved HTML, JSON lines), a folder, or - for standard input. One annotated article is
    written a line, in the order read; an input that cannot be read is a line with an empty text and its problem.
    """
    talk = Talk()
    with errors_told():
        articles = recoupe.annotate(recoupe.read(*sources, language=language), chosen_options(names=names))
        watched = talk.watch(articles, "annotating")
        if not write_lines(watched, output, sources, worth=lambda: talk.articles > 0):
            talk.keep(output)
    talk.close(f"{plural(talk.articles, 'article')} annotated.")

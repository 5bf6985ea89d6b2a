"""`recoupe dossier`: articles about one event in, a dossier out."""

from __future__ import annotations

from collections.abc import Iterable

import click
import msgspec

import recoupe
from recoupe.cli.options import (
    chosen_options,
    embeddings_option,
    interface_option,
    language_option,
    names_option,
    sources_argument,
)
from recoupe.cli.places import refuse_inputs, standard_output
from recoupe.cli.stories import of_story, read_story
from recoupe.cli.talk import Talk, errors_told, plural, say
from recoupe.compare.embeddings import load_model
from recoupe.publish import FORMATS, plan_files


@click.command("dossier", epilog="Example: recoupe dossier reports/ -o summit/   then open summit/index.html")
@sources_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="PLACE",
    help="A folder (gets index.html, dossier.json, dossier.md), a file that ends in .html, .json or .md, "
    "or - for standard output, with --format.",
)
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Format, where PLACE does not say it.")
@click.option(
    "--story",
    metavar="FILE:ID",
    help="Take only the articles of one story of those that `recoupe group` wrote to FILE.",
)
@click.option("--title", help="Title of the dossier. The clearest headline of the articles if not given.")
@interface_option
@language_option
@names_option
@embeddings_option
def command(
    sources: tuple[str, ...],
    *,
    output: str,
    format_: str | None,
    story: str | None,
    title: str | None,
    interface: str | None,
    language: str | None,
    names: str,
    embeddings: str | None,
) -> None:
    """Compare the articles of one event and write the dossier.

    IN is a file (plain text, saved HTML, JSON lines), a folder, or - for standard input. What could not be read is
    told and left out; the rest is done.
    """
    if output == "-" and not format_:
        raise click.UsageError("Standard output does not say its format: add --format html, json or md.")
    with errors_told():
        # A wrong place is told before the work, not after it.
        planned = ["-"] if output == "-" else [path for path, _ in plan_files(output, format=format_)]
        refuse_inputs(planned, (*sources, story.rpartition(":")[0]) if story else sources)
        options = chosen_options(names=names, interface=interface, embeddings=embeddings)
        if embeddings:
            load_model(embeddings)  # as above
        articles = recoupe.read(*sources, language=language)
        if story:
            articles = of_story(articles, read_story(story))
        build_dossier(articles, output, options, title=title, format_=format_)


def build_dossier(
    articles: Iterable[recoupe.Article],
    output: str,
    options: recoupe.Options,
    *,
    title: str | None = None,
    format_: str | None = None,
) -> None:
    """Annotate, compare, publish; say what came of it; leave with exit code 1 if an input failed.

    With no article that could be read, a dossier that stands in the place is left as it is.

    Args:
        articles: as read.
        output: a folder, a file or `-`.
        options: how to annotate and compare.
        title: the dossier's, if not the clearest headline.
        format_: `html`, `json` or `md`, where `output` does not say it.
    """
    talk = Talk()
    annotated = recoupe.annotate(talk.watch(articles, "annotating", problems=False), options)
    dossier = recoupe.compare(annotated, options)
    if title:
        dossier = msgspec.structs.replace(dossier, title=title)
    talk.tell(dossier.problems)
    if output == "-":
        with standard_output() as stream:
            recoupe.publish(dossier, stream, format=format_, interface=options.interface)
    elif not dossier.articles and any(path.is_file() for path, _ in plan_files(output, format=format_)):
        talk.keep(output)
    else:
        for path in recoupe.publish(dossier, output, format=format_, interface=options.interface):
            say(f"wrote {path}")
    talk.close(
        f"{plural(len(dossier.articles), 'article')}: {plural(len(dossier.established), 'fact')}, "
        f"{plural(len(dossier.discrepancies), 'discrepancy')}, {plural(len(dossier.statements), 'statement')}, "
        f"{plural(sum(not o.perhaps for o in dossier.origins), 'independent origin')}."
    )

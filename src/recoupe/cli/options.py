"""Arguments and options that several commands share."""

from __future__ import annotations

import click
import msgspec

from recoupe.language import available
from recoupe.model.errors import OptionError
from recoupe.model.options import Options

sources_argument = click.argument("sources", nargs=-1, required=True, metavar="IN...")

language_option = click.option(
    "--language",
    type=click.Choice(available()),
    help="Language of the articles that do not say theirs. Detected if not given.",
)

names_option = click.option(
    "--names",
    metavar="WAY",
    default="rules",
    show_default=True,
    help="How names are found: `rules`, or `spacy:MODEL` with the extra recoupe[spacy] and that model.",
)

embeddings_option = click.option(
    "--embeddings",
    metavar="MODEL",
    help="Compare articles of different languages by meaning too, with this sentence-transformers model (a folder, or "
    "a name in the local cache) and the extra recoupe[embeddings]. Nothing is downloaded.",
)

interface_option = click.option(
    "--interface",
    type=click.Choice(available()),
    help="Language of what the program itself says. That of the articles if not given.",
)


lines_output = click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Where to write, one JSON object a line. Standard output if not given.",
)


def chosen_options(**chosen: str | None) -> Options:
    """The options object of what was chosen on the command line; what is None keeps its default.

    Raises:
        OptionError: if a value is none that the option can take.
    """
    told = {name: value for name, value in chosen.items() if value is not None}
    try:
        return msgspec.convert(told, Options)
    except msgspec.ValidationError as reason:
        raise OptionError(f"An option has a value that it cannot take: {reason}.") from reason

"""Options and arguments that several commands share, and how they talk."""

from __future__ import annotations

import click

sources_argument = click.argument("sources", nargs=-1, required=True, metavar="IN...")
names_option = click.option(
    "--names",
    metavar="WAY",
    default="rules",
    show_default=True,
    help="How names are found: `rules`, or `spacy:MODEL` with the extra recoupe[spacy] and that model installed.",
)

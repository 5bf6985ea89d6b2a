"""`recoupe dossier`: articles about one event in, a dossier out."""

from __future__ import annotations

import click

import recoupe
from recoupe.cli.options import names_option, sources_argument


@click.command("dossier")
@sources_argument
@click.option("-o", "output", required=True)
@names_option
def command(sources: tuple[str, ...], output: str, names: str) -> None:
    """Write the dossier of the articles."""
    options = recoupe.Options(names=names)
    recoupe.publish(recoupe.compare(recoupe.annotate(recoupe.read(*sources), options), options), output)

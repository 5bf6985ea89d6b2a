"""`recoupe annotate`: one annotated article a line."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

import recoupe
from recoupe.cli.options import names_option, sources_argument


@click.command("annotate")
@sources_argument
@click.option("-o", "output", required=True)
@names_option
def command(sources: tuple[str, ...], output: str, names: str) -> None:
    """Write one annotated article a line."""
    with Path(output).open("wb") as out:
        articles = recoupe.annotate(recoupe.read(*sources), recoupe.Options(names=names))
        out.writelines(msgspec.json.encode(article) + b"\n" for article in articles)

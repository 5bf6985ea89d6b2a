"""The command line: one file per command; declaration and a few lines of body."""

from __future__ import annotations

import sys

import click
import msgspec

import recoupe

__all__ = ["main"]


@click.group()
def main() -> None:
    """Cross-check press articles about one event."""


@main.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("-o", "output", required=True)
def annotate(sources: tuple[str, ...], output: str) -> None:
    """Write one annotated article a line."""
    with open(output, "wb") as out:
        for article in recoupe.annotate(recoupe.read(*sources)):
            out.write(msgspec.json.encode(article) + b"\n")


@main.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("-o", "output", required=True)
def dossier(sources: tuple[str, ...], output: str) -> None:
    """Write the dossier of the articles."""
    recoupe.publish(recoupe.compare(recoupe.annotate(recoupe.read(*sources))), output)
    sys.exit(0)

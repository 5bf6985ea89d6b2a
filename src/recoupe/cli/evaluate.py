"""`recoupe evaluate`: scores of one kind of finding on a gold file."""

from __future__ import annotations

import click

from recoupe.cli.options import chosen_options, names_option
from recoupe.evaluate import evaluate, subjects


@click.command(
    "evaluate", epilog="Example: recoupe evaluate quotations gold/quotations.jsonl --json > scores.json"
)
@click.argument("subject", type=click.Choice(subjects()))
@click.argument("gold", type=click.Path(exists=True))
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object instead of a table.")
@names_option
def command(subject: str, gold: str, *, as_json: bool, names: str) -> None:
    """Score one kind of finding on a gold file.

    GOLD is a file in the format described in docs/evaluation.md. Each metric comes with a
    95 % bootstrap interval over documents where the gold has more than one.
    """
    report = evaluate(subject, gold, chosen_options(names=names))
    click.echo(report.json() if as_json else report.text())

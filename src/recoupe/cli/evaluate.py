"""`recoupe evaluate`: scores of one kind of finding on a gold file."""

from __future__ import annotations

import json

import click

from recoupe.cli.options import chosen_options, names_option
from recoupe.cli.places import standard_output
from recoupe.cli.talk import errors_told
from recoupe.evaluate import evaluate, subjects
from recoupe.model.errors import OptionError


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
    with errors_told():
        try:
            report = evaluate(subject, gold, chosen_options(names=names))
        except (ValueError, LookupError, TypeError, AttributeError, OSError) as reason:
            raise OptionError(_refusal(subject, gold, reason)) from reason
        with standard_output():
            click.echo(report.json() if as_json else report.text())


def _refusal(subject: str, gold: str, reason: Exception) -> str:
    """What is wrong with a gold file that a scorer broke on."""
    if isinstance(reason, OSError):
        what = reason.strerror or type(reason).__name__
    elif isinstance(reason, json.JSONDecodeError):
        what = f"it is not JSON: {reason}"
    elif isinstance(reason, KeyError):
        what = f"it has no field {reason}"
    else:
        what = f"{type(reason).__name__}: {reason}"
    return f"{gold} cannot be read as gold for {subject} ({what}): docs/evaluation.md says what it must hold."

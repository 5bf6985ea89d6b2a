"""`recoupe demo`: the dossier of the sample that comes with the package."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

import recoupe
from recoupe.cli.dossier import build_dossier
from recoupe.cli.options import chosen_options, interface_option
from recoupe.cli.talk import errors_told, say

SAMPLE = "sorne"  # the folder of the sample, in examples/


@click.command("demo", epilog="Example: recoupe demo -o demo/   then open demo/index.html")
@click.option(
    "-o", "--output", default="demo", show_default=True, metavar="FOLDER", help="Where to write the dossier."
)
@interface_option
def command(output: str, interface: str | None) -> None:
    """Build the dossier of a sample: one invented event, told by six invented outlets."""
    with errors_told():
        sample = find_sample()
        build_dossier(recoupe.read(sample), output, chosen_options(interface=interface))
    page = Path(output) / "index.html"
    if page.is_file():
        say(f"Open {page.resolve().as_uri()} in a browser.")


def find_sample() -> Path:
    """The folder of the sample: inside an installed package, or in `examples/` of a working copy.

    Raises:
        InputError: if it is in neither.
    """
    packaged = Path(str(resources.files("recoupe"))) / "examples"
    checkout = Path(recoupe.__file__).resolve().parents[2] / "examples"
    for place in (packaged, checkout):
        if (place / SAMPLE).is_dir():
            return place / SAMPLE
    raise recoupe.InputError("The sample articles are missing from this installation: install recoupe again.")

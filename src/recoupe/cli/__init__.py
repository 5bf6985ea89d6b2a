"""The command line: one file per command, declaration and a few lines of body; the work is the library's.

Data goes to standard output or to `-o`; talk (progress, problems, summaries) to standard error. Exit code 0: good;
1: some inputs failed and the rest was done; 2: wrong use. A command's module is loaded when the command is named,
so that the others cost nothing.
"""

from __future__ import annotations

import importlib

import click

import recoupe

__all__ = ["COMMANDS", "main"]

COMMANDS = ("annotate", "demo", "dossier", "evaluate", "group")


class Commands(click.Group):
    """The commands of the package, each loaded from `recoupe.cli.<name>` when it is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, sorted."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command `cmd_name`, or None if there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"recoupe.cli.{cmd_name}").command
        return command


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: recoupe dossier reports/ -o summit/   then open summit/index.html",
)
@click.version_option(recoupe.__version__, prog_name="recoupe")
def main() -> None:
    """Cross-check press articles about one event.

    What is established and by how many independent origins, where the articles differ, who said what through
    whom. Every finding leads to its passages. Nothing leaves the machine.
    """

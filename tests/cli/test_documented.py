"""No command and no option without a word in docs/cli.md and an example on its help page."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from recoupe.cli import COMMANDS, main, stories
from recoupe.read import article, detection, encoding, folder, html, jsonlines, manifest, place

DOCS = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")


def section(name: str) -> str:
    """What docs/cli.md says of a command."""
    found = re.search(rf"^## recoupe {name}\n(.*?)(?=^##? )", DOCS, re.DOTALL | re.MULTILINE)
    assert found, f"docs/cli.md has no section “recoupe {name}”"
    return found.group(1)


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def test_every_module_of_a_command_is_a_command() -> None:
    modules = {p.stem for p in Path(main.callback.__code__.co_filename).parent.glob("*.py")}  # type: ignore[union-attr]
    assert modules - {"__init__", "lines", "options", "places", "stories", "talk"} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    text = section(name)
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            for spelling in parameter.opts:
                assert f"`{spelling}" in text, f"docs/cli.md, recoupe {name}: {spelling} is missing"
            assert parameter.help, f"recoupe {name} {parameter.opts[0]} has no help"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_that_is_documented_exists(name: str) -> None:
    known = {spelling for p in command(name).params for spelling in p.opts}
    assert set(re.findall(r"^\| `(?:-\w`, `)?(--\w+)", section(name), re.MULTILINE)) <= known


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_page_has_an_example_of_the_command(name: str) -> None:
    assert (command(name).epilog or "").startswith(f"Example: recoupe {name} ")
    assert (command(name).help or "").strip()


def test_every_problem_is_documented() -> None:
    modules = (article, detection, encoding, folder, html, jsonlines, manifest, place, stories)
    sources = "".join(Path(str(m.__file__)).read_text("utf-8") for m in modules)
    intake = Path(str(article.__file__)).parents[1] / "compare" / "intake.py"
    found = re.findall(r'(?:error|warning)\(\s*"([a-z-]+)"', sources + intake.read_text("utf-8"))
    assert len(set(found)) > 15
    for slug in set(found):
        assert f"`{slug}`" in DOCS, f"docs/cli.md says nothing of the problem {slug}"

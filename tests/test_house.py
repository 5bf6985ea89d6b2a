"""The house as a whole: layers, sizes, dependencies, documents."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
SOURCES = sorted((PROJECT / "src").rglob("*.py"))
DOCUMENTS = [*sorted(PROJECT.glob("*.md")), *sorted((PROJECT / "docs").glob("*.md"))]
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
# Longest file and function, in lines. Over 400 and 50 is a question to answer; over these there is no answer.
FILE, FUNCTION = 600, 70


def test_layers_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_contract_names_every_room() -> None:
    (contract,) = (c for c in PYPROJECT["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    named = set(re.findall(r"recoupe\.(\w+)", " ".join(contract["layers"])))
    rooms = {p.parent.name for p in (PROJECT / "src" / "recoupe").glob("*/__init__.py")}
    assert named == rooms


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PROJECT / "src")))
def test_rooms_are_small_and_say_what_they_do(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "a module says in its first lines what it decides"
    assert len(source.splitlines()) <= FILE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PROJECT / "src")))
def test_the_library_is_silent_and_asks_no_language(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "exit", "quit"}
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute):
            asked = [c.value for c in node.comparators if isinstance(c, ast.Constant)]
            assert not (node.left.attr == "language" and {"fr", "en"} & set(asked)), f"line {node.lineno}"


def test_accents_are_taken_off_in_one_place() -> None:
    found = [p.name for p in SOURCES if "unicodedata.combining" in p.read_text("utf-8")]
    assert found == ["accents.py"]


@pytest.mark.parametrize("verb", ["annotate", "compare"])
def test_the_plan_names_every_room(verb: str) -> None:
    plan = (PROJECT / "docs" / "architecture.md").read_text("utf-8")
    here = PROJECT / "src" / "recoupe" / verb
    rooms = [f"{p.parent.name}/" for p in here.glob("*/__init__.py")]
    files = [p.name for p in here.glob("*.py") if p.name != "__init__.py"]
    assert [room for room in (*rooms, *files) if f"`{room}`" not in plan] == []


def test_the_index_of_documents_names_each() -> None:
    index = (PROJECT / "docs" / "README.md").read_text("utf-8")
    assert [
        p.name
        for p in (PROJECT / "docs").glob("*.md")
        if p.name != "README.md" and f"({p.name})" not in index
    ] == []


def test_every_dependency_has_its_reason() -> None:
    reasons = (PROJECT / "docs" / "dependencies.md").read_text("utf-8")
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *(r for extra in project["optional-dependencies"].values() for r in extra),
    ]
    for requirement in wanted:
        name = re.match(r"[\w.-]+", requirement)
        assert name
        assert name.group() == "recoupe" or name.group() in reasons, f"docs/dependencies.md: {name.group()}"


def test_every_import_is_declared() -> None:
    declared = " ".join([*PYPROJECT["project"]["dependencies"], "spacy sentence_transformers"]).replace(
        "-", "_"
    )
    modules = {"ahocorasick": "pyahocorasick"}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in {n.split(".")[0] for n in names} - set(sys.stdlib_module_names) - {"recoupe"}:
                assert modules.get(name, name) in declared, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_of_documents_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target

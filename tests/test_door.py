"""The public door: what `import recoupe` offers, and what it costs."""

from __future__ import annotations

import importlib
import inspect
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import recoupe

VERBS = ("annotate", "compare", "group", "publish", "read")


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_what_is_promised_is_what_loads() -> None:
    assert recoupe.__all__ == sorted(recoupe.__all__)
    assert len(set(recoupe.__all__)) == len(recoupe.__all__)
    for name in recoupe.__all__:
        value = getattr(recoupe, name)
        home = importlib.import_module(recoupe._HOME[name])
        assert value is getattr(home, name), name
        assert value.__doc__, name
    assert set(recoupe._HOME) == set(recoupe.__all__) == set(dir(recoupe))


def test_what_is_not_promised_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'verify'"):
        recoupe.verify  # noqa: B018


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_a_documented_function_even_after_its_package_was_imported(verb: str) -> None:
    code = (
        f"import recoupe.{verb}, recoupe; from recoupe.{verb} import {verb}; print(recoupe.{verb} is {verb})"
    )
    assert python(code) == "True"
    function = getattr(recoupe, verb)
    assert inspect.isfunction(function)
    for parameter in inspect.signature(function).parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty, parameter
        assert parameter.name in (function.__doc__ or ""), f"{verb}: {parameter.name} is not documented"


def test_the_package_is_typed() -> None:
    assert (Path(recoupe.__file__).parent / "py.typed").is_file()


def test_importing_loads_nothing() -> None:
    loaded = python(
        "import sys; before = set(sys.modules); import recoupe; print(*sorted(set(sys.modules) - before))"
    )
    outside = {name.split(".")[0] for name in loaded.split()} - set(sys.stdlib_module_names)
    assert outside == {"recoupe"}
    assert [name for name in loaded.split() if name.startswith("recoupe.")] == []


def test_importing_takes_under_a_tenth_of_a_second_more_than_python_itself() -> None:
    def best(code: str) -> float:
        times = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            python(code)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(times)

    assert best("import recoupe") < best("pass") + 0.1


@pytest.mark.parametrize("heavy", ["trafilatura", "jinja2", "rich", "py3langid", "charset_normalizer"])
def test_reading_and_annotating_a_plain_text_loads_no_parser_it_does_not_need(
    heavy: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Le pont d'Oslane a rouvert mercredi, a annoncé la mairie.", "utf-8")
    code = (
        f"import sys, recoupe; list(recoupe.annotate(recoupe.read({str(tmp_path)!r}, language='fr')));"
        f"print({heavy!r} in sys.modules)"
    )
    assert python(code) == "False"

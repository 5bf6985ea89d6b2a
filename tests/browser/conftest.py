"""A real Chromium, and the pages it opens."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "publish"))

import ferry
import hostile
import long_names
from crowd import crowd

import recoupe
from recoupe.model.dossier import Dossier

FLAGS = [
    "--no-sandbox",
    "--headless",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """The browser; the tests skip, and say so, where there is none that starts."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="BROWSER TESTS SKIPPED: playwright is missing"
    )
    path = (
        os.environ.get("RECOUPE_CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if path is None:
        pytest.skip("BROWSER TESTS SKIPPED: no chromium; install it with: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        except playwright.Error as error:
            pytest.skip(f"BROWSER TESTS SKIPPED: {path} does not start ({str(error).splitlines()[0]})")
        yield browser
        browser.close()


INTERFACES = {
    "en": "en",
    "nothing": "en",
    "names": "en",
    "twenty": "en",
    "hostile": "en",
}  # of the others: French


@pytest.fixture(scope="session")
def dossiers() -> dict[str, Dossier]:
    """What the pages show, by name."""
    story = ferry.dossier()
    return {
        "fr": story,
        "en": story,
        "empty": Dossier(title="Rien", language="fr"),
        "nothing": Dossier(title="", language="en"),
        "one": long_names.one(),
        "names": long_names.dossier(),
        "twenty": _twenty(),
        "hostile": hostile.dossier(),
        "sorne": _example("sorne"),
    }


@pytest.fixture(scope="session")
def files(tmp_path_factory, dossiers) -> dict[str, Path]:
    """Pages on disk by name."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name, dossier in dossiers.items():
        target = folder / f"{name}.html"
        (found[name],) = recoupe.publish(dossier, target, interface=INTERFACES.get(name, "fr"))
    return found


def _twenty() -> Dossier:
    """Twenty articles of ten outlets, with fewer facts than the large dossier: axe looks at every cell of the grid."""
    story = crowd(20)
    return msgspec.structs.replace(story, facts=story.facts[:12])


def _example(name: str) -> Dossier:
    """The dossier of an example of the project, made by the whole program."""
    folder = Path(__file__).parents[2] / "examples" / name
    return recoupe.compare(recoupe.annotate(recoupe.read(folder)))


@pytest.fixture
def open_page(chromium, files) -> Iterator[Callable]:
    """Opens one of `files` in a context of its own and fails if the page logs an error or asks for anything."""
    contexts, complaints = [], []

    def start(name="fr", *, width=1280, hash_="", **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(files[name].as_uri() + hash_)
        page.asked = asked
        return page

    yield start
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """The dossier behind the pages `fr` and `en`."""
    return ferry.dossier()

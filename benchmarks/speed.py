"""How fast the program is: processor time per article, per story, at import; peak memory; against peers.

    python benchmarks/speed.py [--stories 5,20,100,400] [--articles 60] [--corpora] [--json]

Everything is measured in one run on one machine, as processor time (user and system) of one process, so that other
work on the machine changes little; compare the ratios, not the seconds, between machines. Each measurement of the
finders is the best of three; each dossier is one whole process, from JSON lines to the three files. Texts are
invented (`invention.py`), so that no corpus is needed; `--corpora` adds real stories where they are at hand
(`RECOUPE_CORPORA`). Peers are measured on the same texts where they are installed: `pip install recoupe[bench]`.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib.metadata
import importlib.util
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import recoupe
from invention import WORDS, story
from recoupe.annotate import annotate_article
from recoupe.annotate.document import Document
from recoupe.annotate.names import find_names
from recoupe.annotate.quantities import find_quantities
from recoupe.annotate.quotations import find_quotations
from recoupe.annotate.times import find_times
from recoupe.evaluate.corpora import corpus, rows
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.options import Options

TARGETS = {"quotations with all they need": 60, "times and quantities": 100}  # articles of 500 words a second
STORY_TARGETS = {100: 20, 1000: 300}  # seconds for a story of so many articles
PAGE_TARGET = 10  # seconds for page, JSON and text of 200 articles
SEEDS_TARGET = 2  # seconds for the five articles of the acceptance case, as a whole process
REPEATS = 3

Work = Callable[[Article], object]


class Speed(NamedTuple):
    """What one measurement gave: milliseconds of processor time for `WORDS` words, and articles of them a second."""

    what: str
    milliseconds: float

    @property
    def each_second(self) -> float:
        """Articles of `WORDS` words a second."""
        return 1000 / self.milliseconds


class Process(NamedTuple):
    """A whole process: seconds of processor time, and most memory held, in MB."""

    what: str
    articles: int
    seconds: float
    memory: float


# --- finders


def _document(article: Article) -> Document:
    return Document(article, load(article.language))


def _quotations(article: Article) -> object:
    document = _document(article)
    return find_quotations(document, find_names(document, Options()))


def _times_and_quantities(article: Article) -> object:
    document = _document(article)
    return find_quantities(document, find_times(document))


OURS: dict[str, Work] = {
    "annotate, whole": annotate_article,
    "quotations with all they need": _quotations,
    "times and quantities": _times_and_quantities,
    "times alone": lambda article: find_times(_document(article)),
    "names": lambda article: find_names(_document(article), Options()),
}


def peers(language: str) -> dict[str, Work]:
    """Peers that are installed and know the language: each finds a part of what our finders do."""
    found: dict[str, Work] = {}
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates  # noqa: PLC0415 - slow to import

        name = f"dateparser {importlib.metadata.version('dateparser')}: dates"
        found[name] = lambda article: search_dates(article.text, languages=[language])
    if importlib.util.find_spec("text_to_num"):
        from text_to_num import alpha2digit  # noqa: PLC0415

        name = f"text2num {importlib.metadata.version('text2num')}: numbers in words"
        found[name] = lambda article: alpha2digit(article.text, language)
    return found


def speed(what: str, work: Work, articles: Sequence[Article]) -> Speed:
    """Best of `REPEATS` passes over the articles, after one that is not counted."""
    words = sum(len(a.text.split()) for a in articles)
    work(articles[0])
    best = min(_pass(work, articles) for _ in range(REPEATS))
    return Speed(what, 1000 * best / words * WORDS)


def _pass(work: Work, articles: Sequence[Article]) -> float:
    gc.collect()
    start = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - start


# --- whole processes


def process(what: str, articles: int, command: Sequence[str | Path]) -> Process:
    """Run a command to its end; its processor time and memory.

    Raises:
        subprocess.CalledProcessError: if it fails (exit code 1 says that an input could not be read).
    """
    # A process of its own between, since the memory told is the most of all children so far.
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *command],
        capture_output=True,
        text=True,
        check=True,
        env=_installed(),
    )
    seconds, kilobytes = map(float, done.stdout.split())
    return Process(what, articles, seconds, kilobytes / 1024)


@cache
def _installed() -> dict[str, str]:
    """An environment in which modules and templates are compiled once, as where the package is installed."""
    kept = tempfile.mkdtemp(prefix="recoupe-bytecode-")
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPYCACHEPREFIX": kept}


_MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def dossier(what: str, records: Sequence[dict[str, Any]]) -> Process:
    """The dossier of a story, from JSON lines to page, JSON and text."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "story.jsonl"
        lines.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
        return process(what, len(records), [_recoupe(), "dossier", lines, "-o", Path(folder) / "out"])


def page(count: int) -> tuple[float, float]:
    """Seconds of processor time to write page, JSON and text of an invented story, and the page's size in MB."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "story.jsonl"
        lines.write_text("".join(json.dumps(r) + "\n" for r in story(count)), "utf-8")
        made = recoupe.compare(recoupe.annotate(recoupe.read(lines)))
        gc.collect()
        start = time.process_time()
        written = recoupe.publish(made, Path(folder) / "out")
        return time.process_time() - start, written[0].stat().st_size / 1e6


def _recoupe() -> Path:
    return Path(sys.executable).with_name("recoupe")


def imports() -> list[Process]:
    """Python alone, and with the library imported."""
    return [
        min((process(code, 0, [sys.executable, "-c", code]) for _ in range(5)), key=lambda p: p.seconds)
        for code in ("pass", "import recoupe")
    ]


def real_stories(least: int) -> list[tuple[str, list[dict[str, Any]]]]:
    """The largest story of the French corpus, and the acceptance case is measured apart."""
    path = corpus("data/stories_fr_dev.jsonl")
    if path is None:
        return []
    stories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(path):
        stories[row["story"]].append(row)
    name, records = max(stories.items(), key=lambda item: len(item[1]))
    fields = ("id", "text", "title", "published", "language", "outlet")
    return (
        [(f"corpus: {name}", [{k: r[k] for k in fields if k in r} for r in records])]
        if len(records) >= least
        else []
    )


# --- report


def measure_finders(language: str, count: int) -> list[Speed]:
    """Our finders and the peers on the same invented articles."""
    articles = [
        Article(id=r["id"], text=r["text"], language=language, published=r["published"])
        for r in story(count, language=language)
    ]
    return [speed(what, work, articles) for what, work in (OURS | peers(language)).items()]


def tell_finders(language: str, found: Sequence[Speed]) -> None:
    """One line a finder: time, speed, ratio to the whole, target."""
    whole = found[0].milliseconds
    print(f"\n### One article of {WORDS} words ({language})\n")
    print("| what | ms CPU | articles a second | ratio to annotate | target |\n|---|---|---|---|---|")
    for item in found:
        target = TARGETS.get(item.what)
        wanted = f"≥ {target} {'met' if item.each_second >= target else '**missed**'}" if target else ""
        print(
            f"| {item.what} | {item.milliseconds:.2f} | {item.each_second:.0f} "
            f"| {item.milliseconds / whole:.2f} | {wanted} |"
        )


def tell_processes(found: Sequence[Process]) -> None:
    """One line a process: time, time per article, memory, target."""
    print("\n### Whole processes\n")
    print("| what | articles | s CPU | ms CPU an article | peak MB | target |\n|---|---|---|---|---|---|")
    for item in found:
        target = SEEDS_TARGET if item.what == "corpus: seeds" else STORY_TARGETS.get(item.articles)
        wanted = f"< {target} s {'met' if item.seconds < target else '**missed**'}" if target else ""
        each = f"{1000 * item.seconds / item.articles:.0f}" if item.articles else ""
        print(
            f"| {item.what} | {item.articles or ''} | {item.seconds:.2f} | {each} | {item.memory:.0f} | {wanted} |"
        )


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--stories", default="5,20,100,400", help="sizes of the invented stories")
    parser.add_argument("--articles", type=int, default=60, help="articles that finders are measured on")
    parser.add_argument(
        "--page", type=int, default=200, help="articles of the story whose page is measured; 0: none"
    )
    parser.add_argument("--corpora", action="store_true", help="real stories too, where they are at hand")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    chosen = parser.parse_args()
    speeds = {language: measure_finders(language, chosen.articles) for language in ("fr", "en")}
    processes = imports()
    dossier("not counted: it compiles modules and templates", story(2))
    sizes = [int(size) for size in chosen.stories.split(",") if size]
    processes += [dossier("dossier of an invented story", story(size)) for size in sizes]
    if chosen.corpora:
        processes += [dossier(what, records) for what, records in real_stories(least=2)]
        if seeds := corpus("seeds"):
            with tempfile.TemporaryDirectory() as folder:
                processes.append(process("corpus: seeds", 5, [_recoupe(), "dossier", seeds, "-o", folder]))
    pages = [page(chosen.page)] if chosen.page else []
    if chosen.json:
        print(json.dumps({"finders": {k: [s._asdict() for s in v] for k, v in speeds.items()},
                          "processes": [p._asdict() for p in processes], "pages": pages}))  # fmt: skip
        return
    print(f"Python {platform.python_version()}, {platform.machine()}, processor time.")
    for language, found in speeds.items():
        tell_finders(language, found)
    tell_processes(processes)
    for seconds, size in pages:
        met = "met" if seconds < PAGE_TARGET else "**missed**"
        print(
            f"\nFiles of {chosen.page} articles: {seconds:.2f} s CPU (< {PAGE_TARGET} s {met}), page {size:.1f} MB."
        )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nThis process, finders and peers together, held at most {own:.0f} MB.")


if __name__ == "__main__":
    main()

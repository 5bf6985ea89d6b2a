"""Loading the data of a language: TOML and TSV files of `language/<code>/`, each read once, when first asked for.

Files that are the same for all languages (agencies, countries) stand in `language/shared/`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib import resources
from typing import Any

from recoupe.model.errors import OptionError
from recoupe.text.tokens import token_pattern

_ROOT = resources.files("recoupe.language")


@cache
def available() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages the package has data for, sorted.

    >>> available()
    ('en', 'fr')
    """
    return tuple(
        sorted(f.name for f in _ROOT.iterdir() if f.name != "shared" and f.joinpath("core.toml").is_file())
    )


@cache
def load(code: str) -> Language:
    """The language with ISO 639-1 code `code`.

    Raises:
        OptionError: if the package has no data for it.
    """
    if code not in available():
        raise OptionError(
            f"There is no data for the language {code!r}. Languages at hand: {', '.join(available())}."
        )
    return Language(code)


@cache
def shared_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `language/shared/<name>.tsv` (see `Language.rows`)."""
    return _rows("shared", name)


class Language:
    """The data of one language. Get it with `load`; tables are read lazily and kept."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._tables: dict[str, dict[str, Any]] = {}
        self._lemmas: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"<Language {self.code}>"

    def table(self, name: str) -> dict[str, Any]:
        """The TOML file `<name>.toml` of this language, parsed once."""
        if name not in self._tables:
            self._tables[name] = tomllib.loads(_ROOT.joinpath(self.code, f"{name}.toml").read_text("utf-8"))
        return self._tables[name]

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Rows of the TSV file `<name>.tsv`: tab-separated cells; lines empty or starting with `#` are skipped."""
        return _rows(self.code, name)

    def lemma(self, word: str) -> str:
        """Dictionary form of a word (simplemma's tables), lower-cased; the word itself if unknown."""
        known = self._lemmas.get(word) if word else ""  # a lone soft hyphen leaves nothing of a token
        if known is None:
            import simplemma  # noqa: PLC0415 - its tables cost 200 ms, paid only when asked for

            known = self._lemmas[word] = simplemma.lemmatize(word, lang=self.code).lower()
        return known

    @cached_property
    def tokens(self) -> re.Pattern[str]:
        """Pattern whose matches are the tokens of a text."""
        core = self.table("core")
        return token_pattern(core["elisions"], core["clitics"])

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Lower-case words that keep a following period, without it."""
        return frozenset(self.table("core")["abbreviations"])

    @cached_property
    def stopwords(self) -> frozenset[str]:
        """Function words, normalised as tokens are (`l'`, `qu'` with the apostrophe)."""
        return frozenset(self.table("core")["stopwords"])


@cache
def _rows(folder: str, name: str) -> tuple[tuple[str, ...], ...]:
    text = _ROOT.joinpath(folder, f"{name}.tsv").read_text("utf-8")
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )

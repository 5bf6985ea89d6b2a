"""The verb *publish*: a dossier in, files out.

    dossier ─▶ edition ─▶ sections ─▶ page (html), markdown
           └─▶ contract (json)

One file per format. Formats are imported when they are first asked for: templates and locales cost time.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, get_args

from recoupe.model.dossier import Dossier
from recoupe.model.errors import OutputError
from recoupe.publish.files import write_together

if TYPE_CHECKING:
    from recoupe.publish.edition import Edition
    from recoupe.publish.sections import Sections

__all__ = ["FORMATS", "Format", "plan_files", "publish", "render"]

Format = Literal["html", "json", "md"]
FORMATS: tuple[Format, ...] = get_args(Format)

_SUFFIXES: dict[str, Format] = {".html": "html", ".htm": "html", ".json": "json", ".md": "md"}
_FOLDER_FILES: dict[Format, str] = {"html": "index.html", "json": "dossier.json", "md": "dossier.md"}


def publish(
    dossier: Dossier,
    target: str | Path | BinaryIO,
    *,
    format: str | None = None,  # noqa: A002 - it is the word for it
    interface: str | None = None,
) -> tuple[Path, ...]:
    """Write `dossier` to `target`: every file whole, or none of them (see `files`).

    Args:
        dossier: what `compare` made.
        target: a file whose suffix says the format (`.html`, `.json`, `.md`), a folder (made if it is missing;
            gets `index.html`, `dossier.json` and `dossier.md`), or a stream of bytes.
        format: `html`, `json` or `md`: needed for a stream; for a folder, the one file to write in it.
        interface: language of what the program itself says (`fr`, `en`), None to follow the articles.

    Returns:
        The files written, the page first; none for a stream.

    Raises:
        OutputError: if the format is not known or missing, or the place cannot be written to.
        OptionError: if there is no interface in that language.
    """
    chosen = _known(format)
    if not isinstance(target, str | Path):
        if chosen is None:
            raise OutputError(f"A stream does not say its format. Give one: {', '.join(FORMATS)}.")
        target.write(render(dossier, chosen, interface=interface))
        return ()
    press = _Press(dossier, interface)
    return write_together((path, press.render(kind)) for path, kind in plan_files(target, format=format))


def plan_files(target: str | Path, *, format: str | None = None) -> tuple[tuple[Path, Format], ...]:  # noqa: A002
    """The files that `publish` would write to `target`, the page first, and their formats.

    Asked before the work begins, it tells a wrong name in time.

    Raises:
        OutputError: if the format is not known or missing.

    >>> [(str(path), kind) for path, kind in plan_files("summit.md")]
    [('summit.md', 'md')]
    """
    chosen = _known(format)
    path = Path(target)
    if path.suffix and not path.is_dir():
        return ((path, chosen or _format_of(path)),)
    kinds = FORMATS if chosen is None else (chosen,)
    return tuple((path / _FOLDER_FILES[kind], kind) for kind in kinds)


def render(dossier: Dossier, format: Format, *, interface: str | None = None) -> bytes:  # noqa: A002
    """`dossier` as the bytes of one file.

    Raises:
        OptionError: if there is no interface in that language.
    """
    return _Press(dossier, interface).render(format)


class _Press:
    """One dossier, set once for all the formats that it is asked for in."""

    def __init__(self, dossier: Dossier, interface: str | None) -> None:
        self._dossier = dossier
        self._interface = interface

    @cached_property
    def _set(self) -> tuple[Edition, Sections]:
        from recoupe.publish.edition import Edition  # noqa: PLC0415 - Babel is paid for when used
        from recoupe.publish.interface import choose_interface  # noqa: PLC0415
        from recoupe.publish.sections import make_sections  # noqa: PLC0415

        edition = Edition(self._dossier, choose_interface(self._dossier, self._interface))
        return edition, make_sections(edition)

    def render(self, format: Format) -> bytes:  # noqa: A002
        """The bytes of one file."""
        if format == "json":
            from recoupe.publish.contract import render_contract  # noqa: PLC0415

            return render_contract(self._dossier)
        if format == "md":
            from recoupe.publish.markdown import render_markdown  # noqa: PLC0415

            return render_markdown(*self._set)
        from recoupe.publish.page import render_page  # noqa: PLC0415

        return render_page(*self._set)


def _known(format: str | None) -> Format | None:  # noqa: A002
    for known in FORMATS:
        if format == known:
            return known
    if format is None:
        return None
    raise OutputError(f"There is no format {format!r}. Formats: {', '.join(FORMATS)}.")


def _format_of(path: Path) -> Format:
    found = _SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise OutputError(
            f"{path} does not say a known format. Use a name that ends in {', '.join(_SUFFIXES)}, "
            "a folder, or give the format."
        )
    return found

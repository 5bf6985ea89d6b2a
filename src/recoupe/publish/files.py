"""Files written whole or not at all.

A draft is written beside its place, under a hidden name, brought to the disk and only then put in the place: a full
disk, an error or an interruption leaves what stood there as it was, and no draft. Devices and pipes (`/dev/stdout`)
cannot be replaced: they are written to as they are.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from recoupe.model.errors import OutputError

__all__ = ["Draft", "drafting", "write_together"]

_PERMISSIONS = 0o777


class Draft:
    """What will be a file.

    Attributes:
        path: its place, as the user named it.
        stream: where its content is written to.
    """

    def __init__(self, path: Path) -> None:
        """Open a draft; the folder of its place is made if it is missing.

        Raises:
            OutputError: if it cannot be written there.
        """
        self.path = path
        self._draft: Path | None = None
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            place = Path(os.path.realpath(path))  # a link stays a link
            if place.exists() and not place.is_file():
                self.stream: BinaryIO = place.open("wb")
                return
            self._place = place
            descriptor, name = tempfile.mkstemp(prefix=".recoupe-", suffix=".draft", dir=place.parent)
            self.stream, self._draft = os.fdopen(descriptor, "wb"), Path(name)
            self._draft.chmod(_mode(place))

    def write(self, content: bytes) -> None:
        """Add bytes.

        Raises:
            OutputError: if they cannot be written.
        """
        with _told(self.path):
            self.stream.write(content)

    def finish(self) -> None:
        """Bring everything to the disk.

        Raises:
            OutputError: if it cannot be written.
        """
        with _told(self.path):
            self.stream.flush()
            if self._draft:
                os.fsync(self.stream.fileno())
            self.stream.close()

    def put(self) -> None:
        """Put the finished draft in its place.

        Raises:
            OutputError: if the place cannot be taken.
        """
        if self._draft:
            with _told(self.path):
                self._draft.replace(self._place)
            self._draft = None

    def discard(self) -> None:
        """Leave nothing behind of a draft that was not put in its place; nothing is done to one that was."""
        with contextlib.suppress(OSError):
            self.stream.close()
        if self._draft:
            with contextlib.suppress(OSError):
                self._draft.unlink()
            self._draft = None


@contextlib.contextmanager
def drafting(path: Path) -> Iterator[Draft]:
    """A draft to write to, thrown away on leaving unless it was put in its place."""
    draft = Draft(path)
    try:
        yield draft
    finally:
        draft.discard()


def write_together(files: Iterable[tuple[Path, bytes]]) -> tuple[Path, ...]:
    """Write several files; none is replaced before all of them are on the disk.

    Raises:
        OutputError: if one of them cannot be written.
    """
    with contextlib.ExitStack() as open_drafts:
        drafts = []
        for path, content in files:
            draft = open_drafts.enter_context(drafting(path))
            draft.write(content)
            draft.finish()
            drafts.append(draft)
        for draft in drafts:
            draft.put()
    return tuple(draft.path for draft in drafts)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Errors of the system as one sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"{path} could not be written ({reason}). Choose a place that you may write to and that has room."
        ) from error


def _mode(place: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file gets."""
    with contextlib.suppress(OSError):
        return place.stat().st_mode & _PERMISSIONS
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

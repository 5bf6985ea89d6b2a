"""Which files a source stands for, without reading them: so that nothing is written over what is to be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recoupe.read.folder import find_files
from recoupe.read.manifest import Entry, find_manifest, is_manifest
from recoupe.read.own import is_own_file
from recoupe.read.place import STDIN

__all__ = ["input_files"]


def input_files(source: str) -> Iterator[Path]:
    """Every file that `read(source)` would read: articles and manifests, existing or not.

    Args:
        source: a file, a folder or `-`, which stands for none. What this program wrote into a folder itself is left
            out of it, as `read` leaves it out.
    """
    path = Path(source)
    if source == STDIN:
        return
    if not path.is_dir():
        if not is_manifest(path):
            yield path
            if manifest := find_manifest(path.parent):
                yield manifest
            return
        path = path.parent
    folders = {path}
    for entry in find_files(path):
        if isinstance(entry, Entry):
            file = path / entry.file
            folders.add(file.parent)
            if entry.line or not is_own_file(file):
                yield file
    for folder in sorted(folders):
        if manifest := find_manifest(folder):
            yield manifest

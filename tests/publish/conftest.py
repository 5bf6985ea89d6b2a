"""The invented story, for tests of every format."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import ferry

from recoupe.model.dossier import Dossier


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """Six invented articles with every kind of finding."""
    return ferry.dossier()

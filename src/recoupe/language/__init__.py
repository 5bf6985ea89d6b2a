"""What words mean: data per language, and the loader. A new language is a new folder, no new code path."""

from recoupe.language.loader import Language, available, load, shared_rows

__all__ = ["Language", "available", "load", "shared_rows"]

"""Characters that could act on the page instead of standing in it, made visible.

Articles are hostile input. Markup is escaped by the templates; this is for what escaping leaves: control
characters, which HTML forbids or browsers swallow, and bidirectional overrides, which reorder what follows.
Both are shown by name, since a reader who checks a text wants to know that they are there. Joiners, marks of
direction and soft hyphens belong to ordinary text and stay.
"""

from __future__ import annotations

_CONTROLS = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_HIDDEN = range(0xE0000, 0xE0080)  # tags: text that no reader sees
_VISIBLE = {code: f"‹U+{code:04X}›" for code in (*_CONTROLS, *_BIDI, *_HIDDEN)} | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)


def show(text: str) -> str:
    r"""`text` with characters that act made visible.

    >>> show("a\u202eb\x00")
    'a‹U+202E›b‹U+0000›'
    """
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)

"""Which characters bytes are: byte order mark, then UTF-8, then what the file itself declares, then a guess.

UTF-8 comes before a declaration because valid UTF-8 beyond ASCII is hardly ever anything else, while declarations
are often wrong (saved pages keep the header of the page before it was saved). The guess is charset-normalizer's.
"""

from __future__ import annotations

import codecs
import re

from recoupe.model.problem import Problem
from recoupe.read.article import error, warning

__all__ = ["decode", "refuse_binary"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that people put among articles, and how to get the text out of them.
_SIGNATURES = (
    (b"%PDF", "a PDF", "Copy its text into a .txt file (pdftotext does it)."),
    (b"PK\x03\x04", "a ZIP archive or an office document", "Open it and save the text as .txt."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Open it and save the text as .txt."),
    (b"{\\rtf", "an RTF document", "Open it and save the text as .txt."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"\x89PNG", "a picture", "Only text can be read."),
    (b"\xff\xd8\xff", "a picture", "Only text can be read."),
    (b"GIF8", "a picture", "Only text can be read."),
    (b"RIFF", "a picture or a recording", "Only text can be read."),
    (b"SQLite format 3", "a database", "Export its articles as JSON lines."),
)
_LOOK = 8192  # bytes in which a binary file shows itself
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.01  # no text encoding of news has one control character in a hundred

# Tried before all others: what Windows, old Macs and DOS wrote in western Europe. Among all encodings the guess is
# right for 57 % of French texts of 80 characters and 97 % of 400, among these for 97 % and 100 %.
_LIKELY = ["cp1252", "mac_roman", "cp850"]

# A file in UTF-8 that was cut or patched has some broken bytes among good ones; of a text in another encoding nearly
# all that is not ASCII is broken as UTF-8.
_BROKEN_SHARE = 0.3


def refuse_binary(data: bytes, source: str) -> Problem | None:
    """The reason why `data` is no text, or None if it may be one."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            return error("binary-file", f"{source} is {what}, not text. {advice}", source)
    head = data[:_LOOK]
    if _marked(head) or _wide(head):
        return None
    if len(_CONTROL.findall(head)) > _CONTROL_SHARE * len(head):
        return error("binary-file", f"{source} is a binary file, not text. Save the article as .txt.", source)
    return None


def decode(data: bytes, source: str, declared: str | None = None) -> tuple[str, Problem | None]:
    """The text of a file, and what should be known about how it was decoded.

    Args:
        data: the whole file.
        source: how the user named it.
        declared: encoding that the file says it is in, believed if it is not UTF-8.

    Returns:
        The text (empty if it could not be decoded) and a problem, or None if there is no doubt.
    """
    if refusal := refuse_binary(data, source):
        return "", refusal
    known = _marked(data) or _wide(data[:_LOOK])
    if known or _share_of_broken(data) <= _BROKEN_SHARE:
        return _decode_as(data, known or "utf-8", source)
    if declared:
        try:
            return data.decode(declared), None
        except (LookupError, UnicodeDecodeError):
            pass
    return _guess(data, source)


def _marked(data: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: of its byte pairs, one half is nearly always zero and the other never."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    enough = len(head) // 4
    if odd > enough and not even:
        return "utf-16-le"
    return "utf-16-be" if even > enough and not odd else None


def _decode_as(data: bytes, name: str, source: str) -> tuple[str, Problem | None]:
    """The text in an encoding that is known; what breaks its rules becomes U+FFFD and is told."""
    try:
        return data.decode(name), None
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
    shown = name.removesuffix("-sig").upper()
    message = (
        f"{source} is in {shown}, but some bytes of it are broken (shown as \ufffd in its text). "
        "Save it again from where it came."
    )
    return text, warning("broken-characters", message, source)


def _share_of_broken(data: bytes) -> float:
    """How much of what is not ASCII breaks the rules of UTF-8, from 0 to 1."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        return text.count("\ufffd") / sum(character > "\x7f" for character in text)
    return 0.0


def _guess(data: bytes, source: str) -> tuple[str, Problem | None]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for few files

    best = from_bytes(data, cp_isolation=_LIKELY).best() or from_bytes(data).best()
    if best is None:
        message = f"{source} is in no encoding that could be recognised. Open it and save it as UTF-8."
        return "", error("unknown-encoding", message, source)
    message = (
        f"{source} is not in UTF-8; it was read as {best.encoding}. "
        "If its accents look wrong, open it and save it as UTF-8."
    )
    return str(best), warning("encoding-guessed", message, source)

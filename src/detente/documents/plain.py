"""Plain text: bytes to characters, by byte order mark, then UTF-8, then windows-1252."""

from __future__ import annotations

import codecs
import re

from detente.documents.extracted import Extracted
from detente.errors import UnreadableDocument

# Longer marks first: the mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{4,}")
_UTF8_PAIR = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
# Western text has an accent or a curly quotation mark every few words at most; Cyrillic or
# Greek read as windows-1252 has them in every word.
_MOST_HIGH_BYTES = 0.12

Decoded = tuple[str, tuple[str, ...]]


def decode(name: str, data: bytes) -> Decoded:
    """The characters of ``data``, and warnings where the encoding had to be inferred.

    Raises
    ------
    UnreadableDocument
        If the bytes are not text, or text in an encoding that nothing in them tells.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(name, data[len(mark) :], encoding), ()
    if b"\0" in data:
        raise UnreadableDocument(name, _about_nul(data))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _western(name, data, error)


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            name,
            f"its byte order mark says {encoding.upper()}, but byte {error.start} is not; "
            "save it again as UTF-8",
        ) from None
    if "\0" in text:
        raise UnreadableDocument(name, "is binary, not text; give a text, HTML, PDF or DOCX file")
    return text


def _about_nul(data: bytes) -> str:
    head = data[:4000]
    few, many = sorted((head[0::2].count(0), head[1::2].count(0)))
    # Western letters in UTF-16 have a zero in every second byte, always on the same side.
    if many * 4 > len(head) and few * 20 < len(head):
        return "looks like UTF-16 without a byte order mark; save it again as UTF-8"
    return "is binary, not text; give a text, HTML, PDF or DOCX file"


def _western(name: str, data: bytes, error: UnicodeDecodeError) -> Decoded:
    high = len(_HIGH.findall(data))
    if len(_UTF8_PAIR.findall(data)) * 3 > high:
        raise UnreadableDocument(
            name, f"is UTF-8 with damage at byte {error.start}; save it again as UTF-8"
        )
    plausible = (
        high <= _MOST_HIGH_BYTES * len(data)
        and not _HIGH_RUN.search(data)
        and not _CONTROLS.search(data)
    )
    try:
        if plausible:
            text = data.decode("windows-1252")
            return text, ("not UTF-8; read as windows-1252, so check accents and quotes",)
    except UnicodeDecodeError:
        pass
    raise UnreadableDocument(
        name, f"is not UTF-8 (byte {error.start}) and not Western text; save it again as UTF-8"
    )


def extract(name: str, data: bytes) -> Extracted:
    """The text as it stands.

    Raises
    ------
    UnreadableDocument
        If the bytes are not text in an encoding that can be told.
    """
    text, warnings = decode(name, data)
    return Extracted(text, warnings=warnings)

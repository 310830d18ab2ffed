"""What kind of file bytes are: by their content first, by the name's suffix second."""

from __future__ import annotations

import re
from pathlib import PurePath

from detente.errors import UnreadableDocument

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = (PLAIN, MARKDOWN, HTML, PDF, DOCX)

SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
}

_SAVE_AS = "save it as DOCX, PDF or text"
_IMAGE = "is an image; run OCR over it and give the text"
_ARCHIVE = "is an archive; unpack it and give the documents"
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"is an old Office file (.doc, .xls); {_SAVE_AS}"),
    (b"{\\rtf", f"is an RTF file; {_SAVE_AS}"),
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"7z\xbc\xaf'\x1c", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
)
_HTML_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*){0,3}"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)


def media_type_of(name: str, data: bytes, stated: str | None = None) -> str:
    """One of :data:`MEDIA_TYPES`.

    Signatures in the bytes win over ``stated`` (what a server or a caller said), and that
    over the suffix; text that nothing tells apart is plain text.

    Raises
    ------
    UnreadableDocument
        If the bytes are of a kind that Détente does not read.
    """
    # Some producers put a few bytes before a PDF's header; readers accept that, so do we.
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        # The listing at the end of a ZIP file names its parts.
        if b"word/" in data:
            return DOCX
        raise UnreadableDocument(name, f"is a ZIP or Office file but no DOCX; {_SAVE_AS}")
    for signature, reason in _FOREIGN:
        if data.startswith(signature):
            raise UnreadableDocument(name, reason)
    if _HTML_HEAD.match(_head(data)):
        return HTML
    kind = SUFFIXES.get(PurePath(name).suffix.lower(), PLAIN)
    if stated is not None:
        kind = stated.partition(";")[0].strip().lower()
        if kind == "application/xhtml+xml":
            kind = HTML
        if kind not in MEDIA_TYPES:
            raise UnreadableDocument(
                name, f"is said to be {kind!r}; Détente reads {', '.join(MEDIA_TYPES)}"
            )
    # A PDF or DOCX without its signature is not one; text may still be readable as text.
    return PLAIN if kind in {PDF, DOCX} else kind


def _head(data: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:4098].decode(encoding, "replace")
    return data[:4096].removeprefix(b"\xef\xbb\xbf").decode("latin-1")

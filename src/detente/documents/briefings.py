"""Which files are briefings that Détente wrote: they lie among documents and are none."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

#: Every page says in its first lines who wrote it.
OUR_MARK = b'<meta name="generator" content="detente">'
#: A PDF says it in its identifier, a DOCX in its properties.
OUR_PDF_MARK = b"/ID [(detente briefing)"
OUR_DOCX_MARK = b"<dc:creator>detente</dc:creator>"
_BEGINNING = 512
_LARGEST_PROPERTIES = 65_536


def is_briefing(path: Path) -> bool:
    """True for a briefing of ours; False for whatever cannot be looked into."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            begins = file.read(_BEGINNING)
            if begins.startswith(b"%PDF-"):
                return OUR_PDF_MARK in begins + file.read()
        if begins.startswith(b"PK\x03\x04"):
            return _has_our_properties(path)
    except OSError:
        return False
    return OUR_MARK in begins


def _has_our_properties(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive, archive.open("docProps/core.xml") as part:
            return OUR_DOCX_MARK in part.read(_LARGEST_PROPERTIES)
    except (KeyError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False

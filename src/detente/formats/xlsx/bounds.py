"""What a workbook may hold, looked at before anything is parsed: bombs stop here."""

from __future__ import annotations

import io
import re
import zipfile

MOST_FILE_BYTES = 20_000_000
MOST_BYTES = 64_000_000
#: Of all sheets and strings together; a cell has four or so.
MOST_TAGS = 1_200_000
#: Of any other part, such as styles; openpyxl takes long over them.
MOST_OTHER_TAGS = 60_000
MOST_PARTS = 2_000
#: XML parsers take quadratic time over one huge tag.
LONGEST_TAG = 100_000
_MARKUP = (".xml", ".rels", ".vml")
_CELLS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml", re.IGNORECASE)
_CELL_TAG = re.compile(rb"</?(?:[A-Za-z0-9]{1,20}:)?(?:c|v|row|is|si|t|r|f)[\s/>]")
_LONG_TAG = re.compile(rb"<[^>]{%d}" % LONGEST_TAG)
_SPECIAL = re.compile(rb"<[!?]")
_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}


class TooMuch(ValueError):
    """The file is no workbook, or more than a workbook of a case; the message says what."""


def check(raw: bytes) -> None:
    """Look through a file without parsing it.

    Raises
    ------
    TooMuch
        If it is no archive, or its parts are too many or too large once unpacked, or hold what
        parsers choke on.
    """
    if raw[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise TooMuch("an old .xls or a file with a password; save it as .xlsx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_parts(archive)
    except TooMuch:
        raise
    except Exception as error:
        # Damaged archives raise whatever their insides make zipfile and zlib raise.
        what = str(error).splitlines()[0][:80] if str(error) else "damaged"
        raise TooMuch(f"no .xlsx workbook ({what})") from None


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.NameToInfo:
        raise TooMuch("no .xlsx workbook: xl/workbook.xml is missing")
    if len(parts) > MOST_PARTS or len(archive.NameToInfo) < len(parts):
        raise TooMuch(f"more than {MOST_PARTS:,} parts, or two of one name")
    whole = sum(part.file_size for part in parts)
    if whole > MOST_BYTES:
        raise TooMuch(
            f"{whole / 1e6:,.0f} MB once unpacked; a workbook of a case has at most "
            f"{MOST_BYTES // 1_000_000}"
        )
    tags = others = 0
    for part in parts:
        if not part.filename.lower().endswith(_MARKUP):
            continue
        raw = archive.read(part)
        _check_markup(raw, part.filename)
        found = raw.count(b"<")
        if _CELLS.fullmatch(part.filename):
            tags += found
            if tags > MOST_TAGS:
                raise TooMuch(
                    f"more than about {MOST_TAGS // 4:,} cells; take sheets out that are not "
                    "the case's"
                )
            found -= sum(1 for _ in _CELL_TAG.finditer(raw))
        others += found
        if others > MOST_OTHER_TAGS:
            raise TooMuch("very many styles, rules or objects; save the sheets in a new workbook")


def _check_markup(raw: bytes, name: str) -> None:
    if b"\0" in raw:
        raise TooMuch(f"{name} is not UTF-8")
    if _LONG_TAG.search(raw):
        raise TooMuch(f"{name} has a tag of more than {LONGEST_TAG:,} bytes")
    for number, found in enumerate(_SPECIAL.finditer(raw)):
        begin = next((b for b in _ENDS if raw.startswith(b, found.start())), None)
        if begin is None:
            raise TooMuch(f"{name} declares a document type or entities, which are not read")
        # From behind the beginning: '<!-->' is not closed.
        start = found.start() + len(begin)
        end = raw.find(_ENDS[begin], start, start + LONGEST_TAG)
        if end < 0 or number > MOST_PARTS:
            raise TooMuch(f"{name} has too many or too long comments")

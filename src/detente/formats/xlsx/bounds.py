"""What a workbook may hold, looked at before anything is parsed: bombs stop here."""

from __future__ import annotations

import io
import zipfile

MOST_FILE_BYTES = 20_000_000
MOST_BYTES = 64_000_000
MOST_TAGS = 1_500_000
MOST_PARTS = 2_000
_CHUNK = 1_000_000
_MARKUP = (".xml", ".rels", ".vml")


class TooMuch(ValueError):
    """The file is no workbook, or more than a workbook of a case; the message says what."""


def check(raw: bytes) -> None:
    """Look through a file without parsing it.

    Raises
    ------
    TooMuch
        If it is no archive, or its parts are too many or too large once unpacked.
    """
    if raw[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise TooMuch("an old .xls or a file with a password; save it as .xlsx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_parts(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        what = str(error).splitlines()[0][:80] if str(error) else "damaged"
        raise TooMuch(f"no .xlsx workbook ({what})") from None
    except ValueError as error:
        if isinstance(error, TooMuch):
            raise
        raise TooMuch("no .xlsx workbook (damaged)") from None
    except Exception as error:
        # zlib's own error is no subclass of any of the above.
        raise TooMuch(f"no .xlsx workbook ({str(error)[:80]})") from None


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
    tags = 0
    for part in parts:
        if not part.filename.lower().endswith(_MARKUP):
            continue
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                tags += chunk.count(b"<")
                if tags > MOST_TAGS:
                    raise TooMuch(
                        f"more than about {MOST_TAGS // 4:,} cells; take sheets out that are "
                        "not the case's"
                    )

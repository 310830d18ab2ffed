"""PDF files with a text layer (pypdf): lines of pages, joined to paragraphs."""

from __future__ import annotations

import io
from typing import Any

from detente.documents.extracted import Extracted
from detente.documents.limits import MAX_PAGE_BYTES, MAX_PAGES, MAX_PDF_OPERATIONS
from detente.documents.page_lines import PageLine, blocks_of
from detente.documents.quiet import silenced
from detente.errors import MissingExtra, UnreadableDocument

_ENCRYPTED = "is encrypted, remove the password and save it again"


class _TooMuch(BaseException):
    """Ends a page's reading; pypdf catches every ordinary exception inside a form."""


def extract(name: str, data: bytes) -> Extracted:
    """The words of a PDF's pages as blocks.

    Creation dates are left out: they say when the file was made, not what day the text is
    from. The title counts only if the pages have it too, as programs fill it with file names.

    Raises
    ------
    UnreadableDocument
        If the file is encrypted, damaged, too large, or has no text layer.
    MissingExtra
        If pypdf is not installed.
    """
    try:
        with silenced("pypdf"):
            import pypdf
            from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        raise MissingExtra("pypdf", "pdf", f"{name}: reading PDF") from None
    with silenced("pypdf"):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            # Many files are locked against changes only; the empty password opens them.
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadableDocument(name, _ENCRYPTED)
            pages = len(reader.pages)
            if pages > MAX_PAGES:
                raise UnreadableDocument(
                    name, f"has {pages:,} pages, the limit is {MAX_PAGES:,}; split it"
                )
            lines = _lines(name, reader)
            stated = _title(reader)
        except UnreadableDocument:
            raise
        except (DependencyError, FileNotDecryptedError):
            raise UnreadableDocument(name, _ENCRYPTED) from None
        except Exception as error:
            # Damaged files raise whatever the reader stumbles over.
            raise UnreadableDocument(
                name, f"is damaged ({type(error).__name__}); open it and save it again as PDF"
            ) from error
    blocks = blocks_of(lines)
    letters = sum(c.isalpha() for b in blocks for c in b.text)
    # A scan may carry a stamp or a page number as text.
    if letters < 20 * min(1, pages) or letters < 3 * pages:
        raise UnreadableDocument(name, "has no text layer, run OCR first")
    unknown = sum(b.text.count("\ufffd") for b in blocks)
    notes: tuple[str, ...] = ()
    if unknown * 50 > letters:
        notes = (f"{unknown} characters have no letter in the PDF; check the text",)
    top = " ".join(b.text for b in blocks[:8])
    return Extracted(
        tuple(blocks),
        title=stated if stated is not None and stated.casefold() in top.casefold() else None,
        warnings=notes,
    )


def _title(reader: Any) -> str | None:
    stated = reader.metadata.title if reader.metadata is not None else None
    return " ".join(stated.split()) or None if isinstance(stated, str) else None


def _lines(name: str, reader: Any) -> list[PageLine]:
    lines: list[PageLine] = []
    operations = 0

    def count(*_: object) -> None:
        nonlocal operations
        operations += 1
        if operations > MAX_PDF_OPERATIONS:
            raise _TooMuch

    for number, page in enumerate(reader.pages, 1):
        contents = page.get_contents()
        size = 0 if contents is None else len(contents.get_data())
        if size > MAX_PAGE_BYTES:
            raise UnreadableDocument(
                name, f"page {number} unpacks to {size / 10**6:.0f} MB of drawing; leave it out"
            )
        gathered = _Gathered(number)
        try:
            page.extract_text(visitor_operand_before=count, visitor_text=gathered.add)
        except _TooMuch:
            raise UnreadableDocument(
                name, f"page {number} draws without end; print it to a new PDF"
            ) from None
        lines += gathered.lines()
    return lines


class _Gathered:
    """The pieces of text of a page, put together to lines with place and type."""

    def __init__(self, page: int) -> None:
        self.page = page
        self._lines: list[PageLine] = []
        self._parts: list[str] = []
        self._places: list[tuple[int, float, float, float, bool]] = []

    def add(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """Take one piece, as pypdf's visitor gives it."""
        for i, part in enumerate(text.split("\n")):
            if i:
                self._close()
            if part.strip():
                self._places.append((len(part.strip()), *_place(cm, tm, font, size)))
            self._parts.append(part)

    def lines(self) -> list[PageLine]:
        """All lines so far."""
        self._close()
        return self._lines

    def _close(self) -> None:
        text = "".join(self._parts)
        if self._places:
            # A line is where it begins, in the type of its longest piece: a bullet or a
            # command inside may be set in another.
            _, x, y, _, _ = self._places[0]
            _, _, _, size, bold = max(self._places, key=lambda place: place[0])
            self._lines.append(PageLine(self.page, text, x, y, size, bold))
        self._parts, self._places = [], []


def _place(cm: Any, tm: Any, font: Any, size: float) -> tuple[float, float, float, bool]:
    """Where a piece stands on the page, in points, and how large and heavy its type is."""
    try:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        # The length of an upright unit: rotation leaves it, scaling changes it.
        up = abs(tm[2] * cm[0] + tm[3] * cm[2]) + abs(tm[2] * cm[1] + tm[3] * cm[3])
        name = str((font or {}).get("/BaseFont", "")).lower()
        heavy = any(word in name for word in ("bold", "black", "heavy", "semibold"))
        return float(x), round(float(y), 1), round(float(size) * float(up), 1), heavy
    except (TypeError, ValueError, IndexError, AttributeError, OverflowError):
        return 0.0, 0.0, 0.0, False

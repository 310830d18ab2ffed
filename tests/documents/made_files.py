"""Files that tests build themselves: PDF by hand, DOCX by python-docx."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence

from detente.documents import Document, from_bytes
from detente.errors import UnreadableDocument

# A line of a page: its words, the size of its type, its height from the foot of the page.
Line = tuple[str, float, float]


def attempt(name: str, data: bytes) -> Document | UnreadableDocument:
    """The document, or the one error that reading may raise."""
    try:
        return from_bytes(name, data)
    except UnreadableDocument as error:
        return error


def pdf(pages: Sequence[Sequence[Line]], *, title: str | None = None, trailer: str = "") -> bytes:
    """A PDF whose pages hold these lines in Helvetica, in WinAnsi encoding."""
    streams = []
    for lines in pages:
        parts = []
        for text, size, y in lines:
            shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            parts.append(f"BT /F1 {size} Tf 1 0 0 1 72 {y} Tm ({shown}) Tj ET")
        streams.append("\n".join(parts).encode("cp1252"))
    return pdf_of_streams(streams, title=title, trailer=trailer)


def pdf_of_streams(
    streams: Sequence[bytes], *, title: str | None = None, trailer: str = "", packed: bool = False
) -> bytes:
    """A PDF of one page a content stream."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, stream in enumerate(streams):
        body = zlib.compress(stream, 9) if packed else stream
        filtered = " /Filter /FlateDecode" if packed else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Length {len(body)}{filtered} >>\nstream\n".encode() + body + b"\nendstream"
        )
    if title is not None:
        objects.append(f"<< /Title ({title}) >>".encode())
        trailer += f" /Info {len(objects)} 0 R"
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010} 00000 n \n".encode())
    out.write(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n".encode()
    )
    return out.getvalue()


def paragraph(words: str, top: float, *, size: float = 11, width: int = 80) -> list[Line]:
    """A paragraph wrapped at ``width`` characters, from ``top`` down, 14 points a line."""
    lines: list[Line] = []
    line = ""
    for word in words.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append((line, size, top - 14 * len(lines)))
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, (line, size, top - 14 * len(lines))]


def repacked(docx: bytes, changes: dict[str, bytes]) -> bytes:
    """A DOCX with some parts replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, changes.get(part, old.read(part)))
        for part in changes.keys() - set(old.namelist()):
            new.writestr(part, changes[part])
    return out.getvalue()

"""Path or bytes to a document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.documents.document import Document, Paragraph


def read_document(path: Path) -> Document:
    """Read one file."""
    data = path.read_bytes()
    text = data.decode("utf-8").replace("\r\n", "\n")
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            begin = start + line.index(bare)
            is_prose = bare[-1] in '.!?”"’)…:' and not bare.startswith(("- ", "* ", "#"))
            paragraphs.append(
                Paragraph(
                    len(paragraphs) + 1,
                    begin,
                    begin + len(bare),
                    "body" if is_prose else "bullet" if bare[0] in "-*" else "heading",
                )
            )
        start += len(line)
    return Document(path.name, hashlib.sha256(data).hexdigest(), text, paragraphs=tuple(paragraphs))

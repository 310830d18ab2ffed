"""Path or bytes to a document."""

from __future__ import annotations

import hashlib
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Protocol

from detente.documents.dateline import stated_by
from detente.documents.document import Document
from detente.documents.extracted import Extracted
from detente.documents.find import Source, display_name, find_documents, printable
from detente.documents.language import guess_language
from detente.documents.limits import MAX_BYTES, MAX_CHARACTERS
from detente.documents.normalise import normalise
from detente.documents.sniff import DOCX, HTML, MARKDOWN, PDF, PLAIN, media_type_of
from detente.documents.structure import Block, lay_out, paragraphs_of
from detente.errors import MissingExtra, UnreadableDocument

__all__ = [
    "Duplicate",
    "find_documents",
    "from_bytes",
    "read_all",
    "read_document",
    "sha256_of",
]

# Each format's module, imported when a document of that kind is met; each has `extract`.
_READERS = {PLAIN: "plain", MARKDOWN: "markdown", HTML: "html", PDF: "pdf", DOCX: "docx"}


class _Reader(Protocol):
    def extract(self, name: str, data: bytes) -> Extracted: ...


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document whose words were read already: ``name`` repeats the document called ``of``."""

    name: str
    of: str


def read_document(path: Path) -> Document:
    """Read one file.

    Raises
    ------
    UnreadableDocument
        If the file is missing, empty, too large, or not a document Détente can read.
    MissingExtra
        If its format needs a package that is not installed.
    """
    name = display_name(path)
    return from_bytes(name, _bytes_of(name, path))


def from_bytes(name: str, data: bytes, media_type: str | None = None) -> Document:
    """Make a document of bytes.

    Parameters
    ----------
    name : str
        What to call it; its suffix counts where content and ``media_type`` do not tell.
    media_type : str, optional
        What the source says it is, with or without parameters (``text/html; charset=…``).

    Raises
    ------
    UnreadableDocument
        If there are no words in it that Détente can read.
    MissingExtra
        If its format needs a package that is not installed.
    """
    name = printable(name)
    if not data:
        raise UnreadableDocument(name, "is empty; give a file with text")
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(name, _too_large(len(data)))
    kind = media_type_of(name, data, media_type)
    reader: _Reader = import_module(f"detente.documents.{_READERS[kind]}")
    found = reader.extract(name, data)
    found = replace(
        found,
        title=_one_line(found.title),
        publisher=_one_line(found.publisher),
        warnings=tuple(" ".join(normalise(w).split()) for w in found.warnings),
    )
    if isinstance(found.words, str):
        text = normalise(found.words)
        paragraphs = paragraphs_of(text)
    else:
        blocks = [Block(normalise(b.text), b.kind) for b in found.words]
        text, paragraphs = lay_out(blocks)
    if len(text) > MAX_CHARACTERS:
        raise UnreadableDocument(
            name, f"holds {len(text):,} characters, the limit is {MAX_CHARACTERS:,}; split it"
        )
    if not paragraphs:
        raise UnreadableDocument(name, "holds no words; give a file with text")
    stated = stated_by(text, paragraphs, found)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        media_type=kind,
        title=stated.title,
        publisher=stated.publisher,
        dateline=stated.dateline,
        date=stated.date,
        date_basis=stated.date_basis,
        language=guess_language(text),
        paragraphs=paragraphs,
        warnings=(*found.warnings, *stated.warnings),
    )


def _one_line(stated: str | None) -> str | None:
    """What a file states about itself, clean as its text is; None where nothing is left."""
    return None if stated is None else " ".join(normalise(stated).split()) or None


def read_all(arguments: Sequence[str]) -> Iterator[Document | Duplicate | UnreadableDocument]:
    """Read files, folders and ``-`` one by one; a bad one is yielded as its error.

    Documents with the same words are yielded once; later ones as :class:`Duplicate`. The
    error of a missing package is yielded too, as the one document's error.
    """
    seen: dict[str, str] = {}
    for source in find_documents(arguments):
        if isinstance(source, UnreadableDocument):
            yield source
            continue
        try:
            document = _read(source)
        except UnreadableDocument as error:
            yield UnreadableDocument(source.given, error.reason)
            continue
        except MissingExtra as error:
            yield UnreadableDocument(source.given, str(error))
            continue
        first = seen.get(document.text_sha256)
        if first is None:
            seen[document.text_sha256] = document.name
            yield document
        else:
            yield Duplicate(document.name, first)


def _read(source: Source) -> Document:
    if source.path is not None:
        return from_bytes(source.name, _bytes_of(source.name, source.path))
    # One byte more than allowed tells "too large" without reading on.
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(source.name, f"is over {MAX_BYTES // 10**6} MB; split it")
    return from_bytes(source.name, data)


def _bytes_of(name: str, path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableDocument(name, "is a folder; name a file in it")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument(name, "is no regular file; pipe it in and name it -")
        if status.st_size > MAX_BYTES:
            raise UnreadableDocument(name, _too_large(status.st_size))
        with path.open("rb") as file:
            # The file may grow while it is read; from_bytes refuses the extra byte.
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableDocument(name, "does not exist; check the path") from None
    except (OSError, ValueError) as error:
        if isinstance(error, UnreadableDocument):
            raise
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocument(name, f"cannot be opened ({why.lower()})") from None


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes, refused under the same terms as reading it.

    Raises
    ------
    UnreadableDocument
        If it is missing, no regular file or too large.
    """
    return hashlib.sha256(_bytes_of(display_name(path), path)).hexdigest()


def _too_large(size: int) -> str:
    return f"is {size / 10**6:.0f} MB, the limit is {MAX_BYTES // 10**6} MB; split it"

"""A document: its words, fixed once, and what its form tells about them."""

from __future__ import annotations

import bisect
import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Literal

from detente.types import Span

ParagraphKind = Literal["body", "title", "heading", "bullet", "byline", "caption"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines of the text that belongs together.

    ``number`` counts from 1 through the document and is what a reader sees as ¶n.
    ``kind`` other than ``body`` marks lines that are not prose: they poison name
    recognition and are no place for a claim.
    """

    number: int
    start: int
    end: int
    kind: ParagraphKind = "body"

    @property
    def is_prose(self) -> bool:
        """True for body text (bullets of whole sentences are body text too)."""
        return self.kind == "body"


@dataclass(frozen=True, slots=True)
class Document:
    """A text that never changes.

    Attributes
    ----------
    name : str
        What to call it: the file's name without folders, or ``stdin``.
    sha256 : str
        Of the raw bytes as they were given.
    text : str
        The normalised text. Every span in Détente counts its code points.
    media_type : str
        ``text/plain``, ``text/markdown``, ``text/html``, ``application/pdf`` or
        ``application/vnd.openxmlformats-officedocument.wordprocessingml.document``.
    title, publisher, dateline : str or None
        As stated in the document; None where nothing is stated. ``dateline`` is the
        place (and agency) a report is filed from, as written.
    date : datetime.date or None
        The day the document says it is from; never guessed from the file system.
    date_basis : str or None
        Where ``date`` was read: ``metadata``, ``dateline``, ``byline``, ``first line`` …
    language : str or None
        ISO 639-1 guess, None where the text is too short or mixed to tell.
    """

    name: str
    sha256: str
    text: str
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    date: dt.date | None = None
    date_basis: str | None = None
    language: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    warnings: tuple[str, ...] = ()
    text_sha256: str = field(init=False, repr=False, compare=False, default="")
    """Hash of the normalised text: two documents with the same words share it."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(p.start for p in self.paragraphs))
        digest = hashlib.sha256(self.text.encode("utf-8")).hexdigest()
        object.__setattr__(self, "text_sha256", digest)

    @property
    def id(self) -> str:
        """The document's id in a ledger: the first 12 hex digits of ``text_sha256``."""
        return self.text_sha256[:12]

    def span(self, start: int, end: int) -> Span:
        """The words ``start:end`` as a span."""
        return Span(start, end, self.text[start:end])

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds ``offset``, or None between paragraphs."""
        i = bisect.bisect_right(self._starts, offset) - 1
        if i < 0:
            return None
        found = self.paragraphs[i]
        return found if offset < found.end else None

"""Words that lead to their place: the links of the briefing and the names of the places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from detente.documents.document import Document
from detente.errors import SpanMismatch
from detente.evidence.ledger import Ledger
from detente.types import Span

_LAST_WORD = re.compile(r"\S+\Z")
# A longer last "word" (scripts without spaces, addresses) must be free to break.
_LONGEST_KEPT_WORD = 24
_KEPT_OF_A_LONG_WORD = 4
_QUOTE_MARK = re.compile('[“”"„«»「」『』‹›]')


def shown(text: str) -> Markup:
    """A document's words as markup that a browser reads back unchanged.

    NUL, which HTML cannot hold, becomes U+FFFD (still one code point); a carriage return,
    which a parser would turn into a line feed, becomes a reference.
    """
    return Markup(str(escape(text.replace("\0", "\ufffd"))).replace("\r", "&#13;"))


def document_label(index: int) -> str:
    """The letters of a document: A to Z, then AA, AB and so on.

    >>> document_label(1), document_label(27)
    ('B', 'AB')
    """
    label = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        label = chr(ord("A") + letter) + label
    return label


class Citations:
    """Makes every link into the sources and remembers which words were cited.

    With one document a place is ``¶3``; with several it names the document: ``B ¶3``.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.several = len(ledger.documents) > 1
        self._index = {d.id: i for i, d in enumerate(ledger.documents)}
        self.cited: set[tuple[str, int, int]] = set()

    def label(self, document: Document) -> str:
        """The document's letter; empty where there is only one."""
        return document_label(self._index[document.id]) if self.several else ""

    def index(self, document_id: str) -> int:
        """The document's place among the documents, from 0."""
        return self._index[document_id]

    def anchor(self, document: Document, start: int) -> str:
        """The id of the piece of the source that begins at ``start``."""
        return f"o{self.label(document)}{start}"

    def place(self, document: Document, start: int) -> str:
        """``¶3`` or ``B ¶3``; only the letter, or nothing, where no paragraph holds the place."""
        paragraph = document.paragraph_at(start)
        parts = [self.label(document), f"¶{paragraph.number}" if paragraph else ""]
        return "\u00a0".join(part for part in parts if part)

    def attributes(self, document_id: str, span: Span) -> Markup:
        """The attributes of a link to these words, which from now on count as cited.

        Raises
        ------
        SpanMismatch
            If the ledger has no such document or other words stand there.
        """
        if document_id not in self._index:
            raise SpanMismatch(f"a citation points into {document_id}, not in this ledger")
        document = self.ledger.document(document_id)
        if not span.text or document.text[span.start : span.end] != span.text:
            raise SpanMismatch(f"{document.name} {span.start}:{span.end} is not {span.text!r:.60}")
        self.cited.add((document_id, span.start, span.end))
        which = f' data-d="{self._index[document_id]}"' if self.several else ""
        return Markup(
            f'class="w" href="#{self.anchor(document, span.start)}"{which} '
            f'data-s="{span.start}" data-e="{span.end}"'
        )

    def words(self, document_id: str, span: Span) -> Markup:
        """The exact words as a link, with their paragraph; the last word and ¶n never part."""
        return self._link(document_id, span, "", "")

    def quoted(self, document_id: str, span: Span, lead: str = "") -> Markup:
        """Like :meth:`words`, in quotation marks of the page unless the words have their own.

        ``lead``, the words that stand right before the span, is shown with it but no part of
        the link, which marks exactly its own words.
        """
        if _QUOTE_MARK.search(lead + span.text):
            return shown(lead) + self.words(document_id, span)
        mark = Markup('<span class="qm">{}</span>')
        opening, closing = mark.format("“"), mark.format("”")
        if not lead:
            return self._link(document_id, span, opening, closing)
        return opening + shown(lead) + self._link(document_id, span, "", closing)

    def _link(self, document_id: str, span: Span, before: str, after: str) -> Markup:
        opening = self.attributes(document_id, span)
        place = self.place(self.ledger.document(document_id), span.start)
        head, tail = _split_last_word(span.text)
        locator = Markup('<span class="loc">{}</span>').format(place) if place else ""
        last = Markup('<span class="nb">{}{}{}</span>').format(shown(tail), after, locator)
        return Markup('<a dir="auto" {}>{}{}{}</a>').format(opening, before, shown(head), last)

    def bare(self, document_id: str, span: Span) -> Markup:
        """The exact words as a link without their paragraph, where a table cites it beside."""
        opening = self.attributes(document_id, span)
        return Markup('<a dir="auto" {}>{}</a>').format(opening, shown(span.text))

    def listed(self, places: Sequence[tuple[str, Span]]) -> Markup:
        """Several citations, parted by commas."""
        return Markup(", ").join(self.words(document_id, span) for document_id, span in places)


def _split_last_word(text: str) -> tuple[str, str]:
    found = _LAST_WORD.search(text, max(0, len(text) - _LONGEST_KEPT_WORD - 1))
    if found is None:
        return text, ""
    size = found.end() - found.start()
    cut = len(text) - (_KEPT_OF_A_LONG_WORD if size > _LONGEST_KEPT_WORD else size)
    return text[:cut], text[cut:]

"""The source texts, cut at every span boundary, so that any citation is a run of whole pieces."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from detente.documents.document import Document
from detente.evidence.ledger import Ledger
from detente.report.citations import Citations
from detente.report.page_data import main_span
from detente.report.text_direction import direction, language

Range = tuple[int, int]
# "- ", "12. " and the like; anything longer is text of its own.
_LONGEST_MARK = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that no span boundary cuts.

    ``mark`` is ``g`` where the words of an item or a citation cover it, ``g m`` where only a
    mention or a part of an item (its cue, speaker, place …) does, empty where nothing does.
    """

    start: int
    end: int
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the white space behind it; ``number`` is None between paragraphs."""

    kind: str
    number: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the pane. The texts of its pieces join to the document's text."""

    document: Document
    index: int
    label: str
    language: str
    direction: str
    blocks: tuple[Block, ...]


def sources(ledger: Ledger, citations: Citations) -> list[Source]:
    """Every document cut at the boundaries of its items and of all citations made so far."""
    strong: dict[str, set[Range]] = {d.id: set() for d in ledger.documents}
    weak: dict[str, set[Range]] = {d.id: set() for d in ledger.documents}
    for document_id, span in ledger.spans():
        weak[document_id].add((span.start, span.end))
    for item in ledger.items():
        span = main_span(item)
        strong[item.document].add((span.start, span.end))
    named = {(m.document, m.span.start, m.span.end) for a in ledger.actors for m in a.mentions}
    for document_id, start, end in citations.cited:
        if (document_id, start, end) not in named:
            strong[document_id].add((start, end))
    return [
        Source(
            document,
            index,
            citations.label(document),
            language(document),
            direction(document),
            tuple(_blocks(document, strong[document.id], weak[document.id])),
        )
        for index, document in enumerate(ledger.documents)
    ]


def _blocks(document: Document, strong: set[Range], weak: set[Range]) -> Iterable[Block]:
    spans = _block_spans(document)
    pieces = _pieces(document.text, strong, weak, [start for start, _, _, _ in spans])
    at = 0
    for _, end, kind, number in spans:
        first = at
        while at < len(pieces) and pieces[at].start < end:
            at += 1
        yield Block(kind, number, tuple(pieces[first:at]))


def _block_spans(document: Document) -> list[tuple[int, int, str, int | None]]:
    """Blocks that cover the whole text without a gap: start, end, kind, paragraph number."""
    text = document.text
    blocks: list[tuple[int, str, int | None]] = []
    at = 0
    for paragraph in document.paragraphs:
        between = text[at : paragraph.start]
        bare = between.lstrip()
        start = paragraph.start
        if 0 < len(bare) <= _LONGEST_MARK and "\n" not in bare:
            # The mark of a list item stands on its line.
            start -= len(bare)
        elif bare:
            blocks.append((at + len(between) - len(bare), "between", None))
        blocks.append((start, paragraph.kind, paragraph.number))
        at = paragraph.end
    rest = text[at:].lstrip()
    if rest:
        blocks.append((len(text) - len(rest), "between", None))
    if not blocks:
        return [(0, len(text), "between", None)] if text else []
    # White space before the first block belongs to it, as that behind any block does.
    starts = [0, *(start for start, _, _ in blocks[1:]), len(text)]
    return [(starts[i], starts[i + 1], kind, number) for i, (_, kind, number) in enumerate(blocks)]


def _pieces(
    text: str, strong: set[Range], weak: set[Range], block_starts: list[int]
) -> list[Piece]:
    change: dict[int, list[int]] = {at: [0, 0] for at in (*block_starts, 0, len(text))}
    for which, ranges in enumerate((strong, weak)):
        for start, end in ranges:
            change.setdefault(start, [0, 0])[which] += 1
            change.setdefault(end, [0, 0])[which] -= 1
    cuts = sorted(change)
    pieces: list[Piece] = []
    covered = [0, 0]
    for start, end in itertools.pairwise(cuts):
        covered = [covered[0] + change[start][0], covered[1] + change[start][1]]
        mark = "g" if covered[0] else "g m" if covered[1] else ""
        pieces.append(Piece(start, end, text[start:end], mark))
    return pieces

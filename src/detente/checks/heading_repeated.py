"""One heading over two parts of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.documents.document import Paragraph
from detente.findings import Finding, Witness

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3


@check(
    code="DOC503",
    name="heading-repeated",
    severity="note",
    summary="The same heading stands over two parts of the document.",
    why="It is the trace of a text pasted together twice, and parts with one name cannot be cited.",
    fix="Take out the copy, or give the second part a heading of its own.",
    fires=(
        "Talks at the bridge\n\n## What the parties want\n\nPeru wants a road to the sea.\n\n"
        "## What the parties want\n\nChile wants to keep the port.\n",
    ),
    silent=(
        "Talks at the bridge\n\n## What Peru wants\n\nPeru wants a road to the sea.\n\n"
        "## What Chile wants\n\nChile wants to keep the port.\n",
    ),
)
def heading_repeated(record: Record) -> Iterator[Finding]:
    """Headings of three words or more that stand twice with text below each."""
    for document in record.documents:
        first: dict[tuple[str, ...], Paragraph] = {}
        for paragraph in document.paragraphs:
            if paragraph.kind != "heading":
                continue
            text = document.text[paragraph.start : paragraph.end]
            words = tuple(w.lower() for w in _WORD.findall(text))
            if len(words) < _FEWEST_WORDS:
                continue
            known = first.setdefault(words, paragraph)
            if known is not paragraph:
                yield Finding(
                    code="DOC503",
                    severity="note",
                    message=f"The heading “{text.strip()}” stands twice.",
                    reason=f"It heads ¶{known.number} and ¶{paragraph.number}.",
                    witnesses=tuple(
                        Witness(document.id, document.span(p.start, p.end))
                        for p in (known, paragraph)
                    ),
                )

"""What rests on somebody without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.documents.document import Document
from detente.findings import Finding, Witness
from detente.types import Span

_MOST_SHOWN = 8
_LONGEST_PRONOUN = 4
# Who speaks for a body on the record stands for it, with or without a name.
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person|people|men)\b", re.IGNORECASE)

# A definite plural points back; sources and experts point at nobody.
_THOSE = re.compile(r"\b(?:the|both|these)\s(?:\w+\s){0,3}\w+s$", re.IGNORECASE)
_OF_NOBODY = re.compile(r"\b(?:sources?|analysts?|experts?|observers?)$", re.IGNORECASE)
_REACH = 800
"""How far back, in characters, those may be named whom a plural means."""


@check(
    code="SRC403",
    name="anonymous-source",
    severity="note",
    summary="Words, a statement or a figure rest on a source that has no name.",
    why="The reader cannot weigh the source, and two unnamed sources may be one.",
    fix="Name the source, or say why it is not named and how it can know.",
    fires=(
        "A senior Peruvian official told reporters on Monday that talks would resume.",
        "Diplomats said the bridge would open on Sunday.",
        "Foreign minister Ana Soto met Defence minister Luis Rojas in Lima on Monday. The sources "
        "said that talks would resume.",
    ),
    silent=(
        "Foreign minister Ana Soto told reporters on Monday that talks would resume.",
        "A spokesman for the foreign ministry said on Monday that talks would resume.",
        "Foreign minister Ana Soto met Defence minister Luis Rojas in Lima on Monday. The "
        "officials said that talks would resume.",
    ),
)
def anonymous_source(record: Record) -> Iterator[Finding]:
    """One finding for each name of unnamed sources in a document, with all that rests on them."""
    for document in record.documents:
        resting: dict[str, list[Span]] = {}
        for source, span in _rests_on(record, document):
            actor = record.actor(source)
            if actor is None or actor.type != "anonymous_source":
                continue
            if not _SPOKESPERSON.search(actor.name):
                resting.setdefault(actor.name.casefold(), []).append(span)
        for spans in resting.values():
            if not _named_before(record, document, min(spans)):
                yield _finding(document, spans)


def _named_before(record: Record, document: Document, span: Span) -> bool:
    """True for *the officials* after two persons with names: these are most likely meant."""
    words = document.text[max(0, span.start - 12) : span.end]
    if not _THOSE.search(words) or _OF_NOBODY.search(words):
        return False
    named = {
        actor.id
        for mention, actor in record.mentions(document)
        if actor.type == "person" and span.start - _REACH <= mention.span.start < span.start
    }
    return len(named) >= 2


def _rests_on(record: Record, document: Document) -> Iterator[tuple[str | None, Span]]:
    """Who stands behind each quotation, statement and figure, with the words that say so."""
    for quotation in record.quotations(document):
        yield quotation.speaker, quotation.speaker_span or quotation.span
    for statement in record.statements(document):
        if statement.core:
            yield statement.speaker, statement.speaker_span or statement.content_span
    for quantity in record.quantities(document):
        if quantity.source_span is not None:
            yield quantity.source, quantity.source_span


def _finding(document: Document, spans: list[Span]) -> Finding:
    # Pronouns stand for the source but do not name it.
    shown = sorted(s for s in dict.fromkeys(spans) if len(s.text) > _LONGEST_PRONOUN) or spans
    many = len(spans)
    return Finding(
        code="SRC403",
        severity="note",
        message=f"The source “{shown[0].text}” has no name.",
        reason="One statement or figure rests on it."
        if many == 1
        else f"{many} statements or figures rest on it.",
        witnesses=tuple(Witness(document.id, s) for s in shown[:_MOST_SHOWN]),
    )

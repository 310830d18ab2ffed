"""Read actors from a few sentences, for the actor tests."""

from __future__ import annotations

import hashlib

from detente.documents.document import Document, Paragraph, ParagraphKind
from detente.evidence.actors import extract_actors
from detente.evidence.items import Actor
from detente.evidence.reading import Reading


def document_of(text: str, kinds: tuple[ParagraphKind, ...] = ()) -> Document:
    """A document with a paragraph a line; ``kinds`` of the first ones, the rest is body."""
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            number = len(paragraphs)
            kind = kinds[number] if number < len(kinds) else "body"
            paragraphs.append(Paragraph(number + 1, start, start + len(line), kind))
        start += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document("case.txt", digest, text, paragraphs=tuple(paragraphs))


def actors_of(text: str, *kinds: ParagraphKind) -> dict[str, Actor]:
    """The actors of ``text`` by id."""
    return {a.id: a for a in extract_actors(Reading(document_of(text, kinds)))}


def words_of(actor: Actor, *, role: str | None = None, kind: str | None = None) -> list[str]:
    """The words of an actor's mentions, in order."""
    return [
        m.span.text
        for m in actor.mentions
        if (role is None or m.role == role) and (kind is None or m.kind == kind)
    ]

"""An invented conflict: two states, a mediator, their people, and readings of texts on them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.documents.document import Document, Paragraph
from detente.evidence.items import Actor, ActorType, Mention, MentionKind
from detente.evidence.model import Model
from detente.evidence.quotations import extract_quotations
from detente.evidence.reading import Reading
from detente.evidence.reported_statements import extract_reported_statements
from detente.types import Span

_Row = tuple[str, ActorType, str | None, Mapping[str, MentionKind]]
NAMES: Mapping[str, _Row] = {
    "state:ARA": ("Aravia", "state", None, {"Aravia": "name", "Aravian": "demonym"}),
    "state:BOR": ("Boria", "state", None, {"Boria": "name", "Borian": "demonym"}),
    "state:SEL": ("Selland", "state", None, {"Selland": "name"}),
    "org:LEAGUE": ("Coast League", "igo", None, {"Coast League": "name", "League": "name"}),
    "per:dano": ("Mira Dano", "person", "state:ARA", {"Mira Dano": "name", "Dano": "name"}),
    "per:keld": ("Otto Keld", "person", "state:BOR", {"Otto Keld": "name", "Keld": "name"}),
    "per:oyen": ("Liv Oyen", "person", "state:SEL", {"Liv Oyen": "name", "Oyen": "name"}),
    "grp:borians": ("Borians", "population", "state:BOR", {"Borians": "name"}),
    "grp:rebels": ("Hill rebels", "armed_group", None, {"Hill rebels": "name"}),
    "med:post": ("Harbour Post", "media", None, {"Harbour Post": "name"}),
    "anon:analysts": ("analysts", "anonymous_source", None, {"analysts": "nominal"}),
    "anon:insiders": ("insiders", "anonymous_source", None, {"insiders": "nominal"}),
    "org:institute": ("Tide Institute", "think_tank", None, {"Tide Institute": "name"}),
}


def reading(text: str, model: Model | None = None, **pronouns: str) -> Reading:
    """A reading of ``text`` (a paragraph a line); ``it="state:ARA"`` resolves that pronoun."""
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(len(paragraphs) + 1, start, start + len(line)))
        start += len(line) + 1
    document = Document("talks.txt", "0" * 64, text, paragraphs=tuple(paragraphs))
    actors: list[Actor] = []
    for actor_id, (name, kind, affiliation, surfaces) in NAMES.items():
        words: dict[str, MentionKind] = dict(surfaces)
        words.update({w: "pronoun" for w, target in pronouns.items() if target == actor_id})
        taken: list[Mention] = []
        for word in sorted(words, key=len, reverse=True):
            for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                span = Span.of(text, m.start(), m.end())
                if not any(t.span.overlaps(span) for t in taken):
                    taken.append(Mention(document.id, span, words[word], "actor", "test", "high"))
        if taken:
            taken.sort(key=lambda t: t.span.start)
            actors.append(Actor(actor_id, name, kind, affiliation, mentions=tuple(taken)))
    made = Reading(document, actors=actors)
    if model is not None:
        made.parse = model.parse(document)
    made.quotations = extract_quotations(made)
    made.reported_statements = extract_reported_statements(made)
    return made

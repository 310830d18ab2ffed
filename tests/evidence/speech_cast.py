"""An invented cast and readings of short texts with all its mentions marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from detente.documents.document import Document, Paragraph
from detente.evidence.items import Actor, ActorType, Mention, MentionKind
from detente.evidence.quotations import extract_quotations
from detente.evidence.reading import Reading
from detente.evidence.reported_statements import extract_reported_statements
from detente.types import Span

# id: (name, type, {surface form: kind})
CAST: Mapping[str, tuple[str, ActorType, Mapping[str, MentionKind]]] = {
    "per:ruiz": ("Ana Ruiz", "person", {"Ana Ruiz": "name", "Ruiz": "name"}),
    "per:marsh": ("Leo Marsh", "person", {"Leo Marsh": "name", "Marsh": "name"}),
    "per:okoro": ("Chidi Okoro", "person", {"Chidi Okoro": "name", "Okoro": "name"}),
    "state:RUR": ("Ruritania", "state", {"Ruritania": "name", "Ruritanian": "demonym"}),
    "state:FRE": ("Freedonia", "state", {"Freedonia": "name", "Freedonian": "demonym"}),
    "org:bureau": ("Bureau of Tides", "government_body", {"Bureau of Tides": "name"}),
    "org:bank": ("Lakeland Bank", "company", {"Lakeland Bank": "name"}),
    "org:post": ("Harbour Post", "media", {"Harbour Post": "name"}),
    "org:wire": ("Northwire", "media", {"Northwire": "name"}),
    "org:league": ("Coast League", "igo", {"Coast League": "name"}),
    "anon:analysts": (
        "analysts",
        "anonymous_source",
        {"Analysts": "nominal", "analysts": "nominal"},
    ),
    "anon:envoy": (
        "a senior envoy",
        "anonymous_source",
        {"A senior envoy": "nominal", "a senior envoy": "nominal"},
    ),
    "grp:ruizteam": ("Ruiz’s office", "group", {"Ruiz’s office": "nominal"}),
}


def document(text: str) -> Document:
    """Each line a paragraph of prose."""
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(len(paragraphs) + 1, start, start + len(line)))
        start += len(line) + 1
    return Document("speech.txt", "0" * 64, text, paragraphs=tuple(paragraphs))


def reading(text: str, *, parse: object = None, **pronouns: str) -> Reading:
    """A reading with the cast's mentions; ``he="per:marsh"`` resolves that word everywhere."""
    doc = document(text)
    actors: list[Actor] = []
    for actor_id, (name, kind, surfaces) in CAST.items():
        forms: dict[str, MentionKind] = dict(surfaces)
        for word, target in pronouns.items():
            if target == actor_id:
                forms[word] = "pronoun"
                forms[word.capitalize()] = "pronoun"
        taken: list[Mention] = []
        for form in sorted(forms, key=len, reverse=True):
            for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                span = Span.of(text, m.start(), m.end())
                if not any(t.span.overlaps(span) for t in taken):
                    taken.append(Mention(doc.id, span, forms[form], "actor", "test", "high"))
        if taken:
            taken.sort(key=lambda t: t.span.start)
            actors.append(Actor(actor_id, name, kind, mentions=tuple(taken)))
    made = Reading(doc, actors=actors)
    if parse is not None:
        made.parse = parse.parse(doc)  # type: ignore[attr-defined]
    return made


def read_speech(text: str, *, parse: object = None, **pronouns: str) -> Reading:
    """The reading with its quotations and reported statements."""
    made = reading(text, parse=parse, **pronouns)
    made.quotations = extract_quotations(made)
    made.reported_statements = extract_reported_statements(made)
    return made


@dataclass
class Case:
    """A text and what a careful reader finds in it, one tuple a line (``-`` is None)."""

    text: str
    pronouns: dict[str, str] = field(default_factory=dict)
    lines: list[tuple[str | None, ...]] = field(default_factory=list)

    def __str__(self) -> str:
        return self.text[:60]


def cases(name: str) -> list[Case]:
    """Read a file of cases that lies beside the tests; its head says how it is written."""
    found: list[Case] = []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith("    "):
            found.append(Case(line.replace("⏎", "\n")))
        elif line.startswith("    where "):
            word, _, actor = line.removeprefix("    where ").partition(" is ")
            found[-1].pronouns[word] = actor
        else:
            cells = [cell.strip() for cell in line.split(" | ")]
            found[-1].lines.append(tuple(None if cell == "-" else cell for cell in cells))
    return found

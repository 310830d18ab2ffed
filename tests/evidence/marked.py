"""Readings written by hand: a sentence with its actors, figures and times marked in place.

``[Peru|PER]`` is a mention of a state, ``[Peruvian|PER|d]`` a demonym, ``[Lima|PER|m]`` a
metonym, ``[Lima|PER|m|place]`` a mere place; ``[Ana Soto|per:soto]`` a person and
``[NATO|org:NATO]`` a body. ``{$3 billion|3e9|USD}`` is a figure, ``<2019>`` or
``<third year|duration_ordinal>`` a time with its type. A blank line begins a new paragraph.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.documents.document import Document, Paragraph
from detente.evidence.items import (
    Actor,
    ActorType,
    Mention,
    MentionKind,
    Quantity,
    Resolution,
    Role,
    TimeExpression,
)
from detente.evidence.model import Model
from detente.evidence.reading import Reading
from detente.types import Span

_MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]|\{([^}|]+)\|([^}|]+)\|([^}]+)\}|<([^>]+)>")
_KINDS: Mapping[str, MentionKind] = {
    "n": "name",
    "d": "demonym",
    "m": "metonym",
    "o": "nominal",
    "p": "pronoun",
}
_TYPES: Mapping[str, ActorType] = {
    "med": "media",
    "per": "person",
    "org": "igo",
    "grp": "group",
    "com": "company",
}


@dataclass
class _Builder:
    document: str = ""
    actors: dict[str, list[Mention]] = field(default_factory=dict)
    quantities: list[Quantity] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)


def marked(
    text: str,
    *,
    acts_for: Mapping[str, str] | None = None,
    resolved: Mapping[str, tuple[str, str]] | None = None,
    date: dt.date | None = None,
    model: Model | None = None,
) -> Reading:
    """The reading of a marked text.

    ``acts_for`` gives persons a role of a state and other actors an affiliation;
    ``resolved`` gives times their first and last day.
    """
    plain: list[str] = []
    spans: list[tuple[int, int, re.Match[str]]] = []
    end = at = 0
    for m in _MARK.finditer(text):
        plain.append(text[end : m.start()])
        at += m.start() - end
        words = m.group(1) or m.group(3) or m.group(6).split("|")[0]
        plain.append(words)
        spans.append((at, at + len(words), m))
        at += len(words)
        end = m.end()
    plain.append(text[end:])
    whole = "".join(plain)
    document = Document("marked.txt", "0" * 64, whole, paragraphs=_paragraphs(whole))
    built = _Builder(document.id)
    for start, stop, m in spans:
        _add(built, Span(start, stop, whole[start:stop]), m, resolved or {})
    reading = Reading(document, date, None if model is None else model.parse(document))
    roles = acts_for or {}
    reading.actors = [_actor(built, key, roles.get(key)) for key in built.actors]
    # Whom somebody acts for may stand nowhere in the text.
    missing = sorted(set(roles.values()) - set(built.actors))
    reading.actors = [*reading.actors, *(_actor(built, key, None) for key in missing)]
    reading.quantities = built.quantities
    reading.time_expressions = built.times
    return reading


def _paragraphs(whole: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    start = 0
    for part in whole.split("\n\n"):
        found.append(Paragraph(len(found) + 1, start, start + len(part)))
        start += len(part) + 2
    return tuple(found)


def _add(
    built: _Builder, span: Span, m: re.Match[str], resolved: Mapping[str, tuple[str, str]]
) -> None:
    if m.group(1):
        key, *more = m.group(2).split("|")
        key = key if ":" in key else f"state:{key}"
        kind = _KINDS[more[0]] if more else "name"
        place = "place" in more[1:]
        built.actors.setdefault(key, []).append(
            Mention(built.document, span, kind, "place" if place else "actor", "by hand", "high")
        )
    elif m.group(3):
        number = len(built.quantities) + 1
        built.quantities.append(
            Quantity(
                id=f"n{number:02d}",
                document=built.document,
                span=span,
                value=float(m.group(4)),
                low=None,
                high=None,
                unit=m.group(5),
                approx=None,
                measures=None,
                measures_span=None,
                as_of=None,
                source=None,
                source_span=None,
                attribution=(),
                about=(),
                rule="by hand",
                confidence="high",
            )
        )
    else:
        words, _, kind_of_time = m.group(6).partition("|")
        days = resolved.get(words)
        built.times.append(
            TimeExpression(
                f"t{len(built.times) + 1:02d}",
                built.document,
                span,
                words,
                kind_of_time or ("weekday" if words.endswith("day") else "date"),
                None if days is None else Resolution(days[0], days[1], "day"),
                "by hand",
                "high",
            )
        )


def _actor(built: _Builder, key: str, of: str | None) -> Actor:
    mentions = tuple(built.actors.get(key, ()))
    kind: ActorType = _TYPES.get(key.split(":")[0], "state")
    roles: tuple[Role, ...] = ()
    if kind == "person" and of is not None:
        roles = (Role(built.document, "minister", of, mentions[0].span, "by hand"),)
    name = mentions[0].span.text if mentions else key
    return Actor(key, name, kind, None if kind == "person" else of, roles, mentions)

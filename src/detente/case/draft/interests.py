"""Interests, needs and fears that a party voices or that are told of it, in the text's words.

Whose they are must be plain: the name before the words (*Norway wants …*, *Norway's interest
in …*), or *we* and *I* of a speaker. Concerns that somebody voices are the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material, Passage
from detente.case.draft.wording import bare
from detente.case.draft.words import Citations, Words
from detente.types import Confidence, Span

_Kind = Literal["interests", "needs", "fears"]
_WHAT = r"(?P<what>[^.,;:!?\n“”\"()]{8,160})"
_ADVERB = r"(?:(?:also|still|now|only|clearly|has|have|had|is|are|was|long|\w+ly)\s+){0,2}"
_AFTER_NAME: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
    (
        "fears",
        re.compile(rf"\s+{_ADVERB}(?:fears?|worr(?:y|ies)|is wary of|are wary of)\s+{_WHAT}"),
    ),
    ("needs", re.compile(rf"\s+{_ADVERB}needs?\s+(?=to|a|an|the|more|its){_WHAT}")),
    (
        "interests",
        re.compile(rf"\s+{_ADVERB}(?:wants?|seeks?|desires?|hopes? (?:for|to))\s+{_WHAT}"),
    ),
    (
        "fears",
        re.compile(
            rf"[’']s?\s+(?:\w+\s+)?(?:fears?|concerns?|worries)\s+(?:about|over|of|that)\s+{_WHAT}"
        ),
    ),
    (
        "interests",
        re.compile(rf"[’']s?\s+(?:\w+\s+)?(?:interests?|desire|stake)\s+(?:in|for|to)\s+{_WHAT}"),
    ),
)
_FIRST_PERSON: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
    (
        "fears",
        re.compile(
            rf"\b(?:we|I)\s+{_ADVERB}(?:fear|worry|are concerned|am concerned)\s+{_WHAT}", re.I
        ),
    ),
    (
        "needs",
        re.compile(rf"(?<!that )\bwe\s+{_ADVERB}need\s+(?=to|a|an|the|more|our){_WHAT}", re.I),
    ),
    (
        "interests",
        re.compile(rf"\b(?:we|I)\s+{_ADVERB}(?:want|seek|hope for|hope to)\s+{_WHAT}", re.I),
    ),
)
_VOICED: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
    (
        "fears",
        re.compile(
            rf"\b(?:fears?\s+(?:about|over|of|that)|(?:concerns?|worries)\s+(?:about|over|that))"
            rf"\s+{_WHAT}",
            re.IGNORECASE,
        ),
    ),
)
_MOST = 3


def draft_interests(
    material: Material, parties: Parties, citations: Citations
) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Statements by party id and kind (``interests``, ``needs``, ``fears``)."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    taken: set[tuple[str, int]] = set()
    for party, kind, words, confidence in (*_voiced(material, parties), *_told(material, parties)):
        entries = found.setdefault(party, {}).setdefault(kind, [])
        text = bare(words.span.text)
        key = (words.document, words.span.end)
        if len(entries) == _MOST or key in taken or any(text in e["text"] for e in entries):
            continue
        taken.add(key)
        entries.append({"text": text} | citations.entry([words], confidence))
    return {
        party: {kind: rows for kind, rows in kinds.items() if rows}
        for party, kinds in found.items()
    }


_Found = tuple[str, _Kind, Words, Confidence]


def _voiced(material: Material, parties: Parties) -> Iterator[_Found]:
    """What a speaker says of itself."""
    for passage in material.of_kind("stance", "statement", "quotation"):
        party = parties.of(passage.actor)
        if party is None or passage.is_guess:
            continue
        patterns = _FIRST_PERSON if passage.kind == "quotation" else _VOICED
        text = material.ledger.document(passage.document).text
        for kind, pattern in patterns:
            match = pattern.search(text, passage.span.start, passage.span.end)
            if match is not None:
                yield party, kind, _words(text, match, match.start(), passage), "medium"


def _told(material: Material, parties: Parties) -> Iterator[_Found]:
    """What is told of somebody by name."""
    for actor in material.ledger.actors:
        party = parties.of(actor.id)
        if party is None or actor.type == "anonymous_source":
            continue
        for mention in actor.mentions:
            if mention.role != "actor" or mention.kind == "pronoun":
                continue
            text = material.ledger.document(mention.document).text
            for kind, pattern in _AFTER_NAME:
                match = pattern.match(text, mention.span.end)
                if match is not None:
                    end = _end(text, match)
                    span = Span.of(text, mention.span.start, end)
                    yield party, kind, Words(mention.document, span), "medium"


def _words(text: str, match: re.Match[str], start: int, passage: Passage) -> Words:
    return Words(passage.document, Span.of(text, start, _end(text, match)), passage.item.id)


def _end(text: str, match: re.Match[str]) -> int:
    """The end of the words, at the last word that is whole."""
    end = match.end()
    if end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end = max(text.rfind(" ", match.start("what"), end), match.start("what") + 1)
    return max(len(text[:end].rstrip(" ,")), match.start() + 1)

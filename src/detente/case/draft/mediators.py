"""Whom a sentence names as the mediator: *A and B resumed talks with C acting as mediator*.

The names next to the words *acting as mediator* are the mediator's, those of the others who
meet are not. Several joined names are taken where the noun is plural or *with* stands before
the first; else only the nearest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.case.draft.passages import Material
from detente.case.draft.words import Words
from detente.evidence.items import Mention
from detente.types import Span

_NOUN = (
    r"(?:(?:an?|the|its|their|sole|joint|main|chief|neutral|impartial)\s){0,3}"
    r"(?:mediator|intermediary|facilitator|go-between)(?P<several>s)?\b"
)
_ACTING = re.compile(
    rf"\b(?:act(?:s|ed|ing)?|serv(?:e|es|ed|ing))\sas\s{_NOUN}|(?P<bare>\bthe\smediator(?P<these>s)?)\b",
    re.IGNORECASE,
)
_WITH_AS = re.compile(rf"\bas\s{_NOUN}", re.IGNORECASE)
_TO_VERB = re.compile(
    r"\s?,?\s(?:(?:who|which|has|have|had|will|would|is|was|are|were|again|also|itself|now)\s){0,4}"
)
_TO_AS = re.compile(r"\s")
_TO_NAME = re.compile(r"\s?,\s(?:the\s)?", re.IGNORECASE)
_JOINED = re.compile(r"\s?(?:,|,?\sand)\s(?:the\s)?", re.IGNORECASE)
_WITH = re.compile(r"\bwith(?:\s(?:both|the))*\s$", re.IGNORECASE)
_WITHOUT = re.compile(r"\bwithout(?:\s(?:both|the))*\s$", re.IGNORECASE)
_LEAD = 24
_REACH = 400
"""Joined names stand within this many characters of the words."""

_Names = list[tuple[Mention, str]]


@dataclass(frozen=True)
class NamedMediators:
    """The actors a sentence names as mediators, with the words; none where it is unclear who."""

    actors: tuple[str, ...]
    words: Words | None


def named_mediators(material: Material, document: str, span: Span) -> NamedMediators | None:
    """Whom the sentence of some words names as mediators.

    Returns
    -------
    NamedMediators | None
        Without actors where somebody acts as mediator and it is unclear who, or where the
        words say that nobody does; None where the sentence speaks of no one acting so.
    """
    sentence = material.sentence_at(document, span.start)
    if sentence is None:
        return None
    text = material.ledger.document(document).text

    def before(at: int, gap: re.Pattern[str]) -> _Names:
        start = max(sentence.start, at - _REACH)
        return _before(text, material.names_in(document, start, at), at, gap)

    acts = False
    for found in _ACTING.finditer(text, sentence.start, sentence.end):
        is_verb = (
            found["these"] is None and text[found.start() : found.start() + 3].lower() != "the"
        )
        acts |= is_verb
        several = bool(found["several"] or found["these"])
        near = before(found.start(), _TO_VERB) if is_verb else []
        end = min(sentence.end, found.end() + _REACH)
        after = material.names_in(document, found.end(), end)
        chosen = _kept(text, near, several) if near else _after(text, after, found.end())
        if chosen:
            return _named(text, document, chosen, found.start(), found.end())
    for found in _WITH_AS.finditer(text, sentence.start, sentence.end):
        near = before(found.start(), _TO_AS)
        if near and _leads(_WITH, text, near):
            return _named(text, document, near, found.start(), found.end())
    return NamedMediators((), None) if acts else None


def _before(text: str, names: _Names, at: int, gap: re.Pattern[str]) -> _Names:
    """The joined names that end just before a place, in order."""
    out: _Names = []
    until = at
    for mention, actor in reversed(names):
        link = _JOINED if out else gap
        if mention.span.end > until:
            continue  # a name within a name
        if not link.fullmatch(text, mention.span.end, until):
            break
        out.insert(0, (mention, actor))
        until = mention.span.start
    return out


def _kept(text: str, before: _Names, several: bool) -> _Names:
    return before if several or _leads(_WITH, text, before) else before[-1:]


def _after(text: str, names: _Names, at: int) -> _Names:
    """The joined names that begin just after a comma: *acting as mediators, A and B*."""
    out: _Names = []
    for mention, actor in names:
        link = _JOINED if out else _TO_NAME
        if not link.fullmatch(text, at, mention.span.start):
            break
        out.append((mention, actor))
        at = mention.span.end
    return out


def _leads(lead: re.Pattern[str], text: str, names: _Names) -> bool:
    start = names[0][0].span.start
    return lead.search(text[max(0, start - _LEAD) : start]) is not None


def _named(text: str, document: str, names: _Names, start: int, end: int) -> NamedMediators:
    if _leads(_WITHOUT, text, names):
        return NamedMediators((), None)
    start = min(start, names[0][0].span.start)
    end = max(end, names[-1][0].span.end)
    actors = tuple(dict.fromkeys(actor for _, actor in names))
    return NamedMediators(actors, Words(document, Span.of(text, start, end)))

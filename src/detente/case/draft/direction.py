"""Which end of a topic's scale somebody's words ask for, where that is clear.

The rule: a demand or precondition with cues of one end (``towards_high`` or ``towards_low`` in
the lexicon), and of one only, asks for that end; a stance for or against words with such cues
likewise. One negation before the cue turns it round; two tell nothing. A number is never
more than a range: 60 to 100, or 75 to 100 where the words say *full*, *all* or *immediate*;
what is refused is 0 to 40; doubt is 0 to 50 (all mirrored for the low end). Offers and
concessions say what a party could live with, not what it wants, and give no number; nor does
a threat, which says what a party would do to another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.case.draft.passages import Passage
from detente.case.draft.topics import Direction, TopicHit
from detente.evidence.items import Stance, Term

#: The basis that a number drafted by this rule names.
BASIS = "rule of direction"
_LONGEST = 300
_RESTART = re.compile(r"[.;:!?—]|\bbut\b", re.IGNORECASE)
# *No talks until they leave* asks them to leave.
_CONDITION = re.compile(r"\b(?:until|unless|without|before)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|cannot|neither|nor|none|refus\w+|reject\w*|oppos\w+|against"
    r"|unacceptable|rul\w+ out|prevent\w*|avoid\w*|den(?:y|ies|ied))\b|n[’']t\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_THREATENS = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|also|again|now|even|repeatedly)\s){0,3}threaten\w*",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:full|fully|complete|completely|all|total|totally|entire|entirely|immediate"
    r"|immediately|unconditional|unconditionally|permanent|every)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stand:
    """A part of the scale, and the end it belongs to."""

    low: float
    high: float
    end: Direction


def stand_of(passage: Passage, topic: str) -> Stand | None:
    """Where the words of a passage put their speaker on a topic's scale; None if unclear."""
    end = end_asked_for(passage, topic)
    item = passage.item
    if end is None or passage.is_guess:
        return None
    if isinstance(item, Term):
        if item.kind not in ("demand", "precondition"):
            return None
        return _part(end, 75 if _ALL.search(passage.span.text) else 60)
    if isinstance(item, Stance) and not _THREATENS.match(passage.span.text):
        other: Direction = "low" if end == "high" else "high"
        if item.label == "support":
            return _part(end, 60)
        if item.label == "oppose":
            return _part(other, 60)
        if item.label == "sceptical":
            return _part(other, 50)
    return None


def end_asked_for(passage: Passage, topic: str) -> Direction | None:
    """The one end of the scale that the words ask for, negation heeded."""
    if isinstance(passage.item, Term) and len(passage.span.text) > _LONGEST:
        return None  # too much is said at once to tell what is asked
    ends: set[Direction] = set()
    for hit in passage.topics:
        if hit.topic != topic or hit.direction is None:
            continue
        before = passage.span.text[: max(0, hit.start - passage.span.start)]
        negations = 0
        if passage.span.start <= hit.start and not isinstance(passage.item, Stance):
            negations = _negations(before) + _negations_inside(passage, hit)
        if negations > 1:
            return None
        turned: Direction = "low" if hit.direction == "high" else "high"
        ends.add(turned if negations else hit.direction)
    return ends.pop() if len(ends) == 1 else None


def _negations_inside(passage: Passage, hit: TopicHit) -> int:
    """Negations in the gaps of a cue (*sanctions are not lifted*), not in the cue itself."""
    words = passage.span.text[hit.start - passage.span.start : hit.end - passage.span.start]
    return len(_NOT.findall(words.partition(" ")[2]))


def _negations(before: str) -> int:
    """How often what follows is negated, in its clause; a negated condition is none."""
    clause = _RESTART.split(before)[-1]
    conditions = list(_CONDITION.finditer(clause))
    if conditions and _NEGATION.search(clause, 0, conditions[-1].start()):
        clause = clause[conditions[-1].end() :]
    return len(_NEGATION.findall(clause))


def _part(end: Direction, least: float) -> Stand:
    return Stand(least, 100, "high") if end == "high" else Stand(0, 100 - least, "low")

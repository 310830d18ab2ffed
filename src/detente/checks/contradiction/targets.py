"""Whether two stances are towards one thing, and whether time lies between them."""

from __future__ import annotations

import re

from detente.checks.figures.measure import content_words
from detente.checks.inside import sentence_at
from detente.checks.record import Record
from detente.evidence.items import Stance
from detente.types import Span

# With one of these in the sentence a view is told as one of its time.
_TURN = re.compile(
    r"(?<!\w)(?:once|earlier|previously|initially|originally|formerly|now|no longer|later|then|had"
    r"|chang(?:e|ed|ing)|revers(?:e|ed|al)|until|till|at first|since then|before|after|eventually"
    r"|again|finally|still|while|although|though|however|but|despite|unless|if|former|past|last"
    r"|years? ago)(?!\w)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2
LEAST_LIKENESS = 0.75


def one_target(one: Stance, other: Stance) -> bool:
    """True if both targets are named in the words of the stance, and are the same."""
    if one.target is None or other.target is None:
        return False
    if one.target not in one.span.text or other.target not in other.span.text:
        return False
    a, b = content_words(one.target), content_words(other.target)
    if min(len(a), len(b)) < _FEWEST_WORDS:
        return False
    return len(a & b) >= LEAST_LIKENESS * len(a | b)


def of_one_time(record: Record, one: Stance, other: Stance) -> bool:
    """True if nothing says that the one view came before the other."""
    if one.document != other.document:
        days = {record.document(d).date for d in (one.document, other.document)}
        if len(days) > 1:
            return False
    return not any(_turns(record, s) for s in (one, other))


def _turns(record: Record, stance: Stance) -> bool:
    document = record.document(stance.document)
    sentence = sentence_at(record, document, stance.span.start)
    if sentence is None:
        return False
    if _TURN.search(document.text, sentence.start, sentence.end):
        return True
    inside = Span.of(document.text, sentence.start, sentence.end)
    return any(inside.covers(t.span) for t in record.times(document))

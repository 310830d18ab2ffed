"""*It is necessary to …*, *X must be …* in a text that only one body makes proposals in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.evidence.items import Actor, StanceLabel
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_page import Page
from detente.evidence.positions.stance_hits import Hit

_PROPOSING = frozenset(("propose", "put_forward"))
_BODIES = frozenset("group organisation think_tank ngo igo government_body party company".split())
_NEEDED = re.compile(
    r"\bit\s+is\s+(?:(?:also|therefore|\w+ly)\s+)?(necessary|essential|imperative|crucial|vital"
    r"|proposed|recommended|suggested)\s+(?:to|that)\b",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\bmust\s+be\s+\w+(?:ed|en|wn)\b")
# What is to be broken off is opposed.
_BREAKING = re.compile(
    r"\s(?:to|be)\s+(?:\w+\s+(?:the\s+)?)?(?:sever|end|stop|terminat|cut|ceas|abandon|halt|reject"
    r"|ban)(?:e|ed|ing|ion|ance|s|ned|ped)?\b",
    re.IGNORECASE,
)


def proposer(hits: Sequence[Hit]) -> Actor | None:
    """The only body that proposes something in the text, at least twice; None if there is none."""
    found = [a for h in hits if h.cue.rule in _PROPOSING for a in h.actors]
    if len(found) < 2 or len({a.id for a in found}) > 1 or found[0].type not in _BODIES:
        return None
    return found[0]


def impersonal(page: Page, hits: Sequence[Hit]) -> Iterator[tuple[Line, int, int, StanceLabel]]:
    """Lines with the words ``first`` to ``last`` (exclusive) that say what ought to be done.

    The label is oppose where that is to break something off.
    """
    taken = {h.line.start for h in hits}
    text = page.reading.text
    for sentence in page.reading.prose:
        if sentence.start in taken:
            continue
        needed = _NEEDED.search(text, sentence.start, sentence.end)
        found = needed or _OUGHT.search(text, sentence.start, sentence.end)
        if found is None:
            continue
        line = page.line(sentence.start, sentence.end)
        at = line.index_at(found.end() - 1)
        if line.is_question or line.in_quotation(at):
            continue
        first = line.index_at(found.start(1)) if needed is not None else line.clause_start(at)
        last = line.clause_end(at)
        start, end = line.span_of(first, last)
        yield line, first, last, "oppose" if _BREAKING.search(text, start, end) else "support"

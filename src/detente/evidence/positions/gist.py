"""A few words for a term: the text's own, cut at a natural place."""

from __future__ import annotations

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import DETERMINERS, PREPOSITIONS

MOST_WORDS = 12
_MARKS = '“”"«»,;:.!?…() '
_CUTS = PREPOSITIONS | frozenset("and or but which that who to when while if".split())


def gist(line: Line, first: int, last: int) -> str:
    """Words ``first`` to ``last`` without quotation marks, at most twelve of them.

    A longer run is cut before a preposition or conjunction, so that it does not end on one.
    """
    while first < last and line.words[first] in ("and", "but", "that", ",", "“", '"', "«"):
        first += 1
    stop = first
    counted = 0
    while stop < last and counted < MOST_WORDS:
        token = line.tokens[stop]
        glued = stop > first and token.start == line.tokens[stop - 1].end
        if not glued:
            counted += 1
        stop += 1
    while stop < last and line.tokens[stop].start == line.tokens[stop - 1].end:
        stop += 1
    if stop < last:
        cut = stop
        while cut > first + 5 and line.words[cut] not in _CUTS:
            cut -= 1
        if cut > first + 5:
            stop = cut
    while stop > first + 1 and line.words[stop - 1] in DETERMINERS | _CUTS:
        stop -= 1
    start, end = line.span_of(first, stop)
    return " ".join(line.reading.text[start:end].strip(_MARKS).split())

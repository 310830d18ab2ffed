"""Where the noun phrase or the clause begins that ends at a word, by the order of words."""

from __future__ import annotations

from detente.evidence.speech.narration import QUOTE, Unit
from detente.evidence.speech.narration_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from detente.evidence.speech.speech_cues import VERB_FORMS

_CONTRAST = frozenset("but yet though although whereas however".split())
LEADS = frozenset("and but so yet still meanwhile however moreover".split())
_DATELINE = 14
_FRONTED = frozenset(
    "with as in after since while although though amid despite when if by on".split()
)


def noun_begin(unit: Unit, k: int) -> int:
    """The first word of the noun phrase that ends at ``k``, its complement with *of* included."""
    begin = k
    while begin > 0:
        word = unit.low[begin - 1]
        if word in DETERMINERS and unit.low[begin - 2 : begin - 1] != ["of"]:
            begin -= 1
            break
        loose = word in PREPOSITIONS and word != "of"
        if loose or word in AUXILIARIES or word in (",", ";", ":", QUOTE):
            break
        begin -= 1
    return begin


def after_dateline(unit: Unit) -> int:
    """The first word after *LISBON, May 3 (Northwire) –*, 0 where there is none."""
    if not (unit.words[0].text.isupper() and len(unit.words[0].text) > 2):
        return 0
    for k in range(1, min(len(unit.low) - 1, _DATELINE)):
        if unit.low[k] in ("-", "—", "–") and unit.words[k].start > unit.words[k - 1].end:
            return k + 1
        if unit.low[k] in (".", ":", ";", QUOTE):
            break
    return 0


def clause_begin(unit: Unit, end: int) -> int:
    """The beginning of the clause that ends before word ``end``."""
    commas: list[int] = []
    for k in range(end - 1, -1, -1):
        word = unit.low[k]
        if word in (";", ":", QUOTE) or (word in ("—", "–") and end - k > 3):
            return k + 1
        if word == "that" and k and unit.low[k - 1] in VERB_FORMS:
            return k + 1
        if word == "," and k + 1 < end:
            commas.append(k)
            if unit.low[k + 1] in _CONTRAST or unit.low[k + 1] in ("and", "while"):
                return k + 2
    if commas and unit.low[0] in _FRONTED:
        nearest = commas[0]
        if end - nearest > 3:
            return nearest + 1
        return commas[-1] + 1
    return 1 if unit.low[0] in LEADS and end > 2 else after_dateline(unit)

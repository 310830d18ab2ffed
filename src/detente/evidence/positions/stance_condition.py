"""The words of a condition that a stance hangs on: *if …*, *provided that …*, *… must first*."""

from __future__ import annotations

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import CONTRAST, DETERMINERS, MODALS, looks_like_verb

# How many words from the stance a condition may begin.
_NEAR = 40
_OPENERS = frozenset("if unless provided providing once until pending".split())
_PAIRS = frozenset(
    (("as", "long"), ("so", "long"), ("on", "condition"), ("in", "exchange"), ("in", "return"),
     ("subject", "to"), ("depending", "on"), ("contingent", "on"), ("conditional", "on"),
     ("contingent", "upon"), ("conditional", "upon"), ("only", "after"), ("only", "when"),
     ("only", "once"))
)  # fmt: skip
# "even if", "asked if": no condition.
_NOT_BEFORE_IF = frozenset(
    """even as ask asks asked asking see know knows wonder wondered wonders whether doubt doubts
    question questioned unclear sure""".split()
)
_DUTIES = frozenset("must should".split())
_NEEDS = frozenset("has have had needs need needed".split())
_NOUNS = frozenset(
    """precondition preconditions condition conditions prerequisite prerequisites caveat caveats
    guarantees assurances reservations concerns worries""".split()
)


def condition_of(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """The words of the condition on the stance at words ``first`` to ``last``.

    A clause of condition near by in the same sentence comes before an obligation (*but Kenya
    must withdraw first*), and that before a noun (*stressed preconditions*). None where only
    an adverb guards the stance, or nothing does.
    """
    low, high = _bounds(line, first, last)
    opened = [k for k in range(low, high) if _opens(line, k)]
    for k in sorted(opened, key=lambda k: (not first <= k <= last, abs(k - last))):
        end = line.clause_end(min(k + 2, len(line) - 1))
        if end > k + 1:
            return k - (line.word(k - 1) == "only"), end
    return _obligation(line, first, min(high, last + 12)) or _noun(line, first, last)


def _bounds(line: Line, first: int, last: int) -> tuple[int, int]:
    """The words near the stance that the same speaker says in the same sentence."""
    low, high = first, last
    while low > 0 and first - low < _NEAR and line.words[low - 1] not in ".!?;":
        if line.in_quotation(low - 1) != line.in_quotation(first):
            break
        low -= 1
    while high < len(line) and high - last < _NEAR and line.words[high] not in ".!?;":
        if line.in_quotation(high) != line.in_quotation(max(first, last - 1)):
            break
        high += 1
    return low, high


def _opens(line: Line, k: int) -> bool:
    word = line.words[k]
    if word == "on" and line.words[k + 1 : k + 3] == ("the", "condition"):
        return line.word(k + 3) != "of" or line.word(k + 4) != "anonymity"
    if (word, line.word(k + 1)) in _PAIRS:
        return line.words[k + 2 : k + 4] != ("of", "anonymity")
    if word not in _OPENERS or line.word(k - 1) in _NOT_BEFORE_IF:
        return False
    # "was provided by", "at once": no conjunction.
    if word == "provided" and line.word(k + 1) in ("by", "to", "with", "for", ".", ","):
        return False
    if word == "once" and (
        line.word(k - 1) in ("at", "than", "more") or line.word(k + 1) in ("again", "more")
    ):
        return False
    return word != "until" or any(looks_like_verb(w) for w in line.words[k + 1 : k + 12])


def _obligation(line: Line, first: int, high: int) -> tuple[int, int] | None:
    for k in range(first, high):
        duty = line.words[k] in _DUTIES or (line.words[k] in _NEEDS and line.word(k + 1) == "to")
        only = line.words[k] in MODALS and line.word(k + 1) == "only"
        if not duty and not only:
            continue
        start = line.clause_start(k)
        for j in range(k - 1, start, -1):
            # "said any deal must …": the words of saying are no part of it.
            if looks_like_verb(line.words[j]) and line.word(j + 1) in DETERMINERS | {"that"}:
                start = j + 1 + (line.word(j + 1) == "that")
                break
        while start < k and line.words[start] in CONTRAST | {"and", "that", "“", '"', ","}:
            start += 1
        end = line.clause_end(k)
        if start < k < end - 1:
            return start, end
    return None


def _noun(line: Line, first: int, last: int) -> tuple[int, int] | None:
    for k in range(first, min(last, len(line))):
        if line.words[k] not in _NOUNS:
            continue
        start = k
        while start > first and line.words[start - 1].isalpha() and k - start < 4:
            if looks_like_verb(line.words[start - 1]) or line.words[start - 1] in DETERMINERS:
                break
            start -= 1
        return start, max(k + 1, line.clause_end(k))
    return None

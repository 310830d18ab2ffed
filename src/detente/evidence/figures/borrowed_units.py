"""Bare numbers that take their unit from the figure or the words before: *from 12% to 15*."""

from __future__ import annotations

from detente.evidence.figures.amounts import Amount
from detente.evidence.figures.noun_groups import Line

_VOTING = frozenset("vote votes voted voting ballot adopted approved passed".split())
_VERDICTS = frozenset("against opposed abstained abstaining".split())
_CHANGED_BY = frozenset(
    """up down by rose fell gained lost dropped climbed slipped added shed grew jumped plunged rise
    fall drop gain lead margin""".split()
)
_NEXT_TO = frozenset({"from", "to"})
# A figure of another clause lends its unit to a number of this size or more only.
_LARGE = 1e6


def borrowed_unit(line: Line, amount: Amount, before: str | None, end: int) -> str | None:
    """The unit of a bare number, None if nothing lends it one.

    ``before`` is the unit of the last figure of the sentence, ``end`` the index after it.

    * votes: *by 212 votes to 87*, *13 against and 41 abstained*;
    * the other end of a change: *to 42 million barrels from 55 million*, *from 12% to 15*;
    * a large number in a sentence of money or measures: *owes $41 billion and has 6.2 billion*.
    """
    words = line.words
    after = words[amount.end : amount.end + 2]
    if amount.value is None or (after and line.plain(amount.end)):
        return "vote" if _is_verdict(words, amount, after) else None
    if _is_verdict(words, amount, after):
        return "vote"
    if before is None or after[:1] == ["-"]:
        return None
    next_to = end == amount.first - 1 and words[end] in _NEXT_TO
    if next_to and (before != "persons" or "from" in words[max(0, end - 8) : end]):
        return before
    if before == "persons":
        return None
    if words[end : amount.first] == [",", "to"]:
        return "percent" if before == "percentage_points" else before
    if before in {"percent", "percentage_points", "percent_of_GDP"}:
        return None
    return before if amount.magnitude >= _LARGE else None


def _is_verdict(words: list[str], amount: Amount, after: list[str]) -> bool:
    said = after[:1] == ["in"] and after[1:] in (["favour"], ["favor"])
    said = said or any(w in _VERDICTS for w in after[:1])
    return said and any(w in _VOTING for w in words)


def points_unit(line: Line, amount: Amount, before: str | None) -> str | None:
    """*down 4 points*: percentage points beside a percentage, else the points of an index."""
    words = line.words
    if words[amount.end : amount.end + 1] not in (["points"], ["point"]) or not amount.first:
        return None
    if words[amount.first - 1] not in _CHANGED_BY:
        return None
    percent = before is not None and before.startswith("percent")
    return "percentage_points" if percent or "percent" in words or "%" in words else "point"

"""Shares: *x% of GDP*, *x% of Y*, *a third of Y*, *two-thirds*, *one in five Y*."""

from __future__ import annotations

from dataclasses import dataclass

from detente.evidence.figures.noun_groups import DETERMINERS, Line
from detente.evidence.figures.number_words import DENOMINATORS, UNITS, figure
from detente.evidence.figures.units import PERSONS, TIME_NOUNS, is_plural


@dataclass(frozen=True, slots=True)
class Fraction:
    """A share in words, as percent; ``group`` is what it is a share of."""

    first: int
    end: int
    percent: float
    group: tuple[int, int] | None


_OWNERS = frozenset("its their the his her our all these those your my".split())
_PRONOUNS = frozenset("them it which whom us".split())
_AFTER_MAJORITY = frozenset("majority majorities quorum vote".split())


def fraction_at(line: Line, i: int) -> Fraction | None:
    """A fraction in words that is clearly a share: *of* a group follows, or a majority.

    *Half an hour*, *a third country*, *the third of May* are none.
    """
    words = line.words
    if i > 0 and words[i - 1] == "-" and line.glued(i):
        return None
    read = _fraction(words, i)
    if read is None:
        return _in_every(line, i)
    percent, end = read
    follows = words[end : end + 1]
    if follows and follows[0] in _AFTER_MAJORITY and end - i > 1:
        return Fraction(i, end + 1, percent, None)
    half = words[end - 1] == "half"
    if follows == ["of"] and _measured(line, end + 1):
        return Fraction(i, end, percent, None)
    if follows and (follows[0] in _COMPARED or (follows == ["of"] and _of_clause(words, end + 1))):
        return Fraction(i, end, percent, None)
    at = end + 1 if follows == ["of"] else end
    if follows != ["of"] and not (half and follows and follows[0] in _OWNERS):
        changed = (i > 0 and words[i - 1] in _CHANGED) or _is_further(words, i, end)
        changed = changed and (end >= len(words) or _closes(line, end))
        return Fraction(i, end, percent, None) if changed else None
    if half and i > 0 and (words[i - 1] in _PARTS or _is_named(line, i)):
        return None  # *the northern half of*, *the Hungarian half of the scheme*
    if follows == ["of"] and at < len(words) and words[at] in _PRONOUNS:
        return Fraction(i, at + 1, percent, (at, at + 1))
    group = line.group_after(at)
    if group is None or _is_time(words, group):
        return None
    return Fraction(i, group[1], percent, group)


_COMPARED = frozenset("less more fewer lower higher smaller larger bigger cheaper".split())


def _of_clause(words: list[str], at: int) -> bool:
    """*a third of what it was*, *half of those who fled*."""
    return words[at : at + 1] == ["what"] or words[at : at + 2] == ["those", "who"]


def _measured(line: Line, at: int) -> bool:
    """*a third of the 970-kilometre border*: a figure of its own begins what it is a share of."""
    while at < len(line.words) and line.words[at] in DETERMINERS:
        at += 1
    return at < len(line.words) and line.words[at][0].isdigit()


_PARTS = frozenset(
    """first second latter other last this northern southern eastern western upper lower left right
    better bigger larger smaller""".split()
)


# *cut by a third*, *down from half*, *compared with a tenth*.
_CHANGED = frozenset("by from with than nearly almost about over roughly".split())


def _is_named(line: Line, i: int) -> bool:
    """True for the *half* of *the Sri Lankan half*."""
    k = i - 1
    while k > 0 and line.capital(k):
        k -= 1
    return k < i - 1 and line.words[k] in DETERMINERS


def _is_further(words: list[str], i: int, end: int) -> bool:
    """*and a further sixth from Peru*, *another fifth were sold*; *another quarter* may be time."""
    further = words[i] == "another" or words[i + 1 : i + 2] == ["further"]
    return further and end - i > 1 and not words[end - 1].startswith("quarter")


def _closes(line: Line, k: int) -> bool:
    """True if no noun follows that the fraction would colour (*by a third party*)."""
    word = line.words[k]
    return (
        word not in TIME_NOUNS
        and word not in {"-", "hour", "past"}
        and not (line.plain(k) or word in {"a", "an", "the"})
    )


def _fraction(words: list[str], i: int) -> tuple[float, int] | None:
    """(percent, end) of *half*, *a third*, *one-fifth*, *two thirds*, *three-quarters*."""
    word = words[i]
    if word == "half":
        return 50.0, i + 1
    if word in {"a", "one", "another"}:
        top, at = 1, i + 1
        if words[at : at + 1] == ["further"]:
            at += 1
    elif word in UNITS and 1 < UNITS[word] < 10:
        top, at = UNITS[word], i + 1
    else:
        return None
    if words[at : at + 1] == ["-"]:
        at += 1
    if at >= len(words) or words[at] not in DENOMINATORS:
        return None
    bottom = DENOMINATORS[words[at]]
    plural = words[at].endswith("s") or words[at] == "halves"
    if plural != (top > 1) or top >= bottom:
        return None
    return round(100 * top / bottom, 4), at + 1


def _in_every(line: Line, i: int) -> Fraction | None:
    """*one in five Georgians*, *nine out of ten voters*."""
    words = line.words
    top = _small(words, i)
    if top is None:
        return None
    at = i + 1
    if words[at : at + 2] == ["out", "of"]:
        at += 2
    elif words[at : at + 1] == ["in"]:
        at += 1
    else:
        return None
    bottom = _small(words, at)
    if bottom is None or not 0 < top < bottom or bottom > 100:
        return None
    group = line.group_after(at + 1)
    if group is None or not (
        any(w in PERSONS for w in words[group[0] : group[1]])
        or (line.capital(group[1] - 1) and is_plural(words[group[1] - 1]))
    ):
        return None
    return Fraction(i, group[1], round(100 * top / bottom, 4), group)


def _small(words: list[str], i: int) -> int | None:
    if i >= len(words):
        return None
    if words[i][0].isdigit():
        value = figure(words[i])
        return int(value) if value is not None and value == int(value) and value <= 100 else None
    return UNITS.get(words[i])


def _is_time(words: list[str], group: tuple[int, int]) -> bool:
    return any(w in TIME_NOUNS for w in words[group[0] : group[1]])


def of_what(line: Line, at: int) -> tuple[int, tuple[int, int], bool] | None:
    """What a percentage that ends at word ``at`` is a share of.

    Returns
    -------
    (end, group, is_gdp) or None
        None unless *of* and a noun group follow.
    """
    words = line.words
    if words[at : at + 1] != ["of"]:
        return None
    output = _gdp(line, at + 1)
    if output is not None:
        return output, (at + 1, output), True
    group = line.group_after(at + 1)
    if group is None or _is_time(words, group):
        return None
    return group[1], group, False


def _gdp(line: Line, at: int) -> int | None:
    """The end of *GDP* or *gross domestic product*, an owner before it allowed."""
    words = line.words
    for k in range(at, min(at + 6, len(words))):
        if words[k] == "gdp":
            return k + 1
        if words[k : k + 3] == ["gross", "domestic", "product"]:
            return k + 3
        owner = words[k] in DETERMINERS or words[k] in {"'s", "’s", "national", "annual", "total"}
        if not owner and not line.capital(k):
            return None
    return None

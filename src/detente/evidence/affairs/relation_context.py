"""Ends that stand in the words before: what is bilateral, and who the neighbour is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from detente.evidence.affairs.modality import REPORTING
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import DETERMINERS, PRONOUNS, STOPS, in_phrase, states_before

Pair = tuple[str, str]
_JOINING = frozenset({"with", "and", "-", "–", "between"})
_BINDING = frozenset({"between", "-", "–"})
_JOINED_REACH = 9
NEIGHBOURS = frozenset({"neighbour", "neighbor", "neighbours", "neighbors"})
_OBJECT_REACH = 9
_MUTUAL_BEFORE, _MUTUAL_AFTER = 6, 14


def pair_from_context(
    row: Row, i: int, before: Sequence[Row], told: Collection[frozenset[str]]
) -> Pair | None:
    """The two sides that "bilateral trade" is between, from the words before the noun at ``i``.

    Two sides joined in the sentence, or the only two named in it; where it names one or none,
    the paragraph's sentence before must leave no choice. A paragraph without any side falls
    back on the document's only pair (``told``). None wherever more than two could be meant.
    """
    if not ({"bilateral", "mutual"} & set(row.words(i - 3, i))) and not (
        row.low(i + 1) == "between" and {"two", "both"} & set(row.words(i + 2, i + 4))
    ):
        return None
    here = _sides(row, i)
    if len(here) > 2 and not _joined(row, here[1], here[0]):
        return None
    found = [row[k].acts_for for k in here[:2]]
    for earlier in reversed(before):
        if len(found) > 1 or earlier.sentence.paragraph != row.sentence.paragraph:
            break
        others = [earlier[k].acts_for for k in _sides(earlier, len(earlier))]
        others = [w for w in others if w not in found]
        if len(found) + len(others) > 2:
            return None
        found += others
    if not found and len(told) == 1:
        first, second = sorted(next(iter(told)))
        return first, second
    if len(found) < 2 or found[0] is None or found[1] is None:
        return None
    return found[1], found[0]


def _sides(row: Row, stop: int) -> list[int]:
    """The sides named before unit ``stop``, nearest first, without those only cited."""
    return [k for k in states_before(row, stop) if not _is_cited(row, k)]


def _is_cited(row: Row, k: int) -> bool:
    """True for "according to **the bank**" and "**the bank** said"."""
    if row.low(k + 1) in REPORTING:
        return True
    j = k - 1
    while row.low(j) in DETERMINERS:
        j -= 1
    return row.low(j) == "to" and row.low(j - 1) == "according"


def _joined(row: Row, first: int, second: int) -> bool:
    """True if two sides stand together: "Peru’s ties **with** Chile", "Peru **and** Chile"."""
    between = [row.low(j) for j in range(first + 1, second)]
    return (
        len(between) <= _JOINED_REACH and bool(_JOINING & set(between)) and not STOPS & set(between)
    )


def pairs_told(row: Row) -> set[frozenset[str]]:
    """The pairs that a sentence joins: "between Peru and Chile", "Peru-Chile"."""
    found: list[list[int]] = []
    if row.said.isdisjoint(_BINDING):
        return set()
    for k, unit in enumerate(row.units):
        if unit.low == "between":
            found.append(in_phrase(row, k + 1))
        elif unit.low in {"-", "–"} and 0 < k < len(row) - 1:
            found.append([k - 1, k + 1])
    out = set()
    for units in found:
        sides = frozenset(w for j in units if (w := row[j].acts_for) is not None)
        if len(units) == 2 and len(sides) == 2:
            out.add(sides)
    return out


def is_mutual(row: Row, i: int) -> bool:
    """True if what the cue at ``i`` tells goes both ways: "in **each other**'s", "**mutual**"."""
    if {"mutual", "reciprocal", "mutually"} & set(row.words(i - 3, i)):
        return True
    for k in range(max(1, i - _MUTUAL_BEFORE), min(len(row), i + _MUTUAL_AFTER)):
        low = row.low(k)
        if (low == "other" and row.low(k - 1) == "each") or (
            low == "another" and row.low(k - 1) == "one"
        ):
            return True
    return False


def neighbour_of(row: Row, i: int, source: str, before: Sequence[Row]) -> str | None:
    """Who "its neighbour" after the cue at ``i`` is: the only other side that was spoken of."""
    if not is_neighbour_near(row, i):
        return None
    rows = [row, *(r for r in reversed(before) if r.sentence.paragraph == row.sentence.paragraph)]
    for n, r in enumerate(rows):
        sides = {r[k].acts_for for k in states_before(r, i if n == 0 else len(r))} - {source}
        if sides:
            return next(iter(sides)) if len(sides) == 1 else None
    return None


def is_neighbour_near(row: Row, i: int) -> bool:
    """True if "its neighbour" stands in the phrases after the cue at ``i``."""
    for k in range(i + 1, min(len(row), i + _OBJECT_REACH)):
        if row.low(k) in STOPS:
            return False
        if row.low(k) in PRONOUNS and row.low(k + 1) in NEIGHBOURS:
            return True
    return False

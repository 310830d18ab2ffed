"""Which figure is the size of a relation: of the right kind, close, and used once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.affairs.relation_patterns import Figures
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from detente.evidence.items import Quantity

_AFTER_REACH = 8
_BEFORE_REACH = 4
_WITHIN = 16
_BARS = frozenset({";", ".", "!", "?", "while", "whereas", "which", "who", "because", "although"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A candidate: the unit at ``index``, its ``quantity`` and what taking it costs."""

    index: int
    quantity: Quantity
    cost: float


def figures(row: Row, low: int, high: int, cue: int, kind: Figures) -> list[Figure]:
    """The figures that may size a relation which spans units ``low`` to ``high``, cheapest first.

    Inside the span, right after it (also across a dash, comma or bracket) or right before it
    ("$3 billion in Peruvian aid to Chad"); never across another actor or clause.
    """
    if kind == "none":
        return []
    found = []
    for index, extra in _places(row, low, high, cue):
        quantity = row[index].quantity
        assert quantity is not None
        fit = _fit(quantity.unit, kind)
        if fit is not None:
            found.append(Figure(index, quantity, fit + extra + abs(index - cue) * 0.1))
    return sorted(found, key=lambda f: (f.cost, f.index))


def _places(row: Row, low: int, high: int, cue: int) -> Iterator[tuple[int, float]]:
    for k in range(max(low, cue - _WITHIN), min(high, cue + _WITHIN) + 1):
        if row[k].kind == "quantity":
            yield k, 0.0
    for steps, k in enumerate(range(high + 1, min(len(row), high + 1 + _AFTER_REACH))):
        if row[k].actor is not None or row.low(k) in _BARS:
            break
        if row.low(k) in CONJUNCTIONS:
            break
        if row[k].kind == "quantity":
            yield k, 1.0 + steps * 0.3
    for k in range(low - 1, max(-1, low - 1 - _BEFORE_REACH), -1):
        if row[k].actor is not None or row.low(k) in _BARS or row.low(k) in {",", "and", "by"}:
            break
        if row[k].kind == "quantity":
            yield k, 1.5


def _fit(unit: str | None, kind: Figures) -> float | None:
    """What taking a figure of ``unit`` costs for a relation that wants ``kind``; None if never."""
    money = unit is not None and len(unit) == 3 and unit.isupper()
    share = unit is not None and unit.startswith("percent")
    people = unit in {"persons", "troops", "soldiers", "people"}
    if kind == "money":
        return 0.0 if money else None
    if kind == "persons":
        return 0.0 if people else None
    if kind == "rate":
        return 0.0 if share else None
    if kind == "share":
        if people or unit is None:
            return None
        return 0.0 if share else 0.5
    if people or unit is None:
        return None
    return 0.0 if money else 2.0 if share else 0.5


def time_near(row: Row, low: int, high: int, cue: int) -> int | None:
    """The index of the time that the relation's clause states, None if there is none.

    Inside or right after the span, or opening the clause ("In 2019 alone, Peru bought …").
    A year that colours a noun ("the 2019 invasion") dates that noun.
    """
    for k in range(low, min(len(row), high + 6)):
        if k > high and (row[k].actor is not None or row.low(k) in _BARS | {",", "and"}):
            break
        # "bought tea in May and sells rum": the time before *and* is of the other verb.
        if _dates_the_clause(row, k) and "and" not in row.words(k + 1, cue):
            return k
    for k in range(low - 1, max(-1, low - 7), -1):
        if row[k].actor is not None or row.low(k) in _BARS | {"and"}:
            break
        if _dates_the_clause(row, k):
            return k
    return None


def _dates_the_clause(row: Row, k: int) -> bool:
    time = row[k].time
    if time is None or time.type == "duration_ordinal":
        return False
    before = row.low(k - 1)
    if before in {"the", "a", "an", "their", "its", "until"}:
        return not time.span.text[:1].isdigit()
    if before == "since":
        return False
    # "brokering 2016 accords": no preposition before it, and its noun after it.
    colours = time.span.text[:1].isdigit() and before not in PREPOSITIONS and before != ","
    return not (colours and k + 1 < len(row) and _is_nominal(row, k + 1))


def _is_nominal(row: Row, k: int) -> bool:
    low = row.low(k)
    return row[k].actor is not None or (
        low.isalpha() and low not in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
    )

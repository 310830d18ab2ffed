"""Lists that name their unit or magnitude once: *10, 25 and 50 percent*, *$5, $10 and $15m*."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.figures.amounts import Amount, amount_at, scaled
from detente.evidence.figures.noun_groups import Line

_LONGEST = 6
_LAST = frozenset({"and", "or"})


def listed(line: Line, first: Amount) -> Amount:
    """``first`` with the unit and magnitude of the last amount of its list.

    A list joins its last member with *and* or *or*. Money signs stand before every member, so a
    bare number takes no unit from a sign.
    """
    words = line.words
    if first.value is None or first.written or first.magnitude != 1.0:
        return first
    at, joined = first.end, False
    for step in range(_LONGEST):
        if joined or at + 1 >= len(words) or words[at] not in {",", *_LAST}:
            return first
        joined = words[at] in _LAST
        if not joined and words[at + 1] in _LAST and at + 2 < len(words):
            if step == 0:
                return first  # *of 12, and 5 percent more …*: no list
            at, joined = at + 1, True
        after = amount_at(line, at + 1)
        if after is None or after.value is None or after.signed != first.signed:
            return first
        if joined and after.unit is not None:
            return _like(first, after)
        if after.unit is not None and not after.signed:
            return first
        at = after.end
    return first


def _like(first: Amount, last: Amount) -> Amount:
    assert first.value is not None
    if first.unit not in {None, last.unit}:
        return first
    if last.magnitude > 1.0 and first.mantissa < last.mantissa:
        value = scaled(first.mantissa, last.magnitude)
        first = replace(first, value=value, magnitude=last.magnitude)
    return replace(first, unit=last.unit)

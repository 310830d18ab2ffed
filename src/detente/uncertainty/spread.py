"""A spread for numbers that the case takes as known, only where a user asks for one."""

from __future__ import annotations

from detente.uncertainty.distribution import Distribution

#: Ends of a number on a scale; a spread is then in points of the scale.
_SCALE = (0.0, 100.0)


def assumed(value: float, ends: tuple[float, float], by: float) -> Distribution | None:
    """A uniform distribution around a value that the case takes as known.

    A number on a scale from 0 to 100 is spread by so many points, any other by so many per cent
    of its value; nothing goes beyond what such a number can be. None where nothing is left to
    spread: a cost of 0 stays 0.

    >>> assumed(95.0, (0.0, 100.0), 10)
    Distribution(form='uniform', low=85.0, mode=95.0, high=100.0, sd=0.0)
    >>> assumed(-40.0, (-1e12, 1e12), 10).low
    -44.0
    """
    step = by if ends == _SCALE else abs(value) * by / 100
    low, high = max(value - step, ends[0]), min(value + step, ends[1])
    return None if low >= high else Distribution("uniform", low, value, high)

"""Quadratic Bézier curves between two discs: where they bend, begin, end and carry an arrow."""

from __future__ import annotations

import math
from dataclasses import dataclass

Point = tuple[float, float]

_STEPS = 200


@dataclass(frozen=True, slots=True)
class Curve:
    """From ``start`` to ``end``, drawn towards ``control``."""

    start: Point
    control: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at ``t`` in [0, 1]."""
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )

    def normal(self, t: float) -> Point:
        """The unit vector across the curve at ``t``, pointing up on the page where it can."""
        dx = (1 - t) * (self.control[0] - self.start[0]) + t * (self.end[0] - self.control[0])
        dy = (1 - t) * (self.control[1] - self.start[1]) + t * (self.end[1] - self.control[1])
        length = math.hypot(dx, dy) or 1.0
        x, y = dy / length, -dx / length
        return (x, y) if y <= 0 else (-x, -y)

    def part(self, low: float, high: float) -> Curve:
        """The stretch from ``low`` to ``high``."""
        start, end = self.at(low), self.at(high)
        a, b = 1 - low, 1 - high
        control = tuple(
            a * b * s + (a * high + b * low) * c + low * high * e
            for s, c, e in zip(self.start, self.control, self.end, strict=True)
        )
        return Curve(start, (control[0], control[1]), end)

    def leaves(self, radius: float) -> float:
        """The first ``t`` at which the curve is ``radius`` away from its start."""
        for step in range(_STEPS + 1):
            if math.dist(self.at(step / _STEPS), self.start) >= radius:
                return step / _STEPS
        return 0.0

    def enters(self, radius: float) -> float:
        """The last ``t`` at which the curve is ``radius`` away from its end."""
        for step in range(_STEPS, -1, -1):
            if math.dist(self.at(step / _STEPS), self.end) >= radius:
                return step / _STEPS
        return 1.0


def bent(start: Point, end: Point, offset: float) -> Curve:
    """A curve whose middle lies ``offset`` to the right of the straight line, looking along it."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    # A quadratic curve's middle is half as far out as its control point.
    x = (start[0] + end[0]) / 2 - dy / length * 2 * offset
    y = (start[1] + end[1]) / 2 + dx / length * 2 * offset
    return Curve(start, (x, y), end)


def arrow_head(base: Point, tip: Point, half_width: float) -> tuple[Point, Point, Point]:
    """The triangle with its point at ``tip``."""
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = math.hypot(dx, dy) or 1.0
    x, y = -dy / length * half_width, dx / length * half_width
    return tip, (base[0] + x, base[1] + y), (base[0] - x, base[1] - y)

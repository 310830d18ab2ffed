"""Where labels go beside curves so that they cover neither each other nor much else."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from detente.report.curves import Curve, Point

_ALONG = (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84)
_AWAY = (3.0, 9.0, 16.0, 26.0)
_SAMPLES = 28
_NARROW = frozenset("fijlrtI.,:;'’|!()[] ")
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, centre: Point, width: float, height: float) -> Box:
        """The box of that size about ``centre``."""
        x, y = centre
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def overlap(self, other: Box) -> float:
        """The area that both share."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0

    def count(self, points: Sequence[Point], margin: float = 0.0) -> int:
        """How many of ``points`` lie inside or within ``margin``."""
        left, right = self.left - margin, self.right + margin
        top, bottom = self.top - margin, self.bottom + margin
        return len([1 for x, y in points if left <= x <= right and top <= y <= bottom])


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label of a size for the curve of that number."""

    curve: int
    width: float
    height: float


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide ``text`` is in a sans-serif of ``size``: an estimate on the safe side."""
    units = 0.0
    for character in text:
        if unicodedata.combining(character):
            continue
        if unicodedata.east_asian_width(character) in "WF":
            units += 1.0
        elif character in _NARROW:
            units += 0.32
        elif character.isupper() or character in "mwMW%&→–":
            units += 0.74
        else:
            units += 0.56
    return units * size * (1.07 if bold else 1.0)


def place_labels(
    wanted: Sequence[Wanted],
    curves: Sequence[Curve],
    widths: Sequence[float],
    obstacles: Sequence[Box],
    canvas: Box,
) -> list[Box]:
    """A box for each label, chosen to overlap least.

    Every label has a hundred places along its curve, beside it or on it. What a place costs by
    itself (lines it covers, obstacles, distance from the middle) is known at once; then labels
    take turns at the place that suits them best given the others, until none moves.
    """
    samples = [[curve.at(i / _SAMPLES) for i in range(1, _SAMPLES)] for curve in curves]
    choices = [_choices(label, curves, widths, samples, obstacles, canvas) for label in wanted]
    chosen = [min(options, key=lambda o: o[0])[1] for options in choices]
    # Wide labels are hardest to place, so they choose first.
    turns = sorted(range(len(wanted)), key=lambda i: (-wanted[i].width, i))
    for _ in range(_ROUNDS):
        moved = False
        for i in turns:
            best = _best(choices[i], [box for j, box in enumerate(chosen) if j != i])
            moved, chosen[i] = moved or best != chosen[i], best
        if not moved:
            break
    return chosen


def _best(options: Sequence[tuple[float, Box]], others: Sequence[Box]) -> Box:
    return min(options, key=lambda o: o[0] + 40 * sum(o[1].overlap(box) for box in others))[1]


def _choices(
    label: Wanted,
    curves: Sequence[Curve],
    widths: Sequence[float],
    samples: Sequence[Sequence[Point]],
    obstacles: Sequence[Box],
    canvas: Box,
) -> list[tuple[float, Box]]:
    curve = curves[label.curve]
    own = samples[label.curve]
    found: list[tuple[float, Box]] = []
    for rank, t in enumerate(_ALONG):
        point, normal = curve.at(t), curve.normal(t)
        reach = abs(normal[0]) * label.width / 2 + abs(normal[1]) * label.height / 2
        beside = [reach + away + widths[label.curve] / 2 for away in _AWAY]
        for far in (0.0, *beside, *(-b for b in beside)):
            centre = (point[0] + normal[0] * far, point[1] + normal[1] * far)
            box = Box.around(centre, label.width, label.height)
            cost = rank * 2.0
            if far:
                cost += (abs(far) - beside[0]) * 0.8 + (far < 0) * 0.5
            else:
                # A label on its line belongs to it beyond doubt, but hides a part of it.
                covered = box.count(own) / len(own)
                cost += 8.0 + 120.0 * max(0.0, covered - 0.12)
            cost += 40 * sum(box.overlap(o) for o in obstacles)
            cost += 40 * (label.width * label.height - box.overlap(canvas))
            for number, points in enumerate(samples):
                half = widths[number] / 2
                if number == label.curve:
                    cost += 20.0 * box.count(points, half) if far else 0.0
                    continue
                # Right beside another line a label would seem to be that line's.
                around = box.count(points, half + 7.0)
                if not around:
                    continue
                inside = box.count(points, half)
                near = around - inside
                cost += inside * (16.0 + widths[number]) + near * 5.0
            found.append((cost, box))
    return found

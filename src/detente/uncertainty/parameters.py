"""Every uncertain number of a case, with its place, its words and its distribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from pydantic import BaseModel

from detente.case.case import Case
from detente.case.numbers import LARGEST, Number
from detente.uncertainty.distribution import Distribution, Floats, ppf
from detente.uncertainty.labels import label_of
from detente.uncertainty.spread import assumed

Question = Literal["pressure", "packages", "blocks", "levers", "stability"]
QUESTIONS: tuple[Question, ...] = ("pressure", "packages", "blocks", "levers", "stability")

#: Sections whose numbers can change the answer to a question.
_DEALS = ("parties", "issues", "positions", "utilities", "red_lines", "links")
_USED: dict[str, tuple[str, ...]] = {
    "pressure": ("parties", "issues", "positions"),
    "packages": _DEALS,
    "blocks": _DEALS,
    "levers": (*_DEALS, "levers"),
    "stability": ("preferences",),
}
#: Fields that a question leaves aside within its sections.
_LEFT_ASIDE: dict[str, frozenset[str]] = {
    "pressure": frozenset({"points"}),
    "packages": frozenset({"influence"}),
    "blocks": frozenset({"influence"}),
    "levers": frozenset({"influence"}),
    "stability": frozenset(),
}
_SCALED = frozenset({"at", "salience", "influence", "below", "above"})
_NOT_NEGATIVE = frozenset({"cost", "cap"})

Step = str | int


@dataclass(frozen=True, slots=True)
class Parameter:
    """An uncertain number: ``positions[3].at``, what it is in words, and how it is spread.

    Numbers of one ``group`` move together: where one is at the 30th percentile of its
    distribution, all are at that of theirs. ``central`` is what is calculated with where
    nothing is drawn.
    """

    path: str
    label: str
    distribution: Distribution
    central: float
    group: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Parameters:
    """The uncertain numbers of a question, in the order of the case, and what was done to them.

    ``notes`` say which ranges were widened or assumed, and by which rule.
    """

    question: Question
    each: tuple[Parameter, ...]
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.each)

    @property
    def k(self) -> int:
        """How many uncertain numbers there are."""
        return len(self.each)

    @cached_property
    def axis(self) -> tuple[int, ...]:
        """For each number which column of uniforms it follows; those of a group share one."""
        seen: dict[str, int] = {}
        return tuple(seen.setdefault(p.group or f"[{n}]", len(seen)) for n, p in
                     enumerate(self.each))  # fmt: skip

    @property
    def dimensions(self) -> int:
        """How many uniforms a draw needs: one for each group, one for each number without."""
        return max(self.axis, default=-1) + 1

    @cached_property
    def column(self) -> dict[str, int]:
        """Column of each path."""
        return {p.path: n for n, p in enumerate(self.each)}

    @cached_property
    def central(self) -> Floats:
        """What is calculated with where nothing is drawn, (k,)."""
        return np.array([p.central for p in self.each], np.float64)

    def ppf(self, u: Floats) -> Floats:
        """Values (D, k) from uniforms (D, dimensions) strictly in (0, 1)."""
        return ppf([one.distribution for one in self.each], u[:, list(self.axis)])


def parameters_of(
    case: Case, question: Question, *, widen: bool = False, assume_spread: float | None = None
) -> Parameters:
    """The uncertain numbers that a question about a case uses.

    Parameters
    ----------
    case : Case
    question : str
        One of ``QUESTIONS``. Numbers that cannot change its answer are left out.
    widen : bool
        Widen ranges by their sources and by dissent (:mod:`detente.uncertainty.widening`) also
        where the case does not grade its sources. Where it does they are widened anyway.
    assume_spread : float, optional
        Spread numbers that the case takes as known by so much (:mod:`detente.uncertainty.spread`).
    """
    from detente.uncertainty.widening import widened

    made: list[Parameter] = []
    spread = 0
    for steps, number in numbers_of(case, question):
        ends = ends_of(steps)
        form = Distribution.of(number, ends)
        note = ""
        if form is None and number.certain and assume_spread is not None:
            form, note = assumed(number.central, ends, assume_spread), "assumed"
            spread += form is not None
        if form is not None:
            path = written(steps)
            made.append(
                Parameter(path, label_of(case, steps), form, number.central, number.group, note)
            )
    notes = []
    if spread:
        notes.append(
            f"{spread} numbers that the case takes as known are spread by {assume_spread:g} as "
            "asked: places, salience and influence by so many points of their scale, all others "
            "by so many per cent of their value, each value as likely"
        )
    found = Parameters(question, tuple(made), tuple(notes))
    return widened(case, found, asked=widen)


def numbers_of(case: Case, question: Question) -> Iterator[tuple[tuple[Step, ...], Number]]:
    """Every number that a question uses, with the steps of its path, in the order of the case."""
    left_aside = _LEFT_ASIDE[question]
    for section in _USED[question]:
        for steps, number in _inside(getattr(case, section), (section,)):
            field = next(str(s) for s in reversed(steps) if isinstance(s, str))
            alternative = "alternative" in steps
            if field in left_aside and (field != "points" or alternative):
                continue
            yield steps, number


def _inside(part: Any, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Number]]:
    if isinstance(part, Number):
        yield steps, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _inside(getattr(part, name), (*steps, name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _inside(value, (*steps, _Key(key)))
    elif isinstance(part, Sequence) and not isinstance(part, str):
        for number, value in enumerate(part):
            yield from _inside(value, (*steps, number))


class _Key(str):
    """A key of a mapping of the case, as against a field of its model."""

    __slots__ = ()


def ends_of(steps: tuple[Step, ...]) -> tuple[float, float]:
    """Least and greatest value that a number at a path can have."""
    last = steps[-1]
    if isinstance(last, _Key):
        return -LARGEST, LARGEST
    if last in _SCALED:
        return 0.0, 100.0
    return (0.0, LARGEST) if last in _NOT_NEGATIVE else (-LARGEST, LARGEST)


def keyed(path: str, key: str) -> str:
    """The path of a key of a mapping: ``effects.russia``, ``values['33.3']``."""
    plain = key.replace("_", "").replace("-", "").isalnum()
    return f"{path}.{key}" if plain else f"{path}['{key}']"


def written(steps: tuple[Step, ...]) -> str:
    """A path as people write it: ``positions[3].at``, ``utilities[0].values.full``."""
    out = ""
    for step in steps:
        if isinstance(step, int):
            out += f"[{step}]"
        elif isinstance(step, _Key):
            out = keyed(out, step)
        else:
            out += f".{step}" if out else step
    return out

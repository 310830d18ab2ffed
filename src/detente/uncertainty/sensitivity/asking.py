"""A question as a function of where each uncertain number lies in its distribution.

Numbers of a group move together and count as one here: what can be moved is an *axis*, a single
number or a group.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from detente.case.case import Case
from detente.uncertainty.distribution import Floats
from detente.uncertainty.evaluate import evaluate
from detente.uncertainty.parameters import Parameter, Parameters, Question
from detente.uncertainty.questions import question_named

# Uniforms stay off the ends, where a normal distribution is infinite.
_LEAST, _MOST = 2.0**-40, 1 - 2.0**-40
_HALVINGS = 45
_NAMED = 3


@dataclass(frozen=True)
class Axis:
    """What moves as one: a number, or the numbers of a group."""

    members: tuple[Parameter, ...]

    @property
    def label(self) -> str:
        """What it is, in words."""
        if len(self.members) == 1:
            return self.members[0].label
        told = [one.label for one in self.members[:_NAMED]]
        more = len(self.members) - len(told)
        return f"group {self.members[0].group}: {', '.join(told)}" + (
            f" and {more} more" if more else ""
        )

    @property
    def paths(self) -> tuple[str, ...]:
        """Paths of its numbers in the case."""
        return tuple(one.path for one in self.members)

    @property
    def single(self) -> Parameter | None:
        """The number, where it is one."""
        return self.members[0] if len(self.members) == 1 else None

    def value(self, share: float) -> float:
        """The value of its first number at a share of the distribution."""
        u = np.array([np.clip(share, _LEAST, _MOST)])
        return float(self.members[0].distribution.ppf(u)[0])

    def share(self, value: float) -> float:
        """The share of its first number's distribution that lies below a value."""
        return _share(self.members[0], value)


def _share(one: Parameter, value: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        at = float(one.distribution.ppf(np.array([np.clip(middle, _LEAST, _MOST)]))[0])
        low, high = (middle, high) if at < value else (low, middle)
    return high


@dataclass(frozen=True)
class Asking:
    """A case and a question, to be asked at any place of the uncertain numbers.

    With ``blocked_only`` the question ``blocks`` is answered by counting packages, without
    looking for the sets of lines that block: the same answer in a fraction of the time.
    """

    case: Case
    used: Parameters
    blocked_only: bool = False

    @cached_property
    def axes(self) -> tuple[Axis, ...]:
        """What can be moved, in the order of the columns of uniforms."""
        members: list[list[Parameter]] = [[] for _ in range(self.used.dimensions)]
        for one, axis in zip(self.used.each, self.used.axis, strict=True):
            members[axis].append(one)
        return tuple(Axis(tuple(each)) for each in members)

    @cached_property
    def start(self) -> Floats:
        """Share of its distribution below where each axis is taken without draws."""
        return np.array(
            [np.mean([_share(one, one.central) for one in axis.members]) for axis in self.axes]
        )

    def at(self, shares: Floats) -> dict[str, Floats]:
        """Outputs at rows of shares, (D, n_axes); nan leaves an axis at its central value."""
        uniforms = np.clip(np.where(np.isnan(shares), 0.5, shares), _LEAST, _MOST)
        values = self.used.ppf(uniforms)
        moved = ~np.isnan(shares)[:, list(self.used.axis)]
        return self._evaluated(np.where(moved, values, self.used.central))

    def _evaluated(self, values: Floats) -> dict[str, Floats]:
        """Outputs block by block, so that memory does not grow with the rows."""
        question: Question = "packages" if self.blocked_only else self.used.question
        step = question_named(question).per_block(self.case)
        used = replace(self.used, question=question)
        parts = [
            evaluate(self.case, question, values[first : first + step], parameters=used)
            for first in range(0, len(values), step)
        ]
        made = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        return {"blocked": 1 - made["deal"]} if self.blocked_only else made

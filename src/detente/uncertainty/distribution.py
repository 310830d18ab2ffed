"""The distribution of an uncertain number: uniform, triangular, or normal cut at its ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from detente.case.numbers import Number

Floats = npt.NDArray[np.float64]
Form = Literal["uniform", "triangular", "normal"]

#: What a range quoted for a normal distribution leaves out on each side.
TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Distribution:
    """What an uncertain number may be, and how likely.

    ``low`` and ``high`` are infinite where a normal distribution is not cut. ``mode`` is the
    middle of a uniform distribution, the likeliest value of a triangular one, the mean of a
    normal one before it is cut; ``sd`` is for the normal alone. A cut takes the tails away, it
    does not heap them on the ends.
    """

    form: Form
    low: float
    mode: float
    high: float
    sd: float = 0.0

    @classmethod
    def of(cls, number: Number, ends: tuple[float, float]) -> Distribution | None:
        """The distribution of a number of a case; None where it can be one value only.

        ``ends`` are the least and greatest value that a number of this kind can have (0 and 100
        for a place): a normal distribution is cut there too.
        """
        low, high = number.bounds
        if low == high:
            return None
        if number.sd is not None:
            cut = max(low, ends[0]), min(high, ends[1])
            return None if cut[0] == cut[1] else cls("normal", cut[0], number.central, cut[1],
                                                     number.sd)  # fmt: skip
        form: Form = "uniform" if number.mode is None else "triangular"
        return cls(form, low, number.central, high)

    def ppf(self, u: Floats) -> Floats:
        """Values of the distribution at shares ``u`` of its probability, strictly in (0, 1)."""
        one = np.array([[self.low], [self.mode], [self.high], [self.sd]])
        return _PPF[self.form](np.asarray(u, np.float64).reshape(-1, 1), *one).reshape(np.shape(u))

    @property
    def plausible(self) -> tuple[float, float]:
        """Least and greatest value worth a thought: the ends, or of a normal 90 % in the middle."""
        if self.form != "normal":
            return self.low, self.high
        ends = self.ppf(np.array([TAIL, 1 - TAIL]))
        return float(ends[0]), float(ends[1])

    @property
    def told(self) -> str:
        """The distribution in words."""
        if self.form == "uniform":
            return f"anywhere from {self.low:g} to {self.high:g}"
        if self.form == "triangular":
            return f"{self.low:g} to {self.high:g}, likeliest {self.mode:g}"
        cut = ""
        if math.isfinite(self.low) or math.isfinite(self.high):
            at = [f"{end:g}" for end in (self.low, self.high) if math.isfinite(end)]
            cut = f", cut at {' and '.join(at)}"
        return f"about {self.mode:g} with a standard deviation of {self.sd:g}{cut}"


def ppf(each: Sequence[Distribution], u: Floats) -> Floats:
    """Values (D, k) of k distributions at shares ``u`` (D, k) of their probability."""
    made = np.empty(u.shape)
    for form, of_form in _PPF.items():
        at = [n for n, one in enumerate(each) if one.form == form]
        if at:
            numbers = np.array([(e.low, e.mode, e.high, e.sd) for e in (each[n] for n in at)])
            made[:, at] = of_form(u[:, at], *numbers.T)
    return made


def _uniform(u: Floats, low: Floats, mode: Floats, high: Floats, sd: Floats) -> Floats:
    return np.asarray(low + u * (high - low))


def _triangular(u: Floats, low: Floats, mode: Floats, high: Floats, sd: Floats) -> Floats:
    wide = high - low
    rising = low + np.sqrt(u * (wide * (mode - low)))
    falling = high - np.sqrt((1 - u) * (wide * (high - mode)))
    return np.asarray(np.where(u < (mode - low) / wide, rising, falling))


def _normal(u: Floats, low: Floats, mode: Floats, high: Floats, sd: Floats) -> Floats:
    from scipy.special import ndtr, ndtri

    below, above = ndtr((low - mode) / sd), ndtr((high - mode) / sd)
    return np.asarray(np.clip(mode + sd * ndtri(below + u * (above - below)), low, high))


_PPF: dict[Form, Callable[..., Floats]] = {
    "uniform": _uniform, "triangular": _triangular, "normal": _normal,
}  # fmt: skip

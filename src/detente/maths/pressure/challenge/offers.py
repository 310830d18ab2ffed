"""Which offers actors get from those who could challenge them, and which one they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.challenge.expectations import EQUAL
from detente.maths.pressure.challenge.reading import Reading
from detente.maths.pressure.weights import Floats

#: Kinds of offers, as numbers: none, giving way in a conflict, a compromise, capitulation.
STAYS, CONFLICT, COMPROMISE, CAPITULATION = 0, 1, 2, 3


@dataclass(frozen=True)
class Taken:
    """The offer each actor takes in a round, arrays of shape (n,).

    ``kind`` is one of the numbers above; ``by`` the actor who made it (-1: none); ``own`` what
    the actor expects from challenging that one, ``other`` what that one expects in its eyes.
    """

    kind: npt.NDArray[np.int64]
    by: npt.NDArray[np.int64]
    own: Floats
    other: Floats
    place: Floats


def take_offers(x: Floats, own: Floats, other: Floats, unit: float, reading: Reading) -> Taken:
    """Choose for every actor among the offers that its expectations and the others' lead to.

    Parameters
    ----------
    x : array of shape (n,)
        Places.
    own, other : arrays of shape (n, n)
        See :func:`detente.maths.pressure.challenge.expectations.views`.
    unit : float
        Range of the places at the start; moves closer than ``EQUAL`` of it are equal.
    reading : Reading
        Uses ``conflict`` and ``offer``.

    Notes
    -----
    With a = own and b = other: a, b > 0 is conflict; b > 0 > a with b > -a a compromise in which
    the actor goes the part -a / b of the way; b > 0 > a with b < -a capitulation. Where offers
    are equally good in every respect that the reading names, the lower place is taken.
    """
    kind = np.zeros(own.shape, dtype=np.int64)
    apart = x[:, None] != x[None, :]
    pressed = apart & (other > EQUAL) & (own < -EQUAL)
    partly = pressed & (other + own > EQUAL)
    kind[partly] = COMPROMISE
    if reading.offer != "code-order":
        kind[pressed & ~partly] = CAPITULATION
    if reading.conflict == "loser-moves":
        kind[apart & (own > EQUAL) & (other - own > EQUAL)] = CONFLICT
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where(kind == COMPROMISE, -own / other, 1.0)
        middle = (np.abs(own) * x[:, None] + np.abs(other) * x[None, :]) / (
            np.abs(own) + np.abs(other)
        )
    move = np.where(part == 1.0, x[None, :] - x[:, None], (x[None, :] - x[:, None]) * part)
    target = np.where(part == 1.0, x[None, :], x[:, None] + move)
    allowed = kind != STAYS
    near = EQUAL * unit
    keys: tuple[tuple[Floats, float], ...]
    if reading.offer == "enforceable":
        keys = ((-other, EQUAL), (np.abs(move), near), (target, near))
    elif reading.offer == "least-move":
        keys = ((np.abs(move), near), (target, near), (-other, EQUAL))
    else:
        fights = (kind == CONFLICT).any(axis=1)
        allowed &= (kind == CONFLICT) | ~fights[:, None]
        first = np.where(fights[:, None], np.abs(move), middle)
        keys = ((first, near), (target, near))
    for key, close in keys:
        with np.errstate(invalid="ignore"):
            best = np.where(allowed, key, np.inf).min(axis=1)
            allowed = allowed & (key <= best[:, None] + close)
    chosen = np.argmax(allowed, axis=1)
    some = allowed.any(axis=1)
    rows = np.arange(x.size)

    def picked(values: Any, nothing: Any) -> Any:
        return np.where(some, values[rows, chosen], nothing)

    return Taken(
        picked(kind, STAYS),
        np.where(some, chosen, -1),
        picked(own, 0.0),
        picked(other, 0.0),
        picked(target, x),
    )

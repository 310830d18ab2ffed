"""The probabilistic Condorcet election compiled: see :mod:`detente.maths.pressure.condorcet`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

from detente.maths.pressure.condorcet import _SIGN, CERTAIN, FAINT, IDLE, LEAST

_jit: Any = njit(cache=True, nogil=True)
_spread: Any = njit(cache=True, nogil=True, parallel=True)


@_jit
def _support(x, w, places, m, coefficients, width, strength):  # type: ignore[no-untyped-def]
    """Strength of each side of each pair, the later place first."""
    a, b, c, gain = coefficients
    n = x.size
    utility = np.empty((m, n))
    for i in range(m):
        for k in range(n):
            utility[i, k] = 1 - abs(x[k] - places[i]) / width
    for i in range(m):
        strength[i, i] = LEAST
        for j in range(i):
            first, second = 0.0, 0.0
            for k in range(n):
                d = utility[i, k] - utility[j, k]
                vote = w[k] * (a * d + b * d * d * d)
                if c != 0.0:
                    vote += w[k] * c * min(max(d / _SIGN, -1.0), 1.0)
                if vote > 0:
                    first += gain * vote
                else:
                    second -= vote
            strength[i, j], strength[j, i] = LEAST + first, LEAST + second


@_jit
def _wins(one, two, power):  # type: ignore[no-untyped-def]
    """The probability that a side of strength ``one`` wins."""
    if power == 0:
        if one >= CERTAIN * two:
            return 1 / (1 + FAINT)
        if two >= CERTAIN * one:
            return FAINT / (1 + FAINT)
        return (one / (one + two) * (CERTAIN + 1) - 1) / (CERTAIN - 1)
    up, down = one, two
    while power > 1:
        up, down = up * up, down * down
        power //= 2
    return up / (up + down)


@_jit
def _resting(step, m, rest):  # type: ignore[no-untyped-def]
    """Where a walk rests in the long run, by elimination without subtractions."""
    for k in range(m - 1, 0, -1):
        leaves = 0.0
        for i in range(k):
            leaves += step[i, k]
        for j in range(k):
            step[k, j] /= leaves
        for i in range(k):
            for j in range(k):
                step[i, j] += step[i, k] * step[k, j]
    rest[0] = 1.0
    for k in range(1, m):
        rest[k] = 0.0
        for j in range(k):
            rest[k] += step[k, j] * rest[j]


@_spread
def elect(x, w, places, coefficients, power, form, width, probability):  # type: ignore[no-untyped-def]
    """Fill ``probability`` (N, m) for every draw."""
    for draw in prange(x.shape[0]):
        m = 0
        while m < places.shape[1] and not np.isnan(places[draw, m]):
            m += 1
        if m == 0:
            continue
        strength, wins = np.empty((m, m)), np.empty((m, m))
        _support(x[draw], w[draw], places[draw], m, coefficients, width, strength)
        for i in range(m):
            for j in range(m):
                wins[i, j] = 0.5 if i == j else _wins(strength[i, j], strength[j, i], power)
        made = probability[draw]
        if form == 0:
            for i in range(m):
                made[i] = 0.0
                for j in range(m):
                    made[i] += np.log(wins[i, j])
            most = made[:m].max()
            for i in range(m):
                made[i] = np.exp(made[i] - most)
        else:
            for j in range(m):
                total = 1.0 * m
                if form == 2:
                    total = 0.0
                    for i in range(m):
                        strength[i, j] *= wins[i, j]
                        if i == j:
                            strength[i, j] += IDLE
                        total += strength[i, j]
                for i in range(m):
                    wins[i, j] *= (strength[i, j] if form == 2 else 1.0) / total
            _resting(wins, m, made)
        total = made[:m].sum()
        for i in range(m):
            made[i] /= total

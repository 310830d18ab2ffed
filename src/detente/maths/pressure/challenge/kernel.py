"""The challenge model compiled: draws side by side, an actor's offers looked at row by row.

The same steps as :mod:`detente.maths.pressure.challenge.expectations` and ``offers``, with the
chances of a round from running sums, so that a round costs the square of the number of actors.
Without risk utilities are straight lines, and the first pass needs no powers.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

from detente.maths.pressure.challenge.expectations import EQUAL, ROUNDING
from detente.maths.pressure.weighted_median import HALF

#: The median rests when it moves by less than this part of the range at the start.
REST = 1e-6

_jit: Any = njit(cache=True, nogil=True)
_spread: Any = njit(cache=True, nogil=True, parallel=True)


@_jit
def middle_and_mean(x, w, order):  # type: ignore[no-untyped-def]
    """Lower weighted median, upper one, and weighted mean; ``order`` sorts ``x``."""
    whole = 0.0
    moment = 0.0
    for i in range(x.size):
        whole += w[i]
        moment += w[i] * x[i]
    upto = 0.0
    lower = upper = x[order[x.size - 1]]
    found = False
    for i in order:
        upto += w[i]
        if not found and upto >= (0.5 - HALF) * whole:
            lower = x[i]
            found = True
        if upto > (0.5 + HALF) * whole:
            upper = x[i]
            break
    return lower, upper, moment / whole


@_jit
def pair_chances(x, w, order, p):  # type: ignore[no-untyped-def]
    """See ``expectations.chances``."""
    n = x.size
    start = x[order[0]]
    sums = np.zeros(n + 1)
    moments = np.zeros(n + 1)
    for a in range(n):
        i = order[a]
        sums[a + 1] = sums[a] + w[i]
        moments[a + 1] = moments[a] + w[i] * (x[i] - start)
    first = 0
    while first < n:
        low = x[order[first]] - start
        upto = first + 1
        while upto < n and x[order[upto]] - start == low:
            upto += 1
        for a in range(first, upto):
            for b in range(first, upto):
                p[order[a], order[b]] = 0.5
        middle = upto
        since = upto
        while since < n:
            high = x[order[since]] - start
            after = since + 1
            while after < n and x[order[after]] - start == high:
                after += 1
            half = (low + high) / 2
            while middle < n and x[order[middle]] - start < half:
                middle += 1
            for_low = sums[upto] * (high - low)
            for_low += (sums[middle] - sums[upto]) * (low + high)
            for_low -= 2 * (moments[middle] - moments[upto])
            for_high = (sums[n] - sums[since]) * (high - low)
            for_high += 2 * (moments[since] - moments[middle])
            for_high -= (sums[since] - sums[middle]) * (low + high)
            votes = for_low + for_high
            share = for_low / votes if votes > 0 else 0.5
            for a in range(first, upto):
                for b in range(since, after):
                    p[order[a], order[b]] = share
                    p[order[b], order[a]] = 1 - share
            since = after
        first = upto


@_jit
def chances_among_all(x, w, r, span, order, p, upto):  # type: ignore[no-untyped-def]
    """See ``expectations.chances_among_all``; ``upto`` is room for running sums, (n + 1, n)."""
    n = x.size
    whole = 0.0
    far = np.empty(n)
    for a in range(n):
        k = order[a]
        for b in range(n):
            apart = abs(x[k] - x[order[b]]) / span
            if r[k] == 1.0:
                far[b] = w[k] * apart
            else:
                far[b] = w[k] * apart ** r[k] if apart > 0 else 0.0
            upto[a + 1, b] = upto[a, b] + far[b]
        # Distances fall towards k and rise after it: ranked from there outwards.
        left, right = a - 1, a + 1
        for rank in range(1, n):
            if right >= n or (left >= 0 and far[left] <= far[right]):
                whole += 2 * (2.0 * rank - n + 1) * far[left]
                left -= 1
            else:
                whole += 2 * (2.0 * rank - n + 1) * far[right]
                right += 1
    for a in range(n):
        i = order[a]
        p[i, i] = 0.0
        middle = a + 1
        for b in range(a + 1, n):
            j = order[b]
            if x[i] == x[j] or not whole > 0:
                p[i, j] = p[j, i] = 0.0
                continue
            half = (x[i] + x[j]) / 2
            while middle < n and x[order[middle]] < half:
                middle += 1
            for_low = upto[middle, b] - upto[middle, a]
            for_high = (upto[n, a] - upto[middle, a]) - (upto[n, b] - upto[middle, b])
            p[i, j] = max(for_low, 0.0) / whole
            p[j, i] = max(for_high, 0.0) / whole


@_jit
def _no_challenge(x, middle, apart, span, r, q):  # type: ignore[no-untyped-def]
    """What an actor expects that does not challenge; ``middle`` is nan where it is left out."""
    nothing = 2 - 4 * 0.5**r
    from_middle = abs(x - middle) / span
    if np.isnan(middle):
        return q * nothing
    shift = 0.25 * (from_middle + apart)
    base = 0.5 + shift
    if from_middle < apart - EQUAL:
        base = 0.0 if shift > 0.5 - ROUNDING else 0.5 - shift
    return q * nothing + (1 - q) * (2 - 4 * base**r)


@_jit
def risk_exponents(x, s, p, middle, span, q, risk, r):  # type: ignore[no-untyped-def]
    """See ``expectations.exponents``; the expectations without risk are summed on the way."""
    n = x.size
    against = np.zeros(n)
    own = np.zeros(n)
    for i in range(n):
        r[i] = 1.0
    if risk == 0:
        return
    for i in range(n):
        from_middle = abs(x[i] - middle) / span
        for j in range(n):
            if i == j:
                continue
            apart = abs(x[i] - x[j]) / span
            # Success is worth 2 d and failure -2 d; the better of no challenge z, the worse -z.
            e = 2 * apart * (1 - 2 * s[j] * (1 - p[i, j]))
            if q < 1 and not np.isnan(middle):
                z = from_middle + apart
                e -= (1 - q) * (z if from_middle < apart - EQUAL else -z)
            against[j] += e
            own[i] += e
    least, most = against.min(), against.max()
    if most - least <= EQUAL * n:
        return
    for i in range(n):
        summed = against[i] if risk == 1 else own[i]
        basis = min(max((2 * summed - most - least) / (most - least), -1.0), 1.0)
        r[i] = (1 - basis / 3) / (1 + basis / 3)


@_jit
def fill_views(x, s, own, other, middle, span, q, r, theirs):  # type: ignore[no-untyped-def]
    """See ``expectations.views``. ``own`` comes in with the chances, so that one square table is
    enough where the other's view is the transposed one; ``other`` is filled where it is not.
    """
    n = x.size
    nothing = np.empty(n)
    for i in range(n):
        nothing[i] = 2 - 4 * 0.5 ** r[i]
    for i in range(n):
        for j in range(i):
            apart = abs(x[i] - x[j]) / span
            if apart == 0.0:
                continue
            lose = np.log(0.5 - 0.5 * apart) if apart <= 1 - ROUNDING else -np.inf
            gain = np.log(0.5 + 0.5 * apart)
            wins, held = own[i, j], own[j, i]
            for turn in range(2):
                a, b = (i, j) if turn == 0 else (j, i)
                p, back = (wins, held) if turn == 0 else (held, wins)
                success = 2 - 4 * np.exp(r[a] * lose)
                failure = 2 - 4 * np.exp(r[a] * gain)
                e = s[b] * (p * success + (1 - p) * failure) + (1 - s[b]) * success
                rest = nothing[a]
                if q < 1:
                    rest = _no_challenge(x[a], middle, apart, span, r[a], q)
                own[a, b] = e - rest
                if theirs:
                    continue
                e = s[a] * (back * success + (1 - back) * failure) + (1 - s[a]) * success
                if q < 1:
                    rest = _no_challenge(x[b], middle, apart, span, r[a], q)
                other[a, b] = e - rest


@_jit
def take_offers(x, own, other, theirs, unit, conflict, offer, new):  # type: ignore[no-untyped-def]
    """See ``offers.take_offers``; ``new`` becomes the places after the round."""
    n = x.size
    near = EQUAL * unit
    keys, targets = np.empty((3, n)), np.empty(n)
    close = (near, near, near)
    if offer == 0:
        close = (EQUAL, near, near)
    elif offer == 1:
        close = (near, near, EQUAL)
    for i in range(n):
        new[i] = x[i]
        fights = False
        count = 0
        for j in range(n):
            if x[i] == x[j]:
                continue
            a, b = own[i, j], own[j, i] if theirs else other[i, j]
            fight = conflict and a > EQUAL and b - a > EQUAL
            pressed = b > EQUAL and a < -EQUAL
            partly = pressed and a + b > EQUAL
            if not fight and not partly and (not pressed or offer == 2):
                continue
            if offer == 2 and fights and not fight:
                continue
            if offer == 2 and fight and not fights:
                fights = True
                count = 0
            move = x[j] - x[i]
            target = x[j]
            if partly:
                part = -a / b
                if part != 1.0:
                    move *= part
                    target = x[i] + move
            targets[count] = target
            keys[0, count] = abs(move)
            keys[1, count] = target
            keys[2, count] = target
            if offer == 0:
                keys[0, count] = -b
                keys[1, count] = abs(move)
            elif offer == 1:
                keys[2, count] = -b
            elif not fight:
                keys[0, count] = (abs(a) * x[i] + abs(b) * x[j]) / (abs(a) + abs(b))
            count += 1
        for row in range(3):
            best = np.inf
            for k in range(count):
                best = min(best, keys[row, k])
            kept = 0
            for k in range(count):
                if keys[row, k] <= best + close[row]:
                    for other_row in range(3):
                        keys[other_row, kept] = keys[other_row, k]
                    targets[kept] = targets[k]
                    kept += 1
            count = kept
        if count:
            new[i] = targets[0]


@_jit
def _run(x, w, s, codes, q, rounds, rests, lower, upper, mean):  # type: ignore[no-untyped-def]
    """One draw; ``x`` becomes the last places. Returns the rounds played."""
    n = x.size
    chance, conflict, offer, theirs, risk, otherwise, dynamic = codes
    own = np.empty((n, n))
    other = np.empty((1, 1) if theirs else (n, n))
    upto = np.zeros((n + 1, n) if chance else (1, 1))
    r, new = np.empty(n), np.empty(n)
    order = np.argsort(x, kind="mergesort")
    lower[0], upper[0], mean[0] = middle_and_mean(x, w, order)
    unit = x[order[n - 1]] - x[order[0]]
    span = unit
    for t in range(1, rounds + 1):
        now = x[order[n - 1]] - x[order[0]]
        if dynamic:
            span = now
        if not now > EQUAL * unit:
            return t - 1
        middle = (lower[t - 1] + upper[t - 1]) / 2 if otherwise else np.nan
        if chance:
            r[:] = 1.0
            chances_among_all(x, w, r, span, order, own, upto)
        else:
            pair_chances(x, w, order, own)
        risk_exponents(x, s, own, middle, span, q, risk, r)
        if chance:
            chances_among_all(x, w, r, span, order, own, upto)
        fill_views(x, s, own, other, middle, span, q, r, theirs)
        take_offers(x, own, other, theirs, unit, conflict, offer, new)
        x[:] = new
        order = np.argsort(x, kind="mergesort")
        lower[t], upper[t], mean[t] = middle_and_mean(x, w, order)
        if rests and t > 1:
            moved = abs(lower[t] - lower[t - 1]) + abs(upper[t] - upper[t - 1])
            if moved <= REST * unit:
                return t
    return rounds


@_spread
def run_draws(x, w, s, codes, q, rounds, rests, lower, upper, mean, played):  # type: ignore[no-untyped-def]
    """Every draw; nan where an actor has no place. Fills the arrays given and ``x`` in place."""
    for draw in prange(x.shape[0]):
        there = np.flatnonzero(~np.isnan(x[draw]))
        at, weight = x[draw][there], w[draw][there]
        if there.size == 0 or not weight.sum() > 0:
            lower[draw], upper[draw], mean[draw] = np.nan, np.nan, np.nan
            continue
        last = _run(
            at, weight, s[draw][there], codes, q, rounds, rests,
            lower[draw], upper[draw], mean[draw],
        )  # fmt: skip
        played[draw] = last
        for t in range(last + 1, rounds + 1):
            lower[draw, t] = lower[draw, last]
            upper[draw, t] = upper[draw, last]
            mean[draw, t] = mean[draw, last]
        for k in range(there.size):
            x[draw, there[k]] = at[k]

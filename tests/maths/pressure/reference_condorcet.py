"""The probabilistic Condorcet election from its definition, by repeated steps."""

from __future__ import annotations

import numpy as np

from detente.maths.pressure.weights import Floats


def vote(rule: str, weight: float, first: float, second: float) -> float:
    """How strongly an actor votes for the first of two utilities; below 0 for the second."""
    d = first - second
    sign = max(-1.0, min(1.0, d / 1e-8))
    if rule == "binary":
        return weight * sign
    if rule == "cubic":
        return weight * d * d * d
    if rule == "proportional-binary":
        return weight * (0.8 * d + 0.2 * sign)
    if rule == "proportional-cubic":
        return weight * (0.5 * d + 0.5 * d * d * d)
    if rule == "prospect":
        return weight * (2 * d / 3 if d > 0 else d)
    return weight * d


def wins(law: str, one: float, other: float) -> float:
    """The probability that the side of strength ``one`` wins."""
    if law == "binary":
        share = one / (one + other)
        if one >= 1.1 * other:
            return 1 / (1 + 1e-6)
        if other >= 1.1 * one:
            return 1e-6 / (1 + 1e-6)
        return (share * 2.1 - 1) / 0.1
    for _ in range({"linear": 0, "square": 1, "quartic": 2, "octic": 3}[law]):
        one, other = one * one, other * other
    return one / (one + other)


def election(
    x: list[float], w: list[float], form: str, rule: str, law: str
) -> tuple[list[float], Floats]:
    """Places and the probability of each."""
    places = sorted(set(x))
    m, total = len(places), sum(w)
    strength = np.full((m, m), 1e-8)
    for i in range(m):
        for j in range(i):
            for place, weight in zip(x, w, strict=True):
                one, other = (1 - abs(place - places[k]) / 100 for k in (i, j))
                cast = vote(rule, weight / total, one, other)
                strength[i, j] += max(cast, 0.0)
                strength[j, i] += max(-cast, 0.0)
    v = np.array(
        [[0.5 if i == j else wins(law, strength[i, j], strength[j, i]) for j in range(m)]
         for i in range(m)]
    )  # fmt: skip
    if form == "conditional":
        product = v.prod(axis=1)
        return places, np.asarray(product / product.sum())
    challenge = np.full((m, m), 1 / m)
    if form == "markov-incentive":
        incentive = strength * v + 1e-10 * np.eye(m)
        challenge = incentive / incentive.sum(axis=0)
    p = np.full(m, 1 / m)
    for _ in range(200_000):
        # i meets j if j challenges the favourite i, or i the favourite j.
        meets = p[:, None] * challenge.T + challenge * p[None, :]
        q = (v * meets).sum(axis=1)
        if np.abs(q - p).max() < 1e-14:
            break
        p = (p + q) / 2
    return places, p

"""The challenge model from its definition, one actor and one voter at a time."""

from __future__ import annotations

import itertools
import math

from detente.maths.pressure.challenge.reading import Reading

Numbers = list[float]
SMALL = 1e-9


def median(x: Numbers, w: Numbers) -> float:
    """The middle between the least and the greatest place with half the weight on both sides."""
    whole = sum(w)
    fits = [
        place
        for place in sorted(set(x))
        if sum(v for y, v in zip(x, w, strict=True) if y < place) <= whole * (0.5 + 1e-12)
        and sum(v for y, v in zip(x, w, strict=True) if y > place) <= whole * (0.5 + 1e-12)
    ]
    return (fits[0] + fits[-1]) / 2


def chance(
    i: int, j: int, x: Numbers, w: Numbers, r: Numbers, span: float, reading: Reading
) -> float:
    """The probability that i wins against j."""
    if reading.chance == "pair":
        votes = [v * (abs(y - x[j]) - abs(y - x[i])) for y, v in zip(x, w, strict=True)]
        cast = sum(abs(vote) for vote in votes)
        return sum(vote for vote in votes if vote > 0) / cast if cast else 0.5

    def bent(k: int, a: int, b: int) -> float:
        far, near = abs(x[k] - x[b]) / span, abs(x[k] - x[a]) / span
        return w[k] * (math.pow(far, r[k]) - math.pow(near, r[k]))

    everyone = range(len(x))
    votes = [bent(k, i, j) for k in everyone]
    cast = sum(abs(bent(k, a, b)) for k, a, b in itertools.product(everyone, repeat=3))
    return sum(vote for vote in votes if vote > 0) / cast


def expectation(
    i: int, j: int, p: float, x: Numbers, s: Numbers, mu: float, span: float,
    exponent: float, reading: Reading,
) -> float:  # fmt: skip
    """What i expects from challenging j, bent by an exponent."""

    def bent(part: float) -> float:
        return 2 - 4 * math.pow(max(part, 0.0), exponent)

    d = abs(x[i] - x[j]) / span
    success, failure = bent(0.5 - 0.5 * d), bent(0.5 + 0.5 * d)
    made = s[j] * (p * success + (1 - p) * failure) + (1 - s[j]) * success
    made -= reading.q * bent(0.5)
    if reading.otherwise == "median":
        shift = 0.25 * (abs(x[i] - mu) + abs(x[i] - x[j])) / span
        nearer = abs(x[i] - mu) / span < abs(x[i] - x[j]) / span - SMALL
        made -= (1 - reading.q) * bent(0.5 - shift if nearer else 0.5 + shift)
    return made


def one_round(x: Numbers, c: Numbers, s: Numbers, span: float, reading: Reading) -> Numbers:
    """Places after a round."""
    n = len(x)
    everyone = range(n)
    w = [a * b for a, b in zip(c, s, strict=True)]
    mu = median(x, w)

    def expect(i: int, j: int, risk: Numbers, exponent: float) -> float:
        p = chance(i, j, x, w, risk, span, reading)
        return expectation(i, j, p, x, s, mu, span, exponent, reading)

    flat = [1.0] * n
    first = [[expect(i, j, flat, 1.0) if i != j else 0.0 for j in everyone] for i in everyone]
    against = [sum(first[j][i] for j in everyone) for i in everyone]
    own = [sum(first[i]) for i in everyone]
    least, most = min(against), max(against)
    r = flat
    if reading.risk != "none" and most - least > SMALL * n:
        used = against if reading.risk == "1985" else own
        basis = [(2 * value - most - least) / (most - least) for value in used]
        basis = [min(max(value, -1.0), 1.0) for value in basis]
        r = [(1 - value / 3) / (1 + value / 3) for value in basis]
    after = list(x)
    for i in everyone:
        offers = []
        for j in everyone:
            if x[i] == x[j]:
                continue
            a = expect(i, j, r, r[i])
            b = expect(j, i, r, r[j] if reading.other_risk == "theirs" else r[i])
            if a > SMALL and b > a + SMALL:
                if reading.conflict == "loser-moves":
                    offers.append(("conflict", a, b, x[j]))
            elif b > SMALL and a < -SMALL:
                if b > -a + SMALL:
                    offers.append(("compromise", a, b, x[i] + (x[j] - x[i]) * -a / b))
                elif reading.offer != "code-order":
                    offers.append(("capitulation", a, b, x[j]))
        if reading.offer == "code-order":
            fights = [offer for offer in offers if offer[0] == "conflict"]
            offers = fights or offers

        def order(offer: tuple[str, float, float, float], i: int = i) -> tuple[float, ...]:
            kind, a, b, place = offer
            move, places = round(abs(place - x[i]), 9), round(place, 9)
            if reading.offer == "enforceable":
                return (-round(b, 9), move, places)
            if reading.offer == "least-move" or kind == "conflict":
                return (move, places)
            # The other's place is not kept with an offer; it follows from where a compromise leads.
            other = x[i] + (place - x[i]) * b / -a
            return (round((abs(a) * x[i] + b * other) / (abs(a) + b), 9), places)

        if offers:
            after[i] = min(offers, key=order)[3]
    return after


def rounds_of(x: Numbers, c: Numbers, s: Numbers, reading: Reading, rounds: int) -> list[Numbers]:
    """Places at the start and after each round."""
    start = max(x) - min(x)
    made = [list(x)]
    for _ in range(rounds):
        now = made[-1]
        wide = max(now) - min(now)
        if wide <= SMALL * start:
            made.append(now)
            continue
        span = start if reading.span == "first-round" else wide
        made.append(one_round(now, c, s, span, reading))
    return made

"""The distribution of settlements written from its definition, one issue at a time."""

from __future__ import annotations

from math import erf, exp, inf, isnan, log, sqrt

from detente.maths.pressure.settlement import SettlementModel

ISSUE = tuple[list[float], list[float], float]


def reference_masses(model: SettlementModel, issue: ISSUE) -> list[float]:
    """Masses of 0 to 100 for positions, saliences and a reference point; traits are the core."""
    positions, saliences, reference = issue
    total = sum(saliences)
    shares = [s / total for s in saliences]
    mean = sum(s * x for s, x in zip(shares, positions, strict=True))
    spread = sqrt(sum(s * (x - mean) ** 2 for s, x in zip(shares, positions, strict=True)))
    stated = {round(x) for x in positions}
    middle = round((min(positions) + max(positions)) / 2)
    known = None if isnan(reference) else round(reference)
    places = stated | {0, 100, middle} | ({known} if known is not None else set())
    weights = {}
    for place in places:
        behind = sum(s for s, x in zip(shares, positions, strict=True) if round(x) == place)
        traits = {
            "stated": place in stated,
            "log_share": log(behind + 0.02),
            "distance": abs(place - mean) / 100,
            "reference": place == known,
            "end": place in (0, 100),
            "midpoint": place == middle,
        }
        weights[place] = exp(
            sum(b * traits[t] for b, t in zip(model.beta, model.traits, strict=True))
        )
    around = exp(model.smooth)
    whole = sum(weights.values()) + around
    a, b = model.width
    width = exp(a + b * log((spread + 10) / 40))

    def below(x: float) -> float:
        return 0.5 * (1 + erf((x - mean) / width / sqrt(2)))

    masses = []
    for place in range(101):
        low = below(place - 0.5 if place else -inf)
        high = below(place + 0.5 if place < 100 else inf)
        masses.append((weights.get(place, 0.0) + around * (high - low)) / whole)
    return masses

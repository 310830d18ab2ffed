"""The package that is worth least among those that are worth enough."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

# Distinct sums kept at once; a party's points in round numbers stay far below.
_MOST_SUMS = 400_000


def least_package(points: Sequence[Sequence[Decimal]], enough: Decimal) -> tuple[int, ...] | None:
    """Option of each issue, so that the points sum to the least that is at least ``enough``.

    None if no package reaches it, or if there are too many different sums to look through.
    Sums are built issue by issue; one that cannot reach ``enough`` any more is dropped, and of
    those that are enough whatever comes only the least is kept.
    """
    most_left = [Decimal(0)]
    least_left = [Decimal(0)]
    for of_issue in reversed(points):
        most_left.append(most_left[-1] + max(of_issue))
        least_left.append(least_left[-1] + min(of_issue))
    most_left.reverse()
    least_left.reverse()
    sums: dict[Decimal, tuple[int, ...]] = {Decimal(0): ()}
    for number, of_issue in enumerate(points):
        grown: dict[Decimal, tuple[int, ...]] = {}
        for total, chosen in sums.items():
            for at, p in enumerate(of_issue):
                made = total + p
                if made + most_left[number + 1] >= enough:
                    grown.setdefault(made, (*chosen, at))
        safe = [total for total in grown if total + least_left[number + 1] >= enough]
        if len(safe) > 1:
            keep = min(safe)
            grown = {t: c for t, c in grown.items() if t <= keep}
        if len(grown) > _MOST_SUMS:
            return None
        sums = grown
    return sums[min(sums)] if sums else None

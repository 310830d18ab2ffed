"""The best packages in several senses, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from detente.analyses.base import Cell, Table
from detente.analyses.packages.wording import Words
from detente.errors import InputError
from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.kalai_smorodinsky import Ideals, ideals, kalai_smorodinsky
from detente.maths.packages.leximin import leximin
from detente.maths.packages.nash import nash
from detente.maths.packages.utilitarian import utilitarian

_TIES = 5
MEANING = {
    "Nash": "largest product of gains",
    "weighted Nash": "largest product of gains, each to the power given",
    "Kalai-Smorodinsky": "most equal shares of the best that each could get",
    "egalitarian": "most for the one who gains least, then for the next",
    "utilitarian": "largest sum of points",
    "mediator": "largest sum with the mediator's own weights",
}


def whole_weights(
    given: Mapping[str, float | int | str], words: Words, room: Room, what: str, least: int
) -> tuple[int, ...]:
    """Weights by party id as whole numbers in the same ratios; those not named get 1 (or 0).

    Raises
    ------
    InputError
        If a party's acceptance does not count, or a weight is no number of at least ``least``.
    """
    ids = [words.tables.parties[party] for party in room.parties]
    stranger = sorted(set(given) - set(ids))
    if stranger:
        raise InputError(
            f"{what} names {stranger[0]!r}; those whose acceptance counts are {', '.join(ids)}"
        )
    try:
        exact = [Fraction(str(given.get(id_, least))) for id_ in ids]
    except ValueError as error:
        raise InputError(f"{what}: {error}") from error
    if min(exact) < 0 or (least and min(exact) == 0) or not any(exact):
        raise InputError(f"{what} needs positive numbers; got {dict(given)}")
    denominator = 1
    for fraction in exact:
        denominator = denominator * fraction.denominator // _gcd(denominator, fraction.denominator)
    return tuple(int(fraction * denominator) for fraction in exact)


def _gcd(a: int, b: int) -> int:
    return a if b == 0 else _gcd(b, a % b)


def bargaining_points(
    room: Room, power: tuple[int, ...] | None, mediator: tuple[int, ...] | None
) -> tuple[dict[str, Chosen], Ideals]:
    """Every sense of best that was asked for."""
    best = ideals(room)
    made = {"Nash": nash(room)}
    if power is not None:
        made["weighted Nash"] = nash(room, power)
    made["Kalai-Smorodinsky"] = kalai_smorodinsky(room, best)
    made["egalitarian"] = leximin(room)
    made["utilitarian"] = utilitarian(room)
    if mediator is not None:
        made["mediator"] = utilitarian(room, mediator)
    return made, best


def points_table(words: Words, made: Mapping[str, Chosen]) -> Table:
    """A row for each deal that is best in some sense, with everyone's points."""
    rows: list[tuple[Cell, ...]] = []
    for name, chosen in made.items():
        for deal, totals in list(zip(chosen.deals.tolist(), chosen.totals, strict=True))[:_TIES]:
            rows.append((name, words.deal(deal), *words.row(totals)))
        if not chosen.deals.size:
            rows.append((name, chosen.note or "none", *(None for _ in words.names)))
    return Table(
        "points",
        "Best packages, by what is meant by best, in points",
        ("best in the sense of", "package", *words.names),
        tuple(rows),
        "; ".join(f"{name}: {MEANING[name]}" for name in made) + ".",
        sum(max(0, chosen.deals.shape[0] - _TIES) for chosen in made.values()),
    )


def gains_table(words: Words, room: Room, made: Mapping[str, Chosen], best: Ideals) -> Table:
    """What each party gains over its alternative, by package, and the most it could."""
    columns = [words.names[party] for party in room.parties]
    rows: list[tuple[Cell, ...]] = []
    for name, chosen in made.items():
        if chosen.deals.size:
            gains = chosen.totals[0][room.parties] - room.base
            rows.append((name, *words.row(gains)))
    if best.there_is_a_deal:
        rows.append(("most each could gain", *words.row(best.gains)))
    return Table(
        "gains", "Gains over the alternative, in points", ("package", *columns), tuple(rows)
    )


def proof_table(made: Mapping[str, Chosen]) -> Table:
    """How each was found, and what is proven."""
    return Table(
        "proof",
        "How they were found",
        ("best in the sense of", "packages that tie", "proven and all listed", "gap", "method"),
        tuple(
            (
                name,
                int(chosen.deals.shape[0]),
                chosen.complete,
                None if chosen.gap != chosen.gap else chosen.gap,
                f"{chosen.method}. {chosen.note}".rstrip(". "),
            )
            for name, chosen in made.items()
        ),
    )

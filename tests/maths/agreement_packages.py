"""One random model asked in every way there is, against the definitions."""

from __future__ import annotations

import numpy as np

from detente.maths.packages.by_solver import any_deal
from detente.maths.packages.choice import Among, Chosen, Room
from detente.maths.packages.counting import count_accepted, count_standing
from detente.maths.packages.kalai_smorodinsky import kalai_smorodinsky
from detente.maths.packages.leximin import leximin
from detente.maths.packages.model import PackageModel
from detente.maths.packages.nash import nash
from detente.maths.packages.utilitarian import utilitarian
from tests.maths.reference_packages import Reference

AMONG: tuple[Among, ...] = ("any", "all", "rule")


def check(model: PackageModel, rng: np.random.Generator, *, written_out: bool) -> None:
    """Raise AssertionError where an answer differs from the definitions."""
    reference = Reference(model)
    n = len(reference.counted)
    power = tuple(int(w) for w in rng.integers(1, 4, n))
    count = tuple(int(w) for w in rng.integers(0, 4, n))
    # With many groups of voters there is no exact count.
    assert count_standing(model) in (len(reference.among("rule")), None)
    assert count_accepted(model, tuple(reference.counted)) == len(reference.among("all"))
    for among in AMONG:
        deals = reference.among(among)
        room = Room(model, among) if written_out else Room(model, among, most_deals=0)
        where = f"{among}, {'written out' if written_out else 'not written out'}"
        efficient = reference.efficient(deals)
        rows = sorted({reference.row(d) for d in efficient})
        assert [tuple(r) for r in room.frontier.tolist()] == rows, f"frontier, {where}"
        assert room.n_efficient in (len(efficient), None), f"efficient deals, {where}"
        if written_out:
            assert room.inside.size == len(deals)
        else:
            feasible = any(any_deal(layers) is not None for layers in room.layers)
            assert feasible == bool(deals), f"any deal, {where}"
        answers = {
            "nash": (nash(room, power), reference.nash(deals, power)),
            "leximin": (leximin(room), reference.leximin(deals)),
            "utilitarian": (utilitarian(room), reference.utilitarian(deals, (1,) * n)),
            "mediator": (utilitarian(room, count), reference.utilitarian(deals, count)),
            "shares": (kalai_smorodinsky(room), reference.kalai_smorodinsky(deals)),
        }
        for name, (made, right) in answers.items():
            _same(made, right, f"{name}, {where}")


def _same(made: Chosen, right: list[tuple[int, ...]], where: str) -> None:
    got = [tuple(row) for row in made.deals.tolist()]
    if made.complete:
        assert got == sorted(right), f"{where}: {got} instead of {sorted(right)}; {made.note}"
    elif made.method == "none":
        assert made.note.startswith("not found")
    else:
        # Not proven complete is allowed to miss ties, never to name a deal that is worse.
        assert made.gap != 0 or set(got) <= set(right), f"{where}: {got} is worse than {right}"

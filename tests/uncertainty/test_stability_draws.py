"""States that hold over draws: analytic shares, and each drawn conflict solved on its own."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.solution import solve
from detente.case.case import Case
from detente.engines.serial import Serial
from detente.maths.graph_model.concepts import CONCEPTS
from detente.uncertainty.evaluate import evaluate
from detente.uncertainty.explore import explore
from detente.uncertainty.parameters import parameters_of
from tests.uncertainty.drawn_cases import with_values

STATES = ["-", "x", "y", "x, y"]


def two(first: dict[str, Any], second: dict[str, Any], **more: Any) -> Case:
    return Case.model_validate(
        {
            "title": "Two",
            "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
            "moves": [
                {"id": "x", "party": "a", "name": "x", "now": False},
                {"id": "y", "party": "b", "name": "y", "now": False},
            ],
            "preferences": [{"party": "a", **first}, {"party": "b", **second}],
            **more,
        }
    )


def test_a_state_holds_with_the_chance_that_nothing_is_better() -> None:
    # A stays at the status quo where it is worth more than x, which is worth 5; B never moves up.
    case = two(
        {"utilities": {"-": {"low": 0, "high": 20}, "x": 5, "y": 0, "x, y": 0}},
        {"utilities": {"-": 2, "x": 2, "y": 1, "x, y": 1}},
    )
    found = explore(case, "stability", draws=2_048, sampler="sobol", engine=Serial())
    rows = {row[0]: row for row in found.table("states").rows}
    assert rows["-"][1] == pytest.approx(75, abs=0.1)
    assert rows["x"][1] == pytest.approx(25, abs=0.1)
    assert rows["-"][-1] is True


@pytest.mark.parametrize("seed", range(40))
def test_each_draw_holds_what_its_case_does(seed: int) -> None:
    rng = np.random.default_rng(seed)

    def utilities() -> dict[str, Any]:
        made: dict[str, Any] = {}
        for state in STATES:
            low = int(rng.integers(0, 9))
            made[state] = {"low": low, "high": low + 4} if rng.random() < 0.6 else low
        return {"utilities": made}

    more: dict[str, Any] = {}
    if seed % 2:  # bans make a graph of the moves
        more["bans"] = [{"move": "x", "change": "stop", "when": "y"}]
    case = two(utilities(), utilities(), **more)
    used = parameters_of(case, "stability")
    if not used.k:
        return
    values = used.ppf(rng.random((8, used.dimensions)))
    found = evaluate(case, "stability", values)
    assert found
    for at, row in enumerate(values):
        conflict = conflict_of(with_values(case, used, row))
        solved = solve(conflict, CONCEPTS)
        for name, holds in found.items():
            _, concept, state = name.split(":")
            assert holds[at] == solved.holds(concept)[conflict.state(state)], name


def ranked(*, unknown: list[list[str]]) -> Case:
    return two(
        {"ranking": [["x"], ["-"], ["x, y"], ["y"]], "unknown": unknown},
        {"statements": ["x", "y"]},
    )


def test_few_open_comparisons_are_gone_through_and_the_shares_are_exact() -> None:
    case = ranked(unknown=[["x", "-"], ["x, y", "y"]])
    found = explore(case, "stability", engine=Serial())
    rows = {row[0]: dict(zip(CONCEPTS, row[1:6], strict=False)) for row in
            found.table("states-exact").rows}  # fmt: skip
    assert found.parameters["draws"] == 9
    # B always prefers to take y. A at y (with y) is Nash unless x, y is better for A: 2 ways in 3.
    assert rows["y"]["nash"] == pytest.approx(600 / 9, abs=1e-5)
    assert rows["x, y"]["nash"] == pytest.approx(600 / 9, abs=1e-5)
    assert "exact" in found.table("states").note
    # The same from the definition: every way to settle the two comparisons, as a ranking.
    expected = 0
    for _, second in itertools.product(range(3), range(3)):
        expected += second != 1
    assert rows["y"]["nash"] == pytest.approx(100 * expected / 9, abs=1e-5)
    assert "2 comparisons of states by A are not known" in found.reasons[0].text


def test_more_than_are_asked_for_are_drawn_and_come_near() -> None:
    case = ranked(unknown=[list(pair) for pair in itertools.combinations(STATES, 2)])
    exact = explore(case, "stability", engine=Serial())
    assert exact.parameters["draws"] == 3**6
    sampled = explore(case, "stability", draws=600, engine=Serial())
    assert sampled.parameters["draws"] == 600
    truth = {(r[0]): r[1:6] for r in exact.table("states").rows}
    for row in sampled.table("states").rows:
        assert row[1:6] == pytest.approx(truth[row[0]], abs=8)


def test_a_large_model_gives_the_bits_of_a_small_ones_code() -> None:
    rng = np.random.default_rng(1)
    moves = [{"id": f"m{n}", "party": "ab"[n % 2], "name": f"m{n}"} for n in range(8)]
    states = [
        ", ".join(f"m{n}" for n in range(8) if code >> n & 1) or "-" for code in range(1 << 8)
    ]
    prefers = [
        {"party": p, "utilities": {s: {"mean": float(rng.normal()), "sd": 0.5} for s in states}}
        for p in "ab"
    ]
    parties = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    case = Case.model_validate(
        {"title": "Large", "parties": parties, "moves": moves, "preferences": prefers}
    )
    used = parameters_of(case, "stability")
    values = used.ppf(rng.random((2, used.dimensions)))
    found = evaluate(case, "stability", values)
    for at, row in enumerate(values):
        conflict = conflict_of(with_values(case, used, row))
        solved = solve(conflict, CONCEPTS)
        for name, holds in found.items():
            _, concept, state = name.split(":")
            assert holds[at] == solved.holds(concept)[conflict.state(state)], name

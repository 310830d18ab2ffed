"""Answers on negotiations too large to list, held against another solver."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from detente.maths.packages.model import PackageModel, RefusedOptions

pytest.importorskip("ortools")

from benchmarks.cp_sat import Negotiation
from benchmarks.second_solver import compare, large_negotiation

#: Cases of the benchmark that both solvers settle quickly.
SEEDS = range(300, 340)


@pytest.fixture(scope="module")
def said() -> list[tuple[int, str, str]]:
    return [(seed, *answer) for seed in SEEDS for answer in compare(seed)]


def test_no_answer_differs(said: list[tuple[int, str, str]]) -> None:
    assert [one for one in said if one[2] != "same" and not one[2].startswith("not proven")] == []


def test_nearly_every_answer_is_proven_by_both(said: list[tuple[int, str, str]]) -> None:
    same = Counter(asked for _, asked, answer in said if answer == "same")
    assert sum(same.values()) >= 0.95 * len(said)
    assert same["a deal stands"] >= 38
    for asked in ("nash", "leximin"):
        assert same[asked] >= 15
    for asked in ("first blocking set", "fewest lines to give up", "cheapest levers"):
        assert same[asked] >= 8


def test_the_negotiations_are_large_and_of_every_kind() -> None:
    models = [large_negotiation(seed) for seed in SEEDS]
    assert all(10**6 <= model.n_deals <= 10**12 for model in models)
    assert {model.n_parties for model in models} == {3, 4, 5, 6, 7, 8}
    assert any(model.pairs for model in models)
    assert {model.quorum < model.n_parties for model in models} == {True, False}
    kinds = {type(line).__name__ for model in models for line in model.red_lines}
    assert kinds == {"RefusedOptions", "FloorLine", "Condition"}


def test_the_other_solver_knows_what_a_deal_is() -> None:
    # One cake in three pieces, the middle one refused by the second party.
    line = RefusedOptions(1, 0, np.array([False, True, False]))
    yes = np.ones(2, bool)
    model = PackageModel(
        (np.array([[10, 0], [5, 5], [0, 10]], np.int64),), np.array([4, 0], np.int64),
        yes, yes, ~yes, 2, (line,),
    )  # fmt: skip
    listed = Negotiation(model, listed=True)
    listed.must_stand()
    assert listed.every() == [(0,)]
    without = Negotiation(model, given_up=(0,), listed=True)
    without.must_stand()
    assert without.every() == [(0,), (1,)]
    free = Negotiation(model, free=True)
    free.must_stand()
    assert free.least(sum(free.given.values())) == 0

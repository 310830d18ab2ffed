"""Packages, blocks and levers over draws against each drawn case solved on its own."""

from __future__ import annotations

import numpy as np
import pytest

from detente.analyses.levers.uses import Uses, levers_of
from detente.analyses.packages.model_of_case import model_of_case
from detente.case.case import Case
from detente.engines.serial import Serial
from detente.maths.blocks.enumerated import enumerate_blocks
from detente.maths.blocks.lines import lines_of
from detente.maths.packages.enumeration import Enumeration
from detente.uncertainty import blocks, levers, packages
from detente.uncertainty.draws import Spec
from detente.uncertainty.evaluate import evaluate
from detente.uncertainty.explore import explore
from detente.uncertainty.parameters import Question, parameters_of
from tests.uncertainty.drawn_cases import random_case, with_values

DRAWS = 6


def sell(least: object) -> Case:
    """One buyer, one price out of two; the seller asks for a number of points."""
    return Case.model_validate(
        {
            "title": "Threshold",
            "parties": [
                {"id": "s", "name": "Seller", "alternative": {"points": least}},
                {"id": "b", "name": "Buyer", "alternative": {"points": 10}},
            ],
            "issues": [{"id": "p", "name": "Price", "options": [
                {"id": "lo", "name": "Low"}, {"id": "hi", "name": "High"}]}],
            "utilities": [
                {"party": "s", "issue": "p", "values": {"lo": 30, "hi": 60}},
                {"party": "b", "issue": "p", "values": {"lo": 60, "hi": 5}},
            ],
            "levers": [{"id": "gift", "name": "Gift", "giver": "b", "cost": 7,
                        "effects": {"s": 20}}],
        }
    )  # fmt: skip


def test_a_threshold_is_passed_with_the_chance_of_its_distribution() -> None:
    # Only the low price does for the buyer, and the seller accepts it below 30 points: with an
    # alternative anywhere from 20 to 60, one draw in four; with the gift of 20, three in four.
    case = sell({"low": 20, "high": 60})
    found = explore(case, "packages", draws=4_096, sampler="sobol", engine=Serial())
    assert found.table("deal").rows[0][1] == pytest.approx(25, abs=0.2)
    assert found.table("deal").rows[0][2:] == (None, None)
    found = explore(case, "levers", draws=4_096, sampler="sobol", engine=Serial())
    shares = [row[1] for row in found.table("state").rows]
    assert shares == pytest.approx([25, 50, 25], abs=0.2)
    assert found.table("sets").rows[0][1] == pytest.approx(75, abs=0.2)
    assert found.table("cost").rows[0][0] == pytest.approx(7)
    found = explore(case, "blocks", draws=4_096, sampler="sobol", engine=Serial())
    assert found.table("blocked").rows[0][1] == pytest.approx(75, abs=0.2)
    assert found.table("sets").rows[0][-1] == "s:alternative, b:alternative"


def test_intervals_hold_the_chance_as_often_as_they_say() -> None:
    case, inside = sell({"low": 20, "high": 60}), 0
    for seed in range(60):
        made = explore(case, "packages", draws=200, seed=seed, engine=Serial())
        row = made.table("deal-exact").rows[0]
        inside += float(row[2] or 0) <= 25 <= float(row[3] or 0)
    assert inside >= 51  # of 60 at 95 %: fewer has a chance of 1 in 1,000


def drawn(seed: int, question: Question) -> tuple[Case, list[Case], np.ndarray]:  # type: ignore[type-arg, unused-ignore]
    rng = np.random.default_rng(seed)
    case = random_case(rng, levers=question == "levers")
    used = parameters_of(case, question)
    values = used.ppf(rng.random((DRAWS, used.dimensions)))
    return case, [with_values(case, used, row) for row in values], values


@pytest.mark.parametrize("seed", range(60))
def test_packages_stand_where_they_do_in_each_case(seed: int) -> None:
    case, cases, values = drawn(seed, "packages")
    found = evaluate(case, "packages", values)
    model = packages._model(
        Spec(case, parameters_of(case, "packages"),
             leading=packages.leading_packages(case, parameters_of(case, "packages")))
    )  # fmt: skip
    leading = [name for name in found if name.startswith("stands:")]
    for at, one in enumerate(cases):
        every = Enumeration(model_of_case(one))
        assert found["deal"][at] == every.stands.any()
        counted = every.model.counted
        gains = every.totals[counted] - every.model.alternative[counted][:, None]
        good = every.accepts[counted].all(axis=0) & (gains > 0).all(axis=0)
        best = np.where(good, np.log(np.maximum(gains, 1)).sum(axis=0), -1.0)
        nash = int(found["nash"][at])
        assert (nash == -1) == (not good.any())
        if nash >= 0:
            assert best[nash] == pytest.approx(best.max(), rel=1e-8)
        for row, name in zip(model.leading.tolist(), leading, strict=True):
            number = np.ravel_multi_index(row, every.shape)
            assert found[name][at] == every.stands[number]


@pytest.mark.parametrize("seed", range(60))
def test_sets_block_where_they_do_in_each_case(seed: int) -> None:
    case, cases, values = drawn(seed, "blocks")
    used = parameters_of(case, "blocks")
    leading = blocks.leading_sets(case, used)
    model = blocks._model(Spec(case, used, leading=leading))
    found = blocks._outcome(model, values)
    for at, one in enumerate(cases):
        truth = enumerate_blocks(lines_of(model_of_case(one)))
        assert found.blocked[at] == (not truth.open)
        for place, members in enumerate(leading):
            holds = any(set(least) <= set(members) for least in truth.blocking)
            assert found.blocks[at, place] == holds
        for line in range(len(model.lines)):
            assert found.opens[at, line] == ((line,) in truth.relaxing)


@pytest.mark.parametrize("seed", range(40))
def test_levers_cost_what_they_do_in_each_case(seed: int) -> None:
    case, cases, values = drawn(seed, "levers")
    used = parameters_of(case, "levers")
    leading = levers.leading_uses(case, used)
    model = levers._model(Spec(case, used, leading=leading))
    found = levers._outcome(model, values)
    for at, one in enumerate(cases):
        tables = one.tables()
        uses = Uses(model_of_case(one), levers_of(tables.levers, priced=True), {}, True)
        truth = uses.cheapest(uses.goal)
        if truth.cost is None:
            assert np.isnan(found.cost[at])
        else:
            assert found.cost[at] == pytest.approx(truth.cost / tables.scale, abs=1e-6)
        for place, amounts in enumerate(leading):
            standing = uses.standing(np.array(amounts))
            assert standing is not None
            assert found.suffices[at, place] == bool(len(standing))


def test_what_deals_are_looked_at_depends_on_no_seed() -> None:
    case = random_case(np.random.default_rng(3))
    rows = [
        [
            str(row[-1])
            for row in explore(case, "packages", draws=64, seed=seed).table("packages").rows
        ]
        for seed in (1, 2)
    ]
    assert sorted(rows[0]) == sorted(rows[1])

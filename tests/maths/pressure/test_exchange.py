"""Position exchange with equal gain."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.maths.pressure.exchange import Exchanges, exchange_positions

few = settings(max_examples=40, deadline=None)
seeds = st.integers(0, 10_000)


def market(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places with gaps, influence and salience of a few actors on a few issues."""
    rng = np.random.default_rng(seed)
    n, m = int(rng.integers(2, 8)), int(rng.integers(2, 5))
    x = rng.uniform(0, 100, (n, m))
    x[rng.random(x.shape) < 0.1] = np.nan
    return x, rng.uniform(0.1, 1, n), rng.uniform(0.05, 1, (n, m))


def test_copenhagen(shared: Path) -> None:
    from detente.formats.registry import load_any

    path = shared / "data/pressure/decide_exchange/copenhagen.csv"
    tables = load_any(path).tables()
    done = exchange_positions(tables.position, tables.influence, tables.salience / 100)
    assert done.outcomes[0, :3] == pytest.approx([61.576, 58.145, 30.707], abs=5e-4)
    assert done.made[0].gain == pytest.approx(3.278818, abs=5e-7)
    names = {tables.parties[actor] for actor in done.made[0].actors}
    assert names == {"china-india", "USA"}


def test_two_actors_by_hand() -> None:
    # Equal influence; each cares 3 : 1 for its own issue. Shares are 3/4 and 1/4 on both issues,
    # so the balances start at 25 and 75. Moving all the way shifts each by 25 points: each gains
    # 0.9 * 25 on its own issue and loses 0.3 * 25 on the other's.
    done = exchange_positions([[0, 0], [100, 100]], [1, 1], [[0.9, 0.3], [0.3, 0.9]])
    assert done.outcomes[0].tolist() == pytest.approx([25, 75])
    assert done.outcomes[1].tolist() == pytest.approx([0, 100])
    (made,) = done.made
    assert made.gain == pytest.approx(15)
    assert done.gains == pytest.approx([15, 15])
    assert done.externalities == pytest.approx([0, 0])


def test_the_balance_does_not_pass_the_one_who_asked() -> None:
    # Shares of weight are 0.1, 0.5, 0.4 on the first issue and 0.5, 0.25, 0.25 on the second, so
    # the balances are 46 and 50. If the second actor moved all the way, to 60, the first balance
    # would be 76; it stops at 60. Equal gain asks for as large a shift, 14, on the second issue.
    x = [[60.0, 100.0], [0.0, 0.0], [100.0, 0.0]]
    salience = np.array([[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]])
    share = np.array([[0.1, 0.5], [0.5, 0.25], [0.4, 0.25]])
    done = exchange_positions(x, share / salience, salience)
    assert done.outcomes == pytest.approx(np.array([[46.0, 50.0], [60.0, 36.0]]))
    (made,) = done.made
    assert made.gain == pytest.approx(14 * 0.8 - 14 * 0.2)
    assert done.votes[1, 0] == pytest.approx(28)
    assert done.votes[0, 1] == pytest.approx(72)


def check(x: np.ndarray, salience: np.ndarray, done: Exchanges) -> None:
    """What every trade promises."""
    gains = np.zeros(x.shape[0])
    for made in done.made:
        for turn, (actor, other) in enumerate((made.actors, made.actors[::-1])):
            supply, demand = made.issues[turn], made.issues[1 - turn]
            for issue in (supply, demand):
                at = made.issues.index(issue)
                nearer = abs(x[actor, issue] - made.outcomes_before[at])
                nearer -= abs(x[actor, issue] - made.outcomes_after[at])
                gains[actor] += nearer * salience[actor, issue]
            goal, before, after = x[other, supply], made.before[turn], made.after[turn]
            # Towards the other's position, and not past it.
            assert (after - before) * (goal - before) > 0
            assert abs(goal - after) <= abs(goal - before)
    assert gains == pytest.approx(done.gains - done.externalities, abs=1e-8)


@few
@given(seed=seeds)
def test_trades_keep_what_they_promise(seed: int) -> None:
    x, influence, salience = market(seed)
    done = exchange_positions(x, influence, salience)
    check(x, salience, done)
    for made in done.made[:1]:
        # Both gain as much, in the balances as they come out.
        for actor in made.actors:
            worth = sum(
                salience[actor, issue]
                * (abs(x[actor, issue] - before) - abs(x[actor, issue] - after))
                for issue, before, after in zip(
                    made.issues, made.outcomes_before, made.outcomes_after, strict=True
                )
            )
            assert worth == pytest.approx(made.gain, abs=1e-8)
    w = np.where(np.isnan(x), 0, influence[:, None] * salience)
    balance = (w * np.nan_to_num(done.votes)).sum(axis=0) / w.sum(axis=0)
    assert done.outcomes[-1] == pytest.approx(balance)


@few
@given(seed=seeds)
def test_the_order_of_actors_and_issues_does_not_matter(seed: int) -> None:
    x, influence, salience = market(seed)
    rng = np.random.default_rng(seed)
    rows, columns = rng.permutation(x.shape[0]), rng.permutation(x.shape[1])
    there = exchange_positions(x, influence, salience)
    back = exchange_positions(x[rows][:, columns], influence[rows], salience[rows][:, columns])
    assert back.outcomes == pytest.approx(there.outcomes[:, columns], abs=1e-6)
    assert back.gains == pytest.approx(there.gains[rows], abs=1e-6)


def test_ties_are_seeded_and_told() -> None:
    # Two pairs of twins: any of four trades promises the most.
    x = [[0.0, 0.0], [0.0, 0.0], [100.0, 100.0], [100.0, 100.0]]
    salience = [[0.9, 0.3], [0.9, 0.3], [0.3, 0.9], [0.3, 0.9]]
    runs = [exchange_positions(x, np.ones(4), salience, rng=seed) for seed in range(8)]
    again = [exchange_positions(x, np.ones(4), salience, rng=seed) for seed in range(8)]
    assert [run.made for run in runs] == [run.made for run in again]
    assert len({run.made[0].actors for run in runs}) > 1
    assert all(run.ties >= 1 and run.made[0].tied == 4 for run in runs)


def test_where_there_is_nothing_to_trade() -> None:
    alike = exchange_positions([[0, 0], [100, 100]], [1, 1], [[0.5, 0.5], [0.8, 0.8]])
    assert alike.made == ()
    assert alike.outcomes[0].tolist() == alike.outcomes[1].tolist()
    one_issue = exchange_positions([[0.0], [100.0]], [1, 1], [[0.5], [0.2]])
    assert one_issue.made == ()
    same_side = exchange_positions([[0, 100], [100, 100]], [1, 1], [[0.9, 0.1], [0.1, 0.9]])
    assert same_side.made == ()
    nobody = exchange_positions([[np.nan, np.nan]], [1.0], [[0.5, 0.5]])
    assert np.isnan(nobody.outcomes).all()


def test_rounds_start_from_where_votes_were_followed_to() -> None:
    x, influence, salience = market(5)
    one = exchange_positions(x, influence, salience)
    two = exchange_positions(x, influence, salience, rounds=2)
    assert one.made == two.made[: len(one.made)]
    assert {made.round for made in two.made} <= {0, 1}
    assert two.outcomes.shape[0] == 3
    with pytest.raises(ValueError, match="at least one round"):
        exchange_positions(x, influence, salience, rounds=0)

from __future__ import annotations

import math

import numpy as np
import pytest

from detente.engines.tally import Tally, TallySum, tally


def test_parts_add_up_to_the_whole() -> None:
    x = np.random.default_rng(1).normal(size=(100, 2))

    def of(rows: np.ndarray) -> Tally:
        return tally(
            len(rows),
            counts={"above": (rows > 0).sum(axis=0), "all": len(rows)},
            sums={"x": rows},
            extremes={"x": rows},
            rows={"x": rows},
        )

    total = TallySum()
    for start in range(0, 100, 7):
        total.add(Tally.from_arrays(of(x[start : start + 7]).to_arrays()))
    whole = of(x).to_arrays()
    made = total.total().to_arrays()
    assert made.keys() == whole.keys()
    for name, array in whole.items():
        assert made[name].dtype == array.dtype
        assert made[name].tobytes() == array.tobytes(), name


def test_a_sum_may_leave_draws_out() -> None:
    made = tally(3, counts={"no answer": 1}, sums={"x": [1.0, 2.0]})
    assert (made.draws, float(made.sums["x"].values())) == (3, 3.0)


def test_extremes_pass_over_what_is_no_number() -> None:
    made = tally(3, extremes={"x": [math.nan, 2.0, -1.0], "none": [math.nan] * 3})
    assert (float(made.lowest["x"]), float(made.highest["x"])) == (-1.0, 2.0)
    assert (float(made.lowest["none"]), float(made.highest["none"])) == (math.inf, -math.inf)


def test_nothing_added_is_no_draws() -> None:
    assert TallySum().total().to_arrays() == Tally().to_arrays()


def test_rows_keep_their_type_when_none_are_kept() -> None:
    total = TallySum()
    total.add(tally(0, rows={"x": np.empty((0, 4), np.int8)}))
    total.add(tally(0, rows={"x": np.empty((0, 4), np.int8)}))
    assert total.total().rows["x"].dtype == np.int8
    assert total.total().rows["x"].shape == (0, 4)


def test_the_first_part_is_not_changed_by_adding_others() -> None:
    first = tally(1, counts={"n": [1, 2]}, extremes={"x": [1.0]})
    total = TallySum()
    total.add(first)
    total.add(tally(1, counts={"n": [5, 5]}, extremes={"x": [0.0]}))
    assert total.total().counts["n"].tolist() == [6, 7]
    assert first.counts["n"].tolist() == [1, 2]
    assert float(first.lowest["x"]) == 1.0


@pytest.mark.parametrize(
    "bad",
    [
        {"counts": {"n": 0.5}},
        {"counts": {"n": True}},
        {"extremes": {"x": [1.0]}},
        {"rows": {"x": [1.0]}},
        {"rows": {"x": 1.0}},
        {"sums": {"x": [math.nan, 0.0]}},
    ],
)
def test_what_is_no_tally_of_two_draws_is_refused(bad: dict[str, dict[str, object]]) -> None:
    with pytest.raises(ValueError, match=r"needed|NaN"):
        tally(2, **bad)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        tally(1, counts={"m": 1}),
        tally(1, counts={"n": [1, 2]}),
        tally(1, counts={"n": 1}, sums={"x": [1.0]}),
    ],
)
def test_parts_that_do_not_fit_are_refused(other: Tally) -> None:
    total = TallySum()
    total.add(tally(1, counts={"n": 1}))
    with pytest.raises(ValueError, match=r"different names|in one part"):
        total.add(other)

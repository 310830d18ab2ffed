"""Folds and bootstrap of whole groups."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.maths.scoring.grouped import folds_of, paired_bootstrap

GROUPS = st.lists(st.sampled_from("abcdefghijkl"), min_size=4, max_size=60)


@given(GROUPS, st.integers(0, 99))
def test_folds_never_split_a_group_and_have_as_many_groups(groups: list[str], seed: int) -> None:
    n = len(set(groups))
    if n < 2:
        return
    k = min(5, n)
    fold = folds_of(groups, k, rng=np.random.default_rng(seed))
    of_group = {g: {int(f) for f, h in zip(fold, groups, strict=True) if h == g} for g in groups}
    assert all(len(found) == 1 for found in of_group.values())
    sizes = np.bincount([found.pop() for found in of_group.values()], minlength=k)
    assert sizes.min() >= 1
    assert sizes.max() - sizes.min() <= 1


def test_too_few_groups_for_folds_is_said() -> None:
    with pytest.raises(ValueError, match="1 groups cannot make 2 folds"):
        folds_of("aaa", 2, rng=np.random.default_rng(0))


def test_the_interval_of_a_known_difference() -> None:
    """Groups of one: the bootstrap of a mean, whose standard error is known."""
    rng = np.random.default_rng(1)
    values = rng.normal(2.0, 3.0, 400)
    found = paired_bootstrap(values, [str(i) for i in range(400)], rng=np.random.default_rng(2))
    assert found is not None
    error = values.std() / np.sqrt(400)
    assert found.mean == pytest.approx(values.mean())
    assert found.low == pytest.approx(values.mean() - 1.96 * error, abs=0.1 * error)
    assert found.high == pytest.approx(values.mean() + 1.96 * error, abs=0.1 * error)
    assert found.clear


def test_issues_that_go_together_make_it_less_sure() -> None:
    """Each value four times over in one group: as sure as the 100 values alone, not as 400."""
    values = np.random.default_rng(3).normal(0.0, 1.0, 100)
    names = [str(i) for i in range(100)]
    once = paired_bootstrap(values, names, rng=np.random.default_rng(4))
    four = paired_bootstrap(
        np.repeat(values, 4), np.repeat(names, 4).tolist(), rng=np.random.default_rng(4)
    )
    assert four == pytest.approx(once)
    alone = paired_bootstrap(
        np.repeat(values, 4), [str(i) for i in range(400)], rng=np.random.default_rng(4)
    )
    assert once is not None
    assert alone is not None
    assert (once.high - once.low) == pytest.approx(2 * (alone.high - alone.low), rel=0.1)


def test_nothing_is_said_of_one_group() -> None:
    assert paired_bootstrap([1.0, 2.0], "aa", rng=np.random.default_rng(0)) is None


def test_no_difference_is_not_clear() -> None:
    found = paired_bootstrap([1.0, -1.0, 1.0, -1.0], "abcd", rng=np.random.default_rng(0))
    assert found is not None
    assert not found.clear


def test_many_groups_take_little_memory_and_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """All draws at once would take 240 MB twice."""
    values = np.random.default_rng(5).normal(size=20_000)
    names = [str(i) for i in range(values.size)]
    tracemalloc.start()
    found = paired_bootstrap(values, names, rng=np.random.default_rng(0), draws=1_500)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000
    monkeypatch.setattr("detente.maths.scoring.grouped._CELLS", 10**9)
    once = paired_bootstrap(values, names, rng=np.random.default_rng(0), draws=1_500)
    assert found == pytest.approx(once)

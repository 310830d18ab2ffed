"""Both ways of finding the efficient rows, against the definition and against each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.maths.packages.dominance import efficient, merged


def by_definition(rows: np.ndarray) -> list[bool]:
    return [not any((other >= row).all() and (other > row).any() for other in rows) for row in rows]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 40), st.integers(1, 6), st.sampled_from([2, 5, 90]))
def test_rows_that_nothing_dominates(seed: int, count: int, width: int, values: int) -> None:
    rows = np.random.default_rng(seed).integers(-values, values, (count, width))
    right = by_definition(rows)
    assert efficient(rows, compiled=False).tolist() == right
    assert efficient(rows, compiled=True).tolist() == right


@pytest.mark.parametrize(("count", "width", "values"), [(9_000, 3, 10**12), (7_000, 5, 40)])
def test_both_ways_agree_on_many_rows(count: int, width: int, values: int) -> None:
    rng = np.random.default_rng(count)
    rows = rng.integers(0, values, (count, width))
    rows = np.concatenate([rows, rows[: count // 3]])
    mask = efficient(rows, compiled=True)
    assert mask.tolist() == efficient(rows, compiled=False).tolist()
    assert 0 < mask.sum() < rows.shape[0]


@pytest.mark.parametrize("values", [3, 1 << 40])
def test_equal_rows_become_one_and_their_counts_are_added(values: int) -> None:
    rng = np.random.default_rng(1)
    rows = rng.integers(-values, values, (50, 3))
    rows = rows[rng.integers(0, 50, 200)]
    first, counts = merged(rows, np.arange(200))
    different, which = np.unique(rows, axis=0, return_inverse=True)
    assert rows[first].tolist() == different.tolist()
    right = np.bincount(which.ravel(), weights=np.arange(200)).astype(int)
    assert counts.tolist() == right.tolist()


@pytest.mark.parametrize("most", [10, 400, 10**9])
def test_many_rows_of_two_are_thinned_out_and_none_is_lost(most: int) -> None:
    rng = np.random.default_rng(most)
    rows = rng.integers(0, most, (6_000, 2))
    rows[:, 1] -= rows[:, 0] // 2
    seen: set[tuple[int, int]] = set()
    second = -(10**18)
    for row in sorted({(int(a), int(b)) for a, b in rows}, reverse=True):
        if row[1] > second:
            seen.add(row)
            second = row[1]
    kept = efficient(rows)
    assert {(int(a), int(b)) for a, b in rows[kept]} == seen
    assert kept.sum() == sum((int(a), int(b)) in seen for a, b in rows)

from __future__ import annotations

import bisect
import math
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.tagging.heads import PairHead, distances, linear, means, softmax

Arrays = dict[str, npt.NDArray[np.float32]]
Span = tuple[int, int]

PIECES, WIDTH, HIDDEN, FEATURES, CLASSES = 6, 5, 7, 4, 3
SPANS = [(a, b) for a in range(PIECES) for b in range(a + 1, PIECES + 1)]
# The least number of pieces apart that falls into each bucket.
LEAST = [0, 1, 2, 3, 4, 5, 7, 10, 14, 20, 28, 40]


def some(rng: np.random.Generator, *shape: int) -> npt.NDArray[np.float32]:
    return rng.normal(size=shape).astype(np.float32)


def learned() -> Arrays:
    rng = np.random.default_rng(3)
    shapes = dict.fromkeys("lruv", (HIDDEN, WIDTH))
    shapes |= {"tok": (FEATURES, WIDTH), "ctx": (HIDDEN, FEATURES), "out": (CLASSES, HIDDEN)}
    out = {f"pair.{n}.weight": some(rng, *shape) for n, shape in shapes.items()}
    out |= {f"pair.{n}.bias": some(rng, shape[0]) for n, shape in shapes.items()}
    return out | {"pair.dist.weight": some(rng, 48, HIDDEN)}


def vectors() -> npt.NDArray[np.float32]:
    return some(np.random.default_rng(4), PIECES, WIDTH)


def expected(arrays: Arrays, row: Span, column: Span, far: int) -> list[float]:
    """The shares of one pair, by the description of the head."""

    def layer(name: str, x: npt.ArrayLike) -> npt.NDArray[np.float64]:
        weight, bias = arrays[f"pair.{name}.weight"], arrays[f"pair.{name}.bias"]
        return np.array(
            [math.fsum(row * np.asarray(x, float)) for row in weight.astype(float)] + bias
        )

    given_ = vectors().astype(float)
    a, b = (sum(given_[k] for k in range(*span)) / (span[1] - span[0]) for span in (row, column))
    largest = [0.0] * FEATURES
    for k in range(min(row[0], column[0]), max(row[1], column[1])):
        largest = [max(x, y) for x, y in zip(largest, layer("tok", given_[k]), strict=True)]
    hidden = (
        layer("l", a)
        + layer("r", b)
        + layer("u", a) * layer("v", b)
        + arrays["pair.dist.weight"][far]
        + layer("ctx", largest)
    )
    scores = layer("out", [x * (1 + math.erf(x / math.sqrt(2))) / 2 for x in hidden])
    total = math.fsum(math.exp(s) for s in scores)
    return [math.exp(s) / total for s in scores]


def compared(rows: list[Span], columns: list[Span]) -> npt.NDArray[np.bool_]:
    """Which pairs have the shares that the description asks for."""
    arrays = learned()
    far = distances(rows, columns, [a % 2 for a, _ in rows], [a % 2 for a, _ in columns])
    found = PairHead(arrays, "pair")(vectors(), rows, columns, far)
    assert found.shape == (len(rows), len(columns), CLASSES)
    assert found.dtype == np.float32
    wanted = [
        [expected(arrays, r, c, int(far[n, m])) for m, c in enumerate(columns)]
        for n, r in enumerate(rows)
    ]
    return np.asarray((np.abs(found - np.array(wanted)) < 1e-4).all(axis=-1))


def around(row: Span, column: Span) -> bool:
    return column[0] < row[0] and column[1] > row[1]


def test_pairs_are_judged_as_described() -> None:
    right = compared(SPANS, SPANS)
    wrong = [
        (row, column)
        for n, row in enumerate(SPANS)
        for m, column in enumerate(SPANS)
        if not right[n, m] and not around(row, column)
    ]
    assert wrong == []


@pytest.mark.parametrize("row", [(1, 2), (2, 4)])
def test_a_column_around_its_row_is_seen_whole(row: Span) -> None:
    columns = [c for c in SPANS if around(row, c)]
    assert columns
    assert compared([row], columns).all()


def test_each_pair_is_judged_alone() -> None:
    arrays = learned()
    head = PairHead(arrays, "pair")
    rows, columns = [(0, 2), (4, 6)], [(0, 1), (2, 3), (3, 6)]
    far = distances(rows, columns, [0, 1], [0, 0, 1])
    together = head(vectors(), rows, columns, far)
    for n, row in enumerate(rows):
        for m, column in enumerate(columns):
            alone = head(vectors(), [row], [column], far[n : n + 1, m : m + 1])
            np.testing.assert_allclose(together[n, m], alone[0, 0], atol=1e-6)


def test_a_layer_is_kept_as_outputs_by_inputs() -> None:
    weight = np.array([[1, 2], [3, 4], [5, 6]], np.float32)
    x = np.array([[10, 1]], np.float32)
    assert linear({"a.weight": weight}, "a")(x).tolist() == [[12, 34, 56]]
    bias = np.array([1, 0, -1], np.float64)
    found = linear({"a.weight": weight, "a.bias": bias}, "a")(x)
    assert found.tolist() == [[13, 34, 55]]
    assert found.dtype == np.float32


def test_means_are_those_of_each_span() -> None:
    values = np.array([[0, 1], [2, 3], [4, 8], [6, 0]], np.float32)
    assert means(values, [(0, 1), (1, 3), (0, 4)]).tolist() == [[0, 1], [3, 5.5], [3, 3]]


def test_shares_of_known_scores() -> None:
    found = softmax(np.log(np.array([[1, 2, 5], [3, 3, 4]], np.float32)))
    np.testing.assert_allclose(found, [[0.125, 0.25, 0.625], [0.3, 0.3, 0.4]], atol=1e-6)


@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=6))
def test_shares_sum_to_one_and_follow_the_scores(scores: list[float]) -> None:
    x = np.array([scores, [0.0] * len(scores)], np.float32)
    found = softmax(x)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found.sum(axis=-1), 1, atol=1e-5)
    np.testing.assert_allclose(found[1], 1 / len(scores), atol=1e-6)
    order = np.argsort(x[0], kind="stable")
    assert (np.diff(found[0][order]) >= 0).all()


def bucket(row: Span, column: Span, apart: bool) -> int:
    gap = column[0] - row[0]
    return bisect.bisect_right(LEAST, abs(gap)) - 1 + 12 * (gap > 0) + 24 * apart


def test_distances_against_a_table() -> None:
    rows, columns = [(100, 103)], [(n, n + 2) for n in range(201)]
    same = distances(rows, columns, [1], [1] * 201)
    assert same.tolist() == [[bucket(rows[0], c, False) for c in columns]]
    # Before, at, and after; each way farther means no smaller a number.
    assert same[0, [0, 60, 61, 96, 99, 100, 101, 104, 139, 140, 200]].tolist() == [
        11, 11, 10, 4, 1, 0, 13, 16, 22, 23, 23,
    ]  # fmt: skip
    assert all(b >= a for a, b in pairwise(same[0, 100:].tolist()))
    apart = distances(rows, columns, [1], [0] * 201)
    assert (apart - same).tolist() == [[24] * 201]


SPAN = st.tuples(st.integers(0, 160), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1]))
PLACED = st.lists(st.tuples(SPAN, st.integers(0, 2)), min_size=1, max_size=5)


@given(PLACED, PLACED)
def test_distances_are_those_of_each_pair(
    rows: list[tuple[Span, int]], columns: list[tuple[Span, int]]
) -> None:
    found = distances(
        [s for s, _ in rows], [s for s, _ in columns], [n for _, n in rows], [n for _, n in columns]
    )
    assert found.tolist() == [[bucket(r, c, at != to) for c, to in columns] for r, at in rows]
    assert found.min() >= 0
    assert found.max() < len(learned()["pair.dist.weight"])

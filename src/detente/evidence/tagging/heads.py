"""What is read off the encoder's vectors: marks of single pieces, and of pairs of spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.evidence.tagging.encoder import Array, Linear, gelu

# Distances between two spans fall into 12 buckets each way; twice, for pairs of two sentences.
_BUCKETS = 12

Spans = Sequence[tuple[int, int]]


def linear(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Linear:
    """The layer of that name among learned arrays, kept as (outputs, inputs) there."""
    weight = np.asarray(arrays[f"{name}.weight"], np.float32)
    bias = arrays.get(f"{name}.bias", np.zeros(len(weight)))
    return Linear(np.ascontiguousarray(weight.T), np.asarray(bias, np.float32))


def softmax(x: Array) -> Array:
    """Shares that sum to one along the last axis."""
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True), np.float32)


def means(vectors: Array, spans: Spans) -> Array:
    """The mean vector of each span, shape (spans, width)."""
    return np.stack([vectors[a:b].mean(axis=0) for a, b in spans])


class PairHead:
    """Classes for each pair of a row span and a column span.

    A hidden layer sees both spans, their product, how far apart they are and in which order,
    whether one sentence holds both, and the largest value, feature by feature, of what stands
    from the one to the other.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]], name: str) -> None:
        part = {n: linear(arrays, f"{name}.{n}") for n in ("l", "r", "u", "v", "tok", "ctx", "out")}
        self._left, self._right, self._by, self._times = (part[n] for n in ("l", "r", "u", "v"))
        self._feature, self._between, self._out = part["tok"], part["ctx"], part["out"]
        self._distance = np.asarray(arrays[f"{name}.dist.weight"], np.float32)

    def __call__(self, vectors: Array, rows: Spans, columns: Spans, far: npt.NDArray[Any]) -> Array:
        """Probabilities, shape (rows, columns, classes); ``far`` is of :func:`distances`."""
        a, b = means(vectors, rows), means(vectors, columns)
        features = np.maximum(self._feature(vectors), 0)
        hidden = self._left(a)[:, None] + self._right(b)[None]
        hidden = hidden + self._by(a)[:, None] * self._times(b)[None]
        hidden += self._distance[far]
        hidden += self._between(_largest(features, rows, columns))
        return softmax(self._out(gelu(hidden)))


def _largest(features: Array, rows: Spans, columns: Spans) -> Array:
    """The largest features from each row span to each column span, both included."""
    out = np.empty((len(rows), len(columns), features.shape[1]), np.float32)
    for n, (start, end) in enumerate(rows):
        onward = np.maximum.accumulate(features[start:], axis=0)
        back = np.maximum.accumulate(features[:end][::-1], axis=0)
        for m, (first, last) in enumerate(columns):
            if first >= start:
                out[n, m] = onward[max(last, end) - 1 - start]
            else:
                out[n, m] = np.maximum(back[end - 1 - first], features[first:last].max(axis=0))
    return out


def distances(
    rows: Spans, columns: Spans, row_sentences: Sequence[int], column_sentences: Sequence[int]
) -> npt.NDArray[np.int64]:
    """The bucket of each pair: by pieces between the starts, signed, and by sentence."""
    gaps = np.array([[b - a for b, _ in columns] for a, _ in rows])
    size = np.abs(gaps)
    wide = np.floor(np.log2(np.maximum(size, 1)) * 2 + 0.4).astype(np.int64)
    bucket = np.minimum(_BUCKETS - 1, np.where(size < 5, size, wide))
    bucket = np.where(gaps > 0, _BUCKETS + bucket, bucket)
    apart = np.array([[a != b for b in column_sentences] for a in row_sentences])
    return np.asarray(bucket + 2 * _BUCKETS * apart, np.int64)

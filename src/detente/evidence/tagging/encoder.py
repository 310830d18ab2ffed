"""A BERT encoder in numpy (Devlin et al. 2019): six layers of MiniLM (Wang et al. 2020)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import erf

Array = npt.NDArray[np.float32]

_HEADS = 12
_EPS = 1e-12


@dataclass(frozen=True)
class Linear:
    """``x @ weight + bias``; ``weight`` has the shape (inputs, outputs)."""

    weight: Array
    bias: Array

    def __call__(self, x: Array) -> Array:
        """The layer's outputs for inputs of shape (…, inputs)."""
        return x @ self.weight + self.bias


@dataclass(frozen=True)
class _Norm:
    weight: Array
    bias: Array

    def __call__(self, x: Array) -> Array:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _EPS)
        return np.asarray(centred / spread * self.weight + self.bias, np.float32)


@dataclass(frozen=True)
class _Layer:
    query_key_value: Linear
    out: Linear
    after_attention: _Norm
    up: Linear
    down: Linear
    after_feed: _Norm

    def __call__(self, x: Array) -> Array:
        length, width = x.shape
        size = width // _HEADS
        # (3, heads, length, size)
        q, k, v = self.query_key_value(x).reshape(length, 3, _HEADS, size).transpose(1, 2, 0, 3)
        scores = q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(size))
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        met: Array = (scores @ v).transpose(1, 0, 2).reshape(length, width).astype(np.float32)
        x = self.after_attention(x + self.out(met))
        return self.after_feed(x + self.down(gelu(self.up(x))))


def gelu(x: Array) -> Array:
    """The Gaussian error linear unit (Hendrycks & Gimpel 2016), exact."""
    half = np.float32(0.5)
    return np.asarray(x * (half * (1 + erf(x * np.float32(np.sqrt(0.5))))), np.float32)


class Encoder:
    """Turns word pieces into vectors that know their neighbours.

    ``arrays`` are the weights under the names of Hugging Face's ``BertModel``, ``tuned`` what
    was learned on top: a matrix ``NAME.low`` (rank, inputs) and ``NAME.high`` (outputs, rank)
    is added to weight ``NAME`` as their product (LoRA, Hu et al. 2021).
    """

    def __init__(
        self, arrays: Mapping[str, npt.NDArray[Any]], tuned: Mapping[str, npt.NDArray[Any]]
    ) -> None:
        self._words = arrays["embeddings.word_embeddings.weight"]
        places = np.asarray(arrays["embeddings.position_embeddings.weight"], np.float32)
        sort = np.asarray(arrays["embeddings.token_type_embeddings.weight"][0], np.float32)
        self._places = places + sort
        self._kinds = np.asarray(tuned["kinds"], np.float32)
        self._norm = _norm(arrays, "embeddings.LayerNorm")
        self._layers = [_layer(arrays, tuned, f"encoder.layer.{n}.") for n in range(6)]

    def __call__(self, ids: Sequence[int], kinds: Sequence[int]) -> Array:
        """One vector a piece, shape (pieces, 384); ``kinds`` says what span a piece is part of."""
        x = np.asarray(self._words[list(ids)], np.float32)
        x = self._norm(x + self._places[: len(ids)] + self._kinds[list(kinds)])
        for layer in self._layers:
            x = layer(x)
        return x


def _norm(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> _Norm:
    return _Norm(
        np.array(arrays[f"{name}.weight"], np.float32), np.array(arrays[f"{name}.bias"], np.float32)
    )


def _linear(
    arrays: Mapping[str, npt.NDArray[Any]], tuned: Mapping[str, npt.NDArray[Any]], name: str
) -> Linear:
    weight = np.array(arrays[f"{name}.weight"], np.float32)
    if f"{name}.low" in tuned:
        low, high = (np.asarray(tuned[f"{name}.{end}"], np.float32) for end in ("low", "high"))
        weight += high @ low
    return Linear(np.ascontiguousarray(weight.T), np.array(arrays[f"{name}.bias"], np.float32))


def _layer(
    arrays: Mapping[str, npt.NDArray[Any]], tuned: Mapping[str, npt.NDArray[Any]], at: str
) -> _Layer:
    parts = [_linear(arrays, tuned, f"{at}attention.self.{n}") for n in ("query", "key", "value")]
    return _Layer(
        Linear(
            np.ascontiguousarray(np.concatenate([p.weight for p in parts], axis=1)),
            np.concatenate([p.bias for p in parts]),
        ),
        _linear(arrays, tuned, f"{at}attention.output.dense"),
        _norm(arrays, f"{at}attention.output.LayerNorm"),
        _linear(arrays, tuned, f"{at}intermediate.dense"),
        _linear(arrays, tuned, f"{at}output.dense"),
        _norm(arrays, f"{at}output.LayerNorm"),
    )

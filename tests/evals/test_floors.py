"""The gate: on annotated texts, reading never falls below its floors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.gold import FROZEN, GOLD, SETS, annotated, pairs
from benchmarks.scoring import Row, score
from detente.evidence.model import available_model, load_model
from tests.evals.floors import FLOORS, Floor


@cache
def rows(shared: Path, name: str, with_model: bool) -> dict[tuple[str, str], Row]:
    return score(pairs(name, load_model() if with_model else None, shared), shared)


def floor_name(floor: Floor) -> str:
    name, with_model, section, measure, _, _ = floor
    return f"{name}-{'model' if with_model else 'rules'}-{section}-{measure}"


@pytest.mark.model
@pytest.mark.parametrize("floor", FLOORS, ids=floor_name)
def test_quality_is_at_or_above_its_floor(shared: Path, floor: Floor) -> None:
    name, with_model, section, measure, precision, recall = floor
    if with_model and available_model() is None:
        pytest.skip("no spaCy model is installed")
    row = rows(shared, name, with_model)[section, measure]
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

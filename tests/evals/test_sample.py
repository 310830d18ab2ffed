"""The gate: on the annotated sample, quality never falls below these floors.

A floor is what is promised (``goal``) or, where the reader does better, a little under what
it reached. Raising one is a one-line change; lowering one needs its reason here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.scoring import Pair, Row, score
from detente.documents.read import read_document
from detente.evidence.model import available_model, load_model
from detente.evidence.read import read

# (section, measure, precision floor, recall floor)
WITH_MODEL: list[tuple[str, str, float, float]] = []
RULES_ONLY: list[tuple[str, str, float, float]] = []


@cache
def rows(shared: Path, with_model: bool) -> dict[tuple[str, str], Row]:
    text = shared / "seed/article.txt"
    model = load_model() if with_model else None
    ledger = read(read_document(text), model=model)
    return score([Pair(shared / "seed/gold.json", text, ledger)], shared)


def check(row: Row, precision: float, recall: float) -> None:
    got = f"{row.section}: {row.measure}: P {row.precision:.3f} R {row.recall:.3f}"
    assert row.precision >= precision, f"{got}, precision floor {precision}"
    assert row.recall >= recall, f"{got}, recall floor {recall}"


@pytest.mark.model
@pytest.mark.parametrize(("section", "measure", "precision", "recall"), WITH_MODEL)
def test_with_the_model(
    shared: Path, section: str, measure: str, precision: float, recall: float
) -> None:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    check(rows(shared, True)[section, measure], precision, recall)


@pytest.mark.parametrize(("section", "measure", "precision", "recall"), RULES_ONLY)
def test_by_rules_alone(
    shared: Path, section: str, measure: str, precision: float, recall: float
) -> None:
    check(rows(shared, False)[section, measure], precision, recall)

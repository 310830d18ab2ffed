"""What every solver promises: found by itself, sourced, documented, and true to its case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.analyses.base import NEEDS, Analysis, Solver, solver, solver_for, solvers
from detente.case.case import Case
from detente.case.load import load_case
from detente.errors import InputError, UnsuitableCase
from tests.analyses.stability.conflicts import FEARED, FRIENDS, case_of

ROOT = Path(__file__).parents[2]
CASES = [load_case(path) for path in sorted((ROOT / "examples/cases").glob("*.yaml"))]
# What the examples do not say.
CASES += [case_of(FEARED), case_of(FRIENDS)]
each = pytest.mark.parametrize("made", solvers(), ids=lambda s: s.name)
# What a solver cannot do without, beside the case.
GIVEN: dict[str, dict[str, Any]] = {
    "inverse-graph-model": {"want": "withdraw"},
    "what-if-graph-model": {"what_if": "no-recall", "concepts": ["nash", "seq"]},
}


def answers(made: Solver) -> list[tuple[Case, Analysis]]:
    """The answers for the first example case that has what the solver needs."""
    for case in CASES:
        try:
            return [(case, made.solve(case, **GIVEN.get(made.name, {}))) for _ in range(2)]
        except InputError:
            continue
    raise AssertionError(f"no example case suits {made.name}")


def test_there_are_solvers_and_names_are_used_once() -> None:
    names = [s.name for s in solvers()]
    assert {"stability", "path", "inverse", "what-if"} <= {s.question for s in solvers()}
    assert len(set(names)) == len(names)


@each
def test_it_says_what_it_does_and_where_it_is_published(made: Solver) -> None:
    assert made.summary.endswith(".")
    assert len(made.summary.split()) >= 5
    assert any(c.isdigit() for c in made.source)
    assert "Parameters" in (made.solve.__doc__ or "")
    assert "Raises" in (made.solve.__doc__ or "")


@each
def test_a_case_without_anything_is_refused(made: Solver) -> None:
    with pytest.raises(UnsuitableCase, match="add "):
        made.solve(Case.model_validate({"title": "Nothing"}), **GIVEN.get(made.name, {}))


@each
def test_the_same_case_gets_the_same_answer_and_is_left_alone(made: Solver) -> None:
    before = [known.model_dump_json() for known in CASES]
    (case, one), (_, other) = answers(made)
    assert one.to_json() == other.to_json()
    assert one.case_sha256 == case.sha256
    assert before == [known.model_dump_json() for known in CASES]
    assert (one.question, one.method) == (made.question, made.name)


@each
def test_an_answer_is_plain_data_and_can_be_shown(made: Solver) -> None:
    _, found = answers(made)[0]
    data = json.loads(found.to_json())
    assert data["schema"] == "detente-analysis/1"
    assert {"answer", "tables", "complete", "warnings", "reasons"} <= data.keys()
    assert found.answer in " ".join(found.to_text().split()) or found.answer[:40] in found.to_text()
    assert "<script" not in found._repr_html_()
    for table in found.tables:
        assert len({*table.columns}) == len(table.columns)


def test_an_unknown_need_and_a_taken_name_are_refused() -> None:
    words: dict[str, Any] = {"question": "q", "stochastic": False, "source": "s"}
    with pytest.raises(ValueError, match="not among parties"):
        solver(name="new", needs={"luck"}, **words)
    register = solver(name="graph-model", needs={"moves"}, **words)
    with pytest.raises(ValueError, match=r"taken|two solvers are called 'graph-model'"):
        register(lambda case: None)  # type: ignore[arg-type, return-value]
    assert NEEDS["moves"][1].startswith("add moves")


def test_a_question_that_nobody_answers_is_met_with_those_that_are() -> None:
    with pytest.raises(InputError, match=r"one can ask .*path.*stability"):
        solver_for("weather")
    with pytest.raises(InputError, match="stability is not answered by 'dice'"):
        solver_for("stability", "dice")


def test_a_question_has_one_headline_that_answers_unless_another_is_named() -> None:
    fits = [s for s in solvers() if s.question == "pressure"]
    assert [s.name for s in fits if s.headline] == ["compromise"]
    assert fits[0].name != "compromise"
    assert solver_for("pressure").name == "compromise"
    assert solver_for("pressure", "weighted-median").name == "weighted-median"
    words: dict[str, Any] = {"question": "pressure", "stochastic": False, "source": "s"}
    register = solver(name="other", needs={"issues"}, headline=True, **words)
    with pytest.raises(ValueError, match="pressure has two headlines: 'compromise', 'other'"):
        register(lambda case: None)  # type: ignore[arg-type, return-value]

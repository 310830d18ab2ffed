from __future__ import annotations

from typing import Any

import pytest

from detente import answering
from detente.analyses.base import Analysis, solver_for
from detente.answering import answers_of, n_packages
from detente.case.case import Case
from detente.report.answers import PARTS, Answer, CannotAnswer
from tests.report import briefed_cases


def by_question(case: Case, **given: Any) -> dict[str, Analysis | CannotAnswer]:
    return {a.found.question: a.found for a in answers_of(case, **given)}


def test_every_question_is_asked_once_in_the_order_of_the_page() -> None:
    told: list[str] = []
    answers = answers_of(briefed_cases.harbour(), tell=told.append)
    parts = [a.part for a in answers]
    assert list(dict.fromkeys(parts)) == list(PARTS)
    assert told[:6] == ["pressure", "packages", "blocks", "levers", "stability", "path"]
    assert all(isinstance(a.found, Analysis) for a in answers)
    drawn = [a.found for a in answers if a.part == "probability"]
    assert [a.question for a in drawn] == [f"probability of {q}" for q in answering.EXPLORED]


def test_the_same_seed_gives_the_same_answers_and_another_seed_others() -> None:
    case = briefed_cases.harbour()
    assert answers_of(case, seed=0) == answers_of(case, seed=0)
    one, two = (by_question(case, seed=s)["probability of pressure"] for s in (0, 1))
    assert one != two


def test_a_case_without_anything_is_told_what_to_add() -> None:
    found = by_question(briefed_cases.empty())
    assert all(isinstance(a, CannotAnswer) for a in found.values())
    stability = found["stability"]
    assert isinstance(stability, CannotAnswer)
    assert stability.why.startswith("Stability cannot be answered; add ")
    assert found["probability"] == CannotAnswer(
        "probability", "No question above is answered, so there is no answer to draw again."
    )


def test_packages_are_not_weighed_where_nobody_s_points_are_known() -> None:
    positions = [{"party": "lowmark", "issue": "strait", "at": 90}]
    found = by_question(briefed_cases.harbour(positions=positions))
    for question in ("packages", "levers"):
        answer = found[question]
        assert isinstance(answer, CannotAnswer)
        assert "no party whose acceptance counts has points" in answer.why
    assert isinstance(found["blocks"], Analysis)


def test_what_is_too_large_is_left_to_other_commands() -> None:
    issues = [
        {"id": f"i{n}", "name": f"I{n}", "options": [{"id": "a", "name": "A", "at": 0},
                                                     {"id": "b", "name": "B", "at": 100}]}
        for n in range(31)
    ]  # fmt: skip
    positions = [{"party": "lowmark", "issue": "i0", "at": 90, "salience": 5}]
    moves = [{"id": f"m{n}", "party": "lowmark", "name": "M", "now": False} for n in range(17)]
    preferences = [{"party": "lowmark", "statements": ["m0"]}]
    case = briefed_cases.harbour(
        issues=issues, positions=positions, red_lines=[], moves=moves, preferences=preferences,
        status_quo=None,
    )  # fmt: skip
    assert n_packages(case) == 2**31
    found = by_question(case)
    for question, said in (("packages", "2,147,483,648 packages"), ("stability", "17 moves")):
        answer = found[question]
        assert isinstance(answer, CannotAnswer)
        assert said in answer.why
        assert f"detente solve --ask {question}" in answer.why


def test_a_fault_of_one_method_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(question: str) -> Any:
        if question == "blocks":
            raise ZeroDivisionError("by zero")
        return solver_for(question)

    monkeypatch.setattr("detente.answering.solver_for", failing)
    found = by_question(briefed_cases.harbour())
    broken = found["blocks"]
    assert isinstance(broken, CannotAnswer)
    assert "ZeroDivisionError: by zero" in broken.why
    assert isinstance(found["levers"], Analysis)


def test_a_part_is_one_of_the_page() -> None:
    with pytest.raises(ValueError, match="no part of the briefing"):
        Answer("weather", CannotAnswer("weather", "Rain."))


def test_nothing_blocks_is_not_said_where_nothing_is_known() -> None:
    positions = [{"party": "lowmark", "issue": "strait", "at": 90}]
    case = briefed_cases.harbour(positions=positions, red_lines=[])
    answer = by_question(case)["blocks"]
    assert isinstance(answer, CannotAnswer)
    assert "no red line is stated" in answer.why

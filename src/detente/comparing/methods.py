"""The methods of one question beside each other."""

from __future__ import annotations

from collections.abc import Callable

from detente.analyses.base import Analysis, solver_for
from detente.case.case import Case
from detente.comparing.package_senses import package_senses
from detente.comparing.pressure_methods import pressure_methods
from detente.comparing.side_by_side import SideBySide
from detente.comparing.stability_concepts import stability_concepts
from detente.errors import InputError, UnsuitableCase

_COMPARED: dict[str, Callable[[Case], SideBySide]] = {
    "pressure": pressure_methods,
    "packages": package_senses,
    "stability": stability_concepts,
}


def compared_questions() -> tuple[str, ...]:
    """Questions that several methods, senses or concepts answer."""
    return tuple(_COMPARED)


def methods(case: Case, question: str) -> Analysis:
    """Answer a question by each of its methods and say where they differ.

    Raises
    ------
    InputError
        If the question has one method only.
    UnsuitableCase
        If the case lacks what the question needs.
    """
    if question not in _COMPARED:
        raise InputError(
            f"{question!r} has no methods to compare; one can ask {', '.join(_COMPARED)}"
        )
    solver_for(question).solve(case)
    made = _COMPARED[question](case)
    return Analysis(
        question=f"methods of {question}",
        method="side by side",
        source="each method's own, see `detente methods`",
        parameters={"question": question},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=made.answer,
        tables=made.tables,
        warnings=made.warnings,
        reasons=made.reasons,
    )


def every_comparison(case: Case) -> list[Analysis]:
    """The comparison of each question that the case can be asked.

    Raises
    ------
    UnsuitableCase
        If it can be asked none.
    """
    made, why_not = [], []
    for question in _COMPARED:
        try:
            made.append(methods(case, question))
        except UnsuitableCase as error:
            why_not.append(str(error))
    if not made:
        raise UnsuitableCase(why_not[0])
    return made

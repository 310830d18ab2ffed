"""Every question that two cases can both be asked, answered for both."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analyses.base import Analysis, solver_for, solvers
from detente.case.case import Case
from detente.errors import InputError, UnsuitableCase

_ORDER = ("pressure", "packages", "blocks", "levers", "stability", "path")


@dataclass(frozen=True)
class Both:
    """A question's answer before and after; ``why_not`` where one of them has none."""

    question: str
    before: Analysis | None
    after: Analysis | None
    why_not: str = ""


def questions() -> tuple[str, ...]:
    """Questions that need nothing but a case: the usual ones in their order, then others."""
    asked = {solver.question for solver in solvers()}
    asked = {question for question in asked if not solver_for(question).required}
    first = [question for question in _ORDER if question in asked]
    return (*first, *sorted(asked - set(first)))


def answers(before: Case, after: Case, only: str | None = None) -> list[Both]:
    """The answers of both cases, question by question; of one question only if it is named.

    A question that neither case can be asked is left out, unless it is the one that is named.

    Raises
    ------
    InputError
        If the named question needs more than a case.
    UnsuitableCase
        If neither case can be asked the named question.
    """
    if only is not None and solver_for(only).required:
        raise InputError(
            f"{only} needs more than a case and cannot be compared; one can ask "
            f"{', '.join(questions())}"
        )
    made = []
    for question in questions() if only is None else (only,):
        one, why_not = _answer(before, question)
        other, nor = _answer(after, question)
        if one is None and other is None:
            if only is not None:
                raise UnsuitableCase(why_not)
            continue
        made.append(Both(question, one, other, why_not or nor))
    return made


def _answer(case: Case, question: str) -> tuple[Analysis | None, str]:
    try:
        return solver_for(question).solve(case), ""
    except UnsuitableCase as error:
        return None, str(error)

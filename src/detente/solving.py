"""The chain of ``detente solve``: a case file of any format, a question, an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.analyses.base import Analysis, Solver, solver_for, solvers
from detente.case.load import load_case
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.case.case import Case

_OURS = (".yaml", ".yml")


def questions() -> tuple[str, ...]:
    """What can be asked."""
    return tuple(sorted({s.question for s in solvers()}))


def methods() -> tuple[Solver, ...]:
    """Every way to answer, by question and name."""
    return solvers()


def open_case(path: Path, perspective: str | None = None) -> Case:
    """The case of a file: Détente's own, or another tool's; as a perspective sees it.

    Raises
    ------
    InputError
        If it cannot be read, or the case has no such perspective.
    """
    from detente.formats.part_of_path import part_of_path
    from detente.formats.registry import load_any

    ours = path.suffix.lower() in _OURS or not part_of_path(path)[0].exists()
    case = load_case(path) if ours else load_any(path)
    return case if perspective is None else seen_as(case, perspective)


def seen_as(case: Case, perspective: str) -> Case:
    """The case as one of its perspectives sees it.

    Raises
    ------
    InputError
        If the case has no such perspective, or its changes do not fit.
    """
    from detente.case.perspectives import as_seen_by

    return as_seen_by(case, perspective)


def solve(
    case: Case,
    question: str,
    options: Mapping[str, Any],
    *,
    method: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Analysis:
    """The answer to a question; options that were not given are left out.

    ``progress`` is called with steps done and steps in all by solvers that tell.

    Raises
    ------
    InputError
        If nothing answers the question, it knows nothing of an option that was given, or it
        needs one that was not.
    UnsuitableCase
        If the case lacks what the question needs.
    """
    made = solver_for(question, method)
    given = {name: value for name, value in options.items() if value not in (None, (), [])}
    wrong = [name for name in given if name not in made.options]
    if wrong:
        by = "" if method is None else f" and the method {method!r}"
        raise InputError(
            f"--{wrong[0].replace('_', '-')} does not go with the question {question!r}{by}"
        )
    missing = [name for name in made.required if name not in given]
    if missing:
        raise InputError(f"the question {question!r} needs --{missing[0].replace('_', '-')}")
    if progress is not None and "progress" in made.options:
        given["progress"] = progress
    return made.solve(case, **given)

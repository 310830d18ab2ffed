"""A question about a case, asked over many draws of its uncertain numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from detente.analyses.base import Analysis, solver_for
from detente.case.case import Case
from detente.engines.blocks import Plan
from detente.engines.draws import run_draws
from detente.engines.engine import Engine
from detente.engines.progress import Progress
from detente.errors import InputError
from detente.uncertainty.draws import Sampler, Spec, check_sampler
from detente.uncertainty.ensemble import Ran, without_draws
from detente.uncertainty.parameters import Parameters, Question, numbers_of, parameters_of
from detente.uncertainty.questions import question_named


def default_draws(case: Case, question: Question) -> int:
    """How many draws are made where nobody says: fewer where one is heavy."""
    return question_named(question).draws(case)


def explore(
    case: Case,
    question: Question,
    *,
    draws: int | None = None,
    seed: int = 0,
    sampler: Sampler = "monte-carlo",
    widen: bool = False,
    assume_spread: float | None = None,
    engine: Engine | None = None,
    folder: Path | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Analysis:
    """Answer a question over draws of the uncertain numbers of a case.

    Parameters
    ----------
    case : Case
    question : {"pressure", "packages", "blocks", "levers", "stability"}
    draws : int, optional
        How many; by default :func:`default_draws`.
    seed : int
        The same seed gives the same answer to the last bit, on every engine.
    sampler : {"monte-carlo", "sobol", "lhs"}
    widen, assume_spread
        See :func:`detente.uncertainty.parameters.parameters_of`.
    engine : Engine, optional
        Where draws are answered; by default in this process where that takes a few seconds,
        else on all processors.
    folder : Path, optional
        Where a run is kept, and gone on with.
    progress : callable, optional
        Is told how far the run is.

    Returns
    -------
    Analysis
        Of the question ``probability of QUESTION``. Where nothing that the question uses is
        uncertain the answer says so.

    Raises
    ------
    InputError
        If an argument is not among those there are, or the folder holds another run.
    UnsuitableCase
        If the case lacks what the question needs.
    """
    asked = question_named(question)
    _answerable(case, question)
    used = parameters_of(case, question, widen=widen, assume_spread=assume_spread)
    if not _anything(case, used):
        return without_draws(case, used, _nothing_to_draw(case, used))
    count = asked.draws(case) if draws is None else draws
    every = asked.exact(case, used, count)
    plan = Plan(count if every is None else every, asked.per_block(case), seed, asked.keep)
    check_sampler(sampler, plan.draws, used.dimensions)
    leading = asked.leading(case, used) if every is None else ("exact",)
    spec = Spec(case, used, sampler, leading)
    about = {
        "case": case.sha256,
        "question": f"probability of {question}",
        "sampler": sampler,
        "widen": widen,
        "assume spread": assume_spread,
    }
    drawn = run_draws(
        asked.answer, spec, plan, engine=engine, folder=folder, about=about, progress=progress
    )
    if not drawn.tally.draws:
        raise InputError(f"no draw could be answered: {drawn.failures[0].reason}")
    return asked.analysis(Ran(spec, plan, drawn))


def anything_to_draw(
    case: Case, question: Question, *, widen: bool = False, assume_spread: float | None = None
) -> bool:
    """Whether something that the question uses is uncertain."""
    _answerable(case, question)
    return _anything(case, parameters_of(case, question, widen=widen, assume_spread=assume_spread))


def _anything(case: Case, used: Parameters) -> bool:
    return bool(used.k) or _open_comparisons(case, used.question)


def _answerable(case: Case, question: Question) -> None:
    """Refuse what the question's own solver would refuse, in its words."""
    from detente.analyses.base import NEEDS
    from detente.errors import UnsuitableCase

    needs = solver_for(question).needs
    for need, (there, add) in NEEDS.items():
        if need in needs and not there(case):
            raise UnsuitableCase(f"{case.title}: {question} cannot be answered; {add}")


def _open_comparisons(case: Case, question: Question) -> bool:
    """Whether the case leaves comparisons of states open, which are drawn too."""
    if question != "stability":
        return False
    from detente.uncertainty.stability import open_comparisons

    return open_comparisons(case)


def _nothing_to_draw(case: Case, used: Parameters) -> str:
    """What is said where the answer cannot move, with the answer."""
    found = solver_for(used.question).solve(case)
    if next(numbers_of(case, used.question), None) is None:
        what = (
            "The case has no numbers that the question stability uses, and no comparison of states "
            "that it calls unknown"
        )
        more = (
            "To see how far it hangs on preferences, name the comparisons that are not sure under "
            "unknown, or give utilities as ranges."
        )
    else:
        what = f"The case takes every number that the question {used.question} uses as known"
        more = (
            "To see how far it hangs on the numbers, give them as ranges in the case, or ask with "
            "--assume-spread."
        )
    return (
        f"{what}, so there is nothing to draw and the answer is that of detente solve. "
        f"{found.answer} {more}"
    )

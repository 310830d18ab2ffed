"""The chain of a briefing's answers: a case, every question it can be asked, short ensembles."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from detente.analyses.base import Analysis, solver_for, solvers
from detente.case.option_places import issue_options
from detente.errors import DetenteError, UnsuitableCase
from detente.report.answers import Answer, CannotAnswer

if TYPE_CHECKING:
    from detente.case.case import Case

#: What is asked, in the order of the page: the part that shows the answer, and the question.
ASKED = (
    ("pressure", "pressure"),
    ("packages", "packages"),
    ("blocks", "blocks"),
    ("levers", "levers"),
    ("stability", "stability"),
    ("stability", "path"),
)
#: Questions whose answers are drawn again over the ranges of the case.
EXPLORED = ("pressure", "packages", "blocks", "levers", "stability")
#: A briefing is read in minutes and may not be waited for: what is larger is left to `solve`.
MOST_PACKAGES, MOST_MOVES = 10**9, 16
#: Draws of a short ensemble: the most that are made of these in the time a reader waits.
DRAWS = (1_000, 500, 200, 100, 50)
#: Packages that all draws of a question together may look at; levers look at each several times.
MOST_DRAWN_PACKAGES = {"packages": 20_000_000, "blocks": 20_000_000, "levers": 5_000_000}
_MOST_DRAWN_MOVES = 10
_OVER_PACKAGES = frozenset({"packages", "blocks", "levers"})
_OVER_STATES = frozenset({"stability", "path"})

Tell = Callable[[str], None]


def answers_of(case: Case, *, seed: int = 0, tell: Tell = lambda _: None) -> tuple[Answer, ...]:
    """Every question of a briefing, each with its answer or with why there is none.

    Parameters
    ----------
    seed : int
        Of the draws; the same seed gives the same answers.
    tell : callable
        Called with what is asked before it is.
    """
    made = list(_answers(case, tell))
    answered = {a.found.question for a in made if isinstance(a.found, Analysis)}
    return (*made, *_ensembles(case, answered, seed, tell))


def _answers(case: Case, tell: Tell) -> Iterator[Answer]:
    known = {solver.question for solver in solvers()}
    for part, question in ASKED:
        tell(question)
        if question not in known:
            yield Answer(part, CannotAnswer(question, f"Nothing answers {question} yet."))
            continue
        reason = _not_asked(case, question)
        if reason:
            yield Answer(part, CannotAnswer(question, reason))
            continue
        yield Answer(part, _tried(case, question, lambda q=question: solver_for(q).solve(case)))  # type: ignore[misc]


def _ensembles(case: Case, answered: set[str], seed: int, tell: Tell) -> Iterator[Answer]:
    from detente.engines.serial import Serial
    from detente.uncertainty.explore import explore

    asked = [question for question in EXPLORED if question in answered]
    if not asked:
        why = "No question above is answered, so there is no answer to draw again."
        yield Answer("probability", CannotAnswer("probability", why))
        return
    for question in asked:
        tell(f"probability of {question}")
        draws = _draws(case, question)
        if not draws:
            why = (
                f"Too large to be drawn in a briefing; `detente explore --ask {question}` does it."
            )
            yield Answer("probability", CannotAnswer(f"probability of {question}", why))
            continue
        yield Answer(
            "probability",
            _tried(
                case,
                f"probability of {question}",
                lambda q=question, n=draws: explore(case, q, draws=n, seed=seed, engine=Serial()),  # type: ignore[misc]
            ),
        )


def _tried(case: Case, question: str, ask: Callable[[], Analysis]) -> Analysis | CannotAnswer:
    """An answer, or why there is none: one fault must not take the other answers with it."""
    try:
        return ask()
    except UnsuitableCase as error:
        said = str(error).removeprefix(f"{case.title}: ")
        return CannotAnswer(question, said[:1].upper() + said[1:].rstrip(".") + ".")
    except DetenteError as error:
        return CannotAnswer(question, f"{error}".rstrip(".") + ".")
    except Exception as error:
        why = f"The method failed ({type(error).__name__}: {error}); please report it."
        return CannotAnswer(question, why)


def _not_asked(case: Case, question: str) -> str:
    """Why a question is not put to this case in a briefing; empty where it is."""
    if question in _OVER_PACKAGES:
        packages = n_packages(case)
        if packages > MOST_PACKAGES:
            return (
                f"There are {packages:,} packages, too many for a briefing; "
                f"`detente solve --ask {question}` answers without hurry."
            )
    if question in ("packages", "levers") and case.issues and not _has_points(case):
        return (
            f"{question.capitalize()} cannot be weighed: no party whose acceptance counts has "
            "points. Add salience to positions that have a place, or utilities, and alternatives."
        )
    if question == "blocks" and case.issues and not case.red_lines and not _has_points(case):
        return (
            "Nothing is known that could stand in the way: no red line is stated, and no party "
            "whose acceptance counts has points. Add red lines, or salience and alternatives."
        )
    if question in _OVER_STATES and len(case.moves) > MOST_MOVES:
        return (
            f"There are {len(case.moves)} moves, too many for a briefing; "
            f"`detente solve --ask {question}` answers without hurry."
        )
    return ""


def n_packages(case: Case) -> int:
    """How many packages the options of all issues make."""
    return math.prod(len(options.ids) for options in issue_options(case))


def _has_points(case: Case) -> bool:
    """Whether anyone whose acceptance counts values any option."""
    counted = {*case.voters, *case.vetoes}
    placed = {
        p.party
        for p in case.positions
        if p.salience is not None and (p.at is not None or p.option is not None)
    }
    return bool(counted & (placed | {table.party for table in case.utilities}))


def _draws(case: Case, question: str) -> int:
    """How many draws a briefing can wait for; 0 where too few would be made to say anything."""
    if question == "pressure":
        return DRAWS[0]
    if question == "stability":
        return DRAWS[0] if len(case.moves) <= _MOST_DRAWN_MOVES else 0
    most = MOST_DRAWN_PACKAGES[question] // max(1, n_packages(case))
    return next((draws for draws in DRAWS if draws <= most), 0)

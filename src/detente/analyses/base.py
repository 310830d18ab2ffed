"""What every calculation hands back, and how calculations are found."""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Mapping, Set
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any, ParamSpec

from detente.case.case import Case
from detente.errors import InputError, UnsuitableCase

P = ParamSpec("P")
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings.

    ``name`` is how programs find the table, ``title`` what people read above it. ``left_out``
    rows were too many to show; ``note`` says what a reader of the table must know. A ``detail``
    is for programs and appendices: it is not printed on a terminal.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    left_out: int = 0
    detail: bool = False

    def __post_init__(self) -> None:
        wrong = next((row for row in self.rows if len(row) != len(self.columns)), None)
        if wrong is not None:
            raise ValueError(f"{self.name}: {wrong} does not fit {self.columns}")

    def column(self, name: str) -> list[Cell]:
        """The cells under a heading, from the top."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in plain words, with the parts of the case it rests on.

    ``about`` holds paths such as ``preferences[2].ranking``; ``data`` the same for programs.
    """

    text: str
    about: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its words: SVG that stands alone, a title, and the table it shows."""

    name: str
    title: str
    description: str
    svg: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """An answer and how it was made.

    Parameters
    ----------
    question, method : str
        What was asked (``stability``) and the name of the solver that answered.
    source : str
        Where the method is published.
    parameters : mapping
        What the solver was told, defaults included.
    case_title, case_sha256 : str
        The case; the hash is :attr:`detente.case.case.Case.sha256`.
    answer : str
        The answer in a sentence or two.
    tables : tuple of Table
        The answer in full.
    complete : bool
        Whether the answer is proven to be the whole one. If not, ``bound`` is what is proven
        and ``gap`` how far the answer may be from it, in the unit that ``warnings`` names.
    reasons : tuple of Reason
        Why, in plain words, with references into the case.
    """

    question: str
    method: str
    source: str
    parameters: Mapping[str, Any]
    case_title: str
    case_sha256: str
    answer: str
    tables: tuple[Table, ...]
    complete: bool = True
    bound: float | None = None
    gap: float | None = None
    warnings: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    figures: tuple[Figure, ...] = ()

    def table(self, name: str) -> Table:
        """The table of a name.

        Raises
        ------
        KeyError
            If there is none; the message lists those there are.
        """
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(f"no table {name!r}; there are {', '.join(t.name for t in self.tables)}")

    def to_data(self) -> dict[str, Any]:
        """The analysis as plain data, without drawings."""
        data = asdict(self)
        del data["figures"]
        return {"schema": "detente-analysis/1", **data}

    def to_json(self) -> str:
        """The analysis as one JSON document, without drawings."""
        return json.dumps(self.to_data(), ensure_ascii=False, indent=1)

    def to_text(self) -> str:
        """The analysis as people read it on a terminal."""
        from detente.analyses.rendering import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        from detente.analyses.rendering import as_html

        return as_html(self)


#: What a solver can need of a case: whether it is there, and what to add if it is not.
NEEDS: dict[str, tuple[Callable[[Case], bool], str]] = {
    "parties": (lambda c: bool(c.parties), "add parties: who takes part"),
    "issues": (lambda c: bool(c.issues), "add issues: what is negotiated, with options"),
    "positions": (
        lambda c: bool(c.positions or c.utilities),
        "add positions or utilities: what each party wants on each issue",
    ),
    "moves": (
        lambda c: bool(c.moves or c.graph),
        "add moves: what each party can do on its own (or a graph of states and arcs)",
    ),
    "preferences": (
        lambda c: bool(c.preferences),
        "add preferences: for each party that can move, statements over moves in order of "
        "weight, a ranking of states, or utilities",
    ),
    "status_quo": (
        lambda c: _knows_the_status_quo(c),
        "add status_quo: the moves taken now (or, in a graph, the state)",
    ),
    "strength": (
        lambda c: any(p.much or p.much_statements or p.much_gap for p in c.preferences),
        "add to preferences what is much preferred: much, much_statements or much_gap",
    ),
    "attitudes": (
        lambda c: any(p.attitudes for p in c.preferences),
        "add attitudes to preferences: which other parties a party wishes well or ill",
    ),
}


def _knows_the_status_quo(case: Case) -> bool:
    now = case.status_quo
    if case.graph is not None:
        return now is not None and now.state is not None
    told = now is not None and now.moves is not None
    return told or bool(case.moves and all(m.now is not None for m in case.moves))


Solve = Callable[..., Analysis]


@dataclass(frozen=True, slots=True)
class Solver:
    """A registered way to answer a question; the ``headline`` answers unless another is named."""

    name: str
    question: str
    needs: frozenset[str]
    stochastic: bool
    source: str
    solve: Solve
    headline: bool = False

    @property
    def summary(self) -> str:
        """The first line of the solver's docstring."""
        return (inspect.getdoc(self.solve) or "").splitlines()[0]

    @property
    def options(self) -> tuple[str, ...]:
        """Names of the parameters beside the case."""
        return tuple(inspect.signature(self.solve).parameters)[1:]

    @property
    def required(self) -> tuple[str, ...]:
        """Those of the options without which there is nothing to ask."""
        given = inspect.signature(self.solve).parameters
        return tuple(
            name for name in self.options if given[name].default is inspect.Parameter.empty
        )


_found: dict[str, Solver] = {}


def solver(
    *,
    name: str,
    question: str,
    needs: Set[str],
    stochastic: bool,
    source: str,
    headline: bool = False,
) -> Callable[[Callable[P, Analysis]], Callable[P, Analysis]]:
    """Register a solver; it is found by itself wherever it lies in this folder.

    What it ``needs`` (see ``NEEDS``) is looked at before it runs. Of several solvers of a question
    one can be its ``headline``: it answers where none is named.

    Raises
    ------
    ValueError
        If a need is unknown, the name is taken by another module, or the question has another
        headline.
    """
    unknown = sorted(needs - NEEDS.keys())
    if unknown:
        raise ValueError(f"{name} needs {unknown}, which is not among {', '.join(NEEDS)}")

    def register(solve: Callable[P, Analysis]) -> Callable[P, Analysis]:
        taken = _found.get(name)
        if taken is not None and taken.solve.__module__ != solve.__module__:
            raise ValueError(
                f"two solvers are called {name!r}: {taken.solve.__module__}, {solve.__module__}"
            )

        first = [s.name for s in _found.values() if s.headline and s.question == question]
        if headline and first not in ([], [name]):
            raise ValueError(f"{question} has two headlines: {first[0]!r}, {name!r}")

        @functools.wraps(solve)
        def checked(*given: P.args, **options: P.kwargs) -> Analysis:
            case = given[0]
            assert isinstance(case, Case), "a solver is given a case first"
            for need, (there, add) in NEEDS.items():
                if need in needs and not there(case):
                    raise UnsuitableCase(f"{case.title}: {question} cannot be answered; {add}")
            return solve(*given, **options)

        _found[name] = Solver(
            name, question, frozenset(needs), stochastic, source, checked, headline
        )
        return checked

    return register


@cache
def solvers() -> tuple[Solver, ...]:
    """Every solver of this folder, by question and name."""
    package = importlib.import_module("detente.analyses")
    for module in sorted(
        m.name for m in pkgutil.walk_packages(package.__path__, "detente.analyses.")
    ):
        importlib.import_module(module)
    return tuple(sorted(_found.values(), key=lambda s: (s.question, s.name)))


def solver_for(question: str, name: str | None = None) -> Solver:
    """The solver of a question; of several the one named, else the headline, else the first.

    Raises
    ------
    InputError
        If there is none.
    """
    known = sorted({s.question for s in solvers()})
    fits = [s for s in solvers() if s.question == question]
    if not fits:
        raise InputError(f"nothing answers {question!r}; one can ask {', '.join(known)}")
    if name is None:
        return next((s for s in fits if s.headline), fits[0])
    for made in fits:
        if made.name == name:
            return made
    raise InputError(
        f"{question} is not answered by {name!r}; it is by {', '.join(s.name for s in fits)}"
    )

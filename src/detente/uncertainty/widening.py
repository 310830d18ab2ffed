"""Ranges made wider by what is known of their sources, and by dissent.

Two plain rules, and no more:

*Sources.* The Admiralty code (NATO AJP-2.1) grades a source from A (completely reliable) to F
(cannot be judged) and what it says from 1 (confirmed) to 6 (cannot be judged). The half-widths of
a range, or a standard deviation, are multiplied by a factor of the grade; of the two grades the
worse counts, of several sources the best. The code gives no factors: these are a convention of
this program, printed wherever it is used.

*Dissent.* Where a perspective of the case states another value for a number, the range covers
both, with the case's own value as the likeliest.

A number that the case takes as known has no range that its sources could widen, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from detente.case.case import Case
from detente.case.citation import Citation
from detente.case.entry import Entry
from detente.case.numbers import Number
from detente.case.perspectives import as_seen_by
from detente.errors import InputError
from detente.uncertainty.distribution import Distribution

if TYPE_CHECKING:
    from detente.uncertainty.parameters import Parameters, Step

#: What a half-width is multiplied by, for each grade of the source and of what it says.
BY_RELIABILITY: dict[str, float] = {"A": 1.0, "B": 1.25, "C": 1.5, "D": 2.0, "E": 3.0, "F": 2.0}
BY_CREDIBILITY: dict[int, float] = {1: 1.0, 2: 1.25, 3: 1.5, 4: 2.0, 5: 3.0, 6: 2.0}
#: For sources without a grade, where widening is asked for: as for one that cannot be judged.
UNGRADED = 2.0
RULE = (
    "half-widths times 1 for grade A or 1, 1.25 for B or 2, 1.5 for C or 3, 2 for D or 4 and for "
    "F or 6, 3 for E or 5; the worse of the two grades of a source counts, and of several "
    "sources the best"
)


def factor_of(citations: list[Citation], *, ungraded: float) -> float:
    """What a half-width is multiplied by, given what a number rests on.

    >>> factor_of([Citation(id="a", reliability="B", credibility=3)], ungraded=1.0)
    1.5
    """
    return min((_grade(c, ungraded) for c in citations), default=1.0)


def _grade(citation: Citation, ungraded: float) -> float:
    grades = []
    if citation.reliability is not None:
        grades.append(BY_RELIABILITY[citation.reliability])
    if citation.credibility is not None:
        grades.append(BY_CREDIBILITY[citation.credibility])
    return max(grades, default=ungraded)


def wider(form: Distribution, factor: float, ends: tuple[float, float]) -> Distribution:
    """A distribution with its half-widths multiplied, within what the number can be.

    >>> wider(Distribution("triangular", 40, 70, 100), 1.5, (0, 100))
    Distribution(form='triangular', low=25.0, mode=70, high=100, sd=0.0)
    """
    if form.form == "normal":
        return replace(form, sd=form.sd * factor)
    low = max(ends[0], form.mode - (form.mode - form.low) * factor)
    high = min(ends[1], form.mode + (form.high - form.mode) * factor)
    return replace(form, low=low, high=high)


def covering(form: Distribution | None, own: float, others: list[tuple[float, float]],
             ends: tuple[float, float]) -> Distribution:  # fmt: skip
    """A triangular distribution over the range of the case and those of others."""
    start = (own, own) if form is None else form.plausible
    low = max(ends[0], min(start[0], *(low for low, _ in others)))
    high = min(ends[1], max(start[1], *(high for _, high in others)))
    return Distribution("triangular", low, own, high)


def widened(case: Case, parameters: Parameters, *, asked: bool) -> Parameters:
    """The uncertain numbers with ranges widened.

    By grades wherever the case grades its sources; by dissent, and for sources without a
    grade, only where it is ``asked`` for. Notes say what was done.
    """
    from detente.uncertainty.labels import label_of
    from detente.uncertainty.parameters import Parameter, ends_of, numbers_of, written

    known = {c.id: c for c in case.evidence}
    by_path = {p.path: p for p in parameters.each}
    dissent = _dissent(case, parameters) if asked else {}
    made: list[Parameter] = []
    graded = dissenting = 0
    for steps, number in numbers_of(case, parameters.question):
        path, ends = written(steps), ends_of(steps)
        one = by_path.get(path)
        if one is not None and one.note != "assumed":
            cited = [known[e] for e in _evidence(case, steps) if e in known]
            factor = factor_of(cited, ungraded=UNGRADED if asked else 1.0)
            if factor > 1:
                graded += 1
                form = wider(one.distribution, factor, ends)
                one = replace(one, distribution=form, note=f"widened by {factor:g}")
        others = dissent.get(path, [])
        if others:
            before = None if one is None else one.distribution
            form = covering(before, number.central, others, ends)
            if before is None or form.low < before.low or form.high > before.high:
                dissenting += 1
                note = "widened to cover what perspectives state"
                if one is None:
                    one = Parameter(
                        path, label_of(case, steps), form, number.central, number.group, note
                    )
                else:
                    one = replace(one, distribution=form, note=note)
        if one is not None:
            made.append(one)
    notes = [*parameters.notes]
    if graded:
        what = "1 range is" if graded == 1 else f"{graded} ranges are"
        more = "; a source without a grade counts as one that cannot be judged" if asked else ""
        notes.append(f"{what} widened by the grades of their sources: {RULE}{more}")
    if dissenting:
        what = "1 range is" if dissenting == 1 else f"{dissenting} ranges are"
        notes.append(f"{what} widened to cover what the case's perspectives state")
    if asked and not graded and not dissenting:
        notes.append("widening was asked for, and nothing in the case calls for it")
    return replace(parameters, each=tuple(made), notes=tuple(notes))


def _evidence(case: Case, steps: tuple[Step, ...]) -> Iterator[str]:
    """Evidence of a number and, where it has none of its own, of the nearest entry around it."""
    here: Any = case
    around: list[tuple[str, ...]] = []
    for step in steps:
        if isinstance(step, int):
            here = here[step]
        else:
            here = here[step] if isinstance(here, Mapping) else getattr(here, step)
        if isinstance(here, Entry):
            around.append(here.evidence)
    assert isinstance(here, BaseModel)
    yield from next((e for e in reversed(around) if e), ())


def _dissent(case: Case, parameters: Parameters) -> dict[str, list[tuple[float, float]]]:
    """For each path the ranges that perspectives state where they differ from the case."""
    from detente.uncertainty.parameters import ends_of, numbers_of, written

    own: dict[str, Number] = {}
    for steps, number in numbers_of(case, parameters.question):
        own[written(steps)] = number
    found: dict[str, list[tuple[float, float]]] = {}
    for perspective in case.perspectives:
        try:
            seen = as_seen_by(case, perspective.id)
        except InputError:
            continue  # `detente check` says what does not fit; it states no other value
        for steps, number in numbers_of(seen, parameters.question):
            path = written(steps)
            before = own.get(path)
            if before is None or before.bounds == number.bounds:
                continue
            form = Distribution.of(number, ends_of(steps))
            value = (number.central, number.central) if form is None else form.plausible
            found.setdefault(path, []).append(value)
    return found

"""A case's issues, floors, red lines and rule of acceptance as a model of packages."""

from __future__ import annotations

from detente.case.case import Case
from detente.case.tables import Tables
from detente.errors import UnsuitableCase
from detente.maths.packages.model import (
    Condition,
    FloorLine,
    PackageModel,
    Pair,
    RedLine,
    RefusedOptions,
)


def model_of_case(case: Case) -> PackageModel:
    """The model of a case; red lines stand in the order of :func:`red_line_ids`.

    Raises
    ------
    UnsuitableCase
        If an entry refers to nothing, or numbers are too large to be added exactly.
    """
    return model_of_tables(case.tables())


def model_of_tables(tables: Tables) -> PackageModel:
    """The model of a case's tables.

    Raises
    ------
    UnsuitableCase
        If numbers are too large to be added exactly.
    """
    lines: list[RedLine] = [RefusedOptions(r.party, r.issue, r.refused) for r in tables.refusals]
    lines += [FloorLine(f.party, f.points) for f in tables.floors]
    lines += [Condition(c.party, c.issues, c.when, c.then) for c in tables.conditions]
    try:
        return PackageModel(
            points=tables.points,
            alternative=tables.alternative,
            has_alternative=tables.has_alternative,
            voters=tables.voters,
            vetoes=tables.vetoes,
            quorum=tables.quorum,
            red_lines=tuple(lines),
            pairs=tuple(Pair(p.issues, p.points) for p in tables.pairs),
        )
    except ValueError as error:
        raise UnsuitableCase(str(error)) from error


def red_line_ids(tables: Tables) -> tuple[str, ...]:
    """Ids of the model's red lines in its order: refusals, floors, conditions."""
    refused = [line.id for line in tables.refusals]
    floors = [line.id for line in tables.floors]
    return (*refused, *floors, *(line.id for line in tables.conditions))

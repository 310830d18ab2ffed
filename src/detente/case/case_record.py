"""A case as the rules look at it: parts found once and shared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, get_args

from pydantic import BaseModel

from detente.case.case import Case
from detente.case.entry import Entry
from detente.case.expressions import BadExpression, Expression, parse_expression
from detente.case.faults import written
from detente.case.issue import Issue
from detente.case.option_places import IssueOptions, issue_options
from detente.case.references import Reference, references
from detente.case.tables import Tables
from detente.case.yaml_reading import Path
from detente.errors import UnsuitableCase


class CaseRecord:
    """A case with what several rules ask of it.

    ``case`` is the case; everything else is found when it is first asked for.
    """

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def entries(self) -> tuple[tuple[Path, Entry], ...]:
        """Every entry, however deep, with its path; an outer one before those inside it."""
        return tuple(entries_of(self.case))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id that a part of the case uses for another part."""
        return tuple(references(self.case))

    @cached_property
    def parties(self) -> frozenset[str]:
        """Ids of the parties."""
        return frozenset(p.id for p in self.case.parties)

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """Issues by id; of two with one id the first."""
        return {i.id: i for i in reversed(self.case.issues)}

    @cached_property
    def moves(self) -> frozenset[str]:
        """Ids of the moves."""
        return frozenset(m.id for m in self.case.moves)

    @cached_property
    def states(self) -> frozenset[str]:
        """Ids of the states of the case's graph."""
        return frozenset(s.id for s in self.case.graph.states) if self.case.graph else frozenset()

    @cached_property
    def options(self) -> dict[str, IssueOptions]:
        """Options by issue, also those of an issue that names none."""
        made = zip(self.case.issues, issue_options(self.case), strict=True)
        return {issue.id: options for issue, options in made}

    @cached_property
    def tables(self) -> Tables | None:
        """The case's tables; None where an unknown id keeps them from being made."""
        try:
            return self.case.tables()
        except UnsuitableCase:
            return None

    @cached_property
    def with_tables(self) -> frozenset[tuple[str, str]]:
        """Party and issue of every utility table."""
        return frozenset((t.party, t.issue) for t in self.case.utilities)

    @cached_property
    def expressions(self) -> tuple[tuple[Path, str, Expression | BadExpression], ...]:
        """Every expression over moves: its path, as written, and parsed or the reason why not."""
        return tuple((path, text, _parsed(text)) for path, text in _written(self.case))

    @cached_property
    def infeasible(self) -> tuple[tuple[Path, str, Expression], ...]:
        """The combinations that cannot be, as far as they can be read."""
        return tuple(
            (path, text, found)
            for path, text, found in self.expressions
            if path[0] == "infeasible" and not isinstance(found, BadExpression)
        )

    def called(self, path: Path) -> str:
        """What the entry of a section at a path is called: its id, or the two it is about."""
        part: Any = self.case
        for step in path[:2]:
            part = getattr(part, step) if isinstance(step, str) else part[step]
        given = [getattr(part, n, None) for n in ("id", "party", "issue", "move", "name")]
        names = given[:1] if given[0] else given[1:3] if given[1] else given[3:]
        return " on ".join(str(n) for n in names if n is not None) or written(path[:2])

    @cached_property
    def now(self) -> frozenset[str] | None:
        """The moves taken in the status quo; None where it is not known of every move."""
        case = self.case
        if case.status_quo is not None and case.status_quo.moves is not None:
            return frozenset(case.status_quo.moves)
        if not case.moves or any(m.now is None for m in case.moves):
            return None
        return frozenset(m.id for m in case.moves if m.now)


def _written(case: Case) -> Iterator[tuple[Path, str]]:
    for number, text in enumerate(case.infeasible):
        yield ("infeasible", number), text
    for number, ban in enumerate(case.bans):
        yield ("bans", number, "when"), ban.when
    for number, preference in enumerate(case.preferences):
        for place, text in enumerate(preference.statements):
            yield ("preferences", number, "statements", place), text


def _parsed(text: str) -> Expression | BadExpression:
    try:
        return parse_expression(text)
    except BadExpression as error:
        return error


@cache
def _fields_with_parts(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(n for n, f in model.model_fields.items() if _holds_parts(f.annotation))


def _holds_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_parts(inner) for inner in get_args(annotation))


def entries_of(part: Any, path: Path = ()) -> Iterator[tuple[Path, Entry]]:
    """Every entry inside a part with its path, an outer one before those inside it."""
    if isinstance(part, BaseModel):
        if isinstance(part, Entry):
            yield path, part
        for name in _fields_with_parts(type(part)):
            value = getattr(part, name)
            if value:
                yield from entries_of(value, (*path, name))
    elif isinstance(part, tuple):
        for number, inner in enumerate(part):
            yield from entries_of(inner, (*path, number))
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from entries_of(inner, (*path, key))

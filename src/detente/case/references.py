"""Every id by which one part of a case names another, with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from detente.case.case import Case
from detente.case.expressions import BadExpression, moves_in, parse_expression
from detente.case.move import Preference
from detente.case.numbers import Number
from detente.case.red_line import Choice, Forbid, Tie
from detente.case.states import moves_of_state
from detente.case.yaml_reading import Path

Kind = Literal["party", "issue", "option", "move", "state"]


@dataclass(frozen=True, slots=True)
class Reference:
    """``id`` used at ``path`` by ``user`` (in words); an option is one of ``issue``."""

    kind: Kind
    id: str
    path: Path
    user: str
    issue: str = ""


def references(case: Case) -> Iterator[Reference]:
    """References in the order of the sections; those to evidence are every entry's own."""
    yield from _positions(case)
    yield from _red_lines(case)
    yield from _links_and_levers(case)
    yield from _acceptance(case)
    yield from _moves(case)
    yield from _standing(case)


def _positions(case: Case) -> Iterator[Reference]:
    for number, at in enumerate(case.positions):
        path: Path = ("positions", number)
        user = f"the position of {at.party} on {at.issue}"
        yield Reference("party", at.party, (*path, "party"), user)
        yield Reference("issue", at.issue, (*path, "issue"), user)
        if at.option is not None:
            yield Reference("option", at.option, (*path, "option"), user, at.issue)
    for number, table in enumerate(case.utilities):
        path = ("utilities", number)
        user = f"the utility table of {table.party} on {table.issue}"
        yield Reference("party", table.party, (*path, "party"), user)
        yield Reference("issue", table.issue, (*path, "issue"), user)
        for option in table.values:
            yield Reference("option", option, (*path, "values", option), user, table.issue)


def _red_lines(case: Case) -> Iterator[Reference]:
    for number, line in enumerate(case.red_lines):
        path: Path = ("red_lines", number)
        user = f"the red line {line.id}"
        yield Reference("party", line.party, (*path, "party"), user)
        if isinstance(line, Forbid):
            yield Reference("issue", line.issue, (*path, "issue"), user)
            for place, option in enumerate(line.options):
                yield Reference("option", option, (*path, "options", place), user, line.issue)
        elif isinstance(line, Tie):
            yield from _choice(line.when, (*path, "when"), user)
            yield from _choice(line.then, (*path, "then"), user)


def _choice(choice: Choice, path: Path, user: str) -> Iterator[Reference]:
    yield Reference("issue", choice.issue, (*path, "issue"), user)
    for place, option in enumerate(choice.options):
        yield Reference("option", option, (*path, "options", place), user, choice.issue)


def _links_and_levers(case: Case) -> Iterator[Reference]:
    for number, link in enumerate(case.links):
        user = f"the link {link.id}"
        for place, effect in enumerate(link.effects):
            path: Path = ("links", number, "effects", place)
            for issue, option in effect.when.items():
                yield Reference("issue", issue, (*path, "when", issue), user)
                yield Reference("option", option, (*path, "when", issue), user, issue)
            for party in effect.points:
                yield Reference("party", party, (*path, "points", party), user)
    for number, lever in enumerate(case.levers):
        path, user = ("levers", number), f"the lever {lever.id}"
        yield Reference("party", lever.giver, (*path, "giver"), user)
        if lever.receiver is not None:
            yield Reference("party", lever.receiver, (*path, "receiver"), user)
        for party in lever.effects:
            yield Reference("party", party, (*path, "effects", party), user)


def _acceptance(case: Case) -> Iterator[Reference]:
    if case.acceptance is None:
        return
    path: Path = ("acceptance",)
    for name, ids in (("vetoes", case.acceptance.vetoes), ("voters", case.acceptance.voters)):
        for place, party in enumerate(ids):
            yield Reference("party", party, (*path, name, place), "the acceptance rule")
    for party, ratifiers in case.acceptance.ratifiers.items():
        user = f"the list of {party}'s ratifiers"
        yield Reference("party", party, (*path, "ratifiers", party), user)
        for place, ratifier in enumerate(ratifiers):
            yield Reference("party", ratifier, (*path, "ratifiers", party, place), user)


def _moves(case: Case) -> Iterator[Reference]:
    for number, move in enumerate(case.moves):
        yield Reference("party", move.party, ("moves", number, "party"), f"the move {move.id}")
    for number, text in enumerate(case.infeasible):
        yield from _expression(text, ("infeasible", number), f"the combination '{text}'")
    for number, ban in enumerate(case.bans):
        user = f"the ban of {ban.move}"
        yield Reference("move", ban.move, ("bans", number, "move"), user)
        yield from _expression(ban.when, ("bans", number, "when"), user)
    if case.graph is not None:
        for number, arc in enumerate(case.graph.arcs):
            path: Path = ("graph", "arcs", number)
            user = f"the arc from {arc.source} to {arc.target}"
            yield Reference("party", arc.party, (*path, "party"), user)
            yield Reference("state", arc.source, (*path, "source"), user)
            yield Reference("state", arc.target, (*path, "target"), user)
    for number, preference in enumerate(case.preferences):
        path, user = ("preferences", number), f"the preferences of {preference.party}"
        yield Reference("party", preference.party, (*path, "party"), user)
        for place, text in enumerate(preference.statements):
            yield from _expression(text, (*path, "statements", place), user)
        for other in preference.attitudes:
            yield Reference("party", other, (*path, "attitudes", other), user)
        for inner, state in states_in(preference):
            yield from _state(case, state, (*path, *inner), user)


def states_in(preference: Preference) -> Iterator[tuple[Path, str]]:
    """The states that a ranking, utilities or pairs name, with their paths in it."""
    for rank, tied in enumerate(preference.ranking):
        for place, state in enumerate(tied):
            yield ("ranking", rank, place), state
    for state in preference.utilities:
        yield ("utilities", state), state
    for name, pairs in (("unknown", preference.unknown), ("much", preference.much)):
        for number, pair in enumerate(pairs):
            for place, state in enumerate(pair):
                yield (name, number, place), state


def _expression(text: str, path: Path, user: str) -> Iterator[Reference]:
    try:
        named: Iterable[str] = moves_in(parse_expression(text))
    except BadExpression:
        return
    for move in dict.fromkeys(named):
        yield Reference("move", move, path, user)


def _state(case: Case, state: str, path: Path, user: str) -> Iterator[Reference]:
    if case.graph is not None:
        yield Reference("state", state, path, user)
        return
    for move in moves_of_state(state):
        yield Reference("move", move, path, user)


def _standing(case: Case) -> Iterator[Reference]:
    where: list[tuple[str, Path, dict[str, Number | str]]] = [
        ("the reference point", ("reference_point",), case.reference_point)
    ]
    if case.status_quo is not None:
        where.insert(0, ("the status quo", ("status_quo", "issues"), case.status_quo.issues))
        for place, move in enumerate(case.status_quo.moves or ()):
            path: Path = ("status_quo", "moves", place)
            yield Reference("move", move, path, "the status quo")
        if case.status_quo.state is not None:
            path = ("status_quo", "state")
            yield Reference("state", case.status_quo.state, path, "the status quo")
    for user, path, issues in where:
        for issue, at in issues.items():
            yield Reference("issue", issue, (*path, issue), user)
            if not isinstance(at, Number):
                yield Reference("option", at, (*path, issue), user, issue)

"""The parts of a case that are there once, as rows of one table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from detente.case.numbers import Number
from detente.report import amounts
from detente.report.case.rows import CaseTable, Row, bdi, listed
from detente.report.case.view import BY_HAND, SINGLE, CaseView
from detente.report.citations import shown


def single_table(view: CaseView) -> CaseTable | None:
    """What holds for the case as a whole; None where nothing of it is stated."""
    rows = []
    for section, name in SINGLE.items():
        part = getattr(view.case, section)
        told = list(_TOLD[section](view, part)) if part else []
        if told:
            entry = section in ("acceptance", "status_quo")
            rests_on = view.rests_on(part) if entry else Markup(BY_HAND)
            head = shown(name[:1].upper() + name[1:])
            draft = entry and view.is_draft(part)
            rows.append(Row(f"case-{section}", (head, listed(told)), rests_on, draft))
    if not rows:
        return None
    return CaseTable("case-whole", "What holds for the case as a whole", "",
                     ("Part", "What is stated", "Rests on"), tuple(rows))  # fmt: skip


def _acceptance(view: CaseView, part: Any) -> Iterator[Markup]:
    if part.vetoes:
        yield Markup("veto: {}").format(_names(view, part.vetoes))
    if part.quorum is not None:
        yield Markup("at least {} accept").format(part.quorum)
    if part.voters:
        yield Markup("whose acceptance counts: {}").format(_names(view, part.voters))
    for party, ratifiers in part.ratifiers.items():
        yield Markup("{} needs {}").format(bdi(view.party(party)), _names(view, ratifiers))


def _names(view: CaseView, ids: Any) -> Markup:
    return Markup(", ").join(bdi(view.party(id_)) for id_ in ids)


def _place(view: CaseView, issue: str, place: Any) -> Markup:
    where = amounts.number(place) if isinstance(place, Number) else view.option(issue, place)
    return Markup("{}: {}").format(bdi(view.issue(issue)), bdi(where))


def _status_quo(view: CaseView, part: Any) -> Iterator[Markup]:
    yield from (_place(view, issue, place) for issue, place in part.issues.items())
    if part.moves is not None:
        taken = ", ".join(part.moves) or "none"
        yield Markup("moves taken: {}").format(bdi(taken))
    if part.state is not None:
        yield Markup("state {}").format(bdi(part.state))


def _reference(view: CaseView, part: Any) -> Iterator[Markup]:
    yield from (_place(view, issue, place) for issue, place in part.items())


def _graph(view: CaseView, part: Any) -> Iterator[Markup]:
    names = ", ".join(s.name or s.id for s in part.states)
    yield Markup("states: {}").format(bdi(names))
    for arc in part.arcs:
        yield bdi(f"{view.party(arc.party)}: {arc.source} to {arc.target}")


def _infeasible(view: CaseView, part: Any) -> Iterator[Markup]:
    yield from (bdi(text) for text in part)


_TOLD = {
    "acceptance": _acceptance,
    "status_quo": _status_quo,
    "reference_point": _reference,
    "graph": _graph,
    "infeasible": _infeasible,
}
assert _TOLD.keys() == SINGLE.keys()

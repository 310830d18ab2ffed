"""Section: who depends on whom, and by how much. The map, and the table that is its twin."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from detente.evidence.items import Relation
from detente.report import wording
from detente.report.desk import Desk, Section, render
from detente.report.leverage_lines import has_magnitude, lines
from detente.report.leverage_map import leverage_map
from detente.report.reader_limits import none_found


def unsourced(desk: Desk, relation: Relation) -> bool:
    """True if nobody is named behind the relation's amount."""
    quantity = desk.quantity(relation.quantity)
    return quantity is None or not desk.has_source(quantity)


def leverage(desk: Desk) -> Section:
    """The map and every relation in a table, amounts first."""
    found = sorted(desk.ledger.relations, key=lambda r: _rank(desk, r))
    drawn = lines(desk)
    left_out = len(found) - sum(line.covers for line in drawn)
    summary = _summary(desk, found)
    body = render(
        "sections/leverage.html",
        figure=leverage_map(desk, drawn) if drawn else "",
        drawn_together=any(line.covers > 1 for line in drawn),
        several_units=len({line.first.unit for line in drawn if line.head}) > 1,
        left_out=_left_out(left_out),
        rows=[_row(desk, r) for r in found],
        summary=summary,
        nothing="" if found else none_found(desk, "relation between two actors"),
    )
    heading = "Who depends on whom, and by how much"
    return Section("leverage", "Leverage", heading, summary, body)


def _summary(desk: Desk, found: list[Relation]) -> str:
    if not found:
        return ""
    sized = [r for r in found if has_magnitude(r)]
    text = wording.counted(len(found), "relation")
    if not sized:
        return f"{text}, none with a magnitude"
    bare = sum(unsourced(desk, r) for r in sized)
    text += f", {wording.number(len(sized))} with a magnitude"
    return (
        f"{text}, {wording.number(bare)} of these without a source" if bare else f"{text}, sourced"
    )


def _left_out(count: int) -> str:
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    text = f"{wording.number(count)} {'relation' if count == 1 else 'relations'}"
    return f"{wording.sentence_case(text)} {verb} in the table only."


def _rank(desk: Desk, relation: Relation) -> tuple[Any, ...]:
    place = desk.order(relation.document, relation.span)
    if has_magnitude(relation):
        return (0, relation.unit or "~", -(relation.value or 0), place)
    return (1, "", 0, place)


def _row(desk: Desk, relation: Relation) -> dict[str, Any]:
    arrow = " → " if relation.directed else " – "
    quantity = desk.quantity(relation.quantity)
    if quantity is not None:
        magnitude: Markup | str = desk.cite.bare(quantity.document, quantity.span)
        source: Markup | str = desk.source(quantity)
    elif relation.value is not None:
        magnitude = f"{wording.amount(relation.value)} {wording.unit(relation.unit)}"
        source = Markup('<span class="none">none given</span>')
    else:
        magnitude, source = "none stated", "–"
    return {
        "ends": Markup("{}{}{}").format(
            desk.name(relation.source), arrow, desk.name(relation.target)
        ),
        "kind": wording.spaced(relation.type),
        "magnitude": magnitude,
        "source": source,
        "words": desk.cite.words(relation.document, relation.span),
        "modality": relation.modality,
    }

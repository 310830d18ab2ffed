"""Section: every figure and who stands behind it."""

from __future__ import annotations

from typing import Any

from detente.evidence.items import Quantity
from detente.report import wording
from detente.report.also_told import also_told
from detente.report.desk import Desk, Section, render
from detente.report.reader_limits import none_found
from detente.report.whole_words import whole


def figures(desk: Desk) -> Section:
    """One row a figure, in text order."""
    found = sorted(desk.figures.firsts, key=lambda q: desk.order(q.document, q.span))
    on_map = {
        desk.figures.first_id(r.quantity) for r in desk.ledger.relations if r.value is not None
    }
    body = render(
        "sections/figures.html",
        rows=[_row(desk, q, on_map) for q in found],
        nothing="" if found else none_found(desk, "figure"),
    )
    status = ""
    if found:
        sourced = sum(desk.has_source(q) for q in found)
        estimated = sum(q.approx == "estimated" for q in found)
        counts = wording.told(len(found), desk.figures.count, "figure")
        status = f"{counts} · " + (
            f"{wording.number(sourced)} {'names' if sourced == 1 else 'name'} a source"
            if sourced
            else "none names a source"
        )
        if estimated:
            verb = "is an estimate" if estimated == 1 else "are estimates"
            status += f" · {wording.number(estimated)} {verb}"
    return Section("figures", "Figures", "Every figure and who stands behind it", status, body)


def _row(desk: Desk, item: Quantity, on_map: set[str | None]) -> dict[str, Any]:
    return {
        "words": desk.cite.words(item.document, item.span),
        "value": wording.value(item),
        "unit": wording.unit(item.unit),
        "measures": wording.sentence_case(_measures(item)),
        "also": also_told(desk, [(q.document, q.span) for q in desk.figures.later(item)]),
        "as_of": item.as_of or "",
        "source": desk.source(item),
        "use": "leverage map" if item.id in on_map else "",
    }


def _measures(item: Quantity) -> str:
    span = item.measures_span
    return whole(item.measures or "", "" if span is None else span.text)

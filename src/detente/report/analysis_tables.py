"""Tables of an analysis as the page shows them: cells that lead to the case, signs, squares."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from detente.analyses.base import Cell, Table
from detente.report import amounts
from detente.report.case.view import CaseView
from detente.report.citations import shown

#: Rows of one table on the page; the rest is told by number and found with --json.
MOST_ROWS, MOST_DETAIL_ROWS = 24, 40
# From so many yes-or-no columns on a table is read by its pattern.
_PATTERN = 3
_GAINS = frozenset({"gains", "closest"})
_BAR = 29.0
# A place in the case as the answers write it: positions[0].at.
_PATH = re.compile(r"[a-z_]+\[\d+\](?:[.\[]|\Z)")
_SQUARE = Markup(
    '<svg viewBox="0 0 12 12" aria-hidden="true"><rect class="posf" width="12" height="12"/></svg>'
)


@dataclass(frozen=True)
class Column:
    """A heading, its class, and the entry of the case that it names, as a link."""

    name: Markup
    label: str
    kind: str


@dataclass(frozen=True)
class ShownTable:
    """A table with its address, its rows as markup and how many of them are not shown."""

    id: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Markup, ...], ...]
    left_out: int
    detail: bool
    folded: bool
    packages: bool


def shown_table(view: CaseView, key: str, table: Table, *, folded: bool = False) -> ShownTable:
    """A table of the answer ``key``; ``folded`` shows its title only until it is opened."""
    places = _places(view, table)
    if places:
        at = table.columns.index("path")
        table = replace(
            table,
            columns=table.columns[:at] + table.columns[at + 1 :],
            rows=tuple(row[:at] + row[at + 1 :] for row in table.rows),
        )
    most = MOST_DETAIL_ROWS if table.detail else MOST_ROWS
    kinds = [_kind(table, at) for at in range(len(table.columns))]
    if kinds.count("sq") < _PATTERN:
        kinds = ["" if kind == "sq" else kind for kind in kinds]
    if table.name in _GAINS:
        kinds = ["gain" if kind == "num" else kind for kind in kinds]
    tops = [_largest(table, at) for at in range(len(table.columns))]
    rows = tuple(
        tuple(
            _cell(view, value, kind, top) for value, kind, top in zip(row, kinds, tops, strict=True)
        )
        for row in table.rows[:most]
    )
    if places:
        rows = tuple(
            (Markup('<a href="#{}">{}</a>').format(place, row[0]), *row[1:])
            for place, row in zip(places, rows, strict=False)
        )
    columns = tuple(
        Column(named(view, name), name, "num" if kind == "gain" else kind)
        for name, kind in zip(table.columns, kinds, strict=True)
    )
    left_out = table.left_out + len(table.rows) - len(rows)
    return ShownTable(
        slug(f"t-{key}-{table.name}"),
        table.title,
        table.note,
        columns,
        rows,
        left_out,
        table.detail,
        folded or table.detail,
        "package" in table.columns and bool(view.case.issues),
    )


def _places(view: CaseView, table: Table) -> list[str]:
    """Where the entries of a table of numbers are on the page; nothing for other tables.

    A path such as ``positions[0].at`` tells a reader nothing: the name before it leads there.
    """
    if table.columns[:2] != ("number", "path"):
        return []
    return [view.anchor(str(path)) for path in table.column("path")]


def slug(text: str) -> str:
    """A text as an id of the page.

    >>> slug("t-probability-share of draws")
    't-probability-share-of-draws'
    """
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text)


def _kind(table: Table, at: int) -> str:
    """``num`` for numbers, ``sq`` for yes or no, nothing for words; the first column is words."""
    cells = [row[at] for row in table.rows]
    known = [cell for cell in cells if cell is not None]
    if known and all(isinstance(cell, bool) for cell in known):
        return "sq" if at else ""
    numbers = all(isinstance(c, int | float) and not isinstance(c, bool) for c in known)
    return "num" if known and numbers else ""


def _largest(table: Table, at: int) -> float:
    cells = (row[at] for row in table.rows)
    return max((abs(cell) for cell in cells if isinstance(cell, int | float)), default=0.0)


def _cell(view: CaseView, value: Cell, kind: str, top: float) -> Markup:
    if kind == "sq":
        return _square(value)
    if kind == "gain" and isinstance(value, int | float):
        return _gain(float(value), top)
    return named(view, value) if isinstance(value, str) else shown(amounts.cell(value))


def _square(value: Cell) -> Markup:
    """Filled for yes, empty for no; the word is there for those who do not see it."""
    word = Markup('<span class="vh">{}</span>').format(amounts.cell(value))
    if value is None:
        return shown("–")
    if not value:
        return word
    return _SQUARE + word


def _gain(value: float, top: float) -> Markup:
    """A signed number over a small bar to its side of the middle."""
    size = _BAR * abs(value) / top if top else 0.0
    text = shown(amounts.signed(value))
    if value < 0:
        text = Markup('<span class="minus">{}</span>').format(text)
    left = _BAR - size if value < 0 else _BAR
    # The size stands in the drawing too: on paper the style sheet's is not heeded.
    return text + Markup(
        '<svg class="mini" viewBox="0 0 58 8" width="58" height="8" aria-hidden="true">'
        '<path class="gr2" d="M29 0V8"/>'
        '<rect class="{}" x="{:.1f}" y="1" width="{:.1f}" height="6"/></svg>'
    ).format("negf" if value < 0 else "posf", left, size)


def named(view: CaseView, text: str) -> Markup:
    """Words of an answer, as links to the case where they are nothing but names of entries."""
    if _PATH.match(text) and view.anchor(text) != "positions":
        return Markup('<a href="#{}"><bdi>{}</bdi></a>').format(view.anchor(text), shown(text))
    parts = text.split(", ")
    if all(part in view.called for part in parts):
        return Markup(", ").join(_link(view, part) for part in parts)
    movers = text.split(" > ")
    if all(view.called.get(mover, "").startswith("parties") for mover in movers):
        return Markup(" &gt; ").join(_link(view, mover) for mover in movers)
    return Markup("<bdi>{}</bdi>").format(shown(text)) if text else Markup("")


def _link(view: CaseView, name: str) -> Markup:
    path = view.called[name]
    if path.startswith("evidence"):
        return view.evidence_link(name)
    told = view.party(name) if path.startswith("parties") else name
    return Markup('<a href="#{}"><bdi>{}</bdi></a>').format(view.anchor(path), shown(told))

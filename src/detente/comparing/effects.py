"""What a change does to an answer, told from the tables of the answers before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from detente.analyses.base import Analysis, Cell, Table
from detente.analyses.packages.wording import listed, number_of
from detente.analyses.rendering import written

_NAMED = 4


@dataclass
class Effect:
    """Sentences on a question, and rows of what is different: what, before, after."""

    sentences: list[str] = field(default_factory=list)
    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def told(self, what: str, before: Cell, after: Cell) -> None:
        """Add a row if there is a difference."""
        if before != after:
            self.rows.append((what, written(before), written(after)))


def effect_on(before: Analysis, after: Analysis) -> Effect:
    """What is different between two answers to one question."""
    made = Effect()
    _TELL.get(before.question, _anything)(before, after, made)
    if not made.sentences and before.answer != after.answer and not made.rows:
        made.rows.append(("answer", before.answer, after.answer))
    return made


_Rows = dict[Cell, dict[str, Cell]]


def _rows(analysis: Analysis, name: str) -> _Rows:
    """A table's rows by their first cell, each by heading; none where there is no such table."""
    found = _table(analysis, name)
    rows = () if found is None else found.rows
    return {row[0]: dict(zip(found.columns, row, strict=True)) for row in rows if found}


def _table(analysis: Analysis, name: str) -> Table | None:
    return next((table for table in analysis.tables if table.name == name), None)


def _packages(before: Analysis, after: Analysis, made: Effect) -> None:
    old, new = _rows(before, "acceptable"), _rows(after, "acceptable")
    for name in dict.fromkeys((*old, *new)):
        counts = (_cell(rows, name, "packages") for rows in (old, new))
        made.told(f"packages accepted by {name}", *counts)
    was, now = (_cell(rows, "enough of them", "packages") for rows in (old, new))
    if isinstance(was, int) and isinstance(now, int) and was != now:
        if not now:
            made.sentences.append(f"No package stands any more; {was:,} did.")
        elif not was:
            made.sentences.append(f"Packages stand that did not: {now:,} of them.")
        else:
            made.sentences.append(
                f"{number_of(now, 'package stands', 'packages stand')} instead of {was:,}."
            )
    old, new = _rows(before, "points"), _rows(after, "points")
    for name in dict.fromkeys((*old, *new)):
        deals = (_cell(rows, name, "package") for rows in (old, new))
        made.told(f"best in the {name} sense", *deals)
    first, then = (_cell(rows, "Nash", "package") for rows in (old, new))
    if first is not None and then is not None and first != then:
        made.sentences.append(f"The Nash package becomes ({then}) instead of ({first}).")
    old, new = _rows(before, "break_even"), _rows(after, "break_even")
    for name in old:
        if name in new:
            room = (_cell(rows, name, "room") for rows in (old, new))
            made.told(f"room of {name} before nothing stands", *room)


def _cell(rows: _Rows, name: Cell, column: str) -> Cell:
    return rows.get(name, {}).get(column)


def _blocks(before: Analysis, after: Analysis, made: Effect) -> None:
    old, new = _table(before, "relaxing"), _table(after, "relaxing")
    if old is None and new is not None:
        made.sentences.append("Every package is blocked now; before, some stood.")
    elif old is not None and new is None:
        made.sentences.append("Nothing blocks every package any more.")
    least = [_least(table) for table in (old, new)]
    made.told("fewest lines to give up for a deal", *least)
    alone = [_alone(table) for table in (old, new)]
    made.told("lines that open a deal alone", *(", ".join(lines) or None for lines in alone))
    made.told("smallest sets of lines that block", *(_count(a) for a in (before, after)))
    if old is None or new is None:
        return
    if least[0] != least[1]:
        made.sentences.append(
            f"At least {number_of(least[1] or 0, 'red line')} must be given up for a deal; before "
            f"it was {least[0]}."
        )
    gone = [line for line in alone[0] if line not in alone[1]]
    come = [line for line in alone[1] if line not in alone[0]]
    if gone:
        made.sentences.append(
            f"Giving up one of these alone no longer opens a deal: {_some(gone)}."
        )
    if come:
        made.sentences.append(f"Giving up one of these alone now opens a deal: {_some(come)}.")


def _least(table: Table | None) -> int | None:
    """How many lines the smallest set has that opens a deal."""
    if table is None or not table.rows:
        return None
    return min(len(str(lines).split(", ")) for lines in table.column("red lines"))


def _alone(table: Table | None) -> list[str]:
    lines = [] if table is None else [str(cell) for cell in table.column("red lines")]
    return [line for line in lines if ", " not in line]


def _count(analysis: Analysis) -> int:
    found = _table(analysis, "blocking")
    return 0 if found is None else len(found.rows) + found.left_out


def _column(analysis: Analysis, table: str, column: str) -> list[Cell]:
    found = _table(analysis, table)
    return [] if found is None else found.column(column)


def _levers(before: Analysis, after: Analysis, made: Effect) -> None:
    used = [
        ", ".join(
            f"{units} × {lever}" if units != 1 else f"{lever}"
            for units, lever in zip(
                _column(analysis, "use", "units"), _column(analysis, "use", "lever"), strict=True
            )
        )
        for analysis in (before, after)
    ]
    costs = [_total(analysis) for analysis in (before, after)]
    made.told("levers in the cheapest use", used[0] or None, used[1] or None)
    made.told("what they cost", *costs)
    if used[0] == used[1] and costs[0] == costs[1]:
        return
    if costs[0] is None and costs[1] is None:
        made.sentences.append(f"{after.answer} Before: {before.answer}")
    elif costs[1] is None:
        made.sentences.append(
            f"There is no cheapest use of levers any more; before, it cost {costs[0]} ({used[0]})."
        )
    elif costs[0] is None:
        made.sentences.append(f"Levers open a deal for {costs[1]} ({used[1]}); before, none did.")
    else:
        made.sentences.append(
            f"The cheapest use of levers costs {costs[1]} ({used[1]}) instead of {costs[0]} "
            f"({used[0]})."
        )


def _total(analysis: Analysis) -> str | None:
    first: dict[Cell, float] = {}
    found = _table(analysis, "use")
    if found is None:
        return None
    for row in found.rows:
        units, cost = row[found.columns.index("units")], row[found.columns.index("cost")]
        if row[0] == 1 and isinstance(cost, int | float) and isinstance(units, int | float):
            first[row[1]] = cost
    return f"{sum(first.values()):.9g}" if first else None


def _stability(before: Analysis, after: Analysis, made: Effect) -> None:
    old, new = _table(before, "equilibria"), _table(after, "equilibria")
    if old is None or new is None:
        return
    concepts = before.parameters.get("concepts", [])
    gained: dict[str, list[str]] = {}
    lost: dict[str, list[str]] = {}
    for concept in concepts:
        was, now = (_holding(table, concept) for table in (old, new))
        for state in [s for s in was if s not in now]:
            lost.setdefault(state, []).append(concept)
        for state in [s for s in now if s not in was]:
            gained.setdefault(state, []).append(concept)
    for states, verb, cells in ((lost, "lost", ("holds", "does not")),
                                (gained, "gained", ("does not", "holds"))):  # fmt: skip
        for state, under in states.items():
            made.rows.append((f"'{state}' under {', '.join(under)}", *cells))
        if states:
            made.sentences.append(
                f"Equilibria {verb}: "
                + _some([f"'{state}' ({', '.join(under)})" for state, under in states.items()])
                + "."
            )


def _holding(table: Table, concept: str) -> list[str]:
    states, flags = table.column("state"), table.column(concept)
    return [str(state) for state, flag in zip(states, flags, strict=True) if flag]


def _some(words: Iterable[str]) -> str:
    every = list(words)
    more = len(every) - _NAMED
    return "; ".join(every[:_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _path(before: Analysis, after: Analysis, made: Effect) -> None:
    old, new = _reached(before), _reached(after)
    for state in dict.fromkeys((*old, *new)):
        made.told(f"steps from the status quo to '{state}'", old.get(state), new.get(state))
    gone, come = [s for s in old if s not in new], [s for s in new if s not in old]
    if gone:
        made.sentences.append(f"No longer a goal within reach: {_some(map(repr, gone))}.")
    if come:
        made.sentences.append(f"Newly within reach: {_some(map(repr, come))}.")


def _reached(analysis: Analysis) -> dict[str, str]:
    found = _table(analysis, "paths")
    made: dict[str, str] = {}
    if found is None:
        return made
    for row in found.rows:
        steps = f"{row[found.columns.index('steps')]} ({row[found.columns.index('way')]})"
        made.setdefault(str(row[0]), steps)
    return made


def _pressure(before: Analysis, after: Analysis, made: Effect) -> None:
    old, new = _rows(before, "settlement"), _rows(after, "settlement")
    shifts = []
    for name in dict.fromkeys((*old, *new)):
        was, now = (_cell(rows, name, "settlement") for rows in (old, new))
        made.told(f"settlement of {name}", was, now)
        if isinstance(was, int | float) and isinstance(now, int | float) and was != now:
            shifts.append((abs(now - was), f"{name} from {was:g} to {now:g}"))
    shifts.sort(key=lambda pair: -pair[0])
    if shifts:
        made.sentences.append(f"Settlements shift: {_some(words for _, words in shifts)}.")
    old, new = _rows(before, "places"), _rows(after, "places")
    options = []
    for name in old:
        first, then = (_cell(rows, name, "nearest option") for rows in (old, new))
        if name in new and first != then:
            options.append(f"{name}: {written(then)} instead of {written(first)}")
    if options:
        made.sentences.append(f"Another option is nearest: {listed(options)}.")


def _anything(before: Analysis, after: Analysis, made: Effect) -> None:
    made.told("answer", before.answer, after.answer)


_TELL: dict[str, Callable[[Analysis, Analysis, Effect], None]] = {
    "packages": _packages,
    "blocks": _blocks,
    "levers": _levers,
    "stability": _stability,
    "path": _path,
    "pressure": _pressure,
}

"""One table out of the rows of all sources: who wins, what corroborates, what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from office_rows.row import Row, same_person

DAY = timedelta(days=1)
# Two sources agree on a day that they put no further apart.
AGREE = timedelta(days=3)
# A hand-over that sources date so differently is one hand-over, its day in doubt.
DOUBT = timedelta(days=92)
# Beyond this two terms of one person are two terms.
NEAR = timedelta(days=370)
# Several may hold these at once.
SHARED = frozenset({"spokesperson"})


def merge(rows: Iterable[Row], notes: list[str]) -> list[Row]:
    """All rows, no two persons in one office at a time; what gave way is noted."""
    lines: dict[tuple[str, str], list[Row]] = defaultdict(list)
    rows = _within_sources(rows)
    for row in sorted(rows, key=lambda r: (r.rank, r.body, r.office, r.start, r.person)):
        line = lines[row.line]
        twin = _twin(line, row)
        if twin is not None:
            _absorb(twin, row, notes)
        elif row.office in SHARED or _fit(line, row, notes):
            line.append(row)
            line.sort(key=lambda r: (r.start, r.end or date.max))
    for line in lines.values():
        _join(line)
        _settle(line, notes)
    return [row for key in sorted(lines) for row in lines[key]]


def _within_sources(rows: Iterable[Row]) -> list[Row]:
    """The rows with re-elections joined: one person's terms that follow on each other."""
    groups: dict[tuple[int, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.rank, *row.line].append(row)
    kept = []
    for group in groups.values():
        group.sort(key=lambda r: (r.start, r.end or date.max))
        _join(group)
        kept += group
    return kept


def _twin(line: list[Row], row: Row) -> Row | None:
    """The term in the line that ``row`` speaks of, the one with the nearest start."""
    found = [
        p
        for p in line
        if same_person(p, row)
        and (p.rank != row.rank or (row.start <= p.last and p.start <= row.last))
        and (
            abs(p.start - row.start) <= NEAR
            or (p.start <= row.start <= p.last and row.rank >= 3)
            or (row.start <= p.start <= row.last and p.rank >= 3)
        )
        and (p.status == row.status or row.rank >= 3)
    ]
    return min(
        found, key=lambda p: (p.status != row.status, abs(p.start - row.start)), default=None
    )


def _absorb(own: Row, other: Row, notes: list[str]) -> None:
    """Let a source of lower rank confirm, sharpen or put in doubt a row."""
    own.aliases += [other.person, *other.aliases]
    own.wikidata = own.wikidata or other.wikidata
    begun = _start(own, other, notes)
    ended = _end(own, other, notes)
    if begun and ended:
        own.agreed = True
    own.sources += [s for s in other.sources if s not in own.sources]
    own.known = own.known or other.known


def _start(own: Row, other: Row, notes: list[str]) -> bool:
    gap = max(own.start - other.start_by, other.start - own.start_by, timedelta(0))
    if gap <= AGREE:
        if own.start_by - own.start > other.start_by - other.start:
            own.start, own.start_by = other.start, other.start_by
        return True
    if own.rank >= 3 and gap <= NEAR:
        own.start = min(own.start, other.start)
        own.start_by = max(own.start_by, other.start_by)
    if gap > DOUBT:
        notes.append(f"start differs: {own.about()} but {other.start} in {other.sources[0]}")
    return False


def _end(own: Row, other: Row, notes: list[str]) -> bool:
    if other.end is None:
        if own.end is None:
            own.as_of = max(own.as_of, other.as_of)
        clash = own.end is not None and other.as_of > own.end + DOUBT
        if clash:
            notes.append(f"end differs: {own.about()} but open in {other.sources[0]}")
        return not clash
    if own.end is None:
        if other.end < own.as_of - DOUBT and own.rank <= 3:
            notes.append(f"end differs: {own.about()} but {other.end} in {other.sources[0]}")
            return False
        own.end, own.end_from, own.end_basis = other.end, other.end_from, other.end_basis
        return True
    assert own.end_from is not None
    low = other.end_from or other.end
    gap = max(own.end_from - other.end, low - own.end, timedelta(0))
    late = own.end_basis == "upper-bound" and other.end >= own.end_from - 2 * DOUBT
    if late and low <= own.end + AGREE:
        own.end_from, own.end, own.end_basis = low, other.end, other.end_basis
        return True
    if gap <= AGREE:
        if own.end - own.end_from > other.end - low and own.end_basis != "successor":
            own.end_from, own.end = low, other.end
        elif own.end_basis == "successor" and other.end_basis == "exact" and low == other.end:
            own.end_from, own.end, own.end_basis = low, other.end, "exact"
        return True
    if own.rank >= 3 and gap <= NEAR:
        own.end_from, own.end = min(own.end_from, low), max(own.end, other.end)
        own.end_basis = "upper-bound"
    if gap > DOUBT:
        notes.append(f"end differs: {own.about()} but {other.end} in {other.sources[0]}")
    return False


def _fit(line: list[Row], row: Row, notes: list[str]) -> bool:
    """Make room for another person's term; False (and noted) if a better row contradicts it."""
    for own in line:
        if own.start > row.last or row.start > own.last:
            continue
        if own.status != row.status and own.rank <= 1:
            continue  # by hand: who acted while the holder was suspended
        sure_end = own.end_from or (own.end if own.end else own.as_of)
        if row.start >= sure_end - DOUBT and row.start > own.start:
            # The own term trails off there: it ended by then.
            if own.rank > 1 or own.end is None:
                own.end = max(row.start_by, own.start)
                own.end_from = min(sure_end, own.end)
                own.end_basis = "successor" if own.end - own.end_from <= DOUBT else "upper-bound"
            if own.end is not None and row.start_by < own.end <= row.start + DOUBT:
                own.end_from = min(own.end_from or own.end, row.start)
                row.start_by = min(own.end, row.last)
        elif row.last != date.max and row.last <= own.start_by + DOUBT and row.start < own.start:
            row.end = min(row.last, own.start_by)
            row.end_from = min(row.end_from or row.end, own.start)
        elif row.start < own.start and (row.end is None or row.as_of <= own.start_by + DOUBT):
            row.end, row.end_from, row.end_basis = own.start_by, own.start, "successor"
        elif row.start < own.start - NEAR and row.last - own.start < 3 * DOUBT:
            if own.rank >= 3:
                own.start_by = max(own.start_by, row.last)
            else:
                row.end = own.start
            row.end_from = min(row.end_from or row.last, own.start)
        else:
            notes.append(f"contradicts {own.about()}: {row.about()} ({row.sources[0]})")
            return False
    return True


def _join(line: list[Row]) -> None:
    """Make one term of terms of one person that follow on each other."""
    i = 0
    while i < len(line):
        one = line[i]
        after = next(
            (
                o
                for o in line[i + 1 :]
                if o.start <= (one.end or date.max - 9 * DAY) + 4 * DAY
                and one.status == o.status
                and same_person(one, o)
                and not (o.start > one.start and _gap(one) > DOUBT)
            ),
            None,
        )
        if after is None:
            i += 1
            continue
        if after.last >= one.last:
            one.end, one.end_from, one.end_basis = after.end, after.end_from, after.end_basis
            one.as_of = max(one.as_of, after.as_of)
            one.agreed = one.agreed and after.agreed
        one.sources += [s for s in after.sources if s not in one.sources]
        one.aliases += [after.person, *after.aliases]
        one.wikidata = one.wikidata or after.wikidata
        line.remove(after)


def _gap(row: Row) -> timedelta:
    """For how long it is not known whether the term still ran."""
    return row.end - row.end_from if row.end and row.end_from else timedelta(0)


def _settle(line: list[Row], notes: list[str]) -> None:
    """End open terms where the next begins; leave no two sure holders on one day."""
    for one, other in pairwise(line):
        if one.office in SHARED or {one.status, other.status} == {"suspended", "acting"}:
            continue
        if one.status != other.status and other.last < one.last:
            continue
        if one.end is None:
            one.end = max(other.start_by, one.start)
            one.end_from = min(one.as_of, one.end)
            if one.end - one.end_from <= DOUBT:
                one.end_basis = "successor"
                one.end_from = min(one.end, max(one.end_from, one.end - DAY))
            else:
                one.end_basis = "upper-bound"
        elif one.end > other.start:
            if one.end - other.start > DOUBT and {one.status, other.status} == {"held"}:
                notes.append(f"overlap: {one.about()} and {other.about()}")
            one.end_from = min(one.end_from or one.end, max(other.start, one.start))
            other.start_by = max(other.start_by, min(one.end, other.last))

"""The case as somebody else sees it: the changes of a perspective laid over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from detente.case.case import Case, Perspective
from detente.case.faults import MOST_FAULTS, fault_lines, written
from detente.case.near_words import did_you_mean
from detente.case.yaml_reading import Path
from detente.errors import BadCase, InputError

#: Sections that a perspective can change, and what tells their entries apart.
IDENTITIES: dict[str, tuple[str, ...]] = {
    "parties": ("id",),
    "issues": ("id",),
    "positions": ("party", "issue"),
    "utilities": ("party", "issue"),
    "red_lines": ("id",),
    "links": ("id",),
    "levers": ("id",),
    "moves": ("id",),
    "preferences": ("party",),
    "evidence": ("id",),
}
# Fields of which an entry has one; the one that a change gives takes the others' place.
_INSTEAD = {
    "positions": ("at", "option"),
    "preferences": ("statements", "ranking", "utilities"),
}
_FAULT = re.compile(r"(\w+)\[(\d+)\](.*)", re.DOTALL)


def as_seen_by(case: Case, perspective: str) -> Case:
    """The case with the changes of one of its perspectives.

    An entry of the changes replaces the fields that it gives of the entry with the same id
    (positions and utilities: of the same party and issue; preferences: of the same party);
    ``null`` takes a field away. An entry that the case does not have is added at the end.

    Raises
    ------
    InputError
        If the case has no such perspective.
    BadCase
        With one line for each change that does not fit, and its path.
    """
    for number, known in enumerate(case.perspectives):
        if known.id == perspective:
            made, faults = _laid_over(case, known)
            if made is None:
                lines = [f"perspectives[{number}].{written(path)}: {what}" for path, what in faults]
                raise BadCase(f"the perspective {perspective}", lines)
            return made
    ids = [p.id for p in case.perspectives]
    there = f"; there are {', '.join(ids)}" if ids else "; it has none"
    raise InputError(
        f"the case has no perspective {perspective!r}{did_you_mean(perspective, ids) or there}"
    )


def misfits(case: Case, perspective: Perspective) -> list[tuple[Path, str]]:
    """What of a perspective does not fit the case: the path in the perspective, and why."""
    # Sections are validated each on its own, so that those unchanged need not be looked at.
    return _laid_over(case, perspective, {"title", *perspective.changes})[1]


def _laid_over(
    case: Case, perspective: Perspective, sections: set[str] | None = None
) -> tuple[Case | None, list[tuple[Path, str]]]:
    data = case.model_dump(
        mode="json", exclude_defaults=True, include=sections, exclude={"perspectives"}
    )
    faults: list[tuple[Path, str]] = []
    came_from: dict[tuple[str, int], Path] = {}
    for section, changes in perspective.changes.items():
        if len(faults) >= MOST_FAULTS:
            break
        if section not in IDENTITIES:
            fits = did_you_mean(section, IDENTITIES) or f"; one of {', '.join(IDENTITIES)} fits"
            faults.append((("changes", section), f"{section} cannot be changed{fits}"))
            continue
        data.setdefault(section, [])
        faults += _section(data[section], section, changes, came_from)
    if faults:
        return None, faults[:MOST_FAULTS]
    try:
        return Case.model_validate(data), []
    except ValidationError as error:
        return None, [_told(line, came_from) for line in fault_lines(error, data)]


def _section(
    entries: list[Any],
    section: str,
    changes: list[dict[str, Any]],
    came_from: dict[tuple[str, int], Path],
) -> Iterator[tuple[Path, str]]:
    names = IDENTITIES[section]
    rows = {_identity(entry, names): row for row, entry in reversed(list(enumerate(entries)))}
    for number, change in enumerate(changes):
        path: Path = ("changes", section, number)
        missing = [n for n in names if not isinstance(change.get(n), str)]
        if missing:
            yield path, f"it lacks {' and '.join(missing)}, by which the entry is found"
            continue
        identity = _identity(change, names)
        row = rows.get(identity)
        if row is None:
            rows[identity] = row = len(entries)
            entries.append({})
        elif (section, row) in came_from:
            yield path, "it changes the same entry as one before it"
            continue
        entries[row] = _changed(section, entries[row], change)
        came_from[section, row] = path


def _identity(entry: dict[str, Any], names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(entry.get(name) for name in names)


def _changed(section: str, old: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    instead = _INSTEAD.get(section, ())
    if any(change.get(name) is not None for name in instead):
        old = {key: value for key, value in old.items() if key not in instead}
    if section == "red_lines" and change.get("kind", old.get("kind")) != old.get("kind"):
        old = {}
    return {key: value for key, value in {**old, **change}.items() if value is not None}


def _told(line: str, came_from: dict[tuple[str, int], Path]) -> tuple[Path, str]:
    """A fault of the changed case as one of the perspective."""
    found = _FAULT.match(line)
    if found is None:
        return ("changes",), line
    path = came_from.get((found[1], int(found[2])))
    if path is None:
        return ("changes",), line
    return path, f"{path[1]}[{path[2]}]{found[3]}"

"""Parts of a case that no sheet has: one value a row, with its path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from detente.case.yaml_reading import Path
from detente.formats.xlsx.entry_rows import as_json
from detente.formats.xlsx.kinds import kept
from detente.formats.xlsx.merging import NOTHING

_STEP = re.compile(r'\.?([A-Za-z_][A-Za-z0-9_-]*)|\[([0-9]{1,6})\]|\[("(?:[^"\\]|\\.)*")\]')
_DEEPEST = 60


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[str, str]]:
    """Every value at its path, as two cells; an empty list or mapping is a value.

    >>> list(leaves({"a": [1, {"b c": "x"}]}))
    [('a[0]', '1'), ('a[1]["b c"]', 'x')]
    """
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list) and data:
        for number, value in enumerate(data):
            yield from leaves(value, (*path, number))
    else:
        yield written(path), value_in_cell(data)


def written(path: Path) -> str:
    """A path in a cell, which :func:`path_from` reads."""
    made = ""
    for step in path:
        if isinstance(step, int):
            made += f"[{step}]"
        elif re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", step) and as_json(step) == f'"{step}"':
            made += f".{step}" if made else step
        else:
            made += f"[{as_json(step)}]"
    return kept(made)


def path_from(text: str) -> Path:
    """The path that a cell writes.

    Raises
    ------
    ValueError
        If it writes none.
    """
    made: list[str | int] = []
    place = 0
    while place < len(text):
        found = _STEP.match(text, place)
        if found is None or found.end() == place or len(made) > _DEEPEST:
            raise ValueError("a path such as perspectives[0].name")
        name, number, quoted = found.groups()
        made.append(int(number) if number else json.loads(quoted) if quoted else name)
        place = found.end()
    if not made:
        raise ValueError("a path such as perspectives[0].name")
    return tuple(made)


def value_in_cell(value: Any) -> str:
    """Words as they stand where they are not JSON by chance; everything else as JSON."""
    if isinstance(value, str):
        try:
            json.loads(value)
        except (ValueError, RecursionError):
            try:
                return kept(value) if value == value.strip() else kept(as_json(value))
            except ValueError:
                pass
    return kept(as_json(value))


def value_from(text: str) -> Any:
    """The value that a cell writes."""
    try:
        return json.loads(text, parse_constant=lambda word: word)
    except (ValueError, RecursionError):
        return text


def put_at(data: Any, path: Path, value: Any) -> None:
    """Put a value at a path; lists and mappings that lead there are made.

    Raises
    ------
    ValueError
        If a step does not fit what is there: a name into a list, a number that leaves a gap.
    """
    for place, step in enumerate(path):
        last = place == len(path) - 1
        new: Any = value if last else [] if isinstance(path[place + 1], int) else {}
        if isinstance(data, dict) and isinstance(step, str):
            known = data.get(step, NOTHING)
            if isinstance(known, int | float) and not isinstance(known, bool) and not last:
                data[step] = known = {"value": known}
            if last or known is NOTHING:
                data[step] = new
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int) and step <= len(data):
            if step == len(data):
                data.append(new)
            elif last:
                data[step] = new
            data = data[step]
        else:
            raise ValueError(
                f"a path into what is there; {written(path[: place + 1])} does not fit"
            )

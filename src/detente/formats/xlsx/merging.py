"""What one piece of plain data has over another, and putting both together again."""

from __future__ import annotations

from typing import Any

from detente.formats.xlsx.number_words import SAID

NOTHING: Any = object()


class Different(ValueError):
    """The data cannot be had by adding to what there is."""


def beyond(whole: Any, part: Any) -> Any:
    """What must be added to ``part`` to get ``whole``; NOTHING if they are equal.

    A plain number counts as ``{"value": number}``.

    Raises
    ------
    Different
        If something in ``part`` is not in ``whole``.
    """
    if part is NOTHING:
        return whole
    if isinstance(whole, dict) and _is_number(part):
        part = {"value": part}
    if isinstance(whole, dict) and isinstance(part, dict):
        if not set(part) <= set(whole):
            raise Different(str(sorted(set(part) - set(whole))[0]))
        made = {}
        for key, value in whole.items():
            more = beyond(value, part.get(key, NOTHING))
            if more is not NOTHING:
                made[key] = more
        return made or NOTHING
    if whole == part and type(whole) is type(part):
        return NOTHING
    if _is_number(whole) and _is_number(part) and whole == part:
        return NOTHING
    raise Different("a value")


def together(part: Any, more: Any) -> Any:
    """``part`` with what is added; what stands in both is taken from ``part``."""
    if part is NOTHING:
        return more
    if isinstance(more, dict) and _is_number(part):
        part = {"value": part}
    if isinstance(more, dict) and isinstance(part, dict):
        made = dict(part)
        for key, value in more.items():
            joined = together(made.get(key, NOTHING), value)
            if joined is not NOTHING:
                made[key] = joined
        return made
    return part


def says_number(data: Any) -> bool:
    """Whether the data of a number holds a number, not only what it rests on."""
    return not isinstance(data, dict) or any(key in data for key in SAID)


def taken(data: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path; NOTHING if nothing does."""
    for step in path:
        if not isinstance(data, dict) or step not in data:
            return NOTHING
        data = data[step]
    return data


def put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Put a value at a path, making what leads there."""
    for step in path[:-1]:
        data = data.setdefault(step, {})
    data[path[-1]] = value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

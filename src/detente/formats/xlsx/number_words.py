"""Numbers of a case as people write them into a cell: 30, 20..60, 20..30..60, 30 ± 5."""

from __future__ import annotations

import re
from typing import Any

FITS = "a number, a range as 20..60, low..mode..high as 20..30..60, or mean and spread as 30 ± 5"

_LONGEST = 120
_DOTS = re.compile(r"\s*(?:\.{2,3}|…)\s*")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][-+]?[0-9]{1,3})?\Z")
_SPREAD = re.compile(r"(.+?)\s*(?:±|\+/-|\+-)\s*(.+?)(?:\s+in\s+(.*))?\Z")
_DASHED = re.compile(r"([0-9.,]+)\s*(?:-|–|to)\s*([0-9.,]+)\Z")

#: Keys of a number that its words say; the others (group, evidence ...) stand elsewhere.
SAID = ("value", "low", "mode", "high", "mean", "sd")


def number_from(cell: str | float | int) -> Any:
    """The number's data: a plain number, or a mapping of low, high and so on.

    Raises
    ------
    ValueError
        If the words write no number.

    Examples
    --------
    >>> number_from("20..30..60")
    {'low': 20.0, 'mode': 30.0, 'high': 60.0}
    >>> number_from("30 ± 5 in 0..")
    {'mean': 30.0, 'sd': 5.0, 'low': 0.0}
    """
    if not isinstance(cell, str):
        return float(cell)
    text = cell.strip()
    if len(text) > _LONGEST:
        raise ValueError(FITS)
    if found := _SPREAD.match(text):
        made = {"mean": _one(found[1]), "sd": _one(found[2])}
        if found[3] is not None:
            ends = _DOTS.split(found[3])
            if len(ends) != 2:
                raise ValueError(FITS)
            made |= {k: _one(w) for k, w in zip(("low", "high"), ends, strict=True) if w}
        return made
    if found := _DASHED.match(text):
        return {"low": _one(found[1]), "high": _one(found[2])}
    parts = [_one(word) for word in _DOTS.split(text)]
    if len(parts) == 1:
        return parts[0]
    if len(parts) > 3:
        raise ValueError(FITS)
    keys = ("low", "high") if len(parts) == 2 else ("low", "mode", "high")
    return dict(zip(keys, parts, strict=True))


def number_in_words(data: Any) -> str | float | int:
    """A cell that :func:`number_from` reads; keys that it cannot say are left out.

    Raises
    ------
    ValueError
        If there is nothing to say.
    """
    if not isinstance(data, dict):
        return plain(float(data))
    said = {key: data[key] for key in SAID if data.get(key) is not None}
    if set(said) == {"value"}:
        return plain(said["value"])
    low, high = (_word(said[key]) if key in said else "" for key in ("low", "high"))
    if "mean" in said and "sd" in said:
        bounds = f" in {low}..{high}" if low or high else ""
        return f"{_word(said['mean'])} ± {_word(said['sd'])}{bounds}"
    if not low or not high:
        raise ValueError(FITS)
    middle = f"{_word(said['mode'])}.." if "mode" in said else ""
    return f"{low}..{middle}{high}"


def plain(number: float) -> float | int:
    """30 for 30.0, so that nobody sees a point that says nothing."""
    return int(number) if float(number).is_integer() and abs(number) < 1e15 else float(number)


def _one(word: str) -> float:
    text = word.strip()
    if not _NUMBER.match(text) or re.search(r",[0-9]{3}\b", text):
        raise ValueError(FITS)
    number = float(text.replace(",", "."))
    if abs(number) == float("inf"):
        raise ValueError(FITS)
    return number


def _word(number: float) -> str:
    return str(plain(number))

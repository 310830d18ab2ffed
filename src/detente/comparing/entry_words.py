"""Entries and values of a case in words that a reader of two versions understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.case.case import Case
from detente.case.numbers import Number

_LONGEST = 120

#: Fields of an entry that say what it rests on, not what it is.
RECORD = frozenset({"evidence", "draft", "confidence", "basis", "note"})
_NUMBER = frozenset(Number.model_fields) - RECORD

_ONE = {
    "parties": "party",
    "issues": "issue",
    "positions": "position",
    "utilities": "utility table",
    "red_lines": "red line",
    "links": "link",
    "levers": "lever",
    "moves": "move",
    "preferences": "preferences",
    "evidence": "evidence",
    "perspectives": "perspective",
}


def named(case: Case, section: str, entry: Mapping[str, Any]) -> str:
    """An entry in a few words: ``position of Russia on Ceasefire``."""
    kind = _ONE.get(section, section)
    parties = {p.id: p.name for p in case.parties}
    issues = {i.id: i.name for i in case.issues}
    party = parties.get(str(entry.get("party")), entry.get("party"))
    issue = issues.get(str(entry.get("issue")), entry.get("issue"))
    if section in ("positions", "utilities"):
        return f"{kind} of {party} on {issue}"
    if section == "preferences":
        return f"preferences of {party}"
    if section == "red_lines":
        return f"red line {entry.get('id')} of {party}"
    name = entry.get("name") or entry.get("text") or ""
    id_ = str(entry.get("id", ""))
    if section == "evidence" or not name or name == id_:
        return f"{kind} {id_}".rstrip()
    return f"{kind} {shortened(str(name))} ({id_})"


def value_words(value: Any) -> str:
    """A value of a case file: numbers with their ranges, lists with semicolons.

    >>> value_words({"low": 45, "mode": 60, "high": 70, "evidence": ["a"]})
    '60 (45 to 70)'
    >>> value_words(["full", "corridors"])
    'full; corridors'
    """
    if value is None:
        return "not given"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, Mapping):
        if _is_number(value):
            return _number(value)
        told = [f"{key}: {value_words(inner)}" for key, inner in value.items() if key not in RECORD]
        return shortened(", ".join(told)) or "–"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return shortened("; ".join(value_words(inner) for inner in value)) or "none"
    return shortened(str(value))


def is_leaf(value: Any) -> bool:
    """Whether a value is told as one: a number with its range is, other mappings are not."""
    return not isinstance(value, Mapping) or _is_number(value)


def _is_number(value: Mapping[str, Any]) -> bool:
    known = set(value) - RECORD - {"group"}
    # The ends of an issue's scale are called low and high too, and are words.
    return bool(known) and known <= _NUMBER and all(
        isinstance(value[name], int | float) for name in known
    )  # fmt: skip


def _number(value: Mapping[str, Any]) -> str:
    given = Number.model_validate({k: v for k, v in value.items() if k in Number.model_fields})
    if given.sd is not None:
        return f"{given.central:g} ± {given.sd:g}"
    if given.certain:
        return f"{given.central:g}"
    return f"{given.central:g} ({given.low:g} to {given.high:g})"


def shortened(text: str) -> str:
    """Long text cut, so that a row stays a row."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"

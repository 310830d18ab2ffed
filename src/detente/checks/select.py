"""Which rules run: codes, families or names, as given by the user."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from detente.checks.registry import Check, checks
from detente.errors import InputError


def selected(
    select: Sequence[str] = (), ignore: Sequence[str] = (), *, option: str = "select"
) -> tuple[Check, ...]:
    """The rules that ``select`` names and ``ignore`` does not.

    ``OFF`` or ``OFF1`` take the rules of that beginning that are on by default; a whole code
    or a name takes the rule itself; ``ALL`` takes every rule and ``DEFAULT`` those that run
    when nothing is selected.

    Raises
    ------
    InputError
        If a word fits no rule; the message names ``option``, unless empty, and the nearest.
    """
    wanted: set[str] = set()
    for word in select or ("DEFAULT",):
        wanted |= {c.code for c in _fitting(word, option) if c.default or _exact(c, word)}
    wanted -= codes_of(ignore, "ignore")
    return tuple(c for c in checks() if c.code in wanted)


def codes_of(words: Iterable[str], option: str) -> set[str]:
    """The codes of all rules that the words fit.

    Raises
    ------
    InputError
        If a word fits no rule; the message names ``option`` and the nearest rule.
    """
    return {c.code for word in words for c in _fitting(word, option)}


def _exact(rule: Check, word: str) -> bool:
    return word.upper() in ("ALL", rule.code) or word.lower() == rule.name


def _fitting(word: str, option: str) -> list[Check]:
    known = checks()
    if word.upper().startswith("CASE"):
        return []  # rules about case files, of which documents have none
    if word.upper() in ("ALL", "DEFAULT"):
        return [c for c in known if c.default or word.upper() == "ALL"]
    found = [c for c in known if word and c.code.startswith(word.upper())]
    found = found or [c for c in known if c.name == word.lower()]
    if not found:
        near = difflib.get_close_matches(
            word.upper(), [c.code for c in known], n=1, cutoff=0.5
        ) or difflib.get_close_matches(word.lower(), [c.name for c in known], n=1, cutoff=0.5)
        hint = f"; do you mean {near[0]}?" if near else ""
        where = f"{option}: " if option else ""
        raise InputError(f"{where}no rule is called {word!r}{hint} (see detente rules)")
    return found

"""Rules find themselves: one file in this folder each, registered by a decorator."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from detente.findings import Finding, Severity

if TYPE_CHECKING:
    from detente.checks.record import Record

Find = Callable[["Record"], Iterable[Finding]]
F = TypeVar("F", bound=Find)

FAMILIES = {
    "OFF": "office terms",
    "TIM": "time and itinerary",
    "NUM": "figures",
    "SRC": "sourcing",
    "DOC": "the document",
    "CON": "contradictions",
}
BETWEEN_DOCUMENTS = "\n---\n"
_CODE = re.compile(r"[A-Z]{3}[1-9]\d\d")


@dataclass(frozen=True)
class Check:
    """One rule.

    ``summary``, ``why`` and ``fix`` are sentences for the page of the rule; ``fires`` are
    texts on which it must report, ``silent`` texts on which it must not, all read with the
    day ``date``; a line of three hyphens parts documents. ``default`` is False for a rule that
    is right less often than nine times in ten: it runs only where it is asked for by its code.
    """

    code: str
    name: str
    severity: Severity
    default: bool
    summary: str
    why: str
    fix: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    date: dt.date | None
    find: Find

    @property
    def family(self) -> str:
        """The first three letters of the code."""
        return self.code[:3]


_found: dict[str, Check] = {}


def check(
    *,
    code: str,
    name: str,
    severity: Severity,
    summary: str,
    why: str,
    fix: str,
    fires: tuple[str, ...],
    silent: tuple[str, ...],
    default: bool = True,
    date: dt.date | None = None,
) -> Callable[[F], F]:
    """Register a function ``Record -> findings`` as a rule.

    Raises
    ------
    ValueError
        If the code is not three letters of a family and three digits, or the code or the
        name is taken.
    """
    if not _CODE.fullmatch(code) or code[:3] not in FAMILIES:
        raise ValueError(f"{code!r} is no code of a rule; families are {', '.join(FAMILIES)}")

    def register(function: F) -> F:
        for known in _found.values():
            same = known.find.__module__ == function.__module__
            if (known.code == code or known.name == name) and not same:
                raise ValueError(f"{code} {name!r}: taken by {known.find.__module__}")
        _found[code] = Check(
            code, name, severity, default, summary, why, fix, fires, silent, date, function
        )
        return function

    return register


@cache
def checks() -> tuple[Check, ...]:
    """Every rule of this folder, family by family, then by code."""
    package = importlib.import_module("detente.checks")
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        importlib.import_module(f"detente.checks.{module}")
    families = list(FAMILIES)
    return tuple(sorted(_found.values(), key=lambda c: (families.index(c.family), c.code)))

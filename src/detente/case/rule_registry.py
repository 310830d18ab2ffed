"""Rules about cases find themselves: one file in ``rules/`` each, registered by a decorator."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar, TypeVar

from detente.case.case_finding import CaseFinding
from detente.findings import Severity

if TYPE_CHECKING:
    from detente.case.case_record import CaseRecord

Find = Callable[["CaseRecord"], Iterable[CaseFinding]]
F = TypeVar("F", bound=Find)

FAMILY = "CASE"
_CODE = re.compile(r"CASE[1-9]\d\d")


@dataclass(frozen=True)
class CaseRule:
    """One rule.

    ``summary``, ``why`` and ``fix`` are sentences for the page of the rule; ``fires`` are
    cases (YAML, a title may be left out) on which it must report, ``silent`` cases on which it
    must not.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    fix: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    find: Find
    default: bool = True
    date: ClassVar[None] = None
    family: ClassVar[str] = FAMILY


_found: dict[str, CaseRule] = {}


def rule(
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
) -> Callable[[F], F]:
    """Register a function ``CaseRecord -> findings`` as a rule.

    Raises
    ------
    ValueError
        If the code is not ``CASE`` and three digits, or the code or the name is taken.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no code of a rule about cases; write CASE and three digits")

    def register(function: F) -> F:
        for known in _found.values():
            same = known.find.__module__ == function.__module__
            if (known.code == code or known.name == name) and not same:
                raise ValueError(f"{code} {name!r}: taken by {known.find.__module__}")
        _found[code] = CaseRule(
            code, name, severity, summary, why, fix, fires, silent, function, default
        )
        return function

    return register


@cache
def case_rules() -> tuple[CaseRule, ...]:
    """Every rule of the folder ``rules``, by code."""
    package = importlib.import_module("detente.case.rules")
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        importlib.import_module(f"detente.case.rules.{module}")
    return tuple(sorted(_found.values(), key=lambda r: r.code))


def rules_called(word: str) -> tuple[CaseRule, ...]:
    """The rules that a user means by a code, its beginning, a name, ``ALL`` or ``DEFAULT``."""
    upper, rules = word.upper(), case_rules()
    if upper in ("ALL", "DEFAULT"):
        return tuple(r for r in rules if r.default or upper == "ALL")
    if upper.startswith(FAMILY):
        found = [r for r in rules if r.code.startswith(upper)]
        return tuple(r for r in found if r.default or r.code == upper)
    return tuple(r for r in rules if r.name == word.lower())

"""Extractors find themselves: one file in this folder each, registered by a decorator."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from detente.evidence.reading import Reading

Extract = Callable[["Reading"], list[Any]]
F = TypeVar("F", bound=Extract)


@dataclass(frozen=True)
class Extractor:
    """One way to turn a reading into items.

    ``makes`` is the ledger list it fills, ``needs`` the lists that must be there before it
    runs, ``rules`` one line of explanation for each rule id (items carry ``name.rule``).
    """

    name: str
    makes: str
    needs: tuple[str, ...]
    rules: Mapping[str, str]
    extract: Extract


_found: dict[str, Extractor] = {}


def extractor(
    *, makes: str, rules: Mapping[str, str], needs: tuple[str, ...] = (), name: str | None = None
) -> Callable[[F], F]:
    """Register a function ``Reading -> list of items`` as an extractor.

    ``name`` is the function's module name unless given.
    """

    def register(function: F) -> F:
        key = name or function.__module__.rsplit(".", 1)[-1]
        known = _found.get(key)
        if known is not None and known.extract.__module__ != function.__module__:
            raise ValueError(f"two extractors are called {key!r}")
        _found[key] = Extractor(key, makes, needs, dict(rules), function)
        return function

    return register


@cache
def extractors() -> tuple[Extractor, ...]:
    """Every extractor of this folder, each after all that fill the lists it needs.

    Raises
    ------
    ValueError
        If needs go in a circle, or name a list that nobody fills.
    """
    package = importlib.import_module("detente.evidence")
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        importlib.import_module(f"detente.evidence.{module}")
    waiting = dict(sorted(_found.items()))
    ordered: list[Extractor] = []
    while waiting:
        open_lists = {e.makes for e in waiting.values()}
        ready = [e for e in waiting.values() if not open_lists & set(e.needs)]
        if not ready:
            raise ValueError(f"extractors need each other in a circle: {', '.join(waiting)}")
        for e in ready:
            ordered.append(e)
            del waiting[e.name]
    made = {e.makes for e in ordered}
    for e in ordered:
        for need in e.needs:
            if need not in made:
                raise ValueError(f"extractor {e.name} needs {need!r}, which nobody makes")
    return tuple(ordered)

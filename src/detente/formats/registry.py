"""Formats find themselves: one module or folder in here each, registered by a decorator."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from detente.errors import InputError

if TYPE_CHECKING:
    from detente.case.case import Case

Sniff = Callable[[Path], bool]
Load = Callable[[Path], "Case"]
Save = Callable[["Case", Path], None]


class Form(Protocol):
    """What a format's class holds.

    ``save`` may be None where writing is not sensible. ``sniff`` never raises: it looks at the
    name and the first bytes, and answers False for whatever it cannot read.
    """

    sniff: Sniff
    load: Load
    save: Save | None


F = TypeVar("F", bound=type)


@dataclass(frozen=True)
class Format:
    """One kind of file or folder.

    ``suffixes`` are the endings of its files (``.xml``), ``""`` for a folder, and ``writes`` of
    those that ``save`` makes; ``what`` says in a line what the files hold and how they are read;
    ``source`` says who defines the format.
    ``load`` raises :class:`~detente.errors.InputError` with one clear line for a file that is
    refused, ``save`` raises :class:`~detente.errors.UnsuitableCase` for a case that does not fit.
    """

    name: str
    suffixes: tuple[str, ...]
    what: str
    source: str
    sniff: Sniff
    load: Load
    save: Save | None
    writes: tuple[str, ...]


_found: dict[str, tuple[str, Format]] = {}


def format(
    *,
    name: str,
    suffixes: tuple[str, ...],
    what: str,
    source: str,
    writes: tuple[str, ...] | None = None,
) -> Callable[[F], F]:
    """Register a class whose static methods are ``sniff``, ``load`` and, or None, ``save``.

    ``writes`` is ``suffixes`` unless ``save`` makes files of fewer endings than are read.

    Raises
    ------
    ValueError
        If the name is taken by another module.

    Examples
    --------
    ::

        @format(name="notes", suffixes=(".notes",), what="...", source="...")
        class Notes:
            @staticmethod
            def sniff(path: Path) -> bool: ...
            @staticmethod
            def load(path: Path) -> Case: ...
            save = None
    """

    def register(form: F) -> F:
        taken = _found.get(name)
        if taken is not None and taken[0] != form.__module__:
            raise ValueError(f"two formats are called {name!r}: {taken[0]}, {form.__module__}")
        made = Format(
            name,
            suffixes,
            what,
            source,
            form.sniff,  # type: ignore[attr-defined]
            form.load,  # type: ignore[attr-defined]
            getattr(form, "save", None),
            suffixes if writes is None else writes,
        )
        _found[name] = (form.__module__, made)
        return form

    return register


@cache
def formats() -> tuple[Format, ...]:
    """Every format of this folder, by name."""
    package = importlib.import_module("detente.formats")
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        importlib.import_module(f"detente.formats.{module}")
    return tuple(made for _, (_, made) in sorted(_found.items()))


def format_named(name: str) -> Format:
    """The format of a name.

    Raises
    ------
    InputError
        If there is none; the message lists those there are.
    """
    known = {made.name: made for made in formats()}
    if name not in known:
        raise InputError(f"no format is called {name!r}; there are {', '.join(known)}")
    return known[name]


def sniffed(path: Path) -> Format:
    """The format that a file or folder is in, by its first bytes.

    Raises
    ------
    InputError
        If there is no such path, or no format knows it, or several do.
    """
    fits = [made for made in formats() if made.sniff(path)]
    if len(fits) == 1:
        return fits[0]
    if not fits:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder")
        parents = path.absolute().parents[:2] if path.is_file() else []
        whole = next((p for p in parents if any(made.sniff(p) for made in formats())), None)
        hint = f"its folder {whole} is" if whole else "`detente convert --list` shows them"
        raise InputError(f"{path}: in no format that is read here; {hint}")
    names = ", ".join(made.name for made in fits)
    raise InputError(f"{path}: could be {names}; say which with --from")


def load_any(path: Path, *, name: str | None = None) -> Case:
    """The case in a file or folder of any format; ``name`` says which, else it is sniffed.

    Raises
    ------
    InputError
        If it is in no known format, or is refused; one line says why.
    MissingExtra
        If reading it needs a package that is not installed.
    """
    made = format_named(name) if name else sniffed(path)
    # What follows a # names a part of a file or folder to a format that knows such parts.
    if not path.exists() and "#" not in path.name:
        raise InputError(f"{path}: no such file or folder")
    return made.load(path)


def save_any(case: Case, path: Path, *, name: str | None = None) -> None:
    """Write a case in the format of a name, else in the one format with the path's ending.

    Raises
    ------
    InputError
        If no format or several write such a path, or the format is only read.
    UnsuitableCase
        If the case holds what the format cannot.
    """
    made = format_to_write(path, name=name)
    assert made.save is not None
    made.save(case, path)


def format_to_write(path: Path, *, name: str | None = None) -> Format:
    """The format of a name, else the one format that is written with the path's ending.

    Raises
    ------
    InputError
        If no format or several write such a path, or the format is only read.
    """
    if name is not None:
        made = format_named(name)
        if made.save is None:
            raise InputError(f"{name} is read, not written; `detente convert --list` shows which")
        return made
    ending = path.suffix.lower()
    fits = [made for made in formats() if made.save is not None and ending in made.writes]
    if len(fits) == 1:
        return fits[0]
    what = f"ends in {ending}" if ending else "has no ending"
    if not fits:
        raise InputError(f"{path}: no format that is written {what}; say which with --to")
    names = ", ".join(made.name for made in fits)
    raise InputError(f"{path}: {what}, which {names} write; say which with --to")

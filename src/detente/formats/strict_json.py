"""JSON of other tools, as strict as a case's own, and its parts by their kinds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from detente.case.json_reading import read_json
from detente.errors import InputError
from detente.formats.bounded import exact, first_bytes
from detente.formats.opened import read_text


def read_exact_json(path: Path) -> Any:
    """The data of a file; numbers are :class:`decimal.Decimal`.

    Raises
    ------
    InputError
        If it is no JSON, is too large or too deep, or has a key twice.
    """
    return read_json(read_text(path), str(path), number=_number)


def read_plain_json(path: Path) -> Any:
    """The data of a file; numbers are whole or floating ones.

    Raises
    ------
    InputError
        As :func:`read_exact_json`.
    """
    return read_json(read_text(path), str(path))


def starts_with_object(path: Path) -> bool:
    """True if the first letter of a file is an opening brace."""
    return first_bytes(path).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def mapping(value: Any, where: str) -> dict[str, Any]:
    """The value, which must be a mapping.

    Raises
    ------
    InputError
        If it is something else; the message begins with ``where``.
    """
    if not isinstance(value, dict):
        raise InputError(f"{where} is {_kind(value)}, where a mapping belongs")
    return value


def sequence(value: Any, where: str) -> list[Any]:
    """The value, which must be a list.

    Raises
    ------
    InputError
        If it is something else; the message begins with ``where``.
    """
    if not isinstance(value, list):
        raise InputError(f"{where} is {_kind(value)}, where a list belongs")
    return value


def number(value: Any, where: str) -> Fraction:
    """The value as an exact number.

    Raises
    ------
    InputError
        If it is none; the message begins with ``where``.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float):
        raise InputError(f"{where} is {_kind(value)}, where a number belongs")
    return exact(repr(value) if isinstance(value, float) else str(value), where)


def text(value: Any, where: str) -> str:
    """The value, which must be a text or a number.

    Raises
    ------
    InputError
        If it is something else; the message begins with ``where``.
    """
    if isinstance(value, bool) or not isinstance(value, str | Decimal | int | float):
        raise InputError(f"{where} is {_kind(value)}, where a text belongs")
    return str(value)


def _kind(value: Any) -> str:
    kinds = {
        dict: "a mapping",
        list: "a list",
        str: "a text",
        bool: "yes or no",
        type(None): "empty",
    }
    return kinds.get(type(value), "a number")


def _number(digits: str) -> Decimal:
    if len(digits) > 60:
        raise ValueError(f"a number of {len(digits):,} digits is too large")
    return Decimal(digits)

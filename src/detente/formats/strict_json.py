"""JSON of bounded size and depth, numbers as exact decimals, no key twice, no NaN."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from detente.errors import InputError
from detente.formats.bounded import exact, first_bytes, read_text


class _Refused(ValueError):
    """What the parser's hooks object to."""


def read_json(path: Path) -> Any:
    """The data of a file; numbers are :class:`decimal.Decimal`.

    Raises
    ------
    InputError
        If it is no JSON, is too large or too deep, or has a key twice.
    """
    try:
        return json.loads(
            read_text(path),
            parse_float=_number,
            parse_int=_number,
            parse_constant=_not_finite,
            object_pairs_hook=_once,
        )
    except json.JSONDecodeError as error:
        raise InputError(
            f"{path}: line {error.lineno}, column {error.colno}: not JSON ({error.msg})"
        ) from None
    except RecursionError:
        raise InputError(f"{path}: nested too deep") from None
    except _Refused as error:
        raise InputError(f"{path}: {error}") from None


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
        raise _Refused(f"a number of {len(digits):,} digits")
    return Decimal(digits)


def _not_finite(word: str) -> None:
    raise _Refused(f"{word} is no number that can be calculated with")


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _Refused(f"the key {key[:60]!r} stands there twice")
        made[key] = value
    return made

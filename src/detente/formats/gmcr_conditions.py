"""Conditions of a graph-model file: options taken or not, joined by and, alternatives by or."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.case.expressions import Both, Constant, Expression, Not, Taken, parse_expression
from detente.errors import InputError, UnsuitableCase

#: A condition is met if all options of one of its members are as said.
Member = dict[int, bool]
_MOST_MEMBERS = 2_000


def members_of(given: Any, options: int, where: str) -> list[Member]:
    """The members of a condition: of ``[[0, "Y"], [2, "N"]]`` one, of a compound several.

    Raises
    ------
    InputError
        If it is no condition over ``options`` options; ``where`` begins the message.
    """
    if isinstance(given, dict):
        if not isinstance(given.get("members"), list):
            raise InputError(f"{where}: a compound condition needs a list of members")
        inner = [members_of(member, options, where) for member in given["members"]]
        return [member for found in inner for member in found]
    if not isinstance(given, list):
        raise InputError(f'{where}: a condition is a list of pairs such as [0, "Y"]')
    member: Member = {}
    for pair in given:
        fits = (
            isinstance(pair, list)
            and len(pair) == 2
            and isinstance(pair[0], int)
            and not isinstance(pair[0], bool)
            and pair[1] in ("Y", "N")
        )
        if not fits:
            raise InputError(f'{where}: {str(pair)[:60]} is no pair such as [0, "Y"]')
        if not 0 <= pair[0] < options:
            raise InputError(f"{where}: option {pair[0]} is not in the file; it has {options}")
        if member.setdefault(pair[0], pair[1] == "Y") != (pair[1] == "Y"):
            raise InputError(f"{where}: option {pair[0]} is both taken and not taken")
    return [member]


def as_expression(members: Sequence[Member], moves: Sequence[str]) -> str:
    """The condition as people write it.

    >>> as_expression([{0: True, 1: False}], ["withdraw", "invade"])
    'withdraw and not invade'
    >>> as_expression([{0: True, 1: False}, {1: True}], ["withdraw", "invade"])
    '(withdraw and not invade) or invade'
    """
    if not members:
        return "false"
    written = [_written(member, moves) for member in members]
    if len(written) == 1:
        return written[0]
    return " or ".join(f"({w})" if len(m) > 1 else w for w, m in zip(written, members, strict=True))


def _written(member: Member, moves: Sequence[str]) -> str:
    words = [moves[k] if taken else f"not {moves[k]}" for k, taken in sorted(member.items())]
    return " and ".join(words) or "true"


def members_in(text: str, rows: Mapping[str, int]) -> list[Member]:
    """The members of an expression over moves; ``rows`` numbers them.

    Raises
    ------
    UnsuitableCase
        If the expression cannot be read, names a move that is not there, or has more than
        2,000 alternatives.
    """
    try:
        expression = parse_expression(text)
    except InputError as error:
        raise UnsuitableCase(str(error)) from None
    return _members(expression, rows, positive=True)


def _members(expression: Expression, rows: Mapping[str, int], *, positive: bool) -> list[Member]:
    match expression:
        case Constant(value):
            return [{}] if value == positive else []
        case Taken(move):
            if move not in rows:
                raise UnsuitableCase(f"an expression names the move {move!r}, which is not there")
            return [{rows[move]: positive}]
        case Not(of):
            return _members(of, rows, positive=not positive)
        case Both("iff", left, right):
            apart = positive is False
            first = _joined(left, right, rows, (True, not apart))
            return _few([*first, *_joined(left, right, rows, (False, apart))])
        case Both(word, left, right):
            # a if b is a or not b; the negation of a choice is a conjunction of negations.
            second = not positive if word == "if" else positive
            if (word == "and") == positive:
                return _joined(left, right, rows, (positive, second))
            either = _members(left, rows, positive=positive)
            return _few([*either, *_members(right, rows, positive=second)])


def _joined(
    left: Expression, right: Expression, rows: Mapping[str, int], signs: tuple[bool, bool]
) -> list[Member]:
    first = _members(left, rows, positive=signs[0])
    second = _members(right, rows, positive=signs[1])
    if len(first) * len(second) > _MOST_MEMBERS:
        raise UnsuitableCase("an expression has too many alternatives for a condition of the file")
    made = []
    for a in first:
        for b in second:
            if all(a.get(option, taken) == taken for option, taken in b.items()):
                made.append({**a, **b})
    return _few(made)


def _few(members: list[Member]) -> list[Member]:
    """Without repeats, and no more than a file should hold."""
    made = list({tuple(sorted(m.items())): m for m in members}.values())
    if len(made) > _MOST_MEMBERS:
        raise UnsuitableCase("an expression has too many alternatives for a condition of the file")
    return made

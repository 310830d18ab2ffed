"""What each state is worth to a party: statements, rankings and utilities as arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.case.expressions import BadExpression, Expression, evaluate, moves_in, parse_expression
from detente.case.move import Preference
from detente.errors import UnsuitableCase

Booleans = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]
Whole = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

# States looked at together: one array of truth values of them fits in a processor's cache.
BLOCK = 1 << 18


@dataclass(frozen=True)
class Payoff:
    """What states are worth to one party, the larger the better.

    ``values`` is (n_states,); ``compared`` is False for a feasible state that the preference
    leaves out, None if there is none such. ``unknown`` pairs cannot be compared. ``is_utility``
    is True if differences mean something, ``central`` if a range stands behind a number.
    """

    values: Integers | Floats | Whole
    is_utility: bool = False
    compared: Booleans | None = None
    unknown: tuple[tuple[int, int], ...] = ()
    central: bool = False


def expression(text: str, moves: Sequence[str], where: str) -> Expression:
    """An expression over moves that are there.

    Raises
    ------
    UnsuitableCase
        With the path, if it cannot be read or names a move that is not there.
    """
    try:
        made = parse_expression(text)
    except BadExpression as error:
        raise UnsuitableCase(f"{where}: {error}") from None
    known = set(moves)
    for move in moves_in(made):
        if move not in known:
            raise UnsuitableCase(f"{where}: the move {move!r} is not in the case; add it to moves")
    return made


def over_states(
    made: Sequence[Expression],
    moves: Sequence[str],
    states: Integers | int,
    use: Callable[[slice, list[Booleans]], None],
) -> None:
    """Call ``use`` with each block of states and the truth of every expression there.

    ``states`` are bits of moves taken, or how many states there are if all are meant. Truth
    values are made for one block at a time, so memory does not grow with the states.
    """
    place = {move: at for at, move in enumerate(moves)}
    total = states if isinstance(states, int) else states.size
    for begin in range(0, total, BLOCK):
        end = min(total, begin + BLOCK)
        if isinstance(states, int):
            block = np.arange(begin, end, dtype=np.int64)
        else:
            block = states[begin:end]
        bits: dict[str, Booleans] = {}

        def taken(move: str, block: Integers = block, bits: dict[str, Booleans] = bits) -> Booleans:
            if move not in bits:
                bits[move] = ((block >> place[move]) & 1).astype(bool)
            return bits[move]

        truths = [
            np.broadcast_to(np.asarray(evaluate(e, taken), dtype=bool), block.shape) for e in made
        ]
        use(slice(begin, end), truths)


def statement_payoff(
    preference: Preference, where: str, moves: Sequence[str], n_states: int
) -> Payoff:
    """Statements in order of weight as one number a state: the j-th of n weighs 2^(n - j)."""
    made = [
        expression(text, moves, f"{where}.statements[{n}]")
        for n, text in enumerate(preference.statements)
    ]
    values: Any = np.zeros(n_states, np.int32 if len(made) <= 30 else np.int64)
    # One number holds so many statements beside the ranks of what came before.
    fold = max(30, 62 - n_states.bit_length())
    for first in range(0, len(made), fold):
        if first:
            values = np.unique(values, return_inverse=True)[1].reshape(-1).astype(np.int64)
        _append(values, made[first : first + fold], moves)
    return Payoff(values)


def _append(values: Any, made: Sequence[Expression], moves: Sequence[str]) -> None:
    """Shift a bit for each expression into the values."""

    def add(block: slice, truths: list[Booleans]) -> None:
        here = values[block]
        for truth in truths:
            here <<= 1
            here += truth

    over_states(made, moves, values.size, add)


def listed_payoff(
    preference: Preference,
    where: str,
    state_of: Callable[[str, str], int | None],
    n_states: int,
    can_be: Booleans,
) -> Payoff:
    """A ranking or utilities as payoffs.

    ``state_of`` gives the number of a written state (with its path, for messages), None where
    the state cannot be.
    """
    is_utility = bool(preference.utilities)
    values = np.zeros(n_states)  # whole numbers of ranks are exact in it as well
    compared = ~can_be
    central = False

    def put(text: str, path: str, value: float) -> None:
        state = state_of(text, path)
        if state is None:
            return
        if compared[state]:
            raise UnsuitableCase(
                f"{path}: the state {text!r} stands there already; leave it at one place"
            )
        values[state] = value
        compared[state] = True

    for rank, tied in enumerate(preference.ranking):
        for place, text in enumerate(tied):
            put(text, f"{where}.ranking[{rank}][{place}]", -rank)
    for text, number in preference.utilities.items():
        put(text, f"{where}.utilities['{text}']", number.central)
        central = central or not number.certain
    made: Integers | Floats = values if is_utility else values.astype(np.int64)
    left_out = None if compared.all() else compared
    pairs = unknown_pairs(preference, where, state_of)
    return Payoff(made, is_utility, left_out, pairs, central)


def unknown_pairs(
    preference: Preference, where: str, state_of: Callable[[str, str], int | None]
) -> tuple[tuple[int, int], ...]:
    """Pairs of feasible states that the preference says cannot be compared."""
    pairs = []
    for number, texts in enumerate(preference.unknown):
        one, other = (state_of(text, f"{where}.unknown[{number}]") for text in texts)
        if one is not None and other is not None and one != other:
            pairs.append((one, other))
    return tuple(pairs)

"""A conflict in option form, as integers.

A state is an integer whose bits say which options are taken. Every party's options are
neighbouring bits, the first party's the lowest. So one party's moves from a state stay inside a
*cell*: the states that agree in all other parties' bits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

BOTH, START, STOP = 0, 1, 2

Payoffs = npt.NDArray[np.int32] | npt.NDArray[np.int64] | npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class OptionForm:
    """Options, what can be taken back, which states cannot be, and what each is worth.

    Parameters
    ----------
    bits : tuple of int
        Number of options of each party, in the order of the bits.
    payoffs : array of shape (n_parties, 2 ** sum(bits))
        The larger, the better; only the order counts. int32, int64 or float64, finite.
    directions : array of shape (sum(bits),), optional
        ``BOTH``, ``START`` (can only be taken) or ``STOP`` (can only be ended) for each option.
    feasible : boolean array of shape (2 ** sum(bits),), optional
        False where a state cannot be. All states are possible if it is left out.

    Raises
    ------
    ValueError
        If shapes do not fit, a payoff is not finite, or a party has no option.
    """

    bits: tuple[int, ...]
    payoffs: Payoffs
    directions: Bytes = field(default_factory=lambda: np.zeros(0, np.uint8))
    feasible: Booleans | None = None

    def __post_init__(self) -> None:
        total = sum(self.bits)
        if not self.bits or min(self.bits) < 0 or total < 1:
            raise ValueError("a model needs at least one party with at least one option")
        if self.payoffs.shape != (len(self.bits), 1 << total):
            raise ValueError(
                f"payoffs have shape {self.payoffs.shape}; "
                f"{len(self.bits)} parties with {total} options need {len(self.bits), 1 << total}"
            )
        if self.payoffs.dtype not in (np.int32, np.int64, np.float64):
            raise ValueError("payoffs are int32, int64 or float64")
        if self.payoffs.dtype == np.float64 and not np.isfinite(self.payoffs).all():
            raise ValueError("a payoff is not finite")
        if self.directions.size == 0:
            object.__setattr__(self, "directions", np.zeros(total, np.uint8))
        if self.directions.shape != (total,) or self.directions.max(initial=0) > STOP:
            raise ValueError(f"directions need {total} values of BOTH, START or STOP")
        if self.feasible is not None and self.feasible.shape != (1 << total,):
            raise ValueError(f"feasible needs {1 << total} values")

    @property
    def n_parties(self) -> int:
        """How many parties there are."""
        return len(self.bits)

    @property
    def n_states(self) -> int:
        """How many combinations of options there are, possible or not."""
        return 1 << sum(self.bits)

    @cached_property
    def first_bit(self) -> tuple[int, ...]:
        """Number of the lowest bit of each party."""
        return tuple(sum(self.bits[:p]) for p in range(len(self.bits)))

    @cached_property
    def can_be(self) -> Booleans:
        """True where a state is feasible."""
        return np.ones(self.n_states, bool) if self.feasible is None else self.feasible

    def reach(self, party: int) -> Booleans:
        """Within a cell of ``party``, of shape (K, K): True where the move row -> column is legal.

        The diagonal is False.
        """
        size = 1 << self.bits[party]
        row, column = np.arange(size)[:, None], np.arange(size)[None, :]
        legal = row != column
        for bit in range(self.bits[party]):
            direction = self.directions[self.first_bit[party] + bit]
            before, after = (row >> bit) & 1, (column >> bit) & 1
            if direction == START:
                legal = legal & (after >= before)
            elif direction == STOP:
                legal = legal & (after <= before)
        made: Booleans = legal
        return made

"""The answer to "why is there no deal": two families of sets of red lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.maths.packages.model import Integers

Set = tuple[int, ...]


def smallest_first(sets: Iterable[Set]) -> tuple[Set, ...]:
    """Sets in the order of size, then of their members."""
    return tuple(sorted(sets, key=lambda one: (len(one), one)))


@dataclass(frozen=True)
class Blocks:
    """Sets of places in :class:`~detente.maths.blocks.lines.Lines`, smallest first.

    Parameters
    ----------
    relaxing : tuple of sets
        Give up all lines of one of these and some deal stands; give up fewer of them and none
        does. Only the empty set where deals stand already; no set at all where even without
        any line none does.
    blocking : tuple of sets
        The lines of one of these leave no deal that stands; without any one of them they do.
        Only the empty set where even without any line no deal stands; none where deals stand.
    relaxing_complete, blocking_complete : bool
        Whether these are proven to be all.
    least : int
        Proven: no set of fewer lines opens a deal.
    witness : tuple of (n_issues,) integer arrays
        For each of ``relaxing`` a deal that stands without those lines.
    method : str
        ``enumeration`` or ``mixed-integer programmes``.
    """

    relaxing: tuple[Set, ...]
    blocking: tuple[Set, ...]
    relaxing_complete: bool
    blocking_complete: bool
    least: int
    witness: tuple[Integers, ...]
    method: str

    @property
    def open(self) -> bool:
        """True where deals stand as it is."""
        return self.relaxing == ((),)

    @property
    def hopeless(self) -> bool:
        """True where no deal would stand even without any red line."""
        return self.blocking == ((),)

    @property
    def complete(self) -> bool:
        """Whether both families are proven to be whole."""
        return self.relaxing_complete and self.blocking_complete

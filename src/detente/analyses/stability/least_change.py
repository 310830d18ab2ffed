"""The fewest comparisons with a wanted state that must change for it to be stable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.analyses.stability.inverse_conditions import Condition, States

# Places of the search that are looked at before it gives up proving.
_MOST_PLACES = 200_000
_MOST_SHOWN = 5


@dataclass(frozen=True)
class Change:
    """Sets of states that the party must cease to prefer to the wanted one, all of one size.

    ``least`` is proven: no smaller set does. It is the size of the sets shown if ``complete``.
    """

    sets: tuple[States, ...]
    least: int
    complete: bool

    @property
    def size(self) -> int:
        """How many comparisons the sets shown change."""
        return len(self.sets[0])


def least_change(condition: Condition) -> Change:
    """The least change for one party, by search over its size.

    To prefer less to the wanted state never harms its stability, so only comparisons in which
    something is better now need be looked at. Choosing the fewest is a hitting-set problem
    (NP-hard in general); it is solved exactly, size by size.
    """
    better = condition.better
    open_ = [met for met in condition.moves if not met.holds(better)]
    # What each way still asks for: the states in it that are better now.
    asked = [tuple(sorted({way & better for way in met.ways}, key=_order)) for met in open_]
    everything = frozenset(met.target for met in open_)
    search = _Search(asked)
    for size in range(search.bound(frozenset()), len(everything)):
        found = list(search.within(size))
        if search.given_up:
            return Change((everything,), size, False)
        if found:
            return Change(tuple(found[:_MOST_SHOWN]), size, True)
    found = list(search.within(len(everything)))
    sets = tuple(found[:_MOST_SHOWN]) or (everything,)
    return Change(sets, len(everything), not search.given_up or bool(found))


def _order(way: States) -> tuple[int, list[int]]:
    return len(way), sorted(way)


class _Search:
    def __init__(self, asked: list[tuple[States, ...]]) -> None:
        self.asked = asked
        self.places = 0
        self.given_up = False

    def bound(self, chosen: States) -> int:
        """At least so many more: moves whose ways share no state need one state each."""
        used: set[int] = set()
        count = 0
        for ways in self.asked:
            left = [way - chosen for way in ways]
            if any(not way for way in left):
                continue
            states = set().union(*left)
            if not states & used:
                used |= states
                count += min(len(way) for way in left)
        return count

    def within(self, size: int) -> Iterator[States]:
        """Sets of at most so many states that meet every move, each once."""
        seen: set[States] = set()
        for found in self._extend(frozenset(), size, set()):
            if found not in seen:
                seen.add(found)
                yield found
                if len(seen) >= _MOST_SHOWN:
                    return

    def _extend(self, chosen: States, size: int, visited: set[States]) -> Iterator[States]:
        self.places += 1
        if self.places > _MOST_PLACES:
            self.given_up = True
            return
        if chosen in visited or len(chosen) + self.bound(chosen) > size:
            return
        visited.add(chosen)
        unmet = [ways for ways in self.asked if all(way - chosen for way in ways)]
        if not unmet:
            yield chosen
            return
        for way in min(unmet, key=len):
            yield from self._extend(chosen | way, size, visited)

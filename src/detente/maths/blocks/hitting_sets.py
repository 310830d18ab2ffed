"""All smallest sets that meet every one of some sets.

Red lines block all deals together exactly if they meet every set whose giving up opens a deal,
and the other way round (Reiter 1987; Liffiton & Sakallah 2008). The search is MMCS of Murakami
and Uno (2014): a member is added only while each member still meets some set that no other does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class OutOfSteps(Exception):
    """The search was stopped before its end."""


class HittingSets:
    """Iterates over every inclusion-minimal set, as bits, that meets all ``sets``.

    Parameters
    ----------
    sets : sequence of int
        Each a set as bits. Of no sets the empty set meets all; nothing meets the empty set.
    most_steps : int
        Steps after which :class:`OutOfSteps` is raised.
    """

    def __init__(self, sets: Sequence[int], most_steps: int) -> None:
        self.sets = sorted(sets, key=int.bit_count)
        self.steps_left = most_steps
        self.meets: dict[int, int] = {}
        for number, one in enumerate(self.sets):
            bits = one
            while bits:
                low = bits & -bits
                bits ^= low
                member = low.bit_length() - 1
                self.meets[member] = self.meets.get(member, 0) | 1 << number

    def __iter__(self) -> Iterator[int]:
        every = sum(1 << member for member in self.meets)
        return self._grown(0, every, {}, (1 << len(self.sets)) - 1)

    def _grown(
        self, chosen: int, candidates: int, alone: dict[int, int], missed: int
    ) -> Iterator[int]:
        """``alone`` holds for each chosen member the sets that only it meets."""
        if not missed:
            yield chosen
            return
        if self.steps_left <= 0:
            raise OutOfSteps
        self.steps_left -= 1
        branch = self._narrowest(candidates, missed) & candidates
        candidates &= ~branch
        while branch:
            low = branch & -branch
            branch ^= low
            member = low.bit_length() - 1
            meets = self.meets[member]
            after = {m: only & ~meets for m, only in alone.items()}
            if all(after.values()):
                after[member] = missed & meets
                yield from self._grown(chosen | low, candidates, after, missed & ~meets)
                candidates |= low

    def _narrowest(self, candidates: int, missed: int) -> int:
        """The missed set with the fewest candidates."""
        best, least = 0, 1 << 62
        while missed:
            low = missed & -missed
            missed ^= low
            one = self.sets[low.bit_length() - 1]
            width = (one & candidates).bit_count()
            if width < least:
                best, least = one, width
                if width <= 1:
                    break
        return best


def smallest_hitting_sets(
    sets: Sequence[int], *, most: int = 10_000, most_steps: int = 200_000
) -> tuple[list[int], bool]:
    """Inclusion-minimal sets that meet all ``sets``, as bits, and whether these are all of them."""
    found: list[int] = []
    complete = True
    try:
        for one in HittingSets(sets, most_steps):
            if len(found) >= most:
                complete = False
                break
            found.append(one)
    except OutOfSteps:
        complete = False
    return sorted(found, key=lambda s: (s.bit_count(), s)), complete

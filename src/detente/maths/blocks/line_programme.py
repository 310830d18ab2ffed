"""Red lines as rows of a programme, each with a column that gives it up."""

from __future__ import annotations

import numpy as np

from detente.maths.blocks.lines import Lines
from detente.maths.blocks.programme import DealColumns, Programme, Term
from detente.maths.packages.model import NEVER, Booleans, Condition, Integers, RefusedOptions


class LineProgramme:
    """Deals that stand, where some red lines may be given up."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.programme = Programme()
        self.deals = DealColumns(self.programme, lines.model)
        self.given_up = self.programme.columns(len(lines))
        self.refuses = {int(p): self.programme.column(0, 1) for p in np.flatnonzero(self._others)}
        self._rows()

    @property
    def _others(self) -> Booleans:
        return self.lines.rule.others

    def _rows(self) -> None:
        lines, programme = self.lines, self.programme
        if self.refuses:
            most = len(self.refuses) - lines.rule.at_least
            programme.at_least([(c, -1) for c in self.refuses.values()], -most)
        for at, (number, holder) in enumerate(zip(lines.numbers, lines.holders, strict=True)):
            free = [self.given_up[at]]
            if int(holder) in self.refuses:
                free.append(self.refuses[int(holder)])
            floor = int(lines.floors[at])
            if floor > NEVER:
                short = max(0, floor - self.deals.least_worth(int(holder)))
                worth = self.deals.worth(int(holder))
                programme.at_least([*worth, *((c, short) for c in free)], floor, loose=True)
            else:
                programme.at_least([*self._kept(int(number)), *((c, 1) for c in free)], 0)

    def _kept(self, number: int) -> list[Term]:
        """Terms whose sum is below 0 exactly where the line is broken."""
        line = self.lines.model.red_lines[number]
        options = self.deals.options
        if isinstance(line, RefusedOptions):
            return [(options[line.issue][o], -1) for o in np.flatnonzero(line.refused)]
        assert isinstance(line, Condition), "a floor has a row of its own"
        a, b = line.issues
        terms = [(options[a][o], -1) for o in np.flatnonzero(line.when)]
        return terms + [(options[b][o], 1) for o in np.flatnonzero(line.then)]

    def only(self, kept: tuple[int, ...]) -> None:
        """From now on these lines hold and the others are given up."""
        inside = set(kept)
        for at, column in enumerate(self.given_up):
            self.programme.between(column, *((0, 0) if at in inside else (1, 1)))

    def free(self) -> None:
        """From now on each line may be given up or not."""
        for column in self.given_up:
            self.programme.between(column, 0, 1)

    def taking(self, deal: Integers, given_up: tuple[int, ...]) -> dict[int, int]:
        """Columns that are not 0 in the solution that takes a deal and gives up these lines."""
        made = self.deals.taking(deal)
        made.update((self.given_up[at], 1) for at in given_up)
        broken = self.lines.broken(deal[None, :])[0]
        broken[list(given_up)] = False
        for holder in self.lines.holders[broken]:
            made[self.refuses[int(holder)]] = 1
        return made

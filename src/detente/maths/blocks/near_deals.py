"""Deals that break few red lines, by a local search with growing weights.

One option of one issue is changed at a time. Where no change helps, the lines that are broken
there count for more from then on, which drives the search away (the breakout method, Morris
1993). It proves nothing; what it finds spares programmes, or gives them a start.
"""

from __future__ import annotations

import numpy as np

from detente.maths.blocks.lines import Lines
from detente.maths.packages.model import (
    NEVER,
    Booleans,
    Condition,
    Floats,
    Integers,
    RefusedOptions,
)

#: Changes that are made, and after how many of them the search starts elsewhere.
_STEPS = 150
_EACH = 50
#: Changes during which an issue that was changed stays as it is.
_REST = 2


class NearDeals:
    """Looks for deals that stand once few lines are given up."""

    def __init__(self, lines: Lines) -> None:
        self.lines, model = lines, lines.model
        sizes = [table.shape[0] for table in model.points]
        self._issue = np.repeat(np.arange(len(sizes)), sizes)
        self._option = np.concatenate([np.arange(k) for k in sizes]) if sizes else self._issue
        size, widest = len(lines), max(sizes, default=1)
        #: A line that is no floor is broken where both issues have an option of these.
        self._first = np.zeros((size, widest), bool)
        self._second = np.zeros((size, widest), bool)
        self._issues = np.zeros((2, size), np.int64)
        for at, number in enumerate(lines.numbers):
            line = model.red_lines[number] if number < len(model.red_lines) else None
            if isinstance(line, RefusedOptions):
                self._issues[:, at] = line.issue
                self._first[at, : line.refused.size] = line.refused
                self._second[at] = True
            elif isinstance(line, Condition):
                self._issues[:, at] = line.issues
                self._first[at, : line.when.size] = line.when
                self._second[at, : line.then.size] = ~line.then
        self._at = np.arange(size)
        spread = sum(
            (table.max(axis=0) - table.min(axis=0) for table in model.points),
            np.ones(model.n_parties, np.int64),
        )
        self._spread = spread[lines.holders].astype(float)
        self._has_floor = lines.floors > NEVER
        self._of = (lines.holders[:, None] == np.arange(model.n_parties)).astype(float)

    def look(self) -> Integers:
        """The deals that were come by, (n_deals, n_issues), each once; the same every time."""
        model = self.lines.model
        if not model.n_issues or not len(self.lines):
            return np.zeros((1, model.n_issues), np.int64)
        rng = np.random.default_rng(0)
        sizes = np.array([table.shape[0] for table in model.points])
        seen = []
        weights = np.ones(len(self.lines))
        for step in range(_STEPS):
            if step % _EACH == 0:
                deal = rng.integers(0, sizes)
                rests = np.full(sizes.size, -_REST)
                worst = self._score(deal[None, :], weights)[0]
            around = np.repeat(deal[None, :], self._issue.size, axis=0)
            around[np.arange(self._issue.size), self._issue] = self._option
            score = self._score(around, weights)
            score[rests[self._issue] + _REST > step] = np.inf
            score[self._option == deal[self._issue]] = np.inf
            best = int(np.argmin(score))
            if not np.isfinite(score[best]):
                break
            if score[best] >= worst - 1e-9:
                weights += self.broken(deal[None, :])[0]
            deal = around[best]
            rests[self._issue[best]] = step
            worst = self._score(deal[None, :], weights)[0]
            seen.append(deal)
            if worst == 0:
                break
        return np.unique(np.array(seen), axis=0) if seen else deal[None, :]

    def broken(self, deals: Integers) -> Booleans:
        """True where a deal breaks a line, (n_deals, L)."""
        return self._beyond(deals) | (self.lines.missing(deals) > 0)

    def _beyond(self, deals: Integers) -> Booleans:
        """The same for lines that are no floors."""
        made: Booleans = self._first[self._at, deals[:, self._issues[0]]]
        made &= self._second[self._at, deals[:, self._issues[1]]]
        return made

    def _score(self, deals: Integers, weights: Floats) -> Floats:
        """Weights of the lines to be given up, a little more where floors are far."""
        missing = self.lines.missing(deals) / self._spread
        count = np.where(self._has_floor, (missing > 0) + missing, self._beyond(deals))
        return self._to_win(count * weights)

    def _to_win(self, count: Floats) -> Floats:
        rule = self.lines.rule
        of_party = count @ self._of
        others = np.sort(of_party[:, rule.others], axis=1)[:, : rule.at_least]
        made: Floats = of_party[:, rule.required].sum(axis=1) + others.sum(axis=1)
        return made

    def nearest(self, deals: Integers) -> tuple[Integers, tuple[int, ...]]:
        """The deal with the fewest lines to give up, and these lines."""
        broken = self.broken(deals)
        best = int(np.argmin(self._to_win(broken.astype(float))))
        rule, of_party = self.lines.rule, broken[best].astype(float) @ self._of
        others = np.flatnonzero(rule.others)
        won = rule.required.copy()
        won[others[np.argsort(of_party[others], kind="stable")[: rule.at_least]]] = True
        given_up = np.flatnonzero(broken[best] & won[self.lines.holders])
        return deals[best], tuple(int(at) for at in given_up)

"""Answers about packages straight from the definitions, one deal at a time."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from detente.maths.packages.model import Condition, FloorLine, PackageModel, RefusedOptions

Deal = tuple[int, ...]


class Reference:
    """All deals of a model, and which of them are acceptable, efficient and best."""

    def __init__(self, model: PackageModel) -> None:
        self.model = model
        self.deals: list[Deal] = list(product(*(range(t.shape[0]) for t in model.points)))
        self.totals = {deal: self._totals(deal) for deal in self.deals}
        self.accepting = {deal: self._accepting(deal) for deal in self.deals}
        counts = model.voters | model.vetoes
        self.counted = [p for p in range(model.n_parties) if counts[p]]
        self.base = [int(model.alternative[p]) for p in self.counted]

    def _totals(self, deal: Deal) -> list[int]:
        return [
            sum(int(self.model.points[i][o, p]) for i, o in enumerate(deal))
            + sum(int(x.points[deal[x.issues[0]], deal[x.issues[1]], p]) for x in self.model.pairs)
            for p in range(self.model.n_parties)
        ]

    def _accepting(self, deal: Deal) -> set[int]:
        total = self.totals[deal]
        yes = set()
        for p in range(self.model.n_parties):
            fine = not self.model.has_alternative[p] or total[p] >= self.model.alternative[p]
            for line in self.model.red_lines:
                if line.party != p:
                    continue
                if isinstance(line, FloorLine):
                    fine = fine and total[p] >= line.points
                elif isinstance(line, RefusedOptions):
                    fine = fine and not line.refused[deal[line.issue]]
                elif isinstance(line, Condition):
                    a, b = (deal[i] for i in line.issues)
                    fine = fine and (not line.when[a] or bool(line.then[b]))
            if fine:
                yes.add(p)
        return yes

    def stands(self, yes: set[int]) -> bool:
        """Whether a deal stands with these accepting."""
        parties = range(self.model.n_parties)
        return all(p in yes for p in parties if self.model.vetoes[p]) and (
            sum(p in yes for p in parties if self.model.voters[p]) >= self.model.quorum
        )

    def among(self, among: str) -> list[Deal]:
        """Deals that are chosen from."""
        if among == "any":
            return self.deals
        if among == "all":
            return [d for d in self.deals if set(self.counted) <= self.accepting[d]]
        return [d for d in self.deals if self.stands(self.accepting[d])]

    def row(self, deal: Deal) -> tuple[int, ...]:
        """Totals of those whose acceptance counts."""
        return tuple(self.totals[deal][p] for p in self.counted)

    def gains(self, deal: Deal) -> list[int]:
        """Gains of the same."""
        return [t - b for t, b in zip(self.row(deal), self.base, strict=True)]

    def efficient(self, deals: list[Deal]) -> list[Deal]:
        """Deals that no other one beats for somebody and equals for everybody else."""
        rows = {self.row(d) for d in deals}
        good = {
            r
            for r in rows
            if not any(s != r and all(x >= y for x, y in zip(s, r, strict=True)) for s in rows)
        }
        return [d for d in deals if self.row(d) in good]

    def nash(self, deals: list[Deal], weights: tuple[int, ...]) -> list[Deal]:
        """Largest product of positive gains."""
        positive = [d for d in deals if min(self.gains(d)) > 0]
        return _best(
            positive,
            lambda d: prod(g**w for g, w in zip(self.gains(d), weights, strict=True)),
        )

    def leximin(self, deals: list[Deal]) -> list[Deal]:
        """Best for the worst off and so on."""
        return _best(deals, lambda d: sorted(self.gains(d)))

    def utilitarian(self, deals: list[Deal], weights: tuple[int, ...]) -> list[Deal]:
        """Largest weighted sum."""
        return _best(deals, lambda d: sum(x * w for x, w in zip(self.row(d), weights, strict=True)))

    def kalai_smorodinsky(self, deals: list[Deal]) -> list[Deal]:
        """Leximin of shares of the ideal, then of the gains of those who have none."""
        if not deals:
            return []
        ideals = [max(column) for column in zip(*(self.gains(d) for d in deals), strict=True)]

        def key(deal: Deal) -> tuple[list[Fraction], list[int]]:
            pairs = list(zip(self.gains(deal), ideals, strict=True))
            return (
                sorted(Fraction(g, i) for g, i in pairs if i > 0),
                sorted(g for g, i in pairs if i <= 0),
            )

        return _best(deals, key)


def _best(deals: list[Deal], key: Callable[[Deal], Any]) -> list[Deal]:
    top = max((key(d) for d in deals), default=None)
    return [d for d in deals if key(d) == top]

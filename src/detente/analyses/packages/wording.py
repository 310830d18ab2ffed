"""Deals, points and parties in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.case.case import Case
from detente.case.tables import Tables
from detente.maths.packages.model import Integers

_READABLE = 300


@dataclass(frozen=True)
class Words:
    """Names for what the arrays of a case number."""

    case: Case
    tables: Tables

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the parties, with the id where two have the same."""
        names = [party.name for party in self.case.parties]
        return tuple(
            party.name if names.count(party.name) == 1 else f"{party.name} ({party.id})"
            for party in self.case.parties
        )

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """Names of the issues."""
        return tuple(issue.name for issue in self.case.issues)

    def option(self, issue: int, number: int) -> str:
        """The name of an option."""
        return self.tables.options[issue].names[number]

    def deal(self, row: Iterable[int]) -> str:
        """A deal in one cell: the id of the option of each issue, in the order of the case."""
        return ", ".join(self.tables.options[issue].ids[number] for issue, number in enumerate(row))

    def named(self, row: Sequence[int]) -> str:
        """A deal in a sentence: names where they are short enough to be read, else ids."""
        text = "; ".join(
            f"{self.issues[issue]}: {self.option(issue, number)}"
            for issue, number in enumerate(row)
        )
        return f"({text})" if len(text) <= _READABLE else f"({self.deal(row)})"

    def changed(self, row: Sequence[int], base: Sequence[int]) -> str:
        """Where a deal differs from another one."""
        told = [
            f"{self.issues[i]}: {self.option(i, after)} instead of {self.option(i, before)}"
            for i, (after, before) in enumerate(zip(row, base, strict=True))
            if after != before
        ]
        return "; ".join(told) or "no difference"

    def points(self, number: float) -> float:
        """Points of the case, from the whole numbers that are calculated with."""
        return round(float(number) / self.tables.scale, 9)

    def row(self, totals: Integers) -> tuple[float, ...]:
        """Points of several parties."""
        return tuple(self.points(int(total)) for total in totals)

    def about_party(self, party: int) -> tuple[str, ...]:
        """Where the case says what a party asks for."""
        id_ = self.tables.parties[party]
        lines = [
            f"red_lines[{number}]"
            for number, line in enumerate(self.case.red_lines)
            if line.party == id_
        ]
        return (f"parties[{party}]", *lines)

    @cached_property
    def unknown(self) -> list[str]:
        """Of each party that has issues without points, which they are."""
        told = []
        for party, known in enumerate(self.tables.known):
            missing = [self.issues[i] for i in np.flatnonzero(~known)]
            if missing:
                told.append(f"{self.names[party]}: {listed(missing)}")
        return told


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def number_of(count: int, one: str, many: str | None = None) -> str:
    """``1 package``, ``12 packages``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def share(count: int, of: int) -> str:
    """A part of a whole in percent, to two figures that count."""
    if count == of:
        return "all"
    return percent(count / of)


def percent(part: float) -> str:
    """A part of 1 in percent, to two figures that count, and never rounded up to all."""
    if 0.99 < part < 1:
        return f"{min(99.9999, 100 * part):.6g} %"
    return f"{100 * part:.3g} %" if part > 0.1 else f"{100 * part:.2g} %"

"""Red lines in words: whose, what it asks, and what the case rests it on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.analyses.packages.wording import Words
from detente.case.red_line import Floor, Forbid, Tie
from detente.maths.blocks.lines import Lines


@dataclass(frozen=True)
class LineWords:
    """The lines of a model, each with its id, party, sentence and evidence."""

    words: Words
    lines: Lines

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        """For each line of the model its place in the case's red lines, -1 for alternatives."""
        tables = self.words.tables
        ids = [line.id for line in self.words.case.red_lines]
        ordered = (*tables.refusals, *tables.floors, *tables.conditions)
        kinds = (
            *(Forbid for _ in tables.refusals),
            *(Floor for _ in tables.floors),
            *(Tie for _ in tables.conditions),
        )
        seen: dict[type, int] = {}
        of_kind = {
            kind: [n for n, line in enumerate(self.words.case.red_lines) if isinstance(line, kind)]
            for kind in (Forbid, Floor, Tie)
        }
        made = []
        for line, kind in zip(ordered, kinds, strict=True):
            at = of_kind[kind][seen.get(kind, 0)]
            seen[kind] = seen.get(kind, 0) + 1
            assert ids[at] == line.id
            made.append(at)
        return tuple(made)

    def _place(self, line: int) -> int:
        number = int(self.lines.numbers[line])
        return self._numbers[number] if number < len(self._numbers) else -1

    def id(self, line: int) -> str:
        """The line's id; of an alternative ``PARTY:alternative``."""
        at = self._place(line)
        if at >= 0:
            return self.words.case.red_lines[at].id
        return f"{self.words.tables.parties[int(self.lines.holders[line])]}:alternative"

    def party(self, line: int) -> str:
        """The name of the party whose line it is."""
        return self.words.names[int(self.lines.holders[line])]

    def about(self, line: int) -> str:
        """Where it stands in the case."""
        at = self._place(line)
        holder = int(self.lines.holders[line])
        return f"red_lines[{at}]" if at >= 0 else f"parties[{holder}].alternative"

    def evidence(self, line: int) -> tuple[str, ...]:
        """Ids of the evidence behind it."""
        at = self._place(line)
        if at >= 0:
            return self.words.case.red_lines[at].evidence
        party = self.words.case.parties[int(self.lines.holders[line])]
        own = party.alternative.evidence if party.alternative else ()
        return own or party.evidence

    def asks(self, line: int) -> str:
        """What the line asks, without its party: "refuses ..."."""
        at = self._place(line)
        if at < 0:
            party = self.words.case.parties[int(self.lines.holders[line])]
            points = self.words.points(int(self.lines.floors[line]))
            told = f"takes nothing worth less than its alternative, {points:g} points"
            text = party.alternative.text if party.alternative else None
            return f"{told} ({text.rstrip('.')})" if text else told
        red_line = self.words.case.red_lines[at]
        if isinstance(red_line, Floor):
            points = self.words.points(int(self.lines.floors[line]))
            return f"takes nothing worth less than {points:g} points"
        tables = self.words.tables
        if isinstance(red_line, Forbid):
            refusal = next(r for r in tables.refusals if r.id == red_line.id)
            return f"refuses {self._options(refusal.issue, refusal.refused)}"
        tie = next(c for c in tables.conditions if c.id == red_line.id)
        (a, b), when, then = tie.issues, tie.when, tie.then
        return f"accepts {self._options(a, when)} only with {self._options(b, then)}"

    def _options(self, issue: int, chosen: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> str:
        names = [f'"{self.words.option(issue, int(o))}"' for o in np.flatnonzero(chosen)]
        if not names:
            return f"nothing on {self.words.issues[issue]}"
        if len(names) > 4:
            names = [*names[:3], f"{len(names) - 3} more"]
        told = ", ".join(names[:-1]) + " or " + names[-1] if len(names) > 1 else names[0]
        return f"{told} ({self.words.issues[issue]})"

    def sentence(self, line: int) -> str:
        """The line as half a sentence with its party and id."""
        return f"{self.party(line)} {self.asks(line)} [{self.id(line)}]"

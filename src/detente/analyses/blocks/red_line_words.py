"""Red lines in words: whose, what it asks, and what the case rests it on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.analyses.packages.wording import Words
from detente.case.red_line import Floor, Forbid, Tie
from detente.maths.blocks.lines import Lines
from detente.maths.packages.model import Booleans, Condition, FloorLine, RefusedOptions


@dataclass(frozen=True)
class LineWords:
    """The lines of a model, each with its id, party, sentence and evidence."""

    words: Words
    lines: Lines

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        """For each line of the model its place in the case's red lines."""
        lines = list(enumerate(self.words.case.red_lines))
        ordered = [n for n, line in lines if isinstance(line, Forbid)]
        ordered += [n for n, line in lines if isinstance(line, Floor)]
        ordered += [n for n, line in lines if isinstance(line, Tie)]
        return tuple(ordered)

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
        """What the line asks, without its party: "no ...", "at least ..."."""
        number = int(self.lines.numbers[line])
        if number >= len(self._numbers):
            party = self.words.case.parties[int(self.lines.holders[line])]
            points = self.words.points(int(self.lines.floors[line]))
            told = f"at least the alternative, {points:g} points"
            text = party.alternative.text if party.alternative else None
            return f"{told} ({text.rstrip('.')})" if text else told
        red_line = self.lines.model.red_lines[number]
        if isinstance(red_line, FloorLine):
            return f"at least {self.words.points(red_line.points):g} points"
        if isinstance(red_line, RefusedOptions):
            return f"no {self._options(red_line.issue, red_line.refused)}"
        (a, b), when, then = red_line.issues, red_line.when, red_line.then
        return f"{self._options(a, when)} only with {self._options(b, then)}"

    def whose(self, line: int) -> str:
        """The line with its party: "Utopia's no-base"."""
        name = self.party(line)
        ending = "'" if name.endswith("s") else "'s"
        return f"{name}{ending} {self.id(line)}"

    def _options(self, issue: int, chosen: Booleans) -> str:
        names = [f'"{self.words.option(issue, int(o))}"' for o in np.flatnonzero(chosen)]
        if not names:
            return f"option ({self.words.issues[issue]})"
        if len(names) > 4:
            names = [*names[:3], f"{len(names) - 3} more"]
        told = ", ".join(names[:-1]) + " or " + names[-1] if len(names) > 1 else names[0]
        return f"{told} ({self.words.issues[issue]})"

    def issues(self, line: int) -> tuple[int, ...]:
        """The issues it speaks of; none where it is a floor."""
        number = int(self.lines.numbers[line])
        red_lines = self.lines.model.red_lines
        if number >= len(red_lines):
            return ()
        red_line = red_lines[number]
        if isinstance(red_line, RefusedOptions):
            return (red_line.issue,)
        return red_line.issues if isinstance(red_line, Condition) else ()

    def sentence(self, line: int) -> str:
        """The line as half a sentence with its party and id."""
        return f"{self.party(line)}: {self.asks(line)} [{self.id(line)}]"

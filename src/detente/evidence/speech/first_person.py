"""Who says *I* and *we* outside quotations: a turn, a byline, the parties of a declaration."""

from __future__ import annotations

import bisect
import re

from detente.evidence.items import Actor
from detente.evidence.positions.joint_voice import JointVoice
from detente.evidence.reading import Reading
from detente.evidence.speech.transcripts import find_turns

_OPENING = 600
_BYLINE = re.compile(
    r"\b(?:remarks|speech|address|statement|message|interview|letter|lecture|article|op-ed|column"
    r"|declaration|communiqu[eé])\s+(?:\w+\s+){0,2}?(?:by|of|from|with)\b|(?:^|\n)\s*[Bb]y\b",
    re.I,
)
_CODE = re.compile(r"\b[A-Z]{3}\b")
_LABEL = re.compile(r"(?:^|\n)[ \t]*([^\W\d_][^:\n“”\"]{2,80}):(?=\s+[^\W\d_a-z])")


class FirstPerson:
    """Answers for one text whom its *I* and *we* stand for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        turns = find_turns(reading.document)
        self._turn_starts = [t.start for t in turns]
        self._turns = turns
        self._byline: Actor | None = None
        self._labels: list[tuple[int, Actor]] | None = None
        self._read = False

    def actor(self, noun: str, offset: int, joint: JointVoice) -> Actor | None:
        """Whom *i* or *we* at ``offset`` stands for, None where the text does not say."""
        i = bisect.bisect_right(self._turn_starts, offset) - 1
        if i >= 0 and offset < self._turns[i].end:
            return self.of_turn(offset)
        if noun in ("we", "us") and joint.we:
            return joint.we[0]
        if self._turns:
            return None
        return self._label_before(offset) or self._author()

    def of_turn(self, offset: int) -> Actor | None:
        """Who speaks in the turn of a transcript at ``offset``, None outside turns."""
        i = bisect.bisect_right(self._turn_starts, offset) - 1
        if i < 0 or offset >= self._turns[i].end:
            return None
        turn = self._turns[i]
        return self._named(turn.label_start, turn.label_end, bodies=False)

    def _named(self, start: int, end: int, *, bodies: bool) -> Actor | None:
        """The person named there, else the body or state."""
        found = [a for m, a in self._reading.mentions_between(start, end, places=False)]
        people = [a for a in found if a.type in ("person", "anonymous_source")]
        if people:
            return people[-1] if not bodies else people[0]
        return found[0] if found and bodies else None

    def _author(self) -> Actor | None:
        if not self._read:
            self._read = True
            reading = self._reading
            found = _BYLINE.search(reading.text[:_OPENING])
            if found is not None:
                end = reading.text.find("\n", found.end())
                stop = found.end() + 200 if end < 0 else end
                self._byline = self._named(found.end(), stop, bodies=True)
                code = _CODE.search(reading.text, found.end(), stop)
                if self._byline is None and code is not None:
                    # *Statement of FRA*: some records name a state by its code.
                    self._byline = reading.actor(f"state:{code.group()}")
        return self._byline

    def _label_before(self, offset: int) -> Actor | None:
        """*President Ana Ruiz: Colleagues, …*: the last paragraph that opens with a speaker."""
        if self._labels is None:
            reading = self._reading
            self._labels = []
            for m in _LABEL.finditer(reading.text):
                actor = self._named(m.start(1), m.end(1), bodies=False)
                ends = any(
                    mention.span.end == m.end(1)
                    for mention, _ in reading.mentions_between(m.start(1), m.end(1))
                )
                if actor is not None and ends:
                    self._labels.append((m.end(), actor))
        i = bisect.bisect_right(self._labels, offset, key=lambda pair: pair[0]) - 1
        return self._labels[i][1] if i >= 0 else None

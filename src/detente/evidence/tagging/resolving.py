"""Whom a span of a window stands for, and for whom they act."""

from __future__ import annotations

import bisect

from detente.evidence.affairs.relation_homes import HomeStanding
from detente.evidence.positions.cue_page import Page
from detente.evidence.reading import Reading
from detente.evidence.tagging.windows import Candidate

# So many quotations may stand one in the other.
_NESTED = 4
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_COUNTS = frozenset({"both", "two", "three", "four", "the"})


class Meant:
    """Answers for one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._standing = HomeStanding(reading)
        self.page = Page.of(reading)
        self._spoken = sorted(
            (q.span.start, q.span.end, q.speaker or "") for q in reading.quotations
        )
        self._starts = [start for start, _, _ in self._spoken]

    def actors(self, candidate: Candidate, offset: int) -> tuple[str, ...]:
        """The ids of who is meant; empty where the text does not say.

        ``offset`` is where the words stand that the voice of the window is asked for.
        """
        if candidate.actor is not None:
            return (candidate.actor,)
        if candidate.kind == "voice":
            return self._voice(offset)
        if candidate.kind == "we":
            return self._voice(candidate.start)
        if candidate.kind == "joint":
            return self._together(candidate)
        return ()

    def parties(self, candidate: Candidate, offset: int) -> tuple[str, ...]:
        """The ids of those in whose name who is meant acts: a minister's state."""
        found = [self._standing.acts_for(a) for a in self.actors(candidate, offset)]
        return tuple(dict.fromkeys(a for a in found if a is not None))

    def _voice(self, offset: int) -> tuple[str, ...]:
        speaker = self._speaker(offset)
        if speaker is not None:
            return (speaker,) if speaker else ()
        voice = self.page.voice_at(offset)
        if voice is not None:
            return (voice.id,)
        return tuple(a.id for a in self.page.joint.we)

    def _speaker(self, offset: int) -> str | None:
        """Who says the words of the quotation at ``offset``, empty if the text does not say.

        None outside quotations.
        """
        for k in range(bisect.bisect_right(self._starts, offset) - 1, -1, -1)[:_NESTED]:
            start, end, who = self._spoken[k]
            if start <= offset < end:
                return who
        return None

    def _together(self, candidate: Candidate) -> tuple[str, ...]:
        words = self._reading.low[candidate.start : candidate.end].split()
        if words[0] not in _COUNTS:
            return ()
        noun = words[-1] if len(words) > 1 else "sides"
        count = next((w for w in words if w in _NUMBERS), words[0])
        found = self.page.joint.meant(count, noun, candidate.start) or self.page.joint.we
        number = _NUMBERS.get(count)
        return tuple(a.id for a in found) if number in {None, len(found)} else ()

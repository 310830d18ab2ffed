"""The act of saying: a cue, who speaks, and the acts around it in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from detente.evidence.speech.narration import Unit
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speech_cues import Cue
from detente.types import Confidence

Shape = Literal[
    "verb", "inverted", "participle", "noun", "source", "passive", "agent", "carried", "hearsay"
]


@dataclass(frozen=True, slots=True)
class Act:
    """A cue at words ``first`` to ``last`` of ``unit``, and who speaks.

    ``given`` is where the content stands, as words of the unit, where the frame of the cue says
    so itself (its second is None where the end is still to be found). ``weak`` marks a cue that
    says only weakly that something was said.
    """

    unit: Unit
    first: int
    last: int
    cue: Cue
    shape: Shape
    speaker: Speaker | None
    confidence: Confidence
    given: tuple[int, int | None] | None = None
    weak: bool = False

    @property
    def start(self) -> int:
        """Where the cue begins in the text."""
        return self.unit.words[self.first].start

    @property
    def end(self) -> int:
        """Where the cue ends in the text."""
        return self.unit.words[self.last].end


@dataclass(slots=True)
class UnitActs:
    """The acts of one unit, by where they begin, and where their subjects begin.

    ``full`` are the numbers of quotations that are sentences: those end a content, as they are
    quoted and not reported. ``contents`` keeps what was worked out for each act.
    """

    unit: Unit
    acts: Sequence[Act]
    full: frozenset[int] = frozenset()
    begins: dict[int, Act] = field(init=False)
    subjects: frozenset[int] = field(init=False)
    contents: dict[int, tuple[int, int] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.begins = {act.first: act for act in self.acts}
        self.subjects = frozenset(
            act.speaker.first
            for act in self.acts
            if act.speaker is not None and act.shape == "verb" and act.speaker.first < act.first
        )

"""What the briefing is given to show of each question: an analysis, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analyses.base import Analysis

#: The parts of the briefing that answer, in the order of the questions, with their headings.
PARTS: dict[str, tuple[str, str]] = {
    "pressure": ("Pressure", "Where influence and salience would take each issue"),
    "packages": ("Packages", "Which bundles could the parties accept"),
    "blocks": ("Blocks", "What stands in the way of a deal"),
    "levers": ("Levers", "What a mediator would have to add"),
    "stability": ("Stability", "Would it hold, and how is it reached"),
    "probability": ("Probability", "How the answers move with the inputs"),
}


@dataclass(frozen=True, slots=True)
class CannotAnswer:
    """A question that this case cannot be asked; ``why`` says in a sentence what to add."""

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a part of the briefing; a part may hold several answers.

    ``part`` is a key of :data:`PARTS`. Of the answers of a part the first is the main one.
    """

    part: str
    found: Analysis | CannotAnswer

    def __post_init__(self) -> None:
        if self.part not in PARTS:
            raise ValueError(f"{self.part!r} is no part of the briefing: {', '.join(PARTS)}")

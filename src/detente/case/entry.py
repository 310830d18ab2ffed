"""What every entry of a case may carry: evidence, confidence, and the mark of a draft."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from detente.types import Confidence

#: Words with a meaning in expressions such as ``withdraw and not invade``; no id may be one.
RESERVED = frozenset({"and", "or", "not", "if", "then", "iff", "none", "true", "false"})


def _not_reserved(word: str) -> str:
    if word.lower() in RESERVED:
        raise ValueError(f"{word!r} has a meaning in expressions and cannot be an id")
    return word


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=80),
    AfterValidator(_not_reserved),
    Field(description="A short name that other entries refer to: letters, digits, _ and -."),
]
Text = Annotated[str, StringConstraints(max_length=20_000)]


def _year_as_text(given: Any) -> Any:
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else given


#: A date as much of it as is known: ``1978``, ``1978-09`` or ``1978-09-17``.
DateText = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
]


class Part(BaseModel):
    """A frozen part of a case; a key that the model does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Entry(Part):
    """A part that says what it rests on and whether a person has accepted it."""

    evidence: tuple[Id, ...] = Field((), description="Ids of the case's evidence.")
    draft: bool = Field(False, description="True while no person has accepted it.")
    confidence: Confidence | None = Field(None, description="How sure the draft is.")
    basis: Text | None = Field(
        None, description="What it rests on when no document says it, e.g. 'judgement of ...'."
    )

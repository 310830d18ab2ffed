"""What a check says: a code, a severity, a sentence, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.types import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Witness:
    """Words in one document that a finding rests on, and what to see there."""

    document: str
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or doubt in the record.

    ``message`` is one sentence; ``reason`` one line that says why; ``facts`` are the
    reference rows used, each with its source and date; ``fix`` says what to do here, where
    that is more than what the page of the rule says. The first witness is where the finding
    stands; a finding without one is about the record as a whole.
    """

    code: str
    severity: Severity
    message: str
    reason: str = ""
    witnesses: tuple[Witness, ...] = ()
    facts: tuple[str, ...] = ()
    fix: str = ""

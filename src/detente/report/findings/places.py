"""Where in a file the words of a finding stand: lines and columns, from 1."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from detente.checks.waivers import Waiver
from detente.documents.document import Document
from detente.evidence.ledger import Ledger
from detente.findings import Finding, Severity, Witness

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Place:
    """Lines and columns count from 1, columns in code points; the end column is past the end."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Findings:
    """What is to be shown, with the ledger it is about.

    ``paths`` maps document ids to what the user called the file; ``verbatim`` are the
    documents whose file holds the text as it is, so that lines and columns are the file's.
    ``faults`` are rules that failed, one line each.
    """

    ledger: Ledger
    findings: Sequence[Finding]
    waived: Sequence[tuple[Finding, Waiver]] = ()
    unused_waivers: Sequence[Waiver] = ()
    paths: Mapping[str, str] = field(default_factory=dict)
    verbatim: frozenset[str] = frozenset()
    faults: Sequence[str] = ()

    def path(self, document: Document) -> str:
        """What the user called the document."""
        return self.paths.get(document.id, document.name)

    def number(self, document: Document) -> int:
        """The document's place among the documents, from 0."""
        return self._numbers[document.id]

    def place(self, witness: Witness) -> Place:
        """Where the words stand in the document's text."""
        starts = self._starts[witness.document]
        line, column = _at(starts, witness.span.start)
        end_line, end_column = _at(starts, witness.span.end)
        return Place(line, column, end_line, end_column)

    def where(self, witness: Witness) -> str:
        """``file:line:column``, or ``file:¶n`` where the file's own lines are not these."""
        document = self.ledger.document(witness.document)
        if document.id in self.verbatim:
            place = self.place(witness)
            return f"{self.path(document)}:{place.line}:{place.column}"
        paragraph = document.paragraph_at(witness.span.start)
        number = f":¶{paragraph.number}" if paragraph else ""
        return f"{self.path(document)}{number}"

    def line(self, witness: Witness) -> tuple[int, int]:
        """Start and end of the line of text on which the words begin."""
        text = self.ledger.document(witness.document).text
        starts = self._starts[witness.document]
        number = bisect.bisect_right(starts, witness.span.start) - 1
        last = starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
        return starts[number], last

    @property
    def all_findings(self) -> list[Finding]:
        """Those that stand and those that are waived."""
        return [*self.findings, *(f for f, _ in self.waived)]

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the findings."""
        found = {f.severity for f in self.findings}
        return next((s for s in SEVERITIES if s in found), None)

    def counted(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        return {s: sum(f.severity == s for f in self.findings) for s in SEVERITIES}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {d.id: i for i, d in enumerate(self.ledger.documents)}

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        cited = {w.document for f in self.findings for w in f.witnesses}
        cited |= {w.document for f, _ in self.waived for w in f.witnesses}
        return {d.id: _line_starts(d.text) for d in self.ledger.documents if d.id in cited}


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _at(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect.bisect_right(starts, offset) - 1
    return line + 1, offset - starts[line] + 1

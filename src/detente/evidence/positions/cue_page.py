"""A reading with what cues ask of it, indexed once: quotations, statements, actors."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import cast

from detente.evidence.items import Actor, Quotation, ReportedStatement
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.joint_voice import JointVoice
from detente.evidence.reading import Reading
from detente.evidence.speech.first_person import FirstPerson
from detente.evidence.tokens import Sentence


class Page:
    """A reading with what cues ask of it, indexed once: quotations, statements, actors."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        # Hashing the text is the one thing here that costs; every item needs the id.
        self.document = reading.document.id
        self.actors: dict[str, Actor] = {a.id: a for a in reading.actors}
        self.joint = JointVoice(reading)
        self._first_person = FirstPerson(reading)
        full = sorted(
            (q for q in reading.quotations if q.kind == "full" and not is_embedded(reading, q)),
            key=lambda q: q.span.start,
        )
        self.full: Sequence[Quotation] = full
        self._full_starts = [q.span.start for q in full]
        self._statements = sorted(reading.reported_statements, key=lambda s: s.content_span.start)
        self._content_starts = [s.content_span.start for s in self._statements]
        self._cues = sorted(reading.reported_statements, key=lambda s: s.cue_span.start)
        self._cue_starts = [s.cue_span.start for s in self._cues]
        self._sentence_starts = [s.start for s in reading.sentences]
        self._lines: dict[tuple[int, int, bool], Line] = {}

    @classmethod
    def of(cls, reading: Reading) -> Page:
        """The page of a reading, made once for all that look for positions."""
        if "page" not in reading.memo:
            reading.memo["page"] = cls(reading)
        return cast(Page, reading.memo["page"])

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The word of each token in lower case, its apostrophe typographic."""
        lowers = self.reading.lowers
        if "'" not in self.reading.text:
            return lowers
        return tuple([w.replace("'", "’") for w in lowers])

    def voice_at(self, offset: int) -> Actor | None:
        """Whose speech or statement the words at ``offset`` are, outside quotations.

        None where no label or title names one speaker, in a joint text, or without *I* or *we*.
        """
        if not self._in_first_person or self.joint.we:
            return None
        return self._first_person.actor("i", offset, self.joint)

    @cached_property
    def _in_first_person(self) -> bool:
        return len(_FIRST_PERSON.findall(self.reading.text[:_SAMPLE])) > _FEW

    def line(self, start: int, end: int, *, quoted: bool = False) -> Line:
        """The words ``start:end``; ``quoted`` True if they are one speaker's own words."""
        key = (start, end, quoted)
        if key not in self._lines:
            self._lines[key] = Line(self, start, end, quoted=quoted)
        return self._lines[key]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The full quotation that holds ``offset``."""
        i = bisect.bisect_right(self._full_starts, offset) - 1
        return self.full[i] if i >= 0 and offset < self.full[i].span.end else None

    def holds_quotations(self, start: int, end: int) -> bool:
        """True if a full quotation may hold words of ``start:end``."""
        first = bisect.bisect_right(self._full_starts, start)
        if first < len(self.full) and self._full_starts[first] < end:
            return True
        return self.quotation_at(start) is not None

    def quotation_before(self, offset: int) -> Quotation | None:
        """The last full quotation that begins before ``offset``."""
        i = bisect.bisect_left(self._full_starts, offset) - 1
        return self.full[i] if i >= 0 else None

    def statements_over(self, offset: int) -> Iterator[ReportedStatement]:
        """The reported statements whose content holds ``offset``, innermost first."""
        low = bisect.bisect_right(self._content_starts, offset) - 1
        for i in range(low, max(-1, low - 12), -1):
            if offset < self._statements[i].content_span.end:
                yield self._statements[i]

    def statement_cued_at(self, offset: int) -> ReportedStatement | None:
        """The reported statement whose cue holds ``offset``."""
        i = bisect.bisect_right(self._cue_starts, offset) - 1
        return self._cues[i] if i >= 0 and offset < self._cues[i].cue_span.end else None

    def sentences_between(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that share a character with ``start:end``."""
        i = max(0, bisect.bisect_right(self._sentence_starts, start) - 1)
        for sentence in self.reading.sentences[i:]:
            if sentence.start >= end:
                return
            if sentence.end > start:
                yield sentence


_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)\s+\w")
_SAMPLE = 20_000
_FEW = 2


def is_embedded(reading: Reading, quotation: Quotation) -> bool:
    """True for quoted words that carry on the narrator's sentence: *Kenya “will not sign”*.

    They are part of what is reported, no utterance of their own.
    """
    text, start = reading.text, quotation.span.start
    inner = text[start + 1 : start + 40].lstrip()
    if not inner[:1].islower() or inner.split(" ", 1)[0].strip("’',.") in _OWN_SUBJECTS:
        return False
    before = text[max(0, start - 40) : start].rstrip()
    if not before[-1:].isalpha() or before.rsplit(None, 1)[-1].lower() == "that":
        return False
    cue = quotation.cue_span
    return cue is None or text[cue.end : start].strip() != "" or cue.end > start


_OWN_SUBJECTS = frozenset("we i it this that he she they there the our my any no".split())

"""Quotations: words in quotation marks, and who says them.

One item is one outermost pair of marks; the marks are part of its span. A quotation split by
its cue gives two items with one speaker. One that runs over several paragraphs, each opening
with the mark again, gives one item a paragraph, as its span would otherwise hold line breaks
and headings that nobody said; all pieces have the same speaker. A mark that is never closed
ends with its paragraph and makes the item's confidence low.

In a document that is clearly a transcript, the paragraphs of each labelled turn are full
quotations without marks, spoken by the label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.evidence.items import Quotation, QuotationKind
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.evidence.speech.act_finding import find_acts
from detente.evidence.speech.attribution import Attribution
from detente.evidence.speech.narration import Narration
from detente.evidence.speech.quotation_kind import quotation_kind
from detente.evidence.speech.quote_speakers import attribute
from detente.evidence.speech.speech_tree import SpeechTree
from detente.evidence.speech.transcripts import Turn, find_turns
from detente.types import Confidence

RULES = {
    "cue_after": "the cue stands after the quotation: “…,” Ruiz said; “…,” said Ruiz",
    "cue_before": "the cue stands before the quotation: Ruiz said, “…”",
    "source": "according to names the speaker",
    "colon": "a name or a sentence with a colon introduces the quotation, without a cue",
    "paragraph_before": "the paragraph before ends with a cue and a colon",
    "continued": "the quotation goes on from one before it with the same speaker",
    "inside": "a fragment in a clause that a cue governs, before it or as its object",
    "unattributed": "marks with no speaker in the text: a title, a term, a scare quote",
    "turn": "a paragraph of a labelled turn in a transcript",
}


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    item: Quotation


@extractor(makes="quotations", needs=("actors",), rules=RULES)
def extract_quotations(reading: Reading) -> list[Quotation]:
    """Find all quotations of a reading, in text order."""
    narration = Narration.of(reading)
    tree = SpeechTree(reading.parse) if reading.parse is not None else None
    given = attribute(narration, find_acts(narration))
    # Worked out once: a document's id is a hash over its whole text.
    document = reading.document.id
    turns = find_turns(reading.document)
    found: list[_Found] = []
    for marks, attribution in zip(narration.quotes, given, strict=True):
        if attribution.rule == "colon" and any(t.start < marks.start < t.end for t in turns):
            # In a turn a colon may lead to anything: a poem, a saying, someone else's words.
            attribution = replace(attribution, rule="unattributed", speaker=None, confidence="low")
        kind = quotation_kind(reading, marks, direct=attribution.direct, tree=tree)
        if attribution.split and found:
            # *“Trade,” Ruiz said, “is down.”* is one sentence in two halves.
            kind = found[-1].item.kind
        confidence = attribution.confidence if marks.closed or marks.continues else "low"
        found.append(
            _Found(
                marks.start,
                _quotation(
                    reading, document, marks.start, marks.end, kind, attribution, confidence
                ),
            )
        )
    found += [_turn(reading, document, turn) for turn in turns]
    found.sort(key=lambda f: f.start)
    return _numbered(found)


def _numbered(found: Sequence[_Found]) -> list[Quotation]:
    return [replace(f.item, id=f"q{i:02d}") for i, f in enumerate(found, start=1)]


def _quotation(
    reading: Reading,
    document: str,
    start: int,
    end: int,
    kind: QuotationKind,
    given: Attribution,
    confidence: Confidence,
) -> Quotation:
    speaker = given.speaker
    cue = given.cue
    return Quotation(
        id="",
        document=document,
        kind=kind,
        span=reading.span(start, end),
        speaker=None if speaker is None or speaker.actor is None else speaker.actor.id,
        speaker_span=None if speaker is None else reading.span(speaker.start, speaker.end),
        cue_span=None if cue is None else reading.span(cue.start, cue.end),
        cue=None if cue is None else cue.cue.lemma,
        addressee=given.addressee,
        rule=f"quotations.{given.rule}",
        confidence=confidence,
    )


def _turn(reading: Reading, document: str, turn: Turn) -> _Found:
    label = [
        (mention, actor)
        for mention, actor in reading.mentions_between(
            turn.label_start, turn.label_end, places=False
        )
        if actor.type in ("person", "anonymous_source")
    ]
    speaker = label[-1] if label else None
    span = (
        speaker[0].span if speaker is not None else reading.span(turn.label_start, turn.label_end)
    )
    return _Found(
        turn.start,
        Quotation(
            id="",
            document=document,
            kind="full",
            span=reading.span(turn.start, turn.end),
            speaker=speaker[1].id if speaker is not None else None,
            speaker_span=span,
            cue_span=None,
            cue=None,
            addressee=None,
            rule="quotations.turn",
            confidence="high" if turn.opens else "medium",
        ),
    )

"""Reported statements: what somebody is said to say, think or publish, without marks."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.evidence.items import ReportedStatement, StatementType
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.evidence.speech.act_finding import find_acts
from detente.evidence.speech.clauses import content_of
from detente.evidence.speech.narration import Narration
from detente.evidence.speech.quote_marks import QuoteMarks
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speech_acts import Act, UnitActs
from detente.evidence.speech.speech_cues import ANALYST_NOUNS, FEELING
from detente.evidence.speech.statement_modality import statement_modality

RULES = {
    "verb": "a verb of saying, thinking or showing with a clause or an object",
    "participle": "a participle that shares its speaker: …, stressing the need for talks",
    "noun": "a noun that holds a statement: Ruiz’s claim that …",
    "source": "according to X, per X",
    "agent": "a verb with an agent: the raid was condemned by X; a plan proposed by X",
    "carried": "a verb that carries a noun of saying: X made an appeal for …",
    "hearsay": "nobody named says it: reportedly; is believed to …; … was reported",
    "passive": "X was quoted as saying …; it was reported that …",
}
_WORD = re.compile(r"\w+")
_START = 80
_BARE = 5
_EMPTY = frozenset(
    """it its this that these those them him her us me you so not nothing something anything
    everything following few some many of much more less all both one ones same such the a an to do
    be""".split()
)
_NAMELESS = frozenset("named identified anonymous anonymity".split())
_GROUND = frozenset(
    """homeland land lands country territory city town village border borders frontier airspace
    positions themselves itself himself people""".split()
)
# *I think* in somebody's own turn softens a sentence; it reports nothing.
_HEDGES = frozenset("think feel reckon suspect assume".split())
_WEAK = frozenset(
    """link tie label brand reiterate repeat reaffirm liken call term dub discuss exchange
    approve""".split()
)


@extractor(makes="reported_statements", needs=("actors", "quotations"), rules=RULES)
def extract_reported_statements(reading: Reading) -> list[ReportedStatement]:
    """Find all reported statements of a reading, in text order, the outer one first."""
    # Worked out once: a document's id is a hash over its whole text.
    document = reading.document.id
    narration = Narration.of(reading)
    full_starts = {q.span.start for q in reading.quotations if q.kind == "full"}
    full = frozenset(i for i, marks in enumerate(narration.quotes) if marks.start in full_starts)
    found: list[tuple[tuple[int, int, int], ReportedStatement]] = []
    for unit, acts in zip(narration.units, find_acts(narration), strict=True):
        around = UnitActs(unit, acts, full)
        for act in acts:
            made = _statement(narration, document, act, around)
            if made is not None:
                span = made.content_span
                layer = 1 if act.shape == "source" else 0
                found.append(((span.start, -span.end, layer), made))
    found.sort(key=lambda f: (f[0], f[1].cue_span.start))
    return _numbered([item for _, item in found])


def _numbered(items: list[ReportedStatement]) -> list[ReportedStatement]:
    return [replace(item, id=f"r{i:02d}") for i, item in enumerate(items, start=1)]


def _statement(
    n: Narration,
    document: str,
    act: Act,
    around: UnitActs,
) -> ReportedStatement | None:
    content = content_of(n, act, around)
    if content is None or _repeats_a_quotation(n, content, around.full):
        return None
    if not _says_something(n.reading.text[content[0] : content[1]], act.cue.lemma):
        return None
    speaker = act.speaker
    actor = None if speaker is None or speaker.actor is None else speaker.actor.id
    if speaker is not None and speaker.noun == "i":
        turn = _turn_speaker(n.reading, speaker)
        if turn is not None and act.cue.lemma in _HEDGES:
            return None
        actor = actor or turn
    if speaker is None and not _stands_alone(act):
        return None
    shape = "verb" if act.shape == "inverted" else act.shape
    reading = n.reading
    return ReportedStatement(
        id="",
        document=document,
        type=_type(n, act, speaker, content),
        core=not act.weak and act.shape != "noun" and act.cue.lemma not in _WEAK,
        content_span=reading.span(*content),
        speaker=actor,
        speaker_span=None if speaker is None else reading.span(speaker.start, speaker.end),
        cue_span=reading.span(act.start, act.end),
        cue=act.cue.lemma,
        rule=f"reported_statements.{shape}",
        confidence=act.confidence,
        modality=statement_modality(reading, act, content),
    )


def _says_something(content: str, lemma: str) -> bool:
    """A pronoun is no content, nor is the ground that somebody defends in arms."""
    words = [w.lower() for w in _WORD.findall(content[:_START])]
    if all(w in _EMPTY for w in words) or words[0] == "nothing":
        return False
    if words[0] in _EMPTY and words[1] in ("on", "in", "at", "again") and len(words) < _BARE:
        # *Repeated it on Monday*.
        return False
    if lemma in ("ask", "request", "insist") and not _NAMELESS.isdisjoint(words[:8]):
        # *Asked not to be named*: a source's terms, nothing about the matter.
        return False
    return lemma != "defend" or _GROUND.isdisjoint(words[:5])


def _turn_speaker(reading: Reading, speaker: Speaker) -> str | None:
    """*I* in a transcript's turn is whoever has the turn."""
    for quotation in reading.quotations:
        span = quotation.span
        if quotation.rule == "quotations.turn" and span.start <= speaker.start < span.end:
            return quotation.speaker
    return None


def _stands_alone(act: Act) -> bool:
    """*It was reported that*, *reportedly* make a statement of nobody."""
    return act.shape in ("passive", "hearsay")


def _type(
    n: Narration, act: Act, speaker: Speaker | None, content: tuple[int, int]
) -> StatementType:
    if act.shape == "source":
        return "source_attribution"
    if speaker is not None and speaker.is_document:
        return "document"
    if act.cue.type == "document" and speaker is not None and speaker.noun == "it":
        return "document"
    if act.cue.type == "opinion":
        return "opinion"
    if speaker is not None and speaker.how == "preamble":
        # *Recognising the importance of …*: what the parties hold before they agree.
        return "opinion"
    if speaker is not None and speaker.noun in ANALYST_NOUNS and act.shape != "carried":
        return "opinion"
    if act.cue.lemma in ("express", "voice"):
        words = n.reading.text[content[0] : content[0] + 60].lower().split()
        if any(w.strip(",.") in FEELING for w in words[:4]):
            return "opinion"
    if act.cue.lemma == "find":
        return "document" if speaker is not None and _is_body(speaker) else "opinion"
    if act.cue.lemma in ("present", "publish", "release", "unveil"):
        return act.cue.type
    return "speech" if act.cue.type == "document" else act.cue.type


def _is_body(speaker: Speaker) -> bool:
    return speaker.actor is not None and speaker.actor.type not in ("person", "state", "population")


def _repeats_a_quotation(n: Narration, content: tuple[int, int], full: frozenset[int]) -> bool:
    """The content is nothing but one full quotation, which is an item of its own."""
    for i in full:
        marks: QuoteMarks = n.quotes[i]
        if marks.start <= content[0] + 1 and content[1] <= marks.end + 1:
            return True
    return False

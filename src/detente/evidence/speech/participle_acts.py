"""Participles of speech: *…, stating that*, *with Marsh adding*, *a memo saying that*."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import CONJUNCTIONS
from detente.evidence.speech.speaker_phrases import Speaker, phrase_ending
from detente.evidence.speech.speakers import clause_subject, speaker_left
from detente.evidence.speech.speech_acts import Act
from detente.evidence.speech.speech_cues import (
    DOCUMENT_NOUNS,
    NOUN_CUES,
    OF_EVENTS,
    SPEAKER_NOUNS,
    Cue,
)
from detente.evidence.speech.speech_sources import nominal_speaker, source_phrase
from detente.evidence.speech.speech_tree import SpeechTree

_BE = frozenset("is are was were be been being 's ’s".split())

_AS_SAYING = frozenset("quoted cited reported recorded".split())

_PLEADING = frozenset("while by after before when in".split())

_PAPERS = frozenset("statement letter post message tweet speech article op-ed memo report".split())

_QUOTED = Cue("say", "speech", frozenset("qcz"))


def participle_act(
    n: Narration,
    unit: Unit,
    i: int,
    last: int,
    cue: Cue,
    before: str,
    j: int,
    acts: list[Act],
    tree: SpeechTree | None,
) -> Act | None:
    """The act of the participle at word ``i``; ``before`` stands at ``j``, adverbs left out."""
    if j < 0:
        return Act(unit, i, last, cue, "participle", None, "medium")
    if before == "as" and j >= 1:
        quoted = next(
            (k for k in range(j - 1, max(0, j - 12), -1) if unit.low[k] in _AS_SAYING), None
        )
        said = cue if "c" in cue.takes else _QUOTED
        if quoted is not None and unit.low[quoted - 1] in _BE:
            speaker = speaker_left(n, unit, quoted)
            return Act(unit, i, last, said, "passive", speaker, "high")
        if quoted is not None:
            source = source_phrase(n, unit, quoted + 1)
            return Act(unit, i, last, said, "passive", source, "high")
        return None
    beside = n.ending.get(unit.words[j].end)
    if beside is None and before in SPEAKER_NOUNS and "with" in unit.low[max(0, j - 5) : j]:
        # *…, with a spokesman urging calm*.
        first = j - unit.low[max(0, j - 5) : j][::-1].index("with")
        words = unit.words
        other = Speaker(None, words[first].start, words[j].end, before, first, "beside")
        return Act(unit, i, last, cue, "participle", other, "medium")
    if beside is not None or before in ("he", "she", "they"):
        return _with_speaker(n, unit, i, last, cue, j)
    if before in DOCUMENT_NOUNS and cue.takes & {"q", "c"}:
        paper = phrase_ending(n, unit, j)
        if paper is not None and last + 1 < len(unit.low) and unit.low[last + 1] == "that":
            return Act(unit, i, last, cue, "participle", paper, "medium")
    if cue.lemma in OF_EVENTS:
        return None
    if before in (",", QUOTE, "—", "–") or before in CONJUNCTIONS or before in _PLEADING:
        main = next(
            (a for a in reversed(acts) if a.shape in ("verb", "inverted", "passive") and a.speaker),
            None,
        )
        if main is not None and main.speaker is not None:
            return Act(
                unit, i, last, cue, "participle", replace(main.speaker, how="shared"), "medium"
            )
        speaker = tree.speaker(n, unit, i) if tree is not None else None
        speaker = speaker or clause_subject(n, unit, i)
        return Act(
            unit, i, last, cue, "participle", speaker, "low" if speaker is None else "medium"
        )
    if "n" in cue.takes or "q" in cue.takes:
        owner = nominal_speaker(n, unit, j) if before in NOUN_CUES or before in _PAPERS else None
        if owner is not None:
            return Act(unit, i, last, cue, "noun", owner, "medium")
    return None


def _with_speaker(n: Narration, unit: Unit, i: int, last: int, cue: Cue, j: int) -> Act | None:
    """*…, with Marsh stating* and *…, Marsh adding that*."""
    found = n.ending.get(unit.words[j].end)
    if found is None:
        return None
    mention, actor = found
    for k in range(j, max(-1, j - 8), -1):
        if unit.words[k].start < mention.span.start and unit.low[k] in ("with", ","):
            noun = mention.span.text.lower() if mention.kind != "name" else None
            speaker = Speaker(actor, mention.span.start, mention.span.end, noun, k + 1, "beside")
            return Act(unit, i, last, cue, "participle", speaker, "high")
    return None

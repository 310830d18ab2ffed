"""What a quotation is attributed to: its speaker and cue, and who is told."""

from __future__ import annotations

from dataclasses import dataclass

from detente.evidence.speech.narration import Narration, Unit
from detente.evidence.speech.narration_words import PREPOSITIONS
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speech_acts import Act
from detente.types import Confidence

_TO = frozenset("to with".split())
_TOLD = frozenset("tell inform assure remind".split())
_ADDRESS = frozenset("interview speaking spoke letter message remarks statement talking".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker and cue of one quotation.

    ``direct`` if it is introduced as an utterance, ``split`` if it is the second half of one
    that its cue stands in the middle of.
    """

    rule: str
    speaker: Speaker | None = None
    cue: Act | None = None
    addressee: str | None = None
    direct: bool = False
    split: bool = False
    confidence: Confidence = "medium"


def addressee(n: Narration, unit: Unit, act: Act) -> str | None:
    """Who is told: *told Reuters*, *in an interview with the Daily Post*."""
    places: list[int] = []
    if act.cue.lemma in _TOLD:
        places.append(act.last + 1)
    for k, word in enumerate(unit.low):
        if word in _ADDRESS:
            for m in range(k + 1, min(k + 4, len(unit.low))):
                if unit.low[m] in _TO:
                    places.append(m + 1)
                    break
    for k in places:
        for m in range(k, min(k + 4, len(unit.words))):
            found = n.starting.get(unit.words[m].start)
            if found is not None:
                same = act.speaker is not None and act.speaker.actor is found[1]
                if found[0].kind != "demonym" and not same:
                    return found[1].id
                continue
            if not unit.words[m].text.isalpha() or unit.low[m] in PREPOSITIONS:
                break
    return None

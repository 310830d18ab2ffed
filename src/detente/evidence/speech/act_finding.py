"""Every place where the narration says that somebody says, thinks or publishes something."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.speech.narration import Narration, Unit
from detente.evidence.speech.narration_words import skip_back
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speakers import speaker_left
from detente.evidence.speech.speech_acts import Act
from detente.evidence.speech.speech_cues import NOUN_CUES, VERB_FORMS, Cue
from detente.evidence.speech.speech_sources import nominal_speaker, source_phrase
from detente.evidence.speech.speech_tree import SpeechTree
from detente.evidence.speech.verb_acts import shared_speaker, unsaid, verb_act

_PUT = Cue("put", "speech", frozenset("q"))

_CLEAR = Cue("make clear", "speech", frozenset("qco"))

_WORDS = Cue("in the words of", "source_attribution", frozenset("q"))
_CITING = Cue("cite", "source_attribution", frozenset("co"))

_ACCORDING = Cue("according to", "source_attribution", frozenset("qco"))

_PER = Cue("per", "source_attribution", frozenset("co"))


def find_acts(n: Narration) -> list[list[Act]]:
    """The acts of each unit, in the order of their cues; found once a reading."""
    memo = n.reading.memo
    if "acts" not in memo:
        tree = SpeechTree(n.reading.parse) if n.reading.parse is not None else None
        memo["acts"] = tuple(tuple(_acts_of(n, unit, tree)) for unit in n.units)
    return [list(acts) for acts in memo["acts"]]


def _acts_of(n: Narration, unit: Unit, tree: SpeechTree | None) -> list[Act]:
    acts: list[Act] = []
    for i, word in enumerate(unit.low):
        found = VERB_FORMS.get(word)
        act: Act | None = _phrase(n, unit, i, acts)
        if act is None and found is not None and unit.words[i].start not in n.named:
            act = verb_act(n, unit, i, found, acts, tree)
        if act is None and word in NOUN_CUES:
            act = _noun(n, unit, i)
        elif act is None and word in ("according", "per"):
            act = _source(n, unit, i)
        if act is not None:
            acts.append(act)
    return _leading_participles(acts)


def _leading_participles(acts: list[Act]) -> list[Act]:
    """*Citing figures, Ruiz said*: the participle in front shares the speaker behind it."""
    out: list[Act] = []
    for k, act in enumerate(acts):
        if act.shape == "participle" and act.speaker is None and act.first <= 1:
            main = next((a for a in acts[k + 1 :] if a.shape == "verb" and a.speaker), None)
            if main is not None and main.speaker is not None:
                act = replace(act, speaker=replace(main.speaker, how="shared"))
        out.append(act)
    return out


def _phrase(n: Narration, unit: Unit, i: int, acts: list[Act]) -> Act | None:
    """*As Ruiz put it*, *Ruiz made (it) clear that*, *citing officials*."""
    behind = unit.low[i + 1 : i + 4]
    word = unit.low[i]
    if word in ("put", "puts") and behind[:1] == ["it"]:
        return Act(unit, i, i, _PUT, "verb", speaker_left(n, unit, i), "high")
    if word in ("made", "makes") and "clear" in behind[:2] and not unsaid(unit, i):
        last = i + 1 + behind.index("clear")
        speaker = speaker_left(n, unit, i)
        shared = shared_speaker(unit, skip_back(unit, i - 1), acts)
        return Act(unit, i, last, _CLEAR, "verb", speaker or shared, "medium")
    if word == "words" and behind[:1] == ["of"] and unit.low[max(0, i - 2) : i] == ["in", "the"]:
        return Act(unit, i - 2, i + 1, _WORDS, "source", source_phrase(n, unit, i + 2), "high")
    if word in ("citing", "quoting"):
        source = source_phrase(n, unit, i + 1)
        if source is not None and (source.noun is not None or _ends_phrase(unit, i + 1, source)):
            return Act(unit, i, i, _CITING, "source", source, "medium")
    return None


def _ends_phrase(unit: Unit, k: int, source: Speaker) -> bool:
    """Nothing follows the name: *citing Ruiz*, not *citing Ruiz’s failure*."""
    behind = next((j for j in range(k, len(unit.words)) if unit.words[j].start >= source.end), None)
    return (
        source.actor is not None
        and (behind is None or not unit.low[behind][0].isalnum())
        and (behind is None or unit.low[behind] not in ("'s", "’s", "'", "’"))
    )


def _noun(n: Narration, unit: Unit, i: int) -> Act | None:
    speaker = nominal_speaker(n, unit, i)
    if speaker is None:
        return None
    cue = Cue(_singular(unit.low[i]), NOUN_CUES[unit.low[i]], frozenset("qck"))
    return Act(unit, i, i, cue, "noun", speaker, "medium")


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    plural = word.endswith("s") and not word.endswith(("is", "ss"))
    return word[:-1] if plural and word[:-1] in NOUN_CUES else word


def _source(n: Narration, unit: Unit, i: int) -> Act | None:
    if unit.low[i] == "according":
        if unit.low[i + 1 : i + 2] != ["to"] or unit.low[i + 2 : i + 3] == ["which"]:
            return None
        speaker = source_phrase(n, unit, i + 2)
        return Act(unit, i, i + 1, _ACCORDING, "source", speaker, "high")
    speaker = source_phrase(n, unit, i + 1)
    if speaker is None or speaker.actor is None or speaker.first > i + 2:
        return None
    return Act(unit, i, i, _PER, "source", speaker, "medium")

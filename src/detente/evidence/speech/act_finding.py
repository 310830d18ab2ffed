"""Every place where the narration says that somebody says, thinks or publishes something."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.speech.frame_acts import complement, frame_act
from detente.evidence.speech.frame_words import (
    ADJECTIVES,
    CARRIERS,
    HELD,
    OWNED,
    REPORTEDLY,
    RUMOURED,
)
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import skip_back
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speakers import speaker_left
from detente.evidence.speech.speech_acts import Act
from detente.evidence.speech.speech_cues import NOUN_CUES, VERB_FORMS, Cue, CueForm
from detente.evidence.speech.speech_sources import nominal_speaker, source_phrase
from detente.evidence.speech.speech_tree import SpeechTree
from detente.evidence.speech.standing_in import StandIns
from detente.evidence.speech.verb_acts import cue_at, shared_speaker, unsaid, verb_act

_PUT = Cue("put", "speech", frozenset("q"))

_CLEAR = Cue("make clear", "speech", frozenset("qco"))

_WORDS = Cue("in the words of", "source_attribution", frozenset("q"))
_CITING = Cue("cite", "source_attribution", frozenset("co"))

_ACCORDING = Cue("according to", "source_attribution", frozenset("qco"))

_VIEWED = Cue("in view", "source_attribution", frozenset("qco"))
_VIEWS = frozenset("view opinion judgment judgement telling account perspective".split())
_VIEW = 7

_PER = Cue("per", "source_attribution", frozenset("co"))
_PHRASES = frozenset("put puts made makes words citing quoting".split()) | _VIEWS
# Most words begin nothing; only these are looked at.
_BEGINNINGS = frozenset(
    {"according", "per", *_PHRASES, *VERB_FORMS, *NOUN_CUES, *OWNED}
    | {*ADJECTIVES, *REPORTEDLY, *RUMOURED, *CARRIERS}
)


def find_acts(n: Narration) -> list[list[Act]]:
    """The acts of each unit, in the order of their cues; found once a reading."""
    memo = n.reading.memo
    if "acts" not in memo:
        tree = SpeechTree(n.reading.parse) if n.reading.parse is not None else None
        meant = StandIns(n)
        memo["acts"] = tuple(
            tuple(_resolved(act, meant) for act in _acts_of(n, unit, tree)) for unit in n.units
        )
    return [list(acts) for acts in memo["acts"]]


def _resolved(act: Act, meant: StandIns) -> Act:
    """The act with the actor behind *he*, *we* or *the two leaders*."""
    if act.speaker is None:
        heads = act.shape == "participle" and act.unit.low[0].endswith("ing")
        heads = heads or (act.shape == "verb" and _opens_item(act.unit, act.first))
        return replace(act, speaker=meant.preamble(act.unit)) if heads else act
    subject = act.shape not in ("noun", "agent", "source")
    speaker = meant.resolved(act.unit, act.speaker, subject=subject)
    if speaker.noun == "it" and speaker.actor is None:
        # *It* stands for anything; only where a body spoke before does it speak.
        return replace(act, speaker=None)
    return act if speaker is act.speaker else replace(act, speaker=speaker)


def _acts_of(n: Narration, unit: Unit, tree: SpeechTree | None) -> list[Act]:
    acts: list[Act] = []
    for i, word in enumerate(unit.low):
        if i and word not in _BEGINNINGS:
            continue
        found = VERB_FORMS.get(word)
        act: Act | None = _phrase(n, unit, i, acts) or frame_act(n, unit, i, acts, tree)
        if act is None and found is not None and unit.words[i].start not in n.named:
            act = verb_act(n, unit, i, found, acts, tree)
        if act is None and (word in NOUN_CUES or word in OWNED):
            act = _noun(n, unit, i)
        elif act is None and word in ("according", "per"):
            act = _source(n, unit, i)
        elif act is None and found is not None and found.form in ("base", "s"):
            act = _in_list(unit, i, found)
        if act is not None:
            acts.append(act)
    return _leading_participles(acts)


def _in_list(unit: Unit, i: int, found: CueForm) -> Act | None:
    """*The two sides: / – welcome the plan;*: a verb whose subject stands in the line above."""
    if not _opens_item(unit, i) or not unit.words[i].text[:1].isalpha():
        return None
    cue, last = cue_at(unit, i, found)
    if not cue.takes & {"o", "k", "c", "w"} or found.cue.lemma in ("see", "show", "find"):
        return None
    return Act(unit, i, last, cue, "verb", None, "medium")


def _opens_item(unit: Unit, i: int) -> bool:
    """The word at ``i`` is the first of its sentence, bullets and numbers left out."""
    return i < 4 and not any(w.isalpha() and len(w) > 2 for w in unit.low[:i])


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
    if i == 0 and word in ("to", "for") and QUOTE in unit.low:
        # *To Ruiz, the talks are “a farce”*.
        source = source_phrase(n, unit, 1)
        who = None if source is None else source.actor
        if source is None or who is None or who.type != "person" or source.first > 3:
            return None
        if "," not in unit.low[source.first : source.first + 6]:
            return None
        cue = Cue(word, "opinion", frozenset("q"))
        return Act(unit, 0, 0, cue, "source", source, "low")
    if word in _VIEWS and unit.low[0] in ("in", "from") and i < _VIEW and behind[:1] == [","]:
        # *In Ruiz’s view, …*
        owner = nominal_speaker(n, unit, i)
        return None if owner is None else Act(unit, 0, i, _VIEWED, "source", owner, "medium")
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
    word = unit.low[i]
    kind = NOUN_CUES.get(word) or OWNED[word]
    cue = Cue(_singular(word), kind, frozenset("qck"))
    behind = i + 1
    while behind < len(unit.words) and unit.words[behind].start < speaker.end:
        behind += 1
    named = speaker.actor is not None and speaker.noun is None
    that = unit.low[behind : behind + 1] == ["that"]
    holds = named and not that and word in HELD
    given = complement(n, unit, i, behind) if holds else None
    if given is None and word not in NOUN_CUES and not (named and that):
        return None
    return Act(unit, i, i, cue, "noun", speaker, "medium", given)


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

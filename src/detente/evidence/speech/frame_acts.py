"""Frames in which somebody speaks without a plain verb of speech."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.speech.clause_starts import finite_after, past_addressee
from detente.evidence.speech.frame_words import (
    ADJECTIVES,
    CARRIED,
    CARRIERS,
    COMPLEMENTS,
    LINKS,
    OBJECTS,
    PAPERS,
    REPORTEDLY,
    RUMOURED,
)
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from detente.evidence.speech.phrase_bounds import clause_begin, noun_begin
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speakers import speaker_left
from detente.evidence.speech.speech_acts import Act, Shape
from detente.evidence.speech.speech_cues import NOUN_CUES, VERB_FORMS, Cue, CueForm
from detente.evidence.speech.speech_sources import source_phrase
from detente.evidence.speech.speech_tree import SpeechTree
from detente.evidence.speech.verb_acts import cue_at, shared_speaker, unsaid

_WINDOW = 9
_ASIDE = 16
_ANSWERS = frozenset("response reply answer objection objections tribute attention".split())
_BE = frozenset("is are was were been being be".split())
# Of passives that name nobody only these tell of a statement.
_TOLD = frozenset("report allege rumour".split())


def frame_act(
    n: Narration, unit: Unit, i: int, acts: list[Act], tree: SpeechTree | None
) -> Act | None:
    """The act of a frame whose cue begins at word ``i``."""
    word = unit.low[i]
    if word in ADJECTIVES:
        return _adjective(n, unit, i)
    if word in REPORTEDLY:
        return _reportedly(unit, i)
    if unit.words[i].start in n.named:
        return None
    if word in RUMOURED and unit.low[i + 1 : i + 2] == ["to"]:
        return _rumoured(unit, i)
    if word in CARRIERS:
        carried = _carried(n, unit, i, acts, tree)
        if carried is not None:
            return carried
    found = VERB_FORMS.get(word)
    if found is not None and found.form == "past":
        return _by_agent(n, unit, i, found)
    return None


def _adjective(n: Narration, unit: Unit, i: int) -> Act | None:
    """*Ruiz is confident that the talks will go on*."""
    kind, prepositions = ADJECTIVES[unit.low[i]]
    j = i - 1
    while j > 0 and (is_adverb(unit, j) or unit.low[j] in ("very", "quite", "more", "less")):
        j -= 1
    if j < 1 or unit.low[j] not in LINKS or unsaid(unit, i):
        return None
    behind = unit.low[i + 1] if i + 1 < len(unit.low) else "."
    clause = behind == "that"
    if not clause and behind not in prepositions:
        opens = behind in DETERMINERS or behind in PRONOUNS or _named(n, unit, i + 1)
        if not opens or not finite_after(n, unit, i + 1, strict=True):
            return None
    speaker = speaker_left(n, unit, j)
    if speaker is None or speaker.noun in ("it", "this", "that"):
        return None
    first = i + 2 if clause or behind in prepositions else i + 1
    takes = frozenset("o" if behind in prepositions else "c")
    given = (first, None) if first < len(unit.words) else None
    return Act(unit, i, i, Cue(unit.low[i], kind, takes), "verb", speaker, "medium", given)


def _named(n: Narration, unit: Unit, k: int) -> bool:
    return k < len(unit.words) and unit.words[k].start in n.starting


def _reportedly(unit: Unit, i: int) -> Act | None:
    cue = Cue(unit.low[i], "source_attribution", frozenset("c"))
    given = (clause_begin(unit, i), None)
    return Act(unit, i, i, cue, "hearsay", None, "low", given, weak=True)


def _rumoured(unit: Unit, i: int) -> Act | None:
    """*The ship is said to have left*: somebody says so, the text does not say who."""
    j = i - 1
    while j > 0 and is_adverb(unit, j):
        j -= 1
    if j < 1 or unit.low[j] not in _BE or unsaid(unit, i) or unit.low[j - 1] in PRONOUNS | {"have"}:
        return None
    lemma = VERB_FORMS[unit.low[i]].cue.lemma if unit.low[i] in VERB_FORMS else "rumour"
    cue = Cue(lemma, "speech", frozenset("c"))
    given = (clause_begin(unit, j), None)
    return Act(unit, i, i, cue, "hearsay", None, "low", given, weak=True)


def _carried(
    n: Narration, unit: Unit, i: int, acts: list[Act], tree: SpeechTree | None
) -> Act | None:
    """*Made an appeal for calm*, *presented a plan*: a noun of saying and what carries it."""
    lemma = CARRIERS[unit.low[i]]
    at = i + 1
    if unit.low[at : at + 1] and unit.low[at] in ("to", "with"):
        # *Presented to both sides a plan*: who is told stands first.
        at = past_addressee(n, unit, at + 1)
    if lemma not in OBJECTS and lemma not in CARRIED:
        return None
    nouns = OBJECTS.get(lemma, frozenset()) | CARRIED.get(lemma, frozenset())
    m = _noun_among(unit, at, nouns)
    if m is None:
        return None
    speaker = _who(n, unit, i, acts, tree)
    if speaker is None:
        return None
    if unit.low[m] in OBJECTS.get(lemma, frozenset()):
        paper = unit.low[m] in PAPERS and lemma in ("present", "publish", "release", "unveil")
        cue = Cue(lemma, "document" if paper else "speech", frozenset("oq"))
        return Act(unit, i, i, cue, "verb", speaker, "medium", (at, None))
    given = complement(n, unit, m, m + 1)
    behind = unit.low[m + 1] if m + 1 < len(unit.low) else "."
    quoted = QUOTE in unit.low[m + 1 : m + 3] or behind == ":"
    if given is None and not quoted:
        return None
    kind = NOUN_CUES.get(unit.low[m], "speech")
    takes = frozenset("qc" if behind == "that" else "qo")
    cue = Cue(f"{lemma} {unit.low[m]}", kind, takes)
    return Act(unit, i, m, cue, "carried", speaker, "medium", given, weak=True)


def _noun_among(unit: Unit, k: int, nouns: frozenset[str]) -> int | None:
    """The first noun of ``nouns`` in the noun phrase that begins at ``k``."""
    for m in range(k, min(len(unit.low), k + _WINDOW)):
        word = unit.low[m]
        if word in nouns and unit.low[m + 1 : m + 2] != ["-"]:
            return m
        if not (unit.words[m].text[0].isalnum() or word in ("-", "'s", "’s")):
            return None
        if word in MODALS or word in AUXILIARIES or word in PREPOSITIONS:
            return None
    return None


def _who(
    n: Narration, unit: Unit, i: int, acts: list[Act], tree: SpeechTree | None
) -> Speaker | None:
    """Whose the carrying verb at ``i`` is."""
    j = i - 1
    while j >= 0 and is_adverb(unit, j):
        j -= 1
    before = unit.low[j] if j >= 0 else ""
    if before in ("to", "not", "") or before in _BE or before in DETERMINERS or unsaid(unit, i):
        return None
    if unit.low[i].endswith("ing"):
        main = next((a for a in reversed(acts) if a.speaker and a.shape != "source"), None)
        if before not in (",", "and") or main is None or main.speaker is None:
            return None
        return replace(main.speaker, how="shared")
    if before in PREPOSITIONS:
        return None
    speaker = shared_speaker(unit, j, acts) or speaker_left(n, unit, i)
    return speaker or (tree.speaker(n, unit, i) if tree is not None else None)


def complement(n: Narration, unit: Unit, noun: int, k: int) -> tuple[int, int | None] | None:
    """Where the words begin that a noun of saying holds; ``k`` is the word behind it."""
    if k + 1 >= len(unit.low):
        return None
    word, behind = unit.low[k], unit.low[k + 1]
    if word == "that":
        return k + 1, None
    if word not in COMPLEMENTS and not (word == "with" and unit.low[noun] == "issue"):
        return None
    if word == "from" or behind in DAYS or behind.isdigit():
        return None
    if word != "to" or unit.low[noun] in _ANSWERS:
        return (k + 1, None) if behind[0].isalnum() or behind == QUOTE else None
    told = behind in DETERMINERS or _named(n, unit, k + 1)
    if not told:
        return (k, None) if unit.words[k + 1].text == behind and behind.isalpha() else None
    after = past_addressee(n, unit, k + 1)
    if after == k + 1 or after + 1 >= len(unit.low):
        return None
    if unit.low[after] == "that":
        return after + 1, None
    return (after, None) if unit.low[after] == "to" else None


def _by_agent(n: Narration, unit: Unit, i: int, found: CueForm) -> Act | None:
    """*The raid was condemned by Ruiz*, *a plan proposed by Ruiz*."""
    cue, last = cue_at(unit, i, found)
    if not cue.takes & {"o", "k", "c"} or cue.type == "document" or cue.lemma in _DEEDS:
        return None
    by = last + 1
    while by < len(unit.low) and (is_adverb(unit, by) or unit.low[by] in DAYS):
        by += 1
    j = i - 1
    while j >= 0 and (is_adverb(unit, j) or unit.low[j] in AUXILIARIES):
        j -= 1
    passive = any(unit.low[m] in _BE for m in range(j + 1, i))
    agent = None
    if unit.low[by : by + 1] == ["by"] and by + 1 < len(unit.low):
        agent = source_phrase(n, unit, by + 1)
    if agent is None and not (passive and cue.lemma in _TOLD):
        return None
    if agent is not None and agent.actor is None and agent.noun is None:
        return None
    if j < 0 or unsaid(unit, i) or (not passive and j != i - 1 and unit.low[i - 1] in AUXILIARIES):
        return None
    relative = unit.low[j] in ("which", "that", "who")
    if relative:
        j -= 1
    if j >= 0 and unit.low[j] == "," and (relative or not passive):
        j -= 1
    elif j > 0 and unit.low[j] == ",":
        # *The plan, put forward in May, has been criticised by Ruiz*.
        opening = (m for m in range(j - 1, max(0, j - _ASIDE), -1) if unit.low[m] == ",")
        j = next(opening, 0) - 1
    word = unit.low[j] if j >= 0 else ""
    if not word or not (word[0].isalnum() or word == ")") or word in _NO_NOUN:
        return None
    if agent is None and (relative or unit.low[i + 1 : i + 2] in (["that"], ["to"], ["as"])):
        return None
    begin = noun_begin(unit, j)
    if passive and not relative:
        begin = min(begin, clause_begin(unit, j + 1))
        if begin > 1 and unit.low[begin - 1] == "that" and unit.low[begin - 2] in NOUN_CUES:
            # *Ruiz’s demand that the port be returned was rejected by Marsh.*
            begin = noun_begin(unit, begin - 2)
    weak = agent is None or relative or not passive
    shape: Shape = "hearsay" if agent is None else "agent"
    return Act(unit, i, last, cue, shape, agent, "medium", (begin, j + 1), weak)


_DEEDS = frozenset(
    "order see find feel put show request invite offer accept lead quote cite".split()
)
_NO_NOUN = (
    CONJUNCTIONS
    | PREPOSITIONS
    | MODALS
    | DETERMINERS
    | frozenset("he she we they i it who which as to that when if not".split())
)

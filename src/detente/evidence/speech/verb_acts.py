"""Verbs of speech: which forms say something, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.speech.inverted_phrases import phrase_starting
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    skip_back,
)
from detente.evidence.speech.participle_acts import participle_act
from detente.evidence.speech.speaker_phrases import (
    SOMEBODY,
    Speaker,
    before_titles,
    known,
)
from detente.evidence.speech.speakers import clause_subject, speaker_left
from detente.evidence.speech.speech_acts import Act
from detente.evidence.speech.speech_cues import (
    DOCUMENT_NOUNS,
    NOUN_LIKE,
    PARTICLES,
    PREPOSITIONAL,
    VERB_FORMS,
    Cue,
    CueForm,
)
from detente.evidence.speech.speech_tree import SpeechTree
from detente.types import Confidence

_BE = frozenset("is are was were be been being 's ’s".split())

# *Won’t say*, *I’ll say*, *I’d say*: nothing is said by it.
_CUT = ("n't", "n’t", "'ll", "’ll", "'d", "’d")

_QUESTIONS = [[w] for w in "about whether if why how by what when".split()]
_UNTOLD = frozenset("if unless whether until lest".split())
_NOBODY = frozenset("no neither nor none nobody".split())
_TALK = frozenset("say tell add".split())
# *Discussing the plan* tells what somebody is at, not what was said.
_WHOLE = frozenset("discuss approve authorise authorize designate direct".split())
_PLANNED = frozenset("propose agree suggest recommend promise demand".split())
_THE = frozenset("the a an his her their its one another".split())
_WISHES = frozenset("like wish want".split())
# *I would say* and *let me stress* do what they name; *I would agree* need not.
_TELLING = frozenset(
    "say stress emphasise emphasize underline underscore note add repeat reiterate recall".split()
)
_RELATIVE = 8
_GOES_ON = frozenset("on continued proceeded began seemed appeared".split())

# *Subtly endorsing the plan* is the narrator's reading, not what was said.
_READ_INTO = frozenset(
    """subtly indirectly implicitly tacitly effectively essentially apparently seemingly
    potentially perhaps possibly arguably""".split()
)


def verb_act(
    n: Narration,
    unit: Unit,
    i: int,
    found: CueForm,
    acts: list[Act],
    tree: SpeechTree | None,
) -> Act | None:
    """The act of the verb at word ``i``, None where nothing is said by it."""
    cue, last = cue_at(unit, i, found)
    if not cue.takes or unit.low[i + 1 : i + 2] in (["tank"], ["tanks"]):
        return None
    j = i - 1
    while j >= 0 and is_adverb(unit, j):
        j -= 1
    before = unit.low[j] if j >= 0 else ""
    must = _must_say(unit, i, j)
    if must is not None and cue.lemma in _TELLING and unit.low[must] in ("me", "us"):
        token = unit.words[must]
        me = Speaker(None, token.start, token.end, token.text, must, "beside")
        return Act(unit, i, last, cue, "verb", me, "medium")
    if must is not None and cue.lemma in _TELLING:
        return _finite(n, unit, i, last, cue, must + 1, acts, tree)
    if unsaid(unit, i) or (unit.low[-1] == "?" and before in PRONOUNS):
        return None
    if found.form == "ing" and before not in _BE:
        if cue.lemma in _WHOLE:
            return None
        if unit.low[i - 1] in _READ_INTO:
            return None
        return participle_act(n, unit, i, last, cue, before, j, acts, tree)
    if before == "to":
        said = _wish_to_say(unit, i, j)
        if said is not None and cue.takes & {"c", "o", "k"}:
            return _finite(n, unit, i, last, cue, said + 1, acts, tree)
        k = j - 1
        if k > 3 and unit.low[k - 2 : k + 1] == ["so", "far", "as"]:
            # *Went so far as to speak of treason*.
            return _finite(n, unit, i, last, cue, k - 3, acts, tree)
        if not (k >= 1 and unit.low[k] in _GOES_ON):
            return None
        return _finite(n, unit, i, last, cue, k if unit.low[k] != "on" else k - 1, acts, tree)
    if unit.low[i] == "asked" and before == "," and unit.low[i + 1 : i + 2] in _QUESTIONS:
        # *Ruiz, asked about the raid, shrugged*: others did the asking.
        return None
    if found.form == "past" and before == "having":
        if unit.low[max(0, j - 1)] != "as":
            return None
        return participle_act(n, unit, i, last, cue, "as", j - 1, acts, tree)
    if found.form == "past" and (j < 0 or before in ("when", "as", "if", "once")):
        # *Asked about the raid*, *as agreed*: the subject is the one who was asked.
        return None
    if found.form == "past" and (before in _BE or before == "being"):
        return _passive(n, unit, i, last, cue, j)
    if not _stands_as_verb(n, unit, i, last, found, before, j, tree):
        return None
    return _finite(n, unit, i, last, cue, i, acts, tree)


def _wish_to_say(unit: Unit, i: int, to: int) -> int | None:
    """*I would like to thank*, *we wish to stress*: saying so does it. The pronoun's place."""
    k = to - 1
    if k < 1 or unit.low[k] not in _WISHES:
        return None
    k -= 1
    while k > 0 and (unit.low[k] in ("would", "should", "also", "just", "am", "are", "will")):
        k -= 1
    return k if unit.low[k] in ("i", "we") else None


def _must_say(unit: Unit, i: int, j: int) -> int | None:
    """*I must say*, *let me stress*: the place of the pronoun."""
    if j < 1:
        return None
    if unit.low[j] in ("must", "would", "should") and unit.low[j - 1] in ("i", "we"):
        return j - 1
    return j if unit.low[j] in ("me", "us") and unit.low[j - 1] == "let" else None


def cue_at(unit: Unit, i: int, found: CueForm) -> tuple[Cue, int]:
    """The cue and its last word: *call* with *on* behind it is another cue than *call*."""
    j = i + 1
    while j < len(unit.low) and is_adverb(unit, j):
        j += 1
    particle = PARTICLES.get((found.cue.lemma, unit.low[j] if j < len(unit.low) else ""))
    if (
        particle is not None
        and unit.low[j + 1 : j + 2]
        and unit.low[j + 1] in particle.prepositions
    ):
        return particle.cue, j + 1
    if j < len(unit.low):
        longer = PREPOSITIONAL.get((found.cue.lemma, unit.low[j]))
        behind = unit.low[j + 1] if j + 1 < len(unit.low) else "."
        if longer is not None and behind not in DAYS and not behind.isdigit():
            return longer, j
    return found.cue, i


def unsaid(unit: Unit, i: int) -> bool:
    """*Did not say*, *may say*, *will say*: nothing was said."""
    for k in range(i - 1, max(-1, i - 5), -1):
        word = unit.low[k]
        if word in MODALS or word in NEGATIONS or word.endswith(_CUT):
            return True
        if word not in AUXILIARIES and not is_adverb(unit, k):
            return False
    return False


def _stands_as_verb(
    n: Narration,
    unit: Unit,
    i: int,
    last: int,
    found: CueForm,
    before: str,
    j: int,
    tree: SpeechTree | None,
) -> bool:
    following = unit.low[last + 1] if last + 1 < len(unit.low) else "."
    if found.form == "past":
        if before in DETERMINERS and before not in SOMEBODY:
            return before in ("that", "both", "this", "all", "these", "those")
        return True
    if found.form == "base" and before in ("the", "a", "an", "his", "her", "their", "its"):
        return False
    if found.cue.lemma == "show" and before in DOCUMENT_NOUNS:
        return True
    if found.cue.lemma in NOUN_LIKE:
        if j >= 0 and unit.words[i].text[:1].isupper():
            # *Executive Order 14257* is a name.
            return False
        if before in DETERMINERS or before in PREPOSITIONS or before in ("'s", "’s", ""):
            return False
        if before in VERB_FORMS and VERB_FORMS[before].form != "base":
            # *highlighting fears*, *expressed doubts*: the noun is the other verb's object.
            return False
        opens = (
            following in ("that", ":", QUOTE)
            or following in DETERMINERS
            or following in PRONOUNS
            or (last + 1 < len(unit.words) and unit.words[last + 1].start in n.starting)
            or (following == "," and last + 2 < len(unit.low) and unit.low[last + 2] == QUOTE)
        )
        said = tree.is_verb(unit.words[i].start) if tree is not None else None
        if said is None:
            return opens or following.isdigit()
        beside = i > 0 and unit.words[i - 1].end in n.ending
        return said or (opens and (beside or following == "that"))
    return True


def _finite(
    n: Narration,
    unit: Unit,
    i: int,
    last: int,
    cue: Cue,
    subject_at: int,
    acts: list[Act],
    tree: SpeechTree | None,
) -> Act | None:
    inverted = _inverted(n, unit, i, last, cue)
    if inverted is not None:
        return Act(unit, i, last, cue, "inverted", inverted, "high")
    speaker = speaker_left(n, unit, subject_at)
    if speaker is not None and speaker.actor is None and speaker.noun not in PRONOUNS:
        speaker = _before_relative(n, unit, speaker) or speaker
    if speaker is not None and _nothing_said(n, unit, speaker):
        return None
    if speaker is not None and speaker.actor is not None:
        sure: Confidence = "high" if speaker.how == "beside" else "medium"
        return Act(unit, i, last, cue, "verb", speaker, sure)
    if speaker is not None and (speaker.noun in PRONOUNS or speaker.how == "beside"):
        return Act(unit, i, last, cue, "verb", speaker, "medium")
    j = skip_back(unit, subject_at - 1)
    shared = shared_speaker(unit, j, acts)
    if shared is not None and VERB_FORMS[unit.low[i]].form == "base" and not _plural(unit, acts):
        # *Efforts to prevent and respond*: an infinitive goes on, nobody responded.
        return None
    if shared is not None:
        return Act(unit, i, last, cue, "verb", shared, "medium")
    if tree is not None:
        grown = tree.speaker(n, unit, i)
        if grown is not None:
            return Act(unit, i, last, cue, "verb", grown, "medium")
    if speaker is not None:
        return Act(unit, i, last, cue, "verb", speaker, "medium")
    anybody = _anybody(n, unit, j) if cue.lemma in _TALK else None
    if anybody is not None:
        return Act(unit, i, last, cue, "verb", anybody, "low")
    joined = j >= 0 and (unit.low[j] in CONJUNCTIONS or unit.low[j] == ",")
    past = VERB_FORMS[unit.low[i]].form == "past"
    if joined and (tree is None or (past and unit.low[j] != ",")):
        main = clause_subject(n, unit, i)
        return None if main is None else Act(unit, i, last, cue, "verb", main, "low")
    return None


def _before_relative(n: Narration, unit: Unit, speaker: Speaker) -> Speaker | None:
    """*Envoy Ana Ruiz who heads a group of aides said*: the clause between is no subject."""
    for k in range(speaker.first - 1, max(0, speaker.first - _RELATIVE), -1):
        if unit.low[k] == "who":
            found = n.ending.get(unit.words[k - 1].end)
            return None if found is None else known(unit, k - 1, found, "beside")
        if not unit.words[k].text.isalpha():
            return None
    return None


def _nothing_said(n: Narration, unit: Unit, speaker: Speaker) -> bool:
    """*If Ruiz says …*, *neither Ruiz nor Marsh commented*, *did Ruiz say so?*."""
    if unit.low[speaker.first] in _NOBODY:
        return True
    lead = before_titles(n, unit, speaker.first - 1)
    if (
        unit.low[-1] == "?"
        and lead >= 0
        and (unit.low[lead] in AUXILIARIES or unit.low[lead] in MODALS)
    ):
        return True
    return lead >= 0 and (unit.low[lead] in _UNTOLD or unit.low[lead] in _NOBODY)


def _anybody(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """*Her husband says*: whoever says something is somebody, if the phrase is short and plain."""
    if j > 2 and unit.low[j] == ",":
        # *The operator, Tidelink, said*: a name nobody knows between commas.
        comma = next((m for m in range(j - 1, max(0, j - 6), -1) if unit.low[m] == ","), 0)
        name = unit.words[comma + 1 : j]
        if comma < 2 or not all(w.text[:1].isupper() and w.start not in n.starting for w in name):
            return None
        j = comma - 1
    k = j
    while k > 0 and j - k < 3 and unit.words[k].text.isalpha() and unit.words[k].text.islower():
        if unit.low[k - 1] in _THE and unit.low[k] not in AUXILIARIES:
            if k > 1 and unit.low[k - 2] in PREPOSITIONS:
                return None
            return Speaker(None, unit.words[k - 1].start, unit.words[j].end, None, k - 1, "beside")
        k -= 1
    return None


def shared_speaker(unit: Unit, j: int, acts: list[Act]) -> Speaker | None:
    """*Welcomed the plan but warned*: the verb before has the same subject."""
    if j < 0 or unit.low[j] not in CONJUNCTIONS:
        return None
    for act in reversed(acts):
        if act.shape in ("verb", "participle", "inverted") and act.speaker is not None:
            between = unit.low[act.last + 1 : j]
            if QUOTE in between[1:] and act.shape != "verb":
                return None
            return replace(act.speaker, how="shared")
    return None


def _plural(unit: Unit, acts: list[Act]) -> bool:
    """The last act's verb is a base form too: *Analysts say … and warn*."""
    form = VERB_FORMS.get(unit.low[acts[-1].first]) if acts else None
    return form is not None and form.form == "base"


def _inverted(n: Narration, unit: Unit, i: int, last: int, cue: Cue) -> Speaker | None:
    if "q" not in cue.takes or last + 1 >= len(unit.words):
        return None
    j = i - 1
    while j >= 0 and is_adverb(unit, j):
        j -= 1
    after_quote = j >= 0 and (
        unit.low[j] == QUOTE or (unit.low[j] in (",", "—", "–") and j and unit.low[j - 1] == QUOTE)
    )
    if after_quote and cue.type == "opinion":
        # *“Full control” worries the league* is no inverted tag.
        last_quote = next(k for k in range(i - 1, -1, -1) if unit.low[k] == QUOTE)
        after_quote = n.reading.text[n.quotes[unit.quote_at[last_quote]].inner_end - 1] in ",?!"
    if after_quote:
        return phrase_starting(n, unit, last + 1)
    if j < 0 or unit.low[j] != ",":
        return None
    # *The talks are over, said Ana Ruiz.* – only if nothing but the name follows.
    speaker = phrase_starting(n, unit, last + 1)
    if speaker is None or speaker.actor is None or speaker.actor.type != "person":
        return None
    rest = next(
        (k for k in range(last, len(unit.words)) if unit.words[k].start >= speaker.end), None
    )
    if rest is None or unit.low[rest] in (".", ",", "!", "?", "in", "on", "at", "after"):
        return speaker
    return None


def _passive(n: Narration, unit: Unit, i: int, last: int, cue: Cue, j: int) -> Act | None:
    """*It was reported that*: a statement by nobody named."""
    k = j - 1
    while k >= 0 and (unit.low[k] in AUXILIARIES or is_adverb(unit, k)):
        k -= 1
    if k < 0 or unit.low[k] != "it" or "c" not in cue.takes:
        return None
    behind = unit.low[last + 1] if last + 1 < len(unit.low) else ""
    if behind == "that" or (behind == "to" and cue.takes & {"w", "o"} and cue.lemma in _PLANNED):
        return Act(unit, i, last, cue, "passive", None, "medium")
    return None

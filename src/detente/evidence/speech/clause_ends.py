"""Where reported words end and the narrator speaks again."""

from __future__ import annotations

from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STRONG_PASTS,
    SUBORDINATORS,
    is_adverb,
    tensed,
)
from detente.evidence.speech.speech_acts import Act, UnitActs
from detente.evidence.speech.speech_cues import NOUN_CUES, SPEAKER_NOUNS, VERB_FORMS

_CONTRAST = frozenset("but yet though although whereas however".split())

_VERDICTS = frozenset("charge figure move step idea offer number version account line".split())
_SPELLS = frozenset("minutes hours day days week weeks month months year years decades".split())
_LASTING = frozenset(
    "including ongoing lasting growing longstanding outstanding continuing rising missing".split()
)
_SUBJECT = 24
_OBJECT_ENDS = frozenset("with after before despite as following amid when where ahead".split())


def content_end(n: Narration, act: Act, around: UnitActs, j: int, *, clause: bool) -> int:
    """The word before which the content ends that begins at word ``j``.

    ``clause`` is False for a noun that a verb reports: there any new verb ends it.
    """
    unit = act.unit
    begins = around.begins
    fronted = _fronted(unit, act)
    for k in range(j, len(unit.words)):
        word = unit.low[k]
        if word == ";" or (word == ":" and not clause and k > j and _main_clause(n, unit, k + 1)):
            return k
        if (
            word == QUOTE
            and k > j
            and unit.quote_at[k] in around.full
            and unit.low[k - 1] in (",", ":")
        ):
            return k - 1
        following = _next(unit, k)
        if word == QUOTE and n.reading.text[n.quotes[unit.quote_at[k]].inner_end - 1] == ",":
            # “…,” but Marsh: the comma of the sentence stands inside the marks.
            if _turns(n, around, k, following, clause=clause, begin=j):
                return k + 1
        elif k == j:
            continue
        elif word == ",":
            if _turns(n, around, k, following, clause=clause, begin=j) or (
                fronted and _main_clause(n, unit, k + 1)
            ):
                return k
        elif word in ("—", "–"):
            if following in begins and begins[following].shape == "participle":
                return k
        elif word in CONJUNCTIONS or word in ("while", "before", "after"):
            later = begins.get(following)
            if (
                later is not None
                and later.shape in ("verb", "participle", "carried")
                and (_shares(later, act) or not clause)
            ):
                return k
            if not clause and word in ("and", "but") and unit.low[k + 1 : k + 2] == ["that"]:
                return k
            if not clause and word in ("and", "but", "before", "while") and _verb_next(unit, k + 1):
                return k
        elif (word == "according" and k in begins) or (
            not clause and word in ("while", "as") and k + 1 in around.subjects
        ):
            return k
    return len(unit.words)


def _next(unit: Unit, k: int) -> int:
    m = k + 1
    while m < len(unit.low) and (
        is_adverb(unit, m) or unit.low[m] in ("has", "have", "had", "is", "was", "also")
    ):
        m += 1
    return m


def _turns(
    n: Narration, around: UnitActs, k: int, following: int, *, clause: bool, begin: int
) -> bool:
    """After the comma at ``k`` the narrator speaks again; the content began at ``begin``."""
    unit, begins = around.unit, around.begins
    if k + 1 >= len(unit.low):
        return True
    word = unit.low[k + 1]
    after = unit.low[k + 2] if k + 2 < len(unit.low) else ""
    if word in _CONTRAST or (word == "even" and after in ("as", "though", "if")):
        return True
    if word in ("a", "an") and (_claim(unit, k + 2) or called(unit, k + 1)):
        return True
    if not clause and _later_on(unit, k + 1):
        return True
    if word == "while":
        return not after.endswith(("ing", "ly"))
    later = begins.get(following)
    if later is not None and later.shape in ("participle", "source"):
        return True
    if following == k + 1 and later is not None and later.shape == "verb":
        return True
    if _begins_subject(around, k + 1) or (word in CONJUNCTIONS and _begins_subject(around, k + 2)):
        return True
    if word in CONJUNCTIONS and begins.get(_next(unit, k + 1)) is not None:
        return True
    if word in CONJUNCTIONS and after in MODALS | AUXILIARIES and _silent(unit, k + 3):
        return True
    if clause:
        return False
    if word in STRONG_PASTS and k + 1 < len(unit.low):
        # *Ruiz, who criticised the map, left.*
        return True
    if word == "as" and after == QUOTE:
        # *Justified the raid, …, as “just”*: the judgement still belongs to the object.
        return False
    if word in _OBJECT_ENDS or _subject_and_verb(n, unit, k + 1):
        return True
    if word in CONJUNCTIONS and (
        _verb_next(unit, k + 2)
        or (
            after in DETERMINERS
            and "," not in unit.low[begin:k]
            and (unit.low[begin] == "to" or _main_clause(n, unit, k + 2))
        )
    ):
        return True
    participle = unit.low[following] if following < len(unit.low) else ""
    return participle.endswith("ing") and len(participle) > 5 and participle not in _LASTING


def _fronted(unit: Unit, act: Act) -> bool:
    """*Because Ruiz rejected the plan, …*: the cue stands in a clause before the main one."""
    if act.shape != "verb" or act.speaker is None or unit.low[0] not in SUBORDINATORS:
        return False
    return "," not in unit.low[: act.first]


def _main_clause(n: Narration, unit: Unit, k: int) -> bool:
    """A noun and then a verb with tense, with no comma or joining word between."""
    if k >= len(unit.low) or not (
        unit.low[k] in DETERMINERS
        or unit.low[k] in PRONOUNS
        or unit.words[k].start in n.starting
        or unit.words[k].text[:1].isupper()
        or unit.low[k] in SPEAKER_NOUNS
    ):
        return False
    for m in range(k + 1, min(len(unit.low), k + _SUBJECT)):
        if unit.low[m] in (",", ";", QUOTE, "that", "which", "who", "where"):
            return False
        if unit.low[m - 1] not in DETERMINERS and (tensed(unit, m) or _speaks(unit, m)):
            return True
    return False


def _speaks(unit: Unit, m: int) -> bool:
    found = VERB_FORMS.get(unit.low[m])
    return found is not None and found.form == "s" and unit.low[m] not in NOUN_CUES


def _begins_subject(around: UnitActs, k: int) -> bool:
    """A subject of another cue begins at ``k``, capitalised titles in front allowed."""
    for m in range(k, min(len(around.unit.words), k + 5)):
        if m in around.subjects:
            return True
        if not around.unit.words[m].text[:1].isupper():
            return False
    return False


def called(unit: Unit, k: int) -> bool:
    """*…, a demand the premier has called absurd*: what was said is named and spoken of."""
    return unit.low[k] in ("a", "an") and any(
        unit.low[m] in ("the", "he", "she", "they", "it", "his", "her", "its")
        and unit.low[m - 1] in NOUN_CUES.keys() | _VERDICTS
        for m in range(k + 2, min(len(unit.low), k + 5))
    )


def _claim(unit: Unit, k: int) -> bool:
    """*…, a charge that*, *…, an outcome which*: the narrator's word for what was said."""
    return any(
        (unit.low[m] in ("that", "which", "by") or unit.low[m].endswith("ed"))
        and unit.low[m - 1] in NOUN_CUES.keys() | _VERDICTS
        for m in range(k + 1, min(len(unit.low), k + 4))
    )


def _silent(unit: Unit, k: int) -> bool:
    """*…, and would not say*, *…, but has not answered*: it is told of the same speaker."""
    negated = k + 1 < len(unit.low) and unit.low[k] in ("not", "never")
    return negated and unit.low[k + 1] in VERB_FORMS


def _later_on(unit: Unit, k: int) -> bool:
    """*…, a day after*, *…, hours before*: when it was said, not what."""
    words = unit.low[k : k + 5]
    turn = next((m for m, w in enumerate(words) if w in ("after", "before", "since")), 0)
    return turn > 0 and not _SPELLS.isdisjoint(words[:turn])


def _subject_and_verb(n: Narration, unit: Unit, k: int) -> bool:
    """A name and a verb with tense: the main clause begins here."""
    found = n.starting.get(unit.words[k].start)
    if found is None:
        return False
    m = k
    while m < len(unit.words) and unit.words[m].start < found[0].span.end:
        m += 1
    return m < len(unit.words) and tensed(unit, m)


def _verb_next(unit: Unit, k: int) -> bool:
    if k >= len(unit.low):
        return False
    word = unit.low[k]
    if is_adverb(unit, k) and k + 1 < len(unit.low):
        return _verb_next(unit, k + 1)
    if word in AUXILIARIES or word in MODALS or word in STRONG_PASTS:
        return True
    behind = unit.low[k + 1] if k + 1 < len(unit.low) else ""
    past = word.endswith("ed") and unit.words[k].text == word and not _describes(unit, k)
    last = unit.low[k - 2]
    joint = unit.low[k - 1] in CONJUNCTIONS and not last.endswith("ed")
    if last in PREPOSITIONS:
        # *In the presence of and supported by Ruiz*: the two share what follows.
        return False
    return past and (
        joint or behind in DETERMINERS or behind in PREPOSITIONS or behind in ("that", "")
    )


def _describes(unit: Unit, k: int) -> bool:
    """*Illegal, unreported and unregulated fishing*: an adjective before its noun."""
    behind = unit.low[k + 1] if k + 1 < len(unit.low) else ""
    plain = behind.isalpha() and behind not in DETERMINERS and behind not in PREPOSITIONS
    return plain and behind != "that" and unit.low[k].startswith("un")


def verb_before(unit: Unit, stop: int, start: int = 0) -> bool:
    """A verb with tense stands in the words ``start`` to ``stop`` (not included)."""
    return any(tensed(unit, k) for k in range(start, stop))


def first_verb(unit: Unit, start: int, stop: int) -> int:
    """Where the first verb with tense stands that belongs to no relative clause."""
    for k in range(start + 1, stop):
        if unit.low[k] in ("which", "who", "that", "if", "when", "because", "whose"):
            return stop
        if tensed(unit, k) and unit.low[k - 1] not in DETERMINERS:
            return k
    return stop


def second_verb(unit: Unit, start: int, stop: int) -> int:
    """Where the main verb stands after a clause that belongs to a subject.

    *Ruiz’s claim that the bridge was closed | drew laughter*: the second verb with tense that
    no joining word makes part of the clause.
    """
    seen = False
    k = start
    while k < stop:
        word = unit.low[k]
        if word in ("and", "or", "but", ",", "which", "who", "that", "if", "when", "because", "as"):
            seen = False
        elif tensed(unit, k):
            if seen:
                return k
            seen = True
            if word in AUXILIARIES or word in MODALS:
                while k + 1 < stop and (
                    unit.low[k + 1] in AUXILIARIES
                    or unit.low[k + 1] in MODALS
                    or is_adverb(unit, k + 1)
                ):
                    k += 1
                k += 1
        k += 1
    return stop


def _shares(later: Act, act: Act) -> bool:
    return (
        later.speaker is not None
        and act.speaker is not None
        and later.speaker.start == act.speaker.start
    )

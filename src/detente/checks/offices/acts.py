"""Whether somebody named with a title does something here, and in which tense it is told."""

from __future__ import annotations

from detente.checks.offices.act_words import (
    ACTS_WITH,
    BEING,
    DIRECTLY,
    JOINERS,
    TENSES,
    UNREAL,
    Tense,
)
from detente.checks.offices.line import Line
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.source_verbs import IRREGULAR, SPEECH
from detente.evidence.naming.title_words import HEADS

_ADVERBS = frozenset(
    """also again already both each jointly together now then today yesterday tomorrow soon once
    himself herself himself not never still separately later earlier recently reportedly just
    on in this last next early late week month morning evening afternoon night monday tuesday
    wednesday thursday friday saturday sunday""".split()
)
# What may stand right before a subject in lower case.
_BEFORE_SUBJECTS = frozenset(
    """and but or yet so as while after because although though where including the both
    says said today yesterday tomorrow week month year morning evening afternoon night meanwhile
    later earlier here there however also with whom""".split()
)
_JOINED = frozenset("and , of the & . - – jr sr de al bin van von el".split())
# After these a form in -ed is no finite verb: *President X, backed by*.
_AFTER_PARTICIPLES = frozenset("by of in as for".split())
# Who may be named as doing it too: *President X and Arab leaders announced*.
_TOGETHER = frozenset("leaders ministers presidents officials allies envoys counterparts".split())
_SKIPPED = _ADVERBS | _JOINED
_OWN_ACTS = frozenset(
    "call calls meeting meetings visit trip talks conversation speech remarks address".split()
)
_NEW = frozenset(
    """today yesterday tomorrow now week monday tuesday wednesday thursday friday saturday
    sunday""".split()
)
# *The accords were brokered by*: where a thing that is there comes from.
_ORIGINS = frozenset(
    """brokered mediated negotiated signed founded created launched established introduced
    initiated drafted named built imposed started written conceived concluded ended""".split()
)
# Lists of names are not longer than this; reading on would cost time for nothing.
_FAR = 40
_APPOSED = 25


def act_of(line: Line, first: int, last: int) -> Tense | None:
    """The tense in which the person at tokens ``first:last`` acts, None where not as a fact.

    Subjects of verbs, partners of meetings and calls, and speakers before a colon act.
    """
    as_subject = _verb_after(line, last)
    if as_subject is not None and _may_be_subject(line, first):
        return as_subject
    if _speaks(line, first, last):
        return "present"
    return _acted_with(line, first) or _own_act(line, last)


def _verb_after(line: Line, i: int) -> Tense | None:
    """The tense of the finite verb that follows a name, past what may stand between."""
    i = _past_apposition(line, i)
    unlisted = _unlisted_verb(line, i)
    if unlisted is not None:
        return unlisted
    end = min(len(line), i + _FAR)
    while i < end:
        word = line.lowers[i]
        if word in UNREAL:
            return None
        tense = TENSES.get(word)
        if tense is not None and not line.is_capital(i):
            return _of_group(line, i, tense)
        passed = word in _SKIPPED or word in _TOGETHER or word.endswith("ly") or word.isdigit()
        if not (line.is_capital(i) or passed):
            return None
        i += 1
    return None


def _unlisted_verb(line: Line, i: int) -> Tense | None:
    """The tense of a word right after a name that by its form can only be its verb."""
    if i >= len(line) or line.is_capital(i) or line.lowers[i] in TENSES:
        return None
    word = line.lowers[i]
    after = line.lowers[i + 1] if i + 1 < len(line) else ""
    if word in IRREGULAR:
        return "past"
    if word.endswith("ed") and len(word) > 4 and after not in _AFTER_PARTICIPLES:
        return "past"
    if word.endswith("s") and word.isalpha() and not word.endswith(("ss", "us", "is", "ers")):
        return "present" if after not in ("’s", "'s") else None
    return None


def _of_group(line: Line, i: int, tense: Tense) -> Tense | None:
    """The tense of the group that begins at ``i``; *has had to*, *will have* stay present."""
    if line.lowers[i] in ("was", "were", "is", "are") and i + 1 < len(line):
        after = line.lowers[i + 1]
        if after in ("a", "an", "the", "then", "president", "not") and tense == "past":
            return None  # "was the chancellor who …"
    return tense


def _past_apposition(line: Line, i: int) -> int:
    """Skip ``, Jr.``, brackets and ``, who leads …,`` after a name."""
    while i < len(line):
        if line.texts[i] == "(":
            close = next((j for j in range(i, min(len(line), i + 8)) if line.texts[j] == ")"), i)
            if close == i:
                return i
            i = close + 1
        elif line.texts[i] == "," and i + 1 < len(line):
            if line.lowers[i + 1] in ("jr", "sr"):
                i += 2
                continue
            if line.is_capital(i + 1) or line.lowers[i + 1] in TENSES:
                return i
            stop = min(len(line), i + _APPOSED)
            close = next((j for j in range(i + 1, stop) if line.texts[j] == ","), i)
            return close + 1 if close > i else i
        else:
            return i
    return i


def _may_be_subject(line: Line, first: int) -> bool:
    """False where a lower-case noun stands right before: *the deal President X signed*."""
    i = first - 1
    while i >= 0 and line.lowers[i] in ("the", "both"):
        i -= 1
    if i < 0:
        return True
    word = line.lowers[i]
    if word == "that":  # after a verb it opens what is said, after a noun it is the object
        return i > 0 and _hands_on(line, i - 1)
    if line.is_capital(i) or not word[:1].isalnum() or word in _BEFORE_SUBJECTS:
        return True
    return word in TENSES or word in HEADS or word.isdigit()


def _hands_on(line: Line, i: int) -> bool:
    """True for *said that*, *confirms that*; not for *the plan that*."""
    word = line.lowers[i]
    if TENSES.get(word) == "past":
        return True
    return word in SPEECH and (i == 0 or line.lowers[i - 1] not in ("the", "a", "his", "her"))


def _speaks(line: Line, first: int, last: int) -> bool:
    """A label of a transcript or round-up: *President of … Name: words*."""
    if first != 0 or last >= len(line):
        return False
    return line.texts[last] == ":" and last - first < 16


def _acted_with(line: Line, first: int) -> Tense | None:
    """The tense of the meeting, call or word that the person is the other side of."""
    i = first - 1
    stop = max(-1, first - _FAR)
    while i > stop and (line.lowers[i] in _JOINED or line.is_capital(i)):
        if line.lowers[i] in DIRECTLY or (line.lowers[i] in JOINERS and line.lowers[i] != "of"):
            break
        if line.lowers[i] == "of" and i > 0 and line.lowers[i - 1] == "presence":
            break
        i -= 1
    if i < 0 or i <= stop:
        return None
    word = line.lowers[i]
    if word in DIRECTLY:
        return _governed(line, i)
    if (word in BEING and i > 0) or word in ("include", "includes"):
        return "past" if word in ("was", "were") else _governed(line, i)
    if word == "by":
        return _as_agent(line, i)
    if word in JOINERS:
        for j in range(i - 1, max(-1, i - 7), -1):
            if line.lowers[j] in ACTS_WITH:
                return _governed(line, j)
    return None


def _own_act(line: Line, last: int) -> Tense | None:
    """*President X's call with …*: an act in a noun, where the sentence says that it is new."""
    if last >= len(line) or line.texts[last] not in POSSESSIVES:
        return None
    if not any(word in _OWN_ACTS for word in line.lowers[last + 1 : last + 4]):
        return None
    return _governed(line, last) if line.has_any(_NEW) else None


def _as_agent(line: Line, by: int) -> Tense | None:
    """The tense of *was approved by*; *the deal signed by* tells no time of its own.

    *The accords were brokered by* says where a thing comes from, unless the sentence is news.
    """
    if "presence" in line.lowers[max(0, by - 5) : by]:
        return "present"
    for j in range(by - 2, max(-1, by - 5), -1):
        if line.lowers[j] in BEING and line.lowers[by - 1].endswith(("ed", "en", "t", "d")):
            if line.lowers[j] not in ("was", "were"):
                return _governed(line, j)
            tells_origin = line.lowers[by - 1] in _ORIGINS and not line.has_any(_NEW)
            return None if tells_origin else "past"
    return None


def _governed(line: Line, i: int) -> Tense | None:
    """The tense around an act at ``i``: by the nearest finite verb before it, or its own."""
    for j in range(i, max(-1, i - 12), -1):
        word = line.lowers[j]
        if word in UNREAL and line.lowers[j + 1 : j + 2] == ["like"]:
            return "present"
        if word in UNREAL or word in ("if", "unless", "when", "since"):
            return None
        if word in ("will", "is", "are", "has", "have"):
            return "present"
    own = TENSES.get(line.lowers[i])
    if own is not None:
        return own
    for j in range(i - 1, max(-1, i - _FAR), -1):
        found = TENSES.get(line.lowers[j])
        if found is not None and not line.is_capital(j):
            return found
    return "present"

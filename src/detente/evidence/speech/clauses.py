"""What is said: from a cue to the words that it reports."""

from __future__ import annotations

from detente.evidence.speech.clause_ends import content_end, first_verb, second_verb, verb_before
from detente.evidence.speech.clause_starts import (
    clause_start,
    finite_after,
    object_start,
    past_addressee,
)
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    SUBORDINATORS,
    tensed,
)
from detente.evidence.speech.phrase_bounds import LEADS, after_dateline, clause_begin, noun_begin
from detente.evidence.speech.speaker_phrases import before_titles
from detente.evidence.speech.speech_acts import Act, UnitActs
from detente.evidence.speech.speech_cues import VERB_FORMS

_TAG = 12
_OPENERS = frozenset("according asked speaking".split())

# A clause cut short must not end in a word that joins it to what follows.
_DANGLING = frozenset("who which that and but or while of by in to for with the , ;".split())

_EDGE = frozenset(" \t\n,;:.!?—–-")

Bounds = tuple[int, int]


def content_of(n: Narration, act: Act, around: UnitActs) -> Bounds | None:
    """Where the reported words of an act stand, as text offsets; None if it reports none."""
    if act.first not in around.contents:
        # A cited source asks for another act's content: never in a circle.
        around.contents[act.first] = None
        around.contents[act.first] = _content(n, act, around)
    return around.contents[act.first]


def _content(n: Narration, act: Act, around: UnitActs) -> Bounds | None:
    unit = act.unit
    if act.given is not None:
        return _given(n, act, around, act.given)
    if act.shape == "source":
        if act.cue.lemma == "cite":
            return _of_cited(n, act, around)
        return _of_source(n, act, around)
    j = act.last + 1
    if act.cue.lemma == "quote" and "as" in unit.low[j : j + 8]:
        # *Northwire quoted Marsh as saying …*: both say the same.
        said = next((a for a in around.acts if a.first > j), None)
        return None if said is None or said.shape == "source" else content_of(n, said, around)
    tag = _before_tag(n, act, around)
    if tag is not None or act.shape == "inverted":
        return tag
    aside = _as_said(n, act, around)
    if aside is not None:
        return aside
    if j >= len(unit.words) or (unit.low[j] != "that" and _tags_quotation(n, act)):
        return None
    related = _relative(n, act, around)
    if related is not None:
        return related
    start = clause_start(n, act, around, j)
    if start is not None:
        stop = content_end(n, act, around, start, clause=True)
        if act.shape == "noun" and not verb_before(unit, act.first):
            stop = min(stop, second_verb(unit, start, stop))
        return _bounds(n, unit, start, stop)
    if act.shape == "noun" and "n" not in act.cue.takes:
        return None
    first = object_start(n, act, j)
    if first is None:
        return None
    clause = act.cue.type == "opinion" and not act.cue.takes & {"o", "k"}
    return _bounds(n, unit, first, content_end(n, act, around, j, clause=clause))


def _bounds(n: Narration, unit: Unit, first: int, stop: int) -> Bounds | None:
    """Words ``first`` to ``stop`` (not included) as offsets, without loose marks at the end."""
    while first < stop and unit.low[first] in (",", ":", "—", "–"):
        first += 1
    if stop <= first:
        return None
    start, end = unit.words[first].start, unit.words[stop - 1].end
    if unit.low[stop - 1] != QUOTE:
        while stop - 1 > first and unit.low[stop - 1] in _DANGLING:
            stop -= 1
        end = unit.words[stop - 1].end
        if n.reading.text[end - 1] != "." or unit.words[stop - 1].text == ".":
            while end > start and n.reading.text[end - 1] in _EDGE:
                end -= 1
    return (start, end) if end > start else None


def _given(
    n: Narration, act: Act, around: UnitActs, given: tuple[int, int | None]
) -> Bounds | None:
    """The content that the frame of the cue has found itself, its end where it left that open."""
    first, stop = given
    if stop is None:
        clause = "c" in act.cue.takes
        stop = content_end(n, act, around, max(first, act.last + 1), clause=clause)
        turn = max((m for m in range(act.first) if act.unit.low[m] in (",", ";")), default=0)
        if act.shape == "noun" and not verb_before(act.unit, act.first, turn):
            # *Ruiz’s plan to leave drew laughter*: the verb is not the plan’s.
            stop = min(stop, first_verb(act.unit, first, stop))
    return _bounds(n, act.unit, first, stop)


def _of_cited(n: Narration, act: Act, around: UnitActs) -> Bounds | None:
    """*Citing the bureau, Ruiz said …*: the source is cited for what its reporter says."""
    spoken = [a for a in around.acts if a.shape in ("verb", "inverted")]
    before = [a for a in spoken if a.last < act.first]
    if before:
        return content_of(n, before[-1], around)
    return content_of(n, spoken[0], around) if spoken else None


def _of_source(n: Narration, act: Act, around: UnitActs) -> Bounds | None:
    """The clause that an *according to* stands beside."""
    unit = act.unit
    stop = act.last + 1
    if act.speaker is not None:
        while stop < len(unit.words) and unit.words[stop].start < act.speaker.end:
            stop += 1
    lead = act.first - 1
    if lead < 0 or (lead <= 1 and unit.low[0] in LEADS):
        comma = next(
            (k for k in range(stop, min(len(unit.words), stop + 25)) if unit.low[k] == ","), None
        )
        if comma is None:
            return None
        # *According to Ruiz, the minister, talks …*: a short apposition is not the clause.
        again = next((k for k in range(comma + 1, len(unit.words)) if unit.low[k] == ","), None)
        relative = unit.low[comma + 1 : comma + 2] in (["who"], ["which"])
        noun = unit.low[comma + 1 : comma + 2] in (["a"], ["an"], ["the"])
        aside = relative or (noun and not finite_after(n, unit, comma + 1, strict=True))
        if again is not None and again - comma < 8 and aside:
            comma = again
        return _bounds(n, unit, comma + 1, content_end(n, act, around, comma + 1, clause=True))
    if unit.low[lead] == "," and unit.low[stop : stop + 1] == [","] and _goes_with(unit, stop + 1):
        # *The plan, according to Ruiz, is dead*: the aside stands between noun and verb.
        begin = clause_begin(unit, lead)
        return _bounds(n, unit, begin, content_end(n, act, around, stop + 1, clause=True))
    end = lead if unit.low[lead] in (",", "—", "–", "(") else lead + 1
    begin = clause_begin(unit, end)
    return _bounds(n, unit, begin, end)


def _says_so(n: Narration, unit: Unit, m: int) -> bool:
    """*Ruritania stands ready*: a verb in -s right behind a name."""
    word = unit.words[m].text
    return word.endswith("s") and word.islower() and unit.words[m - 1].end in n.ending


def _ends_with_place(unit: Unit, k: int) -> bool:
    """*…, the two sides said in a communique.*: a preposition and its noun close the sentence."""
    rest = unit.low[k:]
    short = 1 < len(rest) <= _TAG and rest[0] in PREPOSITIONS
    return short and all(w.isalnum() or w == "-" for w in rest[:-1])


def _goes_with(unit: Unit, k: int) -> bool:
    """A verb with tense right behind an aside: the noun before the aside is its subject."""
    return k < len(unit.low) and (unit.low[k] in AUXILIARIES or unit.low[k] in MODALS)


def _before_tag(n: Narration, act: Act, around: UnitActs) -> Bounds | None:
    """*The talks are over, Ruiz said.* — the words before the comma."""
    unit = act.unit
    if act.shape not in ("verb", "inverted") or act.speaker is None:
        return None
    shown = act.speaker.is_document and "c" in act.cue.takes
    if "q" not in act.cue.takes and not shown:
        return None
    first = act.first
    if act.shape == "verb":
        first = before_titles(n, unit, act.speaker.first - 1) + 1
    told = act.last + 1
    if "a" in act.cue.takes:
        told = past_addressee(n, unit, told)
    after = unit.low[told] if told < len(unit.low) else "."
    closes = (
        after in (".", "!", ",")
        or after in DAYS
        or (after in ("on", "in", "at", "during", "after") and not _goes_on(act, told))
    )
    if act.shape == "inverted":
        closes = True
    k = first - 1
    if k < 1 or unit.low[k] != "," or not closes or QUOTE in unit.low[:k]:
        return None
    turn = next((m for m in range(k - 1, 0, -1) if unit.low[m] in (":", ";")), 0)
    begin = turn + 1 if turn else 1 if unit.low[0] in LEADS else after_dateline(unit)
    if after != "." and _only_fronted(unit, begin, k):
        return None
    last = unit.low[k - 1]
    broken = unit.words[k - 1].text == last and (last in MODALS or last in AUXILIARIES)
    if broken or not any(tensed(unit, m) or _says_so(n, unit, m) for m in range(begin + 1, k)):
        behind = told + 1
        if after == "," and behind < len(unit.low) and (broken or tensed(unit, behind)):
            # *The plan, Ruiz said, would fail.*
            return _bounds(n, unit, begin, content_end(n, act, around, behind, clause=True))
        return None
    nested = any(a.last < k and a.shape == "verb" and a is not act for a in around.acts)
    if nested and after != "." and not _ends_with_place(unit, told):
        return None
    return _bounds(n, unit, begin, k)


def _relative_that(unit: Unit, k: int) -> bool:
    """*An offer that Ruiz described as fair*, not *said that Ruiz described …*."""
    noun = unit.low[k - 1]
    if unit.low[k] != "that" or not noun.isalpha() or noun in DAYS or noun.endswith("ed"):
        return False
    beside = unit.low[k - 2] in DETERMINERS
    return beside or (k > 2 and unit.low[k - 3] in DETERMINERS and noun not in VERB_FORMS)


def _tags_quotation(n: Narration, act: Act) -> bool:
    """*“…,” Ruiz told a seminar*: the cue has its words already, in marks."""
    if act.shape != "verb" or act.speaker is None or act.speaker.how == "shared":
        return False
    unit = act.unit
    k = before_titles(n, unit, act.speaker.first - 1)
    if k > 0 and unit.low[k] in (",", "—", "–"):
        k -= 1
    if k < 0 or unit.low[k] != QUOTE:
        return False
    return n.reading.text[n.quotes[unit.quote_at[k]].inner_end - 1] in ",?!—–"


def _as_said(n: Narration, act: Act, around: UnitActs) -> Bounds | None:
    """*As Ruiz concedes, the port is closed*, *the port is closed, as Ruiz concedes*."""
    unit = act.unit
    if act.shape != "verb" or act.speaker is None or not act.cue.takes & {"c", "z"}:
        return None
    lead = before_titles(n, unit, act.speaker.first - 1)
    closing = unit.low[act.last + 1] if act.last + 1 < len(unit.low) else "."
    if lead < 0 or unit.low[lead] != "as" or closing not in (",", "."):
        return None
    if closing == "," and not any(tensed(unit, m) for m in range(1, lead)):
        start = act.last + 2
        return _bounds(n, unit, start, content_end(n, act, around, start, clause=True))
    if lead > 1 and unit.low[lead - 1] == "," and QUOTE not in unit.low[:lead]:
        stop = lead - 1
        if closing == ",":
            stop = content_end(n, act, around, act.last + 2, clause=True)
        return _bounds(n, unit, clause_begin(unit, lead - 1), stop)
    return None


def _goes_on(act: Act, k: int) -> bool:
    """*Said on Monday that …*, *said in a speech the …*: a clause stands behind day or place."""
    unit = act.unit
    planned = act.cue.takes & {"w", "i", "t"}
    for m in range(k, min(len(unit.low), k + _TAG)):
        word = unit.low[m]
        if word in (",", ".", ";", QUOTE):
            return False
        if word == "that" or (word == "to" and planned) or word in AUXILIARIES or word in MODALS:
            return True
    return False


def _only_fronted(unit: Unit, begin: int, stop: int) -> bool:
    """*When talks began, Ruiz said …*: what stands before the comma is no main clause."""
    fronted = unit.low[begin] in SUBORDINATORS or unit.low[begin] in _OPENERS
    return fronted and "," not in unit.low[begin:stop]


def _relative(n: Narration, act: Act, around: UnitActs) -> Bounds | None:
    """*The ban, which Ruiz has criticised as weak*: the noun is what is spoken of."""
    unit = act.unit
    if act.shape != "verb" or act.speaker is None or not act.cue.takes & {"o", "n", "k"}:
        return None
    which = act.speaker.first - 1
    named = "n" in act.cue.takes
    if which > 1 and unit.low[which - 1] in PREPOSITIONS:
        # *A memo in which Ruiz described the ban as weak*: the memo is not what is described.
        return None
    if which < 2 or not (unit.low[which] == "which" or (named and _relative_that(unit, which))):
        return None
    k = which - 1
    if unit.low[k] == ",":
        k -= 1
    begin = noun_begin(unit, k)
    stop = content_end(n, act, around, act.last, clause=True)
    comma = next((m for m in range(act.last, stop) if unit.low[m] == ","), stop)
    return _bounds(n, unit, begin, comma)

"""Where reported words begin: after *that*, after a colon, bare, or as a verb's object."""

from __future__ import annotations

from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STRONG_PASTS,
    SUBORDINATORS,
    is_adverb,
)
from detente.evidence.speech.speech_acts import Act, UnitActs
from detente.evidence.speech.speech_cues import SPEAKER_NOUNS, VERB_FORMS

# *Refused to comment* says that nothing was said.
_SILENCE = (["comment"], ["say"], ["answer"], ["elaborate"], ["discuss"], ["confirm"])
_NAMING = frozenset("call brand label term dub deem judge consider".split())

_GROUNDS = frozenset(
    """reason reasons need point alternative chance chances sign signs way prospect prospects hope
    benefit value threat contradiction progress""".split()
)
_JUDGED = 10
_ADJECTIVAL = ("able", "ible", "ful", "less", "ous", "ive", "ical", "istic", "fair")
_PLAIN_JUDGEMENTS = frozenset(
    """absurd baseless brave cruel dangerous dead defective evil fair false good illegal immoral
    insane legal mad naive naïve necessary null inadequate inappropriate premature
    reckless ridiculous right sad shameful
    sound strange swift timely tragic unacceptable unfair unhelpful unjust unjustified unlawful
    unnecessary unwise vague vital void weak welcome wise wrong criminal legitimate crucial
    balanced overdue disappointing encouraging worrying disturbing unprecedented""".split()
)

_AS = frozenset(
    "see view regard portray depict characterise characterize liken tout perceive".split()
)

_NO_OBJECT = frozenset("itself themselves himself herself".split())

_REACH = 14

_AUDIENCES = frozenset(
    """reporters journalists lawmakers parliament state crowds supporters diplomats delegates mps
    deputies senators television radio""".split()
)
_STARTS = DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | MODALS | {"to"}

# After these a clause is the rule even where no verb with tense is seen.
_LOOSE = frozenset("say think believe argue insist contend tell".split())


def clause_start(n: Narration, act: Act, around: UnitActs, j: int) -> int | None:
    """The first word of a clause complement: after *that*, after a colon, or bare."""
    unit, takes = act.unit, act.cue.takes
    that = _that(act, around, j)
    if that is not None:
        behind = unit.low[that + 1] if that + 1 < len(unit.low) else ""
        relative = act.shape == "noun" and (behind in AUXILIARIES or behind in MODALS)
        # *His comments that have been printed* hold no clause.
        if relative:
            return None
        # *Said that would be reckless*: here *that* is the subject.
        return that if behind in MODALS or behind in AUXILIARIES else that + 1
    if act.shape == "noun":
        return None
    colon = _colon(unit, j)
    if colon is not None and takes & {"c", "o"}:
        return colon + 1
    k = past_addressee(n, unit, j) if "a" in takes else j
    if "z" not in takes and not (k > j and "c" in takes):
        return None
    if act.cue.lemma == "tell" and k == j:
        # *Told a seminar in May*: somebody is always told first.
        return None
    k = _past_day(unit, k)
    if k >= len(unit.words) or not _opens_clause(unit, k):
        return None
    weak = act.cue.lemma not in _LOOSE or unit.low[k] in PREPOSITIONS
    if finite_after(n, unit, k, strict=weak):
        return k
    return None


def _that(act: Act, around: UnitActs, j: int) -> int | None:
    unit, takes = act.unit, act.cue.takes
    if "c" not in takes:
        return None
    if unit.low[j] in ("that", "whether", "how", "why"):
        return j if unit.low[j] == "that" else j - 1
    addressed = "a" in takes or act.shape == "noun"
    if not (
        addressed
        or unit.low[j] in PREPOSITIONS
        or unit.low[j] in DAYS
        or is_adverb(unit, j)
        or (unit.low[j] == "," and unit.low[j + 1 : j + 2] and unit.low[j + 1] in PREPOSITIONS)
    ):
        return None
    aside = False
    for k in range(j, min(len(unit.words), j + _REACH)):
        word = unit.low[k]
        if word == "that":
            # *Said in an interview, provided that …*: only a closed aside may stand between.
            return k if not aside or unit.low[k - 1] == "," else None
        aside = aside or word == ","
        if word == "to" and "w" in takes:
            return None
        if word in (QUOTE, ":", ";", ".") or word in AUXILIARIES or word in MODALS:
            return None
        other = around.begins.get(k)
        if (other is not None and other.shape != "noun") or word in (
            "who",
            "which",
            "and",
            "but",
            "while",
        ):
            return None
    return None


def _colon(unit: Unit, j: int) -> int | None:
    for k in range(j, min(len(unit.words) - 1, j + _REACH)):
        if unit.low[k] == ":":
            following = unit.words[k + 1].text
            return k if following[:1].isupper() else None
        if unit.low[k] in (QUOTE, ";", "."):
            return None
    return None


def past_addressee(n: Narration, unit: Unit, j: int) -> int:
    """The word after *Reuters* in *told Reuters*, ``j`` itself if nobody is addressed."""
    if j >= len(unit.words):
        return j
    if unit.low[j] in ("him", "her", "them", "me", "us", "you"):
        return j + 1
    if unit.words[j].start not in n.starting and unit.low[j] not in _STARTS:
        named = j
        while named < len(unit.words) and unit.words[named].text[:1].isupper():
            named += 1
        if named > j:
            # *Told Coast Radio the plan was dead*: a name that nobody knows.
            return named
    k = j + 1 if unit.low[j] in DETERMINERS else j
    for m in range(k, min(len(unit.words), k + 5)):
        found = n.starting.get(unit.words[m].start)
        if found is not None:
            while m < len(unit.words) and unit.words[m].start < found[0].span.end:
                m += 1
            if found[0].kind == "demonym":
                return _past_kind(unit, m)
            owned = unit.low[m : m + 1] in (["'s"], ["’s"])
            return _past_kind(unit, m + 1) if owned else m
        if m == k > j and unit.low[m] in SPEAKER_NOUNS:
            return m + 1
        if unit.low[m] in _AUDIENCES:
            return m + 1 if unit.low[m] != "state" else m + 2
        if unit.low[m] in PREPOSITIONS or not unit.words[m].text.isalpha():
            break
    return j


def _past_kind(unit: Unit, m: int) -> int:
    """*Told Ruritanian radio*: the noun that an adjective of origin stands before."""
    if m < len(unit.low) and unit.low[m] == "state":
        m += 1
    plain = m < len(unit.low) and unit.words[m].text == unit.low[m] and unit.low[m].isalpha()
    if plain and unit.low[m] not in _STARTS and not is_adverb(unit, m):
        return m + 1
    return m


def _past_day(unit: Unit, k: int) -> int:
    j = k
    while j < len(unit.low) and (
        unit.low[j] in DAYS
        or (unit.low[j] in ("on", "in") and j + 1 < len(unit.low) and unit.low[j + 1] in DAYS)
    ):
        # *That* and *this* begin a clause as often as they date one.
        if unit.low[j] in ("this", "that", "also", "then") and not (
            j + 1 < len(unit.low) and unit.low[j + 1] in DAYS
        ):
            break
        j += 1
    return j


def _opens_clause(unit: Unit, k: int) -> bool:
    word = unit.low[k]
    if word == "to" or word in _NO_OBJECT:
        return False
    if is_adverb(unit, k):
        return k + 1 < len(unit.low) and _opens_clause(unit, k + 1)
    if word in PREPOSITIONS:
        return word in ("in", "without", "after", "under", "for") and k + 1 < len(unit.low)
    return not (word in CONJUNCTIONS or not (word[0].isalnum() or word[0] in "$€£"))


def finite_after(n: Narration, unit: Unit, k: int, *, strict: bool) -> bool:
    """A verb with tense stands in the words from ``k`` on, before the sentence turns."""
    nouns = 0
    for m in range(k, min(len(unit.words), k + 30)):
        word = unit.low[m]
        if word == QUOTE:
            # *Said the talks “cost the coast millions”*: the quotation holds the verb.
            return not strict and m > k and unit.low[m - 1] not in (",", ":")
        if word in (";", ":") or (word == "," and m > k and _aside(unit, m + 1)):
            break
        if word in CONJUNCTIONS and m > k and _next_is_verb(unit, m + 1):
            # *Confirmed the visit but gave no details*: an object and another verb.
            break
        if word in AUXILIARIES or word in MODALS or word in STRONG_PASTS:
            return m > k
        if word.endswith(("n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve")):
            return True
        plain = unit.words[m].text == word and unit.words[m].start not in n.named
        if m > k and plain and len(word) > 3 and word.endswith("ed"):
            return not strict or unit.low[m - 1] not in DETERMINERS
        if m > k and plain and word in VERB_FORMS and VERB_FORMS[word].form == "s":
            return not strict
        if m > k and plain and word.endswith("s") and unit.low[m - 1] in PRONOUNS:
            return True
        nouns += 1
    return not strict and nouns >= 3


def _next_is_verb(unit: Unit, k: int) -> bool:
    word = unit.low[k] if k < len(unit.low) else ""
    return word in STRONG_PASTS or (word in VERB_FORMS and VERB_FORMS[word].form == "past")


def _aside(unit: Unit, k: int) -> bool:
    """*Said in the capital, adding that prices had risen*: the verb behind is not its own."""
    word = unit.low[k] if k < len(unit.low) else ""
    return (
        word in CONJUNCTIONS
        or word in SUBORDINATORS
        or word in ("provided", "but")
        or (word in VERB_FORMS and VERB_FORMS[word].form == "ing")
    )


def object_start(n: Narration, act: Act, j: int) -> int | None:
    """The first word of what a verb with a noun reports; requests begin with the verb."""
    unit, takes = act.unit, act.cue.takes
    word = unit.low[j]
    rest = unit.low[j : j + _REACH]
    if word in ("you", "goodbye") and takes & {"o", "k"}:
        return None
    if "r" in takes:
        return act.first if word[0].isalnum() or word == QUOTE else None
    if "i" in takes and "to" in rest and word not in ("to", "for", "about", ","):
        return act.first
    if word == "to" and unit.low[j + 1 : j + 2] in _SILENCE:
        return None
    planned = _past_day(unit, j) if "w" in takes else j
    if planned > j and unit.low[planned : planned + 1] == ["to"]:
        # *Offered in May to pay*.
        return planned
    if ("w" in takes and word == "to") or ("t" in takes and "to" in rest and word[0].isalnum()):
        return j
    if not (word[0].isalnum() or word[0] in "$€£" or word == QUOTE):
        return None
    if act.cue.preposition is not None:
        # *The plan we laid out in May*: its object stands before it.
        return None if act.cue.preposition in ("out", "forth") and word in PREPOSITIONS else j
    if word == "as" and "n" in takes and unit.low[j + 1 : j + 2] == [QUOTE]:
        # *Described as “a farce” the vote*.
        return j
    if word == "as" and "o" in takes and _adjective(unit, j + 1):
        # *Dismissed as baseless a complaint*: the judgement stands before its object.
        return j
    if word == "in" and "terms" in unit.low[j : j + 6]:
        # *Condemned in the strongest terms the raid*.
        behind = j + unit.low[j : j + 6].index("terms") + 1
        plain = behind < len(unit.low) and unit.low[behind] in DETERMINERS
        return behind if plain and takes & {"o", "k"} else None
    if word in PREPOSITIONS or word in CONJUNCTIONS or word in _NO_OBJECT or word in MODALS:
        return None
    if word in AUXILIARIES or word in ("if", "when", "not", "to"):
        return None
    lemma = act.cue.lemma
    if lemma == "see" and word in ("no", "little") and rest[1:2] and rest[1] in _GROUNDS:
        return j
    if "n" in takes and not takes & {"o", "k"}:
        return j if _names_it(unit, lemma, j) else None
    if takes & {"o", "k"}:
        return j
    speaker = act.speaker
    if "d" in takes and speaker is not None and speaker.is_document:
        return j
    if "p" in takes and "at" in rest and speaker is not None:
        return j
    if "q" in takes and len(takes) > 1 and word == QUOTE:
        return j
    return None


def _judged(unit: Unit, j: int) -> bool:
    """*Called the offer inadequate*: an adjective ends the phrase, no noun follows it."""
    for m in range(j + 1, min(len(unit.low), j + _JUDGED)):
        word = unit.low[m]
        if m > j + 1 and _adjective(unit, m):
            behind = unit.low[m + 1] if m + 1 < len(unit.low) else "."
            if not behind[0].isalnum() or behind in PREPOSITIONS or behind in CONJUNCTIONS:
                return True
        if not (word[0].isalnum() or word in ("'s", "’s", "-", "’", "'")):
            return False
        if word in AUXILIARIES or word in MODALS or (word in PREPOSITIONS and word != "of"):
            return False
    return False


def _adjective(unit: Unit, m: int) -> bool:
    if m >= len(unit.low):
        return False
    word = unit.low[m]
    if unit.words[m].text != word:
        return False
    return word in _PLAIN_JUDGEMENTS or (len(word) > 5 and word.endswith(_ADJECTIVAL))


def _names_it(unit: Unit, lemma: str, j: int) -> bool:
    """*Called it a trap*, *views them as partners*, not *called a meeting*."""
    after = unit.low[j + 1 : j + _REACH]
    if lemma in _AS:
        name = next((m for m, w in enumerate(after) if w in ("as", ",", "but", "and")), None)
        return name is not None and after[name] == "as"
    if lemma in _NAMING:
        if unit.low[j] in ("a", "an", "for", "on"):
            return False
        name = next((m for m, w in enumerate(after) if w in ("a", "an", "as", QUOTE)), None)
        loose = name is not None and not PREPOSITIONS.isdisjoint(set(after[:name]) - {"of"})
        return (
            (name is not None and not loose)
            or (unit.low[j] in ("it", "him", "them", "her", "this") and bool(after))
            or _judged(unit, j)
        )
    return lemma == "describe" or QUOTE in unit.low[j : j + _REACH] or "as" in after

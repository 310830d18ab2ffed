"""What a stance is towards: the noun phrase after a cue, or what the document is about."""

from __future__ import annotations

from dataclasses import dataclass

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_page import Page
from detente.evidence.positions.cue_words import (
    CONTRAST,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    looks_like_verb,
)
from detente.types import Span

# What parties to a negotiation take a stand on. Hyphenated words count by their last part.
PROCESS = frozenset(
    """talk talks negotiation negotiations dialogue dialog discussion discussions consultations
    mediation diplomacy summit conference meeting process outreach overture overtures
    initiative initiatives effort efforts bid push approach proposal proposals plan plans
    blueprint offer offers deal deals agreement agreements accord accords pact pacts treaty
    treaties settlement compromise compromises concession concessions ceasefire ceasefires
    truce armistice peace roadmap framework formula resolution resolutions draft declaration
    communique communiqué memorandum involvement role engagement intervention participation
    mission visit referendum vote idea ideas step steps move moves decision decisions strategy
    policy policies reform reforms measure measures demand demands terms guarantees
    normalisation normalization recognition membership accession unification partition
    solution withdrawal disarmament escalation sanctions embargo tariffs blockade corridor
    corridors mandate peacekeepers peacekeeping pressure cooperation co-operation
    rapprochement breakthrough progress integration scheme programme program opening request
    restrictions moratorium zone swap exchange release fire table project projects offices
    ratification arbitration verdict ruling independence autonomy sovereignty statehood
    inspection inspections format timetable timetables paper statement round
    rounds     condition""".split()
)
# What a party may condemn or back besides: acts.
ACTS = frozenset(
    """attack attacks strike strikes airstrike airstrikes invasion annexation occupation
    aggression offensive operation operations war coup killing killings assassination shelling
    bombing bombardment violence provocation provocations landing landings incursion
    incursions seizure deployment test tests launch launches landings abduction abductions
    expulsion detention crackdown raid raids action actions conduct behaviour behavior
    violation violations breach breaches""".split()
)
# Words that only carry the target: "the announcement of a ceasefire", "calls for talks".
_CARRIERS = frozenset(
    """announcement prospect prospects possibility call calls news start resumption conclusion
    signing result results outcome adoption launch continuation suggestion notion concept
    principle principles end attempt attempts opportunity establishment creation
    implementation text part parts element elements point points need use value wisdom
    fairness legality timing pace success viability effectiveness usefulness legitimacy
    formation inauguration expansion extension improvement feasibility merits aspects
    version series holding convening return conduct goal goals aim
    aims spirit""".split()
)
_NOT_OBJECTS = frozenset(
    """claims claim allegation allegations accusation accusations report reports charge charges
    rumours rumors criticism comparison notion’s minister president leader visitors journalist
    journalists reporters question questions""".split()
)
_ANAPHORIC = frozenset("the this that such these".split())
_PRONOUNS = frozenset("it them this that".split())
# Words that call back what a document is about; "the treaty" may be another one.
_CALLING_BACK = frozenset(
    """proposal proposals plan outreach overture overtures initiative initiatives
    approach effort efforts move idea offer bid push strategy scheme blueprint
    call role involvement mediation""".split()
)
_NEW_SUBJECTS = frozenset("we i he she they you it today yesterday".split())
_OPEN_MARKS = frozenset("“«")
_STOP = (SUBORDINATORS | CONTRAST | frozenset("and or nor".split())) - {"that"}


# Targets only right after a cue, not somewhere in its clause.
_VAGUE = frozenset("request format paper condition statement round rounds".split())
# Too general, or mere occasions, to be what a document is about.
_NOT_CENTRAL = frozenset(
    """table fire peace progress role summit visit meeting conference pressure step steps move moves
    decision measures involvement opening mission idea independence sovereignty autonomy statehood
    demand demands terms request sanctions tariffs restrictions""".split()
)


@dataclass(frozen=True, slots=True)
class Target:
    """Words ``first`` to ``last`` (exclusive) of a line; ``refers_back`` for *the plan*, *it*."""

    first: int
    last: int
    head: str
    refers_back: bool
    act: bool


def object_target(line: Line, k: int, *, acts: bool = True, gerunds: bool = True) -> Target | None:
    """The target in the object that begins at word ``k``; None if the object is another thing.

    The head must be a target noun, or carry one (*the resumption of talks*), or be a gerund
    over one (*ending the war*). *Troops near the peace line* is no target.
    """
    if line.word(k) == "to":
        return None
    while k < len(line) and (
        is_adverb(line.words[k]) or line.words[k] in ("both", "of", "for", "’s", "all")
    ):
        k += 1
    first = k
    if k < len(line) and line.words[k] in _PRONOUNS and _ends_phrase(line, k + 1):
        return Target(k, k + 1, line.words[k], True, False)
    if line.word(k) == "that":
        # "rejected that demand"; as a conjunction it has no target noun so near.
        k += 1
    crossed = 0
    head = -1
    stop = min(len(line), first + 16)
    while k < stop:
        word = line.words[k]
        if word in ("”", "»") and head < 0 and not _OPEN_MARKS.isdisjoint(line.words[first:k]):
            # A quoted epithet before its noun: *an “honest broker” role*.
            k += 1
            continue
        if word in ",;:.!?()" or word in '”"»' or word in _STOP or word == "that":
            if word == "," and k + 1 < stop and _adjective_list(line, k):
                k += 1
                continue
            break
        if word in ("“", "«"):
            k += 1
            continue
        if word in PREPOSITIONS and k > first:
            before = line.words[k - 1]
            if head >= 0 or word not in ("of", "for", "on", "to", "at", "towards", "toward", "in"):
                break
            if before not in _CARRIERS or crossed > 1:
                break
            crossed += 1
        elif (word in _NOT_OBJECTS and head < 0) or (
            word == "condition" and line.word(k + 1) == "of"
        ):
            return None
        elif word in PROCESS or (acts and word in ACTS):
            head = k
        elif (head >= 0 and looks_like_verb(word) and word not in PROCESS) or (
            word == "to" and head < 0 and k > first
        ):
            break
        elif head < 0 and word.endswith("ing") and not gerunds and k == first:
            return None
        k += 1
    if head < 0:
        return None
    return Target(
        first,
        _phrase_end(line, head),
        line.words[head],
        line.words[head] not in ACTS and _refers_back(line, first, head),
        line.words[head] in ACTS,
    )


def clause_target(line: Line, k: int, last: int) -> Target | None:
    """The first target noun anywhere in words ``k`` to ``last`` (for *warned that the deal …*)."""
    for i in range(k, min(last, k + 18, len(line))):
        word = line.words[i]
        if (word == "fire" and line.word(i - 1) != "-") or word in (
            "request",
            "format",
            "paper",
            "condition",
            "invitation",
        ):
            continue
        if word == "table" and line.word(i - 1) not in ("the", "negotiating", "bargaining"):
            continue
        if word == "talk" and line.word(i - 1) not in DETERMINERS:
            continue
        if word in PROCESS:
            first = _phrase_start(line, i, k)
            return Target(
                first, _phrase_end(line, i), line.words[i], _refers_back(line, first, i), False
            )
    return None


def _ends_phrase(line: Line, k: int) -> bool:
    word = line.word(k)
    return not word or word in ",;:.!?" or word in _STOP or word in PREPOSITIONS or is_adverb(word)


def _adjective_list(line: Line, comma: int) -> bool:
    """*a just, lasting peace*: the comma stands between words of one phrase."""
    return (
        comma > 0
        and line.word(comma + 1) not in DETERMINERS | _STOP | PREPOSITIONS
        and not line.word(comma + 1).endswith("ing")
        and line.word(comma + 2) in PROCESS
    )


def _phrase_start(line: Line, head: int, low: int) -> int:
    k = head
    while k > low and head - k < 6:
        word = line.words[k - 1]
        if (
            word in _STOP
            or word in PREPOSITIONS
            or word in ',;:.()“”"'
            or (looks_like_verb(word) and word not in PROCESS)
        ) or (line.word(k - 2) == "to" and word not in DETERMINERS):
            break
        k -= 1
        if word in DETERMINERS:
            break
    while k < head and line.words[k] in ("’s", "’"):
        k += 1
    return k


def _phrase_end(line: Line, head: int) -> int:
    """After the head: compound nouns and prepositional phrases, twelve words at most."""
    k = head + 1
    stop = min(len(line), head + 11)
    while k < stop:
        word = line.words[k]
        if word in ',;:.!?()“”"«»—–' or word in _STOP or word == "that" or word in _NEW_SUBJECTS:
            break
        if (
            looks_like_verb(word)
            and word not in PROCESS | ACTS
            and line.words[k - 1] not in (PREPOSITIONS | DETERMINERS | {"’s", "to", "-"})
        ):
            break
        if word in ("as", "by", "after", "before", "amid", "during", "despite", "without"):
            break
        k += 1
    while k > head + 1 and line.words[k - 1] in PREPOSITIONS | DETERMINERS | {"to"}:
        k -= 1
    return k


def _refers_back(line: Line, first: int, head: int) -> bool:
    """*the plan*, *the new approach*: definite, with nothing that says which."""
    if line.words[first] not in _ANAPHORIC or head - first > 2:
        return False
    if line.words[head] not in _CALLING_BACK:
        return False
    after = line.word(head + 1)
    return after not in ("of", "for", "to", "with", "between", "on", "that", "towards", "in")


def central_proposal(page: Page) -> Span | None:
    """The proposal the document is about: the first described one of title and opening.

    None if none of the first sentences names one with its content (*talks with X*, *a plan
    to Y*).
    """
    for sentence in page.reading.sentences[:6]:
        line = page.line(sentence.start, min(sentence.end, sentence.start + 600))
        for i, word in enumerate(line.words):
            if word not in PROCESS or word in _NOT_CENTRAL:
                continue
            first, last = _phrase_start(line, i, 0), _phrase_end(line, i)
            while first < i and line.words[first].endswith("ing"):
                first += 1
            start, end = line.span_of(first, last)
            if last - i > 2:
                return page.reading.span(start, end)
    return None

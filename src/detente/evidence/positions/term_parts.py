"""A term in the making, and the parts of a clause that say by whom it is and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from detente.evidence.items import Actor, TermKind
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_subject import first_actor_after, speakers
from detente.evidence.positions.cue_words import (
    AGENTS,
    AUXILIARIES,
    MODALS,
    PAST,
    PREPOSITIONS,
    is_adverb,
    looks_like_verb,
)
from detente.evidence.positions.subject_nouns import joint_phrase
from detente.evidence.positions.term_cues import TermCue
from detente.evidence.positions.verb_group import VerbGroup

# What it is said with is no part of a term: "Kenya said any deal must …".
REPORTING = frozenset(
    "said says say saying adding added warned insisted stressed argued announced".split()
)
# How many words a list after a colon is followed: more would cost more than it says.
LIST_REACH = 160
FIRST_PERSON = frozenset("we i us our my".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """One term at words ``first`` to ``last``; ``by`` empty where no subject names an actor.

    ``own`` is True where the speaker (*we*, *I*, or the one who says so) is the one it is by.
    """

    line: Line
    cue: TermCue
    kind: TermKind
    at: int
    first: int
    last: int
    by: tuple[Actor, ...]
    to: Actor | None
    guess: bool
    own: bool


def under_statement(line: Line, i: int) -> bool:
    """True if word ``i`` is part of what somebody is reported to have said."""
    return next(line.page.statements_over(line.tokens[i].start), None) is not None


def subject_of(line: Line, i: int, group: VerbGroup) -> tuple[tuple[Actor, ...], bool]:
    """The subject's actors, and whether the speaker is the subject (*we*, *I*)."""
    before = line.word(group.start - 1)
    if before in FIRST_PERSON or before in ("’re", "’m", "’ve", "’ll", "’d"):
        joint = joint_phrase(line, group.start - 1) if before in ("we", "i") else ()
        return joint, not joint
    return speakers(line, i, group), False


# Nouns besides agents that parties stand behind: "both sides", "each country".
_PARTY_NOUNS = frozenset(
    """side sides party parties state states nation nations country countries group groups
    community signatories participants counterpart counterparts people peoples teams experts
    ministries institutions organisations organizations companies banks board panel body agency
    agencies mission force forces bloc union""".split()
)
_PARTY_PRONOUNS = frozenset("they he she it both each who".split())


def party_stands(line: Line, start: int) -> bool:
    """True if a party that no actor of the text is stands before word ``start``: *each side*."""
    k = start - 1
    while k > 0 and line.words[k] in ("also", "each", "all", "themselves", ","):
        k -= 1
    word = line.word(k)
    if word in ("and", "or", "then"):
        # A second verb of the same subject: its first has been looked at.
        return False
    return word in _PARTY_PRONOUNS or word in _PARTY_NOUNS or word in AGENTS


def is_predicate(line: Line, i: int, group: VerbGroup) -> bool:
    """True if the adjective is said of a subject: *is ready to*, *stands ready to*."""
    return group.auxiliary or line.word(group.start - 1) in (
        *("stands", "stood", "stand", "remains", "remained", "remain", "seems", "appears"),
    )


def verb_start(line: Line, i: int, group: VerbGroup) -> int:
    """The verb at word ``i`` with the adverbs right before it."""
    k = i
    while k > group.start and is_adverb(line.words[k - 1]):
        k -= 1
    return k


def clause_first(line: Line, start: int) -> int:
    """The first word of the clause of word ``start``, a relative clause in its subject included.

    *A deal that frees nobody would fail* begins with its article, not with *frees*.
    """
    first = line.clause_start(min(start, len(line) - 1))
    for _ in range(2):
        if first < 2 or line.words[first - 1] not in ("that", "which", "who"):
            break
        noun = line.words[first - 2]
        relative = looks_like_verb(line.words[first]) or line.words[first] in MODALS
        if not relative or looks_like_verb(noun) or noun in PREPOSITIONS or noun in ',;:“"':
            break
        first = line.clause_start(first - 2)
    for k in range(start - 2, first - 1, -1):
        if line.words[k] in REPORTING:
            return k + 1 + (line.words[k + 1] == "that")
    return first


def object_actor(line: Line, first: int, last: int, by: tuple[Actor, ...]) -> Actor | None:
    """The first actor after the cue that is not one of ``by``."""
    if first >= last:
        return None
    own = {a.id for a in by}
    start, end = line.span_of(first, last)
    for mention, actor in line.reading.mentions_between(start, end, places=False):
        if actor.id not in own and actor.type not in ("media", "anonymous_source"):
            return actor if mention.kind != "pronoun" or actor.type != "person" else None
    return None


def addressee(
    line: Line, first: int, last: int, by: tuple[Actor, ...], kind: TermKind
) -> Actor | None:
    """To whom: whoever is asked may stand anywhere near, but a gift names its receiver.

    *offered Kenya aid*, *aid to Kenya*: the object itself or after *to*, *for*, *with*.
    """
    if kind == "demand":
        found = object_actor(line, first, min(last, first + 12), by)
        return None if found is None or _one_of_several(line, first, last, found) else found
    own = {a.id for a in by}
    if first < last and (pair := first_actor_after(line, first, within=3)) is not None:
        following = line.word(line.index_at(pair[0].span.end))
        if pair[1].id not in own and following not in ("’s", "’", "-"):
            return pair[1]
    for k in range(first, min(last - 1, first + 9)):
        if line.words[k] == "that" or line.words[k] not in ("to", "for", "with", "against"):
            continue
        if line.words[k + 1].endswith("ing"):
            continue
        pair = first_actor_after(line, k + 1, within=4)
        if pair is not None and pair[1].id not in own:
            return pair[1]
    return _relieved(line, first, last, own)


# Goods that somebody is to have again, and burdens that lie on somebody.
_HELD = frozenset("access assets membership seat rights exports funds accounts".split())
_BURDENS = frozenset("sanctions tariffs embargo blockade restrictions ban bans duties".split())


def _relieved(line: Line, first: int, last: int, own: set[str]) -> Actor | None:
    """*restore Kenya’s access*, *lift sanctions on Kenya*: who is better off."""
    for k in range(first, min(last, first + 9)):
        word = line.words[k]
        if word in _BURDENS and line.word(k + 1) in ("on", "against"):
            pair = first_actor_after(line, k + 2, within=4)
        elif word in ("’s", "’") and not _HELD.isdisjoint(line.words[k + 1 : k + 3]):
            pair = line.reading.mention_at(line.tokens[k - 1].start)
        else:
            continue
        if pair is not None and pair[1].id not in own:
            return pair[1]
    return None


def _one_of_several(line: Line, first: int, last: int, actor: Actor) -> bool:
    """*wants to see Kenya, Uganda and Chad …*: a list of names is wanted, not asked."""
    start, end = line.span_of(first, min(last, first + 12))
    for mention, other in line.reading.mentions_between(start, end, places=False):
        if other.id == actor.id:
            k = line.index_at(mention.span.end)
            return (
                line.word(k) == ","
                and k + 1 < last
                and line.reading.mention_at(line.tokens[k + 1].start) is not None
            )
    return False


def last_actor(line: Line, first: int, last: int) -> Actor | None:
    """The last actor named in words ``first`` to ``last``."""
    start, end = line.span_of(first, last)
    found = list(line.reading.mentions_between(start, end, places=False))
    return found[-1][1] if found else None


def leading_actor(line: Line, first: int, stop: int) -> tuple[Actor, ...]:
    """The actor that a clause begins with, before word ``stop``."""
    pair = first_actor_after(line, first, within=max(1, min(6, stop - first)))
    return () if pair is None else (pair[1],)


def possessor(line: Line, i: int) -> tuple[Actor, ...]:
    """Whose the noun at word ``i`` is: *Kenya’s emphasis*."""
    if line.word(i - 1) in ("’s", "’") and i > 1:
        pair = line.reading.mention_at(line.tokens[i - 2].start)
        if pair is not None:
            return (pair[1],)
    return ()


def noun_end(line: Line, i: int) -> int:
    """After a noun and the prepositional phrase on it: before a comma, *and*, or a verb."""
    end = line.clause_end(i)
    for k in range(i + 1, end):
        word = line.words[k]
        if word in (",", "as") or word in AUXILIARIES or word in MODALS or word in PAST:
            return k
        if word in ("and", "or") and not _same_list(line, k, end):
            return k
    return end


def _same_list(line: Line, k: int, end: int) -> bool:
    """*sanctions and tariffs*: what follows the conjunction is one more noun, not a clause."""
    return not any(looks_like_verb(w) for w in line.words[k + 1 : min(end, k + 5)])


def with_participle(line: Line, last: int) -> int:
    """*could lower prices, helping Kenya*: a participle that says to whom belongs to it."""
    if line.word(last) == "," and line.word(last + 1).endswith("ing") and last + 1 < len(line):
        end = line.clause_end(last + 1)
        if object_actor(line, last + 2, end, ()) is not None:
            return end
    return last

"""Nouns that stand as a subject: titles with a name after them, *the two leaders*, *we*."""

from __future__ import annotations

from detente.evidence.items import Actor, Mention
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import AGENTS, CONJUNCTIONS, PREPOSITIONS
from detente.evidence.positions.joint_voice import JOINT_NOUNS

# "Kenya’s opposition", "its former president": in the state, but not the state.
NOT_FOR_ITS_STATE = frozenset(
    """opposition rebel rebels former ex exiled separatist separatists militant militants insurgent
    insurgents breakaway dissident dissidents ousted deposed""".split()
)
# "members of the league": some of them, not the league.
MEMBERS = frozenset("member members state states allies partners critics opponents".split())
_SIGNERS = frozenset("parties sides countries governments participants".split())
_ASIDES = frozenset("who which that whose where including".split())


def can_act(pair: tuple[Mention, Actor]) -> bool:
    """True if the mention stands for an actor that may have a stand of its own."""
    return pair[0].role == "actor" and pair[1].type != "media"


def apposed_person(line: Line, head: int) -> tuple[Mention, Actor] | None:
    """*Kenya’s chief negotiator, Ada Obi, …*: the person named after the title at ``head``."""
    if line.word(head + 1) != ",":
        return None
    for k in range(head + 2, min(head + 10, len(line))):
        pair = line.reading.mention_at(line.tokens[k].start)
        if pair is not None and pair[1].type == "person" and pair[0].kind == "name":
            return pair
        word = line.words[k]
        if word in _ASIDES or word in ",;:" or word in PREPOSITIONS:
            return None
        if not (line.tokens[k].text[:1].isupper() or word in AGENTS or pair is not None):
            return None
    return None


def joint_phrase(line: Line, head: int) -> tuple[Actor, ...]:
    """The actors of *the two leaders*, *both sides*, *the presidents* whose noun is ``head``."""
    noun = line.word(head)
    if noun in ("we", "i") or (noun in JOINT_NOUNS and _ours(line, head)):
        if line.speaks(head):
            return ()
        one = line.page.joint.speaker or line.page.voice_at(line.tokens[head].start)
        return (line.page.joint.we if one is None else (one,)) if noun != "i" or one else ()
    if noun not in JOINT_NOUNS:
        return ()
    k = head - 1
    while line.word(k) in ("foreign", "prime", "defence", "defense", "respective"):
        k -= 1
    if line.word(k) not in ("two", "three", "both", "the"):
        return ()
    meant = line.page.joint.meant(line.words[k], noun, line.tokens[head].start)
    # Those who sign a joint text are its parties, however far above they are named.
    return meant or (line.page.joint.we if noun in _SIGNERS else ())


def _ours(line: Line, head: int) -> bool:
    """*our governments*, *senior officials from our countries* in what several say together."""
    return line.word(head - 1) == "our" or (
        line.word(head + 1) in ("from", "of") and line.word(head + 2) == "our"
    )


def owner_of(line: Line, i: int) -> tuple[Mention, Actor] | None:
    """Whose the noun at word ``i`` is: *Kenya’s strong support*, *Kenyan opposition*."""
    for k in range(i - 1, max(-1, i - 5), -1):
        word = line.words[k]
        if word in ("’s", "’") and k:
            pair = line.reading.mention_at(line.tokens[k - 1].start)
            return pair if pair is not None and can_act(pair) else None
        pair = line.reading.mention_at(line.tokens[k].start)
        if pair is not None:
            return pair if pair[0].kind == "demonym" and can_act(pair) else None
        if not word.isalpha() or word in PREPOSITIONS or word in CONJUNCTIONS:
            return None
    return None

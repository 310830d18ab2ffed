"""Where a noun phrase begins and ends, told from the words around without a parse."""

from __future__ import annotations

from detente.evidence.naming.gazetteer_match import is_hyphen
from detente.evidence.naming.name_words import FUNCTION_WORDS
from detente.evidence.naming.source_verbs import AUXILIARIES, IRREGULAR, SPEECH
from detente.evidence.naming.words import Words

ARTICLES = frozenset({"a", "an", "the"})
COUNTS = frozenset(
    """one two three four five six seven eight nine ten several some many most few other another
    both numerous various dozens multiple certain all more""".split()
)
DETERMINERS = ARTICLES | COUNTS | frozenset("this that these those no any each every".split())
# Words that may stand between the determiner and an unnamed source or a group.
ADJECTIVES = frozenset(
    """senior top high level ranking former current western eastern northern southern foreign
    diplomatic military intelligence security defence defense government administration ministry
    independent political economic financial legal regional local international global national
    federal state central unnamed anonymous unidentified informed knowledgeable well placed close
    palace presidential parliamentary congressional legislative judicial humanitarian nuclear
    energy oil trade market veteran retired seasoned outside private public prominent leading
    opposition rebel separatist pro anti non nato un eu allied coalition partner bilateral arab
    gulf asian african european conservative liberal progressive democratic republican bipartisan
    hardline moderate influential key chief lead special elite armed police army naval air border
    ground occupying peacekeeping paramilitary civilian medical health aid relief business
    industry company embassy consular ministerial party campaign transition elected occupied peace
    policy affairs strategic analysts think tank academic university legal constitutional human
    rights two deputy junior mid working day based east west north south southeast northeast
    prime consul vice finance fisheries gas water shipping mining maritime bank court
    department""".split()
)


def phrase_start(words: Words, head: int, named: set[int]) -> int:
    """First token of the noun phrase that ends in token ``head``, its determiner included.

    Goes left over known modifiers, names (``named``) with or without a possessive, and stops
    at anything else.
    """
    i = head
    while words.next_to(head, i - 1) and head - i < 10:
        before = i - 1
        lower = words.lowers[before]
        of_name = words.texts[before] in ("’s", "'s", "’") and before - 1 in named
        if before in named or lower in ADJECTIVES or of_name:
            i = before
        elif is_hyphen(words.texts[before]) and words.glued[before] and words.glued[i]:
            if not words.next_to(head, before - 1):
                break
            i = before - 1
        elif lower in COUNTS and lower not in ("no",):
            i = before
        elif lower in ARTICLES and not _belongs_to_name(words, i, named):
            return before
        else:
            break
    return i


def _belongs_to_name(words: Words, i: int, named: set[int]) -> bool:
    """True if the article goes with a possessor: "the Ministry's officials"."""
    j = i
    while j in named:
        j += 1
    return j > i and j < len(words) and words.texts[j] in ("’s", "'s", "’")


def verb_after(words: Words, i: int, verbs: frozenset[str] = SPEECH) -> str:
    """The verb that follows a subject ending before token ``i``, past an aside; "" if none."""
    start = i
    if words.next_to(i - 1, i) and words.texts[i] in (",", "—", "–", "("):
        closing = ")" if words.texts[i] == "(" else words.texts[i]
        j = i + 1
        while words.next_to(i - 1, j) and j - i < 14 and words.texts[j] != closing:
            j += 1
        if not words.next_to(i - 1, j) or words.texts[j] != closing:
            return ""
        start = j + 1
    for j in range(start, start + 4):
        if not words.next_to(i - 1, j):
            return ""
        lower = words.lowers[j]
        if lower in verbs and not words.capital[j]:
            return lower
        if lower in AUXILIARIES or lower.endswith("ly") or lower in ("also", "now", "still"):
            continue
        return ""
    return ""


def ends_phrase(words: Words, i: int) -> bool:
    """True if the noun before token ``i`` is the last of its phrase."""
    if not words.next_to(i - 1, i):
        return True
    word = words.lowers[i]
    return (
        not word[0].isalpha()
        or word in FUNCTION_WORDS
        or word in AUXILIARIES
        or word in SPEECH
        or word in IRREGULAR
        or word.endswith(("ed", "ly"))
    )

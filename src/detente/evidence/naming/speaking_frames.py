"""Frames in which a noun phrase speaks: before a verb of telling, after a quotation and a verb."""

from __future__ import annotations

from detente.evidence.naming.name_words import FUNCTION_WORDS
from detente.evidence.naming.noun_phrases import (
    ARTICLES,
    DETERMINERS,
    phrase_start,
    verb_after,
)
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.source_verbs import AUXILIARIES, TELLING
from detente.evidence.naming.words import Words

OWN = frozenset("its their his her our".split())
_CLOSING = frozenset("”»\"'’")
_CITING = frozenset({"quoted", "citing", "cited", "quoting"})
_LEADS_IN = frozenset({"to", "by", "from"})
_HEARD = _CITING | {"according", "told", "confirmed"}
_PREPOSITIONS = frozenset("in at from with near on to for of inside around aboard".split())
_HERE = frozenset({"here", "there", "abroad"})
_INTERVALS = frozenset(
    """and or but that while as when because although though after before since where whereas
    if""".split()
)
_SETTING = frozenset({"speaking", "requesting", "asking", "talking", "insisting", "quoted"})
_WORDS_OF = frozenset("words phrase view opinion judgement judgment telling eyes".split())
_SOME = frozenset("group handful number dozen couple pair trio majority".split())
_SPEAK = frozenset({"speak", "speaks", "spoke"})
_BE = frozenset("is are was were be been being".split())
_REACH = 9
_ASIDE = 16


def wide_start(words: Words, head: int, named: set[int]) -> int:
    """First token of the phrase that ends in ``head``, past modifiers no list knows.

    These are taken only where a determiner stands before them: "a department spokesman".
    """
    first = phrase_start(words, head, named)
    if words.lowers[first] in DETERMINERS:
        return first
    if words.next_to(head, first - 3) and words.lowers[first - 1] == "of":
        # "a group of retired admirals"
        some = words.lowers[first - 2] in _SOME and words.lowers[first - 3] in ARTICLES
        return first - 3 if some else first
    for k in range(first - 1, first - 6, -1):
        if not words.next_to(head, k):
            return first
        word = words.lowers[k]
        if word in ARTICLES or word in OWN or word == "one":
            return k
        if k in named and words.texts[k + 1] in POSSESSIVES:
            while k - 1 in named:
                k -= 1
            return k
        inner = words.texts[k] == "-" or words.texts[k] in POSSESSIVES or k in named
        if not inner and (not word[0].isalpha() or word in FUNCTION_WORDS or word in TELLING):
            return first
    return first


def speaks(words: Words, first: int, end: int, place: int) -> bool:
    """True if the phrase at tokens ``first:end`` speaks; ``place`` is the end of a place behind."""
    before = words.lowers[first - 1] if words.next_to(first, first - 1) else ""
    verb = verb_after(words, place)
    if verb and not _suffers(words, place, verb):
        # "talks with officials said to be tense" has another subject.
        return before not in ("of", "with", "between", "against") or verb in ("said", "say")
    if before in _CITING or before in ("said", "say", "says"):
        return True
    if words.next_to(first, first - 2):
        earlier = words.lowers[first - 2]
        if before in _LEADS_IN and (earlier in _HEARD or (before == "by" and earlier == "said")):
            return True
        if before == "of" and earlier in _WORDS_OF and words.lowers[first - 3] == "the":
            return True
        if before in TELLING and words.texts[first - 2] in _CLOSING:
            return True
    if before == "as" and words.lowers[end : end + 2] in (["put", "it"], ["puts", "it"]):
        return True
    if not opens_clause(words, first):
        return False
    return _tells(words, place) or tells_later(words, end) or sets_terms(words, end)


def _tells(words: Words, i: int) -> bool:
    """A verb of telling follows the subject that ends before token ``i``."""
    verb = verb_after(words, i, TELLING)
    if not verb or _suffers(words, i, verb):
        return False
    return verb not in _SPEAK or any(
        words.lowers[k] == verb and words.lowers[k + 1 : k + 2] in (["of"], ["about"])
        for k in range(i, min(len(words), i + _ASIDE))
    )


def _suffers(words: Words, i: int, verb: str) -> bool:
    """As in "the envoy had been told": somebody else speaks, to him or of him."""
    if verb in ("said", "quoted"):
        return False
    for k in range(i, min(len(words), i + _ASIDE + 4)):
        if words.lowers[k] == verb:
            return words.lowers[k - 1] in _BE
    return False


def opens_clause(words: Words, first: int) -> bool:
    """True if the phrase may be the subject: nothing that could govern it stands before it."""
    if not words.next_to(first, first - 1):
        return True
    before = words.texts[first - 1]
    return not before[0].isalnum() or before.lower() in _INTERVALS or words.initial[first]


def tells_later(words: Words, end: int) -> bool:
    """A verb of telling after a complement: "an aide to the king says", "an envoy here told"."""
    if not words.next_to(end - 1, end):
        return False
    opener = words.lowers[end]
    participle = opener.endswith(("ing", "ed")) and len(opener) > 4 and opener not in TELLING
    if opener not in _PREPOSITIONS and opener not in _HERE and not participle:
        return False
    for k in range(end + 1, end + _REACH):
        if not words.next_to(end, k):
            return False
        word = words.lowers[k]
        if word in POSSESSIVES or word == "-":
            continue
        if word == ",":
            return words.next_to(end, k + 1) and (_tells(words, k) or sets_terms(words, k))
        if word in TELLING and not words.capital[k] and (word in _PLAIN or word.endswith("ed")):
            return True
        if word in AUXILIARIES:
            return _tells(words, k)
        if not word[0].isalnum() or word in _INTERVALS or word in ("who", "which"):
            return False
    return False


def sets_terms(words: Words, end: int) -> bool:
    """As in "an envoy, speaking on condition of anonymity, was doubtful"."""
    if not words.next_to(end - 1, end + 1) or words.texts[end] != ",":
        return False
    if words.lowers[end + 1] not in _SETTING:
        return False
    stop = min(len(words), end + _ASIDE)
    return any(w in ("anonymity", "anonymously", "named") for w in words.lowers[end + 2 : stop])


_PLAIN = frozenset(
    """say says said tell tells told write writes wrote insist insists believe believes think
    thinks thought admit admits argue argues deny denies expect expects warn warns fear fears
    hope hopes acknowledge acknowledges welcome welcomes concede concedes complain complains
    suggest suggests speak spoke knew know""".split()
)

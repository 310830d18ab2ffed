"""Names of persons in many spellings, brought to one form for look-ups."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.reference.tables import without_accents

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "ð": "d"})
# Small words inside names.
PARTICLES = frozenset("al el bin ibn ben abu abd da de del dos van von der den the".split())
_SUFFIXES = frozenset(
    "jr sr dr gen lt col sir lord mr mrs ms sheikh sheik shaikh ayatollah".split()
)
# Spellings of one sound or letter: Serhiy and Serhii, Zelenskyy and Zelensky, Mohamed and
# Muhammad, Hussein and Husayn. Applied in this order to a folded word.
_SOUNDS = (
    (re.compile(r"(?:iy|yi|ii|yy|ij|ey|ei|ay|ai|y|j)"), "i"),
    (re.compile(r"ou|oo|o"), "u"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"e"), "a"),
    (re.compile(r"w"), "v"),
    (re.compile(r"kh|q|ck"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)
NICKNAMES = {
    "joe": "joseph", "joey": "joseph", "bob": "robert", "bill": "william", "mike": "michael",
    "jim": "james", "jimmy": "james", "tony": "anthony", "antony": "anthony", "dick": "richard",
    "don": "donald", "dan": "daniel", "ben": "benjamin", "bibi": "benjamin", "chuck": "charles",
    "tom": "thomas", "ted": "edward", "al": "albert", "dave": "david", "liz": "elizabeth",
    "pete": "peter", "ron": "ronald", "larry": "lawrence", "jack": "john", "steve": "steven",
    "alex": "alexander", "sandy": "alexander", "tim": "timothy", "jake": "jacob",
    "rob": "robert", "ken": "kenneth", "gerry": "gerald", "jerry": "gerald", "ed": "edward",
}  # fmt: skip


@lru_cache(65536)
def folded(name: str) -> tuple[str, ...]:
    """The words of ``name`` in small letters without accents, dots and forms of address.

    >>> folded("Joseph R. Biden Jr.")
    ('joseph', 'r', 'biden')
    """
    text = without_accents(name.lower().translate(_LETTERS))
    text = re.sub(r"[’'ʼ`‘\"“”().,]", "", text.replace("-", " "))
    return tuple(w for w in text.split() if w not in _SUFFIXES)


@lru_cache(65536)
def sounded(word: str) -> str:
    """A folded word with spellings of one sound made one; ends of adjectives dropped.

    >>> sounded("zelenskyy") == sounded("zelensky") == sounded("zelenskiy")
    True
    """
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def same_given(one: str, other: str) -> bool:
    """Whether two folded given names may be one: initial, nickname or another spelling."""
    if one == other or sounded(one) == sounded(other):
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return NICKNAMES.get(one, one) == NICKNAMES.get(other, other)

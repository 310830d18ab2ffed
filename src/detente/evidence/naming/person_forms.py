"""Read one person's name in a text: given names, particles, initials, suffixes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from detente.evidence.naming.gazetteer_match import Hit, is_hyphen
from detente.evidence.naming.name_words import (
    DAYS_AND_MONTHS,
    FUNCTION_WORDS,
    PARTICLES,
    SUFFIXES,
    THING_WORDS,
)
from detente.evidence.naming.organisation_words import HEADS as ORG_HEADS
from detente.evidence.naming.title_words import HEADS as TITLE_HEADS
from detente.evidence.naming.words import Words

# Tokens that are spoken for: by a gazetteer name, or (None) by an organisation's name.
Covered = Mapping[int, Hit | None]

_LONGEST = 7
# Two words that lost the space between them, unless the first is a part such as Mc or De.
_RUN_TOGETHER = re.compile(
    r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<!\bFitz)(?<=[a-z])[A-Z]"
)
_NEVER_SURNAMES = frozenset(
    """administration government summit plan doctrine agreement accord accords treaty declaration
    peninsula strait war committee commission office meeting""".split()
)


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A name at tokens ``first:last``.

    ``units`` are its parts: a hyphenated or particled part ("Jae-in", "bin Salman") is one;
    suffixes are left out.
    """

    first: int
    last: int
    units: tuple[str, ...]


def may_be_name(words: Words, i: int, covered: Covered) -> bool:
    """True if token ``i`` can be part of a person's name by its shape."""
    word = words.texts[i]
    return (
        words.capital[i]
        and i not in covered
        and (_has_shape(word) or (word == "He" and _family_name_he(words, i)))
    )


@lru_cache(maxsize=8192)
def _has_shape(word: str) -> bool:
    """True unless the word is a title, a function word, a month, an acronym or a slip."""
    lower = word.lower()
    return (
        len(word) > 1
        and word[0].isalpha()
        and not (word.isupper() and len(word) < 4)
        and not _RUN_TOGETHER.search(word)
        and lower not in FUNCTION_WORDS
        and lower not in TITLE_HEADS
        and word not in DAYS_AND_MONTHS
        and not word.startswith(("I’", "I'"))
    )


def _family_name_he(words: Words, i: int) -> bool:
    """The family name He: written with a capital inside a sentence, before a given name."""
    return (
        words.prose[i]
        and not words.initial[i]
        and words.next_to(i, i - 1)
        and words.next_to(i, i + 1)
        and words.capital[i + 1]
        and words.lowers[i + 1] not in FUNCTION_WORDS
    )


def is_thing(lower: str) -> bool:
    """True for a noun, or its plural, that names things and places rather than people."""
    return (
        lower in THING_WORDS
        or (lower.endswith("s") and lower[:-1] in THING_WORDS)
        or (lower.endswith("ies") and f"{lower[:-3]}y" in THING_WORDS)
    )


def _plain_name(words: Words, i: int, covered: Covered) -> bool:
    return (
        may_be_name(words, i, covered)
        and not is_thing(words.lowers[i])
        and words.lowers[i] not in ORG_HEADS
    )


def _initial(words: Words, i: int) -> int:
    """Tokens of an initial at ``i`` ("F." or "J.D."): 0 if none."""
    word = words.texts[i]
    if len(word) == 1 and word.isupper() and words.next_to(i, i + 1):
        return 2 if words.texts[i + 1] == "." and words.glued[i + 1] else 1
    return 1 if len(word) in (4, 6) and word[1::2].strip(".") == "" and word.isupper() else 0


def read_name(words: Words, first: int, covered: Covered, *, titled: bool) -> PersonForm | None:
    """The name that begins at token ``first``.

    After a title (``titled``) one word is enough, and its words may be common ones or the
    name of a state; elsewhere two plain name words are needed.
    """
    units: list[str] = []
    solid = 0
    begin = i = first
    last = first
    while i < len(words) and words.next_to(first, i) and i - first < _LONGEST:
        lower = words.lowers[i]
        if words.texts[i] in SUFFIXES and units:
            last = i + 1
            if words.next_to(i, last) and words.texts[last] == "." and words.glued[last]:
                last += 1
            break
        step = _initial(words, i)
        if step and i not in covered and (units or titled or _name_follows(words, i + step)):
            units.append(words.text(i, i + step))
            i += step
            begin = i
            continue
        if (
            lower in PARTICLES
            and (units or words.capital[i] or titled)
            and (words.next_to(first, i + 1))
        ):
            # A particle binds to what follows; without that it is no part of the name.
            hyphen = is_hyphen(words.texts[i + 1]) and words.glued[i + 1]
            after = i + 2 if hyphen else i + 1
            if words.next_to(first, after) and (
                _plain_name(words, after, covered)
                or (words.lowers[after] in PARTICLES and not hyphen)
            ):
                i = after
                continue
            if not words.capital[i] or not may_be_name(words, i, covered):
                break
        if not _accepts(words, i, covered, len(units), titled):
            break
        end = _through_hyphens(words, i, covered)
        units.append(words.text(begin, end))
        solid += 1
        begin = i = last = end
    if not units or solid == 0 or (not titled and solid < 2):
        return None
    while len(units) > solid and last < begin:
        units.pop()
    return PersonForm(first, last, tuple(units))


def _name_follows(words: Words, i: int) -> bool:
    return i < len(words) and words.capital[i] and len(words.texts[i]) > 1


def _accepts(words: Words, i: int, covered: Covered, count: int, titled: bool) -> bool:
    if _plain_name(words, i, covered):
        return True
    if not words.capital[i]:
        return False
    if not titled:
        # A second family name that is also a capital's: "Ana Ruiz Lima".
        other = covered.get(i)
        return (
            count >= 2
            and other is not None
            and (other.name.kind == "capital" and other.last == i + 1 and words.prose[i])
        )
    follows = words.next_to(i, i + 1) and words.capital[i + 1]
    if i in covered:
        hit = covered[i]
        # "Minister Jordan Reyes", "Senator Lena Ireland": a state's name inside a person's.
        if hit is None or hit.last != i + 1 or hit.name.kind not in ("name", "capital"):
            return False
        return count > 0 or (follows and _plain_name(words, i + 1, covered))
    return (
        count > 0
        and not follows
        and may_be_name(words, i, covered)
        and words.lowers[i] not in _NEVER_SURNAMES
    )


def _through_hyphens(words: Words, i: int, covered: Covered) -> int:
    """End of the word at ``i`` with its hyphenated parts ("Jae-in", "Smith-Jones")."""
    end = i + 1
    while (
        end - i < _LONGEST
        and words.next_to(i, end + 1)
        and is_hyphen(words.texts[end])
        and words.glued[end]
        and words.glued[end + 1]
        and words.texts[end + 1][0].isalpha()
        and end + 1 not in covered
        and words.lowers[end + 1] not in ("era", "led", "backed", "style", "brokered", "proposed")
    ):
        end += 2
    return end

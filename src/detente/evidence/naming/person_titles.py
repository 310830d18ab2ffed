"""Titles: an office or function in words, and the body it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from detente.evidence.naming.gazetteer_match import is_hyphen
from detente.evidence.naming.title_words import (
    HEADS,
    MODIFIERS,
    PLAIN_FORMS,
    PLURALS,
    PORTFOLIOS,
    RELATIONS,
    SHORT_FORMS,
)
from detente.evidence.naming.words import Words

POSSESSIVES = frozenset({"’s", "'s", "’", "'"})
_EARLIER = frozenset("former then ex acting late outgoing incoming incumbent current".split())
# Longer titles than this are lists or noise, and reading on would cost time for nothing.
_LONGEST = 12
_INNER = frozenset({"office", "head", "chief", "department", "bureau", "staff", "council"})
_LINKS = frozenset({"of", "for", "to", "on", "at", "in"})


@dataclass(frozen=True, slots=True)
class Body:
    """A state or organisation named at tokens ``first:last``."""

    first: int
    last: int
    actor: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title at tokens ``first:last`` (the body beside it included).

    ``head`` is the lower-case word that says which office; ``text`` the title without its body.
    """

    first: int
    last: int
    head: str
    text: str
    of: str | None
    plural: bool = False

    @property
    def is_plain(self) -> bool:
        """True for Mr, Mrs, Dr …: a form of address and no office."""
        return self.head in PLAIN_FORMS or self.head in RELATIONS


def title_around(words: Words, head: int, bodies: Mapping[int, Body]) -> Title:
    """The whole title whose head word is token ``head``."""
    own = head
    while head - own < _LONGEST and words.next_to(head, own - 1):
        before = words.lowers[own - 1]
        under = words.texts[own - 1] == "Under" and words.lowers[own] == "secretary"
        if under or (
            (before in MODIFIERS or (before in PORTFOLIOS and _is_pair(words, own - 1)))
            and own - 1 not in bodies
        ):
            own -= 1
        elif (
            before == "and"
            and words.lowers[own] in PORTFOLIOS
            and words.next_to(head, own - 2)
            and words.lowers[own - 2] in PORTFOLIOS
            and words.capital[own - 2] == words.capital[own]
        ):
            own -= 2  # "trade and industry commissioner"
        elif (
            is_hyphen(words.texts[own - 1])
            and words.next_to(head, own - 2)
            and words.lowers[own - 2] in MODIFIERS | HEADS | {"co", "under"}
        ):
            own -= 2
        else:
            break
    first, of = _body_before(words, own, bodies)
    last = head + 1
    short = words.lowers[head] in SHORT_FORMS
    if short and last < len(words) and words.texts[last] == "." and words.glued[last]:
        last += 1
    text = words.text(own, last)
    if own != first and words.next_to(head, first - 1) and words.lowers[first - 1] in _EARLIER:
        first -= 1
        text = f"{words.texts[first]} {text}"
    end, complement, portfolio = complement_after(words, last, bodies)
    if portfolio or (complement is not None and of is not None):
        text = f"{text}{words.reading.text[words.ends[last - 1] : words.ends[end - 1]]}"
    word = words.lowers[head]
    if text.isupper() and len(text) > 4:
        text = text.title()
    if word in PLURALS:
        text = re.sub(rf"(?i){word}$", lambda m: _singular(m.group()), text)
    return Title(first, end, PLURALS.get(word, word), text, of or complement, word in PLURALS)


def _singular(plural: str) -> str:
    one = PLURALS[plural.lower()]
    return one.capitalize() if plural[0].isupper() else one


def _body_before(words: Words, own: int, bodies: Mapping[int, Body]) -> tuple[int, str | None]:
    """Where a body before the title begins, and whose it is."""
    i = own - 1
    possessive = words.next_to(own, i) and words.texts[i] in POSSESSIVES
    if possessive:
        i -= 1
    if not words.next_to(own, i):
        return own, None
    body = bodies.get(i)
    if body is None or body.last != i + 1:
        return own, None
    first = body.first
    if possessive and body.actor.startswith("org:") and words.next_to(own, first - 1):
        first -= words.lowers[first - 1] == "the"
    return first, body.actor


def complement_after(
    words: Words, last: int, bodies: Mapping[int, Body]
) -> tuple[int, str | None, bool]:
    """Read "of State", "for Foreign Affairs of Norway", "of the European Council" after a head.

    Returns the end, the body it names, and whether a portfolio was read.
    """
    end, of, portfolio = last, None, False
    while end - last < _LONGEST and words.next_to(last - 1, end) and words.lowers[end] in _LINKS:
        i = end + 1
        if words.next_to(end, i) and words.lowers[i] in ("the", "its", "their"):
            i += 1
        if not words.next_to(end, i):
            break
        body = bodies.get(i)
        if body is not None and body.first == i:
            body = _innermost(words, body, bodies)
            end, of = body.last, body.actor
            break
        j = _portfolio_end(words, i, bodies)
        if j == i:
            body = _body_past_adjectives(words, i, bodies)
            if body is not None:
                end, of = body.last, body.actor
            break
        end, portfolio = j, True
    return end, of, portfolio


def _is_pair(words: Words, i: int) -> bool:
    """The second word of "trade and industry"."""
    return (
        words.together(i - 2, i)
        and words.lowers[i - 1] == "and"
        and words.lowers[i - 2] in PORTFOLIOS
    )


def _innermost(words: Words, body: Body, bodies: Mapping[int, Body]) -> Body:
    """The Guard in "Norway's Home Guard", the Legion in "Home Guard-Arctic Legion"."""
    j = body.last
    if words.next_to(body.last - 1, j) and words.texts[j] in POSSESSIVES:
        state = body.actor.startswith("state:")
    else:
        state = words.next_to(body.last - 1, j) and is_hyphen(words.texts[j]) and words.glued[j]
    inner = bodies.get(j + 1)
    if state and inner is not None and inner.first == j + 1 and inner.actor.startswith("org:"):
        return inner
    return body


def _portfolio_end(words: Words, i: int, bodies: Mapping[int, Body]) -> int:
    """End of a portfolio ("Foreign Affairs") or of an office named inside ("the Office")."""
    j = i
    while j - i < _LONGEST and words.next_to(i, j) and j not in bodies:
        word = words.lowers[j]
        if word in ("and", "&"):
            if j == i or not words.next_to(j, j + 1) or words.lowers[j + 1] not in PORTFOLIOS:
                break
        elif word not in PORTFOLIOS and not (
            word in _INNER and words.next_to(j, j + 1) and words.lowers[j + 1] == "of"
        ):
            break
        j += 1
    return j


def _body_past_adjectives(words: Words, i: int, bodies: Mapping[int, Body]) -> Body | None:
    """As in "of the conservative Labour Party": one or two words in lower case before the body."""
    for j in (i + 1, i + 2):
        if not words.next_to(i, j) or words.capital[j - 1] or words.lowers[j - 1] in _LINKS:
            return None
        body = bodies.get(j)
        if body is not None:
            return body if body.first == j else None
    return None

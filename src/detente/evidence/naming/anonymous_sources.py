"""Unnamed sources: officials, diplomats, analysts who say something."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.noun_phrases import ARTICLES, DETERMINERS
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.source_nouns import (
    CHIEF_OF,
    CHIEFS,
    OWNED_OFFICES,
    PLURAL,
    POSTED,
    SINGULAR,
    SOURCES,
)
from detente.evidence.naming.source_verbs import SPEECH
from detente.evidence.naming.speaking_frames import OWN, speaks, wide_start

# These words mean a source only with what they know beside them.
_PEOPLE = frozenset({"person", "people"})
_KNOWING = frozenset({"familiar", "close", "briefed", "knowledgeable"})
_HAVING = frozenset("have has had attended saw read heard know knew took".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_HEADS = SOURCES | OWNED_OFFICES | CHIEFS
# Their holder is one: whoever has the office by name is meant, or may be.
_HELD = (SINGULAR | OWNED_OFFICES | CHIEFS) - frozenset(
    """official diplomat source analyst expert observer insider economist person witness resident
    trader investor critic officer researcher scholar lawyer""".split()
)
# No longer sentence is looked back over.
_LONG = 60
_SERVING = frozenset({"of", "for", "to", "from"})


@dataclass
class _Sources:
    """The unnamed sources of one text so far, by what they are called."""

    counts: Counter[str] = field(default_factory=Counter)
    latest: dict[str, str] = field(default_factory=dict)


def mention_anonymous(book: ActorBook, titles: set[int]) -> None:
    """Add a nominal mention, and an actor, for every unnamed source that speaks.

    Each new group of sources is an actor of its own; "the official" and labels that repeat
    go back to the last source of the same noun. ``titles`` are words of named persons' titles.
    """
    words = book.words
    named = set(book.named)
    known = _Sources()
    for head in words.find(_HEADS):
        if head in named or head in titles or head in book.heads or not words.prose[head]:
            continue
        _read(book, head, named, known)


def _read(book: ActorBook, head: int, named: set[int], known: _Sources) -> None:
    words = book.words
    word = words.lowers[head]
    last = _noun_end(book, head)
    end = _with_knowledge(book, last)
    who = words.lowers[last : last + 1] == ["who"] and words.lowers[last + 1] in _HAVING
    if (word in _PEOPLE and end == last and not who) or words.texts[last : last + 1] == ["-"]:
        return
    if words.next_to(head, last) and words.texts[last] in POSSESSIVES:
        return
    first = wide_start(words, head, named)
    opener = words.lowers[first]
    owns = opener in OWN
    bare = first
    while bare < head and (words.lowers[bare] in ARTICLES | OWN or words.lowers[bare] == "one"):
        bare += 1
    if word in CHIEFS and last == head + 1 and bare == head:
        return
    label = _is_label(book, first, last - 1)
    inner = next((book.named[i] for i in range(bare, head) if i in book.named), None)
    singular_bare = word not in PLURAL and bare == first and opener not in DETERMINERS
    if singular_bare and not label and inner is None:
        return
    place = _with_place(book, end)
    behind = _served(book, end)
    if inner is None and behind is None and not owns and _is_highest(book, first, head):
        return
    if _is_apposition(book, first, end):
        return
    if not label and not speaks(words, first, end, place):
        return
    owner = inner or behind or (_owner_before(book, first) if owns else None)
    if owner is None and word not in POSTED:
        owner = next((book.named[i] for i in range(end, place) if i in book.named), None)
    if word in _HELD and (owner is not None or owns):
        holders = _holders(book, words.lowers[bare : head + 1], owner)
        sure = [who for who, theirs in holders if theirs]
        if len(sure) == 1:
            book.mention(book.drafts[sure[0]], bare, last, "nominal", "office", "medium")
        if holders:
            return
    definite = opener in _DEFINITE
    key = slug(words.text(bare, last))
    if behind is not None and inner is None:
        key = f"{key}-{slug(book.drafts[behind].name)}"
    _add(
        book,
        known,
        (bare if definite or owns else first, bare, head, last, end),
        key,
        (definite or label, definite and behind is None),
        owner,
    )


def _add(
    book: ActorBook,
    known: _Sources,
    at: tuple[int, int, int, int, int],
    key: str,
    again: tuple[bool, bool],
    owner: str | None,
) -> None:
    """The mention at ``at``, of the source that spoke before if it may be meant ``again``."""
    begin, bare, head, last, end = at
    word = book.words.lowers[head]
    if again[0] and key not in known.latest:
        back = known.latest.get(word) if again[1] and bare == head else None
    else:
        back = known.latest.get(key) if again[0] else None
    if back is None:
        known.counts[key] += 1
        number = f"-{known.counts[key]}" if known.counts[key] > 1 else ""
        back = f"anon:{key}{number}"
        book.draft(back, _label(book.words.text(bare, end)), "anonymous_source", owner)
    known.latest[key] = known.latest[word] = back
    book.mention(book.drafts[back], begin, max(end, last), "nominal", "anonymous", "medium")
    book.heads.add(head)


def _label(text: str) -> str:
    shown = text.lower() if text.isupper() else text
    return f"{shown[0].upper()}{shown[1:]} (unnamed)"


def _noun_end(book: ActorBook, head: int) -> int:
    """End of the noun itself: "chief of staff" is one."""
    words = book.words
    of = words.lowers[head + 1 : head + 3]
    chief = of[:1] == ["of"] and len(of) > 1 and of[1] in CHIEF_OF
    if words.lowers[head] in CHIEFS and chief and words.next_to(head, head + 2):
        return head + 3
    if words.texts[head + 1 : head + 3] == ["-", "general"]:
        return head + 3
    general = words.lowers[head] == "consul" and words.lowers[head + 1 : head + 2] == ["general"]
    return head + 2 if general else head + 1


def _is_highest(book: ActorBook, first: int, head: int) -> bool:
    """Of these offices a text has several, or one that need not be said: whose must be."""
    words = book.words
    if any(words.texts[i] in POSSESSIVES for i in range(first, head)):
        return False
    general = words.lowers[head] == "general" and words.texts[head - 1] == "-"
    return general or words.lowers[head] in OWNED_OFFICES


def _is_apposition(book: ActorBook, first: int, end: int) -> bool:
    """A name stands beside: "Leo Marsh, a colonel in the army", "its envoy, Ana Ruiz"."""
    words = book.words
    behind = words.next_to(first, first - 2) and words.texts[first - 1] == ","
    if behind and book.named.get(first - 2, "").startswith("per:"):
        return True
    for k in range(end, end + 8):
        if not words.next_to(end - 1, k):
            return False
        if words.texts[k] == ",":
            return words.next_to(end - 1, k + 2) and _is_name(book, k + 1)
        if not (words.texts[k][0].isalpha() or words.texts[k] in POSSESSIVES):
            return False
        if words.lowers[k] in SPEECH:
            return False
    return False


def _is_name(book: ActorBook, i: int) -> bool:
    """A person, known or not, is named at token ``i``, titles before the name allowed."""
    words = book.words
    if words.capital[i] and words.capital[i + 1] and i not in book.named:
        return True
    for k in range(i, i + 4):
        if not words.next_to(i, k):
            return False
        if k in book.named:
            return book.named[k].startswith("per:")
        if not words.capital[k] and words.texts[k] != ".":
            return False
    return False


def _holders(book: ActorBook, phrase: list[str], owner: str | None) -> list[tuple[str, bool]]:
    """Persons whose named office is that of ``phrase``, and whether it is surely of ``owner``.

    Of ministers a state has many: there the portfolio counts too.
    """
    found = []
    for draft in book.drafts.values():
        for role in draft.roles:
            title = role.title.lower().split()
            same = phrase[-1] in title and (owner is None or role.of in (None, owner))
            field = title[:-1] == phrase[-len(title) : -1] and len(title) > 1
            if same and (phrase[-1] != "minister" or field):
                found.append((draft.id, owner is not None and role.of == owner))
                break
    return found


def _owner_before(book: ActorBook, i: int) -> str | None:
    """Whose "its envoy" at token ``i`` is: the body that its sentence, or the last, begins with."""
    words = book.words
    if words.lowers[i] not in ("its", "their"):
        return None
    start = _sentence_start(book, i)
    subject = _first_named(book, start, min(i, start + 5))
    if subject is None and start == i and start:
        before = _sentence_start(book, start - 1)
        if words.paragraph[before] == words.paragraph[i]:
            subject = _first_named(book, before, before + 4)
    return subject


def _sentence_start(book: ActorBook, i: int) -> int:
    words = book.words
    start = i
    while i - start < _LONG and words.next_to(i, start - 1):
        start -= 1
    return start


def _first_named(book: ActorBook, first: int, stop: int) -> str | None:
    words = book.words
    for k in range(first, stop):
        owner = book.named.get(k, "")
        if owner.startswith(("state:", "org:")):
            last = k
            while last + 1 in book.named and book.first_of[last + 1] == book.first_of[k]:
                last += 1
            return None if words.texts[last + 1 : last + 2] in (["’s"], ["'s"]) else owner
        if words.lowers[k] not in ARTICLES and not words.capital[k]:
            return None
    return None


def _served(book: ActorBook, i: int) -> str | None:
    """Whom the source serves: the name in "of Norway", "for the UN", "to the Danish king"."""
    words = book.words
    if not words.next_to(i - 1, i + 1) or words.lowers[i] not in _SERVING:
        return None
    if words.lowers[i] == "to" and words.lowers[i - 1] in POSTED:
        return None
    for k in range(i + 1, i + 4):
        if not words.next_to(i, k):
            return None
        if k in book.named:
            return book.named[k]
        if words.lowers[k] not in ARTICLES and words.lowers[k] not in ("former", "late"):
            return None
    return None


def _with_place(book: ActorBook, i: int) -> int:
    """End of "in Oslo", "at the Ministry of Fisheries" after the noun."""
    words = book.words
    if not words.next_to(i - 1, i + 1) or words.lowers[i] not in ("in", "at", "from", "with"):
        return i
    j = i + 1
    if words.lowers[j] == "the":
        j += 1
    start = j
    while words.next_to(i, j) and (j in book.named or (words.capital[j] and j - start < 3)):
        j += 1
    return j if j > start else i


def _with_knowledge(book: ActorBook, i: int) -> int:
    """End of "familiar with the talks", "close to the minister" after the noun."""
    words = book.words
    if not words.next_to(i - 1, i + 2) or words.lowers[i] not in _KNOWING:
        return i
    j = i + 1
    if words.lowers[j] not in ("with", "to", "on", "about"):
        return i
    j += 1
    while words.next_to(i, j) and words.lowers[j] not in SPEECH and j - i < 9:
        if not words.texts[j][0].isalpha() and words.texts[j] not in ("’s", "'s", "-"):
            break
        j += 1
    return j


def _is_label(book: ActorBook, first: int, head: int) -> bool:
    """As in "SENIOR OFFICIAL: …" at the head of a paragraph."""
    words = book.words
    return (
        words.next_to(head, head + 1)
        and words.texts[head + 1] == ":"
        and not words.next_to(first, first - 1)
    )

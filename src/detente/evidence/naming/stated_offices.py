"""Offices stated away from the first naming, and the state that a bare office belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from detente.evidence.naming.actor_book import ActorBook, Draft
from detente.evidence.naming.noun_phrases import ends_phrase
from detente.evidence.naming.person_titles import POSSESSIVES, Body, Title, title_around
from detente.evidence.naming.title_words import HEADS, RELATIONS

_COPULAS = frozenset({"is", "was", "remains", "became"})
_PREDICATES = _COPULAS | {"as", "am", "are", "be", "been", "being", "become"}
_BEFORE_TITLES = frozenset({"the", "a", "an", "former", "then", "current"})
_PAST = frozenset({"former", "then", "ex", "late"})
# Offices of which a state has one holder, by the words that name them.
_HIGHEST = frozenset(
    """president premier chancellor king queen emir sultan emperor prime-minister supreme-leader
    leader""".split()
)
_MINISTERS = frozenset(
    f"{of}-minister" for of in "foreign defence defense finance interior trade economy".split()
)
# A state stands out if it is spoken of so often, and so much oftener than the next.
_OFTEN, _OFTENER = 3, 2
# The only state of a text needs less.
_ALONE = 2


def mention_later_roles(book: ActorBook, bodies: Mapping[int, Body], titles: set[int]) -> set[int]:
    """Add the offices stated beside a later naming: "Nordmann was the deputy head of the Guard".

    Also those of headings ("Norwegian President Marsh in Rome"), which are read only where the
    name is known from the text. Returns the words of these titles.
    """
    words = book.words
    found: set[int] = set()
    for head in words.find(HEADS):
        if head in titles or head in book.named:
            continue
        title = title_around(words, head, bodies)
        if title.is_plain or title.plural or head in found:
            continue
        who = _holder_after(book, title, titles) or _holder_before(book, title)
        if who is not None:
            book.role(book.drafts[who], title.text, title.of, title.first, title.last)
            found.update(range(title.first, title.last))
    return found


def _holder_after(book: ActorBook, title: Title, titles: set[int]) -> str | None:
    words, i = book.words, title.last
    stacked = i in titles
    while words.next_to(title.first, i) and i in titles and i - title.last < 8:
        i += 1
    if not words.next_to(title.first, i) or book.first_of.get(i) != i:
        return None
    if not stacked and not words.capital[title.last - 1]:
        return None
    actor = book.named[i]
    return actor if actor.startswith("per:") and (stacked or not words.prose[i]) else None


def _holder_before(book: ActorBook, title: Title) -> str | None:
    words, i = book.words, title.first - 1
    while words.next_to(title.first, i) and words.lowers[i] in _BEFORE_TITLES:
        i -= 1
    if not words.next_to(title.first, i - 1) or not words.prose[i]:
        return None
    actor = book.named.get(i - 1, "")
    if not actor.startswith("per:") or not ends_phrase(words, title.last):
        return None
    joined = words.lowers[i] in _COPULAS or words.texts[i] == ","
    return actor if joined and title.of is not None else None


def give_bodies(
    book: ActorBook, bodies: Mapping[int, Body], titles: set[int]
) -> dict[str, list[str]]:
    """Fill in the state of an office that is stated without one, where the text ties them.

    The ties: another statement of the person's office, "Norway's Nordmann", "Nordmann of
    Norway"; "the Norwegian president" beside one president; else, for the only such person,
    the one state that the text is mostly about and whose leader it does not name.
    Returns the persons whose highest office stood bare, by office.
    """
    stood: dict[str, dict[str, None]] = {}
    held: dict[str, set[str]] = {}
    for draft in book.drafts.values():
        for role in draft.roles:
            office = _office(role.title)
            if office is None:
                continue
            if role.of is not None:
                held.setdefault(role.of, set()).add(office)
            else:
                stood.setdefault(office, {})[draft.id] = None
    bare = {office: list(ids) for office, ids in stood.items()}
    if not bare:
        return bare
    ties = _ties(book, bodies)
    spoken_of = _spoken_of(book, bodies, titles)
    leaders = {i for office, ids in bare.items() if office in _HIGHEST for i in ids}
    for office, ids in bare.items():
        left = []
        for actor in ids:
            state = _of_same_person(book.drafts[actor]) or ties.get(actor)
            if state is not None:
                _fill(book.drafts[actor], office, state)
                held.setdefault(state, set()).add(office)
            else:
                left.append(actor)
        free = [s for s in spoken_of.get(office, ()) if office not in held.get(s, ())]
        if len(left) == 1 and len(free) == 1:
            _fill(book.drafts[left[0]], office, free[0])
        elif len(left) == 1 and leaders == set(left) and office in _HIGHEST:
            state = _mostly_about(book, {s for s, offices in held.items() if offices & _HIGHEST})
            if state is not None:
                _fill(book.drafts[left[0]], office, state)
    return bare


def _office(title: str) -> str | None:
    words = title.lower().split()
    if not words or words[0] in _PAST or words[0] in ("vice", "deputy"):
        return None
    pair = "-".join(words[-2:])
    if pair in _HIGHEST or pair in _MINISTERS:
        return pair
    return words[-1] if words[-1] in _HIGHEST and len(words) == 1 else None


def _fill(draft: Draft, office: str, state: str) -> None:
    for i, role in enumerate(draft.roles):
        if role.of is None and _office(role.title) == office:
            draft.roles[i] = replace(role, of=state, rule="actors.title_body")


def _of_same_person(draft: Draft) -> str | None:
    """The only state that other offices of the person belong to."""
    states = {r.of for r in draft.roles if r.of is not None and r.of.startswith("state:")}
    return states.pop() if len(states) == 1 else None


def _ties(book: ActorBook, bodies: Mapping[int, Body]) -> dict[str, str]:
    """As in "Norway's Nordmann" and "Nordmann of Norway": person -> state, where only one is."""
    words = book.words
    found: dict[str, set[str]] = {}
    for i in [i for i, first in book.first_of.items() if i == first]:
        actor = book.named[i]
        if not actor.startswith("per:"):
            continue
        if words.next_to(i, i - 2) and words.texts[i - 1] in POSSESSIVES:
            body = bodies.get(i - 2)
            if body is not None:
                found.setdefault(actor, set()).add(body.actor)
        last = i + 1
        while book.first_of.get(last) == i:
            last += 1
        if words.next_to(i, last + 1) and words.lowers[last] == "of":
            body = bodies.get(last + 1) or bodies.get(last + 2)
            if body is not None and words.lowers[body.first - 1] in ("of", "the"):
                found.setdefault(actor, set()).add(body.actor)
    one = {actor: next(iter(states)) for actor, states in found.items() if len(states) == 1}
    return {actor: state for actor, state in one.items() if state.startswith("state:")}


def _spoken_of(
    book: ActorBook, bodies: Mapping[int, Body], titles: set[int]
) -> dict[str, list[str]]:
    """States whose president, chancellor … is spoken of without the name."""
    words = book.words
    found: dict[str, list[str]] = {}
    for head in words.find(HEADS):
        if head in titles or head in book.named or words.lowers[head] in RELATIONS:
            continue
        title = title_around(words, head, bodies)
        office = _office(title.text)
        if office is None or title.of is None or not title.of.startswith("state:"):
            continue
        before = words.lowers[title.first - 1] if words.next_to(head, title.first - 1) else ""
        if before in _PREDICATES:
            continue  # "when I spoke here as Norway's premier"
        if title.of not in found.setdefault(office, []):
            found[office].append(title.of)
    return found


def _mostly_about(book: ActorBook, taken: set[str]) -> str | None:
    counts = Counter(
        {
            d.id: sum(m.role == "actor" for m in d.mentions)
            for d in book.drafts.values()
            if d.id.startswith("state:") and d.id not in taken
        }
    )
    top = counts.most_common(2)
    lone = sum(d.startswith("state:") for d in book.drafts) == 1
    if not top or top[0][1] < (_ALONE if lone else _OFTEN):
        return None
    second = top[1][1] if len(top) > 1 else 0
    return top[0][0] if top[0][1] >= _OFTENER * second else None

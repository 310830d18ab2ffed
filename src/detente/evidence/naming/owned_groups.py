"""Groups with whom they belong to behind them: "officials from Norway", "people of Norway"."""

from __future__ import annotations

from detente.evidence.items import ActorType
from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.nominal_groups import GROUPS
from detente.evidence.naming.noun_phrases import DETERMINERS, ends_phrase, phrase_start

_LINKS = frozenset({"of", "from"})
_OWN = frozenset({"our", "both", "the"})
_STATES = frozenset({"governments", "countries", "nations", "states"})
# "Members of NATO" and "forces of Norway" tell more of the whole than of a part.
_NOT_OF = frozenset("members powers states nations countries camp partners".split())


def mention_owned_groups(book: ActorBook) -> None:
    """Add nominal mentions of groups that an actor stands behind, or "our governments"."""
    words = book.words
    named = set(book.named)
    for i in words.find(GROUPS):
        if i in named or i in book.heads or not words.prose[i] or not words.together(i, i + 2):
            continue
        noun = words.lowers[i]
        if words.lowers[i + 1] not in _LINKS or noun in _NOT_OF:
            continue
        j = i + 2
        if words.lowers[j] in _OWN:
            j += 1
        if not words.together(i, j):
            continue
        first = phrase_start(words, i, named)
        while first < i and words.lowers[first] in DETERMINERS:
            first += 1
        owner = book.named.get(j)
        if owner is not None and book.first_of.get(j) == j and not owner.startswith("per:"):
            last = j + 1
            while book.first_of.get(last) == j:
                last += 1
            if _is_whole(book, j, last):
                _add(book, first, i, last, owner)
        else:
            end = _states_end(book, i + 2)
            if end is not None:
                _add(book, first, i, end, None)


def _is_whole(book: ActorBook, first: int, last: int) -> bool:
    """False for "of the Norwegian side" and for "of Norway, Chad and Peru"."""
    words = book.words
    if not ends_phrase(words, last):
        return False
    listed = words.next_to(first, last) and words.texts[last] in (",", "and")
    return not listed or not any(i in book.named for i in range(last + 1, last + 3))


def _states_end(book: ActorBook, i: int) -> int | None:
    """End of "our governments", "the three countries" from token ``i``."""
    words = book.words
    if words.lowers[i] not in _OWN:
        return None
    for j in range(i + 1, i + 4):
        if not words.next_to(i, j):
            return None
        if words.lowers[j] in _STATES:
            # "of the governments of Norway and Chad" says whose they are.
            named = words.next_to(j, j + 1) and words.lowers[j + 1] == "of"
            return None if named else j + 1
    return None


def _add(book: ActorBook, first: int, head: int, last: int, owner: str | None) -> None:
    words = book.words
    kind: ActorType = GROUPS[words.lowers[head]]
    whose = owner.partition(":")[2] if owner is not None else slug(words.text(head + 2, last))
    key = f"grp:{whose}-{slug(words.text(first, head + 1))}"
    text = words.text(first, last)
    draft = book.draft(key, text[0].upper() + text[1:], kind, owner)
    book.mention(draft, first, last, "nominal", "group", "medium")

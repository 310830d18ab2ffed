"""Groups named after whom they belong to: "Norway's envoys", "EU leaders", "her team"."""

from __future__ import annotations

from detente.evidence.items import ActorType
from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.noun_phrases import ADJECTIVES, ends_phrase, verb_after
from detente.evidence.naming.person_forms import is_thing
from detente.evidence.naming.person_titles import POSSESSIVES

_MILITARY: ActorType = "military"
GROUPS: dict[str, ActorType] = {
    **dict.fromkeys(
        """leaders officials envoys allies diplomats negotiators lawmakers authorities ministers
        delegation delegations mediators republicans democrats senators legislators
        parliamentarians representatives advisers advisors aides partners delegates powers
        governments leadership lawyers intermediaries counterparts politicians team teams
        entourage camp mediators ambassadors nations countries states members proxies""".split(),
        "group",
    ),
    **dict.fromkeys(
        """forces troops soldiers commanders fighters servicemen peacekeepers paratroopers
        marines generals""".split(),
        _MILITARY,
    ),
    **dict.fromkeys(
        "militants rebels separatists militias insurgents proxies".split(), "armed_group"
    ),
    **dict.fromkeys(
        "people public population citizens civilians voters nationals refugees".split(),
        "population",
    ),
}
_OF_STATES = frozenset({"nations", "countries", "states", "members", "governments", "powers"})
# Of a person: these stand for the office or the people around.
_OF_PERSON: dict[str, ActorType] = {
    "team": "group",
    "office": "government_body",
    "delegation": "group",
    "administration": "government_body",
    "government": "government_body",
    "cabinet": "government_body",
    "campaign": "group",
    "entourage": "group",
    "camp": "group",
    "aides": "group",
    "advisers": "group",
    "advisors": "group",
    "envoys": "group",
    "envoy": "group",
    "allies": "group",
    "lawyers": "group",
    "supporters": "group",
    "negotiators": "group",
    "negotiating team": "group",
}


# These speak for the person: "his office said".
_SPEAKING = frozenset("office government administration cabinet delegation team campaign".split())


def mention_groups(book: ActorBook) -> None:
    """Add nominal mentions of groups that a named actor stands before."""
    words = book.words
    for i in sorted(book.named):
        if book.first_of.get(i + 1) == book.first_of[i]:
            continue
        if not words.prose[i]:
            continue
        owner = book.named[i]
        head = _head_after(book, i + 1)
        if head is None:
            continue
        noun = words.lowers[head]
        if head in book.heads or not _fits_owner(book, i, head, owner):
            continue
        person = owner.startswith("per:")
        kind = (_OF_PERSON if person else GROUPS).get(noun)
        if kind is None:
            continue
        if person and words.texts[i + 1] not in POSSESSIVES and noun != "administration":
            continue
        first = book.first_of[i]
        tail = "-".join(
            w for w in words.lowers[i + 1 : head + 1] if w[0].isalpha() and w not in ("s",)
        )
        key = f"grp:{owner.partition(':')[2]}-{slug(tail)}"
        draft = book.draft(key, words.text(first, head + 1), kind, owner)
        book.mention(draft, first, head + 1, "nominal", "group", "medium")
    _mention_others(book)


def mention_own_groups(book: ActorBook) -> None:
    """Add "his office", "her delegation" where they speak and the person is known."""
    words = book.words
    for i in sorted(book.pronouns):
        if words.lowers[i] not in ("his", "her") or not words.next_to(i, i + 1):
            continue
        noun = words.lowers[i + 1]
        if noun not in _SPEAKING or not verb_after(words, i + 2):
            continue
        owner = book.pronouns[i]
        name = f"{book.drafts[owner].name}’s {noun}"
        key = f"grp:{owner.partition(':')[2]}-{noun}"
        draft = book.draft(key, name, _OF_PERSON[noun], owner)
        book.mention(draft, i, i + 2, "nominal", "group", "medium")


def _mention_others(book: ActorBook) -> None:
    """As in "non-Western powers": everybody but those."""
    words = book.words
    for i in words.find({"non"}):
        if not words.prose[i] or not words.together(i, i + 3):
            continue
        head = i + 3
        if not words.capital[i + 2] or words.lowers[head] not in GROUPS or head in book.heads:
            continue
        text = words.text(i, head + 1)
        draft = book.draft(f"grp:{slug(text)}", text, GROUPS[words.lowers[head]])
        book.mention(draft, i, head + 1, "nominal", "group", "medium")


def _fits_owner(book: ActorBook, i: int, head: int, owner: str) -> bool:
    """Countries form groups of countries; a leadership is a body only where somebody has it."""
    words = book.words
    noun = words.lowers[head]
    if noun in _OF_STATES:
        return owner.startswith(("grp:", "org:"))
    if noun == "leadership":
        first = book.first_of[i]
        article = words.next_to(first, first - 1) and words.lowers[first - 1] == "the"
        return article or words.texts[i + 1] in POSSESSIVES
    return True


def _head_after(book: ActorBook, i: int) -> int | None:
    """The group noun within three words after a name."""
    words = book.words
    if words.next_to(i - 1, i) and words.texts[i] in POSSESSIVES:
        i += 1
    for head in range(i, i + 4):
        if not words.next_to(i - 1, head) or (head in book.named and words.capital[head] is False):
            return None
        word = words.lowers[head]
        if (word in GROUPS or word in _OF_PERSON) and _is_last(book, head):
            return head
        if word not in ADJECTIVES:
            return None
    return None


def _is_last(book: ActorBook, head: int) -> bool:
    """True if no further noun follows: "leaders" but not "leaders summit"."""
    words = book.words
    if ends_phrase(words, head + 1):
        return True
    after = words.lowers[head + 1]
    return (
        words.lowers[head].endswith("s")
        and not words.capital[head + 1]
        and not is_thing(after)
        and after not in GROUPS
    )

"""Bodies by their noun after *the*, where they speak: "the ministry said"."""

from __future__ import annotations

from detente.evidence.items import MentionKind
from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.noun_phrases import verb_after
from detente.evidence.naming.organisation_words import STATE_BODIES

_NOUNS = frozenset(
    """ministry embassy consulate department bank council commission committee agency institute
    party union court company group movement foundation parliament bureau secretariat fund
    organisation organization association federation alliance university""".split()
)
_OF_MEDIA = frozenset("newspaper paper magazine outlet broadcaster agency".split())
_SPEAKERS = _NOUNS | _OF_MEDIA
# What stands before "ministry" in a body that every state has.
_FIELDS = {parts[0]: parts for parts in STATE_BODIES if len(parts) == 2 and parts[1] == "ministry"}


def mention_bodies(book: ActorBook) -> None:
    """Add nominal mentions of organisations by a noun of their name, where it speaks.

    "The ministry said" is the one ministry named before it; of several it stays unread. A
    ministry of no named state ("the foreign ministry said") is an actor of its own.
    """
    words = book.words
    places = [
        i
        for i in words.find(_SPEAKERS)
        if i
        and i not in book.named
        and i not in book.heads
        and words.prose[i]
        and words.next_to(i, i - 1)
        and words.next_to(i, i + 1)
    ]
    speaking = [i for i in places if verb_after(words, i + 1)]
    if not speaking:
        return
    named = _by_noun(book)
    for i in speaking:
        word, before = words.lowers[i], words.lowers[i - 1]
        if before == "the":
            actor = _only_before(named.get(word, []), i)
            if actor is not None:
                draft = book.drafts[actor]
                kind: MentionKind = "name" if words.capital[i] else "nominal"
                book.mention(draft, i, i + 1, kind, "definite_body", "medium")
        elif word == "ministry" and before in _FIELDS and words.lowers[i - 2 : i - 1] == ["the"]:
            _ministry(book, i, named)


def _only_before(named: list[tuple[int, str]], i: int) -> str | None:
    """The one actor of ``named`` (in text order) before token ``i``."""
    if not named or named[0][0] >= i or (len(named) > 1 and named[1][0] < i):
        return None
    return named[0][1]


def _ministry(book: ActorBook, i: int, named: dict[str, list[tuple[int, str]]]) -> None:
    text = book.words.text(i - 1, i + 1).lower().replace("defense", "defence")
    owned = named.get(slug(text), [])
    actor = _only_before(owned, i)
    if actor is None:
        if owned and owned[0][0] < i:
            return
        actor = f"org:{slug(text)}"
    draft = book.draft(actor, text.capitalize(), "government_body")
    book.mention(draft, i - 1, i + 1, "nominal", "definite_body", "medium")


def _by_noun(book: ActorBook) -> dict[str, list[tuple[int, str]]]:
    """Nouns in the names of organisations: noun -> (first token of a mention, actor)."""
    out: dict[str, list[tuple[int, str]]] = {}
    words = book.words
    for draft in book.drafts.values():
        if not draft.id.startswith("org:") or not draft.mentions:
            continue
        nouns = {w for w in draft.name.lower().split() if w in _NOUNS}
        if draft.type == "media":
            nouns |= _OF_MEDIA
        if "ministry" in nouns:
            # The two last words of its id: "org:nor-foreign-ministry".
            nouns.add("-".join(draft.id.partition(":")[2].split("-")[-2:]))
        first = min(m.span.start for m in draft.mentions) if nouns else 0
        for noun in nouns:
            out.setdefault(noun, []).append((words.at(first), draft.id))
    for entries in out.values():
        entries.sort()
    return out

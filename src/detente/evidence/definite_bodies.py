"""Bodies by their noun after *the*, where they speak: "the ministry said"."""

from __future__ import annotations

from detente.evidence.actor_book import ActorBook
from detente.evidence.items import MentionKind
from detente.evidence.name_folding import slug
from detente.evidence.noun_phrases import verb_after
from detente.evidence.organisation_words import STATE_BODIES

_NOUNS = frozenset(
    """ministry embassy consulate department bank council commission committee agency institute
    party union court company group movement foundation parliament bureau secretariat fund
    organisation organization association federation alliance university""".split()
)
_OF_MEDIA = frozenset("newspaper paper magazine outlet broadcaster agency".split())
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
        for i, word in enumerate(words.lowers)
        if (word in _NOUNS or word in _OF_MEDIA)
        and i
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
            actors = {actor for first, actor in named.get(word, ()) if first < i}
            if len(actors) == 1:
                draft = book.drafts[actors.pop()]
                kind: MentionKind = "name" if words.capital[i] else "nominal"
                book.mention(draft, i, i + 1, kind, "definite_body", "medium")
        elif word == "ministry" and before in _FIELDS and words.lowers[i - 2 : i - 1] == ["the"]:
            _ministry(book, i, named.get(word, []))


def _ministry(book: ActorBook, i: int, named: list[tuple[int, str]]) -> None:
    text = book.words.text(i - 1, i + 1).lower().replace("defense", "defence")
    owned = {a for first, a in named if first < i and slug(text) in a}
    if len(owned) > 1:
        return
    actor = owned.pop() if owned else f"org:{slug(text)}"
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
        for noun in nouns:
            first = min(words.at(m.span.start) for m in draft.mentions)
            out.setdefault(noun, []).append((first, draft.id))
    return out

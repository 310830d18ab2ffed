"""Groups without a name or an owner, where they act or are acted on: "rebels attacked"."""

from __future__ import annotations

from detente.evidence.items import ActorType
from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.noun_phrases import DETERMINERS, ends_phrase, phrase_start
from detente.evidence.naming.source_verbs import AUXILIARIES, IRREGULAR, SPEECH

# Only nouns that stand for a side or a crowd by themselves; "officials" of nobody are no side.
BARE: dict[str, ActorType] = {
    **dict.fromkeys(
        """rebels militants insurgents separatists gunmen guerrillas guerillas militiamen
        paramilitaries jihadists mutineers pirates""".split(),
        "armed_group",
    ),
    **dict.fromkeys(
        """protesters protestors demonstrators strikers settlers rioters""".split(), "population"
    ),
    **dict.fromkeys("mediators peacekeepers hijackers kidnappers".split(), "group"),
}
_ACTED_ON = frozenset("by with and between against on from".split())


def mention_bare_groups(book: ActorBook) -> None:
    """Add nominal mentions of groups that no name belongs to; one actor for one noun.

    Where the text names a group that the noun may stand for ("the rebels" after "the Tide
    Rebels"), the noun is left alone.
    """
    words = book.words
    places = words.find(BARE)
    if not places:
        return
    named = set(book.named)
    taken = {w for d in book.drafts.values() for w in d.name.lower().split()}
    for i in places:
        noun = words.lowers[i]
        if i in named or i in book.heads or not words.prose[i]:
            continue
        first = phrase_start(words, i, named)
        if any(k in named for k in range(first, i)) or noun in taken or noun[:-1] in taken:
            continue
        while first < i and words.lowers[first] in DETERMINERS:
            first += 1
        if not ends_phrase(words, i + 1) or not _takes_part(book, first, i):
            continue
        if words.next_to(i, i + 1) and words.lowers[i + 1] in ("of", "from"):
            continue
        key = f"grp:{slug(noun)}"
        draft = book.draft(key, noun.capitalize(), BARE[noun])
        book.mention(draft, first, i + 1, "nominal", "bare_group", "medium")


def _takes_part(book: ActorBook, first: int, head: int) -> bool:
    """True if a verb follows at once, or the phrase hangs on a word of acting with or on."""
    words = book.words
    if words.next_to(head, head + 1):
        after = words.lowers[head + 1]
        if after in AUXILIARIES or after in SPEECH or after in IRREGULAR or after.endswith("ed"):
            return True
    before = first - 1
    if words.next_to(first, before) and words.lowers[before] in DETERMINERS:
        before -= 1
    return words.next_to(first, before) and words.lowers[before] in _ACTED_ON

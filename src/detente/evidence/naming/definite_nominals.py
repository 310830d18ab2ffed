"""Offices after *the*: "the president" is the one president whom the text names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.person_titles import Body, title_around
from detente.evidence.naming.title_words import OFFICES

_PAST = frozenset({"former", "then", "ex"})
_COMPLEMENT = re.compile(r" (?:of|for|to|on|at|in) ")


def mention_offices(
    book: ActorBook,
    bodies: dict[int, Body],
    titles: set[int],
    bare: Mapping[str, Sequence[str]],
) -> None:
    """Add nominal mentions of persons by their office, where only one holder is named.

    ``titles`` are words of titles that stand beside their holder: no mention of their own.
    ``bare`` are the persons whose office stood without a state: "the President" is the one
    president of whom nobody has to be told which state's he is.
    """
    words = book.words
    holders = _Holders.of(book)
    for head in words.find(OFFICES):
        if head in book.named or head in titles or not words.prose[head]:
            continue
        if words.next_to(head, head + 1) and (
            head + 1 in book.named or (words.capital[head + 1] and words.capital[head])
        ):
            continue
        title = title_around(words, head, bodies)
        start = title.first
        definite = words.next_to(start, start - 1) and words.lowers[start - 1] == "the"
        if not definite and (
            title.of is None
            or (
                words.texts[head - 1] != "’s"
                and not any(words.texts[i] in ("’s", "'s") for i in range(start, head))
            )
        ):
            continue
        if (
            words.next_to(head, title.last)
            and words.texts[title.last] == ","
            and (title.last + 1 in book.named)
        ):
            continue
        office = _COMPLEMENT.split(title.text.lower())[0]
        who = holders.only(office, title.head, title.of)
        own = bare.get(office.replace(" ", "-"), ())
        if who is None and title.of is None and words.capital[head] and len(own) == 1:
            who = own[0]
        if who is not None:
            book.mention(book.drafts[who], start, title.last, "nominal", "office", "medium")


@dataclass
class _Holders:
    """Who holds which office: (words that end the title, body or None) -> actor ids."""

    by_office: dict[tuple[str, str | None], set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, book: ActorBook) -> _Holders:
        made = cls()
        for draft in book.drafts.values():
            for role in draft.roles:
                words = _COMPLEMENT.split(role.title.lower())[0].split()
                if words[0] in _PAST:
                    continue
                for i in range(len(words)):
                    made._add(" ".join(words[i:]), role.of, draft.id)
                if role.of is not None:
                    made._add("leader", role.of, draft.id)
        return made

    def _add(self, office: str, of: str | None, actor: str) -> None:
        self.by_office.setdefault((office, of), set()).add(actor)
        if of is not None and office != "leader":
            self.by_office.setdefault((office, None), set()).add(actor)

    def only(self, office: str, head: str, of: str | None) -> str | None:
        """The one holder; a bare minister may be any."""
        if office == "minister" or (head == "leader" and of is None):
            return None
        found = self.by_office.get((office, of), set())
        return next(iter(found)) if len(found) == 1 else None

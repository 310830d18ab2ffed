"""Actors in the making: one draft an id, and no place in the text given away twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.evidence.items import Actor, ActorType, Mention, MentionKind, MentionRole, Role
from detente.evidence.naming.words import Words
from detente.types import Confidence


@dataclass
class Draft:
    """An actor that still grows."""

    id: str
    name: str
    type: ActorType
    affiliation: str | None = None
    roles: list[Role] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


@dataclass
class ActorBook:
    """All drafts of one reading, and what each token was read as.

    Attributes
    ----------
    named, first_of : dict
        Token of a name -> actor id, and -> first token of that name.
    pronouns : dict
        Token of a pronoun -> actor id.
    heads : set
        Tokens that are the noun of a nominal mention.
    """

    words: Words
    drafts: dict[str, Draft] = field(default_factory=dict)
    named: dict[int, str] = field(default_factory=dict)
    first_of: dict[int, int] = field(default_factory=dict)
    pronouns: dict[int, str] = field(default_factory=dict)
    heads: set[int] = field(default_factory=set)
    _taken: dict[tuple[int, int], str] = field(default_factory=dict)
    document: str = field(init=False)

    def __post_init__(self) -> None:
        self.document = self.words.reading.document.id  # a hash of the whole text: made once

    def draft(
        self, actor_id: str, name: str, kind: ActorType, affiliation: str | None = None
    ) -> Draft:
        """The draft of that id, begun if need be."""
        found = self.drafts.get(actor_id)
        if found is None:
            found = self.drafts[actor_id] = Draft(
                actor_id, " ".join(name.split()), kind, affiliation
            )
        return found

    def free(self, first: int, last: int) -> bool:
        """True if no name covers any of tokens ``first:last``."""
        return not any(i in self.named for i in range(first, last))

    def mention(
        self,
        draft: Draft,
        first: int,
        last: int,
        kind: MentionKind,
        rule: str,
        confidence: Confidence,
        role: MentionRole = "actor",
    ) -> bool:
        """Add tokens ``first:last`` as a mention, unless they are another's already."""
        words = self.words
        start, end = words.starts[first], words.ends[last - 1]
        if (start, end) in self._taken:
            return False
        self._taken[start, end] = draft.id
        if kind == "nominal":
            self.heads.add(last - 1)
        elif kind != "pronoun":
            for i in range(first, last):
                if i not in self.named:
                    self.named[i], self.first_of[i] = draft.id, first
        span = words.reading.span(start, end)
        draft.mentions.append(
            Mention(self.document, span, kind, role, f"actors.{rule}", confidence)
        )
        return True

    def role(self, draft: Draft, title: str, of: str | None, first: int, last: int) -> None:
        """Add a role; the same office stated again adds nothing, but its body if it was open."""
        words = self.words
        span = words.reading.span(words.starts[first], words.ends[last - 1])
        made = Role(self.document, title, of, span, "actors.title")
        for i, known in enumerate(draft.roles):
            if known.title.lower() != title.lower():
                continue
            if of is None or of == known.of:
                return
            if known.of is None:
                draft.roles[i] = made
                return
        draft.roles.append(made)

    def actors(self) -> list[Actor]:
        """The finished actors, in the order of their first mention."""
        made = []
        for draft in self.drafts.values():
            if not draft.mentions:
                continue
            mentions = tuple(sorted(draft.mentions, key=lambda m: (m.span.start, m.span.end)))
            made.append(
                Actor(
                    draft.id,
                    draft.name,
                    draft.type,
                    draft.affiliation,
                    tuple(sorted(draft.roles, key=lambda r: r.span.start)),
                    mentions,
                )
            )
        return sorted(made, key=lambda a: (a.mentions[0].span.start, a.id))

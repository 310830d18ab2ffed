"""Who *the two leaders*, *both sides* and, in a joint statement, *we* are."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from functools import cached_property

from detente.evidence.items import Actor, ActorType, Mention
from detente.evidence.reading import Reading

_COUNTS = {"two": 2, "three": 3, "four": 4, "both": 2}
_OFFICES = frozenset(
    """leaders presidents ministers premiers chancellors secretaries ambassadors envoys principals
    officials negotiators counterparts""".split()
)
_PARTIES = frozenset(
    """sides parties countries governments delegations nations states capitals neighbours neighbors
    foes rivals""".split()
)
JOINT_NOUNS = _OFFICES | _PARTIES
_PARTY_TYPES: frozenset[ActorType] = frozenset({"state", "party", "armed_group"})
_JOINT_TITLE = re.compile(r"\bjoint\s+(?:statement|declaration|communiqu|press\s+statement)", re.I)
_WE_ARE = re.compile(r"(?:^|\n)[\s\d.]{0,6}We,\s+(?=the\b|[A-Z])")
_BY_ONE = re.compile(
    r"\b(?:statement|remarks|speech|address|message|letter|comments|article|testimony)\s+"
    r"(?:by|of|from)\b",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|We)\s+\w")
_BODIES: frozenset[ActorType] = frozenset({"igo", "government_body", "ngo", "organisation"})
# Ends the list of those who speak: what they do, or who looks on.
_LIST_ENDS = re.compile(
    r"\b(?:as witnessed|in the presence|having|meeting|met|gathered|declare|affirm|reaffirm"
    r"|recogni[sz]ing|committed|issue|on the occasion)\b|[.;]"
)
_BETWEEN = re.compile(r"(?:\s*[-–,]\s*|\s+(?:and|with)\s+)(?:the\s+)?|,?\s+and\s+(?:the\s+)?")
# How far before its words a pair may be named.
_BACK = 900


def _first_named(actor: Actor) -> int:
    """Where the text first names an actor: of several parties the first is named first."""
    return min(m.span.start for m in actor.mentions)


class JointVoice:
    """The parties that a text names together, and whom its *we* stands for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self._reading.sentences]

    def meant(self, count: str, noun: str, offset: int) -> tuple[Actor, ...]:
        """The actors that *the two leaders* (``count``, ``noun``) at ``offset`` stands for.

        ``count`` is the word before the noun. Empty where the text before does not name
        exactly so many of the kind together.
        """
        wanted = _COUNTS.get(count, 2)
        types: frozenset[ActorType] = frozenset({"person"}) if noun in _OFFICES else _PARTY_TYPES
        reading = self._reading
        low = max(0, offset - _BACK)
        i = bisect.bisect_right(self._starts, offset) - 1
        for sentence in reversed(reading.sentences[max(0, i - 6) : i + 1]):
            if sentence.end <= low:
                break
            found = self._named(sentence.start, min(sentence.end, offset), types)
            if len(found) == wanted and (types != _PARTY_TYPES or self._joined(found)):
                return tuple(sorted((a for _, a in found), key=_first_named))
            if len(found) > wanted:
                return self.we if types == _PARTY_TYPES and len(self.we) == wanted else ()
        everywhere = [
            a
            for a in reading.actors
            if a.type in types and any(m.role == "actor" for m in a.mentions)
        ]
        return tuple(everywhere) if len(everywhere) == wanted and len(types) == 1 else ()

    @cached_property
    def we(self) -> tuple[Actor, ...]:
        """Those who say *we* outside quotations; empty unless the text is joint and says who."""
        reading = self._reading
        opening = reading.text[:1500]
        found = _WE_ARE.search(opening)
        if found is not None:
            end = _LIST_ENDS.search(reading.text, found.end(), found.end() + 600)
            stop = found.end() + 300 if end is None else end.start()
            named = self._named(found.end(), stop, frozenset({"person", *_PARTY_TYPES, "igo"}))
            states = [pair for pair in named if pair[1].type != "person"] or named
            return tuple(a for _, a in states) if len(states) > 1 else ()
        title = _JOINT_TITLE.search(opening[:400])
        if title is None:
            return ()
        line_end = reading.text.find("\n", title.end())
        stop = min(line_end if line_end >= 0 else len(reading.text), title.end() + 300)
        named = self._named(title.end(), stop, _PARTY_TYPES | {"igo"})
        return tuple(a for _, a in named) if len(named) > 1 else ()

    @cached_property
    def speaker(self) -> Actor | None:
        """The one who says *I* and *we* outside quotations: whom the title names as speaker."""
        reading = self._reading
        end = reading.text.find("\n", 1)
        title = _BY_ONE.search(reading.text[: min(end if end >= 0 else 0, 300)])
        if title is None or self.we or _FIRST_PERSON.search(reading.text, end) is None:
            return None
        people = self._named(title.end(), end, frozenset({"person"}))
        named = people or self._named(title.end(), end, _PARTY_TYPES | _BODIES)
        return named[0][1] if len(named) == 1 else None

    def _named(
        self, start: int, end: int, types: frozenset[ActorType]
    ) -> list[tuple[Mention, Actor]]:
        """The distinct actors of ``types`` named in ``start:end``, in order."""
        found: dict[str, tuple[Mention, Actor]] = {}
        for mention, actor in self._reading.mentions_between(start, end):
            if actor.type in types and mention.kind != "pronoun":
                found.setdefault(actor.id, (mention, actor))
        return list(found.values())

    def _joined(self, found: Sequence[tuple[Mention, Actor]]) -> bool:
        """*Kenya and Uganda*, *Kenya-Uganda*: named side by side, not one by the other's host."""
        text = self._reading.text
        return all(
            _BETWEEN.fullmatch(text, a.span.end, b.span.start) is not None
            for (a, _), (b, _) in itertools.pairwise(found)
        )

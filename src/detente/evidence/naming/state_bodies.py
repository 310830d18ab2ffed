"""Bodies named after their state in any spelling: "Norway's central bank"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.evidence.items import ActorType
from detente.evidence.naming.gazetteer_match import Hit
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.organisation_words import STATE_BODIES
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.words import Words

_POSTS = (
    *("new york", "geneva", "vienna", "the un", "the united nations", "brussels", "the eu"),
    "the european union",
)
_LONGEST = max(len(parts) for parts in STATE_BODIES)


@dataclass(frozen=True, slots=True)
class StateBody:
    """Tokens ``first:last`` name a body of ``state``; its own words begin at ``noun``."""

    first: int
    noun: int
    last: int
    state: str
    id: str
    name: str
    type: ActorType


def _is_post(words: Words, i: int) -> bool:
    """A mission in New York or to the United Nations is an embassy; others may be any task."""
    if not words.together(i - 1, i + 2) or words.lowers[i] not in ("in", "to"):
        return False
    seat = " ".join(words.lowers[i + 1 : i + 4])
    return seat.startswith(_POSTS)


def find_state_bodies(words: Words, hits: Sequence[Hit]) -> list[StateBody]:
    """Bodies whose state stands right before them, in order."""
    taken = {i for h in hits for i in range(h.first, h.last)}
    found = []
    for hit in hits:
        if not hit.name.entity.startswith("state:") or hit.name.kind == "population":
            continue
        noun = hit.last
        if noun < len(words) and words.texts[noun] in POSSESSIVES:
            noun += 1
        capital = hit.name.kind == "capital"
        for length in range(_LONGEST, 0, -1):
            last = noun + length
            parts = tuple(words.lowers[noun:last])
            if length == 1 and parts == ("mission",) and not _is_post(words, last):
                continue
            if parts not in STATE_BODIES or not words.together(hit.first, last - 1):
                continue
            if capital and (noun == hit.last or "ministry" not in parts):
                break  # a city has a police and a court of its own, but no ministry
            if taken.isdisjoint(range(noun, last)):
                text = " ".join(parts)
                code = hit.name.entity.removeprefix("state:").lower()
                key = f"org:{code}-{slug(text).replace('defense', 'defence')}"
                name = f"{text} of {hit.name.canonical}"
                body = STATE_BODIES[parts]
                found.append(StateBody(hit.first, noun, last, hit.name.entity, key, name, body))
            break
    return found

"""Short names of other tools' files as ids: as they stand where they can."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.case.entry import RESERVED
from detente.formats.slugs import slug

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,59}\Z")


def ids_for(names: Iterable[str], kind: str) -> tuple[str, ...]:
    """An id for each name, all different: the name itself if it can be one, else its slug.

    >>> ids_for(["XJ", "Hong Kong", "SActor-00", "and", "42", "北京", "XJ"], "party")
    ('XJ', 'hong-kong', 'SActor-00', 'party-and', 'party-42', 'party', 'XJ-2')
    """
    taken: set[str] = set()
    made: list[str] = []
    for name in names:
        whole = _ID.match(name) and name.lower() not in RESERVED
        word = name if whole else slug(name, kind)
        free, number = word, 1
        while free in taken:
            number += 1
            free = f"{word}-{number}"
        taken.add(free)
        made.append(free)
    return tuple(made)

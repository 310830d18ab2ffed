"""Moves of the draft: what a party threatens, announces or already does on its own.

A threat or an announced act becomes a move of that party when its class is known; the class
says whether it can be taken back. What a party does now (attacks, sanctions, an occupation)
is a move taken in the status quo. Two tellings of one class by one party are one move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.case.draft.cues import CueBook
from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material, Passage
from detente.case.draft.signals import words_for
from detente.case.draft.wording import bare
from detente.case.draft.words import Citations, greatest, least
from detente.case.move import Direction
from detente.evidence.items import Relation, Term


@dataclass(frozen=True, slots=True)
class ActClass:
    """A kind of unilateral act: whether it can be taken back, its cues, what it is called."""

    key: str
    direction: Direction
    name: str
    cues: tuple[str, ...]


_CLASSES = (
    ActClass("annex", "start", "Annex territory", ("annex*",)),
    ActClass(
        "recognise",
        "start",
        "Recognise a state or territory",
        ("recogni* .. independence/statehood/republic/annexation/state",),
    ),
    ActClass(
        "leave-treaty",
        "start",
        "Leave an agreement or body",
        (
            "withdraw* from .. treaty/agreement/accord/pact/deal/organization/organisation",
            "leave*/quit*/exit*/abandon*/suspend* .. treaty/agreement/accord/pact/deal",
            "pull* out of .. treaty/agreement/accord/deal",
        ),
    ),
    ActClass(
        "leave-talks",
        "both",
        "Walk out of the talks",
        (
            "walk* away",
            "walk* out",
            "leave*/quit*/suspend*/boycott*/abandon* .. talks/negotiations/table",
            "break* off .. talks/negotiations",
            "withdraw* from .. talks/negotiations",
        ),
    ),
    ActClass(
        "test",
        "start",
        "Test nuclear weapons or missiles",
        ("test* .. missile/missiles/nuclear/weapon", "conduct .. nuclear/missile .. test/tests"),
    ),
    ActClass(
        "enrich",
        "both",
        "Enrich uranium",
        ("enrich* .. uranium", "resum* .. enrichment", "restart .. enrichment/reactor"),
    ),
    ActClass(
        "sanction",
        "both",
        "Impose or keep sanctions",
        (
            "sanction*",
            "embargo*",
            "blacklist*",
            "freez*/seiz* .. assets",
            "import/oil/export ban/bans",
            "economic pressure",
        ),
    ),
    ActClass(
        "tariffs",
        "both",
        "Impose or raise tariffs",
        ("tariff*", "duties on", "import duties", "countermeasure*", "retaliat* .. trade"),
    ),
    ActClass(
        "cut-supply",
        "both",
        "Cut off supplies or aid",
        (
            "cut*/stop*/halt*/suspend*/withhold* .. aid/assistance/supply/supplies/gas/oil/exports",
            "cut* off .. gas/oil/supplies/aid/funding",
            "turn* off .. gas/tap/taps",
        ),
    ),
    ActClass(
        "arm",
        "both",
        "Deliver arms",
        (
            "deliver*/send*/suppl*/provid* .. arms/weapons/missiles/tanks/jets/ammunition",
            "arm .. rebels/fighters/forces",
        ),
    ),
    ActClass(
        "blockade",
        "both",
        "Close a passage or border",
        (
            "blockade*",
            "clos*/block*/shut* .. strait/straits/border/borders/port/ports/canal/river",
            "clos*/block*/shut* .. crossing/crossings/airspace/waters/road/roads/corridor",
        ),
    ),
    ActClass(
        "exercise",
        "both",
        "Hold exercises or patrols",
        ("military/joint/naval .. exercise/exercises/drills/patrols", "naval patrols", "war games"),
    ),
    ActClass(
        "deploy",
        "both",
        "Deploy or mobilise forces",
        (
            "deploy* .. troops/forces/missiles/weapons/ships/warships/soldiers",
            "mobili* .. troops/forces/reserv*",
            "send*/move* .. troops/forces/warships",
            "build up .. troops/forces",
        ),
    ),
    ActClass(
        "attack",
        "both",
        "Use force",
        (
            "attack*",
            "strike/strikes/bomb*/shell*/invade*/invasion/offensive",
            "military action/response/force/operation/operations",
            "use .. force",
            "retaliat*",
            "resum* .. fighting/war/hostilities",
            "war on",
        ),
    ),
    ActClass("withdraw-forces", "both", "Withdraw forces", ("withdraw* .. forces/troops",)),
)
_BOOK = CueBook({c.key: c.cues for c in _CLASSES})
_NOW = {
    "attack": "attack",
    "occupation": "occupy",
    "sanction": "sanction",
    "sanction_asset_freeze": "sanction",
    "tariff": "tariffs",
    "restriction": "restrict",
    "basing": "deploy",
}
_NAMES = {c.key: c.name for c in _CLASSES} | {
    "occupy": "Hold occupied territory",
    "restrict": "Keep restrictions",
}
_DIRECTIONS: dict[str, Direction] = {c.key: c.direction for c in _CLASSES}
_MOST = 16


_CONDITION = re.compile(r"\b(?:if|unless|until|should|after)\b", re.IGNORECASE)
# A verb in the past tells what was done, not what is being done.
_NOW_WORDS = re.compile(
    r"\b(?:is|are|has|have|continu\w+|ongoing|still|current\w*|maintain\w*|occupied|occupation"
    r"|\w+ing)\b",
    re.IGNORECASE,
)


def draft_moves(material: Material, parties: Parties, citations: Citations) -> list[dict[str, Any]]:
    """The section ``moves``."""
    found: dict[tuple[str, str], list[tuple[Passage, bool]]] = {}
    for party, key, passage, now in _acts(material, parties):
        found.setdefault((party, key), []).append((passage, now))
    order = list(parties.ids.values())
    out = []
    for (party, key), told in sorted(
        found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1])
    )[:_MOST]:
        passages = [p for p, _ in told]
        words = bare(passages[0].span.text)
        row: dict[str, Any] = {"id": f"{party}-{key}"[:80], "party": party}
        row["name"] = f"{_NAMES[key]} (“{words}”)"
        row["direction"] = _DIRECTIONS.get(key, "both")
        if any(now for _, now in told):
            row["now"] = True
        sure = greatest(p.confidence for p in passages if not p.is_guess)
        out.append(row | citations.entry([words_for(p) for p in passages], least((sure, "medium"))))
    return out


def _acts(material: Material, parties: Parties) -> Iterator[tuple[str, str, Passage, bool]]:
    """Party, class of act, passage, and whether it is done now."""
    for passage in material.of_kind("term", "relation"):
        party = parties.of(passage.actor)
        item = passage.item
        if party is None or passage.is_guess:
            continue
        if isinstance(item, Relation):
            key = _NOW.get(item.type)
            other = parties.of(passage.to)
            if key is not None and other not in (None, party) and not _long_ago(material, passage):
                yield party, key, passage, _NOW_WORDS.search(passage.span.text) is not None
        elif isinstance(item, Term) and item.kind in ("threat", "pressure"):
            hits = _BOOK.find_in(_CONDITION.split(passage.span.text)[0])
            if hits:
                yield party, hits[0].key, passage, False


def _long_ago(material: Material, passage: Passage) -> bool:
    """True if the sentence dates what it tells to years before the document.

    Where the document has no date, any year will do.
    """
    date = material.ledger.document(passage.document).date
    sentence = material.sentence_at(passage.document, passage.span.start)
    if sentence is None:
        return False
    for time in material.ledger.time_expressions:
        inside = sentence.start <= time.span.start < sentence.end
        if inside and time.document == passage.document and time.resolved is not None:
            year = int(time.resolved.last[:4])
            if date is None or year < date.year - 1:
                return True
    return False

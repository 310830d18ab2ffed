"""Questions to the analyst: what the texts do not say and the case needs, in order of weight.

Each question stands for a group (all parties without an alternative are one question), names
the part of the case it is about, and quotes the words that raise it. Their number is bounded:
a list of five hundred is read by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from detente.case.draft.influence import permanent_members, stated_magnitudes
from detente.case.draft.issues import Found, Issues
from detente.case.draft.open_points import (
    heavy_observers,
    left_out_lines,
    mixed_roles,
    only_expected,
    opinion_polls,
    outside_levers,
    persons_without_body,
    unnamed_sources,
    without_author,
)
from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material
from detente.case.draft.positions import Said
from detente.case.draft.red_lines import InWords
from detente.case.draft.topics import topics
from detente.case.draft.wording import listed, quoted, some, the
from detente.evidence.items import Term

_MOST = 40
_MOST_OF_A_GROUP = 8
_MOST_BY_ISSUE = 6
_MOST_LINES = 6


@dataclass(frozen=True)
class Drafted:
    """What the draft has so far."""

    material: Material
    parties: Parties
    issues: Issues
    said: list[Said]
    lines_in_words: list[InWords]
    sections: dict[str, Any]

    def rows(self, section: str) -> list[dict[str, Any]]:
        """Entries of a section."""
        found: list[dict[str, Any]] = self.sections.get(section, [])
        return found


def draft_questions(draft: Drafted) -> list[dict[str, Any]]:
    """The section ``questions``, the weightiest first."""
    groups = (
        _about_the_cast,
        _contradictions,
        _without_author,
        _lines_in_words,
        _silent_parties,
        _acceptance,
        _alternatives,
        _without_place,
        _weights,
        _hearsay,
        _status_quo,
        _moves_and_levers,
        _obstacles,
        _options,
        _left_out,
    )
    out: dict[str, str] = {}
    for group in groups:
        for text, about in islice(group(draft), _MOST_OF_A_GROUP):
            out.setdefault(text, about)
    rows = [{"text": text, "about": about} for text, about in out.items()]
    return rows[:_MOST]


Asked = Iterator[tuple[str, str]]


def _about_the_cast(d: Drafted) -> Asked:
    undated = [x.name for x in d.material.ledger.documents if x.date is None]
    if undated:
        yield f"No date is stated in {listed(undated)}. Which day does the case describe?", "as_of"
    sides = d.parties.with_role("party")
    if len(sides) < 2:
        mediators = [the(d.parties.name(p)) for p in d.parties.with_role("mediator")]
        if sides:
            only = f"Only {the(d.parties.name(sides[0]))} is told as a side of the talks"
        elif mediators:
            only = f"No side of the talks is named; {listed(mediators)} mediate"
        else:
            only = "No side of the talks can be told"
        yield f"{only}. Who negotiates with whom?", "parties"
    for cast in d.parties.cast:
        if cast.role == "party" and cast.confidence == "low":
            yield (
                f"{the(cast.signals.body.name, starts=True)} is in the case as "
                f"{cast.why}. Is it a party to the talks?",
                f"parties.{d.parties.ids[cast.signals.body.id]}",
            )
    for party, line in mixed_roles(d.material, d.parties):
        yield line, f"parties.{party}"
    for party, line in heavy_observers(d.parties):
        yield line, f"parties.{party}"
    for party, line in persons_without_body(d.parties):
        yield line, f"parties.{party}"
    for cast in d.parties.cast:
        if cast.signals.body.kind == "legislature" and cast.role != "ratifier":
            name = cast.signals.body.name
            words = quoted(cast.words[0].span.text)
            yield (
                f"Members of the {name[0].lower()}{name[1:]} speak ({words}), but no text "
                "says that it must ratify. Must it?",
                f"parties.{d.parties.ids[cast.signals.body.id]}",
            )


def _contradictions(d: Drafted) -> Asked:
    for one in d.said:
        if one.contradictory:
            words = {end: p for stand, p in one.stands for end in [stand.end]}
            told = " and ".join(quoted(words[end].span.text) for end in sorted(words))
            yield (
                f"{the(d.parties.name(one.party), starts=True)} is at both ends on "
                f"{_name(one.issue)}: {told}. Which holds, or since when?",
                f"positions.{one.party}.{one.issue}",
            )


def _without_author(d: Drafted) -> Asked:
    for passage, line in without_author(d.material, d.parties, d.issues):
        topic = next((h.topic for h in passage.topics if h.topic in d.issues.keys), None)
        yield line, f"issues.{topic}" if topic else "positions"


def _lines_in_words(d: Drafted) -> Asked:
    told: set[tuple[str, str]] = set()
    for line in d.lines_in_words:
        key = (line.party, line.passage.item.id)
        if key in told or len(told) == _MOST_LINES:
            continue
        told.add(key)
        topic = topics()[line.issue]
        yield (
            f"{the(d.parties.name(line.party), starts=True)} draws a line on {_name(line.issue)}: "
            f"{quoted(line.passage.span.text)}. What does it rule out, from 0 ({topic.low}) to "
            f"100 ({topic.high})?",
            f"positions.{line.party}.{line.issue}",
        )


def _silent_parties(d: Drafted) -> Asked:
    has = {(one.party, one.issue) for one in d.said}
    for party in d.parties.with_role("party"):
        silent = [f.topic for f in d.issues.chosen if (party, f.topic) not in has]
        if silent and d.issues.chosen:
            heard = len(d.issues.chosen) - len(silent)
            rest = "any issue" if not heard else some([_name(s) for s in silent], 6)
            yield (
                f"No position of {the(d.parties.name(party))} is stated on {rest}. What does it "
                "want there?",
                "positions",
            )


def _acceptance(d: Drafted) -> Asked:
    if "acceptance" in d.sections:
        return
    day = max((x.date for x in d.material.ledger.documents if x.date is not None), default=None)
    seats = permanent_members(d.parties, day)
    more = ""
    if seats:
        more = (
            f" (For a Security Council resolution: {listed([the(x) for x in seats])} "
            f"{'has' if len(seats) == 1 else 'have'} a permanent seat.)"
        )
    yield f"Without whose consent does no deal stand? No text says.{more}", "acceptance"


def _alternatives(d: Drafted) -> Asked:
    stated = {row["id"] for row in d.rows("parties") if "alternative" in row}
    without = [p for p in d.parties.with_role("party") if p not in stated]
    if without:
        names = listed([the(d.parties.name(p)) for p in without])
        each = "each" if len(without) > 1 else "it"
        yield (
            f"No alternative to agreement is stated for {names}. What does {each} fall back on "
            "if the talks fail, and how good is that?",
            "parties",
        )


def _without_place(d: Drafted) -> Asked:
    placed = {(row["party"], row["issue"]) for row in d.rows("positions") if "at" in row}
    actors = d.parties.with_role("party", "mediator", "sponsor")
    asked = 0
    for found in d.issues.chosen:
        open_ = [
            one.party
            for one in d.said
            if one.issue == found.topic
            and one.party in actors
            and (one.party, one.issue) not in placed
            and not one.contradictory
            and not one.passages[0].is_guess
        ]
        if open_ and asked < _MOST_BY_ISSUE:
            asked += 1
            topic = topics()[found.topic]
            names = listed([the(d.parties.name(party)) for party in open_])
            is_ = "is" if len(open_) == 1 else "are"
            yield (
                f"Where {is_} {names} on {_name(found.topic)}, from 0 ({topic.low}) to 100 "
                f"({topic.high})? The texts have it in words only.",
                f"positions.{found.topic}",
            )


def _weights(d: Drafted) -> Asked:
    if d.said:
        most = sorted(d.said, key=lambda one: -len(one.passages))[:4]
        told = listed([f"{the(d.parties.name(one.party))} on {_name(one.issue)}" for one in most])
        yield (
            f"How much does each party care about each issue? Salience is stated for none of "
            f"{len(d.said)} positions; most is said by {told}.",
            "positions",
        )
    if d.parties.cast:
        stated = stated_magnitudes(d.material, d.parties)
        ground = f" Stated magnitudes to judge by: {'; '.join(stated)}." if stated else ""
        yield f"How much influence has each party? No text says.{ground}", "parties"


def _hearsay(d: Drafted) -> Asked:
    expected = only_expected(d.material, d.parties)
    if expected:
        yield (
            f"Only expected or projected, not said by those concerned: {'; '.join(expected)}. "
            "Is there a source?",
            "evidence",
        )
    unnamed = unnamed_sources(d.material, d.issues)
    if unnamed:
        yield (
            f"On sources without a name rest: {'; '.join(unnamed)}. Can they be confirmed?",
            "evidence",
        )
    for line in opinion_polls(d.material):
        yield line, "parties"


def _status_quo(d: Drafted) -> Asked:
    if d.issues.chosen:
        names = listed([_name(f.topic) for f in d.issues.chosen[:4]])
        yield (
            f"Where do things stand today on each issue ({names} …), and what holds if the talks "
            "fail? The draft places no status quo.",
            "status_quo",
        )


def _moves_and_levers(d: Drafted) -> Asked:
    movers = {row["party"] for row in d.rows("moves")}
    still = [the(d.parties.name(p)) for p in d.parties.with_role("party") if p not in movers]
    if still:
        yield f"What can {listed(still)} do alone? No unilateral move is stated.", "moves"
    if movers:
        yield "Which moves does each party prefer to see taken or not? No text says.", "preferences"
    levers = d.rows("levers")
    if levers:
        which = "the one lever" if len(levers) == 1 else f"each of the {len(levers)} levers"
        yield (
            f"What does {which} cost its giver and bring every party? "
            "The texts have amounts at most.",
            "levers",
        )
    strangers = outside_levers(d.material, d.parties)
    if strangers:
        yield f"Who in the case holds these levers: {'; '.join(strangers)}?", "levers"
    givers = {row["giver"] for row in levers}
    idle = [the(d.parties.name(p)) for p in d.parties.with_role("mediator") if p not in givers]
    if idle:
        yield f"What could {listed(idle)} offer or withhold? No lever is stated.", "levers"


def _obstacles(d: Drafted) -> Asked:
    told = [
        quoted(p.span.text)
        for p in d.material.of_kind("term")
        if isinstance(p.item, Term) and p.item.kind == "obstacle"
    ]
    if told:
        yield f"What would remove these obstacles: {'; '.join(told[:4])}?", "dynamics"


def _options(d: Drafted) -> Asked:
    none = [row for row in d.rows("issues") if not row.get("options")]
    usual = [
        f"{_name(row['id'])} ({listed([o.name.lower() for o in topics()[row['id']].options])})"
        for row in none
        if topics()[row["id"]].options
    ]
    if usual:
        yield (
            f"Which outcomes are on the table? The texts name none for these; usual ones are: "
            f"{'; '.join(usual[:6])}.",
            "issues",
        )
    bare = [_name(row["id"]) for row in none if not topics()[row["id"]].options]
    if bare:
        yield f"Which outcomes are on the table for {listed(bare)}? The texts name none.", "issues"


def _left_out(d: Drafted) -> Asked:
    mentioned = _mentioned(d.issues.mentioned)
    if mentioned:
        yield (
            f"Spoken of, but not drafted as issues: {listed(mentioned)}. Is any of them "
            "negotiated?",
            "issues",
        )
    for line in left_out_lines(d.material, d.parties):
        yield line, "parties"


def _mentioned(found: Iterable[Found]) -> list[str]:
    return [_name(f.topic) for f in found if f.weight >= 1][:10]


def _name(topic: str) -> str:
    name = topics()[topic].name
    return name[0].lower() + name[1:]

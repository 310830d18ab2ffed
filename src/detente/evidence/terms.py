"""What is asked, offered, threatened and in the way, by whom and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.evidence.items import Actor, Term
from detente.evidence.positions.cue_page import Page
from detente.evidence.positions.footing import footing
from detente.evidence.positions.gist import gist
from detente.evidence.positions.term_bullets import Bullets
from detente.evidence.positions.term_cues import PRECEDENCE
from detente.evidence.positions.term_frames import drafts
from detente.evidence.positions.term_parts import Draft
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.types import Confidence

RULES = {
    "precondition": "what must come first: 'only if', 'no X until Y', 'any deal must', 'must … "
    "first'",
    "threat": "'threatened to', 'warned it would', 'vowed to retaliate', 'or else'",
    "demand": "'demanded', 'insistence on', 'urged X to', 'must', 'will not accept'",
    "pressure": "'to pressure X into', 'pressure on X'",
    "concession": "'agreed to lift', 'gave up', 'border concessions'",
    "offer": "'offered to', 'is ready to', 'pledged', commitments of joint statements",
    "incentive": "what a deal 'could unlock', 'in exchange for', 'lifting sanctions'",
    "procedural": "venue, format and timetable of talks",
    "obstacle": "'no side willing', deadlock, what could derail talks",
    "possible_outcome": "what talks 'could yield'",
}


@extractor(
    makes="terms",
    needs=("actors", "quotations", "reported_statements", "stances"),
    rules=RULES,
)
def extract(reading: Reading) -> list[Term]:
    """The terms of a document in text order, one a clause.

    Where several parties are joint subject (*A and B agreed to …*) the term is by the first and
    to nobody; in a joint statement of two, what one of them alone undertakes is to the other.
    Each act of a list is a term of its own.
    """
    page = Page.of(reading)
    found: list[Draft] = []
    bullets = Bullets()
    for sentence in reading.prose:
        line = page.line(sentence.start, sentence.end)
        found.extend(_apart([*drafts(line), *bullets.drafts(line, sentence)]))
    out: list[Term] = []
    voice = _voice(found)
    for draft in found:
        if voice is not None and not draft.by and draft.own and draft.cue.frame in _UNOWNED:
            draft = _voiced(page, draft, voice)
        out.append(_term(page, draft, f"d{len(out) + 1:02d}"))
    return out


def _voiced(page: Page, draft: Draft, voice: Actor) -> Draft:
    """What the narrator of a text of proposals asks for is asked by those who propose."""
    speaker, _, _ = footing(page, draft.line.tokens[draft.at].start, own=draft.own)
    return draft if speaker is not None else replace(draft, by=(voice,))


def _apart(found: Sequence[Draft]) -> list[Draft]:
    """One term a clause: where two share most of their words, the stronger kind stays."""
    if len(found) < 2:
        return list(found)
    kept: dict[int, list[Draft]] = {}
    ranked = sorted(found, key=lambda d: (PRECEDENCE.index(d.kind), d.first, -d.last))
    for draft in ranked:
        # Only those that begin near can reach it: a clause has at most two blocks of words.
        low, high = (draft.first - 2 * _BLOCK) // _BLOCK, draft.last // _BLOCK
        near = (k for block in range(low, high + 1) for k in kept.get(block, ()))
        if not any(_share(draft, other) for other in near):
            kept.setdefault(draft.first // _BLOCK, []).append(draft)
    out = (draft for block in kept.values() for draft in block)
    return sorted(out, key=lambda d: (d.first, d.last))


_BLOCK = 64


def _share(a: Draft, b: Draft) -> bool:
    """True if two terms stand on mostly the same words."""
    common = min(a.last, b.last) - max(a.first, b.first)
    return common > 0.4 * min(a.last - a.first, b.last - b.first)


def _term(page: Page, draft: Draft, term_id: str) -> Term:
    start, end = draft.line.quotable(draft.first, draft.last)
    speaker, status, projected = footing(page, draft.line.tokens[draft.at].start, own=draft.own)
    by: Actor | None = draft.by[0] if draft.by else None
    to = draft.to
    if len(draft.by) > 1 and draft.kind in _MUTUAL:
        to = None
    elif to is None and draft.kind in _ONE_SIDED:
        to = _other_party(page, draft)
    reporter: Actor | None = None
    told = draft.kind in _NOBODYS and not draft.by and draft.cue.rule != "manner"
    if told and (status != "stated" or draft.kind == "possible_outcome"):
        reporter, to = speaker, None
    elif (
        by is None
        and speaker is not None
        and (draft.own or (status == "stated" and draft.kind != "pressure"))
    ):
        if _may_own(speaker, projected):
            by = speaker
        else:
            reporter = speaker
    elif speaker is not None and (by is None or by.id != speaker.id):
        reporter = speaker
    if by is not None and to is not None and by.id == to.id:
        to = None
    if status == "narrated" and by is not None and draft.cue.speech and draft.cue.frame != "noun":
        status = "reported"
    if status == "stated" and reporter is not None:
        status = "reported"
    if projected:
        status = "projected"
    elif draft.guess:
        status = "speculative"
    return Term(
        id=term_id,
        document=page.document,
        kind=draft.kind,
        by=None if by is None else by.id,
        to=None if to is None else to.id,
        gist=gist(draft.line, draft.first, draft.last),
        status=status,
        reporter=None if reporter is None else reporter.id,
        span=page.reading.span(start, end),
        rule=f"terms.{draft.kind}",
        confidence=_confidence(draft, by),
    )


# What several parties undertake together is nobody's gift to one of them.
_MUTUAL = frozenset({"offer", "concession", "procedural"})
_ONE_SIDED = frozenset({"offer", "concession", "pressure"})
# What stands in the way, how talks run and what they may bring is told, not put by a party.
_NOBODYS = frozenset({"obstacle", "procedural", "possible_outcome"})


def _other_party(page: Page, draft: Draft) -> Actor | None:
    """In a joint statement of two what one of them alone will do is towards the other."""
    parties = page.joint.we
    if len(parties) != 2 or len(draft.by) != 1:
        return None
    others = [a for a in parties if a.id != draft.by[0].id]
    return others[0] if len(others) == 1 else None


def _voice(found: Sequence[Draft]) -> Actor | None:
    """The one body that a text presents the proposals of; None if there is none or several."""
    bodies = {
        a.id: a
        for d in found
        if d.cue.rule in _PROPOSING and len(d.by) == 1
        for a in d.by
        if a.type in _BODIES
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


_PROPOSING = frozenset({"propose", "put_forward", "order"})
_BODIES = frozenset({"think_tank", "ngo", "organisation", "group", "government_body", "igo"})
_UNOWNED = frozenset({"impersonal", "listed", "modal"})


def _may_own(speaker: Actor, projected: bool) -> bool:
    """Analysts and institutes report terms; parties and their officials put them."""
    if speaker.type in ("think_tank", "media"):
        return False
    if speaker.type == "anonymous_source":
        return speaker.affiliation is not None
    return True


def _confidence(draft: Draft, by: Actor | None) -> Confidence:
    if draft.guess or draft.cue.frame == "clause":
        return "low"
    if by is None or draft.cue.frame == "noun":
        return "medium"
    return "high"

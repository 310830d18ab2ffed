"""What is asked, offered, threatened and in the way, by whom and to whom."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.cue_page import Page
from detente.evidence.gist import gist
from detente.evidence.items import Actor, ReportedStatement, Term, TermStatus
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.evidence.term_cues import PRECEDENCE
from detente.evidence.term_frames import drafts
from detente.evidence.term_parts import Draft
from detente.evidence.term_words import PROJECTION
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

    Where two parties are joint subject (*A and B agreed to …*) the term is by the first and to
    the second; what a joint statement commits its parties to is an offer, or a concession
    where they agree to give something up.
    """
    page = Page(reading)
    found: list[Draft] = []
    for sentence in reading.prose:
        found.extend(_apart(list(drafts(page.line(sentence.start, sentence.end)))))
    out: list[Term] = []
    for draft in found:
        out.append(_term(page, draft, f"d{len(out) + 1:02d}"))
    return out


def _apart(found: Sequence[Draft]) -> list[Draft]:
    """One term a clause: where two share most of their words, the stronger kind stays."""
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
    speaker, status, projected = _context(page, draft)
    by: Actor | None = draft.by[0] if draft.by else None
    to = draft.to
    if to is None and len(draft.by) == 2 and draft.kind in _MUTUAL:
        to = draft.by[1]
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


# Of these, what two parties say together binds each to the other.
_MUTUAL = frozenset({"offer", "concession", "procedural"})
# What stands in the way, how talks run and what they may bring is told, not put by a party.
_NOBODYS = frozenset({"obstacle", "procedural", "possible_outcome"})


def _may_own(speaker: Actor, projected: bool) -> bool:
    """Analysts and institutes report terms; parties and their officials put them."""
    if speaker.type in ("think_tank", "media"):
        return False
    if speaker.type == "anonymous_source":
        return speaker.affiliation is not None
    return True


def _context(page: Page, draft: Draft) -> tuple[Actor | None, TermStatus, bool]:
    """Who says the words, on what footing, and whether they are a forecast."""
    offset = draft.line.tokens[draft.at].start
    quotation = page.quotation_at(offset)
    if quotation is not None:
        speaker = page.actors.get(quotation.speaker) if quotation.speaker else None
        return speaker, "stated", False
    for statement in page.statements_over(offset):
        speaker = page.actors.get(statement.speaker) if statement.speaker else None
        if speaker is None or speaker.type == "media":
            continue
        return speaker, "reported", _projects(statement)
    return None, "narrated", False


def _projects(statement: ReportedStatement) -> bool:
    return statement.cue.lower().split(" ")[0] in PROJECTION


def _confidence(draft: Draft, by: Actor | None) -> Confidence:
    if draft.guess or draft.cue.frame == "clause":
        return "low"
    if by is None or draft.cue.frame == "noun":
        return "medium"
    return "high"

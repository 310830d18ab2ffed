"""On what footing words stand: stated by somebody, reported of somebody, or told by the text."""

from __future__ import annotations

from detente.evidence.items import Actor, Quotation, ReportedStatement, TermStatus
from detente.evidence.positions.cue_page import Page
from detente.evidence.positions.term_words import PROJECTION


def footing(page: Page, offset: int, *, own: bool) -> tuple[Actor | None, TermStatus, bool]:
    """Who says the words at ``offset``, on what footing, and whether they are a forecast.

    ``own`` is True if words of the narrator's own may be those of whose speech the text is.
    """
    quotation = page.quotation_at(offset)
    if quotation is not None:
        speaker = page.actors.get(quotation.speaker) if quotation.speaker else None
        told = _told_by_another(page, quotation, offset)
        return (speaker, "stated", False) if told is None else (told, "reported", False)
    for statement in page.statements_over(offset):
        speaker = page.actors.get(statement.speaker) if statement.speaker else None
        if speaker is None or speaker.type == "media":
            continue
        return speaker, "reported", _projects(statement)
    voice = page.voice_at(offset) if own else None
    return (None, "narrated", False) if voice is None else (voice, "stated", False)


def _told_by_another(page: Page, quotation: Quotation, offset: int) -> Actor | None:
    """Inside somebody's words: whose statement they report, *the President made clear that …*."""
    for statement in page.statements_over(offset):
        inside = quotation.span.start <= statement.cue_span.start < quotation.span.end
        if inside and statement.speaker not in (None, quotation.speaker):
            return page.actors.get(statement.speaker or "")
    return None


def _projects(statement: ReportedStatement) -> bool:
    return statement.cue.lower().split(" ")[0] in PROJECTION

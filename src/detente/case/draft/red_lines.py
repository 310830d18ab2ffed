"""Red lines of the draft: what a party says it will not have, where a place can be told.

A precondition, or a refusal in so many words, makes a line. It needs something that a line
can be drawn through: the end of the scale that the words ask for (the bound lies somewhere
in the middle half, as no text says where), or one option that is named as refused. A line
in words alone becomes a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from detente.case.draft.direction import end_asked_for
from detente.case.draft.passages import Material, Passage
from detente.case.draft.positions import Said, words_of_passage
from detente.case.draft.wording import bare
from detente.case.draft.words import Citations
from detente.evidence.items import Quotation, Stance, Term

_REFUSES = re.compile(
    r"\b(?:(?:will|shall|would|can|could|must|should|may) (?:not|never)|cannot|won[’']t|never"
    r"|can[’']t|unacceptable|non-negotiable|red lines?|no .{0,40}\b(?:until|unless|without)"
    r"|refus\w+|reject\w*|rul\w+ out|out of the question|not? (?:accept|agree|recogni[sz]e)\w*"
    r"|under no circumstances)\b",
    re.IGNORECASE,
)
_REFUSES_OPTION = re.compile(
    r"\b(?:accept|agree to|recogni[sz]e|reject\w*|refus\w*|rul\w+ out|oppos\w+|unacceptable)\b",
    re.IGNORECASE,
)
_LONGEST = 200
_SENTENCE_END = re.compile(r"[.;!?]\s")
_BASIS = "rule of lines"
_BASIS_OPTION = "named as refused"


@dataclass(frozen=True)
class InWords:
    """A line that is drawn in words only."""

    party: str
    issue: str
    passage: Passage


def draft_red_lines(
    said: list[Said], material: Material, citations: Citations, options: dict[str, set[str]]
) -> tuple[list[dict[str, Any]], list[InWords]]:
    """The section ``red_lines``, and the lines that have no place yet.

    ``options`` are the options of each issue of the case.
    """
    out: list[dict[str, Any]] = []
    open_: list[InWords] = []
    for one in said:
        if one.contradictory:
            continue
        lines = [p for p in one.passages if p.speaks_of(one.issue) and _draws_a_line(p)]
        placed = [
            (p, end)
            for p in lines
            if isinstance(p.item, Term | Quotation)
            and (end := end_asked_for(p, one.issue)) is not None
        ]
        row: dict[str, Any] = {
            "kind": "forbid",
            "id": f"{one.party}-{one.issue}"[:80],
            "party": one.party,
            "issue": one.issue,
        }
        if placed:
            passage, end = placed[0]
            bound = {"low": 25, "high": 75}
            words = [words_of_passage(material, p, one.issue) for p, _ in placed]
            made = citations.entry(words, "low", _BASIS)
            row["below" if end == "high" else "above"] = bound | made
            row["text"] = bare(words[0].span.text)
            out.append(row | citations.entry(words, "low"))
            continue
        refused = [(p, o) for p in lines if (o := _refused(p, one, material, options)) is not None]
        if refused:
            passage, option = refused[0]
            words = [words_of_passage(material, passage, one.issue)]
            row["options"] = [option]
            row["text"] = bare(words[0].span.text)
            out.append(row | citations.entry(words, "low", _BASIS_OPTION))
        elif lines:
            open_.append(InWords(one.party, one.issue, lines[0]))
    return out, open_


def _draws_a_line(passage: Passage) -> bool:
    item = passage.item
    if passage.is_guess:
        return False
    if isinstance(item, Term):
        if item.kind == "precondition":
            return True
        return item.kind in ("demand", "threat") and bool(_REFUSES.search(passage.span.text))
    if isinstance(item, Stance) and item.label != "oppose":
        return False
    # A longer speech refuses one thing and speaks of another.
    text = passage.span.text
    return len(text) <= _LONGEST and not _SENTENCE_END.search(text) and bool(_REFUSES.search(text))


def _refused(
    passage: Passage, one: Said, material: Material, options: dict[str, set[str]]
) -> str | None:
    """The one option of the issue that the words name as refused."""
    refuses = _REFUSES_OPTION.search(passage.span.text)
    if refuses is None or (isinstance(passage.item, Term) and passage.item.kind == "precondition"):
        return None
    found = {
        option
        for hit, option in material.texts[passage.document].options_within(
            passage.span.start + refuses.end(), passage.span.end
        )
        if hit.topic == one.issue and option in options.get(one.issue, set())
    }
    return found.pop() if len(found) == 1 else None

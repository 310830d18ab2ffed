"""Transcripts: paragraphs that begin with the name of who speaks and a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.documents.document import Document, Paragraph

# A label: up to 90 characters of capitalised words before a colon; a bracket may say how
# ("(retranslated)").
_LABEL = re.compile(r"([^\W\d_][^:\n“”\"]{0,89}?)(\s*\([^()\n]{1,40}\))?:(?=\s)")
# A reporter's question in an official transcript: "Q    Will you go?", no colon.
_BARE = re.compile(r"(Q)(\s*\([^()\n]{1,40}\))?[ \t\u00a0]+(?=[^\W\d_a-z])")
_QUESTION = frozenset("q question a answer moderator operator".split())
_SMALL = frozenset("of the and for to de von van al bin ibn la le di da a an in on".split())
# Offices that a speaker's label may name; three such labels make a transcript of statements.
_OFFICES = frozenset(
    """president minister secretary chancellor premier senator general ambassador mr mrs ms
    chairman chair representative spokesman spokesperson spokeswoman king governor director
    commissioner""".split()
)
_FEWEST = 3
_SHARE = 0.12
# Words of a plain name, without office.
_NAME = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of a speaker's turn; ``label`` is where the speaker is named.

    ``opens`` is False for the paragraphs after the labelled one.
    """

    start: int
    end: int
    label_start: int
    label_end: int
    opens: bool


def find_turns(document: Document) -> tuple[Turn, ...]:
    """The turns of a transcript, none if the document is not clearly one.

    It is one where at least three paragraphs carry a label, labels are not rare among the
    paragraphs, and one comes twice, or asks a question, or three name an office.
    """
    prose = [p for p in document.paragraphs if p.is_prose and p.end > p.start]
    labels: dict[int, re.Match[str]] = {}
    for paragraph in prose:
        found = _label(document.text, paragraph)
        if found is not None:
            labels[paragraph.number] = found
    if not _clearly([m.group(1).strip() for m in labels.values()], len(prose)):
        return ()
    turns: list[Turn] = []
    current: re.Match[str] | None = None
    for paragraph in document.paragraphs:
        opening = labels.get(paragraph.number)
        if opening is not None:
            current = opening
        elif not paragraph.is_prose:
            if _breaks(document.text, paragraph):
                current = None
            continue
        if current is None:
            continue
        start = opening.end() if opening is not None else paragraph.start
        while start < paragraph.end and document.text[start].isspace():
            start += 1
        if start < paragraph.end:
            turns.append(
                Turn(start, paragraph.end, current.start(1), current.end(1), opening is not None)
            )
    return tuple(turns)


def _breaks(text: str, paragraph: Paragraph) -> bool:
    """A rule of stars or a stage direction ends a turn; a stray short line does not."""
    return not any(c.isalpha() for c in text[paragraph.start : paragraph.end])


def _label(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    bare = _BARE.match(text, paragraph.start, paragraph.end)
    if bare is not None:
        return bare
    found = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 140))
    if found is None or found.end() >= paragraph.end:
        return None
    rest = text[found.end() : found.end() + 3].lstrip()
    if rest[:1] in ("“", '"', "«", "„"):
        return None
    words = re.findall(r"[^\W\d_][\w.’'-]*", found.group(1))
    if not words or len(words) > 14 or any(w.endswith(("’s", "'s")) for w in words):
        return None
    if words[0].lower() in _QUESTION and len(words) <= 2:
        return found
    if all(w[0].isupper() or w.lower() in _SMALL for w in words):
        return found
    return None


def _clearly(labels: Sequence[str], paragraphs: int) -> bool:
    if len(labels) < _FEWEST or len(labels) < _SHARE * paragraphs:
        return False
    if any(n.lower() in _QUESTION for n in labels):
        return True
    named = [n for n in labels if n.upper() == n or _office(n) or len(n.split()) <= _NAME]
    return len(named) > len(set(named)) or sum(map(_office, labels)) >= _FEWEST


def _office(label: str) -> bool:
    return not _OFFICES.isdisjoint(re.findall(r"[a-z]+", label.lower()))

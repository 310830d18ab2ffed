"""Title, publisher, dateline and date: only where the document states them.

A date inside prose is about an event, not about the document; it is never taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.documents.bylines import (
    AGENCIES,
    PUBLICATION_WORD,
    PUBLISHED,
    UPDATED,
    is_date_line,
    split_name_and_date,
)
from detente.documents.dates import StatedDate, date_at
from detente.documents.document import Paragraph
from detente.documents.extracted import Extracted

# Bylines stand above the text, or right below its end.
_HEAD_PARAGRAPHS = 12
# The dash that ends a dateline, with the report's first sentence after it.
_DASH = re.compile(r"\s{0,2}(?:[—–]|--)\s{0,2}|\s-\s")
_LONGEST_DATELINE = 120
_IN_BRACKETS = re.compile(r"\s{0,2}[(\[]([^()\[\]]{2,40})[)\]]")
_PLACE = re.compile(
    r"[^\W\d_][\w.’'/-]{0,40}(?:,?\s(?:[^\W\d_][\w.’'/-]{0,40})){0,6}",
)
# Words that open a sentence about a day: "On 4 May 2024 – hours after …".
_OPENERS = frozenset("on in at by since after before until from as but and am le el il".split())
_SMALL_WORDS = frozenset("of and the de la du del le al el on in am an der".split())


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document states about itself; None where it states nothing."""

    title: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    date: dt.date | None = None
    date_basis: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass
class _Notes:
    dates: list[tuple[dt.date, str]] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    dateline: str | None = None
    warnings: list[str] = field(default_factory=list)
    open_questions: list[str] = field(default_factory=list)

    def add(self, found: StatedDate, basis: str) -> None:
        if found.date is not None:
            self.dates.append((found.date, basis))
        if found.problem is not None:
            notes = self.warnings if found.date is not None else self.open_questions
            notes.append(f"{basis}: {found.problem}")


def stated_by(text: str, paragraphs: Sequence[Paragraph], found: Extracted) -> Stated:
    """What the document's own words and its file's metadata state, metadata first."""
    notes = _Notes()
    if found.date is not None:
        notes.dates.append((found.date, "metadata"))
    if found.publisher:
        notes.publishers.append(found.publisher)
    updated = _Notes()
    for paragraph in _edges(paragraphs):
        _read_line(text[paragraph.start : paragraph.end], notes, updated)
    first = next((p for p in paragraphs if p.kind == "body"), None)
    if first is not None:
        _read_dateline(text[first.start : min(first.end, first.start + 200)], notes)
    notes.warnings += _at_odds(notes.dates) + updated.warnings
    notes.dates += updated.dates
    if not notes.dates:
        # A day without its year matters only where nothing else says the date.
        notes.warnings += notes.open_questions + updated.open_questions
    title = found.title or next(
        (text[p.start : p.end] for p in paragraphs if p.kind == "title"), None
    )
    date, basis = notes.dates[0] if notes.dates else (None, None)
    return Stated(
        title=None if title is None else " ".join(title.split()),
        publisher=notes.publishers[0] if notes.publishers else None,
        dateline=notes.dateline,
        date=date,
        date_basis=basis,
        warnings=tuple(dict.fromkeys(notes.warnings)),
    )


def _at_odds(dates: Sequence[tuple[dt.date, str]]) -> list[str]:
    """A warning where the statements differ by more than the night a report is filed in."""
    if not dates:
        return []
    first, basis = dates[0]
    return [
        f"states two dates: {first} ({basis}) and {other} ({where}); the first was taken"
        for other, where in dates[1:]
        if abs((other - first).days) > 1
    ][:1]


def _edges(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The bylines above the first prose and below the last."""
    head: list[Paragraph] = []
    for p in paragraphs[:_HEAD_PARAGRAPHS]:
        if p.kind == "body":
            break
        head.append(p)
    tail: list[Paragraph] = []
    for p in reversed(paragraphs[-_HEAD_PARAGRAPHS:]):
        if p.kind == "body":
            break
        tail.append(p)
    seen = {p.number for p in head}
    edges = head + [p for p in reversed(tail) if p.number not in seen]
    return [p for p in edges if p.kind == "byline"]


def _read_line(line: str, notes: _Notes, updated: _Notes) -> None:
    for cue, basis, where in ((PUBLISHED, "published", notes), (UPDATED, "updated", updated)):
        m = cue.match(line)
        found = date_at(line, m.end()) if m is not None else None
        if found is not None:
            where.add(found, f"{basis} line")
            return
    if is_date_line(line):
        found = date_at(line)
        if found is not None:
            notes.add(found, "date line")
        return
    parts = split_name_and_date(line)
    if parts is None:
        bare = line.strip(" ()[].–—-|/")
        if bare.lower() in AGENCIES:
            notes.publishers.append(bare)
        return
    name, at = parts
    found = date_at(line, at)
    if found is None:
        return
    if name.lower().startswith("by "):
        notes.add(found, "byline")
    elif PUBLICATION_WORD.search(name) or name.startswith("The ") or name.lower() in AGENCIES:
        notes.publishers.append(name)
        notes.add(found, "byline")
    elif name.isalpha() or name.isupper() or ("," in name and _is_place(name)):
        notes.dateline = line
        notes.add(found, "dateline")
    else:
        # Two words with capitals may be a town or a person: only the date is sure.
        notes.add(found, "date line")


def _read_dateline(opening: str, notes: _Notes) -> None:
    """The place, day and agency before the dash that opens a report."""
    dash = _DASH.search(opening, 2, _LONGEST_DATELINE)
    if dash is None:
        return
    words = opening[: dash.start()].rstrip()
    after = opening[dash.end() :].lstrip("\"'“‘«([")[:1]
    # The report's own sentence follows; in "NATO — an alliance — met" it does not.
    if not words or not (
        after.isupper() or after.isdigit() or (after.isalpha() and not after.islower())
    ):
        return
    brackets = _IN_BRACKETS.search(words)
    agency = None if brackets is None else brackets[1].strip()
    rest = words if brackets is None else words.replace(brackets.group(), "", 1)
    starts = (m.start() for m in re.finditer(r"\b\w", rest))
    found = next((d for at in starts if (d := date_at(rest, at)) is not None), None)
    if found is not None:
        rest = rest[: found.start] + rest[found.end :]
    place = rest.strip(" ,.;:/|")
    if place and not _is_place(place):
        return
    known = agency is not None and (
        agency.lower() in AGENCIES or PUBLICATION_WORD.search(agency) is not None
    )
    capitals = len(place) >= 3 and place.split(",")[0].isupper()
    # "Geneva — " alone may open a sentence: capitals, a day or an agency make it a dateline.
    if not (capitals or known or found is not None):
        return
    notes.dateline = words
    if agency is not None and date_at(agency) is None:
        notes.publishers.append(agency)
    if found is not None:
        notes.add(found, "dateline")


def _is_place(words: str) -> bool:
    """True for a few words with capitals, as the names of places are written."""
    first = words.split()[0].lower()
    return (
        _PLACE.fullmatch(words) is not None
        and first not in _OPENERS
        and all(not w[0].islower() or w in _SMALL_WORDS for w in re.findall(r"[^\s,/]+", words))
    )

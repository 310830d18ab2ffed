"""A text cut into pieces that may be paragraphs: lines, or lines that were wrapped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Mark = Literal["", "bullet", "dash", "number", "heading"]

# A dash may also open a line of dialogue, so it is told apart from a bullet. One letter counts
# only with a bracket: "A. Name" is an initial.
_MARK = re.compile(
    r"(?P<heading>\#{1,6}\s+)|(?P<bullet>[-*+•‣▪●◦·■○]\s+)|(?P<dash>[–—]\s+)"
    r"|(?P<number>(?:\d{1,3}[.)]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\))\s+)"
)
_WORD_CHARACTER = re.compile(r"[^\W_]")
SENTENCE_END = frozenset(".!?…。！？؟۔।")
CLOSERS = "\"'”’»›)]*_”」』"

# A line this long or longer was not broken to fit a screen or a typewriter page.
_LONGEST_WRAPPED = 120
_LONG_LINE = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """``start:end`` of a piece, its mark left out; ``begin`` is where the mark stands."""

    begin: int
    start: int
    end: int
    mark: Mark
    figure: bool = False
    after_blank: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    after_blank: bool
    figure: bool


def split_pieces(text: str) -> list[Piece]:
    """The pieces of a text in order; lines without a letter or digit (rules, stars) are none."""
    lines = _lines(text)
    wrapped = _is_wrapped(text, lines)
    width = max((line.end - line.start for line in lines), default=0) if wrapped else 0
    pieces: list[Piece] = []
    group: list[_Line] = []
    for line in lines:
        if group and not _goes_on(text, group, line, width):
            pieces.append(_piece(text, group))
            group = []
        group.append(line)
    if group:
        pieces.append(_piece(text, group))
    return pieces


def ends_sentence(text: str, start: int, end: int) -> bool:
    """True if the last character, closing quotes and brackets aside, ends a sentence."""
    while end > start and text[end - 1] in CLOSERS:
        end -= 1
    return end > start and text[end - 1] in SENTENCE_END


def without_comments(markup: str) -> str:
    """The markup without ``<!-- … -->``; one left open stays, as it may be a stray mark."""
    if "<!--" not in markup:
        return markup
    kept: list[str] = []
    at = 0
    while (start := markup.find("<!--", at)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        kept.append(markup[at:start])
        at = end + 3
    return "".join([*kept, markup[at:]])


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    at, blank, figure_until = 0, True, -1
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        raw = text[at:stop]
        bare = raw.strip()
        if not bare:
            blank = True
        elif _WORD_CHARACTER.search(without_comments(bare)):
            if "<figure" in bare and at > figure_until:
                closing = text.find("</figure>", at, at + 4000)
                figure_until = closing if closing >= 0 else stop
            start = at + len(raw) - len(raw.lstrip())
            lines.append(_Line(start, start + len(bare), start - at, blank, at <= figure_until))
            blank = False
        else:
            blank = True
        at = stop + 1
    return lines


def _is_wrapped(text: str, lines: Sequence[_Line]) -> bool:
    """True if lines were broken at a width, so that a paragraph is several lines.

    Most lines are then 50 to 100 characters, none is much longer, and lines that another
    line follows mostly stop in mid-sentence.
    """
    if len(lines) < 3:
        return False
    lengths = [line.end - line.start for line in lines]
    # One line in fifty may be longer: an address or a table row is not broken.
    if sum(n > _LONGEST_WRAPPED for n in lengths) * 50 > len(lines):
        return False
    if sum(45 <= n <= 105 for n in lengths) * 2 < len(lines):
        return False
    inner = [a for a, b in itertools.pairwise(lines) if not b.after_blank]
    open_ended = sum(not ends_sentence(text, a.start, a.end) for a in inner)
    return len(inner) * 3 >= len(lines) and open_ended * 2 > len(inner)


def _goes_on(text: str, group: Sequence[_Line], line: _Line, width: int) -> bool:
    """True if ``line`` continues the paragraph of ``group``."""
    last = group[-1]
    if line.figure or last.figure:
        return line.figure and last.figure and not line.after_blank
    length = last.end - last.start
    mark = _MARK.match(text, line.start, line.end)
    if mark is not None and width and mark.lastgroup in {"number", "dash"}:
        # "… to (1) assert and" wrapped before "(2)": after a full line that ends in
        # mid-sentence it is no list.
        inside = length * 10 >= width * 6 and text[last.end - 1].isalpha()
        mark = mark if not inside or text.endswith((" and", " or"), 0, last.end) else None
    if line.after_blank or mark is not None:
        return False
    first = text[line.start : line.end].lstrip("\"'“‘«([")[:1]
    if width:
        if length * 10 < width * 6:
            # A short line ends a paragraph or is a heading, unless the next goes on in
            # lower case.
            return first.islower() and not ends_sentence(text, last.start, last.end)
        # An indented line after a full one begins a paragraph, as in books; under a bullet
        # or an indented first line the indent says nothing.
        indented = line.indent >= last.indent + 2
        marked = len(group) == 1 and _MARK.match(text, last.start, last.end) is not None
        return marked or not (indented and ends_sentence(text, last.start, last.end))
    # Unwrapped text with a stray break, as page ends leave behind.
    if text[last.end - 1] in ":;" or length < 60:
        return False
    return first.islower() or (
        length >= _LONG_LINE and not ends_sentence(text, last.start, last.end)
    )


def _piece(text: str, group: Sequence[_Line]) -> Piece:
    first, end = group[0], group[-1].end
    m = None if first.figure else _MARK.match(text, first.start, end)
    if m is None or m.end() >= end or not _WORD_CHARACTER.search(text, m.end(), end):
        return Piece(first.start, first.start, end, "", first.figure, first.after_blank)
    mark: Mark = m.lastgroup  # type: ignore[assignment]  # the groups are named after the marks
    return Piece(first.start, m.end(), end, mark, False, first.after_blank)

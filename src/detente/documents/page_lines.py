"""Lines as they stand on printed pages to paragraphs: what wrapping and paging tore apart."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.documents.lines import ends_sentence
from detente.documents.structure import Block

# Ligatures of typesetting, kept by NFC; words are looked up without them.
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_BULLET = re.compile(
    r"(?:[•‣▪●◦·■○\uf0b7]\s*|[-*–]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+|\d{1,2}\.\s+)"
)
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:(?:page|p\.|seite|página|стр\.)\s{0,2})?\d{1,4}"
    r"(?:\s{0,2}(?:/|of|von|sur|de|из)\s{0,2}\d{1,4})?\W{0,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
# Lines of one paragraph stand at the page's usual distance, paragraphs a third wider apart.
_GAP = 1.3
_HEADING_SIZE = 1.12


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line on a page: its words, place in points (y grows upwards), size and weight of type."""

    page: int
    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    bold: bool = False


def blocks_of(lines: Sequence[PageLine]) -> list[Block]:
    """Paragraphs and headings of a document's lines.

    Lines that come back at the same edge of page after page, and bare page numbers there,
    are dropped. A word broken by a hyphen is joined, unless the document writes it with its
    hyphen elsewhere.
    """
    given = [line for line in lines if line.text.strip()]
    if not given:
        return []
    counts: Counter[float] = Counter()
    for line in given:
        counts[line.size] += len(line.text)
    # The commonest size by characters is the body's; the smaller of two equals.
    body = min(counts, key=lambda size: (-counts[size], size))
    kept = _without_furniture(given, body)
    gap = _usual_gap(kept, body)
    width = _usual_width(kept, body)
    spelled = Counter(w.lower() for line in kept for w in _WORD.findall(line.text))
    groups: list[list[PageLine]] = []
    for line in kept:
        if groups and _goes_on(groups[-1], line, body, gap, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, body, spelled) for group in groups]


def _without_furniture(lines: Sequence[PageLine], body: float) -> list[PageLine]:
    """The lines without running heads, feet and page numbers.

    A line in large type on the first page stays: the title comes back as the running head.
    """
    by_page: dict[int, list[PageLine]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges = {page: set(_edge(of_page)) for page, of_page in by_page.items()}
    few = len(by_page) == 2
    seen: Counter[tuple[str, int]] = Counter()
    for of_page in edges.values():
        seen.update({_shape(line, few) for line in of_page})
    # Running heads change with the chapter, so three pages are enough; of two pages, both.
    enough = 2 if few else 3
    first = min(by_page)
    return [
        line
        for line in lines
        if line not in edges[line.page]
        or (line.page == first and _is_heading_type(line, body))
        or not (_PAGE_NUMBER.fullmatch(line.text.strip()) or seen[_shape(line, few)] >= enough)
    ]


def _shape(line: PageLine, few: bool) -> tuple[str, int]:
    """The line without its page number, and its height on the page.

    Over many pages every number counts as a page number; on two, only the page's own and
    the last page's do, as two sentences may differ in a number only.
    """
    text = " ".join(line.text.lower().split())
    number = re.compile(rf"(?<!\d)[{line.page}2](?!\d)") if few else _DIGITS
    return number.sub("#", text), round(line.y / 4)


def _edge(lines: Sequence[PageLine]) -> list[PageLine]:
    """The two highest and two lowest lines of a page; first and last where places are unknown."""
    if len({line.y for line in lines}) > 1:
        heights = sorted({line.y for line in lines})
        # Half a page of text is no edge.
        outer = {*heights[:2], *heights[-2:]} if len(heights) > 4 else {heights[0], heights[-1]}
        return [line for line in lines if line.y in outer]
    return [*lines[:2], *lines[-2:]]


def _usual_gap(lines: Sequence[PageLine], body: float) -> float:
    gaps = [
        a.y - b.y
        for a, b in itertools.pairwise(lines)
        if a.page == b.page and a.y > b.y and a.size == b.size == body
    ]
    if not gaps:
        return 0.0
    # In a text of short paragraphs wide gaps are many: the lower quartile is inside them.
    return sorted(gaps)[len(gaps) // 4]


def _usual_width(lines: Sequence[PageLine], body: float) -> int:
    """Characters of a full line of body text."""
    lengths = sorted(len(line.text) for line in lines if line.size == body) or [0]
    return int(statistics.median(n for n in lengths if 2 * n >= lengths[-1]))


def _goes_on(
    group: Sequence[PageLine], line: PageLine, body: float, gap: float, width: int
) -> bool:
    last = group[-1]
    if _BULLET.match(line.text) and _may_end(last, width):
        return False
    ended = ends_sentence(last.text, 0, len(last.text))
    first = line.text.lstrip("\"'“‘«([ ")[:1]
    if last.page != line.page or line.y > last.y:
        # Over the page or into the next column: in mid-sentence it goes on.
        return (
            last.size < _HEADING_SIZE * body
            and not ended
            and (first.islower() or len(last.text) >= 0.75 * width)
        )
    if _is_heading_type(last, body) != _is_heading_type(line, body):
        return False
    if gap > 0 and last.y - line.y > 0:
        scale = max(1.0, line.size / body) if body else 1.0
        if last.y - line.y > _GAP * gap * scale:
            return False
        if last.bold != line.bold and len(group) == 1 and not ended:
            return False
        # A short line in mid-paragraph ends an item of a list, or a line that stands alone.
        return len(last.text) >= 0.6 * width or (first.islower() and not ended)
    if len(last.text) >= 0.75 * width:
        return True
    return first.islower() and not ended


def _may_end(line: PageLine, width: int) -> bool:
    return (
        ends_sentence(line.text, 0, len(line.text))
        or len(line.text) < 0.75 * width
        or (line.text.rstrip()[-1] in ":;,")
    )


def _is_heading_type(line: PageLine, body: float) -> bool:
    return line.size >= _HEADING_SIZE * body > 0


def _block(group: Sequence[PageLine], body: float, spelled: Counter[str]) -> Block:
    text = _joined([line.text for line in group], spelled)
    bullet = _BULLET.match(text)
    if bullet is not None and bullet.end() < len(text):
        marked_number = text[0].isalnum() or text[0] == "("
        if not marked_number:
            return Block(text[bullet.end() :], "bullet")
    large = _is_heading_type(group[0], body)
    bold = all(line.bold for line in group)
    short = len(text) <= 160 and not ends_sentence(text, 0, len(text))
    if (large and len(text) <= 320) or (bold and short and text[-1] not in ",;"):
        return Block(text, "heading")
    return Block(text)


def _joined(lines: Sequence[str], spelled: Counter[str]) -> str:
    text = ""
    for raw in lines:
        line = " ".join(raw.translate(_LIGATURES).split())
        if not text:
            text = line
            continue
        broken = _LAST_PART.search(text)
        following = _WORD.match(line)
        if broken is None or following is None:
            glue = "" if text[-1] in "-‐" and line[:1].isdigit() else " "
            text = f"{text}{glue}{line}"
            continue
        head, tail = broken[1], following.group()
        whole, hyphened = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
        # A capital after the hyphen, or the same word with its hyphen elsewhere, keeps it.
        keep = not text.endswith("\u00ad") and (
            tail[0].isupper() or (spelled[hyphened] > 0 and spelled[whole] == 0)
        )
        text = text[:-1] + ("-" if keep else "") + line
    return text

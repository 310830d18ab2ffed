"""Markdown to blocks: marks become structure, the words stay."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from detente.documents.dates import date_at
from detente.documents.document import ParagraphKind
from detente.documents.extracted import Extracted
from detente.documents.inline_markup import only_image, plain_words
from detente.documents.normalise import normalise
from detente.documents.plain import decode
from detente.documents.structure import Block

_ATX = re.compile(r"\s{0,3}#{1,6}(?:\s+|$)")
_SETEXT = re.compile(r"\s{0,3}(?:=+|-+)\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?){1,8}")
# Words with a backtick after three backticks are code inside a line, not a fence.
_FENCE = re.compile(r"\s{0,3}(`{3,}(?=[^`]*$)|~{3,})")
# For lines without spaces at their ends.
_TABLE_RULE = re.compile(r"(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_DEFINITION = re.compile(r"\s{0,3}\[[^\[\]]{1,200}\]:\s*\S")
_FOOTNOTE = re.compile(r"\s{0,3}\[\^[^\[\]\s]{1,60}\]:\s*")
_OPENS_FIGURE = re.compile(
    r"\s{0,3}<(figure|picture|table|script|style|iframe|svg)\b", re.IGNORECASE
)
_TAGS = re.compile(r"<[^<>]{0,2000}>")
_FRONT_KEY = re.compile(r"([A-Za-z_ -]{1,40}?)\s{0,5}[:=]\s{0,5}(.{1,500})")
_ANY_KEY = re.compile(r"[\"']?\w[\w .-]{0,40}[\"']?\s{0,5}[:=]")
_PUBLISHER_KEYS = ("publisher", "publication", "site", "sitename", "site_name", "outlet")
_DATE_KEYS = ("date", "published", "pubdate", "publishdate", "publish_date", "date_published")


def extract(name: str, data: bytes) -> Extracted:
    """Blocks of a Markdown file, and what its front matter states.

    Raises
    ------
    UnreadableDocument
        If the bytes are not text in an encoding that can be told.
    """
    text, warnings = decode(name, data)
    front, lines = _front_matter(normalise(text).split("\n"))
    date, notes = None, list(warnings)
    for key in _DATE_KEYS:
        found = date_at(front[key]) if key in front else None
        if found is not None:
            date = found.date
            if found.problem is not None:
                notes.append(f"front matter: {found.problem}")
            break
    return Extracted(
        tuple(_blocks(lines)),
        title=front.get("title"),
        publisher=next((front[k] for k in _PUBLISHER_KEYS if k in front), None),
        date=date,
        warnings=tuple(notes),
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The keys between two lines of ``---`` or ``+++`` at the top, and the lines below."""
    fence = lines[0].rstrip()
    if fence not in {"---", "+++"}:
        return {}, lines
    # Front matter is short; without its end the line is a rule and the text is all text.
    end = next((i for i, line in enumerate(lines[1:200], 1) if line.rstrip() in {fence, "..."}), 0)
    # Without a key, or after an empty line, the lines are prose between two rules.
    if not end or not lines[1].strip() or not any(_ANY_KEY.match(x) for x in lines[1:end]):
        return {}, lines
    front: dict[str, str] = {}
    for line in lines[1:end]:
        m = _FRONT_KEY.fullmatch(line.rstrip())
        if m is not None:
            value = m[2].strip()
            if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1].strip()
            if value:
                front.setdefault(m[1].strip().lower(), value)
    return front, lines[end + 1 :]


class _Open:
    """The block being gathered, as marked lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.kind: ParagraphKind | None = None

    def close(self) -> Iterator[Block]:
        if self.lines:
            image = only_image(self.lines[0]) if len(self.lines) == 1 else None
            kind: ParagraphKind | None = self.kind
            if image is not None:
                words, kind = image, "caption"
            else:
                words = plain_words("\n".join(line.strip() for line in self.lines))
            words = " ".join(words.split())
            if words:
                yield Block(words, kind)
        self.lines, self.kind = [], None


def _blocks(lines: list[str]) -> Iterator[Block]:
    block = _Open()
    i = 0
    while i < len(lines):
        line = lines[i]
        quote = _QUOTE.match(line)
        if quote is not None:
            line = line[quote.end() :]
        item = _ITEM.match(line)
        opens = _OPENS_FIGURE.match(line)
        fence = _FENCE.match(line)
        if fence is not None:
            yield from block.close()
            i, code = _fenced(lines, i, fence[1], quoted=quote is not None)
            yield from (Block(words) for words in code)
            continue
        if opens is not None:
            yield from block.close()
            i, figure = _html_block(lines, i, opens[1].lower())
            yield from figure
            continue
        if not line.strip() or (_DEFINITION.match(line) and not _FOOTNOTE.match(line)):
            yield from block.close()
        elif block.lines and block.kind is None and _SETEXT.fullmatch(line):
            block.kind = "heading"
            yield from block.close()
        elif _RULE.fullmatch(line):
            yield from block.close()
        elif _ATX.match(line):
            yield from block.close()
            block.lines, block.kind = [line.strip().strip("#").strip()], "heading"
            yield from block.close()
        elif item is not None and (block.kind == "bullet" or not block.lines or _interrupts(line)):
            yield from block.close()
            block.lines, block.kind = [line[item.end() :]], "bullet"
        elif _is_table_row(lines, i):
            yield from block.close()
            if not _TABLE_RULE.fullmatch(line.strip()):
                cells = [plain_words(c).strip() for c in line.strip().strip("|").split("|")]
                yield Block(" | ".join(c for c in cells if c), "bullet")
        else:
            footnote = _FOOTNOTE.match(line)
            block.lines.append(line[footnote.end() :] if footnote else line)
        i += 1
    yield from block.close()


def _interrupts(line: str) -> bool:
    """True if a list item may follow a paragraph without an empty line between."""
    bare = line.lstrip()
    # "1986. was a wrapped sentence": only a list that begins at one interrupts prose.
    return bare[0] in "-*+" or bare.startswith(("1.", "1)"))


def _is_table_row(lines: list[str], i: int) -> bool:
    line = lines[i].strip()
    if "|" not in line:
        return False
    if line.startswith("|") and line.endswith("|") and len(line) > 1:
        return True
    near = lines[max(0, i - 1) : i + 2]
    return any("|" in other and _TABLE_RULE.fullmatch(other.strip()) for other in near)


def _fenced(lines: list[str], i: int, mark: str, *, quoted: bool) -> tuple[int, list[str]]:
    """The line after a fenced block, and its words.

    A fence left open ends with the text, and one inside a quotation with the quotation.
    """
    inside: list[str] = []
    i += 1
    while i < len(lines):
        line = lines[i]
        if quoted:
            quote = _QUOTE.match(line)
            if quote is None:
                break
            line = line[quote.end() :]
        i += 1
        if line.strip().startswith(mark):
            break
        inside.append(line)
    words = " ".join(" ".join(inside).split())
    return i, [words] if words else []


def _html_block(lines: list[str], i: int, tag: str) -> tuple[int, list[Block]]:
    """The line after a block of HTML, and what it shows: scripts nothing, figures a caption."""
    closing = f"</{tag}>"
    end = next((j for j in range(i, min(i + 200, len(lines))) if closing in lines[j].lower()), i)
    shown = "\n".join(lines[i : end + 1])
    if tag in {"script", "style", "iframe", "svg"}:
        return end + 1, []
    if tag == "table":
        rows = re.split(r"</tr>", shown, flags=re.IGNORECASE)
        cells = [re.split(r"</t[dh]>", row, flags=re.IGNORECASE) for row in rows]
        texts = [" | ".join(t for c in row if (t := _untagged(c))) for row in cells]
        return end + 1, [Block(t, "bullet") for t in texts if t]
    words = _untagged(shown)
    return end + 1, [Block(words, "caption")] if words else []


def _untagged(shown: str) -> str:
    return " ".join(html.unescape(_TAGS.sub(" ", shown)).split())

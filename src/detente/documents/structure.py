"""Paragraphs and their kinds: which lines are prose, and which only name, list or credit.

A piece is judged by its own form first (a mark, a full stop, capitals), then by what stands
around it: a heading heads something, a title comes first, a bullet whose words come back as
a heading is a line of contents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.documents.bylines import is_byline, is_caption
from detente.documents.document import Paragraph, ParagraphKind
from detente.documents.lines import CLOSERS, SENTENCE_END, Piece, ends_sentence, split_pieces

# A line without a full stop is a heading up to this length; past it, it is prose.
_HEADING_WORDS, _HEADING_CHARACTERS = 20, 160
# Official texts put a whole sentence into the title.
_TITLE_WORDS, _TITLE_CHARACTERS = 45, 320

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPEAKER = re.compile(r"[^\W\d_][^:\n]{0,80}?:(?=\s)")
_SPOKEN = re.compile(r":\s{1,2}[“\"«„]")
_ABBREVIATION_END = re.compile(r"(?:(?:\b[A-Z]\.){2,}|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|No|a\.m|p\.m)\.)$")
_FINITE = frozenset(
    """is are was were be been has have had will would shall should must may might can could does
    do did said says agreed announced declared called remains remain not""".split()
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document whose format told what it is; kind None if it did not."""

    text: str
    kind: ParagraphKind | None = None


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text, in order, without the marks of bullets and headings."""
    pieces = split_pieces(text)
    return _numbered(pieces, _kinds(text, pieces, [None] * len(pieces)))


def lay_out(blocks: Sequence[Block]) -> tuple[str, tuple[Paragraph, ...]]:
    """One text of blocks, an empty line between them, and its paragraphs.

    Kinds that the format gave stay, except that the words decide whether a list item is a
    sentence and whether a plain paragraph is a caption or a byline.
    """
    kept = [b for b in blocks if _WORD.search(b.text)]
    pieces: list[Piece] = []
    at = 0
    for block in kept:
        bare = block.text.strip()
        start = at + block.text.index(bare)
        pieces.append(Piece(start, start, start + len(bare), "", after_blank=True))
        at += len(block.text) + 2
    text = "\n\n".join(b.text for b in kept)
    return text, _numbered(pieces, _kinds(text, pieces, [b.kind for b in kept]))


def _numbered(pieces: Sequence[Piece], kinds: Sequence[ParagraphKind]) -> tuple[Paragraph, ...]:
    return tuple(
        # A dash before a sentence opens a line of dialogue and belongs to it.
        Paragraph(i, p.begin if kind == "body" and p.mark == "dash" else p.start, p.end, kind)
        for i, (p, kind) in enumerate(zip(pieces, kinds, strict=True), 1)
    )


def _kinds(
    text: str, pieces: Sequence[Piece], given: Sequence[ParagraphKind | None]
) -> list[ParagraphKind]:
    lines = [_TAG.sub("", text[p.start : p.end]).strip() for p in pieces]
    raw = [text[p.start : p.end] for p in pieces]
    speakers = _speakers(lines)
    kinds = [
        known or _by_form(line, source, piece, speakers)
        for line, source, piece, known in zip(lines, raw, pieces, given, strict=True)
    ]
    for i, known in enumerate(given):
        if known == "bullet" and _is_prose(lines[i]):
            kinds[i] = "body"
        elif known == "body" and is_caption(lines[i]):
            kinds[i] = "caption"
        elif known == "body" and is_byline(lines[i]):
            kinds[i] = "byline"
    _contents(lines, pieces, kinds)
    _numbered_headings(pieces, kinds)
    _title(lines, pieces, kinds, given)
    _questions(lines, kinds, speakers)
    _headless(pieces, kinds, given)
    return kinds


def _by_form(line: str, raw: str, piece: Piece, speakers: frozenset[str]) -> ParagraphKind:
    if piece.figure or is_caption(raw):
        return "caption"
    if piece.mark == "" and is_byline(line):
        return "byline"
    if piece.mark == "heading":
        return "heading"
    if piece.mark:
        return "body" if _is_prose(line) else "bullet"
    return "heading" if _is_label(line) and not _is_turn(line, speakers) else "body"


def _is_label(
    line: str, words: int = _HEADING_WORDS, characters: int = _HEADING_CHARACTERS
) -> bool:
    """True for a short line that does not end as a sentence does."""
    if not line or len(line) > characters or _SPOKEN.search(line):
        return False
    end = line.rstrip(CLOSERS)[-1:]
    count = len(_WORD.findall(line))
    if not 1 <= count <= words:
        return False
    # Scripts without spaces between words: one character in two is about a word.
    if any("\u3040" <= c <= "\u9fff" for c in line) and len(line) > 2 * words:
        return False
    if end == ":":
        return count <= 8 and _capital_share(line) >= 0.6
    if end in {",", ";"}:
        return False
    if end in SENTENCE_END:
        return (
            _ABBREVIATION_END.search(line) is not None
            and count <= 14
            and _capital_share(line) >= 0.75
        )
    return True


def _is_prose(item: str) -> bool:
    """True for a list item that says something: a sentence, or a clause of a longer one."""
    words = _WORD.findall(item)
    if len(words) < 4 or (_is_label(item, words=8) and _capital_share(item) >= 0.6):
        return False
    end = item.rstrip(CLOSERS)[-1:]
    if end in SENTENCE_END or end in {";", ",", ":"}:
        return True
    if len(words) > _HEADING_WORDS:
        return True
    return _capital_share(item) < 0.5 and (
        len(words) >= 10 or any(w.lower() in _FINITE for w in words)
    )


def _capital_share(line: str) -> float:
    """The share of longer words that begin with a capital: high in titles, low in prose."""
    longer: list[str] = [w for w in _WORD.findall(line) if len(w) > 3]
    if not longer:
        longer = _WORD.findall(line)
    return sum(w[0].isupper() or w[0].isdigit() for w in longer) / max(1, len(longer))


def _speakers(lines: Sequence[str]) -> frozenset[str]:
    """Names before a colon that open two different lines, a sentence in one: a transcript's."""
    found: Counter[str] = Counter()
    speaking: set[str] = set()
    for line in dict.fromkeys(lines):
        m = _SPEAKER.match(line)
        if m is not None and m.end() < len(line):
            found[m.group()] += 1
            if ends_sentence(line, m.end(), len(line)):
                speaking.add(m.group())
    return frozenset(name for name, n in found.items() if n >= 2 and name in speaking)


def _is_turn(line: str, speakers: frozenset[str]) -> bool:
    m = _SPEAKER.match(line)
    return m is not None and m.group() in speakers


def _words(line: str) -> str:
    return " ".join(_WORD.findall(line)).casefold()


def _contents(lines: Sequence[str], pieces: Sequence[Piece], kinds: list[ParagraphKind]) -> None:
    """A list item whose words come back on a line of their own is contents, the line a heading."""
    short = {i for i, line in enumerate(lines) if len(line) <= _HEADING_CHARACTERS}
    listed = {_words(lines[i]) for i in short if pieces[i].mark or kinds[i] == "bullet"}
    alone = {
        _words(lines[i])
        for i in short
        if (not pieces[i].mark and kinds[i] in {"body", "heading"}) or pieces[i].mark == "heading"
    }
    both = (listed & alone) - {""}
    for i in sorted(short):
        if kinds[i] in {"body", "bullet", "heading"} and both and _words(lines[i]) in both:
            marked = pieces[i].mark not in {"", "heading"} or kinds[i] == "bullet"
            kinds[i] = "bullet" if marked else "heading"


def _numbered_headings(pieces: Sequence[Piece], kinds: list[ParagraphKind]) -> None:
    """A lone numbered line before prose is a section's heading, not a list of one."""
    for i, piece in enumerate(pieces):
        if piece.mark == "number" and kinds[i] == "bullet":
            before = i == 0 or kinds[i - 1] != "bullet"
            after = i + 1 < len(pieces) and kinds[i + 1] == "body"
            if before and after and not pieces[i + 1].mark:
                kinds[i] = "heading"


def _title(
    lines: Sequence[str],
    pieces: Sequence[Piece],
    kinds: list[ParagraphKind],
    given: Sequence[ParagraphKind | None],
) -> None:
    """The first heading-like line that stands before all prose."""
    if "title" in kinds:
        return
    for i, kind in enumerate(kinds):
        if kind in {"byline", "caption"}:
            continue
        last = i + 1 == len(kinds)
        long_title = (
            kind == "body"
            and given[i] is None
            and not pieces[i].mark
            and not last
            and (pieces[i + 1].after_blank or kinds[i + 1] == "body")
            and (_is_label(lines[i], _TITLE_WORDS, _TITLE_CHARACTERS) or _is_question(lines[i]))
        )
        if (kind == "heading" and not last) or long_title:
            kinds[i] = "title"
        return


def _is_question(line: str) -> bool:
    return line.endswith("?") and len(_WORD.findall(line)) <= 15


def _questions(lines: Sequence[str], kinds: list[ParagraphKind], speakers: frozenset[str]) -> None:
    """A short question between paragraphs of prose heads a section, except in a transcript."""
    if speakers:
        return
    for i in range(1, len(kinds) - 1):
        if (
            kinds[i] == kinds[i - 1] == kinds[i + 1] == "body"
            and lines[i].endswith("?")
            and len(_WORD.findall(lines[i])) <= 9
            and min(len(lines[i - 1]), len(lines[i + 1])) >= 120
        ):
            kinds[i] = "heading"


def _headless(
    pieces: Sequence[Piece], kinds: list[ParagraphKind], given: Sequence[ParagraphKind | None]
) -> None:
    """Heading-like lines with nothing after them: a signature or, without prose, the prose."""
    if "body" not in kinds and "bullet" not in kinds:
        # Notes without full stops: reading them beats losing them.
        for i, kind in enumerate(kinds):
            if kind == "heading" and given[i] is None and not pieces[i].mark:
                kinds[i] = "body"
        return
    for i in range(len(kinds) - 1, -1, -1):
        if kinds[i] in {"byline", "caption"}:
            continue
        if kinds[i] != "heading" or pieces[i].mark or given[i] is not None:
            return
        kinds[i] = "byline"

"""Quotation marks and which of them belong together.

Styles read: “ ” · " " · ‘ ’ · ' ' · « » · ‹ › · „ “ · ‚ ‘ · 「 」 · 『 』 · ``…''.
A mark is judged by its neighbours, so apostrophes, feet and inches are no quotation. Pairs
never cross a paragraph; of nested pairs the outer one is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.documents.document import Document, Paragraph

_MARK = re.compile(r"``|''|[“”„‟\"«»‹›「」『』‘’‚']")
_CLOSED_BY = {"“": "”", "‟": "”", "«": "»", "‹": "›", "「": "」", "『": "』"}
_BEFORE_OPENING = frozenset("([{<—–-/…:;,¿¡“„«‘‚「『\"'")
_DASHES = frozenset("—–-/")
# After an apostrophe these are clipped words, not quotations: ’90s, ’til, rock ’n’ roll.
_CLIPPED = re.compile(r"(?:\d0s|n|em|til|tis|twas|cause|bout)(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """One pair of marks, both inside ``start:end``.

    ``closed`` is False where the closing mark is missing and the quotation is taken to end
    with its paragraph; ``continues`` is True where the next paragraph opens with the mark
    again, which is how a quotation runs over several paragraphs.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool = True
    continues: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int
    inside: list[QuoteMarks]


def find_quote_marks(document: Document) -> tuple[QuoteMarks, ...]:
    """The outermost pairs of every prose paragraph, in text order, in linear time."""
    out: list[QuoteMarks] = []
    prose = [p for p in document.paragraphs if p.is_prose]
    for number, paragraph in enumerate(prose):
        after = prose[number + 1] if number + 1 < len(prose) else None
        out.extend(_in_paragraph(document.text, paragraph, after))
    return tuple(out)


def _in_paragraph(text: str, paragraph: Paragraph, after: Paragraph | None) -> list[QuoteMarks]:
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    if not marks:
        return []
    later = _later_single_close(text, marks, paragraph)
    stack: list[_Open] = []
    found: list[QuoteMarks] = []
    counts: dict[str, int] = {}
    for i, m in enumerate(marks):
        mark = m.group()
        kinds = _closes(text, m, paragraph)
        opened = next((k for k in kinds if counts.get(k)), None)
        if opened == "‘" or opened == "'":
            if later[i] and _plural_possessive(text, m.start(), m.end()):
                continue
        elif opened is None or (opened == mark == '"' and _only_opens(text, m, paragraph)):
            if _opens(text, m, paragraph):
                stack.append(_Open(mark, m.start(), m.end(), []))
                counts[mark] = counts.get(mark, 0) + 1
            continue
        _close(text, paragraph, stack, counts, found, opened, m)
    return _outermost(text, paragraph, after, stack, found)


def _close(
    text: str,
    paragraph: Paragraph,
    stack: list[_Open],
    counts: dict[str, int],
    found: list[QuoteMarks],
    kind: str | None,
    m: re.Match[str],
) -> None:
    """Take the stack down to the nearest opening of ``kind`` and keep the pair."""
    while stack:
        top = stack.pop()
        counts[top.mark] -= 1
        if top.mark != kind:
            # Never closed: what lies inside it stands on its own.
            (stack[-1].inside if stack else found).extend(top.inside)
            continue
        if not text[top.end : m.start()].strip():
            return
        pair = QuoteMarks(top.start, m.end(), top.end, m.start(), paragraph.number)
        (stack[-1].inside if stack else found).append(pair)
        return


def _outermost(
    text: str,
    paragraph: Paragraph,
    after: Paragraph | None,
    stack: list[_Open],
    found: list[QuoteMarks],
) -> list[QuoteMarks]:
    """Settle what is still open at the end of the paragraph."""
    for opened in stack:
        single = opened.mark in "‘'‚" or opened.mark == "''"
        continues = not single and after is not None and text.startswith(opened.mark, after.start)
        bounded = not single and opened is stack[-1] and not opened.inside
        if continues or bounded:
            if text[opened.end : paragraph.end].strip():
                found.append(
                    QuoteMarks(
                        opened.start,
                        paragraph.end,
                        opened.end,
                        paragraph.end,
                        paragraph.number,
                        closed=False,
                        continues=continues,
                    )
                )
            if continues:
                break
        else:
            found.extend(opened.inside)
    return sorted(found, key=lambda q: q.start)


def _closes(text: str, m: re.Match[str], paragraph: Paragraph) -> tuple[str, ...]:
    """The opening marks that this mark can close, the likeliest first."""
    mark = m.group()
    before = text[m.start() - 1] if m.start() > paragraph.start else " "
    if mark in ("”", "“"):
        return ("“", "‟", "„", '"') if mark == "”" else ("„",)
    if mark == '"':
        return ('"', "„", "“")
    if mark == "''":
        return ("``",)
    if mark in ("’", "'", "‘"):
        following = text[m.end()] if m.end() < paragraph.end else " "
        if before.isspace() or following.isalnum():
            return ()
        return {"’": ("‘", "‚"), "'": ("'", "‘"), "‘": ("‚",)}[mark]
    return tuple(k for k, v in _CLOSED_BY.items() if v == mark)


def _opens(text: str, m: re.Match[str], paragraph: Paragraph) -> bool:
    mark = m.group()
    before = text[m.start() - 1] if m.start() > paragraph.start else " "
    following = text[m.end()] if m.end() < paragraph.end else " "
    if mark in _CLOSED_BY or mark in ("„", "‚", "``"):
        return True
    free = before.isspace() or before in _BEFORE_OPENING
    if mark in ("‘", "'"):
        return (
            free
            and before not in "'‘"
            and (following.isalnum() or following in "([…¿¡$£€")
            and not _CLIPPED.match(text, m.end())
        )
    return mark == '"' and free and not following.isspace()


def _only_opens(text: str, m: re.Match[str], paragraph: Paragraph) -> bool:
    """A straight mark that cannot close: a space before it, a word after it."""
    before = text[m.start() - 1] if m.start() > paragraph.start else " "
    following = text[m.end()] if m.end() < paragraph.end else " "
    return (before.isspace() or before in "([") and not following.isspace()


def _later_single_close(text: str, marks: list[re.Match[str]], paragraph: Paragraph) -> list[bool]:
    """Say for each mark whether another follows that may close a single quotation.

    Counted up to the next single opening, so that it belongs to the same quotation.
    """
    out = [False] * len(marks)
    seen = False
    for i in range(len(marks) - 1, -1, -1):
        out[i] = seen
        m = marks[i]
        if m.group() in ("’", "'") and _closes(text, m, paragraph):
            seen = True
        elif m.group() in ("‘", "“", '"', "'") and _opens(text, m, paragraph):
            seen = False
    return out


def _plural_possessive(text: str, start: int, end: int) -> bool:
    """The ’ of *the parties’ rights*: after an s, before a space and a small letter."""
    return (
        text[start - 1 : start] in ("s", "S")
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
    )

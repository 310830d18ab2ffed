"""Words and sentences by rule, with their places. No model is needed for either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from detente.documents.document import Document

# One word: letters with inner apostrophes, full stops of initialisms and hyphens kept together
# ("U.S.", "don’t", "Iran-Saudi", "co-operation"); a possessive ’s is a word of its own, as
# names are looked up without it. Numbers keep their separators. Anything else stands alone.
_WORD = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                                 # U.S.  U.N.
    | \d+(?:[.,]\d+)*                                    # 2,500.75
    | ['’]s(?!\w)                                        # possessive
    | [^\W\d_]+(?:['’](?!s(?!\w))[^\W\d_]+)*             # word, don’t, O’Brien
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word or mark. Hyphenated words come as parts, with the hyphen as a token."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """``start:end`` of a sentence inside one paragraph; never crosses a paragraph."""

    start: int
    end: int
    paragraph: int
    is_prose: bool


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of ``text[start:end]``, with places in ``text``."""
    stop = len(text) if end is None else end
    found: list[tuple[int, int, str]] = []
    # Between two of them stands nothing but white space, so each is where it is found next.
    at = start
    for word in _WORD.findall(text, start, stop):
        begin = text.find(word, at)
        at = begin + len(word)
        found.append((begin, at, word))
    return list(map(Token._make, found))


def lower_in_place(text: str) -> str:
    """``text`` in lower case with every character at its old place.

    ``str.lower`` alone may lengthen a text (the dotted capital I of Turkish does).
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


# Abbreviations that do not end a sentence though a capital may follow.
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm maj st jr sr hon rev pres amb
    no art vs etc al inc ltd co corp dept fig ca approx min u.s u.n e.g i.e a.m p.m d.c ph.d
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
# Only the first mark of a run is tried, so that a page of full stops takes no longer than words.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_]|\s*$)|\n{2,}")
_LAST_WORD = re.compile(r"([^\s(\"“'‘]+)$")
_CLOSING = "\"'”’»)]"
# A letter after these is a label; X after a small word is where people post.
_LABELLED = frozenset(
    """war plan point option group type category vitamin annex appendix class grade section part
    phase hepatitis series gen schedule protocol article chapter zone block""".split()
)
_ON_X = frozenset("on to via at by from in into platform post account site".split())
_NO_NAME = re.compile(
    r"(?:The|A|An|In|On|At|For|It|Its|He|She|They|We|You|I|But|And|This|That|These|Those|His|Her"
    r"|Their|Our|As|If|When|While|After|Before|There|No|Not|All|Some|Many|Both|Also|Still|Yet"
    r"|Asked|Earlier|Later|Meanwhile|However)\b(?!\.)"
)


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of every paragraph, in order.

    A full stop ends one unless it follows a known abbreviation, an initial or a digit that
    goes on, or the next word is lower case.
    """
    text = document.text
    out: list[Sentence] = []
    for paragraph in document.paragraphs:
        begin = paragraph.start
        for m in _END.finditer(text, paragraph.start, paragraph.end):
            if not _ends_here(text, m, paragraph.end):
                continue
            _add(out, text, begin, m.end(), paragraph.number, paragraph.is_prose)
            begin = m.end()
        _add(out, text, begin, paragraph.end, paragraph.number, paragraph.is_prose)
    return tuple(out)


def _ends_here(text: str, m: re.Match[str], stop: int) -> bool:
    mark = m.group()
    if mark.startswith("\n"):
        return True
    after = text[m.end() : min(stop, m.end() + 40)].lstrip()
    if not after:
        return True
    first = after.lstrip("\"'“‘«([")[:1]
    if first.islower():
        # “Really?” he said. — the mark belongs to the quotation inside the sentence.
        return False
    if mark.rstrip(_CLOSING) != ".":
        return True
    before = _LAST_WORD.search(text, max(0, m.start() - 30), m.start())
    if before is None:
        return True
    word = before.group(1)
    bare = word.lower()
    initial = _initial(word) and not _letter_of_its_own(text, before.start(), word, after)
    if mark.rstrip(_CLOSING) == mark and (bare in _ABBREVIATIONS or initial):
        # An initialism can also end a sentence; then a determiner or pronoun tends to follow.
        ends = bare in {"a.m", "p.m", "etc", "jr", "sr", "inc", "co"} or "." in word
        return ends and bool(
            re.match(r"(?:The|A|An|In|On|It|He|She|They|We|But|And|This|That|His|Her)\b", after)
        )
    return True


def _initial(word: str) -> bool:
    """True for "J" of "J. Doe" and "H.W" of "H.W. Doe"."""
    return len(word) < 8 and all(len(c) == 1 and c.isupper() for c in word.split("."))


def _letter_of_its_own(text: str, at: int, word: str, after: str) -> bool:
    """*Plan B.*, *posted on X.*: a letter that is a label or a noun, not the start of a name."""
    if len(word) != 1:
        return False
    if not after[:1].isalnum() or _NO_NAME.match(after):
        return True
    before = _LAST_WORD.search(text, max(0, at - 30), max(0, at - 1))
    if before is None or not text[at - 1 : at].isspace():
        return False
    noun = before.group(1).lower()
    return noun in _LABELLED or (word == "X" and noun in _ON_X)


def _add(
    out: list[Sentence], text: str, begin: int, end: int, paragraph: int, is_prose: bool
) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        out.append(Sentence(begin, end, paragraph, is_prose))

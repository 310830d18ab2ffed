"""Names with a title beside them, wherever in a document they stand."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.checks.offices.line import Line
from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.items import Actor, Mention, Role
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.title_words import PLURALS
from detente.evidence.tokens import Sentence
from detente.reference.office_titles import office_keys

_COMMA = re.compile(r"\s*,?\s*(?:the|a|an)?\s*")
_LONGEST_TITLE = 6
# No title with its body begins farther from its name than this, nor do so many stand so near.
_REACH, _MOST_NEAR = 200, 40
# Two names with their states under one title (*Presidents A of X and B of Y*) fit into this.
_LONGEST_LIST = 80
# Words in capitals that are no part of a longer title: the first of a sentence, days, months.
_NO_BODY = frozenset(
    """and but when as while if after before since with by to on in at for from that the both
    meanwhile today yesterday later earlier monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    then now also u.s us mr mrs ms dr said says met under during former like""".split()
)

_DEPUTIES = frozenset("deputy vice assistant associate under alternate undersecretary".split())


@dataclass(frozen=True)
class TitledName:
    """A name with a title; ``first:last`` are their tokens in ``line``.

    ``keys`` are the offices the title may name, ``of`` the body said beside it (actor id).
    """

    actor: Actor
    mention: Mention
    title: str
    keys: tuple[str, ...]
    of: str | None
    line: Line
    first: int
    last: int
    title_end: int

    @property
    def start(self) -> int:
        """Where title and name begin in the document."""
        return self.line.starts[self.first]

    @property
    def end(self) -> int:
        """Where they end."""
        return self.line.ends[self.last - 1]


def titled_names(record: Record, document: Document) -> Iterator[TitledName]:
    """Every name of a person with a title right before or after it, in text order.

    Titles that name no office of the reference tables are left out.
    """
    sentences = record.sentences(document)
    lines: dict[int, Line] = {}
    roles: dict[str, list[Role]] = {}
    ends: dict[int, tuple[Mention, Actor]] = {}
    for mention, actor in record.mentions(document):
        if actor.type == "person" and actor.id not in roles:
            own = [r for r in actor.roles if r.document == document.id]
            roles[actor.id] = sorted(own, key=lambda r: (r.span.start, r.span.end))
        elif actor.type != "person":
            ends[mention.span.end] = (mention, actor)
    starts = [s.start for s in sentences]
    for mention, actor in record.mentions(document):
        if actor.type != "person" or mention.kind != "name":
            continue
        number = _sentence_of(sentences, starts, mention.span.start)
        if number is None:
            continue
        line = lines.get(number)
        if line is None:
            line = lines[number] = Line(document.text, sentences[number])
        found = _by_role(document, line, mention, actor, roles[actor.id])
        found = found or _by_words(line, mention, actor, ends)
        if found is None or _of_a_deputy(found):
            continue
        if found.of is not None or not _of_something_else(found):
            yield found


def _sentence_of(sentences: Sequence[Sentence], starts: list[int], offset: int) -> int | None:
    i = bisect.bisect_right(starts, offset) - 1
    return i if i >= 0 and offset < sentences[i].end else None


def _by_role(
    document: Document, line: Line, mention: Mention, actor: Actor, roles: Sequence[Role]
) -> TitledName | None:
    """By an office that reading found beside this name."""
    name = mention.span
    # Sorted by place: only those near the name can stand beside it.
    low = bisect.bisect_left(roles, name.start - _REACH, key=lambda r: r.span.start)
    high = bisect.bisect_right(roles, name.end + _REACH, key=lambda r: r.span.start)
    for role in roles[low : min(high, low + _MOST_NEAR)]:
        if not (line.sentence.start <= role.span.start and role.span.end <= line.sentence.end):
            continue
        before = role.span.end <= name.start
        between = (
            document.text[role.span.end : name.start]
            if before
            else document.text[name.end : role.span.start]
        )
        listed = before and _is_plural(role) and len(between) < _LONGEST_LIST
        if not listed and (len(between) > 8 or not _COMMA.fullmatch(between)):
            continue
        keys = office_keys(role.title)
        if not keys:
            return None
        return TitledName(
            actor,
            mention,
            role.title,
            keys,
            role.of if role.rule != "actors.title_body" else None,
            line,
            line.at(min(role.span.start, name.start)),
            line.at(max(role.span.end, name.end)),
            line.at(role.span.end),
        )
    return None


def _is_plural(role: Role) -> bool:
    """*Presidents* of two or more names."""
    last = role.span.text.split()[-1].lower()
    return last in PLURALS and last not in role.title.lower().split()


def _by_words(
    line: Line, mention: Mention, actor: Actor, ends: dict[int, tuple[Mention, Actor]]
) -> TitledName | None:
    """By the words right before the name."""
    at = line.at(mention.span.start)
    if at >= len(line) or line.starts[at] != mention.span.start:
        return None
    for first in range(max(0, at - _LONGEST_TITLE), at):
        words = line.texts[first:at]
        if not words[0][:1].isalpha() or not words[-1][:1].isupper():
            continue
        keys = office_keys(" ".join(words))
        if not keys:
            continue
        begin, of = _body_before(line, first, ends)
        title = " ".join(words)
        end = line.at(mention.span.end)
        return TitledName(actor, mention, title, keys, of, line, begin, end, at)
    return None


def _body_before(
    line: Line, first: int, ends: dict[int, tuple[Mention, Actor]]
) -> tuple[int, str | None]:
    i = first - 1
    if i >= 0 and line.texts[i] in POSSESSIVES:
        i -= 1
    if i < 0:
        return first, None
    body = ends.get(line.ends[i])
    if body is None:
        return first, None
    return line.at(body[0].span.start), body[1].id


def _of_a_deputy(named: TitledName) -> bool:
    """*Deputy Press Secretary*: who stands in for the holder is not the holder."""
    words = set(named.title.lower().replace("-", " ").split())
    words.update(named.line.lowers[max(0, named.first - 1) : named.first])
    return bool(words & _DEPUTIES) and not any(
        key.startswith(("deputy", "vice")) for key in named.keys
    )


def _of_something_else(named: TitledName) -> bool:
    """*Parish President*, *bank president*: a body that nobody knows stands before."""
    if named.title[:1].islower():
        return True
    i = named.first - 1
    if i < 0:
        return False
    word = named.line.lowers[i]
    return word[:1].isalpha() and word not in _NO_BODY and named.line.is_capital(i)

"""Marks: terms, stances, relations and events of a text, written down a line each.

``python -m tools.marks show TEXT`` prints a text with its sentences numbered, ``check TEXT MARKS``
says what in a file of marks does not fit its text, ``standoff TEXT MARKS`` prints the marks
as offsets, with names of actors and places but without the sentences. training/README.md has the
format.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from detente.evidence.tagging import tagged_events, tagged_relations, tagged_stances, tagged_terms

KINDS = {
    "T": tagged_terms.KINDS,
    "S": tagged_stances.LABELS,
    "R": tagged_relations.TYPES,
    "E": tagged_events.TYPES,
}
_FIELDS = {"T": 5, "S": 5, "R": 5, "E": 6}
# Where a sentence ends: a mark, what closes after it, and a capital or an opening mark next.
_CUT = re.compile(r"(?<=[.!?;:])[\"”’')]*\s+(?=[\"“‘(A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Rep|No|Art|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
    r"|U\.S|U\.N|E\.U|a\.m|p\.m)|\b[A-Z])\.[\"”’')]*$"
)
_LIKE = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")


class BadMark(ValueError):
    """A line of marks that does not fit its text."""


@dataclass(frozen=True)
class Who:
    """Whom a field names: the words ``span`` in the text, and ``names`` of who is meant.

    ``names`` is empty where the words say it, ``span`` None where no words stand near.
    """

    span: tuple[int, int] | None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mark:
    """One mark.

    ``letter`` is T, S, R or E; ``kind`` of :data:`KINDS`; ``first`` are by, holders, sources
    or participants, ``second`` to or targets; ``place`` and ``time`` belong to events.
    """

    letter: str
    kind: str
    span: tuple[int, int]
    first: tuple[Who, ...] = ()
    second: tuple[Who, ...] = ()
    place: str | None = None
    time: tuple[int, int] | None = None


def sentences(text: str) -> dict[str, tuple[int, int]]:
    """The sentences of a text by number: ``3.2`` is the second of the third line with words."""
    out: dict[str, tuple[int, int]] = {}
    at = paragraph = 0
    for line in text.split("\n"):
        if line.strip():
            paragraph += 1
            number, start = 1, 0
            for cut in _CUT.finditer(line):
                if _ABBREVIATION.search(line[: cut.start() + len(cut.group().rstrip())]):
                    continue
                out[f"{paragraph}.{number}"] = (at + start, at + cut.end())
                number, start = number + 1, cut.end()
            out[f"{paragraph}.{number}"] = (at + start, at + len(line))
        at += len(line) + 1
    return out


class Page:
    """A text in which words are looked up by sentence."""

    def __init__(self, text: str) -> None:
        self._text = text.translate(_LIKE)
        self._sentences = sentences(text)

    def marks(self, lines: str) -> Iterator[Mark]:
        """The marks of a file.

        Raises
        ------
        BadMark
            At the first line that does not fit, with its number.
        """
        for number, line in enumerate(lines.split("\n"), 1):
            if line.strip() and not line.lstrip().startswith("#"):
                try:
                    yield self._mark(line.strip())
                except BadMark as error:
                    raise BadMark(f"line {number}: {error}") from error

    def _mark(self, line: str) -> Mark:
        fields = [f.strip() for f in line.split(" | ")]
        head = fields[0].split(None, 2)
        if len(head) == 3:
            fields = [f"{head[0]} {head[1]}", head[2], *fields[1:]]
        if len(head) < 2 or head[1] not in _FIELDS:
            raise BadMark(f"begin with the sentence and one of {', '.join(_FIELDS)}: {line[:60]!r}")
        where, letter = head[:2]
        if len(fields) != _FIELDS[letter]:
            raise BadMark(
                f"{letter} has {_FIELDS[letter]} fields, not {len(fields)}: {line[:60]!r}"
            )
        if letter == "S":
            fields[1], fields[2] = fields[2], fields[1]
        kind = fields[1]
        if kind not in KINDS[letter]:
            raise BadMark(f"{letter} has no kind {kind!r}")
        if letter == "E":
            _, _, words, place, time, people = fields
            return Mark(
                letter,
                kind,
                self._place(where, words),
                self._people(where, people),
                place=None if place == "-" else place,
                time=None if time == "-" else self._place(where, time),
            )
        second = () if letter == "S" else self._people(where, fields[3])
        first, span = self._people(where, fields[2]), self._place(where, fields[4])
        if letter == "R" and not (first and second):
            raise BadMark(f"a relation has two ends: {line[:60]!r}")
        return Mark(letter, kind, span, first, second)

    def _people(self, where: str, field: str) -> tuple[Who, ...]:
        return tuple(
            self._who(where, part.strip())
            for part in field.split(";")
            if part.strip() not in ("", "-")
        )

    def _who(self, where: str, field: str) -> Who:
        words, arrow, names = field.partition("=>")
        if arrow:
            return Who(self._place(where, words), _listed(names))
        if field.startswith("="):
            return Who(None, _listed(field[1:]))
        return Who(self._place(where, field))

    def _place(self, where: str, words: str) -> tuple[int, int]:
        """Where words stand: the ``#n``-th time from their sentence on, in its paragraph."""
        words = words.strip()
        nth = re.fullmatch(r"(.*?)\s*#(\d+)", words)
        count = int(nth[2]) if nth else 1
        sought = (nth[1] if nth else words).translate(_LIKE).strip()
        if len(sought) > 1 and sought[0] == sought[-1] == '"' and sought not in self._text:
            sought = sought[1:-1]
        if not sought or where not in self._sentences:
            raise BadMark(f"no sentence {where}" if sought else "no words")
        start = self._sentences[where][0]
        end = self._text.find("\n", start)
        end = len(self._text) if end < 0 else end
        at = start - 1
        while count:
            at = self._text.find(sought, at + 1, end)
            if at < 0:
                raise BadMark(f"{words!r} does not stand in sentence {where} or after it")
            inside = sought[0].isalnum() and at > start and self._text[at - 1].isalnum()
            count -= not inside
        return at, at + len(sought)


def _listed(names: str) -> tuple[str, ...]:
    return tuple(n.strip() for n in names.split(",") if n.strip())


def standoff(path: Path, marks: Sequence[Mark]) -> str:
    """JSON of the marks of a text, which is named by its sha256."""
    content = {
        "source": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "marks": [asdict(mark) for mark in marks],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def from_standoff(content: dict[str, Any]) -> list[Mark]:
    """The marks that :func:`standoff` wrote."""

    def span(value: list[int] | None) -> tuple[int, int] | None:
        return None if value is None else (value[0], value[1])

    def people(values: list[dict[str, Any]]) -> tuple[Who, ...]:
        return tuple(Who(span(v["span"]), tuple(v["names"])) for v in values)

    return [
        Mark(
            m["letter"],
            m["kind"],
            (m["span"][0], m["span"][1]),
            people(m["first"]),
            people(m["second"]),
            m["place"],
            span(m["time"]),
        )
        for m in content["marks"]
    ]


def main(arguments: list[str]) -> int:
    """Show, check or convert."""
    path = Path(arguments[1])
    text = path.read_text(encoding="utf-8")
    if arguments[0] == "show":
        for number, (start, end) in sentences(text).items():
            print(f"[{number}] {text[start:end]}")
        return 0
    try:
        marks = list(Page(text).marks(Path(arguments[2]).read_text(encoding="utf-8")))
    except BadMark as error:
        print(f"{arguments[2]}: {error}", file=sys.stderr)
        return 1
    if arguments[0] == "standoff":
        print(standoff(path, marks), end="")
        return 0
    found = Counter(m.letter for m in marks)
    print(", ".join(f"{found[letter]} {letter}" for letter in KINDS))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Where the parts of a YAML text stand: entries, list items and comments by their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from detente.case.yaml_reading import events

_DASH = re.compile(r"( *)-[ ]*\Z")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_AROUND = {"StreamStartEvent", "StreamEndEvent", "DocumentStartEvent", "DocumentEndEvent"}
_HEADER = re.compile(r"[|>][0-9+-]*")


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place; lines and columns count from 0.

    ``last`` is the last line it stands on. ``entries`` are those of a block mapping and
    ``items`` those of a block list; a flow collection has neither. ``keys`` are those of
    either mapping, in their order; ``flow`` is true for what stands in brackets.
    """

    line: int
    column: int
    last: int
    entries: tuple[KeyedNode, ...] = ()
    items: tuple[Item, ...] = ()
    keys: tuple[str, ...] = ()
    flow: bool = False


@dataclass(frozen=True, slots=True)
class KeyedNode:
    """A key of a block mapping, its place, and the value."""

    key: str
    line: int
    column: int
    value: Node


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a block list with the place of its dash."""

    line: int
    column: int
    value: Node


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text, its outermost value, and the column where each comment begins."""

    lines: tuple[str, ...]
    root: Node
    comments: dict[int, int]

    def comment(self, line: int) -> str:
        """The comment on a line, from its number sign on; empty without one."""
        column = self.comments.get(line)
        return "" if column is None else self.lines[line][column:].rstrip()

    def is_remark(self, line: int) -> bool:
        """True if the line holds a comment and nothing else."""
        column = self.comments.get(line)
        return column is not None and not self.lines[line][:column].strip()


def layout(text: str, name: str) -> Layout:
    """The layout of a YAML text.

    A part in a rare form (explicit keys, a list in the line of another's dash) has no parts
    of its own here.

    Raises
    ------
    BadCase
        If the text is no YAML.
    """
    lines = _BREAK.split(text)
    if lines[-1] == "":
        lines.pop()
    builder = _Builder(lines, events(text, name))
    root = builder.document()
    return Layout(tuple(lines), root, _comments(lines, builder.scalars))


class _Builder:
    def __init__(self, lines: Sequence[str], stream: Iterator[Any]) -> None:
        self.lines = lines
        self.stream = stream
        self.scalars: list[Any] = []

    def document(self) -> Node:
        root = Node(0, 0, 0)
        for event in self.stream:
            if type(event).__name__ not in _AROUND:
                root = self.node(event)
        return root

    def node(self, event: Any) -> Node:
        kind = type(event).__name__
        line, column = event.start_mark.line, event.start_mark.column
        if kind == "ScalarEvent":
            self.scalars.append(event)
            return Node(line, column, self.last_of(event))
        if kind == "AliasEvent":
            return Node(line, column, event.end_mark.line)
        if kind == "MappingStartEvent":
            return self.mapping(line, column, event.flow_style)
        return self.rows(line, column, event.flow_style)

    def last_of(self, event: Any) -> int:
        """The last line of a scalar; empty lines that a block scalar does not keep are not its."""
        start: int = event.start_mark.line
        end = event.end_mark
        last: int = end.line
        if event.style in ("|", ">"):
            last = end.line - 1 if end.column == 0 else end.line
            header = _HEADER.match(self.lines[start], event.start_mark.column)
            if header is None or "+" not in header[0]:
                while last > start and not self.lines[last].strip():
                    last -= 1
        return last if last > start else start

    def mapping(self, line: int, column: int, flow: bool) -> Node:
        entries: list[KeyedNode] = []
        keys: list[str] = []
        last = line
        for event in self.stream:
            if type(event).__name__ == "MappingEndEvent":
                if flow:
                    end = event.end_mark.line
                    return Node(line, column, end, keys=tuple(keys), flow=True)
                break
            key = self.node(event)
            keys.append(str(event.value))
            value = self.node(next(self.stream))
            entries.append(KeyedNode(str(event.value), key.line, key.column, value))
            last = max(value.last, key.last)
        return Node(line, column, last, entries=tuple(entries), keys=tuple(keys))

    def rows(self, line: int, column: int, flow: bool) -> Node:
        items: list[Item | None] = []
        last = line
        for event in self.stream:
            if type(event).__name__ == "SequenceEndEvent":
                if flow:
                    return Node(line, column, event.end_mark.line, flow=True)
                break
            value = self.node(event)
            if not flow:
                items.append(self.item(value, last + 1 if items else line))
                last = value.last
        known = tuple(item for item in items if item is not None)
        return Node(line, column, last, items=known if len(known) == len(items) else ())

    def item(self, value: Node, first: int) -> Item | None:
        """The entry with its dash, on the value's line or above it; None for a rare form."""
        line, lead = value.line, self.lines[value.line][: value.column]
        while not lead.strip() and line > first:
            line -= 1
            lead = self.lines[line].split(" #")[0]
            if lead.lstrip().startswith("#"):
                lead = ""
        found = _DASH.match(lead)
        return Item(line, len(found[1]), value) if found else None


def _comments(lines: Sequence[str], scalars: Sequence[Any]) -> dict[int, int]:
    """Where comments begin: a number sign after a space, or first, outside every scalar."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for event in scalars:
        start, end = event.start_mark, event.end_mark
        block = event.style in ("|", ">")
        for line in range(start.line + block, end.line + 1):
            first = start.column if line == start.line else 0
            past = end.column if line == end.line else len(lines[line])
            if past > first:
                taken.setdefault(line, []).append((first, past))
    found = {}
    for number, text in enumerate(lines):
        column = text.find("#")
        while column >= 0:
            free = not any(a <= column < b for a, b in taken.get(number, ()))
            if free and (column == 0 or text[column - 1] in " \t"):
                found[number] = column
                break
            column = text.find("#", column + 1)
    return found

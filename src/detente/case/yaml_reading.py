"""YAML 1.2 into plain data, strictly: no duplicate keys, no bombs, no NaN, and every place known.

The parser's events are put together here, because what a hostile file can do is decided at
this step: the size of what aliases stand for, the depth, and the length of strings are bounded.
libyaml's scanner is used where it is installed (it is fifty times as fast as the pure one); the
plain scalars are resolved by YAML 1.2's core schema, so ``NO`` is a word and ``1:30`` is too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from detente.errors import BadCase

MOST_BYTES = 8_000_000
MOST_NODES = 300_000
DEEPEST = 40
LONGEST = 100_000

Path = tuple[str | int, ...]

_INT = re.compile(r"[-+]?[0-9]{1,300}\Z")
_OCTAL = re.compile(r"0o([0-7]{1,100})\Z")
_HEX = re.compile(r"0x([0-9a-fA-F]{1,100})\Z")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(?:\.[0-9]{0,300})?)(?:[eE][-+]?[0-9]{1,5})?\Z"
)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE = {"true", "True", "TRUE"}
_FALSE = {"false", "False", "FALSE"}
# A plain scalar that begins otherwise is words.
_NO_WORD = frozenset(["", *"~nNtTfF+-.0123456789"])
_CORE_TAGS = {
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:int",
    "tag:yaml.org,2002:float",
    "tag:yaml.org,2002:map",
    "tag:yaml.org,2002:seq",
    "!",
}


def read_yaml(text: str, name: str) -> Any:
    """The data of one YAML document.

    Raises
    ------
    BadCase
        With line and column, if the text is no YAML, breaks a bound, has a key twice or holds
        something that is no data.
    """
    return _Composer(text, name).document()


def places(
    text: str, name: str, wanted: Collection[Path] | None = None
) -> dict[Path, tuple[int, int]]:
    """Line and column (from 1) of values by their paths; of a key, under ``(*path, "key:")``.

    With ``wanted`` only of these paths and of what holds them, and of keys there.
    """
    if wanted is None:
        composer = _Composer(text, name, keep_places=True)
        composer.document()
        return composer.places
    return _Finder(text, name, wanted).places()


class _Composer:
    def __init__(self, text: str, name: str, *, keep_places: bool = False) -> None:
        if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            raise BadCase(name, [f"the file is larger than {MOST_BYTES // 1_000_000} MB"])
        self.name = name
        self.keep = keep_places
        self.places: dict[Path, tuple[int, int]] = {}
        self.text = text
        self.nodes = 0
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.open: set[str] = set()

    def fault(self, event: Any, what: str) -> BadCase:
        mark = event.start_mark
        return BadCase(self.name, [f"line {mark.line + 1}, column {mark.column + 1}: {what}"])

    def document(self) -> Any:
        with _as_bad_case(self.name):
            self.next = _source(self.text)
            return self.one_document()

    def one_document(self) -> Any:
        documents = 0
        value: Any = None
        kind: Any = StreamStartEvent
        while kind is not StreamEndEvent:
            event = self.next()
            kind = type(event)
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self.fault(event, "a second document begins; a case is one document")
            elif kind not in (StreamStartEvent, StreamEndEvent, DocumentEndEvent):
                value = self.node(event, kind, (), 0)
        if not documents:
            raise BadCase(self.name, ["the file is empty"])
        return value

    def count(self, event: Any, more: int) -> None:
        self.nodes += more
        if self.nodes > MOST_NODES:
            raise self.fault(event, f"more than {MOST_NODES:,} entries, aliases counted in full")

    def node(self, event: Any, kind: Any, path: Path, depth: int) -> Any:
        if self.keep:
            self.places[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if kind is AliasEvent:
            if event.anchor in self.open:
                raise self.fault(event, f"the alias *{event.anchor} stands inside what it names")
            if event.anchor not in self.anchors:
                raise self.fault(event, f"nothing is called &{event.anchor}")
            value, size = self.anchors[event.anchor]
            self.count(event, size)
            return value
        if depth > DEEPEST:
            raise self.fault(event, f"nested deeper than {DEEPEST} levels")
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.count(event, 0)
        if event.tag is not None and str(event.tag) not in _CORE_TAGS:
            raise self.fault(event, f"the tag {str(event.tag)[:80]} is not read; take it out")
        if kind is ScalarEvent:
            value = self.scalar(event)
            if event.anchor:
                self.anchors[event.anchor] = (value, 1)
            return value
        before = self.nodes
        if event.anchor:
            self.open.add(event.anchor)
        made = self.mapping(path, depth) if kind is MappingStartEvent else self.rows(path, depth)
        if event.anchor:
            self.open.discard(event.anchor)
            self.anchors[event.anchor] = (made, self.nodes - before + 1)
        return made

    def rows(self, path: Path, depth: int) -> list[Any]:
        made: list[Any] = []
        while True:
            event = self.next()
            kind = type(event)
            if kind is SequenceEndEvent:
                return made
            inner = (*path, len(made)) if self.keep else path
            made.append(self.node(event, kind, inner, depth + 1))

    def mapping(self, path: Path, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while True:
            event = self.next()
            if type(event) is not ScalarEvent:
                if type(event) is MappingEndEvent:
                    return made
                raise self.fault(event, "a key must be a word")
            key = event.value
            if len(key) > 200:
                raise self.fault(event, "a key of more than 200 characters")
            if key in lines:
                raise self.fault(event, f"the key {key!r} stands on line {lines[key]} already")
            lines[key] = event.start_mark.line + 1
            inner = (*path, key) if self.keep else path
            if self.keep:
                at = (event.start_mark.line + 1, event.start_mark.column + 1)
                self.places[(*inner, "key:")] = at
            value = self.next()
            made[key] = self.node(value, type(value), inner, depth + 1)

    def scalar(self, event: Any) -> Any:
        text: str = event.value
        if len(text) > LONGEST:
            raise self.fault(event, f"a text of {len(text):,} characters; at most {LONGEST:,} fit")
        if not event.implicit[0] or str(event.tag or "").endswith((":str", "!")):
            return text
        if text[:1] not in _NO_WORD:
            return text
        if text in _NULL:
            return None
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if _INT.match(text):
            return int(text)
        for pattern, base in ((_OCTAL, 8), (_HEX, 16)):
            if found := pattern.match(text):
                return int(found[1], base)
        if _NOT_FINITE.match(text):
            raise self.fault(event, f"{text} is not a number that can be calculated with")
        if _FLOAT.match(text):
            number = float(text)
            if number in (float("inf"), float("-inf")):
                raise self.fault(event, f"the number {text[:40]} is too large")
            return number
        return text


class _Finder:
    """Looks up the places of some paths, and passes over everything else."""

    def __init__(self, text: str, name: str, wanted: Collection[Path]) -> None:
        self.text = text
        self.name = name
        self.found: dict[Path, tuple[int, int]] = {}
        self.tree: dict[Any, Any] = {}
        for path in wanted:
            here = self.tree
            for step in path:
                here = here.setdefault(step, {})

    def places(self) -> dict[Path, tuple[int, int]]:
        with _as_bad_case(self.name):
            self.next = _source(self.text)
            while type(event := self.next()) is not StreamEndEvent:
                if type(event) not in (StreamStartEvent, DocumentStartEvent, DocumentEndEvent):
                    self.node(event, (), self.tree)
                    break
        return self.found

    def node(self, event: Any, path: Path, tree: dict[Any, Any]) -> None:
        self.found[path] = _at(event)
        kind = type(event)
        if kind is MappingStartEvent and tree:
            left = len(tree)
            while type(key := self.next()) is not MappingEndEvent:
                value = self.next()
                if (below := tree.get(key.value)) is None:
                    self.skip(value)
                    continue
                self.found[(*path, key.value, "key:")] = _at(key)
                self.node(value, (*path, key.value), below)
                left -= 1
                if not path and not left:
                    return  # nothing outside this is wanted
        elif kind is SequenceStartEvent and tree:
            number = 0
            while type(value := self.next()) is not SequenceEndEvent:
                if (below := tree.get(number)) is None:
                    self.skip(value)
                else:
                    self.node(value, (*path, number), below)
                number += 1
        else:
            self.skip(event)

    def skip(self, event: Any) -> None:
        depth = 0
        while True:
            kind = type(event)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                depth += 1
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth -= 1
            if depth == 0:
                return
            event = self.next()


def _at(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def events(text: str, name: str) -> Iterator[Any]:
    """The parser's events with their marks.

    Raises
    ------
    BadCase
        Where the text is no YAML, with the place.
    """
    with _as_bad_case(name):
        following = _source(text)
        while True:
            event = following()
            yield event
            if type(event) is StreamEndEvent:
                return


@contextmanager
def _as_bad_case(name: str) -> Iterator[None]:
    """The parser's errors as ours."""
    try:
        yield
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        what = " ".join(str(error.problem or error.context or "not YAML").split())[:200]
        raise BadCase(name, [f"{where}not YAML: {what}"]) from None
    except (YAMLError, UnicodeError) as error:
        what = " ".join(str(error).split())[:200]
        raise BadCase(name, [f"not YAML: {what}"]) from None


def _source(text: str) -> Callable[[], Any]:
    """A function that gives one event after the other."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        from ruamel.yaml import YAML

        pure: Callable[[], Any] = iter(YAML(typ="safe", pure=True).parse(text)).__next__
        return pure
    following: Callable[[], Any] = CParser(text).get_event
    return following

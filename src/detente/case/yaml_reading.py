"""YAML 1.2 into plain data, strictly: no duplicate keys, no bombs, no NaN, and every place known.

The parser's events are put together here, because what a hostile file can do is decided at
this step: the size of what aliases stand for, the depth, and the length of strings are bounded.
libyaml's scanner is used where it is installed (it is fifty times as fast as the pure one); the
plain scalars are resolved by YAML 1.2's core schema, so ``NO`` is a word and ``1:30`` is too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from detente.errors import BadCase

MOST_BYTES = 8_000_000
MOST_NODES = 1_000_000
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


def places(text: str, name: str) -> dict[Path, tuple[int, int]]:
    """Line and column (from 1) of every value, by its path; of a key, under ``(*path, "key:")``."""
    composer = _Composer(text, name, keep_places=True)
    composer.document()
    return composer.places


class _Composer:
    def __init__(self, text: str, name: str, *, keep_places: bool = False) -> None:
        if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            raise BadCase(name, [f"the file is larger than {MOST_BYTES // 1_000_000} MB"])
        self.name = name
        self.keep = keep_places
        self.places: dict[Path, tuple[int, int]] = {}
        self.events = _events(text, name)
        self.nodes = 0
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.open: set[str] = set()

    def fault(self, event: Any, what: str) -> BadCase:
        mark = event.start_mark
        return BadCase(self.name, [f"line {mark.line + 1}, column {mark.column + 1}: {what}"])

    def document(self) -> Any:
        kinds = []
        value: Any = None
        for event in self.events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                kinds.append(kind)
                if len(kinds) > 1:
                    raise self.fault(event, "a second document begins; a case is one document")
            elif kind not in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"}:
                value = self.node(event, kind, (), 0)
        if not kinds:
            raise BadCase(self.name, ["the file is empty"])
        return value

    def count(self, event: Any, more: int) -> None:
        self.nodes += more
        if self.nodes > MOST_NODES:
            raise self.fault(event, f"more than {MOST_NODES:,} entries, aliases counted in full")

    def node(self, event: Any, kind: str, path: Path, depth: int) -> Any:
        if self.keep:
            self.places[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if kind == "AliasEvent":
            if event.anchor in self.open:
                raise self.fault(event, f"the alias *{event.anchor} stands inside what it names")
            if event.anchor not in self.anchors:
                raise self.fault(event, f"nothing is called &{event.anchor}")
            value, size = self.anchors[event.anchor]
            self.count(event, size)
            return value
        if depth > DEEPEST:
            raise self.fault(event, f"nested deeper than {DEEPEST} levels")
        self.count(event, 1)
        if event.tag is not None and str(event.tag) not in _CORE_TAGS:
            raise self.fault(event, f"the tag {str(event.tag)[:80]} is not read; take it out")
        if kind == "ScalarEvent":
            value = self.scalar(event)
            if event.anchor:
                self.anchors[event.anchor] = (value, 1)
            return value
        before = self.nodes
        if event.anchor:
            self.open.add(event.anchor)
        made = self.mapping(path, depth) if kind == "MappingStartEvent" else self.rows(path, depth)
        if event.anchor:
            self.open.discard(event.anchor)
            self.anchors[event.anchor] = (made, self.nodes - before + 1)
        return made

    def rows(self, path: Path, depth: int) -> list[Any]:
        made: list[Any] = []
        for event in self.events:
            kind = type(event).__name__
            if kind == "SequenceEndEvent":
                break
            inner = (*path, len(made)) if self.keep else path
            made.append(self.node(event, kind, inner, depth + 1))
        return made

    def mapping(self, path: Path, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for event in self.events:
            if type(event).__name__ == "MappingEndEvent":
                break
            if type(event).__name__ != "ScalarEvent":
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
            value = next(self.events)
            made[key] = self.node(value, type(value).__name__, inner, depth + 1)
        return made

    def scalar(self, event: Any) -> Any:
        text: str = event.value
        if len(text) > LONGEST:
            raise self.fault(event, f"a text of {len(text):,} characters; at most {LONGEST:,} fit")
        if not event.implicit[0] or str(event.tag or "").endswith(":str"):
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


def _events(text: str, name: str) -> Iterator[Any]:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        yield from _parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        what = " ".join(str(error.problem or error.context or "not YAML").split())[:200]
        raise BadCase(name, [f"{where}not YAML: {what}"]) from None
    except (YAMLError, UnicodeError) as error:
        what = " ".join(str(error).split())[:200]
        raise BadCase(name, [f"not YAML: {what}"]) from None


def _parse(text: str) -> Iterator[Any]:
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        from ruamel.yaml import YAML

        yield from YAML(typ="safe", pure=True).parse(text)
        return
    parser = CParser(text)
    while True:
        event = parser.get_event()
        yield event
        if type(event).__name__ == "StreamEndEvent":
            return

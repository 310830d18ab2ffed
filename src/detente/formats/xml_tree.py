"""XML of bounded depth and size into plain elements; no entity is expanded, nothing is fetched.

A comment before the XML declaration, which the standard forbids and some Genius files have, is
passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import ParseError

from detente.errors import InputError, MissingExtra
from detente.formats.bounded import first_bytes, read_bytes

DEEPEST = 30
MOST_ELEMENTS = 20_000
MOST_ATTRIBUTES = 30
LONGEST_ATTRIBUTE = 20_000


@dataclass(slots=True)
class Element:
    """A tag with its attributes and children; text between tags is not kept."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        """The children with a tag."""
        return [child for child in self.children if child.tag == tag]

    def first(self, tag: str) -> Element | None:
        """The first child with a tag."""
        return next((child for child in self.children if child.tag == tag), None)

    def everything(self) -> Iterator[Element]:
        """The element and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.everything()


def read_xml(path: Path) -> Element:
    """The outermost element of a file.

    Raises
    ------
    InputError
        If it is no XML, breaks a bound, or has a document type or entities.
    MissingExtra
        If defusedxml is not installed.
    """
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import DefusedXMLParser
    except ImportError:
        raise MissingExtra("defusedxml", "formats", "reading XML") from None
    raw = _from_declaration(read_bytes(path))
    builder = _Builder(str(path))
    try:
        parser = DefusedXMLParser(target=builder, forbid_dtd=True)
        parser.feed(raw)
        parser.close()
    except DefusedXmlException:
        raise InputError(
            f"{path}: has a document type or entities, which are not read; take them out"
        ) from None
    except ParseError as error:
        line, column = error.position
        what = str(error).split(":")[0]
        raise InputError(f"{path}: line {line}, column {column + 1}: not XML ({what})") from None
    except InputError:
        raise
    except (ValueError, LookupError) as error:
        raise InputError(f"{path}: not XML that can be read ({error})") from None
    assert builder.root is not None
    return builder.root


def root_tag(path: Path) -> str | None:
    """The outermost tag by a file's first bytes; None where that is no XML."""
    text = first_bytes(path, 65_536).decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    while text.startswith(("<?", "<!--")):
        end = "-->" if text.startswith("<!--") else "?>"
        text = text.partition(end)[2].lstrip()
    if not text.startswith("<") or not text[1:2].isalpha():
        return None
    letters = 1
    while letters < min(len(text), 80) and (text[letters].isalnum() or text[letters] in "_-:."):
        letters += 1
    return text[1:letters]


def _from_declaration(raw: bytes) -> bytes:
    """Without the blanks and comments that stand before the declaration."""
    at = 0
    while True:
        while raw[at : at + 1].isspace():
            at += 1
        if raw.startswith(b"<?xml", at):
            return raw[at:]
        if not raw.startswith(b"<!--", at):
            return raw
        end = raw.find(b"-->", at)
        if end < 0:
            return raw
        at = end + 3


class _Builder:
    """What the parser calls; it stops at the first thing that is too much."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= DEEPEST:
            raise InputError(f"{self.name}: nested deeper than {DEEPEST} levels")
        if self.count > MOST_ELEMENTS:
            raise InputError(f"{self.name}: more than {MOST_ELEMENTS:,} elements")
        if len(attributes) > MOST_ATTRIBUTES:
            raise InputError(f"{self.name}: <{tag[:40]}> has {len(attributes)} attributes")
        for key, value in attributes.items():
            if len(value) > LONGEST_ATTRIBUTE or len(key) > LONGEST_ATTRIBUTE:
                raise InputError(
                    f"{self.name}: <{tag[:40]}> has an attribute of {max(len(value), len(key)):,} "
                    f"letters; {LONGEST_ATTRIBUTE:,} fit"
                )
        made = Element(tag, attributes)
        if self.open:
            self.open[-1].children.append(made)
        else:
            self.root = made
        self.open.append(made)

    def end(self, tag: str) -> None:
        self.open.pop()

    def close(self) -> None:
        """Nothing is left to do; the parser asks for it."""

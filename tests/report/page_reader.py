"""A briefing read back as a tree: what a browser would see of its ids, links and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset("meta br img input hr link".split())


@dataclass
class Node:
    """An element with its attributes and children; text stands among the children."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def text(self, *, without: frozenset[str] = frozenset()) -> str:
        """All text below, but for elements with one of these classes."""
        return "".join(
            child
            if isinstance(child, str)
            else ""
            if without & set(child.classes)
            else child.text(without=without)
            for child in self.children
        )

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, tag: str | None = None, cls: str | None = None) -> list[Node]:
        """Elements below with that tag and class."""
        return [
            n
            for n in self.walk()
            if (tag is None or n.tag == tag) and (cls is None or cls in n.classes)
        ]

    def one(self, id_: str) -> Node:
        """The element of that id."""
        found = [n for n in self.walk() if n.attributes.get("id") == id_]
        assert len(found) == 1, f"{len(found)} elements have the id {id_}"
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute: {names}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(html: str) -> Node:
    """The page as a tree; fails where an element is not closed in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert [n.tag for n in reader.open] == [""], "an element is left open"
    return reader.root


def citations(page: Node) -> list[tuple[Node, int, int, int]]:
    """Every link into the sources: the link, document index, start, end."""
    return [
        (a, int(a.attributes.get("data-d", 0)), int(a.attributes["data-s"]),
         int(a.attributes["data-e"]))
        for a in page.all("a", "w")
    ]  # fmt: skip


def pieces(page: Node, document: int) -> list[Node]:
    """The marked pieces of one document's source, in order."""
    article = next(a for a in page.all("article") if a.attributes["data-d"] == str(document))
    return article.all("span", "g")

"""Whether each number of a page leads to its evidence, its parameters or its result.

A number is a text with a digit. It is reached if the smallest unit it stands in (a link, a row, an
item, a paragraph, a caption with its table, a figure with its caption) holds a link to a place that
is there; of a row its table's caption may, which is where a result says how it was made. A row of
the case may say instead that it was entered by hand. Labels are no numbers: headings, the section
bar, the marks of places (¶3), the heads of columns and the source texts themselves; nor is what the
method section says, which is where the chain ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.report.case.view import BY_HAND
from tests.report.page_reader import Node

_DIGIT = re.compile(r"\d")
_LABELS = frozenset("h1 h2 h3 h4 title style script nav aside".split())
_LABEL_CLASSES = frozenset(("loc", "code"))
_UNITS = frozenset("a tr li p caption figcaption dd figure details".split())
_ENDS = frozenset(("method",))
_UP = {"caption": "table", "figcaption": "figure"}


def numbers(page: Node) -> Iterator[tuple[str, list[Node]]]:
    """Every text with a digit that is no label, with the elements around it, outermost first."""
    yield from _numbers(page, [])


def _numbers(node: Node, around: list[Node]) -> Iterator[tuple[str, list[Node]]]:
    label = node.tag in _LABELS or _LABEL_CLASSES & set(node.classes)
    if label or node.attributes.get("id") in _ENDS or node.attributes.get("scope") == "col":
        return
    for child in node.children:
        if isinstance(child, str):
            if _DIGIT.search(child):
                yield child.strip(), [*around, node]
        else:
            yield from _numbers(child, [*around, node])


def unreached(page: Node) -> list[str]:
    """The numbers that lead nowhere, each with the element it stands in."""
    ids = {n.attributes["id"] for n in page.walk() if "id" in n.attributes}
    return [
        f"{text!r} in <{around[-1].tag} class={' '.join(around[-1].classes)!r}>"
        for text, around in numbers(page)
        if not _leads(around, ids)
    ]


def _leads(around: list[Node], ids: set[str]) -> bool:
    row = next((n for n in reversed(around) if n.tag == "tr"), None)
    unit = row or next((n for n in reversed(around) if n.tag in _UNITS), None)
    if unit is None:
        return False
    units = [unit]
    if unit.tag in _UP:
        units = [next(n for n in reversed(around) if n.tag == _UP[unit.tag])]
    elif unit.tag == "tr":
        if any(words in unit.text() for words in (BY_HAND, "basis: ", "drafted, no words")):
            return True
        units += next(n for n in reversed(around) if n.tag == "table").all("caption")
    return any(href[1:] in ids for one in units for href in links(one))


def links(node: Node) -> list[str]:
    """The inner links of an element and of all below it."""
    found = [n.attributes.get("href", "") for n in node.walk() if n.tag == "a"]
    return [href for href in found if href.startswith("#")]

"""Drawings of the page with their classes spelt out, for readers that style no drawings.

A PDF or a picture is drawn from the SVG alone; what the style sheet says of ``svg`` parts in the
light is written onto each part as attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from xml.etree import ElementTree

from detente.report.desk import package_text

SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")
_SELECTOR = re.compile(r"svg(?:\.(f))? ((?:\.[a-z0-9]+)+|text)\Z")
_GLYPH = re.compile(r"\.gl\.([a-z]+)\Z")
# As attributes these mean what they mean as properties.
_TAKEN = frozenset("fill stroke stroke-width stroke-dasharray font-size font-weight text-anchor "
                   "stroke-linejoin paint-order".split())  # fmt: skip

Declarations = tuple[tuple[str, str], ...]


@cache
def _style() -> tuple[tuple[tuple[bool, str, frozenset[str], Declarations], ...], dict[str, str]]:
    """Rules on parts of drawings, and the colours of the glyphs by their label.

    A rule is whether it is for figures alone, the tag it asks for (empty for any), the classes
    it asks for, and what it declares.
    """
    found = list(_rules(_COMMENT.sub("", package_text("static", "briefing.css"))))
    tokens = dict(next(body for selector, body in found if selector == ":root"))
    made, glyphs = [], {}
    for selectors, body in found:
        for selector in (part.strip() for part in selectors.split(",")):
            declared = {n: _VARIABLE.sub(lambda v: tokens[v.group(1)], t) for n, t in body}
            if glyph := _GLYPH.match(selector):
                glyphs[glyph.group(1)] = declared["color"]
            elif part := _SELECTOR.match(selector):
                tag = "text" if part.group(2) == "text" else ""
                classes = frozenset(part.group(2).split(".")[1:])
                kept = tuple((n, t) for n, t in declared.items() if n in _TAKEN)
                made.append((part.group(1) == "f", tag, classes, kept))
    return tuple(made), glyphs


def _rules(css: str) -> Iterator[tuple[str, Declarations]]:
    """Every rule outside of at-rules: its selectors and declarations."""
    at = 0
    while (opening := css.find("{", at)) >= 0:
        selector = css[at:opening].strip()
        end, depth = opening + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        if not selector.startswith("@"):
            pairs = (line.partition(":") for line in css[opening + 1 : end - 1].split(";"))
            yield selector, tuple((n.strip(), t.strip()) for n, _, t in pairs if t)
        at = end


def still(svg: str) -> str:
    """A drawing of the page as SVG that needs no style sheet and has no classes."""
    root = ElementTree.fromstring(_with_namespace(svg))
    classes = root.attrib.get("class", "").split()
    rules, glyphs = _style()
    figure = "f" in classes
    colour = next((glyphs[name] for name in classes if name in glyphs), "#1b1d20")
    for part in root.iter():
        own = frozenset(part.attrib.pop("class", "").split())
        given: dict[str, str] = {}
        for for_figures, tag, asked, declared in rules:
            fits = asked <= own and (not tag or part.tag == SVG + tag)
            if fits and (figure or not for_figures):
                given |= dict(declared)
        part.attrib.update(given)
        _in_ink(part.attrib, colour)
    for parent in list(root.iter()):
        for at, part in reversed(list(enumerate(parent))):
            if part.attrib.pop("paint-order", ""):
                parent.insert(at + 1, _without_halo(part))
    ElementTree.register_namespace("", SVG.strip("{}"))
    return ElementTree.tostring(root, encoding="unicode")


def _without_halo(part: ElementTree.Element) -> ElementTree.Element:
    """The words once more, over the stroke that keeps them apart from what lies behind."""
    words = deepcopy(part)
    for name in ("stroke", "stroke-width", "stroke-linejoin"):
        words.attrib.pop(name, None)
    # What follows the part follows the copy now.
    part.tail = None
    return words


def _in_ink(attributes: dict[str, str], colour: str) -> None:
    for name in ("fill", "stroke"):
        if attributes.get(name) == "currentColor":
            attributes[name] = colour


def _with_namespace(svg: str) -> str:
    if "xmlns=" in svg[: svg.index(">")]:
        return svg
    return svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


def with_still_drawings(html: str) -> str:
    """A page in which every drawing is spelt out."""
    return _DRAWING.sub(lambda found: still(found[0]), html)

"""A drawing of an analysis made part of the page: only what draws, no styles, ids of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from markupsafe import Markup, escape

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_TAGS = frozenset(
    "svg title desc g defs path rect circle ellipse line polyline polygon text tspan pattern "
    "marker clipPath".split()
)
# Presentation only: nothing that loads, runs, or that the page's policy would refuse.
_ATTRIBUTES = frozenset(
    "viewBox d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points transform fill stroke "
    "stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity fill-opacity "
    "opacity font-size font-weight font-style text-anchor dominant-baseline paint-order id "
    "role aria-label aria-labelledby aria-hidden patternUnits patternTransform markerWidth "
    "markerHeight markerUnits refX refY orient marker-end marker-start marker-mid clip-path "
    "fill-rule preserveAspectRatio textLength lengthAdjust".split()
)
#: Colours that the style sheet turns into the page's own, in the light and in the dark.
THEMED = frozenset(
    "none #1a1a1a #444 #444444 #555 #777 #fff #f6f6f4 #fff3d6 #e4e4e0 #0072b2 #d55e00 "
    "#9c2f2f #007a5a #8a6d00 #5b4bb3 #a3507f".split()
)
_REFERENCE = re.compile(r"url\(#([^)]*)\)")


def embedded(svg: str, key: str) -> Markup:
    """The drawing as an ``svg`` element of class ``a``; ``key`` keeps its ids apart from others.

    Raises
    ------
    ValueError
        If it is no SVG, or holds an element that does not draw.
    """
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise ValueError(f"a figure is no SVG: {error}") from error
    if root.tag.removeprefix(_NAMESPACE) != "svg":
        raise ValueError(f"a figure is no SVG: <{root.tag}>")
    # It is as wide as the page lets it be.
    width = root.attrib.pop("width", None)
    height = root.attrib.pop("height", None)
    if "viewBox" not in root.attrib and width and height:
        root.set("viewBox", f"0 0 {width} {height}")
    # A drawing with a colour of its own keeps all of them, and white behind it.
    used = {e.attrib.get(a, "none") for e in root.iter() for a in ("fill", "stroke")}
    themed = all(c.lower() in THEMED or c.startswith("url(") for c in used)
    return Markup("".join(_written(root, key, "a th" if themed else "a")))


def _written(element: ElementTree.Element, key: str, top: str = "") -> Iterator[str]:
    tag = element.tag.removeprefix(_NAMESPACE)
    if tag not in _TAGS:
        raise ValueError(f"a figure holds <{tag}>, which does not draw")
    yield f'<{tag} class="{top}"' if top else f"<{tag}"
    for name, value in element.attrib.items():
        if name in _ATTRIBUTES:
            yield f' {name}="{escape(_own(name, value, key))}"'
    yield ">"
    yield str(escape(element.text or ""))
    for child in element:
        yield from _written(child, key)
        yield str(escape(child.tail or ""))
    yield f"</{tag}>"


def _own(name: str, value: str, key: str) -> str:
    """An attribute with the ids it speaks of made the drawing's own."""
    if name == "id":
        return f"{key}-{value}"
    if name == "aria-labelledby":
        return " ".join(f"{key}-{id_}" for id_ in value.split())
    return _REFERENCE.sub(lambda found: f"url(#{key}-{found.group(1)})", value)

"""A drawing of the page as a picture: the parts of SVG that our drawings use, by matplotlib.

Its own typeface makes the same picture on every machine.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from detente.errors import MissingExtra
from detente.report.still_svg import SVG
from detente.report.word.svg_path import points_of

#: Pixels of a picture to one unit of a drawing.
SCALE = 2.0
_INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight",
              "font-style", "text-anchor", "opacity")  # fmt: skip
_INVISIBLE = frozenset("title desc defs metadata pattern marker clipPath".split())
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"(translate|rotate|scale|matrix)\(([^)]*)\)")
_BASELINES = {"middle": "center_baseline", "central": "center_baseline", "hanging": "top"}
# DejaVu runs wider than the typefaces the drawings are laid out for.
_NARROWER = 0.88


def as_png(svg: str) -> tuple[bytes, tuple[float, float]]:
    """A drawing without style rules as PNG, with the size it has in its own units.

    Raises
    ------
    MissingExtra
        If matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtra("matplotlib", "docx", "writing the figures of a DOCX") from error
    root = ElementTree.fromstring(svg)
    left, top, wide, tall = (float(n) for n in _NUMBER.findall(root.attrib["viewBox"]))
    figure = Figure(figsize=(wide / 100, tall / 100), dpi=100 * SCALE, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(left, left + wide)
    axes.set_ylim(top + tall, top)
    _Painter(axes, root).paint()
    file = io.BytesIO()
    with warnings.catch_warnings():
        # A script that the typeface lacks is drawn as boxes; the table beside has the words.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue(), (wide, tall)


class _Painter:
    """Draws the parts one after the other, as they lie over each other."""

    def __init__(self, axes: Any, root: ElementTree.Element) -> None:
        from matplotlib.transforms import Affine2D

        self.axes, self.root = axes, root
        self.identity = Affine2D
        self.order = 0
        self.markers = {e.attrib["id"]: e for e in root.iter(f"{SVG}marker") if "id" in e.attrib}
        self.patterns = {e.attrib["id"] for e in root.iter(f"{SVG}pattern") if "id" in e.attrib}

    def paint(self) -> None:
        self._part(self.root, {}, self.identity())

    def _part(self, part: ElementTree.Element, above: Mapping[str, str], move: Any) -> None:
        tag = part.tag.removeprefix(SVG)
        if tag in _INVISIBLE:
            return
        look = {name: above[name] for name in _INHERITED if name in above}
        look |= {name: value for name, value in part.attrib.items() if name in _INHERITED}
        if "transform" in part.attrib:
            move = self._moved(part.attrib["transform"]) + move
        if tag == "text":
            self._text(part, look, move)
            return
        outline = _outline(tag, part.attrib)
        if outline is not None:
            self._shape(outline, look, move, part.attrib)
        for child in part:
            self._part(child, look, move)

    def _moved(self, transform: str) -> Any:
        made: Any = self.identity()
        # The last one written is applied first.
        for name, given in reversed(_TRANSFORM.findall(transform)):
            n = [float(x) for x in _NUMBER.findall(given)]
            if name == "translate":
                made.translate(n[0], n[1] if len(n) > 1 else 0.0)
            elif name == "scale":
                made.scale(n[0], n[1] if len(n) > 1 else n[0])
            elif name == "rotate" and len(n) == 3:
                made.rotate_deg_around(n[1], n[2], n[0])
            elif name == "rotate":
                made.rotate_deg(n[0])
            else:
                made = made + self.identity(
                    [[n[0], n[2], n[4]], [n[1], n[3], n[5]], [0.0, 0.0, 1.0]]
                )
        return made

    def _shape(
        self, outline: Any, look: Mapping[str, str], move: Any, own: Mapping[str, str]
    ) -> None:
        from matplotlib.patches import PathPatch

        fill = look.get("fill", "#000")
        hatch = "/////" if fill.startswith("url(") else None
        stroke = look.get("stroke", "none")
        width = _first(look.get("stroke-width"), 1.0) if stroke != "none" else 0.0
        patch = PathPatch(
            outline,
            facecolor="none" if hatch else _colour(fill),
            edgecolor="#8a1c24" if hatch else _colour(stroke),
            linewidth=0.0 if hatch else width * 0.72,
            linestyle=_dashes(look.get("stroke-dasharray"), width),
            hatch=hatch,
            alpha=float(look["opacity"]) if "opacity" in look else None,
            transform=move + self.axes.transData,
            zorder=self._next(),
            capstyle="butt",
        )
        if hatch:
            patch.set_hatch_linewidth(0.6)
        self.axes.add_patch(patch)
        marker = re.search(r"#([^)]*)", own.get("marker-end", ""))
        if marker and marker.group(1) in self.markers:
            self._arrow(outline, self.markers[marker.group(1)], stroke, width, move)

    def _arrow(
        self, outline: Any, marker: ElementTree.Element, stroke: str, width: float, move: Any
    ) -> None:
        import math

        (ax, ay), (bx, by) = outline.vertices[-2], outline.vertices[-1]
        box = [float(n) for n in _NUMBER.findall(marker.attrib.get("viewBox", ""))]
        size = float(marker.attrib.get("markerWidth", "3"))
        scale = size / box[2] if len(box) == 4 and box[2] else 1.0
        if marker.attrib.get("markerUnits") != "userSpaceOnUse":
            scale *= width
        turn = self.identity().translate(
            -float(marker.attrib.get("refX", "0")), -float(marker.attrib.get("refY", "0"))
        )
        turn.scale(scale).rotate(math.atan2(by - ay, bx - ax)).translate(bx, by)
        for child in marker:
            look = {"fill": stroke} if child.attrib.get("fill") == "context-stroke" else {}
            self._part(child, look, turn + move)

    def _text(self, part: ElementTree.Element, look: Mapping[str, str], move: Any) -> None:
        for words, x, y, own in _runs(part, look):
            if not words.strip():
                continue
            px, py = move.transform((x, y))
            size = float(_NUMBER.findall(own.get("font-size", "12"))[0])
            drawn = self.axes.text(
                px,
                py,
                _plain(words),
                fontsize=size * 0.72 * _NARROWER,
                fontweight="bold" if own.get("font-weight") in ("600", "700", "bold") else "normal",
                fontstyle=own.get("font-style", "normal"),
                color=_colour(own.get("fill", "#000")),
                ha={"middle": "center", "end": "right"}.get(own.get("text-anchor", ""), "left"),
                va=_BASELINES.get(part.attrib.get("dominant-baseline", ""), "baseline"),
                zorder=self._next(),
            )
            if own.get("stroke", "none") != "none":
                from matplotlib.patheffects import Stroke

                line = _first(own.get("stroke-width"), 1.0) * 0.72
                drawn.set_path_effects([Stroke(linewidth=line, foreground=_colour(own["stroke"]))])

    def _next(self) -> int:
        self.order += 1
        return self.order


def _plain(words: str) -> str:
    """Words that matplotlib must not read as a formula."""
    return " ".join(words.split()).replace("$", r"\$")


def _runs(
    part: ElementTree.Element, look: Mapping[str, str]
) -> Iterator[tuple[str, float, float, Mapping[str, str]]]:
    """Words with their place: the text's own, and those of its lines."""
    x, y = _first(part.attrib.get("x")), _first(part.attrib.get("y"))
    if part.text:
        yield part.text, x + _first(part.attrib.get("dx")), y + _first(part.attrib.get("dy")), look
    for line in part:
        own = {**look, **{n: v for n, v in line.attrib.items() if n in _INHERITED}}
        x = _first(line.attrib.get("x"), x)
        y = _first(line.attrib.get("y"), y) + _first(line.attrib.get("dy"))
        yield line.text or "", x, y, own


def _first(numbers: str | None, missing: float = 0.0) -> float:
    found = _NUMBER.findall(numbers or "")
    return float(found[0]) if found else missing


def _colour(name: str) -> str:
    return "none" if name in ("none", "transparent") or name.startswith("url(") else name


def _dashes(given: str | None, width: float) -> Any:
    if not given or given == "none":
        return "solid"
    # matplotlib counts in widths of the line.
    numbers = [float(n) / max(width, 0.5) for n in _NUMBER.findall(given)]
    return (0, numbers if len(numbers) % 2 == 0 else numbers * 2)


def _outline(tag: str, given: Mapping[str, str]) -> Any:
    """The outline of a shape as a path of matplotlib; None for what is no shape."""
    from matplotlib.path import Path

    def n(name: str) -> float:
        return _first(given.get(name))

    if tag == "path":
        points, codes = points_of(given.get("d", ""))
        return Path(points, codes) if points else None
    if tag == "rect":
        if "%" in given.get("width", "") or "%" in given.get("height", ""):
            return None  # the white behind a drawing, which the picture has anyway
        x, y, w, h = n("x"), n("y"), n("width"), n("height")
        r = min(n("rx") or n("ry"), w / 2, h / 2)
        if not r:
            return Path(*points_of(f"M{x} {y}h{w}v{h}h{-w}z"))
        corner = f"a{r} {r} 0 0 1"
        return Path(*points_of(
            f"M{x + r} {y}h{w - 2 * r}{corner} {r} {r}v{h - 2 * r}{corner} {-r} {r}"
            f"h{2 * r - w}{corner} {-r} {-r}v{2 * r - h}{corner} {r} {-r}z"
        ))  # fmt: skip
    if tag in ("circle", "ellipse"):
        rx, ry = (n("r"), n("r")) if tag == "circle" else (n("rx"), n("ry"))
        x, y = n("cx"), n("cy")
        return Path(*points_of(
            f"M{x - rx} {y}a{rx} {ry} 0 1 1 {2 * rx} 0a{rx} {ry} 0 1 1 {-2 * rx} 0z"
        ))  # fmt: skip
    if tag == "line":
        return Path([(n("x1"), n("y1")), (n("x2"), n("y2"))])
    if tag in ("polyline", "polygon"):
        numbers = _NUMBER.findall(given.get("points", ""))
        closed = "z" if tag == "polygon" else ""
        return Path(*points_of(f"M{' '.join(numbers)}{closed}")) if numbers else None
    return None

"""Drawings on the page, on paper and as pictures."""

from __future__ import annotations

import io
import math
from itertools import pairwise

import pytest

from detente.report.embedded_svg import embedded
from detente.report.still_svg import still, with_still_drawings
from detente.report.word.svg_path import CLOSE, CURVE3, CURVE4, LINE, MOVE, points_of

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" style="x:y">'


def test_an_embedded_drawing_keeps_what_draws_and_nothing_else() -> None:
    made = embedded(
        f'{HEAD}<title id="t">A &lt;b&gt;</title><g aria-labelledby="t" onload="x()" '
        'clip-path="url(#c)"><rect class="bar" width="3" fill="#0072b2"/></g></svg>',
        "k",
    )
    assert made == (
        '<svg class="a th" viewBox="0 0 100 50"><title id="k-t">A &lt;b&gt;</title>'
        '<g aria-labelledby="k-t" clip-path="url(#k-c)"><rect width="3" fill="#0072b2"></rect></g>'
        "</svg>"
    )


def test_a_drawing_with_colours_of_its_own_keeps_them() -> None:
    assert 'class="a"' in embedded(f'{HEAD}<rect fill="#123456"/></svg>', "k")


@pytest.mark.parametrize("bad", ["<p>", "<html/>", f"{HEAD}<script>x()</script></svg>",
                                 f'{HEAD}<image href="x"/></svg>'])  # fmt: skip
def test_what_does_not_draw_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="a figure"):
        embedded(bad, "k")


def test_a_still_drawing_has_the_style_sheet_s_colours_in_itself() -> None:
    made = still('<svg class="f" viewBox="0 0 9 9"><path class="neg" d="M0 0"/>'
                 '<text class="tb mid" x="1">A</text></svg>')  # fmt: skip
    assert 'stroke="#8a1c24"' in made
    assert 'font-weight="600"' in made
    assert 'text-anchor="middle"' in made
    assert 'font-size="12px"' in made
    assert 'class="neg"' not in made
    glyph = still('<svg class="gl support" viewBox="0 0 9 9"><circle fill="currentColor"/></svg>')
    assert 'fill="#1b5c53"' in glyph


def test_words_with_a_halo_are_drawn_over_it() -> None:
    made = still('<svg class="f" viewBox="0 0 9 9"><text class="halo">A</text></svg>')
    assert made.count(">A<") == 2
    assert made.count('stroke="#fdfcf9"') == 1


def test_every_drawing_of_a_page_is_made_still() -> None:
    made = with_still_drawings('<p><svg class="f" viewBox="0 0 9 9"><g/></svg> words</p>')
    assert made.endswith(" words</p>")
    assert "http://www.w3.org/2000/svg" in made


def test_paths_are_read_as_the_standard_says() -> None:
    assert points_of("m1 1 2 0") == ([(1, 1), (3, 1)], [MOVE, LINE])
    assert points_of("M0 0Q1 1 2 0T4 0")[0][-2:] == [(3, -1), (4, 0)]
    assert points_of("M0 0C0 1 1 1 1 0s1-1 1 0") == (
        [(0, 0), (0, 1), (1, 1), (1, 0), (1, -1), (2, -1), (2, 0)],
        [MOVE, *[CURVE4] * 6],
    )
    assert points_of("M0,0v5h-.5Z")[1] == [MOVE, LINE, LINE, CLOSE]
    assert points_of("M0 0Q1 1 2 0")[1] == [MOVE, CURVE3, CURVE3]


@pytest.mark.parametrize("large", [0, 1])
@pytest.mark.parametrize("sweep", [0, 1])
def test_an_arc_lies_on_its_circle_and_ends_where_it_should(large: int, sweep: int) -> None:
    points, _ = points_of(f"M3 0A5 5 0 {large} {sweep} 0 3")
    assert points[-1] == pytest.approx((0, 3))
    centres = [(c, c) for c in ((3 - math.sqrt(41)) / 2, (3 + math.sqrt(41)) / 2)]
    curves = [[(3.0, 0.0), *points[1:4]]] + [
        points[n : n + 4] for n in range(3, len(points) - 3, 3)
    ]
    walked = [_at(curve, t / 8) for curve in curves for t in range(8)] + [(0.0, 3.0)]
    near = [c for c in centres if all(abs(math.dist(p, c) - 5) < 0.01 for p in walked)]
    assert len(near) == 1
    angles = [math.atan2(y - near[0][1], x - near[0][0]) for x, y in walked]
    turns = [math.remainder(b - a, 2 * math.pi) for a, b in pairwise(angles)]
    assert all((turn > 0) == bool(sweep) for turn in turns)
    assert (abs(sum(turns)) > math.pi) == bool(large)


def _at(curve: list[tuple[float, float]], t: float) -> tuple[float, float]:
    parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(part * point[0] for part, point in zip(parts, curve, strict=True))
    return x, sum(part * point[1] for part, point in zip(parts, curve, strict=True))


def test_a_picture_shows_what_the_drawing_says() -> None:
    pytest.importorskip("matplotlib")
    image_of = pytest.importorskip("PIL.Image").open
    from detente.report.word.picture import as_png

    svg = still(
        '<svg class="f" viewBox="0 0 100 50"><rect x="0" y="0" width="50" height="50" '
        'fill="#ff0000"/><g transform="translate(75 25)"><circle r="10" fill="#0000ff"/></g>'
        '<path d="M50 0H100V10H50z" fill="none" stroke="#00ff00" stroke-width="4"/></svg>'
    )
    raw, size = as_png(svg)
    assert size == (100, 50)
    picture = image_of(io.BytesIO(raw)).convert("RGB")
    assert picture.size == (200, 100)
    assert picture.getpixel((40, 50)) == (255, 0, 0)
    assert picture.getpixel((150, 50)) == (0, 0, 255)
    assert picture.getpixel((190, 90)) == (255, 255, 255)
    assert picture.getpixel((150, 20)) == (0, 255, 0)
    assert as_png(svg)[0] == raw

"""The figure of ``pressure``: every party, mean and median, in words too."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from detente.analyses.pressure.compromise import compromise
from detente.case.load import load_case
from tests.analyses.pressure.scales import INFLUENCE, TARIFF, case_of

EXAMPLES = sorted((Path(__file__).parents[3] / "examples/cases").glob("*.yaml"))


def test_it_is_one_drawing_that_says_what_it_shows() -> None:
    (figure,) = compromise(case_of(TARIFF, INFLUENCE)).figures
    root = ElementTree.fromstring(figure.svg)
    circles = root.findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == 3
    radius = [float(c.attrib["r"]) for c in circles]
    # Areas are by weight: two of the same and one that has none and is drawn small.
    assert radius[0] == radius[1] > radius[2] > 0
    assert "Tariff: compromise 50, median 20 to 80" in figure.description
    assert "A at 20, B at 80, C at 100" in figure.description
    assert figure.svg.count('class="compromise"') == 1
    assert figure.svg.count('class="interval"') == 2


def test_nothing_is_drawn_off_the_page_and_no_label_over_another() -> None:
    for path in EXAMPLES:
        (figure,) = compromise(load_case(path)).figures
        size = re.search(r'viewBox="0 0 (\d+) (\d+)"', figure.svg)
        assert size is not None
        wide, tall = int(size[1]), int(size[2])
        labels = re.findall(
            r'<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)<', figure.svg
        )
        lines: dict[str, list[tuple[float, float]]] = {}
        for x, y, anchor, words in labels:
            width = 4.5 * len(words)
            start = float(x) - {"start": 0, "middle": 0.5, "end": 1}[anchor] * width
            assert start >= 0
            assert start + width <= wide
            assert float(y) <= tall
            lines.setdefault(y, []).append((start, start + width))
        for spans in lines.values():
            spans.sort()
            assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_markup_in_names_is_escaped() -> None:
    bad = [{"id": "tariff", "name": "<script>x</script>", "ends": {"low": "<b>", "high": "&"}}]
    (figure,) = compromise(case_of(TARIFF, INFLUENCE, issues=bad)).figures
    assert "<script" not in figure.svg
    ElementTree.fromstring(figure.svg)


def test_too_many_issues_are_said_to_be_left_out() -> None:
    many = {f"i{n}": TARIFF["tariff"] for n in range(15)}
    (figure,) = compromise(case_of(many, INFLUENCE)).figures
    assert "3 more issues are in the table settlement." in figure.svg

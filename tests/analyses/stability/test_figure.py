"""The figure can be read: by machines as XML, by ear through its words, by eye in its size."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from detente.analyses.stability.equilibria import stability
from detente.analyses.stability.path import path
from detente.case.load import case_from_data
from tests.analyses.stability.conflicts import CHICKEN, CUBA, GRAPH, PRISONERS, case_of, random_case

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("text", [PRISONERS, CHICKEN, CUBA, GRAPH])
def test_it_is_xml_with_a_title_and_a_description(text: str) -> None:
    (figure,) = stability(case_of(text)).figures
    root = ElementTree.fromstring(figure.svg)
    assert root.get("role") == "img"
    ids = {e.get("id") for e in root.iter() if e.get("id")}
    assert set(str(root.get("aria-labelledby")).split()) <= ids
    assert (root.findtext(f"{SVG}title") or "").endswith("states and who can change them")
    assert "The table lists every arrow" in (root.findtext(f"{SVG}desc") or "")


def test_every_arrow_stands_in_the_table() -> None:
    found = stability(case_of(GRAPH))
    table = found.table("changes")
    root = ElementTree.fromstring(found.figures[0].svg)
    heads = [e for e in root.iter(f"{SVG}path") if (e.get("d") or "").endswith("z")]
    assert len(heads) == len(table.rows)
    assert ("talks", "crisis", "a", True, True) in table.rows


def test_boxes_lie_inside_and_apart() -> None:
    for text in (PRISONERS, CUBA, GRAPH):
        root = ElementTree.fromstring(path(case_of(text)).figures[0].svg)
        _, _, wide, tall = (float(v) for v in str(root.get("viewBox")).split())
        boxes = [
            (float(r.get("x", 0)), float(r.get("y", 0)), float(r.get("width", 0)))
            for r in root.iter(f"{SVG}rect")
            if r.get("rx")
        ]
        assert len(boxes) >= 2
        for x, y, width in boxes:
            assert x >= 0
            assert y >= 0
            assert x + width <= wide
            assert y + 54 <= tall
        for number, (x, y, width) in enumerate(boxes):
            for x2, y2, _ in boxes[:number]:
                assert abs(x - x2) >= width or abs(y - y2) >= 54


def test_many_states_leave_the_equilibria_the_status_quo_and_paths() -> None:
    parties = [{"id": p, "name": p} for p in "abc"]
    moves = [{"id": f"m{n}", "party": "abc"[n % 3], "name": "M", "now": False} for n in range(9)]
    preferences = [
        {"party": p, "statements": [f"m{n}" if n % 2 else f"not m{n}" for n in range(9)]}
        for p in "abc"
    ]
    case = case_from_data(
        {"title": "Many", "parties": parties, "moves": moves, "preferences": preferences}, "x"
    )
    found = stability(case)
    root = ElementTree.fromstring(found.figures[0].svg)
    assert 2 <= len([r for r in root.iter(f"{SVG}rect") if r.get("rx")]) <= 24
    assert len(found.table("changes").rows) <= 26
    assert "of 512 possible states" in found.figures[0].description


def test_words_of_a_case_cannot_break_out() -> None:
    text = GRAPH.replace("Three stages", "'</title><script>alert(1)</script>'")
    svg = stability(case_of(text)).figures[0].svg
    assert "<script" not in svg
    ElementTree.fromstring(svg)


@pytest.mark.parametrize("seed", range(12))
def test_the_same_case_gives_the_same_figure(seed: int) -> None:
    one, other = (stability(random_case(seed)) for _ in range(2))
    assert [f.svg for f in one.figures] == [f.svg for f in other.figures]
    for figure in one.figures:
        ElementTree.fromstring(figure.svg)

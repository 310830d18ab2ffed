from __future__ import annotations

import itertools
import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.evidence.items import Actor, Relation
from detente.evidence.ledger import Ledger
from detente.report.circle_order import circle_order, crossings
from detente.report.curves import Curve, bent
from detente.report.desk import Desk
from detente.report.label_places import Box, Wanted, place_labels, text_width
from detente.report.leverage_lines import MOST_NODES, hold, lines
from detente.report.leverage_map import leverage_map
from tests.report import briefing_ledgers as made
from tests.report.page_reader import read_page

TEXT = "Arda gives Bree forty boats and promises more."


def graph(*edges: tuple[int, int, str, float | None, str | None], **more: str) -> Desk:
    """A ledger with these relations: from, to, type, value, unit."""
    d = made.document("g.txt", "Map", TEXT)
    ends = sorted({n for a, b, *_ in edges for n in (a, b)})
    actors = tuple(Actor(f"grp:{n:02}", f"Party Number {n}", "group") for n in ends)
    span = made.Desk(d).span("Arda gives Bree")
    relations = tuple(
        Relation(f"r{i}", d.id, span, kind, f"grp:{a:02}", f"grp:{b:02}", True, value, unit, None,
                 None, more.get(f"r{i}", "asserted"), "x.y", "high")  # type: ignore[arg-type]
        for i, (a, b, kind, value, unit) in enumerate(edges)
    )  # fmt: skip
    return Desk(Ledger(documents=(d,), actors=actors, relations=relations))


def test_two_chords_that_cross_and_two_that_do_not() -> None:
    order = ["a", "b", "c", "d"]
    assert crossings(order, [("a", "c"), ("b", "d")]) == 1
    assert crossings(order, [("a", "b"), ("c", "d")]) == 0
    assert crossings(order, [("a", "c"), ("c", "d")]) == 0


@pytest.mark.parametrize(
    "edges",
    [
        [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")],
        [("a", x) for x in "bcdefgh"],
        [("a", "e"), ("e", "b"), ("b", "f"), ("f", "c"), ("c", "a")],
    ],
    ids=["path", "star", "cycle"],
)
def test_graphs_that_can_be_drawn_without_a_crossing_are(edges: list[tuple[str, str]]) -> None:
    nodes = sorted({n for edge in edges for n in edge})
    assert crossings(circle_order(nodes, dict.fromkeys(edges, 1)), edges) == 0


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=3, max_size=9))
@settings(max_examples=25, deadline=None)
def test_order_of_few_nodes_has_the_fewest_crossings(pairs: set[tuple[int, int]]) -> None:
    edges = {(str(min(p)), str(max(p))): 1 for p in pairs if p[0] != p[1]}
    nodes = sorted({n for edge in edges for n in edge})
    order = circle_order(nodes, edges)
    assert sorted(order) == nodes
    best = min((crossings(o, edges) for o in itertools.permutations(nodes)), default=0)
    assert crossings(order, edges) == best


def test_a_bent_curve_passes_its_offset_from_the_middle() -> None:
    curve = bent((0, 0), (100, 0), 20)
    assert curve.at(0.5) == pytest.approx((50, 20))
    half = curve.part(0.0, 0.5)
    assert half.end == pytest.approx((50, 20))
    assert half.at(0.5) == pytest.approx(curve.at(0.25))
    assert math.dist(curve.at(curve.leaves(10)), (0, 0)) == pytest.approx(10, abs=1.5)
    assert math.dist(curve.at(curve.enters(10)), (100, 0)) == pytest.approx(10, abs=1.5)


def test_labels_of_one_line_do_not_overlap() -> None:
    curves = [Curve((0, 200), (200, 200), (400, 200)), Curve((0, 210), (200, 210), (400, 210))]
    wanted = [Wanted(i % 2, 80, 29) for i in range(4)]
    boxes = place_labels(wanted, curves, [1, 1], [], Box(0, 0, 400, 400))
    assert all(a.overlap(b) == 0 for a, b in itertools.combinations(boxes, 2))


def test_width_of_text_knows_wide_and_combining_characters() -> None:
    assert text_width("WWWW", 12) > text_width("iiii", 12)
    assert text_width("e\u0301", 12) == text_width("e", 12)
    assert text_width("漢字", 12) == 24


def test_kinds_of_hold() -> None:
    assert [hold(t) for t in ("aid_military", "tariff", "basing", "sanction_asset_freeze")] == [
        "given", "force", "tie", "force"
    ]  # fmt: skip
    assert hold("something_new") == "tie"


def test_width_is_the_square_root_within_a_unit() -> None:
    desk = graph(
        (1, 2, "aid", 400.0, "USD"), (2, 3, "aid", 100.0, "USD"), (1, 3, "aid", 90.0, "percent"),
        (3, 4, "aid", None, None),
    )  # fmt: skip
    width = {line.first.id: line.width for line in lines(desk)}
    assert (width["r0"] - 1.8) == pytest.approx(2 * (width["r1"] - 1.8))
    assert width["r2"] < width["r0"]
    assert width["r3"] < 1.8


def test_relations_without_an_amount_are_drawn_once_a_sort() -> None:
    desk = graph(
        (1, 2, "aid", None, None), (1, 2, "loan", None, None), (1, 2, "tariff", None, None),
        (2, 1, "aid", None, None), (1, 1, "aid", None, None),
    )  # fmt: skip
    drawn = lines(desk)
    assert [(line.hold, line.covers) for line in drawn] == [
        ("given", 2), ("force", 1), ("given", 1)
    ]  # fmt: skip


@pytest.mark.parametrize("value", [0.0, -5.0, math.inf, math.nan])
def test_an_amount_that_no_width_can_show_is_a_hairline(value: float) -> None:
    (line,) = lines(graph((1, 2, "aid", value, "USD")))
    assert (line.head, line.width) == ("", 1.1)


@pytest.mark.parametrize("size", [2, 3, 8, 15, 40])
def test_the_map_holds_its_nodes_and_labels_apart(size: int) -> None:
    kinds = ["aid", "tariff", "alliance"]
    edges = [(i, (i * 2 + 1) % size, kinds[i % 3], 1e9 * (i + 1) if i % 2 else None, "USD")
             for i in range(size) if i != (i * 2 + 1) % size]  # fmt: skip
    desk = graph(*edges)
    drawn = lines(desk)
    svg = read_page(str(leverage_map(desk, drawn)))
    nodes = svg.all("circle", "node")
    assert len(nodes) == len({end for line in drawn for end in line.pair}) <= MOST_NODES
    _, _, width, height = map(float, svg.all("svg")[0].attributes["viewbox"].split())
    at = [(float(n.attributes["cx"]), float(n.attributes["cy"])) for n in nodes]
    assert all(20 <= x <= width - 20 and 20 <= y <= height - 20 for x, y in at)
    assert all(math.dist(a, b) > 40 for a, b in itertools.combinations(at, 2))
    links = svg.all("a", "w")
    assert len(links) == len(drawn)
    spots = Counter((t.attributes["x"], t.attributes["y"]) for a in links for t in a.all("text"))
    assert max(spots.values()) == 1


def test_projected_lines_are_broken() -> None:
    desk = graph((1, 2, "aid", None, None), (2, 3, "aid", None, None), r1="projected")
    svg = read_page(str(leverage_map(desk, lines(desk))))
    dashed = [p for p in svg.all("path", "pos") if "stroke-dasharray" in p.attributes]
    assert len(dashed) == 1


def test_the_table_has_every_relation_though_the_map_has_not() -> None:
    from detente.report.briefing import write_briefing

    edges = [(i, i + 1, "aid", None, None) for i in range(30)]
    page = read_page(write_briefing(graph(*edges).ledger)).one("leverage")
    assert len(page.all("tbody")[0].all("tr")) == 30
    assert "in the table only." in page.text()

"""The figure of gains: what its bars and its words say, whatever the case."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from detente.analyses.packages.figure import Bars, bars_figure
from tests.analyses.packages.test_packages_answers import TRADE, ask, case_of

SVG = "{http://www.w3.org/2000/svg}"


def bars_of(svg: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(svg)
    return [e for e in root.iter(f"{SVG}rect") if e.get("class") == "bar"]


def test_a_bar_for_each_party_and_package_with_its_number() -> None:
    found = ask(case_of(TRADE))
    (figure,) = found.figures
    root = ElementTree.fromstring(figure.svg)
    ids = {e.get("id") for e in root.iter() if e.get("id")}
    assert set(str(root.get("aria-labelledby")).split()) <= ids
    assert root.findtext(f"{SVG}title") == "Talks: what each party gains, by package"
    assert root.findtext(f"{SVG}desc") == figure.description
    words = [e.text for e in root.iter(f"{SVG}text")]
    # x0, y2 is best in every sense: one group of bars, with all of its names.
    assert "Nash, Kalai-Smorodinsky, egalitarian and utilitarian" in words
    assert "x0, y2" in words
    assert words.count("9") == 2
    assert "A 9, B 9" in figure.description
    assert figure.table == "gains"
    assert found.table("gains").rows[0] == ("Nash", 9, 9)
    # The most each could gain while the other loses nothing is 12: bars of three quarters.
    assert found.table("gains").rows[-1] == ("most each could gain", 12, 12)
    wide = [float(r.get("width", 0)) for r in root.iter(f"{SVG}rect") if r.get("x")]
    assert [round(b / a, 2) for a, b in zip(wide[::2], wide[1::2], strict=True)] == [0.75, 0.75]


def test_where_nothing_stands_what_comes_closest_is_drawn() -> None:
    data = case_of({"x": [[4, 0], [0, 6]]})
    for party in data["parties"]:
        party["alternative"]["points"] = 5
    found = ask(data)
    (figure,) = found.figures
    assert figure.table == "closest"
    assert found.table("closest").rows == (("x1", -5, 1),)
    assert "A -5, B 1" in figure.description
    assert "it breaks other red lines" in figure.svg


def test_words_of_a_case_cannot_break_out() -> None:
    data = case_of(TRADE)
    data["title"] = data["parties"][0]["name"] = "</title><script>alert(1)</script>"
    (figure,) = ask(data).figures
    assert "<script" not in figure.svg
    ElementTree.fromstring(figure.svg)


def test_too_many_parties_are_left_to_the_table() -> None:
    assert bars_figure("t", ["a"] * 25, [Bars("l", "p", [1.0] * 25)], table="t", above="") is None
    assert bars_figure("t", ["a"], [], table="t", above="") is None


@given(
    st.lists(
        st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    )
)
def test_every_bar_lies_inside_and_points_its_way(rows: list[list[float]]) -> None:
    groups = [Bars(f"{n}", "deal", row) for n, row in enumerate(rows)]
    figure = bars_figure("t", ["a", "b", "c"], groups, table="t", above="gains")
    assert figure is not None
    bars = bars_of(figure.svg)
    drawn = [gain for row in rows[:6] for gain in row if gain]
    assert len(bars) == len(drawn)
    for bar, gain in zip(bars, drawn, strict=True):
        assert (bar.get("fill") == "#d55e00") == (gain < 0)
        assert 200 <= float(bar.get("x", 0)) <= 720 - 84
        assert float(bar.get("x", 0)) + float(bar.get("width", 0)) <= 720 - 83

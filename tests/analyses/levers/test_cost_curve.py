"""The cost curve: as many dots as the table has numbers, words for ears, steps that only rise."""

from __future__ import annotations

from xml.etree import ElementTree

from detente.analyses.levers.levers import levers
from detente.case.load import read_case
from tests.analyses.levers.test_levers_answers import GRANT, LOANS, LOCKS, ask, case_text

SVG = "{http://www.w3.org/2000/svg}"


def dots(svg: str, colour: str = "#0072b2") -> list[tuple[float, float]]:
    return [
        (float(e.get("cx", 0)), float(e.get("cy", 0)))
        for e in ElementTree.fromstring(svg).iter(f"{SVG}circle")
        if e.get("fill") == colour
    ]


def test_dots_are_at_the_costs_of_the_table() -> None:
    found = ask(LOCKS, LOANS, GRANT)
    (figure,) = found.figures
    root = ElementTree.fromstring(figure.svg)
    assert root.findtext(f"{SVG}desc") == figure.description
    ids = {e.get("id") for e in root.iter() if e.get("id")}
    assert set(str(root.get("aria-labelledby")).split()) <= ids
    assert figure.table == "curve"
    made = dots(figure.svg)
    assert len(made) == len(found.table("curve").rows) == 3
    assert [x for x, _ in made] == sorted(x for x, _ in made)
    floor, _, top = (y for _, y in made)
    # Nothing for one who accepts, 42 for both, at the top of the axis.
    assert made[1][1] == floor > top
    assert "42" in [e.text for e in root.iter(f"{SVG}text")]
    assert "a package stands for 42" in figure.svg


def test_a_number_that_cannot_be_won_is_a_ring() -> None:
    (figure,) = ask(LOCKS).figures
    assert "2 accept: out of reach" in figure.description
    assert len(dots(figure.svg)) == 2
    assert len(dots(figure.svg, "#fff")) == 1
    assert "not within reach" in figure.svg
    assert "nothing has to be paid" not in figure.svg


def test_with_vetoes_a_second_line_is_drawn_where_it_differs() -> None:
    dear = "{id: dear, name: Dear, giver: bank, effects: {downriver: 10}, cost: 50}"
    cheap = "{id: cheap, name: Cheap, giver: bank, effects: {upriver: 10}, cost: 5}"
    text = ask(dear, cheap, more="acceptance: {quorum: 1}\n").figures[0].svg
    assert "Broken line" not in text
    veto = ask(
        dear, cheap, more="acceptance: {quorum: 1, vetoes: [downriver]}\n", want="tolls=fair"
    )
    assert "Broken line, red: every veto player" in veto.figures[0].svg
    assert "With every veto player: 1 accept: 50" in veto.figures[0].description
    assert len(dots(veto.figures[0].svg, "#d55e00")) == 2


def test_where_nothing_has_to_be_paid_it_says_so() -> None:
    easy = "{id: easy, name: Easy, giver: bank, effects: {upriver: 10}, cost: 5}"
    # At fair tolls each has 50 points, and now no more is asked for.
    case = read_case(case_text(easy).replace("points: 60", "points: 50"), "case.yaml")
    (figure,) = levers(case).figures
    assert "nothing has to be paid" in figure.svg
    assert "2 accept: 0" in figure.description

"""Genius files by Genius's own rules, on small files whose answers can be told by hand."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.errors import InputError, MissingExtra
from detente.formats.registry import load_any
from tests.formats.enumerated import accepted, all_points
from tests.formats.genius_files import (
    DOMAIN,
    FEE,
    QUOTA,
    discrete,
    integer,
    profile,
    write_files,
)


def loaded(folder: Path, *profiles: str, domain: str = DOMAIN) -> Case:
    files = {"domain.xml": domain}
    files |= {f"p{number}.xml": text for number, text in enumerate(profiles, 1)}
    return load_any(write_files(folder, files))


def worth(case: Case, issue: str, party: str = "p1") -> list[float]:
    table = next(u for u in case.utilities if u.issue == issue and u.party == party)
    return [n.central for n in table.values.values()]


def refusal(folder: Path, *profiles: str, domain: str = DOMAIN) -> str:
    with pytest.raises(InputError) as caught:
        loaded(folder, *profiles, domain=domain)
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def test_evaluations_are_divided_by_the_greatest(tmp_path: Path) -> None:
    case = loaded(tmp_path, profile())
    assert worth(case, "quota") == [0, 45, 60]
    assert case.parties[0].alternative is not None
    assert case.parties[0].alternative.points is not None
    assert case.parties[0].alternative.points.central == 50
    assert [o.name for o in case.issues[0].options] == ["none", "half", "all"]
    assert [o.id for o in case.issues[0].options] == ["option-none", "half", "all"]


def test_integers_count_from_the_lower_bound_and_are_held_in_the_unit(tmp_path: Path) -> None:
    assert worth(loaded(tmp_path / "a", profile()), "fee") == [40, 30, 20, 10]
    steep = profile(QUOTA + integer(2, "Fee", "0.5", "0.25"))
    assert worth(loaded(tmp_path / "b", steep), "fee") == [20, 30, 40, 40]
    falling = profile(QUOTA + integer(2, "Fee", "0.5", "-0.25"))
    assert worth(loaded(tmp_path / "c", falling), "fee") == [20, 10, 0, 0]
    own_bound = profile(QUOTA + integer(2, "Fee", "0.0", "0.125", low=2))
    assert worth(loaded(tmp_path / "d", own_bound), "fee") == [5, 10, 15, 20]


def test_an_issue_of_nearly_zero_evaluations_counts_nothing(tmp_path: Path) -> None:
    tiny = discrete(1, "Quota", [("none", "0.000001"), ("half", "0"), ("all", "0.000009")])
    assert worth(loaded(tmp_path / "a", profile(tiny + FEE)), "quota") == [0, 0, 0]
    owed = discrete(1, "Quota", [("none", "-1"), ("half", "-2"), ("all", "0")])
    assert worth(loaded(tmp_path / "b", profile(owed + FEE)), "quota") == [0, 0, 0]
    mixed = discrete(1, "Quota", [("none", "-2"), ("half", "2"), ("all", "4")])
    assert worth(loaded(tmp_path / "c", profile(mixed + FEE)), "quota") == [-30, 30, 60]


def test_the_last_of_two_evaluations_counts(tmp_path: Path) -> None:
    twice = discrete(1, "Quota", [("none", "9"), ("none", "1"), ("half", "2"), ("all", "4")])
    assert worth(loaded(tmp_path, profile(twice + FEE)), "quota") == [15, 30, 60]


def test_an_evaluation_of_no_option_still_divides(tmp_path: Path) -> None:
    more = discrete(1, "Quota", [("none", "1"), ("half", "2"), ("all", "4"), ("double", "8")])
    assert worth(loaded(tmp_path, profile(more + FEE)), "quota") == [7.5, 15, 30]


def test_weight_is_salience_and_the_best_option_the_position(tmp_path: Path) -> None:
    case = loaded(tmp_path, profile())
    found = [(p.issue, p.option, p.salience and p.salience.central) for p in case.positions]
    assert found == [("quota", "all", 60), ("fee", "option-3", 40)]
    level = profile(discrete(1, "Quota", [("none", "1"), ("half", "4"), ("all", "4")]) + FEE)
    assert loaded(tmp_path / "b", level).positions[0].option is None


def test_a_tie_is_acceptable(tmp_path: Path) -> None:
    case = loaded(tmp_path / "a", profile(after='<reservation value="0.7"/>'))
    by_hand = [
        (quota + fee) >= Fraction(7, 10)
        for quota in (Fraction(0), Fraction(45, 100), Fraction(6, 10))
        for fee in (Fraction(4, 10), Fraction(3, 10), Fraction(2, 10), Fraction(1, 10))
    ]
    assert accepted(case)[:, 0].tolist() == by_hand
    assert sum(by_hand) == 6
    thirds = discrete(1, "Quota", [("none", "0"), ("half", "1"), ("all", "3")])
    weights = '<weight index="1" value="0.9"/><weight index="2" value="0.1"/>'
    tied = profile(thirds + FEE, weights, '<reservation value="0.4"/>')
    case = loaded(tmp_path / "b", tied)
    assert bool(accepted(case)[4, 0]), "0.9 x 1/3 + 0.1 is 0.4"


def test_reservation_and_discount(tmp_path: Path) -> None:
    silent = loaded(tmp_path / "a", profile(after=""))
    assert silent.parties[0].alternative is None
    assert bool(accepted(silent).all()), "no reservation is 0 to Genius"
    later = profile(after='<discount_factor value="0.8"/><reservation value="0.5"/>')
    party = loaded(tmp_path / "b", later).parties[0]
    assert party.alternative is not None
    assert party.alternative.points is not None
    assert party.alternative.points.central == 50
    assert "Discount factor 0.8" in (party.note or "")


def test_weights_above_one_are_told(tmp_path: Path) -> None:
    heavy = '<weight index="1" value="0.8"/><weight index="2" value="0.7"/>'
    case = loaded(tmp_path / "a", profile(weights=heavy))
    assert "150 points" in (case.parties[0].note or "")
    above = profile(weights=heavy, after='<reservation value="1.2"/>')
    assert "cuts utilities at 1" in refusal(tmp_path / "b", above)


def test_issues_are_found_by_index_whatever_their_names(tmp_path: Path) -> None:
    other = profile(discrete(1, "Cuota", [("none", "0"), ("half", "3"), ("all", "4")]) + FEE)
    assert worth(loaded(tmp_path, other), "quota") == [0, 45, 60]


def test_clashing_indices_are_told_apart_by_name_and_order(tmp_path: Path) -> None:
    clash = profile(
        QUOTA + integer(1, "Fee", "1.0", "-0.25"),
        '<weight index="1" value="0.6"/><weight index="1" value="0.4"/>',
    )
    case = loaded(tmp_path, clash)
    assert worth(case, "quota") == [0, 45, 60]
    assert worth(case, "fee") == [40, 30, 20, 10]


def test_two_issues_of_one_name_stay_two(tmp_path: Path) -> None:
    case = loaded(tmp_path, profile(), domain=DOMAIN.replace("Fee", "Quota"))
    assert [(i.id, i.name) for i in case.issues] == [("quota", "Quota"), ("quota-2", "Quota")]
    assert worth(case, "quota-2") == [40, 30, 20, 10]


def test_nested_objectives_come_before_issues(tmp_path: Path) -> None:
    nested = """<negotiation_template><utility_space><objective index="0" name="root">
    <issue index="5" name="Quota"><item value="a"/><item value="b"/></issue>
    <objective index="1" name="sea"><issue index="2" name="Depth"><item value="low"/></issue>
    </objective></objective></utility_space></negotiation_template>"""
    own = """<utility_space><objective index="0" name="root">
    <weight index="5" value="0.75"/><weight index="1" value="0.5"/>
    <issue index="5" name="Quota"><item value="a" evaluation="2"/>
    <item value="b" evaluation="1"/></issue>
    <objective index="1" name="sea"><weight index="2" value="0.25"/>
    <issue index="2" name="Depth"><item value="low" evaluation="1"/></issue>
    </objective></objective></utility_space>"""
    case = loaded(tmp_path, own, domain=nested)
    assert [issue.name for issue in case.issues] == ["Depth", "Quota"]
    assert worth(case, "quota") == [75, 37.5]
    assert worth(case, "depth") == [25]


def test_agents_of_the_domain_name_and_order_the_parties(tmp_path: Path) -> None:
    agents = (
        '<agent name="Southland" utility_space="p2.xml"/><agent name="" utility_space="x"/>'
        '<agent name="Norland" utility_space="p1.xml"/>'
    )
    domain = DOMAIN.replace("<utility_space", f"{agents}<utility_space", 1)
    case = loaded(tmp_path, profile(), profile(after=""), domain=domain)
    assert [p.name for p in case.parties] == ["Southland", "Norland"]
    assert [p.alternative is None for p in case.parties] == [True, False]


def test_uncertain_profiles_are_left_out_where_plain_ones_are(tmp_path: Path) -> None:
    uncertain = profile(kind=' type="UNCERTAIN"')
    case = loaded(tmp_path, profile(), uncertain)
    assert [p.name for p in case.parties] == ["p1"]
    assert "left out: p2" in (case.summary or "")
    alone = loaded(tmp_path / "alone", uncertain)
    assert "comparisons only" in (alone.parties[0].note or "")
    chosen = load_any(Path(f"{tmp_path}#p2,p1"))
    assert [p.name for p in chosen.parties] == ["p2", "p1"]
    with pytest.raises(InputError, match="no profile 'p3'; there are p1, p2"):
        load_any(Path(f"{tmp_path}#p3"))


def test_one_profile_alone_and_a_domain_alone(tmp_path: Path) -> None:
    loaded(tmp_path, profile(), profile())
    assert [p.name for p in load_any(tmp_path / "p2.xml").parties] == ["p2"]
    assert len(load_any(tmp_path / "domain.xml").parties) == 2
    lone = write_files(tmp_path / "lone", {"lone.xml": profile()})
    assert [i.name for i in load_any(lone / "lone.xml").issues] == ["Quota", "Fee"]
    (tmp_path / "other.xml").write_text(DOMAIN)
    with pytest.raises(InputError, match="2 domains stand beside it"):
        load_any(tmp_path / "p1.xml")
    with pytest.raises(InputError, match=r"one domain file is needed.*domain\.xml, other\.xml"):
        load_any(tmp_path)


def test_comments_before_the_declaration_are_passed_over(tmp_path: Path) -> None:
    before = "\n<!-- a profile -->\n <!-- of ours -->\n"
    text = f'{before}<?xml version="1.0" encoding="utf-8" ?>\n{profile()}'
    assert worth(loaded(tmp_path, text), "quota") == [0, 45, 60]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (profile(kind=' type="constraint"'), "constraint profile"),
        (profile(QUOTA + FEE + "<rules><ranks/></rules>"), "constraint profile"),
        (profile(kind=' type="nonlinear"'), "nonlinear profile"),
        (profile(FEE + "<utility><ufun/></utility>"), "nonlinear profile"),
        (profile(kind=' type="mystery"'), "kind 'mystery'"),
        (profile(weights='<weight index="1" value="1"/>'), "no issue with a weight for 'Fee'"),
        (profile(QUOTA), "no issue with a weight for 'Fee'"),
        (profile(QUOTA.replace('"4"', '"many"') + FEE), "'many', which is no number"),
        (profile(QUOTA.replace('"4"', '"NaN"') + FEE), "'NaN', which is no number"),
        (profile(QUOTA.replace('"4"', '"1e999"') + FEE), "out of all range"),
        (profile(QUOTA.replace(' evaluation="4"', "") + FEE), "no evaluation for 'all'"),
        (profile(QUOTA + discrete(2, "Fee", [("3", "1")])), "discrete in the profile"),
        (profile(QUOTA + FEE.replace("linear", "triangular")), "'triangular' evaluator"),
        (profile(QUOTA.replace('index="1"', 'index="one"', 1) + FEE), "the index of <issue>"),
        (profile(after='<reservation value="much"/>'), "its reservation is 'much'"),
        (profile()[:-9], "not XML"),
    ],
)
def test_what_is_refused_and_why(tmp_path: Path, text: str, reason: str) -> None:
    assert reason in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("integer", "real"), "'Fee' is real-valued"),
        (('upperbound="6"', 'upperbound="60000"'), "'Fee' has 59,998 values"),
        (('upperbound="6"', 'upperbound="2"'), "lower bound is above"),
        (('upperbound="6"', 'upperbound="x"'), "its upperbound is 'x'"),
        (('name="Fee"', 'name=" "'), "issue 2 has no name"),
        (('<item index="3" value="all"></item>', "<item/>"), "an option of 'Quota' has no name"),
        (("objective", "subject"), "no <objective>"),
    ],
)
def test_domains_that_are_refused(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    assert reason in refusal(tmp_path, profile(), domain=DOMAIN.replace(*change))


def test_without_defusedxml_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"domain.xml": DOMAIN})
    monkeypatch.setitem(sys.modules, "defusedxml.common", None)
    with pytest.raises(MissingExtra, match=r"detente\[formats\]"):
        load_any(tmp_path)


numbers = st.decimals(0, 20, places=2).map(str)


@settings(max_examples=60, deadline=None)
@given(
    table=st.lists(st.lists(numbers, min_size=2, max_size=3), min_size=1, max_size=3),
    cuts=st.lists(st.decimals(0, 1, places=3), min_size=3, max_size=3),
    reservation=st.decimals(0, 1, places=3),
    data=st.data(),
)
def test_comparisons_are_those_of_exact_arithmetic(
    tmp_path_factory: pytest.TempPathFactory,
    table: list[list[str]],
    cuts: list[object],
    reservation: object,
    data: st.DataObject,
) -> None:
    """No deal that reaches the reservation is lost, and none is let in by more than 1e-9."""
    issues = "".join(
        discrete(n, f"Issue {n}", [(f"v{k}", e) for k, e in enumerate(row)])
        for n, row in enumerate(table, 1)
    )
    weights = [Fraction(str(c)) / len(table) for c in cuts[: len(table)]]
    stated = [f"{float(w):.12f}" for w in weights]
    exact: list[Fraction] = [Fraction(0)]
    for weight, row in zip(stated, table, strict=True):
        worths = [Fraction(e) for e in row]
        top = max(worths)
        shares = [w / top if top >= Fraction(1, 100_000) else Fraction(0) for w in worths]
        exact = [e + Fraction(weight) * s for e in exact for s in shares]
    if data.draw(st.booleans()):
        # A reservation that some deal just reaches, where it can be written.
        hit = data.draw(st.sampled_from(exact))
        if (hit * 10**15).denominator == 1:
            reservation = f"{int(hit * 10**15)}e-15"
    text = profile(
        issues,
        "".join(f'<weight index="{n}" value="{w}"/>' for n, w in enumerate(stated, 1)),
        f'<reservation value="{reservation}"/>',
    )
    folder = write_files(tmp_path_factory.mktemp("talks"), {"p.xml": text})
    case = load_any(folder / "p.xml")
    floor = Fraction(str(reservation))
    for yes, points, worth in zip(
        accepted(case)[:, 0].tolist(), all_points(case)[:, 0].tolist(), exact, strict=True
    ):
        assert abs(Fraction(points, case.tables().scale) / 100 - worth) < Fraction(1, 10**9)
        if worth >= floor:
            assert yes
        elif yes:
            assert floor - worth < Fraction(1, 10**9)

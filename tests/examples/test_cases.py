"""The example cases: complete, without findings, true to their sources, and with answers."""

from __future__ import annotations

import datetime as dt
import json
import re
from itertools import combinations, product
from pathlib import Path

import pytest

from detente.case.case import Case
from detente.case.load import load_case, read_case, to_json
from detente.case.numbers import Number
from detente.case.perspectives import as_seen_by
from detente.case.red_line import Floor
from detente.case.validate import validate
from detente.documents.read import read_document
from tests.examples.moves_of_case import equilibria
from tests.examples.packages_of_case import Package, Packages

FOLDER = Path(__file__).parents[2] / "examples/cases"
NAMES = (
    "camp_david_1978",
    "cuban_missile_crisis_1962",
    "paris_climate_2015",
    "peace_broker_triangle",
)
# A graph takes the place of moves, and a log is written by the program.
NEVER = {"graph", "log"}
# The article is undated; only one conflict needs bans, two rule out states.
ONLY_IN = {
    "as_of": {"camp_david_1978", "cuban_missile_crisis_1962", "paris_climate_2015"},
    "bans": {"peace_broker_triangle"},
    "infeasible": {"cuban_missile_crisis_1962", "paris_climate_2015"},
}


def case_of(name: str) -> Case:
    return load_case(FOLDER / f"{name}.yaml")


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest) -> Case:
    return case_of(request.param)


def test_every_file_of_the_folder_is_tried() -> None:
    assert sorted(p.stem for p in FOLDER.glob("*.yaml")) == sorted(NAMES)


def test_no_rule_finds_anything(case: Case) -> None:
    assert [f"{f.code} {f.where}: {f.message}" for f in validate(case)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_section_that_applies_is_filled(name: str) -> None:
    case = case_of(name)
    filled = {field for field in Case.model_fields if getattr(case, field)}
    wanted = set(Case.model_fields) - NEVER
    wanted -= {section for section, names in ONLY_IN.items() if name not in names}
    assert filled == wanted


def test_tables_derive_and_points_are_exact(case: Case) -> None:
    tables = case.tables()
    assert tables.scale <= 1_000
    counting = tables.voters | tables.vetoes
    assert tables.known[counting].all()
    assert tables.has_alternative[counting].all()
    assert all(len(options.ids) >= 2 and options.named for options in tables.options)


def test_every_kind_of_entry_can_be_learnt_from(case: Case) -> None:
    assert {line.kind for line in case.red_lines} == {"forbid", "floor", "link"}
    assert {lever.kind for lever in case.levers} == {"measure", "transfer"}
    assert {c.kind for c in case.evidence} >= {"source", "judgement"}
    ranged = [p.influence for p in case.parties if p.influence and not p.influence.certain]
    assert len(ranged) == len(case.parties)
    assert any(isinstance(at, Number) and not at.certain for at in _places(case))


def _places(case: Case) -> list[Number | None]:
    return [p.at for p in case.positions]


def test_attention_adds_up_to_the_same_for_all_who_decide(case: Case) -> None:
    tables = case.tables()
    counting = [p for n, p in enumerate(tables.parties) if tables.voters[n] or tables.vetoes[n]]
    totals = {
        party: sum(p.salience.central for p in case.positions if p.party == party and p.salience)
        for party in counting
    }
    assert len(set(totals.values())) == 1
    assert set(totals.values()) <= {400, 500}


def test_content_survives_json(case: Case) -> None:
    assert read_case(to_json(case), "again").sha256 == case.sha256


def test_sources_can_be_found(case: Case) -> None:
    for source in case.evidence:
        assert source.quote is None
        if source.kind == "source":
            assert source.title, source.id
            assert source.date or source.url or source.publisher or source.id == "constitution-73"
        if source.kind == "judgement":
            assert source.note, source.id
            assert source.note.startswith("Judgement of the authors of this example")
    assert all(source.url is None or source.url.startswith("http") for source in case.evidence)


def test_places_in_documents_are_whole_words(shared: Path) -> None:
    texts = {}
    for path in ("seed/article.txt", *_of_documents("29_", "42_", shared=shared)):
        document = read_document(shared / path)
        texts[document.text_sha256] = document.text
    found = 0
    for name in NAMES:
        for source in case_of(name).evidence:
            if source.kind != "document":
                continue
            assert source.document in texts, source.id
            assert source.start is not None
            assert source.end is not None
            text = texts[source.document]
            words = text[source.start : source.end]
            assert words == words.strip(), source.id
            assert not text[source.start - 1 : source.start + 1].isalnum(), source.id
            assert not text[source.end - 1 : source.end + 1].isalnum(), source.id
            found += 1
    assert found > 45


def _of_documents(*starts: str, shared: Path) -> list[str]:
    folder = shared / "data/documents"
    return [f"data/documents/{p.name}" for p in folder.iterdir() if p.name.startswith(starts)]


def test_the_article_is_cited_and_not_quoted(shared: Path) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.casefold())
        return {tuple(words[n : n + 6]) for n in range(len(words) - 5)}

    article = runs((shared / "seed/article.txt").read_text(encoding="utf-8"))
    assert not article & runs((FOLDER / "peace_broker_triangle.yaml").read_text(encoding="utf-8"))


# --- Facts -----------------------------------------------------------------------------------


def test_days() -> None:
    assert case_of("camp_david_1978").as_of == dt.date(1978, 9, 16)
    assert case_of("cuban_missile_crisis_1962").as_of == dt.date(1962, 10, 27)
    assert case_of("paris_climate_2015").as_of == dt.date(2015, 12, 5)
    assert case_of("peace_broker_triangle").as_of is None


def test_no_attempt_is_later_than_the_case(case: Case) -> None:
    assert len(case.attempts) >= 3
    day = case.as_of.isoformat() if case.as_of else "9999"
    assert [a.name for a in case.attempts if (a.date or "") >= day] == []
    assert [a.date for a in case.attempts] == sorted(a.date or "" for a in case.attempts)


def test_aid_adds_up_to_the_act_of_1979() -> None:
    levers = {lever.id: lever for lever in case_of("camp_david_1978").levers}
    cost = {id_: x.cost.central for id_, x in levers.items() if x.cost is not None}
    cap = {id_: x.cap.central for id_, x in levers.items() if x.cap is not None}
    assert cost["negev-airfields"] == 800
    assert cost["credits-for-israel"] * cap["credits-for-israel"] == 2_200
    assert cost["credits-for-egypt"] * cap["credits-for-egypt"] == 1_500 + 300


def test_money_of_2014_stands_at_its_place_on_the_scale() -> None:
    case = case_of("paris_climate_2015")
    issue = next(i for i in case.issues if i.id == "finance")
    assert case.status_quo is not None
    at = case.status_quo.issues["finance"]
    assert isinstance(at, Number)
    assert issue.low_value == 0
    assert issue.high_value == 200
    assert at.central / 100 * issue.high_value == pytest.approx(61.8)


def test_rankings_of_1962_are_the_published_ones(shared: Path) -> None:
    data = json.loads(
        (shared / "data/stability/cuban_missile_crisis.json").read_text(encoding="utf-8")
    )
    case = case_of("cuban_missile_crisis_1962")
    bits = {move.id: bit for bit, move in enumerate(case.moves)}
    assert [o["dm"] for o in data["options"]] == [0, 0, 1, 1]
    for preference, ranking in zip(case.preferences, data["rankings"], strict=True):
        codes = [
            [sum(1 << bits[m.strip()] for m in text.split(",") if m != "-") for text in tied]
            for tied in preference.ranking
        ]
        assert codes == ranking


# --- Answers ---------------------------------------------------------------------------------


ACCORDS: Package = {
    "sinai": "all",
    "settlements": "knesset-vote",
    "airfields": "civilian",
    "security": "zones",
    "pace": "three-years",
    "normalisation": "after-first-phase",
    "autonomy": "five-years",
    "west-bank-settlements": "three-months",
    "jerusalem": "letters",
    "linkage": "parallel",
}


def test_camp_david_needs_the_airfields() -> None:
    packages = Packages(case_of("camp_david_1978"))
    assert packages.acceptable() == []
    with_airfields = packages.acceptable({"negev-airfields": 1})
    assert ACCORDS in with_airfields
    assert len(with_airfields) == 3


def test_nothing_cheaper_than_the_airfields_will_do() -> None:
    packages = Packages(case_of("camp_david_1978"))
    cheaper = {"oil-and-treaty-memoranda": 1, "jerusalem-letter": 1, "credits-for-egypt": 5}
    assert packages.acceptable(cheaper) == []
    assert packages.acceptable({"oil-and-treaty-memoranda": 1, "credits-for-israel": 6}) == []


@pytest.mark.parametrize("perspective", ["opening", "kamel"])
def test_camp_david_was_impossible_to_others(perspective: str) -> None:
    case = as_seen_by(case_of("camp_david_1978"), perspective)
    everything = {x.id: x.cap.central if x.cap else 1.0 for x in case.levers}
    assert Packages(case).acceptable(everything) == []


def test_the_peace_with_egypt_held_and_so_did_the_settlements() -> None:
    case = case_of("camp_david_1978")
    before, after = {"settle"}, {"withdraw", "settle", "normalise", "assist"}
    assert case.status_quo is not None
    assert set(case.status_quo.moves or ()) == before
    for concept in ("nash", "seq"):
        assert equilibria(case, concept) == {frozenset(before), frozenset(after)}


ADOPTED: Package = {
    "goal": "well-below-two",
    "legal-form": "hybrid",
    "differentiation": "circumstances",
    "finance": "floor-of-100",
    "transparency": "flexible",
    "ratchet": "stocktake",
    "loss-and-damage": "own-article",
    "long-term": "balance",
}


def test_paris_has_deals_and_needs_something_for_india_to_have_the_one_adopted() -> None:
    packages = Packages(case_of("paris_climate_2015"))
    deals = packages.acceptable()
    assert len(deals) == 23
    assert ADOPTED not in deals
    assert [p for p in packages.case.vetoes if not packages.accepts(p, ADOPTED, {})] == ["india"]
    assert packages.stands(ADOPTED, {"solar-alliance": 1})
    # Saudi Arabia is the sixth, whom the quorum does not need.
    assert not packages.accepts("saudi-arabia", ADOPTED, {"solar-alliance": 1})


def test_paris_in_other_eyes() -> None:
    case = case_of("paris_climate_2015")
    assert Packages(as_seen_by(case, "senate")).acceptable() == []
    assert len(Packages(as_seen_by(case, "islands")).acceptable()) == 4


def test_all_join_or_hardly_anyone() -> None:
    case = case_of("paris_climate_2015")
    every = frozenset(m.id for m in case.moves)
    stable = equilibria(case, "nash")
    assert every in stable
    assert frozenset({"eu-joins"}) in stable
    assert all(("usa-joins" in s) == ("china-joins" in s) for s in stable)


def test_published_equilibria_of_1962() -> None:
    case = case_of("cuban_missile_crisis_1962")
    withdraw, both = frozenset({"withdraw"}), frozenset({"blockade", "withdraw"})
    strike = frozenset({"air-strike", "withdraw"})
    assert equilibria(case, "nash") == set()
    assert equilibria(case, "seq") == equilibria(case, "sseq") == {withdraw, both}
    assert len(equilibria(case, "gmr")) == len(equilibria(case, "smr")) == 7
    final = as_seen_by(case, "no-recall")
    assert equilibria(final, "nash") == {strike}
    assert equilibria(final, "seq") == equilibria(final, "sseq") == {withdraw, both, strike}


def test_the_bargain_of_october_and_that_of_november() -> None:
    packages = Packages(case_of("cuban_missile_crisis_1962"))
    october: Package = {
        "missiles": "removed",
        "bombers": "stay",
        "pledge": "conditional",
        "jupiters": "private-word",
        "quarantine": "when-verified",
        "inspection": "at-sea",
    }
    november = {**october, "bombers": "removed"}
    assert packages.stands(october)
    assert not packages.stands(november)
    assert packages.stands(november, {"no-more-raids": 1})
    assert len(packages.acceptable()) == 26
    # The line of one who has no vote binds nobody; with a veto it does.
    asked = Packages(as_seen_by(packages.case, "havana"))
    assert any(p["inspection"] == "on-site" for p in packages.acceptable())
    assert len(asked.acceptable()) == 14
    assert not any(p["inspection"] == "on-site" for p in asked.acceptable())


def test_only_an_inducement_that_buys_a_pressure_brings_the_peace() -> None:
    packages = Packages(case_of("peace_broker_triangle"))
    assert packages.acceptable() == []
    pair = {"chinese-pressure": 1.0, "technology-licences": 1.0}
    (deal,) = packages.acceptable(pair)
    assert deal["territory"] == "line-held"
    assert deal["alignment"] == "neutral-in-eu"
    cost = sum(x.cost.central for x in packages.case.levers if x.id in pair and x.cost)
    assert cost == 15.5
    kept = [p for p in packages if _keeps_all_lines(packages, p)]
    for levers in _bought_for_less(packages.case, cost):
        assert not any(packages.stands(p, levers) for p in kept), levers


def _keeps_all_lines(packages: Packages, package: Package) -> bool:
    lines = [x for x in packages.case.red_lines if not isinstance(x, Floor)]
    return all(packages.holds(line, package) for line in lines)


def _bought_for_less(case: Case, limit: float) -> list[dict[str, float]]:
    """The largest choices of levers that cost less than a limit."""
    single = [x for x in case.levers if x.kind == "measure"]
    bulk = [x.id for x in case.levers if x.kind == "transfer"]
    made = []
    for count in range(len(single) + 1):
        for chosen in combinations(single, count):
            left = limit - sum(x.cost.central for x in chosen if x.cost)
            for amounts in product(range(16), repeat=len(bulk)):
                if left > 0 and sum(amounts) < left <= sum(amounts) + 1:
                    taken = {x.id: 1.0 for x in chosen}
                    made.append(taken | dict(zip(bulk, map(float, amounts), strict=True)))
    return made


@pytest.mark.parametrize("perspective", ["as-stated", "moscow"])
def test_demands_as_stated_or_as_moscow_sees_them_leave_nothing(perspective: str) -> None:
    case = as_seen_by(case_of("peace_broker_triangle"), perspective)
    assert Packages(case).acceptable({"chinese-pressure": 1, "technology-licences": 1}) == []


def test_the_peace_holds_by_foresight_alone() -> None:
    case = case_of("peace_broker_triangle")
    peace = frozenset({"ease", "press", "halt", "talk", "relax"})
    war = frozenset({"arm"})
    assert equilibria(case, "nash") == {war}
    assert peace in equilibria(case, "seq")
    assert peace not in equilibria(as_seen_by(case, "without-china"), "seq")

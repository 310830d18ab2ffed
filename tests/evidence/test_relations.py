from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.items import Relation
from detente.evidence.model import Model, available_model, load_model
from detente.evidence.relations import relations
from tests.evidence.marked import marked
from tests.evidence.relation_conduct_sentences import CONDUCT
from tests.evidence.relation_hostility_sentences import HOSTILITY
from tests.evidence.relation_official_sentences import OFFICIAL
from tests.evidence.relation_sentences import KNOWN, ROLES

ALL = {**KNOWN, **CONDUCT, **OFFICIAL, **HOSTILITY}


def short(r: Relation) -> str:
    value = "-" if r.value is None else f"{r.value:g}"
    return f"{r.type} {_id(r.source)} {_id(r.target)} {value}"


def _id(actor: str) -> str:
    return actor.removeprefix("state:")


def normal(expected: set[str]) -> set[str]:
    out = set()
    for line in expected:
        *words, value = line.split()
        out.add(" ".join([*words, value if value == "-" else f"{float(value):g}"]))
    return out


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    return load_model(tagger=False)


@pytest.mark.parametrize("name", ALL)
def test_known_sentences(name: str) -> None:
    text, expected = ALL[name]
    found = relations(marked(text, acts_for=ROLES))
    assert {short(r) for r in found} == normal(expected)


@pytest.mark.model
@pytest.mark.parametrize("name", ALL)
def test_known_sentences_with_a_parse(name: str, model: Model) -> None:
    text, expected = ALL[name]
    found = relations(marked(text, acts_for=ROLES, model=model))
    assert {short(r) for r in found} == normal(expected)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("[Chile|CHL] bought grain from [Peru|PER].", "asserted"),
        ("[Chile|CHL] will buy grain from [Peru|PER].", "projected"),
        ("[Chile|CHL] could buy grain from [Peru|PER].", "projected"),
        ("[Chile|CHL]’s alliance with [Peru|PER] may fray.", "asserted"),
        ("If [Chilean|CHL|d] aid to [Peru|PER] ends, all is lost.", "asserted"),
        ("[Chile|CHL]’s planned aid to [Peru|PER] is small.", "projected"),
        ("[Chile|CHL]’s plan to buy grain from [Peru|PER] is old.", "projected"),
        ("[Chile|CHL] began to buy grain from [Peru|PER].", "asserted"),
        ("[Chile|CHL] will sell tea and also buy grain from [Peru|PER].", "projected"),
        ("[Chile|CHL] may buy grain from [Peru|PER].", "speculative"),
        ("[Chile|CHL] did not buy grain from [Peru|PER].", "negated"),
        ("[Chile|CHL] didn’t buy grain from [Peru|PER].", "negated"),
        (
            "If prices rise in towns as [Chile|CHL] buys grain from [Peru|PER], rain helps.",
            "asserted",
        ),
        ("If [Chile|CHL] bought grain from [Peru|PER], prices rose.", "conditional"),
        ("[Chile|CHL] reportedly bought grain from [Peru|PER].", "reported"),
        ("Traders said [Chile|CHL] bought grain from [Peru|PER].", "reported"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    (relation,) = relations(marked(text))
    assert relation.modality == modality


def test_a_relation_says_when_and_where_it_stands() -> None:
    reading = marked(
        "In <2019>, [Chile|CHL] imported {$3 billion|3e9|USD} worth of [Peruvian|PER|d] copper."
    )
    (relation,) = relations(reading)
    assert relation.time == "2019"
    assert relation.quantity == "n01"
    assert relation.unit == "USD"
    assert relation.directed
    assert relation.span.text == "Chile imported $3 billion worth of Peruvian copper"
    assert relation.rule == "relations.trade"


def test_trade_and_alliances_have_no_direction() -> None:
    (trade,) = relations(marked("[Peru|PER]-[Chile|CHL] trade hit {$6 billion|6e9|USD}."))
    assert not trade.directed


def test_a_year_that_dates_a_noun_does_not_date_the_relation() -> None:
    text = (
        "[Chile|CHL] has bought {$3 billion|3e9|USD} of grain from [Peru|PER] since the <2011> war."
    )
    (relation,) = relations(marked(text))
    assert relation.time is None


def test_a_time_belongs_to_the_purchase_it_stands_with() -> None:
    text = (
        "[Iraq|IRQ] bought {$2 billion|2e9|USD} of [Polish|POL|d] wheat in <2019> and bought "
        "{$3 billion|3e9|USD} of [Polish|POL|d] wheat later."
    )
    found = relations(marked(text))
    assert [(r.value, r.time) for r in found] == [(2e9, "2019"), (3e9, None)]


WORDS = st.lists(
    st.sampled_from(
        [
            "[Peru|PER]", "[Chilean|CHL|d]", "[Soto|per:soto]", "aid", "to", "trade", "and", ",",
            "sanctions", "on", "between", "imported", "{$3 billion|3e9|USD}", "<2019>", "its",
            "their", "partner", "as", "largest", "trading", "with", "by", "was", "attacked", "”",
            "agreed", "hosted", "talks", "-", "backed", "both", "sides", "killed", "conflict",
            "members", "such", ":", "brought", "table", "It", "support", "of", "control", "wants",
            "guarantees", "from", "commitment", "alliances", "witnessed", "aggression",
        ]
    ),
    max_size=30,
)  # fmt: skip


@given(WORDS)
def test_any_row_of_words_gives_two_different_ends_and_uses_a_figure_once(words: list[str]) -> None:
    reading = marked(" ".join(words) + " .", acts_for=ROLES)
    found = relations(reading)
    known = {a.id for a in reading.actors}
    for relation in found:
        assert relation.source != relation.target
        assert {relation.source, relation.target} <= known
        assert reading.span(relation.span.start, relation.span.end) == relation.span
    used = [r.quantity for r in found if r.quantity is not None]
    assert len(used) == len(set(used))


@pytest.mark.parametrize(
    "unit",
    [
        "imported ",
        "[Peru|PER] ",
        "sanctions on ",
        "as , ",
        "their ",
        "the two sides agreed ",
        "hosted talks ",
        "[Peru|PER]-backed ",
        "[Peru|PER] and [Chile|CHL] agreed. They hosted talks. ",
        "support in support of ",
        "It brought [Peru|PER] and [Chile|CHL] ",
        "[League|org:League] members such as [Chile|CHL], ",
        "the [Peru|PER]-[Chile|CHL] and ",
    ],
)
def test_a_long_row_costs_little(unit: str) -> None:
    reading = marked(unit * (200_000 // len(unit)))
    begun = time.process_time()
    relations(reading)
    assert time.process_time() - begun < 2.0

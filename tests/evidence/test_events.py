from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import marked

from detente.evidence.events import events
from detente.evidence.items import Event
from detente.evidence.model import Model, available_model, load_model

ROLES = {
    "per:soto": "state:PER",
    "per:vega": "state:CHL",
    "per:lindgren": "state:SWE",
    "per:okoye": "org:AU",
    "grp:envoys": "state:KEN",
    "med:lanacion": "state:CHL",
}

# (marked text, events as "type | time | place | participants | status").
KNOWN: dict[str, tuple[str, set[str]]] = {
    "with and in and on": (
        "[Ana Soto|per:soto] met with [Chilean|CHL|d] President [Luis Vega|per:vega] in "
        "[Lima|PER|m|place] on <Tuesday>.",
        {"meeting | Tuesday | Lima | per:soto per:vega | past"},
    ),
    "opening phrase": (
        "Starting in [Lima|PER|m|place] on <Tuesday>, [Soto|per:soto] will meet "
        "[Vega|per:vega] to renew ties.",
        {"meeting | Tuesday | Lima | per:soto per:vega | planned"},
    ),
    "present for the future": (
        "Then, in [Lima|PER|m|place], [Soto|per:soto] meets [Vega|per:vega] on <Friday>.",
        {"meeting | Friday | Lima | per:soto per:vega | planned"},
    ),
    "weak word": (
        "[Soto|per:soto] confers with [Vega|per:vega] in [Lima|PER|m|place] on <Friday>. "
        "The tour concludes in [Santiago|CHL|m|place] on <Sunday>.",
        {
            "meeting | Friday | Lima | per:soto per:vega | planned",
            "visit | Sunday | Santiago | per:soto state:CHL | planned",
        },
    ),
    "compound summit": (
        "The [Peru|PER]-[Chile|CHL] summit on <Tuesday> ended early.",
        {"meeting | Tuesday | - | state:CHL state:PER | past"},
    ),
    "place in compound": (
        "[Soto|per:soto] and [Vega|per:vega] leave for a summit in [Lima|PER|m|place] <next week>. "
        "The [Lima|PER|m|place] meeting, scheduled for <Friday>, will be long.",
        {
            "meeting | next week | Lima | per:soto per:vega | planned",
            "meeting | Friday | Lima | per:soto per:vega | planned",
        },
    ),
    "talks of a year": (
        "The effort builds on the talks between [Peru|PER] and [Chile|CHL] of <2012>.",
        {"meeting | 2012 | - | state:CHL state:PER | past"},
    ),
    "year before its noun": (
        "[Norway|NOR]’s part in mediating the <2016> [Peru|PER]-[Chile|CHL] accord is known.",
        {"agreement | 2016 | - | state:CHL state:NOR state:PER | past"},
    ),
    "since colours": (
        "Trade has grown since the <1990> invasion of [Kuwait|KWT].",
        {"conflict | 1990 | Kuwait | state:KWT | past"},
    ),
    "since is no date": ("[Peru|PER] has held talks with [Chile|CHL] since <2012>.", set()),
    "a year of trade is no event": (
        "In <2012> alone, [Chile|CHL] imported {$3 billion|3e9|USD} worth of copper.",
        set(),
    ),
    "said on": (
        "[Soto|per:soto] said on <Monday> the port was open.",
        {"statement_event | Monday | - | per:soto | past"},
    ),
    "said of another day": (
        "[Soto|per:soto] said on <Monday> that she would visit [Chile|CHL] on <Friday>.",
        {
            "statement_event | Monday | - | per:soto | past",
            "visit | Friday | Chile | per:soto state:CHL | planned",
        },
    ),
    "said that it ends then": (
        "[Soto|per:soto] said that the lease of the port runs out in <2030>.",
        set(),
    ),
    "participle": (
        "[Soto|per:soto] has voiced doubts, stating <last week>, “We need time.”",
        {"statement_event | last week | - | per:soto | past"},
    ),
    "speaking from": (
        "Speaking from the Harbour Gate Hall on <Monday>, [Soto|per:soto] praised the plan.",
        {"statement_event | Monday | Harbour Gate Hall | per:soto | past"},
    ),
    "undated address": (
        "“We thank you,” [Soto|per:soto] said in a live television speech.",
        {"statement_event | - | - | per:soto | past"},
    ),
    "place of the sentence before": (
        "In [Lima|PER|m|place], [Soto|per:soto] was pleased. “We thank you,” [Soto|per:soto] said "
        "in a live television speech.",
        {"statement_event | - | Lima | per:soto | past"},
    ),
    "interview": (
        "In a recent interview with [La Nación|med:lanacion], [Vega|per:vega] backed it.",
        {"statement_event | recent | - | med:lanacion per:vega | past"},
    ),
    "press conference in compound": (
        "[Okoye|per:okoye] welcomed it, noting in a [Lima|PER|m|place] press conference, “Good.”",
        {"statement_event | - | Lima | per:okoye | past"},
    ),
    "same appearance told twice": (
        "[Soto|per:soto] spoke on <Monday>. In the press conference she smiled, and "
        "[Soto|per:soto] said in a press conference that all was well.",
        {"statement_event | Monday | - | per:soto | past"},
    ),
    "undated summit": (
        "A summit between [Peru|PER] and [Chile|CHL] is planned.",
        {"meeting | - | - | state:CHL state:PER | planned"},
    ),
    "summits in general": ("Recent summits were dull for [Peru|PER] and [Chile|CHL].", set()),
    "signed": (
        "[Peru|PER] and [Chile|CHL] signed the accord on <3 May 2011>.",
        {"agreement | 3 May 2011 | - | state:CHL state:PER | past"},
    ),
    "was signed": (
        "[Soto|per:soto] was glad, and the [Peru|PER|n]-[Chile|CHL] treaty was signed on "
        "<3 May 2011>.",
        {"agreement | 3 May 2011 | - | state:CHL state:PER | past"},
    ),
    "list of signers": (
        "The accord, signed by [Soto|per:soto], [Vega|per:vega], and [Lindgren|per:lindgren] in "
        "<June 2011>, set the line.",
        {"agreement | June 2011 | - | per:lindgren per:soto per:vega | past"},
    ),
    "struck": (
        "[Iranian|IRN|d] forces struck a port in [Iraq|IRQ] on <Sunday>.",
        {"attack | Sunday | Iraq | state:IRN state:IRQ | past"},
    ),
    "election": (
        "The <2021> elections in [Chile|CHL] were calm.",
        {"election | 2021 | Chile | - | past"},
    ),
    "trade war takes the pair before": (
        "Old [Peru|PER]-[Chile|CHL] rivalries, from the <1998> trade war on, matter.",
        {"conflict | 1998 | - | state:CHL state:PER | past"},
    ),
    "strait": (
        "The <2020> Magellan Strait incursions are recalled.",
        {"conflict | 2020 | Magellan Strait | - | past"},
    ),
    "resigned": (
        "Two days later came news: [Vega|per:vega] resigned on <Sunday>.",
        {"appointment | Sunday | - | per:vega | past"},
    ),
    "sanctions imposed": (
        "[Canada|CAN] imposed sanctions on [Belarus|BLR] on <Monday>.",
        {"sanction | Monday | - | state:BLR state:CAN | past"},
    ),
    "cancelled": (
        "The meeting between [Soto|per:soto] and [Vega|per:vega] on <Friday> was cancelled.",
        {"meeting | Friday | - | per:soto per:vega | cancelled"},
    ),
    "might": (
        "[Soto|per:soto] might meet [Vega|per:vega] on <Friday>.",
        {"meeting | Friday | - | per:soto per:vega | hypothetical"},
    ),
    "not held": ("[Soto|per:soto] did not meet [Vega|per:vega] on <Friday>.", set()),
    "talks on a place": (
        "[Soto|per:soto] held talks with [Vega|per:vega] on <Friday> on order in [Haiti|HTI].",
        {"meeting | Friday | - | per:soto per:vega | past"},
    ),
    "visit": (
        "[Envoys|grp:envoys] travelled to [Peru|PER] on <Sunday>.",
        {"visit | Sunday | Peru | state:KEN state:PER | past"},
    ),
    "aside after the opening": (
        "The <following day>, after a meeting of the port board, [Soto|per:soto] announced a halt.",
        {"statement_event | following day | - | per:soto | past"},
    ),
    "reached a deal": (
        "<This week> in [Peru|PER|n|place], President [Soto|per:soto] reached a trade and fishing "
        "deal with President [Vega|per:vega] of [Chile|CHL].",
        {"agreement | This week | Peru | per:soto per:vega | past"},
    ),
    "ordered an invasion": (
        "In <1990>, [Vega|per:vega] ordered an invasion of [Peru|PER].",
        {"conflict | 1990 | Peru | per:vega state:PER | past"},
    ),
    "counterpart": (
        "[Soto|per:soto] will meet [her|per:soto|p] [Chilean|CHL|d] counterpart "
        "[Luis Vega|per:vega] <tomorrow>.",
        {"meeting | tomorrow | - | per:soto per:vega | planned"},
    ),
    "known city in compound": (
        "The plan builds on the Antananarivo talks of <2012>.",
        {"meeting | 2012 | Antananarivo | - | past"},
    ),
    "country after its city": (
        "[Soto|per:soto] and [Vega|per:vega] met in Cusco, [Peru|PER|n|place], on <Tuesday>.",
        {"meeting | Tuesday | Cusco | per:soto per:vega | past"},
    ),
    "visit to a city": (
        "[Vega|per:vega] travelled to Arequipa on <Sunday>; [Peru|PER] was glad.",
        {"visit | Sunday | Arequipa | per:vega state:PER | past"},
    ),
    "to be held": (
        "Negotiations are to be held in Cusco on <12 May>.",
        {"meeting | 12 May | Cusco | - | planned"},
    ),
    "resolution in a clause of its own": (
        "In [Lima|PER|m|place], [Soto|per:soto] gave a plan that fits the resolution of <2031>.",
        {"vote | 2031 | - | - | past"},
    ),
    "attack on a house in a city": (
        "The <12 May> attack on the [Chilean|CHL|d] embassy in [Lima|PER|m|place] was short.",
        {"attack | 12 May | Lima | state:CHL state:PER | past"},
    ),
    "name in a compound": (
        "[Soto|per:soto] prepares for a long [Africa|grp:africa] trip, including a summit with "
        "[Okoye|per:okoye] in [Lima|PER|m|place] <next week>.",
        {"meeting | next week | Lima | per:okoye per:soto | planned"},
    ),
    "noun too far from its date": (
        "The canal opened in <1914>, but many in the towns along it questioned the worth of the "
        "treaty.",
        set(),
    ),
}


def short(e: Event) -> str:
    time_words = "-" if e.time_span is None else e.time_span.text
    people = " ".join(sorted(e.participants)) or "-"
    return f"{e.type} | {time_words} | {e.place or '-'} | {people} | {e.status}"


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    return load_model()


@pytest.mark.parametrize("name", KNOWN)
def test_known_sentences(name: str) -> None:
    text, expected = KNOWN[name]
    assert {short(e) for e in events(marked(text, acts_for=ROLES))} == expected


@pytest.mark.model
@pytest.mark.parametrize("name", KNOWN)
def test_known_sentences_with_a_parse(name: str, model: Model) -> None:
    text, expected = KNOWN[name]
    assert {short(e) for e in events(marked(text, acts_for=ROLES, model=model))} == expected


def test_an_event_carries_its_words() -> None:
    reading = marked(
        "[Soto|per:soto] will meet [Vega|per:vega] in [Lima|PER|m|place] on <Friday>.",
        acts_for=ROLES,
        resolved={"Friday": ("2031-05-09", "2031-05-09")},
        date=dt.date(2031, 5, 5),
    )
    (event,) = events(reading)
    assert event.trigger_span.text == "meet"
    assert event.relative == "Friday"
    assert event.resolved is not None
    assert event.resolved.first == "2031-05-09"
    assert event.place_span is not None
    assert reading.text[event.place_span.start : event.place_span.end] == "Lima"
    assert event.rule == "events.dated"
    assert event.description == "Soto – Vega: meet"


def test_a_time_that_has_come_is_past_and_one_to_come_is_planned() -> None:
    text = "The [Peru|PER]-[Chile|CHL] summit on <Friday> matters."
    for day, status in (("2031-05-09", "planned"), ("2031-05-01", "past")):
        (event,) = events(marked(text, resolved={"Friday": (day, day)}, date=dt.date(2031, 5, 5)))
        assert event.status == status


WORDS = st.lists(
    st.sampled_from(
        [
            "[Peru|PER]", "[Soto|per:soto]", "[Lima|PER|m|place]", "met", "summit", "in", "on",
            "<Friday>", "<2019>", "said", ",", "with", "the", "will", "talks", "between", "and",
            "signed", "visit", "-", "that", "press", "conference", "Strait", "“", "”", ":",
        ]
    ),
    max_size=30,
)  # fmt: skip


@given(WORDS)
def test_any_row_of_words_gives_events_of_known_actors_and_one_for_each_time(
    words: list[str],
) -> None:
    reading = marked(" ".join(words) + " .", acts_for=ROLES)
    found = events(reading)
    known = {a.id for a in reading.actors}
    assert all(set(e.participants) <= known for e in found)
    times = [e.time_span for e in found if e.time_span is not None]
    assert len(times) == len(set(times))
    for event in found:
        span = event.trigger_span
        assert reading.span(span.start, span.end) == span


@pytest.mark.parametrize("unit", ["met ", "summit <2019> ", "[Peru|PER] - ", "In Lima , ", "the "])
def test_a_long_row_costs_little(unit: str) -> None:
    reading = marked(unit * 20_000)
    begun = time.perf_counter()
    events(reading)
    assert time.perf_counter() - begun < 2.0

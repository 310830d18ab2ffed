from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.events import events
from detente.evidence.items import Event
from detente.evidence.model import Model, available_model, load_model
from tests.evidence.event_sentences import KNOWN, ROLES
from tests.evidence.marked import marked
from tests.evidence.undated_event_sentences import UNDATED

CASES = {**KNOWN, **UNDATED}


def short(e: Event) -> str:
    time_words = "-" if e.time_span is None else e.time_span.text
    people = " ".join(sorted(e.participants)) or "-"
    return f"{e.type} | {time_words} | {e.place or '-'} | {people} | {e.status}"


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    return load_model(tagger=False)


@pytest.mark.parametrize("name", CASES)
def test_known_sentences(name: str) -> None:
    text, expected = CASES[name]
    assert {short(e) for e in events(marked(text, acts_for=ROLES))} == expected


@pytest.mark.model
@pytest.mark.parametrize("name", CASES)
def test_known_sentences_with_a_parse(name: str, model: Model) -> None:
    text, expected = CASES[name]
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
    begun = time.process_time()
    events(reading)
    assert time.process_time() - begun < 2.0

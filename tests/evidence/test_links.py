from __future__ import annotations

from detente.documents.read import from_bytes
from detente.evidence.items import Event, Quantity, Resolution
from detente.evidence.ledger import Ledger
from detente.evidence.links import link
from detente.types import Span

DOCUMENTS = tuple(from_bytes(n, f"{n} has words.".encode()) for n in ("a.txt", "b.txt"))
DAY = Resolution("2024-05-03", "2024-05-03", "day")
NEXT = Resolution("2024-05-04", "2024-05-04", "day")


def event(
    number: int,
    *who: str,
    document: int = 0,
    when: Resolution | None = DAY,
    words: str | None = None,
    place: str | None = None,
    kind: str = "meeting",
) -> Event:
    span = Span.of(DOCUMENTS[document].text, 0, 5)
    return Event(
        f"e{number}",
        DOCUMENTS[document].id,
        span,
        kind,
        "",
        None,
        words,
        when,
        place,
        None,
        who,
        "past",
        "events.x",
        "high",
    )


def figure(
    number: int, value: float, measures: str | None, *about: str, as_of: str | None = None
) -> Quantity:
    span = Span.of(DOCUMENTS[0].text, 0, 5)
    return Quantity(
        f"n{number}",
        DOCUMENTS[0].id,
        span,
        value,
        None,
        None,
        "USD",
        None,
        measures,
        None,
        as_of,
        None,
        None,
        (),
        about,
        "quantities.x",
        "high",
    )


def events(*told: Event) -> list[str | None]:
    return [e.same_as for e in link(Ledger(documents=DOCUMENTS, events=told)).events]


def figures(*told: Quantity) -> list[str | None]:
    return [q.same_as for q in link(Ledger(documents=DOCUMENTS, quantities=told)).quantities]


def test_one_meeting_in_two_documents() -> None:
    assert events(
        event(1, "state:NOR", "state:CHL"), event(2, "state:CHL", "state:NOR", document=1)
    ) == [None, "e1"]


def test_a_visit_and_a_meeting_on_one_day_in_one_place() -> None:
    assert events(
        event(1, "per:a", place="Oslo"), event(2, "per:a", "per:b", place="Oslo", kind="visit")
    ) == [None, "e1"]


def test_another_day_place_party_or_kind_is_another_event() -> None:
    first = event(1, "state:NOR", "state:CHL", place="Oslo")
    for other in (
        event(2, "state:NOR", "state:CHL", place="Oslo", when=NEXT),
        event(2, "state:NOR", "state:CHL", place="Rome"),
        event(2, "state:PER", "state:BOL", place="Oslo"),
        event(2, "state:NOR", "state:CHL", place="Oslo", kind="attack"),
        event(2, "state:NOR", "state:CHL", place="Oslo", when=None),
    ):
        assert events(first, other) == [None, None]


def test_same_words_for_the_time_count_in_one_document_only() -> None:
    first = event(1, "per:a", "per:b", when=None, words="Friday")
    assert events(first, event(2, "per:a", "per:b", when=None, words="Friday")) == [None, "e1"]
    assert events(first, event(2, "per:a", "per:b", when=None, words="Friday", document=1)) == [
        None,
        None,
    ]


def test_one_figure_told_twice() -> None:
    assert figures(
        figure(1, 5e6, "fisheries fund", "org:EU"), figure(2, 5e6, "a fund for fisheries")
    ) == [None, "n1"]


def test_another_value_measure_party_or_date_is_another_figure() -> None:
    first = figure(1, 5e6, "fisheries fund", "org:EU", as_of="2023")
    for other in (
        figure(2, 6e6, "fisheries fund", "org:EU"),
        figure(2, 5e6, "bridge loan", "org:EU"),
        figure(2, 5e6, "fisheries fund", "state:PER"),
        figure(2, 5e6, "fisheries fund", "org:EU", as_of="2024"),
        figure(2, 5e6, None),
    ):
        assert figures(first, other) == [None, None]


def test_linking_twice_changes_nothing() -> None:
    ledger = Ledger(
        documents=DOCUMENTS,
        events=(event(1, "per:a"), event(2, "per:a")),
        quantities=(figure(1, 1, "fund"), figure(2, 1, "fund")),
    )
    assert link(link(ledger)) == link(ledger)

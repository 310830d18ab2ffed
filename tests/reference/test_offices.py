"""Who held what when: published facts, and what the table does not know stays unknown."""

from __future__ import annotations

import time
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reference.offices import Offices, Term, offices
from detente.reference.organisations import organisation
from detente.reference.states import state

SHARED_OFFICES = {"spokesperson"}


def holder(body: str, office: str, day: str) -> list[tuple[str, str, str]]:
    at = date.fromisoformat(day)
    return [(t.person, t.held_on(at), t.status) for t in offices().holders(body, office, at)]


@pytest.mark.parametrize(
    ("body", "office", "day", "person"),
    [
        ("USA", "president", "1945-05-08", "Harry Truman"),
        ("USA", "president", "1978-09-17", "Jimmy Carter"),
        ("USA", "president", "1987-12-08", "Ronald Reagan"),
        ("USA", "president", "2003-03-20", "George W. Bush"),
        ("USA", "president", "2024-12-31", "Joe Biden"),
        ("USA", "vice-president", "1979-01-01", "Walter Mondale"),
        ("USA", "foreign-minister", "1982-04-08", "Alexander Meigs Haig"),
        ("ISR", "prime-minister", "1979-03-26", "Menachem Begin"),
        ("ISR", "prime-minister", "2012-11-21", "Benjamin Netanyahu"),
        ("ISR", "prime-minister", "2020-09-15", "Benjamin Netanyahu"),
        ("EGY", "president", "1979-03-26", "Anwar Sadat"),
        ("GBR", "prime-minister", "1982-05-02", "Margaret Thatcher"),
        ("GBR", "prime-minister", "2022-10-01", "Liz Truss"),
        ("FRA", "prime-minister", "2023-12-31", "Élisabeth Borne"),
        ("FRA", "prime-minister", "2024-03-05", "Gabriel Attal"),
        ("GRC", "president", "2022-05-05", "Katerina Sakellaropoulou"),
        ("GRC", "president", "2025-05-05", "Konstantinos Tasoulas"),
        ("LBN", "prime-minister", "2020-08-06", "Hassan Diab"),
        ("GEO", "prime-minister", "2018-07-12", "Bakhtadze"),
        ("TWN", "prime-minister", "2018-06-01", "Lai Ching-te"),
        ("XKX", "prime-minister", "2010-11-11", "Hashim Thaci"),
        ("POL", "president", "2012-05-05", "Bronislaw Komorowski"),
        ("JPN", "foreign-minister", "2010-01-05", "Katsuya Okada"),
        ("org:UNGA", "president", "2021-02-05", "Volkan Bozkır"),
        ("SUN", "general-secretary", "1986-10-11", "Mikhail Gorbachev"),
        ("RUS", "foreign-minister", "2014-09-05", "Sergey Lavrov"),
        ("DEU", "chancellor", "1989-11-09", "Helmut Kohl"),
        ("DEU", "chancellor", "2015-02-12", "Angela Merkel"),
        ("FRA", "president", "1985-06-01", "Francois Mitterrand"),
        ("PAN", "leader", "1977-09-07", "Omar Torrijos"),
        ("ARG", "president", "1982-05-02", "Galtieri"),
        ("UKR", "president", "2022-02-24", "Volodymyr Zelenskyy"),
        ("JPN", "prime-minister", "2023-05-19", "Fumio Kishida"),
        ("COL", "president", "2016-11-24", "Juan Manuel Santos Calderon"),
        ("ZAF", "president", "1995-01-01", "Nelson Mandela"),
        ("org:UN", "secretary-general", "2003-02-05", "Kofi Annan"),
        ("org:NATO", "secretary-general", "2022-02-24", "Jens Stoltenberg"),
        ("org:IAEA", "director-general", "2003-02-14", "Mohamed ElBaradei"),
    ],
)
def test_who_held_an_office(body: str, office: str, day: str, person: str) -> None:
    assert holder(body, office, day) == [(person, "yes", "held")]


def test_a_suspended_president_and_those_who_act() -> None:
    assert holder("KOR", "president", "2024-12-01") == [("Yoon Suk Yeol", "yes", "held")]
    assert set(holder("KOR", "president", "2025-01-15")) == {
        ("Yoon Suk Yeol", "yes", "suspended"),
        ("Choi Sang-mok", "yes", "acting"),
    }
    assert holder("KOR", "president", "2025-05-20") == [("Lee Ju-ho", "yes", "acting")]
    assert holder("FRA", "prime-minister", "2024-08-01") == [("Gabriel Attal", "yes", "acting")]
    assert holder("USA", "foreign-minister", "2018-04-10") == [("John Sullivan", "yes", "acting")]
    assert holder("EGY", "president", "2013-09-01") == [("Adly Mansour", "yes", "acting")]


def test_an_open_term_past_its_state_of_knowledge_is_unknown() -> None:
    (term,) = offices().holders("FRA", "president", date(2025, 6, 1))
    assert (term.person, term.end) == ("Emmanuel Macron", None)
    assert term.held_on(term.as_of) == "yes"
    assert term.held_on(term.as_of + timedelta(1)) == "unknown"
    assert term.held_on(date(2017, 5, 13)) == "no"


TERM = Term(
    person="Ada Example",
    aliases=(),
    wikidata=None,
    body="XXX",
    office="president",
    title="President",
    start=date(2001, 1, 1),
    end=date(2003, 12, 31),
    precision="day",
    status="held",
    end_basis="exact",
    source="here",
    as_of=date(2004, 1, 1),
    start_by=date(2001, 1, 31),
    end_from=date(2003, 12, 1),
)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2000-12-31", "no"),
        ("2001-01-01", "unknown"),
        ("2001-01-31", "yes"),
        ("2003-12-01", "yes"),
        ("2003-12-02", "unknown"),
        ("2003-12-31", "unknown"),
        ("2004-01-01", "no"),
    ],
)
def test_bounds_known_to_the_month_leave_doubt(day: str, answer: str) -> None:
    assert TERM.held_on(date.fromisoformat(day)) == answer


def test_a_term_says_its_days_as_exactly_as_they_are_known() -> None:
    assert TERM.days() == "2001-01 to 2003-12"
    assert TERM.fact() == "Ada Example, President (XXX): 2001-01 to 2003-12 [here]"
    bush = offices().find("George W. Bush")[0].terms[0]
    assert bush.days() == "2001-01-20 to 2009-01-20"


@pytest.mark.parametrize(
    ("day", "year"),
    [("2009-01-19", None), ("2009-01-20", 1), ("2010-01-19", 1), ("2010-01-20", 2),
     ("2016-12-31", 8), ("2017-01-21", None)],
)  # fmt: skip
def test_which_year_of_a_term(day: str, year: int | None) -> None:
    (obama,) = offices().find("Barack Obama")
    assert obama.terms[0].year_on(date.fromisoformat(day)) == year


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("ZELENSKYY", "Volodymyr Zelenskyy"),
        ("Netanyahu", "Benjamin Netanyahu"),
        ("Bibi Netanyahu", "Benjamin Netanyahu"),
        ("Binyamin Netanyahu", "Benjamin Netanyahu"),
        ("Joseph R. Biden Jr.", "Joe Biden"),
        ("Donald J. Trump", "Donald Trump"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Lukashenko", "Alyaksandr Lukashenka"),
        ("Sisi", "Abdel Fattah El-Sisi"),
        ("Kishida Fumio", "Fumio Kishida"),
        ("Sheikh Hasina", "Sheikh Hasina"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Mohammed bin Zayed", "Muhammad bin Zayid Al Nuhayyan"),
        ("Díaz-Canel", "Miguel Díaz-Canel"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("von der Leyen", "Ursula von der Leyen"),
    ],
)
def test_names_in_many_spellings(name: str, person: str) -> None:
    assert [p.name for p in offices().find(name)] == [person]


def test_a_surname_of_several_gives_them_all() -> None:
    assert {p.name for p in offices().find("Bush", body="USA")} == {
        "George H. W. Bush",
        "George W. Bush",
    }
    assert len(offices().find("Kim", body="PRK")) == 3
    assert {p.name for p in offices().find("Marcos", body="PHL")} == {
        "Ferdinand Marcos Sr.",
        "Ferdinand Marcos Jr.",
    }
    assert len(offices().find("Khama", body="BWA")) == 2
    # A given name may be meant too: nobody is chosen.
    assert len(offices().find("Ashraf")) > 1


@pytest.mark.parametrize(
    "name", ["", "Nobody", "Barack", "Mette", "Xavier Biden", "Sergei Zelensky", "x" * 10_000]
)
def test_names_that_name_nobody_in_the_table(name: str) -> None:
    assert offices().find(name) == ()


def test_one_person_in_several_bodies_is_one() -> None:
    (rutte,) = offices().find("Mark Rutte")
    assert {(t.body, t.office) for t in rutte.terms} >= {
        ("NLD", "prime-minister"),
        ("org:NATO", "secretary-general"),
    }
    assert [t.office for t in offices().offices_on(rutte, date(2025, 1, 1))] == [
        "secretary-general"
    ]
    assert offices().terms_of(rutte.who) == rutte.terms
    assert offices().person("nobody") is None


def test_find_keeps_to_the_office_and_body_asked_for() -> None:
    assert [p.name for p in offices().find("Rutte", body="state:NLD")] == ["Mark Rutte"]
    assert offices().find("Rutte", office="president") == ()


def test_no_two_persons_surely_hold_one_office_on_one_day() -> None:
    lines: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in offices():
        if term.status == "held" and term.office not in SHARED_OFFICES:
            lines[term.body, term.office].append(term)
    for line in lines.values():
        for one, other in pairwise(line):
            day = max(one.start_by or one.start, other.start_by or other.start) + timedelta(1)
            both = one.held_on(day) == other.held_on(day) == "yes"
            assert not both, (one.fact(), other.fact())


def test_every_row_is_sound() -> None:
    seen = set()
    for t in offices():
        assert t.end is None or t.start <= t.end, t
        assert t.start <= (t.start_by or t.start) <= (t.end or date.max), t
        assert t.end_from is None or t.start <= t.end_from <= (t.end or date.max), t
        assert t.person, t
        assert t.surname, t
        assert t.title, t
        assert t.source, t
        known = organisation(t.body) if t.body.startswith("org:") else state(t.body)
        assert known is not None, t.body
        assert (t.end is None) == (t.end_basis == "open"), t
        key = (t.who, t.body, t.office, t.start)
        assert key not in seen, key
        seen.add(key)
    names = defaultdict(set)
    for t in offices():
        names[t.person].add(t.who)
    assert all(len(who) == 1 for who in names.values())


def test_what_rests_on_general_knowledge_alone_says_so() -> None:
    weak = [t for t in offices() if not t.is_firm]
    assert weak
    assert all(t.source == "general knowledge" or "curated" in t.source for t in weak)
    assert len(weak) < len(offices()) / 5


@given(st.dates(date(1950, 1, 1), date(2030, 1, 1)))
def test_answers_agree_with_a_look_at_every_term(day: date) -> None:
    for body, office in (("USA", "president"), ("ITA", "prime-minister"), ("KOR", "president")):
        terms = [t for t in offices() if (t.body, t.office) == (body, office)]
        assert offices().holders(body, office, day) == tuple(
            t for t in terms if t.held_on(day) != "no"
        )


def test_the_order_of_rows_does_not_matter() -> None:
    some = [t for t in offices() if t.body in ("FRA", "KOR")]
    one, other = Offices(some), Offices(reversed(some))
    assert one.terms == other.terms
    assert one.find("Park") == other.find("Park")


def test_look_ups_are_fast_enough_for_bulk_work() -> None:
    table = offices()
    table.find("Macron")
    start = time.process_time()
    for _ in range(5_000):
        table.find("Volodymyr Zelenskiy", office="president")
        table.holders("FRA", "president", date(2020, 1, 1))
    assert time.process_time() - start < 1.0  # a tenth of this on one quiet core

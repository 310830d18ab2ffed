"""OFF: office holders against the day of the document and against each other."""

from __future__ import annotations

import dataclasses

from detente.reference.offices import Offices, offices
from tests.checks.office_texts import findings

SUNAK = "British Prime Minister Rishi Sunak met reporters on Monday."


def test_a_holder_of_another_time_is_an_error_with_both_rows() -> None:
    (found,) = findings(SUNAK, "2025-09-15")
    assert (found.code, found.severity) == ("OFF101", "error")
    assert found.message == (
        "Rishi Sunak was not Prime Minister of the United Kingdom on 2025-09-15."
    )
    assert found.reason == "The term had ended on 2024-07-05. Keir Starmer held that office then."
    assert [w.span.text for w in found.witnesses] == ["British Prime Minister Rishi Sunak"]
    assert any(f.startswith("Rishi Sunak") for f in found.facts)
    assert any(f.startswith("Keir Starmer") for f in found.facts)
    assert all("[" in f for f in found.facts), "each row names its source"


def test_the_holder_and_those_of_the_days_around_pass() -> None:
    assert findings(SUNAK, "2023-06-01") == []
    assert findings(SUNAK, "2024-07-05") == []
    assert findings(SUNAK, "2024-07-12") == [], "news tells of the days before"
    assert findings(SUNAK, "2022-10-20") == [], "news announces the days to come"


def test_without_a_day_one_holder_alone_is_no_finding() -> None:
    assert findings(SUNAK) == []


def test_an_open_term_past_its_as_of_day_is_unknown_and_no_finding() -> None:
    text = "French President Emmanuel Macron met reporters on Monday."
    assert findings(text, "2031-01-01") == []
    (asked,) = findings(text, "2031-01-01", select="OFF106")
    assert asked.severity == "note"
    assert "is not known" in asked.message


def test_an_american_title_kept_by_courtesy_is_a_warning() -> None:
    (found,) = findings("US President Barack Obama met reporters on Monday.", "2021-06-01")
    assert (found.code, found.severity) == ("OFF101", "warning")
    assert "courtesy" in found.reason


def test_a_row_of_general_knowledge_carries_no_error() -> None:
    weak = Offices(dataclasses.replace(t, basis="general knowledge") for t in offices())
    (found,) = findings(SUNAK, "2025-09-15", facts=weak)
    assert found.severity == "warning"


def test_somebody_of_decades_ago_is_quoted_from_history() -> None:
    assert findings("British Prime Minister Tony Blair said so on Monday.", "2029-05-06") == []


def test_clashing_holders_give_all_smallest_sets_and_readings() -> None:
    text = (
        "Japanese Prime Minister Yoshihide Suga met reporters on Monday. British Prime Minister "
        "Rishi Sunak praised the step. Italian Prime Minister Mario Draghi said he agreed."
    )
    (found,) = findings(text)
    assert (found.code, found.severity) == ("OFF102", "error")
    assert found.reason == (
        "Each of these 2 sets cannot hold on one day: Yoshihide Suga and Rishi Sunak; "
        "Rishi Sunak and Mario Draghi."
    )
    assert found.fix == "Without Rishi Sunak the rest fits 2021-02-13 to 2021-10-04."
    assert len(found.witnesses) == 3


def test_three_can_clash_of_whom_any_two_fit() -> None:
    # Netanyahu left in 2021 and came back at the end of 2022; Draghi and Truss bridge the gap.
    text = (
        "Israeli Prime Minister Benjamin Netanyahu met reporters on Monday. Italian Prime Minister "
        "Mario Draghi agreed. Pakistani Prime Minister Shehbaz Sharif said so too."
    )
    (found,) = findings(text)
    assert "Benjamin Netanyahu, Mario Draghi and Shehbaz Sharif" in found.reason


def test_the_wrong_office_of_somebody_known() -> None:
    (found,) = findings("Chinese President Wang Yi met reporters on Monday.", "2024-03-05")
    assert found.code == "OFF103"
    assert "Xi Jinping" in found.message
    assert found.reason == "On that day Wang Yi was Foreign Minister of China."


def test_suspended_and_acting_holders_are_said_so() -> None:
    (found,) = findings(
        "Thai Prime Minister Paetongtarn Shinawatra met reporters on Monday.", "2025-07-22"
    )
    assert (found.code, found.severity) == ("OFF104", "warning")
    (found,) = findings("French Prime Minister Gabriel Attal met reporters.", "2024-08-06")
    assert (found.code, found.severity) == ("OFF105", "note")


def test_a_dated_act_of_the_past_is_held_against_its_own_day() -> None:
    text = "On 4 May 2021 British Prime Minister Rishi Sunak met envoys in Lima."
    for date in (None, "2023-06-01"):
        (found,) = findings(text, date)
        assert (found.code, found.severity) == ("OFF101", "warning")
        assert found.message.endswith("on 2021-05-04.")
        assert "Boris Johnson held that office then." in found.reason
    assert findings("On 4 May 2023 British Prime Minister Rishi Sunak met envoys.") == []


def test_lives_and_careers_are_told_under_later_titles() -> None:
    for text in (
        "On 12 May 1980 British Prime Minister Rishi Sunak was born in Southampton.",
        "On 13 February 2020 British Prime Minister Rishi Sunak became finance minister.",
        "On 24 October 2019 British Prime Minister Rishi Sunak won his seat again.",
    ):
        assert findings(text) == []


def test_names_under_one_title_are_each_a_claim() -> None:
    text = (
        "Presidents Emmanuel Macron of France and Barack Obama of the United States met on Monday."
    )
    (found,) = findings(text)
    assert found.code == "OFF102"
    assert "Emmanuel Macron and Barack Obama" in found.reason

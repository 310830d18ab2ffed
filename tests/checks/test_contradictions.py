from __future__ import annotations

import pytest

from tests.checks.several_texts import codes, findings


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Peru supports the northern bridge plan. Peru opposes the northern bridge plan.", True),
        ("Peru supports the northern bridge plan. Chile opposes the northern bridge plan.", False),
        ("Peru supports the northern bridge plan. Peru opposes the southern road toll.", False),
        (
            "Peru once opposed the northern bridge plan. Peru supports the northern bridge plan.",
            False,
        ),
    ],
)
def test_for_and_against_the_same_thing(text: str, code: bool) -> None:
    assert codes(text, select="CON601") == (["CON601"] if code else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers signed the accord on 6 May 2025.", True),
        ("The ministers met in Lima in June 2026.", True),
        ("The ministers signed the accord on 13 March 2024.", False),
        ("The ministers signed the accord on 15 March 2024.", False),
        ("The ministers said they would meet on 6 May 2025.", False),
        ("The accord signed last year runs until 6 May 2025.", False),
        ("The ministers signed an accord to meet on 6 May 2025.", False),
        ("The ministers will meet on 6 May 2023.", True),
        ("The ministers will honour the accord signed on 6 May 2023.", False),
        ("In 2023 he said: “We will meet on 6 May 2023.”", False),
    ],
)
def test_tense_against_the_day_of_the_document(text: str, code: bool) -> None:
    assert codes(text, select="CON602", date="2024-03-14") == (["CON602"] if code else [])


@pytest.mark.parametrize(
    ("was", "now", "differ"),
    [
        ("on 6 March 2024", "on 9 March 2024", True),
        ("on 6 March 2024", "on March 6, 2024", False),
        ("in 2019", "in 2021", True),
        ("on Tuesday", "on Thursday", True),
    ],
)
def test_one_event_on_two_days(was: str, now: str, differ: bool) -> None:
    text = "The ministers of both lands signed the accord at the northern bridge {}."
    found = findings(text.format(was), text.format(now), select="CON603")
    assert [f.code for f in found] == (["CON603"] if differ else [])


def test_ranges_at_one_place_that_cross_and_those_that_follow_each_other() -> None:
    text = "The first talks, held in Quito on 3-6 May 2024, failed.\n\nThe talks held in Quito on "
    assert codes(text + "4-8 May 2024 failed too.", select="CON603") == ["CON603"]
    assert codes(text + "9-12 May 2024 failed too.", select="CON603") == []


def test_a_guess_against_what_the_side_says_itself() -> None:
    text = "Peruvian foreign minister Ana Soto {} the northern bridge plan. Peru may quietly "
    text += "welcome the northern bridge plan."
    (found,) = findings(text.format("rejected"), select="CON604")
    assert found.severity == "note"
    assert "Ana Soto" in found.reason
    assert codes(text.format("welcomed"), select="CON604") == []

"""Which mentions of an office count as a claim that somebody holds it now."""

from __future__ import annotations

import pytest

from tests.checks.office_texts import claims

CURRENT = """
British Prime Minister Rishi Sunak met reporters on Monday.
The envoys met British Prime Minister Rishi Sunak on Monday.
The envoys held talks with British Prime Minister Rishi Sunak.
In Paris, British Prime Minister Rishi Sunak will host the envoys.
“We will stay,” said British Prime Minister Rishi Sunak.
British Prime Minister Rishi Sunak, who flew in at noon, praised the plan.
Rishi Sunak, the Prime Minister of the United Kingdom, praised the plan.
Officials said that British Prime Minister Rishi Sunak will sign.
The plan was approved by British Prime Minister Rishi Sunak.
The accords were brokered by British Prime Minister Rishi Sunak on Monday.
The call between Emmanuel Macron and British Prime Minister Rishi Sunak lasted an hour.
French President Emmanuel Macron and British Prime Minister Rishi Sunak applaud the plan.
British Prime Minister Rishi Sunak: We have come a long way.
On Tuesday British Prime Minister Rishi Sunak flew across the bay and thanked the crew.
Several leaders, including British Prime Minister Rishi Sunak, have backed the plan.
The envoys express their gratitude to British Prime Minister Rishi Sunak.
""".strip().splitlines()

NOT_CURRENT = """
Former British Prime Minister Rishi Sunak met reporters on Monday.
The former British Prime Minister Rishi Sunak met reporters on Monday.
Then-British Prime Minister Rishi Sunak met reporters.
Ex-British Prime Minister Rishi Sunak met reporters on Monday.
The late British Prime Minister Rishi Sunak had met reporters.
Under British Prime Minister Rishi Sunak the talks failed.
During British Prime Minister Rishi Sunak’s tenure the talks failed.
The administration of British Prime Minister Rishi Sunak signed the plan.
British Prime Minister Rishi Sunak’s legacy is debated on Monday.
When British Prime Minister Rishi Sunak met the envoys, they were surprised.
In 2019 British Prime Minister Rishi Sunak met the envoys.
Two years ago British Prime Minister Rishi Sunak met the envoys.
Last year British Prime Minister Rishi Sunak met the envoys.
The plan that British Prime Minister Rishi Sunak signed is dead.
The plan signed by British Prime Minister Rishi Sunak is dead.
If British Prime Minister Rishi Sunak signs, the plan lives.
British Prime Minister Rishi Sunak would sign.
British Prime Minister Rishi Sunak might meet the envoys on Monday.
British Prime Minister Rishi Sunak had met the envoys.
British Prime Minister-elect Rishi Sunak met the envoys on Monday.
Deputy British Prime Minister Rishi Sunak met the envoys on Monday.
The Parish Prime Minister Rishi Sunak met the envoys on Monday.
“French President Emmanuel Macron told me so years ago,” an old man said.
The statue of British Prime Minister Rishi Sunak fell.
The accords were brokered by British Prime Minister Rishi Sunak.
It was British Prime Minister Rishi Sunak who signed the accords.
Months after British Prime Minister Rishi Sunak signed the accords, they failed.
According to a memoir, British Prime Minister Rishi Sunak told the envoys to wait.
""".strip().splitlines()


@pytest.mark.parametrize("text", CURRENT)
def test_an_asserted_act_is_a_claim(text: str) -> None:
    assert "Rishi Sunak" in [c.actor.name for c in claims(text)]


@pytest.mark.parametrize("text", NOT_CURRENT)
def test_what_is_gone_thought_of_or_quoted_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_surname_alone_is_a_claim_only_beside_its_state() -> None:
    assert claims("Prime Minister Sunak met the envoys on Monday.") == []
    found = claims("Prime Minister Sunak met the envoys of the United Kingdom on Monday.")
    assert [c.name for c in found] == ["Rishi Sunak"]


def test_a_name_of_nobody_in_the_table_is_no_claim() -> None:
    assert claims("Norwegian Prime Minister Ottilie Quist met the envoys on Monday.") == []


def test_a_history_has_no_claims() -> None:
    text = (
        "In 1979 the two states opened talks. In 1980 envoys met in Geneva. In 1981 a draft "
        "followed. British Prime Minister Margaret Thatcher rejected it. In 1982 the talks ended, "
        "and in 1983 nobody spoke of them."
    )
    assert claims(text) == []
    assert claims(text, "2024-05-06") == []


def test_the_words_of_a_claim_are_title_and_name() -> None:
    (claim,) = claims("On Monday, British Prime Minister Rishi Sunak met reporters.")
    assert claim.witness.span.text == "British Prime Minister Rishi Sunak"
    assert claim.body == "GBR"
    assert claim.keys == ("prime-minister",)


def test_each_office_of_a_person_is_claimed_once() -> None:
    text = "British Prime Minister Rishi Sunak spoke. Prime Minister Rishi Sunak left on Monday."
    assert len(claims(text)) == 1

"""Hostile texts take no longer than their length."""

from __future__ import annotations

import time

import pytest

from detente.checks.run import run_checks
from tests.checks.office_texts import ledger_of

SUNAK = "British Prime Minister Rishi Sunak"
HOSTILE = {
    "one endless sentence": f"{SUNAK} met French President Emmanuel Macron and " * 1500,
    "a list of names": f"{SUNAK}, " * 3000,
    "titles only": "President " * 30000,
    "possessives": f"{SUNAK}’s call and " * 3000,
    "many sentences": f"{SUNAK} met reporters on Monday. " * 2000,
    "quotations": f"“We met {SUNAK},” he said. " * 1500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_rules_on_offices_are_linear(text: str) -> None:
    ledger = ledger_of(text, "2025-09-15")
    start = time.process_time()
    run_checks(ledger, select=("OFF",))
    assert time.process_time() - start < 4

from __future__ import annotations

import pytest

from detente.documents.read import from_bytes
from detente.evidence.read import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Chile signed an agreement in Oslo on 3 May 2024.", "AGREE"),
        ("Norwegian and Chilean envoys met in Oslo on 3 May 2024.", "CONSULT"),
        ("Chile attacked Norwegian ships on 3 May 2024.", "ASSAULT"),
        ("Norway held an election on 3 May 2024.", None),
    ],
)
def test_plain_cases_are_labelled_and_others_are_not(text: str, expected: str | None) -> None:
    (event,) = read(from_bytes("t.txt", text.encode())).events
    assert event.category == expected

"""The words of a condition are a span of their own."""

from __future__ import annotations

import time

import pytest

from detente.evidence.ledger import Ledger
from detente.evidence.stances import extract
from tests.evidence.negotiators import reading
from tests.time_use import grows_within

CONDITIONS: dict[str, str | None] = {
    "Keld supports the treaty only if the boats return.": "only if the boats return",
    "“We welcome the plan, but Boria must withdraw first,” Dano said.": "Boria must withdraw first",
    "“Any deal must include the ports,” Dano said.": "Any deal must include the ports",
    "Dano said any agreement must respect the border.": "any agreement must respect the border",
    "Oyen welcomed the outreach but stressed preconditions.": "preconditions",
    "Oyen welcomed the plan but voiced concerns over its cost.": "concerns over its cost",
    "Selland is open to talks provided that both sides stop firing.": (
        "provided that both sides stop firing"
    ),
    "“If Boria signs, we will support the treaty,” Dano said.": "If Boria signs",
    "Unless Boria opens the strait, Aravia will not back the treaty.": (
        "Unless Boria opens the strait"
    ),
    "Selland will back the accord in exchange for guarantees.": "in exchange for guarantees",
    "Aravia will support the plan on condition that the League pays.": (
        "on condition that the League pays"
    ),
    "Keld cautiously welcomed the plan.": None,
    "Aravia has not ratified the treaty.": None,
}  # fmt: skip


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_conditional_stance_names_its_condition(text: str) -> None:
    [stance] = extract(reading(text))
    assert stance.label == "conditional"
    assert (stance.condition.text if stance.condition else None) == CONDITIONS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Aravia welcomed the plan.",
        "Aravia rejected the plan, and asked if the League would pay.",
        "Keld supports the treaty even if the sanctions stay.",
    ],
)
def test_other_stances_have_none(text: str) -> None:
    assert [s.condition for s in extract(reading(text)) if s.label != "conditional"] != []
    assert all(s.condition is None for s in extract(reading(text)))


def test_a_condition_is_saved_and_loaded_with_its_words() -> None:
    made = reading("Keld supports the treaty only if the sanctions are lifted.")
    ledger = Ledger((made.document,), tuple(made.actors), stances=tuple(extract(made)))
    again = Ledger.from_json(ledger.to_json())
    assert again.stances == ledger.stances
    assert again.stances[0].condition in [span for _, span in again.spans()]


@pytest.mark.parametrize("piece", ["if Boria supports the deal, ", "only if ", "must must "])
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        made = reading("Aravia will support the plan " + piece * (size // len(piece)))
        start = time.thread_time()
        extract(made)
        return time.thread_time() - start

    assert grows_within(seconds, 10_000, 80_000, 25, least=0.02)

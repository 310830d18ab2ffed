from __future__ import annotations

import pytest

from detente.evidence.reading import Reading
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.windows import windows
from tests.evidence.marked import marked
from tests.evidence.negotiators import reading
from tests.evidence.tagging.hand_marked import WORDS

SPEECH = "Remarks by Liv Oyen\nI thank you. We met Aravia. We hope. We will stay with Boria."
STATEMENT = "Joint Statement of Aravia and Boria\n"


def who(made: Reading, *, parties: bool = False) -> list[str]:
    """All candidates with words of their own, and who is meant by them."""
    meant = Meant(made)
    answer = meant.parties if parties else meant.actors
    return [
        f"{made.text[c.start : c.end]}: {' '.join(answer(c, c.start))}"
        for window in windows(made, WORDS)
        for c in window.candidates[1:]
        if parties or c.actor is None
    ]


def voice(made: Reading, words: str) -> list[str]:
    """Who the voice is where ``words`` stand."""
    meant, offset = Meant(made), made.text.index(words)
    (candidate,) = (
        w.candidates[0] for w in windows(made, WORDS) if w.start <= offset < w.end
    )  # fmt: skip
    return list(meant.actors(candidate, offset))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STATEMENT + "We hope for peace.", ["We: state:ARA state:BOR"]),
        (STATEMENT + "It went well. “We won,” Oyen said.", ["We: per:oyen"]),
        (SPEECH, ["I: per:oyen", "We: per:oyen", "We: per:oyen", "We: per:oyen"]),
        ("We saw Aravia.", ["We: "]),
        ("Aravia and Boria signed. Both sides left.", ["Both sides: state:ARA state:BOR"]),
        ("Aravia, Boria and Selland signed. Both sides left.", ["Both sides: "]),
        ("Aravia and Boria signed. Both left.", ["Both: state:ARA state:BOR"]),
        ("Liv Oyen met Otto Keld. The two leaders left.", ["The two leaders: per:oyen per:keld"]),
        ("Aravia and Boria signed. They left.", ["They: "]),
        # Three speak: "two" are not all of them.
        ("Joint Statement of Aravia, Boria and Selland\nTwo countries left.", ["Two countries: "]),
        (
            "Joint Statement of Aravia, Boria and Selland\nThree countries left.",
            ["Three countries: state:ARA state:BOR state:SEL"],
        ),
    ],
)
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert who(reading(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Liv Oyen met Otto Keld. The three ministers left.",
        "Liv Oyen met Otto Keld. The four leaders left.",
        "Joint Statement of Aravia, Boria and Selland\nThe two countries left.",
    ],
)
def test_the_number_after_the_counts(text: str) -> None:
    (found,) = who(reading(text))
    assert found.endswith(": ")


@pytest.mark.parametrize(
    "text",
    [
        STATEMENT + "It went well. “We won,” a man said.",
        STATEMENT + "It went well. “We will burn the ships.”",
    ],
)
def test_we_of_a_quotation_that_nobody_known_says_is_nobody(text: str) -> None:
    assert who(reading(text)) == ["We: "]


def test_a_named_candidate_is_its_actor() -> None:
    made = reading("Aravia met Mira Dano.")
    meant = Meant(made)
    (window,) = windows(made, WORDS)
    assert [meant.actors(c, c.start) for c in window.candidates[1:]] == [
        ("state:ARA",),
        ("per:dano",),
    ]


def test_a_time_and_a_figure_are_nobody() -> None:
    made = marked("On <Monday> [Peru|PER] paid {$3 billion|3e9|USD}.")
    assert who(made) == ["Monday: ", "$3 billion: "]


def test_the_voice_is_asked_for_at_a_place() -> None:
    text = STATEMENT + "It went well. “Aravia won,” Oyen said."
    made = reading(text)
    assert voice(made, "well") == ["state:ARA", "state:BOR"]
    assert voice(made, "won") == voice(made, "“Aravia") == ["per:oyen"]
    assert voice(made, " Oyen") == ["state:ARA", "state:BOR"]
    assert voice(reading(SPEECH), "hope") == ["per:oyen"]
    assert voice(reading("It went well for Aravia."), "well") == []


def test_we_is_who_says_it_wherever_the_voice_is_asked_for() -> None:
    made = reading(STATEMENT + "It went well. “We won,” Oyen said.")
    meant = Meant(made)
    (we,) = (c for w in windows(made, WORDS) for c in w.candidates if c.kind == "we")
    assert meant.actors(we, made.text.index("It")) == ("per:oyen",)


def test_a_minister_acts_for_his_state() -> None:
    text = "[Ana Soto|per:soto] met [Juan Rey|per:rey], [Peru|PER] and [NATO|org:NATO]."
    made = marked(text, acts_for={"per:soto": "state:CHL"})
    # Nothing says for whom Rey acts.
    assert who(made, parties=True) == [
        "Ana Soto: state:CHL",
        "Juan Rey: ",
        "Peru: state:PER",
        "NATO: org:NATO",
    ]


def test_two_who_act_for_one_state_are_one_party() -> None:
    made = marked(
        "[Ana Soto|per:soto] met [Juan Rey|per:rey]. The two leaders left.",
        acts_for={"per:soto": "state:CHL", "per:rey": "state:CHL"},
    )
    assert who(made) == ["The two leaders: per:soto per:rey"]
    assert who(made, parties=True)[-1] == "The two leaders: state:CHL"

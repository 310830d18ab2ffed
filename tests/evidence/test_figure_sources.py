from __future__ import annotations

import pytest

from detente.evidence.items import Quantity
from detente.evidence.model import available_model, load_model
from detente.evidence.quantities import extract_quantities
from detente.evidence.reading import Reading
from detente.evidence.time_expressions import extract_time_expressions
from tests.evidence.speech_cast import read_speech


def figures_of(reading: Reading) -> list[Quantity]:
    reading.time_expressions = extract_time_expressions(reading)
    return extract_quantities(reading)


# (text, source of its first figure)
SOURCES = [
    ("Losses rose above 9,000 according to old Coast League counts.", "org:league"),
    ("Trade fell 8%, according to the Lakeland Bank.", "org:bank"),
    ("According to the Lakeland Bank, trade fell 8% last year.", "org:bank"),
    ("Trade fell 8% last year, per Lakeland Bank data.", "org:bank"),
    ("A Lakeland Bank report estimates that the war cost $4 billion.", "org:bank"),
    ("A Coast League study found that 300 villages burned.", "org:league"),
    ("Statistics from the Bureau of Tides show exports at 3% of GDP.", "org:bureau"),
    ("A survey by the Bureau of Tides found 44% of farmers opposed to it.", "org:bureau"),
    ("Analysts estimate that exports could fall by 4-6%.", "anon:analysts"),
    ("Marsh said that 300 villages had burned.", "per:marsh"),
    ("“We lost 300 ships,” Marsh said.", "per:marsh"),
    ("Trade fell 8%, Lakeland Bank figures show.", "org:bank"),
    ("The Lakeland Bank estimated the cost at $3 million.", "org:bank"),
    ("Marsh announced that 300 ships would sail.", "per:marsh"),
    ("Losses have passed $3 million, Marsh said.", "per:marsh"),
    ("Marsh said that Ruritania ruled out returning the 300 ships.", "per:marsh"),
    # spoken of, wanted, offered or denied, but not put forward as being so
    ("Marsh ruled out returning the 300 ships seized in May.", None),
    ("Marsh announced a 15% levy on tea.", None),
    ("Marsh denied that 300 ships had burned.", None),
    ("Marsh rejected a demand for $3 million.", None),
    ("Marsh demanded $3 million for the ships.", None),
    ("Marsh welcomed the return of 300 prisoners.", None),
    ("Ruritania promised $3 million for roads.", None),
    ("Marsh condemned the seizure of 300 boats.", None),
    # none
    ("The mark fell to 18.4 per dollar on Friday.", None),
    ("Ruritania sent Freedonia $12 million in aid.", None),
    ("Ruritania spends $40 per capita on roads.", None),
    ("It makes 300 barrels per day.", None),
    ("Aid of $3 million came, but surveys by the Bureau of Tides show anger.", None),
    ("With aid at $3 million, Marsh flew home.", None),
]


@pytest.mark.parametrize(("text", "answer"), SOURCES)
def test_who_stands_behind_a_figure(text: str, answer: str | None) -> None:
    found = figures_of(read_speech(text))[0]
    assert found.source == answer
    assert (found.source_span is None) == (answer is None)
    assert found.attribution[-1:] == (() if answer is None else (answer,))


def test_a_chain_has_the_outermost_reporter_first() -> None:
    text = "Marsh said that trade fell 8% last year, per Lakeland Bank data."
    (found,) = figures_of(read_speech(text))
    assert found.attribution == ("per:marsh", "org:bank")
    assert found.source == "org:bank"
    assert found.source_span is not None
    assert found.source_span.text == "Lakeland Bank data"


def test_a_source_without_a_known_actor_keeps_its_words() -> None:
    (found,) = figures_of(read_speech("Trade fell 8%, according to port records."))
    assert (found.source, found.attribution) == (None, ())
    assert found.source_span is not None
    assert found.source_span.text == "port records"


def test_a_source_in_another_sentence_is_not_taken() -> None:
    text = "Polls by the Bureau of Tides show fear. Ruritania spends $3 million."
    (found,) = figures_of(read_speech(text))
    assert found.source is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Ruritania sent Freedonia $12 million in aid.", ("state:RUR", "state:FRE")),
        ("The Coast League met, while Freedonia sent $3 million.", ("state:FRE",)),
        ("Marsh flew out, and 300 ships sailed.", ()),
        ("Trade of Ruritania fell, by 8%.", ("state:RUR",)),
        ("Ruritanian trade fell 8%, according to the Lakeland Bank.", ("state:RUR",)),
    ],
)
def test_whom_a_figure_concerns(text: str, answer: tuple[str, ...]) -> None:
    assert figures_of(read_speech(text))[0].about == answer


@pytest.mark.model
@pytest.mark.skipif(available_model() is None, reason="no spaCy model is installed")
def test_the_parse_ends_groups_that_word_lists_cannot() -> None:
    text = "Over 16 percent of the oil supply transits one strait."
    (by_rule,) = figures_of(read_speech(text))
    (parsed,) = figures_of(read_speech(text, parse=load_model(tagger=False)))
    assert by_rule.span.text == "Over 16 percent of the oil supply transits"
    assert parsed.span.text == "Over 16 percent of the oil supply"

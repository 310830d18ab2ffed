"""Persons: titles, names, their spellings, and the words that go back to them."""

from __future__ import annotations

import pytest

from detente.evidence.naming.name_folding import fold
from tests.evidence.actor_cases import actors_of, words_of


@pytest.mark.parametrize(
    ("text", "title", "of", "span"),
    [
        ("Norwegian Foreign Minister Kari Nordmann spoke.", "Foreign Minister", "state:NOR",
         "Norwegian Foreign Minister"),
        ("Norway’s prime minister, Kari Nordmann, spoke.", "prime minister", "state:NOR",
         "Norway’s prime minister"),
        ("Kari Nordmann, the foreign minister of Norway, spoke.", "foreign minister", "state:NOR",
         "foreign minister of Norway"),
        ("Kari Nordmann, Norway’s defence minister, spoke.", "defence minister", "state:NOR",
         "Norway’s defence minister"),
        ("NATO Secretary General Kari Nordmann spoke.", "Secretary General", "org:NATO",
         "NATO Secretary General"),
        ("President Kari Nordmann of Norway spoke.", "President", "state:NOR", "President"),
        ("Former US President Kari Nordmann spoke.", "Former President", "state:USA",
         "Former US President"),
        ("Secretary of State Kari Nordmann spoke.", "Secretary of State", None,
         "Secretary of State"),
        ("US Ambassador to Norway Kari Nordmann spoke.", "Ambassador to Norway", "state:USA",
         "US Ambassador to Norway"),
        ("The president of Norway, Kari Nordmann, spoke.", "president", "state:NOR",
         "president of Norway"),
        ("Sen. Kari Nordmann spoke.", "Sen.", None, "Sen."),
    ],
)  # fmt: skip
def test_titles_tell_office_and_body(text: str, title: str, of: str | None, span: str) -> None:
    person = actors_of(text)["per:nordmann"]
    assert [(r.title, r.of, r.span.text) for r in person.roles] == [(title, of, span)]
    assert words_of(person, kind="name") == ["Kari Nordmann"]


def test_an_office_in_a_longer_title_is_not_the_body() -> None:
    found = actors_of("Deputy to the Chief of the President’s Office Kari Nordmann spoke.")
    assert not [a for a in found if a.startswith("anon:")]


def test_titles_in_the_plural_go_to_each_name() -> None:
    found = actors_of("Presidents Ana Ruiz of Chile and Lena Brandt of Peru met.")
    assert found["per:ruiz"].roles[0].of == "state:CHL"
    assert found["per:brandt"].roles[0].of == "state:PER"
    assert found["per:brandt"].roles[0].title == "President"


def test_forms_of_address_are_no_office() -> None:
    assert actors_of("Mr. Nordmann spoke.")["per:nordmann"].roles == ()


def test_a_list_of_offices_keeps_each_with_its_holder() -> None:
    found = actors_of("President Ana Ruiz, Norwegian President Kari Nordmann and others signed.")
    assert [r.of for r in found["per:ruiz"].roles] == [None]
    assert [r.of for r in found["per:nordmann"].roles] == ["state:NOR"]


@pytest.mark.parametrize(
    ("text", "id_", "words"),
    [
        ("President Park Min Ho left. Park said so. Park’s office agreed.", "per:park",
         ["Park Min Ho", "Park", "Park"]),
        ("President Lee Jae-in left.", "per:lee", ["Lee Jae-in"]),
        ("General Omar al-Masri left. Masri said so, and el-Masri paid.", "per:masri",
         ["Omar al-Masri", "Masri", "Masri"]),
        ("Crown Prince Faisal bin Turki left.", "per:bin-turki", ["Faisal bin Turki"]),
        ("Commissioner Greta von der Heide left. Von der Heide agreed.", "per:von-der-heide",
         ["Greta von der Heide"]),
        ("Senator John F. Brandt Jr. left. Brandt said so.", "per:brandt",
         ["John F. Brandt Jr.", "Brandt"]),
        ("Minister Lena O’Brandt left.", "per:obrandt", ["Lena O’Brandt"]),
        ("Senator J.D. Brandt left.", "per:brandt", ["J.D. Brandt"]),
        ("Senator Lena H.W. Brandt left.", "per:brandt", ["Lena H.W. Brandt"]),
        ("Minister Jordan Reyes left.", "per:reyes", ["Jordan Reyes"]),
        ("PRESIDENT NORDMANN: We agree.\nThen Nordmann left.", "per:nordmann",
         ["NORDMANN", "Nordmann"]),
    ],
)  # fmt: skip
def test_names_and_surnames(text: str, id_: str, words: list[str]) -> None:
    assert words_of(actors_of(text)[id_], kind="name")[: len(words)] == words


@pytest.mark.parametrize(
    "names",
    [
        ("Belsky", "Belskyy", "Belskiy", "Belskij", "Belski"),
        ("Andreyev", "Andreev"),
        ("Chernenko", "Tchernenko"),
        ("Müller", "Muller"),
    ],
)
def test_transliterations_are_one_person(names: tuple[str, ...]) -> None:
    assert len({fold(n) for n in names}) == 1
    text = f"Minister Ivan {names[0]} left. " + " ".join(f"{n} said so." for n in names[1:])
    found = {i: a for i, a in actors_of(text).items() if i.startswith("per:")}
    assert [words_of(a) for a in found.values()] == [[f"Ivan {names[0]}", *names[1:]]]


def test_short_names_are_not_folded_together() -> None:
    assert fold("Li") != fold("Ly")


def test_given_names_may_be_short_forms_or_missing() -> None:
    found = actors_of("President Joseph Brandt spoke. Joe Brandt, Brandt said, is tired.")
    assert words_of(found["per:brandt"], kind="name") == ["Joseph Brandt", "Joe Brandt", "Brandt"]


def test_one_surname_two_persons() -> None:
    found = actors_of("Minister Lena Brandt met Senator Olaf Brandt.")
    assert {i for i in found if i.startswith("per:")} == {"per:lena-brandt", "per:olaf-brandt"}


def test_compounds_of_surnames() -> None:
    found = actors_of(
        "Presidents Lena Reyes and Olaf Brandt met. The Reyes-Brandt talks and the Reyes-era "
        "deal hold; so does the Castel-era law."
    )
    assert words_of(found["per:reyes"]) == ["Lena Reyes", "Reyes", "Reyes"]
    assert words_of(found["per:brandt"]) == ["Olaf Brandt", "Brandt"]
    assert words_of(found["per:castel"]) == ["Castel"]


def test_a_surname_that_is_a_word_needs_its_capital() -> None:
    found = actors_of(
        "Winter Comes Early\nCommissioner Clara Winter said the winter is long. Winter is here. "
        "But Winter said more.",
        "title",
    )
    assert words_of(found["per:winter"]) == ["Clara Winter", "Winter"]


@pytest.mark.parametrize(
    "text",
    [
        "“No deal,” said Quenby Marsden.",
        "Quenby Marsden, who led the talks, left.",
        "Quenby Marsden, 43, left.",
        "Then Quenby Marsden left. Later Marsden said no.",
        "He wrote to Elizabeth Marsden.",
    ],
)
def test_a_name_without_a_title_shows_what_it_is(text: str) -> None:
    assert "per:marsden" in actors_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "They read the Steinway Formula aloud.",
        "The Dead Sea is low.",
        "In New Delhi, nobody spoke.",
        "The West Bank was quiet.",
        "The First Lady Hotel closed on Monday Morning.",
        "Hong Kong said nothing.",
    ],
)
def test_things_and_places_are_not_persons(text: str) -> None:
    assert not [i for i in actors_of(text) if i.startswith("per:")]


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("Senator Lena Reyes left early. She said her work was done.", ["She", "her"]),
        ("In her speech, Senator Lena Reyes thanked them.", ["her"]),
        ("“We go,” she said. Senator Lena Reyes left.", []),
        ("Senator Lena Reyes spoke. “President Brandt must go,” she said.", ["she"]),
    ],
)
def test_pronouns(text: str, pronouns: list[str]) -> None:
    assert words_of(actors_of(text)["per:reyes"], kind="pronoun") == pronouns


def test_of_two_persons_the_subject_is_meant_and_gender_counts() -> None:
    found = actors_of("Senator Olaf Brandt met with Senator Igor Reyes. He left early.")
    assert words_of(found["per:brandt"], kind="pronoun") == ["He"]
    found = actors_of("Mrs Brandt said nothing to Mr Reyes. He left early.")
    assert words_of(found["per:reyes"], kind="pronoun") == ["He"]


def test_a_tie_stays_unread() -> None:
    found = actors_of("Senators Olaf Brandt and Igor Reyes met. The plan was his idea.")
    assert all(words_of(a, kind="pronoun") == [] for a in found.values())


def test_the_office_is_its_one_holder() -> None:
    found = actors_of("Norwegian President Kari Nordmann spoke. The president left.")
    assert words_of(found["per:nordmann"]) == ["Kari Nordmann", "president"]
    found = actors_of("Presidents Kari Nordmann and Ana Ruiz spoke. The president left.")
    assert words_of(found["per:ruiz"]) == ["Ana Ruiz"]


def test_the_office_of_another_body_is_nobody_here() -> None:
    found = actors_of("Norwegian President Kari Nordmann spoke. The president of Chile left.")
    assert words_of(found["per:nordmann"]) == ["Kari Nordmann"]


@pytest.mark.model
def test_the_model_adds_persons_the_rules_do_not_see() -> None:
    from detente.evidence.actors import extract_actors
    from detente.evidence.model import available_model, load_model
    from detente.evidence.reading import Reading
    from tests.evidence.actor_cases import document_of

    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    document = document_of("Ellsworth Wainwright was chosen to lead the mission, and he agreed.")
    parse = load_model(tagger=False).parse(document)
    with_model = {a.id for a in extract_actors(Reading(document, parse=parse))}
    without = {a.id for a in extract_actors(Reading(document))}
    assert "per:wainwright" in with_model
    assert "per:wainwright" not in without


def test_a_body_of_a_state_may_stand_before_the_title() -> None:
    person = actors_of("Former Norwegian central bank governor Kari Nordmann spoke.")[
        "per:nordmann"
    ]
    assert [(r.title, r.of) for r in person.roles] == [("Former governor", "org:nor-central-bank")]


def test_a_counterpart_is_no_office() -> None:
    found = actors_of("He met his Norwegian counterpart Kari Nordmann.")
    assert found["per:nordmann"].roles == ()


def test_an_eastern_family_name_used_alone() -> None:
    found = actors_of("China’s Wang Bo arrived. Wang said nothing.")
    assert words_of(found["per:wang"]) == ["Wang Bo", "Wang"]


def test_an_object_is_not_the_subject_again() -> None:
    found = actors_of("Senator Olaf Brandt left. He trusts Senator Igor Reyes and praised him.")
    assert words_of(found["per:brandt"], kind="pronoun") == ["He"]
    assert words_of(found["per:reyes"], kind="pronoun") == ["him"]


def test_a_paragraph_is_a_border_for_pronouns() -> None:
    text = "Senator Lena Reyes left.\nThe plan was her idea.\nSenator Lena Reyes left.\nShe slept."
    assert words_of(actors_of(text)["per:reyes"], kind="pronoun") == ["She"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "“We are ready,” Vantongeren said on Thursday. Pell answered that it was late.",
            ["Pell", "Vantongeren"],
        ),
        ("“We are ready,” said Vantongeren.", ["Vantongeren"]),
        ("In Vantongeren, crowds gathered. Vantongeren said nothing.", []),
        ("The Vantongeren said it would close. Vantongeren added no more.", []),
        ("Talks said to be near. Officials said so.", []),
        ("Shell-Vantongeren said it would drill.", []),
    ],
)
def test_a_name_that_the_text_never_introduces(text: str, names: list[str]) -> None:
    assert sorted(a.name for a in actors_of(text).values() if a.type == "person") == names

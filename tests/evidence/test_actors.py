"""The actor extractor: states and organisations, and what holds for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.evidence.actors import RULES, extract_actors
from detente.evidence.reading import Reading
from tests.evidence.actor_cases import actors_of, document_of, words_of
from tests.time_use import grows_within


def test_forms_of_a_state_are_one_actor() -> None:
    found = actors_of("Norway spoke first. The Norwegian offer pleased Sweden’s envoy in Oslo.")
    norway = found["state:NOR"]
    assert [(m.span.text, m.kind, m.role) for m in norway.mentions] == [
        ("Norway", "name", "actor"),
        ("Norwegian", "demonym", "actor"),
        ("Oslo", "name", "place"),
    ]
    assert words_of(found["state:SWE"]) == ["Sweden"]


def test_a_people_is_an_actor_of_its_own() -> None:
    found = actors_of("Most Norwegians agree, but Norway does not.")
    people = found["grp:NOR-people"]
    assert (people.type, words_of(people)) == ("population", ["Norwegians"])
    assert words_of(found["state:NOR"]) == ["Norway"]


def test_compounds_name_both_sides() -> None:
    found = actors_of("The Iran-Oman channel and the Swedish-Danish plan are open.")
    assert {"state:IRN", "state:OMN", "state:SWE", "state:DNK"} <= set(found)
    assert words_of(found["state:DNK"]) == ["Danish"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Oslo has rejected the plan.", "actor"),
        ("The pressure on Oslo grew.", "actor"),
        ("Oslo’s demand surprised them.", "actor"),
        ("They put pressure on Stockholm and urged Oslo to give way.", "actor"),
        ("Aid to Oslo was cut.", "actor"),
        ("The ministers met in Oslo on Monday.", "place"),
        ("She travelled to Oslo yesterday.", "place"),
        ("The Oslo summit ended early.", "place"),
        ("They flew from Rome to Oslo.", "place"),
        ("The talks in Rome and Oslo failed.", "place"),
        ("A hotel at the outskirts of Oslo burned.", "place"),
    ],
)
def test_a_capital_acts_or_is_a_place(text: str, role: str) -> None:
    mention = actors_of(text)["state:NOR"].mentions[0]
    assert (mention.span.text, mention.role) == ("Oslo", role)
    assert mention.kind == ("metonym" if role == "actor" else "name")


def test_a_paper_signed_in_a_capital_names_nobody() -> None:
    assert actors_of("They invoked the Oslo Accords again.") == {}


def test_a_state_is_a_place_only_where_it_locates() -> None:
    found = actors_of(
        "Troops landed in northern Norway. Norway protested, and peace in Norway held."
    )
    assert [m.role for m in found["state:NOR"].mentions] == ["place", "actor", "actor"]


def test_waters_are_not_the_state() -> None:
    found = actors_of("Ships crossed the Korean Peninsula’s coast and the Gulf of Finland.")
    assert words_of(found["state:KOR"], role="actor") == []


def test_words_that_are_also_names_need_more_than_the_word() -> None:
    assert "state:JOR" in actors_of("Amman is calm, and Jordan wants talks.")
    assert "state:JOR" not in actors_of("The negotiator, Jordan Reyes, said no.")


def test_an_organisation_is_known_by_its_words() -> None:
    found = actors_of(
        "The Harbour Institute for Peace Research (HIPR) published figures. HIPR said so twice."
    )
    institute = found["org:harbour-institute-for-peace-research"]
    assert words_of(institute) == ["Harbour Institute for Peace Research", "HIPR", "HIPR"]
    assert institute.type == "think_tank"


def test_initials_define_an_acronym_of_any_name() -> None:
    found = actors_of("The Movement of Free Fishers (MFF) met. Later the MFF left.")
    assert words_of(found["org:movement-of-free-fishers"])[-1] == "MFF"
    found = actors_of("The Patriots of Quarra (POQ) met. Later POQ left.")
    assert words_of(found["org:poq"]) == ["Patriots of Quarra", "POQ", "POQ"]


def test_a_body_of_a_state_is_one_actor_in_both_spellings() -> None:
    found = actors_of("Norway’s coast guard fired. The Norwegian coast guard denied it.")
    body = next(a for a in found.values() if a.affiliation == "state:NOR")
    assert words_of(body) == ["Norway’s coast guard", "Norwegian coast guard"]
    assert words_of(found["state:NOR"]) == ["Norway", "Norwegian"]


def test_the_noun_of_a_body_may_only_describe_the_next() -> None:
    found = actors_of("Norwegian coast guard vessels were seen.")
    assert words_of(found["state:NOR"]) == ["Norwegian"]


def test_unnamed_sources_speak_each_for_themselves() -> None:
    found = actors_of(
        "Analysts warned of delays. Two Norwegian diplomats, asking not to be named, said the "
        "talks stalled. Officials met again. A senior adviser told reporters so. Later analysts "
        "expected more. According to people familiar with the talks, the adviser left."
    )
    sources = {i: a for i, a in found.items() if a.type == "anonymous_source"}
    assert {i: words_of(a) for i, a in sources.items()} == {
        "anon:analysts": ["Analysts"],
        "anon:two-norwegian-diplomats": ["Two Norwegian diplomats"],
        "anon:senior-adviser": ["A senior adviser"],
        "anon:analysts-2": ["analysts"],
        "anon:people": ["people familiar with the talks"],
    }
    assert sources["anon:two-norwegian-diplomats"].affiliation == "state:NOR"


def test_the_official_is_the_last_official() -> None:
    found = actors_of("A Norwegian official said no. The official said he had proof.")
    official = found["anon:norwegian-official"]
    assert words_of(official) == ["A Norwegian official", "official"]


def test_groups_belong_to_whoever_stands_before_them() -> None:
    found = actors_of(
        "EU leaders met President Ana Ruiz. Norwegian forces withdrew. Ruiz’s team agreed, and "
        "the Ruiz administration and non-Western powers waited."
    )
    groups = {i: (a.type, a.affiliation) for i, a in found.items() if i.startswith("grp:")}
    assert groups == {
        "grp:EU-leaders": ("group", "org:EU"),
        "grp:NOR-forces": ("military", "state:NOR"),
        "grp:ruiz-team": ("group", "per:ruiz"),
        "grp:ruiz-administration": ("government_body", "per:ruiz"),
        "grp:non-western-powers": ("group", None),
    }


def test_headings_hold_known_names_only() -> None:
    found = actors_of("Norway Urges Calm as Reyes Stands Firm\nSenator Lena Reyes waited.", "title")
    assert words_of(found["per:reyes"]) == ["Reyes", "Lena Reyes"]
    assert set(found) == {"state:NOR", "per:reyes"}


def test_every_rule_is_explained() -> None:
    text = (
        "Norway and the EU met. Analysts say Senator Lena Reyes left; she said so. The senator’s "
        "aides agreed. The Harbour Council of Elders (HCE) spoke, as did the Brandt-era guard."
    )
    used = {m.rule.removeprefix("actors.") for a in actors_of(text).values() for m in a.mentions}
    assert used <= set(RULES)
    assert {"gazetteer", "title", "pronoun", "anonymous", "organisation", "acronym", "era"} <= used


NAMES = st.sampled_from(
    """Norway Norwegian Norwegians Oslo US U.S. EU Jordan President Minister the The of and said
    he his she Ana Ruiz Kim Park al-Masri van Council Institute (CI) official officials troops
    ’s 's - — , . : “ ” " ( ) \n analysts warned Mr. Jr. J. Foreign in to from West Bank non
    -era administration King Park-Ruiz former Sen. 5 über İstanbul""".replace("\\n", "\n").split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(NAMES, max_size=60).map(" ".join)))
def test_mentions_hold_their_words_and_no_place_is_two_actors(text: str) -> None:
    actors = extract_actors(Reading(document_of(text)))
    spans = [(m.span.start, m.span.end) for a in actors for m in a.mentions]
    assert len(spans) == len(set(spans))
    assert len({a.id for a in actors}) == len(actors)
    for actor in actors:
        assert actor.mentions
        for span in (*(m.span for m in actor.mentions), *(r.span for r in actor.roles)):
            assert span.text
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "piece",
    [
        "President ",
        "the president ",
        "Chief of Head of Office of ",
        "Norway ",
        "Oslo and ",
        "Oslo, ",
        "Council ",
        "Oval Office ",
        "West Bank Army ",
        "Aa-",
        "Lena Reyes he ",
        "Senator Xa{} Reyes, the senator, ",
        "John Xa{} said. ",
        "“",
        "’s ",
        "official ",
        "(ABC) Aa Bb Cc ",
        "foreign ",
        "J. ",
        "al ",
    ],
)
def test_time_grows_with_the_text_and_not_its_square(piece: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(piece.format(chr(97 + i % 26) * (1 + i % 7)) for i in range(count))
        reading = Reading(document_of(text))
        assert reading.tokens is not None
        assert reading.sentences is not None
        start = time.thread_time()
        extract_actors(reading)
        return time.thread_time() - start

    # Linear would be 8, quadratic 64.
    assert grows_within(seconds, 1000, 8000, 30)


def test_who_is_told_is_no_source() -> None:
    found = actors_of(
        "Senator Ana Ruiz told lawmakers to wait. Officials in Oslo, meanwhile, said no."
    )
    sources = [a for a in found.values() if a.type == "anonymous_source"]
    assert [(words_of(a), a.affiliation) for a in sources] == [(["Officials"], "state:NOR")]


def test_a_paper_is_known_by_the_noun_behind_it() -> None:
    found = actors_of("The minister told Quarrabladet newspaper that she agreed.")
    assert found["org:quarrabladet"].type == "media"


def test_a_region_and_a_noun_are_a_group_of_that_region() -> None:
    found = actors_of("The deal pleased European allies.")
    assert [(m.span.text, m.kind) for m in found["grp:Europe"].mentions] == [
        ("European", "demonym")
    ]
    assert words_of(found["grp:Europe-allies"]) == ["European allies"]


def test_a_things_acronym_is_no_actor() -> None:
    found = actors_of("The Rules of Fishing (ROF) are long. They read the ROF twice.")
    assert found == {}


def test_a_side_without_a_name_is_an_actor_where_it_acts() -> None:
    text = (
        "Rebels attacked a convoy of the Kenyan army. The envoys met with the rebels in Lima, and "
        "protesters blocked the road. Two hundred migrants slept."
    )
    actors = actors_of(text)
    assert [m.span.text for m in actors["grp:rebels"].mentions] == ["Rebels", "rebels"]
    assert {m.kind for m in actors["grp:rebels"].mentions} == {"nominal"}
    assert actors["grp:rebels"].type == "armed_group"
    assert "grp:protesters" in actors


def test_a_group_that_has_a_name_takes_no_noun_of_its_own() -> None:
    text = "The Tide Rebels attacked Lima. Later the rebels withdrew."
    assert "grp:rebels" not in actors_of(text)

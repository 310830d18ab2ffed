"""Surface forms: what they name, who shares them, which want care."""

from __future__ import annotations

import pytest

from detente.reference.names import by_name, names

# Every surface of several entities, the more usual first. A new one must be put here on purpose.
AMBIGUOUS = {
    "Brussels": ["org:EU", "state:BEL"],
    "Channel Islanders": ["state:GGY", "state:JEY"],
    "Congo": ["state:COD", "state:COG"],
    "Congolese": ["state:COD", "state:COG"],
    "Dominican": ["state:DOM", "state:DMA"],
    "Dominicans": ["state:DOM", "state:DMA"],
    "Kingston": ["state:JAM", "state:NFK"],
    "Korea": ["state:KOR", "state:PRK"],
    "Korean": ["state:KOR", "state:PRK"],
    "Koreans": ["state:KOR", "state:PRK"],
    "United Arab Republic": ["state:EGY", "state:SYR"],
}


def test_no_name_has_two_meanings_but_the_known_ones() -> None:
    shared = {text: [n.entity for n in of] for text, of in names().items() if len(of) > 1}
    assert shared == AMBIGUOUS


def test_the_mapping_is_full_and_its_keys_are_the_surfaces() -> None:
    assert len(names()) > 3000
    for text, of in names().items():
        assert {n.text for n in of} == {text}
        assert text == text.strip() != ""
        assert not text.startswith(("the ", "The ")) or text in ("The Hague", "The Valley")


def test_every_member_of_the_united_nations_can_be_named_in_several_ways() -> None:
    kinds: dict[str, set[str]] = {}
    for of in names().values():
        for n in of:
            kinds.setdefault(n.entity, set()).add(n.kind)
    # Luxembourg has a capital of another name here, Singapore and Monaco have not.
    for entity in ("state:NOR", "state:NAM", "state:LUX", "state:FJI"):
        assert {"name", "demonym", "population", "capital"} <= kinds[entity]


@pytest.mark.parametrize(
    ("text", "kind", "entity"),
    [
        ("Norway", "name", "state:NOR"),
        ("Burma", "name", "state:MMR"),
        ("Türkiye", "name", "state:TUR"),
        ("Turkiye", "name", "state:TUR"),
        ("Soviet", "demonym", "state:SUN"),
        ("USSR", "acronym", "state:SUN"),
        ("US", "acronym", "state:USA"),
        ("U.S.", "acronym", "state:USA"),
        ("UK", "acronym", "state:GBR"),
        ("UAE", "acronym", "state:ARE"),
        ("DPRK", "acronym", "state:PRK"),
        ("ROK", "acronym", "state:KOR"),
        ("PRC", "acronym", "state:CHN"),
        ("DRC", "acronym", "state:COD"),
        ("Filipinos", "population", "state:PHL"),
        ("Dutch", "demonym", "state:NLD"),
        ("Kiev", "capital", "state:UKR"),
        ("Peking", "capital", "state:CHN"),
        ("Nur-Sultan", "capital", "state:KAZ"),
        ("Bogota", "capital", "state:COL"),
        ("Kremlin", "metonym", "state:RUS"),
        ("Élysée", "metonym", "state:FRA"),
        ("Elysee", "metonym", "state:FRA"),
        ("Downing Street", "metonym", "state:GBR"),
        ("Blue House", "metonym", "state:KOR"),
        ("Zhongnanhai", "metonym", "state:CHN"),
        ("Casa Rosada", "metonym", "state:ARG"),
        ("Quai d'Orsay", "metonym", "state:FRA"),
        ("Quai d’Orsay", "metonym", "state:FRA"),
        ("Foggy Bottom", "metonym", "org:StateDepartment"),
        ("White House", "name", "org:WhiteHouse"),
        ("Saint Lucia", "name", "state:LCA"),
        ("St. Lucia", "name", "state:LCA"),
        ("Cote d’Ivoire", "name", "state:CIV"),
        ("European", "demonym", "grp:Europe"),
        ("West", "name", "grp:West"),
        ("Kurds", "population", "grp:Kurds"),
    ],
)
def test_surfaces(text: str, kind: str, entity: str) -> None:
    (name,) = names()[text]
    assert (name.kind, name.entity) == (kind, entity)


@pytest.mark.parametrize("text", ["us", "who", "it", "turkey", "Georgia's", "the US", "Norfolk"])
def test_other_words_are_no_names(text: str) -> None:
    assert text not in names()


@pytest.mark.parametrize(
    "text",
    ["Georgia", "Jordan", "Chad", "Turkey", "WHO", "Polish", "Guardian", "Times", "Jersey", "Fed"],
)
def test_surfaces_that_are_ordinary_words_want_care(text: str) -> None:
    assert all(n.careful for n in names()[text])


@pytest.mark.parametrize("text", ["US", "Russia", "Jordanian", "Reuters", "Western", "EU"])
def test_plain_names_want_none(text: str) -> None:
    assert not any(n.careful for n in names()[text])


def test_a_leading_article_does_not_count() -> None:
    assert by_name("the Netherlands") == by_name("Netherlands") != ()
    assert by_name("The Guardian")[0].entity == "org:Guardian"
    assert by_name("The Hague")[0].entity == "state:NLD"
    assert by_name("Atlantis") == ()


def test_capitals_of_former_states_name_no_state() -> None:
    assert by_name("East Berlin") == ()
    assert by_name("Aden") == ()

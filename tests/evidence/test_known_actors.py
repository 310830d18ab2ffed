from __future__ import annotations

from pathlib import Path

import pytest

from detente.documents.read import from_bytes
from detente.errors import InputError
from detente.evidence.items import Actor
from detente.evidence.known_actors import KnownActor, load_known_actors
from detente.evidence.ledger import Ledger
from detente.evidence.read import read

FILE = """\
actors:
  - id: org:TideForum
    name: Tidal Forum
    type: ngo
    aliases: [the Forum, TF]
    affiliation: state:NO
  - id: per:nordmann
    name: Kari Nordmann
    type: person
    aliases: [Iron Kari]
"""


def ledger(text: str, known: tuple[KnownActor, ...]) -> Ledger:
    return read(from_bytes("t.txt", text.encode()), known_actors=known)


def mentions(actor: Actor | None) -> list[str]:
    return [] if actor is None else [m.span.text for m in actor.mentions]


@pytest.fixture
def known(tmp_path: Path) -> tuple[KnownActor, ...]:
    path = tmp_path / "actors.yaml"
    path.write_text(FILE, encoding="utf-8")
    return load_known_actors(path)


def test_the_file_is_read_and_no_means_norway(known: tuple[KnownActor, ...]) -> None:
    assert known[0] == KnownActor(
        "org:TideForum", "Tidal Forum", "ngo", ("Tidal Forum", "the Forum", "TF"), "state:NO"
    )


def test_names_that_reading_does_not_know_are_found(known: tuple[KnownActor, ...]) -> None:
    found = ledger("Members of TF left Oslo. In the end the Forum paid.", known)
    assert mentions(found.actor("org:TideForum")) == ["TF", "the Forum"]
    found.verify()


def test_an_alias_joins_what_reading_keeps_apart(known: tuple[KnownActor, ...]) -> None:
    text = "Foreign Minister Kari Nordmann said it. Later Iron Kari left, and Nordmann slept."
    found = ledger(text, known)
    assert mentions(found.actor("per:nordmann")) == ["Kari Nordmann", "Iron Kari", "Nordmann"]
    assert [r.title for r in found.actor("per:nordmann").roles] == ["Foreign Minister"]  # type: ignore[union-attr]
    assert len([a for a in found.actors if a.type == "person"]) == 1


def test_the_file_wins_over_the_tables() -> None:
    known = (KnownActor("org:RockBand", "Norway", "organisation", ("Norway",)),)
    found = ledger("Norway said so.", known)
    assert [a.id for a in found.actors] == ["org:RockBand"]


def test_part_of_a_word_is_no_name(known: tuple[KnownActor, ...]) -> None:
    assert ledger("ATF and TFX stayed.", known).actor("org:TideForum") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "needs a list named actors"),
        ("actors: [a]", r"actors\[0\] is str"),
        ("actors: [{id: x, name: y}]", r"actors\[0\] needs type"),
        ("actors: [{id: x, name: y, type: star}]", "type is 'star'; one of person"),
        ("actors: [{id: x, name: y, type: ngo, alias: z}]", "has 'alias'; what fits is"),
        ("actors: [{id: x, name: y, type: ngo, aliases: z}]", "must be a list of names"),
        ("actors: [", "cannot be read as YAML"),
        (
            "actors: [{id: x, name: y, type: ngo}, {id: z, name: y, type: ngo}]",
            "stands for both x and z",
        ),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        load_known_actors(path)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        load_known_actors(tmp_path / "none.yaml")

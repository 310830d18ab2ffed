"""What every extractor promises, checked on the examples and, where there, the sample."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente.documents.read import read_document
from detente.evidence import second_look
from detente.evidence.ledger import LISTS, Ledger
from detente.evidence.model import available_model, load_model
from detente.evidence.read import read
from detente.evidence.reading import Reading
from detente.evidence.registry import extractors

EXAMPLES = sorted((Path(__file__).parents[2] / "examples/dispatches").iterdir())


def test_every_list_of_the_ledger_has_an_extractor() -> None:
    assert {e.makes for e in extractors()} == set(LISTS)


def test_each_runs_after_what_it_needs() -> None:
    made: set[str] = set()
    for extractor in extractors():
        assert set(extractor.needs) <= made
        made.add(extractor.makes)


@pytest.mark.parametrize("name", [e.name for e in extractors()])
def test_each_rule_is_explained_and_has_a_test_file(name: str) -> None:
    extractor = next(e for e in extractors() if e.name == name)
    assert extractor.rules
    for key, line in extractor.rules.items():
        assert key
        assert len(line.split()) >= 4, f"{name}.{key} says too little"
        assert "\n" not in line
    tests = Path(__file__).parents[1] / "evidence"
    assert list(tests.glob(f"test_{name}*.py")), f"no tests/evidence/test_{name}.py"
    assert extractor.extract.__doc__


def rules_of(ledger: Ledger) -> set[str]:
    found = {m.rule for a in ledger.actors for m in a.mentions}
    found |= {r.rule for a in ledger.actors for r in a.roles}
    return found | {item.rule for item in ledger.items()}


def known_rules() -> set[str]:
    return {f"{e.name}.{key}" for e in extractors() for key in e.rules}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_items_name_rules_that_exist_and_ids_that_are_there(path: Path) -> None:
    ledger = read(read_document(path))
    assert rules_of(ledger) <= known_rules()
    actors = {a.id for a in ledger.actors}
    for item in ledger.items():
        for reference in references(item):
            assert reference in actors, f"{item.id} refers to {reference}"
    ids = [item.id for item in ledger.items()]
    assert len(ids) == len(set(ids))


def references(item: Any) -> list[str]:
    single = ("speaker", "addressee", "actor", "by", "to", "reporter", "source", "target")
    found = [getattr(item, n) for n in single if hasattr(item, n) and n != "target"]
    if type(item).__name__ == "Relation":
        found.append(item.target)
    for name in ("participants", "about", "attribution"):
        found.extend(getattr(item, name, ()))
    return [f for f in found if f is not None]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_reading_twice_gives_the_same_bytes(path: Path) -> None:
    document = read_document(path)
    assert read(document).to_json() == read(document).to_json()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_an_extractor_changes_nothing_it_is_given(path: Path) -> None:
    document = read_document(path)
    reading = Reading(document, document.date)
    for extractor in extractors():
        before = {name: tuple(getattr(reading, name)) for name in LISTS}
        found = extractor.extract(reading)
        assert {name: tuple(getattr(reading, name)) for name in LISTS} == before
        setattr(reading, extractor.makes, [*getattr(reading, extractor.makes), *found])


@pytest.mark.model
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_the_second_pass_keeps_the_same_promises(path: Path) -> None:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    ledger = read(read_document(path), model=load_model())
    assert rules_of(ledger) <= known_rules() | {f"tagger.{rule}" for rule in second_look.RULES}
    assert Ledger.from_json(ledger.to_json()) == ledger
    assert ledger.made_by is not None
    assert ledger.made_by.model_sha256

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.yaml_reading import places, read_yaml
from detente.errors import BadCase

# Plain words that another version of YAML takes for something else, and those that are more.
SCALARS: dict[str, object] = {
    "NO": "NO",
    "no": "no",
    "yes": "yes",
    "on": "on",
    "1:30": "1:30",
    "1_000": "1_000",
    "2024-05-31": "2024-05-31",
    "012": 12,
    "0o12": 10,
    "0x1F": 31,
    "-5": -5,
    "+5": 5,
    "5.": 5.0,
    ".5": 0.5,
    "1e3": 1000.0,
    "1.5e-3": 0.0015,
    "true": True,
    "False": False,
    "~": None,
    "null": None,
    "": None,
    "'12'": "12",
    '"true"': "true",
    "=": "=",
    "<<": "<<",
    "1e": "1e",
    "- ": [None],
    "!!str 12": "12",
    "! 12": "12",
    "'it''s'": "it's",
    '"\\u00e9\\n"': "é\n",
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", SCALARS)
def test_what_a_plain_word_is(text: str, pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if pure:
        monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    read = read_yaml(f"key:\n  {text}\n", "f")["key"]
    assert read == SCALARS[text]
    assert type(read) is type(SCALARS[text])


REFUSED = {
    "a: 1\na: 2": r"line 2, column 1: the key 'a' stands on line 1 already",
    "a: {b: 1, b: 2}": r"line 1, column 11: the key 'b' stands on line 1 already",
    "? [a]\n: 1": r"line 1, column 3: a key must be a word",
    "a: .nan": r"line 1, column 4: .nan is not a number",
    "a: -.inf": r"line 1, column 4: -.inf is not a number",
    "a: 1e999": r"line 1, column 4: the number 1e999 is too large",
    "a: !!python/none x": "line 1, column 4: the tag .* is not read",
    "a: *b": "nothing is called &b|undefined alias",
    "a: &a [*a]": r"the alias \*a stands inside what it names",
    "a: [1": r"line \d+, column \d+: not YAML",
    "a: 'b": r"line \d+, column \d+: not YAML",
    "\t- a": "not YAML",
    "": "the file is empty",
    "# only a remark": "the file is empty",
    "a: \x01": "not YAML",
    "--- a\n--- b": "line 2, column 1: a second document begins",
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", REFUSED)
def test_what_is_refused_and_where(text: str, pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if pure:
        monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    with pytest.raises(BadCase, match=f"^f: .*({REFUSED[text]})"):
        read_yaml(text, "f")


def test_aliases_stand_for_what_they_name() -> None:
    assert read_yaml("a: &x {b: 1}\nc: *x\nd: &y z\ne: *y", "f") == {
        "a": {"b": 1},
        "c": {"b": 1},
        "d": "z",
        "e": "z",
    }


TEXT = """\
title: x
parties:
  - {id: a, name: "A"}
  - id: b
    name: é
list: [1,
  {c: 2}]
"""


def test_places_of_values_and_keys() -> None:
    found = places(TEXT, "f")
    assert found[("title",)] == (1, 8)
    assert found[("title", "key:")] == (1, 1)
    assert found[("parties", 0)] == (3, 5)
    assert found[("parties", 0, "name")] == (3, 19)
    assert found[("parties", 1, "name", "key:")] == (5, 5)
    assert found[("list", 1, "c")] == (7, 7)


paths = st.lists(
    st.sampled_from(["title", "parties", "list", 0, 1, "id", "name", "c", "zz"]), max_size=4
).map(tuple)


@given(st.lists(paths, max_size=4))
def test_the_places_of_some_are_those_of_all(wanted: list[tuple[str | int, ...]]) -> None:
    everything = places(TEXT, "f")
    some = places(TEXT, "f", wanted)
    for path in wanted:
        assert some.get(path) == everything.get(path)
        assert some.get((*path, "key:")) == everything.get((*path, "key:"))
    assert some.items() <= everything.items()


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_one_error(text: str) -> None:
    try:
        read_yaml(text, "f")
    except BadCase as error:
        faults = error.faults
    else:
        faults = ("read",)
    assert len(faults) == 1

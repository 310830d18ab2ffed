"""Every fault of a file at once: line, column, path, what was given, what fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case.load import case_from_data, load_case, read_case
from detente.errors import BadCase, InputError

FILE = """\
titel: Water
as_of: yesterday
parties:
  - {id: norland, nme: Norland, role: partie, influence: lots}
  - id: 3rd
    name: 12
    veto: maybe
    spoiler: "yes"
issues:
  - {id: water, name: Water, options: dam}
positions:
  - {party: norland, issue: water, at: 130, option: dam, salience: {low: 9, high: 3}}
red_lines:
  - {kind: forbids, id: r, party: norland}
  - {kind: forbid, id: r, party: norland, issue: water}
  - {id: r}
levers:
  - {id: and, name: A, giver: norland, cost: -5}
moves: {}
acceptance: {quorum: 1.5}
"""
SAID = [
    "line 1, column 1: title is missing",
    "line 1, column 1: the case has no key 'titel'; did you mean 'title'?",
    "line 2, column 8: as_of must be a date as 1978-09-17, not 'yesterday'",
    "line 4, column 5: parties[0].name is missing",
    "line 4, column 19: parties[0] has no key 'nme'; did you mean 'name'?",
    "line 4, column 39: parties[0].role is 'partie'; one of party, mediator, sponsor, ratifier, "
    "observer fits; did you mean 'party'?",
    "line 4, column 58: parties[0].influence must be a number or a range such as "
    "{low: 20, high: 60}, not 'lots'",
    "line 5, column 9: parties[1].id must be a short name of letters, digits, _ and -, not '3rd'",
    "line 6, column 11: parties[1].name must be words; put a number in quotes if it is a name, "
    "not 12",
    "line 7, column 11: parties[1].veto must be true or false, not 'maybe'",
    "line 10, column 39: issues[0].options must be a list, not 'dam'",
    "line 12, column 40: positions[0].at: a place on an issue's scale lies between 0 and 100, "
    "not 130",
    "line 12, column 68: positions[0].salience: low, mode (or mean) and high must not fall, "
    "not {low, high}",
    "line 14, column 5: red_lines[0].kind is 'forbids'; one of forbid, floor, link fits; "
    "did you mean 'forbid'?",
    "line 15, column 5: red_lines[1]: a forbid line needs options, below or above, "
    "not {kind, id, party, issue}",
    "line 16, column 5: red_lines[2] needs a kind, not {id}",
    "line 18, column 10: levers[0].id: 'and' has a meaning in expressions and cannot be an id, "
    "not 'and'",
    "line 18, column 46: levers[0].cost: a cost or a cap lies between 0 and 1e+12, not -5",
    "line 19, column 8: moves must be a list, not {}",
    "line 20, column 22: acceptance.quorum must be a whole number, not 1.5",
]


def faults_of(text: str, name: str = "f") -> tuple[str, ...]:
    with pytest.raises(BadCase) as caught:
        read_case(text, name)
    return caught.value.faults


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    assert list(faults_of(FILE)) == SAID


def test_the_name_of_the_file_stands_before_each_line() -> None:
    with pytest.raises(BadCase) as caught:
        read_case(FILE, "water.yaml")
    assert all(line.startswith("water.yaml: line ") for line in str(caught.value).splitlines())


def test_keys_that_fit_are_listed_where_none_is_near() -> None:
    (said,) = faults_of("title: x\nissues: [{id: i, name: I, ends: {low: a, high: b, zzz: c}}]")
    assert said == "line 2, column 51: issues[0].ends has no key 'zzz'; keys that fit: high, low"
    (said,) = faults_of("title: x\nred_lines: [{kind: floor, id: r, party: p, points: 3, blow: 2}]")
    assert (
        "keys that fit: basis, confidence, draft, evidence, id, kind, party, points, text" in said
    )


def test_a_fault_inside_a_number_names_its_key() -> None:
    (said,) = faults_of("title: x\nparties: [{id: a, name: A, influence: {low: few, high: 3}}]")
    assert said.startswith("line 2, column 45: parties[0].influence.low must be a number")


def test_fifty_are_told_and_the_rest_counted() -> None:
    some = faults_of("title: x\nquestions:\n" + "- {text: 1}\n" * 70)
    assert len(some) == 51
    assert some[0].startswith("line 3, column 10: questions[0].text")
    assert some[-1] == "and 20 more places that do not fit"
    many = faults_of("title: x\nquestions:\n" + "- {text: a}\n" * 700 + "- {text: 1}\n" * 60_000)
    assert len(many) == 51
    assert many[0].startswith("line 703, column 10: questions[700].text")
    assert many[-1] == "and 59,950 more places that do not fit"


def test_data_without_a_text_has_paths_and_no_lines() -> None:
    with pytest.raises(BadCase, match=r"^data: title must be words"):
        case_from_data({"title": 5}, "data")


@pytest.mark.parametrize("text", ["- a", "words", "5", "[]"])
def test_what_is_no_mapping(text: str) -> None:
    assert faults_of(text) == (
        "a case has keys such as title, parties, issues at the outermost level",
    )


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.yaml: No such file"):
        load_case(tmp_path / "none.yaml")
    with pytest.raises(InputError, match="give a case file"):
        load_case(tmp_path)
    (tmp_path / "latin.yaml").write_bytes("title: é".encode("latin-1"))
    with pytest.raises(BadCase, match="byte 7 is not UTF-8"):
        load_case(tmp_path / "latin.yaml")
    (tmp_path / "mark.yaml").write_bytes(b"\xef\xbb\xbftitle: x")
    assert load_case(tmp_path / "mark.yaml").title == "x"


@pytest.mark.parametrize(
    ("given", "shown"), [("140", "140"), ("{low: 20, high: 140}", "140"), ("-0.5", "-0.5")]
)
def test_a_number_out_of_bounds_is_named_itself(given: str, shown: str) -> None:
    text = f"title: T\nparties: [{{id: a, name: A, influence: {given}}}]\n"
    with pytest.raises(BadCase) as caught:
        read_case(text, "the file")
    (fault,) = caught.value.faults
    assert fault.endswith(f"salience or influence lies between 0 and 100, not {shown}")

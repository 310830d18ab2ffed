"""``detente convert``, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.converting import convert
from detente.errors import InputError, UnsuitableCase
from detente.formats.registry import load_any
from tests.formats.genius_files import DOMAIN, profile, write_files
from tests.test_cli import detente, errors


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_files(tmp_path / "talks", {"domain.xml": DOMAIN, "norland.xml": profile()})


def test_there_and_back(talks: Path, tmp_path: Path) -> None:
    done = convert(talks, tmp_path / "case.yaml")
    assert (done.read_as, done.written_as) == ("genius", "case")
    convert(tmp_path / "case.yaml", tmp_path / "web", write_as="geniusweb")
    assert load_any(tmp_path / "web").utilities[0].values == done.case.utilities[0].values


def test_a_case_may_be_written_again_but_nothing_else_is_overwritten(
    talks: Path, tmp_path: Path
) -> None:
    convert(talks, tmp_path / "case.yaml")
    convert(talks, tmp_path / "case.yaml")
    (tmp_path / "notes.yaml").write_text("- buy fish\n")
    with pytest.raises(InputError, match="is there already and is no file of the format case"):
        convert(talks, tmp_path / "notes.yaml")
    assert (tmp_path / "notes.yaml").read_text() == "- buy fish\n"
    with pytest.raises(InputError, match="is what is to be read"):
        convert(tmp_path / "case.yaml", tmp_path / "case.yaml")


def test_a_case_that_does_not_fit_leaves_nothing_behind(talks: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    convert(talks, case)
    case.write_text(
        case.read_text() + "red_lines: [{kind: floor, id: f, party: norland, points: 9}]\n"
    )
    with pytest.raises(UnsuitableCase, match="red lines"):
        convert(case, tmp_path / "out", write_as="genius")
    assert not (tmp_path / "out").exists()


def test_the_command(talks: Path, tmp_path: Path) -> None:
    done = detente("convert", talks, tmp_path / "case.yaml", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["from"] == "genius"
    assert told["to"] == "case"
    assert (told["parties"], told["issues"]) == (1, 2)
    assert told["sha256"] == load_any(tmp_path / "case.yaml").sha256
    done = detente("convert", tmp_path / "case.yaml", tmp_path / "g", "--to", "genius")
    assert done.stdout.decode() == f"{tmp_path / 'g'}\n"
    assert load_any(tmp_path / "g").parties[0].name == "norland"


def test_the_list() -> None:
    lines = detente("convert", "--list").stdout.decode().splitlines()
    row = next(line for line in lines if line.startswith("genius "))
    assert "read, written" in row
    told = json.loads(detente("convert", "--list", "--json").stdout)
    assert {"name", "suffixes", "written", "what", "source"} == set(told[0])
    assert len(told) == len(lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say what to read and what to write"),
        (("absent",), "say what to read and what to write"),
        (("absent", "out.yaml"), "absent: no such file or folder"),
        (("absent", "out"), "say which with --to"),
        (("absent", "out", "--to", "genius", "--from", "nobody"), "no format is called 'nobody'"),
        (("--list", "absent"), "--list stands alone"),
    ],
)
def test_wrong_calls(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = detente("convert", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert len(errors(done)) == 1
    assert said in errors(done)[0]

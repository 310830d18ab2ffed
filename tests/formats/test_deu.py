from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.errors import BadCase, InputError
from detente.formats.deu import Deu
from detente.formats.deu_table import ACTORS, DeuIssue, read_deu

COLUMNS = ["prnrnmc", "isnrnmc", "prnr", "prname", "isnr", "type", "proc", "counvte", "intro"]
HEAD = [*COLUMNS, *(f"p{a}" for a in ACTORS), *(f"s{a}" for a in ACTORS), "rp", "out"]


def line(values: dict[str, str]) -> str:
    return "\t".join(f'"{values.get(column, "")}"' for column in HEAD)


def table(tmp_path: Path, *rows: dict[str, str]) -> Path:
    path = tmp_path / "deu.tsv"
    path.write_text("\n".join([line({c: c for c in HEAD}), *(line(row) for row in rows)]) + "\n")
    return path


GDP = {"pde": "4.1", "pfr": "2.8"}
FIRST = {"prnr": "d1", "prname": "ports", "isnr": "d1i1", "counvte": "UNA", "proc": "CNS"}
FIRST |= {"pcom": "100", "scom": "50", "pde": "40", "sde": "", "sfr": "0", "sit": "60"}
FIRST |= {"rp": "0", "out": "70"}
SECOND = {"prnr": "d1", "isnr": "d1i2", "counvte": "UNA", "pde": "10", "sde": "20"}


@pytest.fixture(scope="session")
def issues(shared: Path) -> tuple[DeuIssue, ...]:
    return read_deu(shared / "data/pressure/deu/deu3_blksv.tsv")


def test_a_proposal_with_its_issues(tmp_path: Path) -> None:
    path = table(tmp_path, GDP, FIRST, SECOND)
    case = Deu.load(path.with_name("deu.tsv#d1"))
    assert (case.title, case.summary) == ("ports", "procedure: CNS; vote in the council: UNA")
    assert [i.id for i in case.issues] == ["d1i1", "d1i2"]
    # France is not taking part: no position, and a salience of 0.
    assert [p.id for p in case.parties] == ["com", "de", "it"]
    assert [p.veto for p in case.parties] == [None, True, True]
    assert all(p.influence is None for p in case.parties)
    at = {(p.party, p.issue): (p.at, p.salience) for p in case.positions}
    assert at["de", "d1i1"][1] is None
    assert at["it", "d1i1"][0] is None
    assert case.reference_point.keys() == {"d1i1"}


def test_the_outcome_is_in_no_number_of_the_case(tmp_path: Path) -> None:
    case = Deu.load(table(tmp_path, FIRST).with_name("deu.tsv#d1i1"))
    data = case.model_dump(mode="json")
    note = data["evidence"][0].pop("note")
    assert "Outcome: d1i1 70." in note
    assert "70" not in json.dumps(data)


def test_the_whole_table_is_many_cases(tmp_path: Path) -> None:
    path = table(tmp_path, GDP, FIRST, SECOND)
    assert Deu.sniff(path)
    with pytest.raises(InputError, match=r"holds 2 issues of 1 proposals.*deu.tsv#d1"):
        Deu.load(path)
    with pytest.raises(InputError, match="no proposal or issue is called 'd1i3'; did you mean"):
        Deu.load(path.with_name("deu.tsv#d1i3"))


def test_numbers_off_the_scale_and_ids_twice(tmp_path: Path) -> None:
    with pytest.raises(BadCase) as caught:
        read_deu(table(tmp_path, FIRST | {"pde": "140", "out": "x"}, FIRST))
    assert caught.value.faults == (
        "line 2: pde lies between 0 and 100, not 140",
        "line 2: out is 'x', which is no number",
        "line 3: the issue d1i1 stands on line 2 already",
    )


def test_counts_of_the_published_table(issues: tuple[DeuIssue, ...]) -> None:
    assert len(issues) == 364
    assert len({issue.proposal for issue in issues}) == 141
    assert sum(issue.outcome is not None for issue in issues) == 353
    assert sum(issue.reference_point is not None for issue in issues) == 261
    sizes = [
        sum(i.proposal == p for i in issues) for p in dict.fromkeys(i.proposal for i in issues)
    ]
    assert [sizes.count(n) for n in (1, 2, 3, 4, 5, 6)] == [30, 47, 31, 21, 9, 3]
    without = sum(a not in i.saliences for i in issues for a in i.positions)
    assert without == 54


def test_every_issue_of_the_published_table_is_a_case(
    shared: Path, issues: tuple[DeuIssue, ...]
) -> None:
    from detente.formats.deu import deu_case

    path = shared / "data/pressure/deu/deu3_blksv.tsv"
    for proposal in dict.fromkeys(issue.proposal for issue in issues):
        case = deu_case(issues, [proposal], path)
        case.tables()
        found = {(p.party, p.issue): p.at.value for p in case.positions if p.at is not None}
        wanted = {
            (actor, issue.id): float(at)
            for issue in issues
            if issue.proposal == proposal
            for actor, at in issue.positions.items()
        }
        assert found == wanted

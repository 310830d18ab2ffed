"""Tables of resolved issues: DEU and CSV, and what does not fit."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from detente.backtest.resolved import read_resolved
from detente.errors import InputError


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_deu_table_is_as_counted(shared: Path) -> None:
    """Counts of the project's notes: 353 outcomes, 30 actors, three waves by year introduced."""
    found = read_resolved(shared / "data/pressure/deu/deu3_blksv.tsv")
    assert len(found) == 353
    assert found.position.shape == (353, 30)
    assert found.left_out == 11
    assert Counter(found.era) == {"1996-2000": 172, "2003-2008": 152, "2012-2018": 29}
    assert (~np.isnan(found.reference)).sum() == 253
    assert ((found.outcome == 0) | (found.outcome == 100)).sum() == 109
    assert not np.isnan(found.salience[~np.isnan(found.position)]).any()
    assert found.influence is None
    assert {p.split()[0] for p in found.procedure if p} == {"COD", "CNS"}


def test_a_csv_table_is_read(tmp_path: Path) -> None:
    found = read_resolved(
        table(
            tmp_path,
            "Issue;actor;position;outcome;salience;influence;reference;group;era\n"
            "x;A;10;30;80;2;;g;new\n"
            "x;B;90;;;1;5;;\n"
            "y;A;50;;10;2;;;\n"
            "z;B;40;60;;1;;;\n"
            "z;C;;60;;;;;\n",
        )
    )
    assert found.issue == ("x", "z")
    assert found.group == ("g", "(issue z)")
    assert found.left_out == 1
    nan = np.nan
    assert np.array_equal(found.position, np.array([[10, 90], [40, nan]]), equal_nan=True)
    assert found.salience[0].tolist()[:2] == [80, 50]
    assert found.influence is not None
    assert found.weight[0].tolist()[:2] == [160, 50]
    assert found.outcome.tolist() == [30, 60]
    assert found.reference[0] == 5
    assert np.isnan(found.reference[1])
    assert found.era == ("new", None)
    assert found.procedure == (None, None)


HEAD = "issue,actor,position,outcome\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no table of resolved issues"),
        ("a,b\n1,2\n", "names the columns issue, actor, position and outcome"),
        ("issue,actor,place\nx,A,2\n", "position and outcome are missing"),
        ("issue,actor,position\nx,A,2\n", "table; outcome is missing"),
        (HEAD, "holds no issue with an outcome and a position"),
        (HEAD + "x,A,10,\n", "holds no issue with an outcome"),
        ("issue,actor,position,outcome,saliance\nx,A,1,2,3\n", "no column is called 'saliance'"),
        ("issue,actor,position,outcome,actor\nx,A,1,2,B\n", "a column is there twice"),
        (HEAD + "x,A,101,5\n", "line 2: position lies between 0 and 100, not 101"),
        (HEAD + "x,A,nan,5\n", "line 2: position is 'nan', which is no number"),
        (HEAD + "x,A,1,5\nx,A,2,5\n", "line 3: A is on the issue x already"),
        (HEAD + "x,A,1,5\nx,B,2,6\n", "line 3: outcome is 6 and was 5 in a row"),
        (HEAD + ",A,1,5\n", "line 2: a row needs an issue and an actor"),
        (HEAD + "x,A,1,5,9\n", "line 2: more cells than columns"),
        (
            "issue,actor,position,outcome,influence\nx,A,1,5,-1\n",
            "line 2: influence is 0 or more, not -1",
        ),
        (
            "issue,actor,position,outcome,influence\nx,A,1,5,2\nx,B,1,5\n",
            "issue x: B has a position and no influence",
        ),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_resolved(table(tmp_path, text))
    assert said in str(caught.value)
    assert "t.csv" in str(caught.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_resolved(tmp_path / "none.csv")


def test_a_thousand_faults_are_not_told_one_by_one(tmp_path: Path) -> None:
    rows = "".join(f"i{number},A,here,5\n" for number in range(1000))
    with pytest.raises(InputError) as caught:
        read_resolved(table(tmp_path, HEAD + rows))
    lines = str(caught.value).splitlines()
    assert len(lines) == 51
    assert lines[-1].endswith("and 950 more places that do not fit")


def test_actors_of_their_own_on_every_issue_take_no_more_room(tmp_path: Path) -> None:
    """A column for every name would be 2,000 by 4,000."""
    rows = "".join(f"i{n},a{n},10,5\ni{n},b{n},{n % 100},5\n" for n in range(2000))
    found = read_resolved(table(tmp_path, HEAD + rows))
    assert found.position.shape == (2000, 2)
    assert found.position[7].tolist() == [10, 7]

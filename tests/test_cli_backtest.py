"""The command ``backtest`` as a user meets it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from detente.cli import main
from tests.backtest.small_tables import made_table


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


METHODS = ("--methods", "compromise,mean,settlement")


def test_text_has_a_leaderboard_and_how_it_was_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_table(tmp_path / "made.csv")
    status, out, err = run(capsys, "backtest", path, *METHODS)
    assert (status, err) == (0, "")
    assert out.startswith("made.csv: 24 resolved issues in 12 groups; 10 folds")
    for word in ("Leaderboard", "settlement", "Chances", "Intervals", "by era", "by procedure"):
        assert word in out
    assert "…" not in out, "nothing is cut off"
    assert max(map(len, out.splitlines())) <= 100
    assert "What the methods are" in out


def test_one_issue_is_told_without_folds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "one.csv"
    path.write_text("issue,actor,position,outcome\nx,A,10,20\nx,B,30,20\n", encoding="utf-8")
    status, out, _ = run(capsys, "backtest", path)
    assert status == 0
    assert out.startswith("one.csv: 1 resolved issue in 1 group; seed 0;")


def test_json_is_one_document_with_every_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_table(tmp_path / "made.csv")
    status, out, _ = run(capsys, "backtest", path, *METHODS, "--json", "--seed", 7)
    assert status == 0
    data = json.loads(out)
    assert data["seed"] == 7
    by_name = {m["name"]: m for m in data["methods"]}
    assert set(by_name) == {"compromise", "mean", "settlement"}
    assert by_name["compromise"]["against"] is None
    assert set(by_name["mean"]["against"]) == {"mean", "low", "high"}
    chances = by_name["settlement"]["chances"]
    assert len(chances["coverage"]) == len(data["levels"]) == 3
    assert set(chances["against"]) == {"mean-normal", "mean-residuals"}
    assert sum(chances["pit"]) == pytest.approx(1)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_stands_alone_and_escapes_what_the_data_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_table(tmp_path / "<img src=x onerror=1>&.csv")
    text = path.read_text().replace("early", "<script>alert(1)</script>")
    path.write_text(text, encoding="utf-8")
    page = tmp_path / "page.html"
    status, _, _ = run(capsys, "backtest", path, *METHODS, "--html", page)
    assert status == 0
    html = page.read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(html)
    names = [tag for tag, _ in tags.found]
    assert not {"script", "img", "link", "iframe"} & set(names)
    assert names.count("svg") == 1
    for tag, attributes in tags.found:
        assert "style" not in attributes, tag
        assert not [a for a in attributes if a.startswith("on") or a in ("href", "src")], tag
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert re.search(r"Content-Security-Policy\" content=\"default-src 'none'; style-src", html)
    again = run(capsys, "backtest", path, *METHODS, "--html", page)
    assert again[0] == 0, "a page of ours is written over"
    assert page.read_text(encoding="utf-8") == html


def test_a_page_is_not_written_over_something_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_table(tmp_path / "made.csv")
    for target in (path, tmp_path):
        status, out, err = run(capsys, "backtest", path, "--html", target)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--methods", "oracle"), "no method is called 'oracle'"),
        (("--methods", "all,mean"), "all stands alone"),
        (("--seed", "-1"), "--seed"),
    ],
)
def test_a_wrong_call_is_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    path = made_table(tmp_path / "made.csv")
    status, out, err = run(capsys, "backtest", path, *arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_file_that_is_no_table_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "x.csv", tmp_path / "none.csv", tmp_path):
        status, out, err = run(capsys, "backtest", path)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1

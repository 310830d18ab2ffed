from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from detente.configuration import Configuration, find_configuration, load_configuration
from detente.errors import InputError

FULL = """
[tool.detente]
select = ["DEFAULT", "OFF106"]
ignore = "SRC403"
fail-on = "warning"
facts = ["ours.csv"]
date = 2025-09-15
waivers = ["seen.toml"]

[tool.detente.per-file-ignores]
"archive/*.txt" = ["DOC", "SRC401"]
"""


def test_settings_are_found_upwards_and_paths_are_seen_from_their_file(tmp_path: Path) -> None:
    (tmp_path / "detente.toml").write_text(FULL, encoding="utf-8")
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    found = find_configuration(below)
    assert found == Configuration(
        path=tmp_path / "detente.toml",
        select=("DEFAULT", "OFF106"),
        ignore=("SRC403",),
        date=dt.date(2025, 9, 15),
        facts=(tmp_path / "ours.csv",),
        fail_on="warning",
        per_file_ignores={"archive/*.txt": ("DOC", "SRC401")},
        waivers=(tmp_path / "seen.toml",),
    )


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    (tmp_path / "detente.toml").write_text("[tool.detente]\nselect = ['OFF']\n", encoding="utf-8")
    near = tmp_path / "near"
    near.mkdir()
    (near / "detente.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find_configuration(near).select == ()


def test_waivers_beside_the_settings_or_in_the_folder_are_taken(tmp_path: Path) -> None:
    (tmp_path / "detente-waivers.toml").write_text("", encoding="utf-8")
    assert find_configuration(tmp_path).waivers == (tmp_path / "detente-waivers.toml",)
    (tmp_path / "detente.toml").write_text("", encoding="utf-8")
    assert find_configuration(tmp_path).waivers == (tmp_path / "detente-waivers.toml",)


WRONG = {
    "[tool.detente]\nselct = ['OFF']\n": "selct is no setting; do you mean select",
    "[tool.detente]\nzzz = 1\n": "zzz is no setting; known are",
    "[tool.detente]\nselect = [1]\n": "select must be a list of texts",
    "[tool.detente]\ndate = 'Monday'\n": "date must be a day",
    "[tool.detente]\ndate = 2025-01-01T00:00:00\n": "date must be a day",
    "[tool.detente]\nfail-on = 'fatal'\n": "fail-on must be one of",
    "[tool.detente]\nper-file-ignores = 3\n": "must be a table",
    "[tool]\ndetente = 3\n": "tool.detente must be a table",
    "[tool\n": "no TOML",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items())
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "detente.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load_configuration(path)

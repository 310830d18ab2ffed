"""What lies on disk is trusted only when it is whole and of this run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.engines.blocks import Plan
from detente.engines.draws import run_draws
from detente.engines.run_folder import RunFolder, versions
from detente.engines.serial import Serial
from detente.errors import InputError, Stopped
from tests.engines.examples import bits, fail_in_block_3, walk

PLAN = Plan(draws=640, per_block=64, seed=4, keep=10)
ABOUT = {"case": "0" * 64, "question": "pressure", "method": "median", "parameters": {"rounds": 3}}


def run(folder: Path | None, plan: Plan = PLAN, **about: Any) -> str:
    return bits(
        run_draws(walk, 0.5, plan, engine=Serial(), folder=folder, about=ABOUT | about, blocks=2)
    )


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_a_run_writes_what_it_is_and_a_file_for_each_chunk(tmp_path: Path) -> None:
    run(tmp_path / "a" / "run")
    made = files(tmp_path / "a" / "run")
    assert sorted(made) == [*(f"0000000{n}.npz" for n in range(5)), "lock", "run.json"]
    about = json.loads(made["run.json"])
    assert about == {
        "schema": 1,
        **ABOUT,
        "seed": 4,
        "draws": 640,
        "draws_per_block": 64,
        "rows_kept": 10,
        "versions": versions(),
        "chunks": {"blocks": 2, "count": 5},
    }
    assert about["versions"].keys() == {"detente", "numpy", "python"}


def test_the_same_run_writes_the_same_bytes(tmp_path: Path) -> None:
    run(tmp_path / "a")
    run(tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_files_are_arrays_that_numpy_reads(tmp_path: Path) -> None:
    run(tmp_path)
    with np.load(tmp_path / "00000000.npz") as chunk:
        assert int(chunk["draws"]) == 128
        assert chunk["row/value"].shape == (10, 3)


def test_what_is_there_is_not_run_again(tmp_path: Path) -> None:
    expected = run(tmp_path)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.iterdir()}
    assert run(tmp_path) == expected == run(None)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.iterdir()} == before


def test_a_resumed_run_keeps_the_chunks_that_it_began_with(tmp_path: Path) -> None:
    expected = run(tmp_path)
    (tmp_path / "00000003.npz").unlink()
    drawn = run_draws(walk, 0.5, PLAN, folder=tmp_path, about=ABOUT, blocks=5)
    assert bits(drawn) == expected
    assert len(files(tmp_path)) == 7


@pytest.mark.parametrize("damage", ["cut", "empty", "flipped", "text", "other run", "other chunk"])
def test_a_file_that_is_not_whole_or_of_another_run_is_run_again(
    tmp_path: Path, damage: str
) -> None:
    expected = run(tmp_path / "run")
    good = files(tmp_path / "run")
    path = tmp_path / "run" / "00000002.npz"
    raw = bytearray(good[path.name])
    if damage == "cut":
        raw = raw[: len(raw) // 2]
    elif damage == "empty":
        raw = bytearray()
    elif damage == "text":
        raw = bytearray(b"no archive at all\n" * 9)
    elif damage == "other run":
        run(tmp_path / "other", Plan(640, 64, 5, 10))
        raw = bytearray((tmp_path / "other" / path.name).read_bytes())
    elif damage == "other chunk":
        raw = bytearray(good["00000001.npz"])
    if damage != "flipped":
        path.write_bytes(raw)
        assert run(tmp_path / "run") == expected
        assert files(tmp_path / "run") == good
        return
    for place in np.random.default_rng(0).integers(len(raw), size=60):
        flipped = raw.copy()
        flipped[place] ^= 0x40
        path.write_bytes(flipped)
        assert run(tmp_path / "run") == expected, place


def test_a_chunk_with_a_failure_is_run_again(tmp_path: Path) -> None:
    first = run_draws(
        fail_in_block_3, 0.5, PLAN, engine=Serial(), folder=tmp_path, about=ABOUT, blocks=2
    )
    assert len(first.failures) == 1
    assert run(tmp_path) == run(None)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"question": "packages"}, 'question: there "pressure", here "packages"'),
        ({"parameters": {"rounds": 4}}, "rounds: there 3, here 4"),
        ({"parameters": {"rounds": 3, "q": 1}}, "q: there null, here 1"),
        ({"case": "1" * 64}, "case: there"),
    ],
)
def test_another_run_is_refused_in_one_line(
    tmp_path: Path, changed: dict[str, Any], said: str
) -> None:
    run(tmp_path)
    with pytest.raises(InputError) as caught:
        run(tmp_path, **changed)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path}: holds another run (")
    assert "\n" not in str(caught.value)


def test_another_seed_is_refused(tmp_path: Path) -> None:
    run(tmp_path)
    with pytest.raises(InputError, match="seed: there 4, here 5"):
        run(tmp_path, Plan(640, 64, 5, 10))


def test_other_versions_are_refused(tmp_path: Path) -> None:
    run(tmp_path)
    about = json.loads((tmp_path / "run.json").read_text())
    about["versions"]["numpy"] = "1.0"
    (tmp_path / "run.json").write_text(json.dumps(about))
    with pytest.raises(InputError, match=r'numpy: there "1\.0"'):
        run(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"chunks": {"blocks": 0, "count": 5}}', "\0"])
def test_a_description_that_cannot_be_read_is_one_line(tmp_path: Path, text: str) -> None:
    run(tmp_path)
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(InputError, match=r"run\.json: cannot be read"):
        run(tmp_path)


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match="not empty"):
        run(tmp_path)
    assert list(files(tmp_path)) == ["thesis.txt"]


def test_a_run_killed_before_its_first_file_was_whole_is_begun(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    (tmp_path / ".run.json.x1y2").write_text("{")
    (tmp_path / ".00000000.npz.x1y2").write_text("PK")
    assert run(tmp_path) == run(None)
    assert not list(tmp_path.glob(".*"))


def test_a_file_in_place_of_the_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("")
    with pytest.raises(InputError, match=r"run: cannot be used \("):
        run(tmp_path / "run")


def test_two_processes_do_not_work_on_one_run(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, pathlib; from detente.engines.run_folder import RunFolder\n"
            "with RunFolder(pathlib.Path(sys.argv[1]), {}): print(flush=True); input()",
            str(tmp_path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(InputError, match="another process is working on this run"):
            run(tmp_path)
        holder.kill()
    # The lock goes with the process that held it, however that ended.
    assert run(tmp_path) == run(None)


def test_the_lock_is_released_when_the_run_is_refused(tmp_path: Path) -> None:
    run(tmp_path)
    with pytest.raises(InputError, match="holds another run"):
        run(tmp_path, question="other")
    assert run(tmp_path) == run(None)


def test_stopping_says_how_to_go_on(tmp_path: Path) -> None:
    def stop(progress: object) -> None:
        if len(list(tmp_path.glob("*.npz"))) == 3:
            raise KeyboardInterrupt

    with pytest.raises(Stopped) as caught:
        run_draws(_slowly, 0.5, PLAN, engine=Serial(), folder=tmp_path, progress=stop, blocks=2)
    assert str(caught.value) == (
        f"stopped; 3 of 5 chunks are kept: --resume {tmp_path} goes on from there"
    )


def _slowly(block: Any) -> Any:
    time.sleep(0.15)
    return walk(block)


def test_a_file_that_changes_while_it_waits_is_said(tmp_path: Path) -> None:
    with RunFolder(tmp_path, {}) as folder:
        folder.begin(1, 1)
        folder.save("a", {"x": np.arange(3)})
        assert folder.load("a")["x"].tolist() == [0, 1, 2]  # type: ignore[index]
        assert folder.load("b") is None
        os.truncate(tmp_path / "a.npz", 10)
        assert folder.load("a") is None

"""A run killed at any moment and resumed gives the same bits, and leaves nothing behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente.engines.blocks import Plan
from detente.engines.choice import by_name
from detente.engines.draws import run_draws
from tests.engines.examples import bits, slow_walk, walk
from tests.engines.process_tree import PROC, command_of, descendants, wait_for_the_end

pytestmark = pytest.mark.skipif(not PROC.exists(), reason="processes are watched through /proc")
#: Whoever starts the tests may have Ctrl-C ignored (shells do for work in the background).
HEED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
IMPORT = f"{HEED}from tests.engines.test_killed_runs import main"
PLAN = Plan(draws=64 * 120, per_block=64, seed=8, keep=100)


def main(name: str, folder: str) -> None:
    """Run to the end and print the bits: what the tests kill."""
    engine = by_name(name, None if name == "serial" else 2)
    drawn = run_draws(slow_walk, 0.5, PLAN, engine=engine, folder=Path(folder), blocks=1)
    print(drawn.complete, bits(drawn))


def start(name: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", f"{IMPORT}; main({name!r}, {str(folder)!r})"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def chunks(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("[0-9]*.npz")}


def wait_for_chunks(run: subprocess.Popen[str], folder: Path, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(chunks(folder)) < count and run.poll() is None:
        assert time.monotonic() < deadline, "no progress"
        time.sleep(0.002)


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_killed_ten_times_over(name: str, tmp_path: Path) -> None:
    chance = random.Random(f"{name} killed")
    folder = tmp_path / "run"
    started: set[int] = set()
    for _ in range(10):
        kept = chunks(folder)
        run = start(name, folder)
        with run:
            wait_for_chunks(run, folder, len(kept) + chance.randint(1, 8))
            time.sleep(chance.random() * 0.03)
            assert run.poll() is None, run.communicate()
            started |= descendants(run.pid)
            os.kill(run.pid, signal.SIGKILL)
        assert chunks(folder) > kept
    assert len(chunks(folder)) < PLAN.blocks
    assert not wait_for_the_end(started)
    run = start(name, folder)
    said, errors = run.communicate(timeout=60)
    assert (errors, run.returncode) == ("", 0)
    assert said == f"True {bits(run_draws(walk, 0.5, PLAN))}\n"
    left = {path.name for path in folder.iterdir()}
    assert left == {f"{n:08d}.npz" for n in range(120)} | {"run.json", "lock"}


@pytest.mark.parametrize("name", ["processes", "ray"])
def test_ctrl_c_keeps_what_is_done_and_leaves_no_process(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if name == "ray":
        request.getfixturevalue("ray_installed")
    folder = tmp_path / "run"
    run = start(name, folder)
    wait_for_chunks(run, folder, 5)
    started = descendants(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    said, errors = run.communicate(timeout=60)
    assert said == ""
    kept = len(chunks(folder))
    assert errors.splitlines()[-1].endswith(
        f"Stopped: stopped; {kept} of 120 chunks are kept: --resume {folder} goes on from there"
    )
    assert not wait_for_the_end(started)
    run = start("serial", folder)
    assert run.communicate(timeout=60) == (f"True {bits(run_draws(walk, 0.5, PLAN))}\n", "")


def test_a_killed_run_on_ray_leaves_nothing_that_works(ray_installed: None, tmp_path: Path) -> None:
    """Two agents of Ray's, which run no chunks, wait a minute for it before they end."""
    folder = tmp_path / "run"
    run = start("ray", folder)
    wait_for_chunks(run, folder, 5)
    started = descendants(run.pid)
    started -= {pid for pid in started if "Agent" in command_of(pid)}
    assert len(started) > 3
    os.kill(run.pid, signal.SIGKILL)
    run.communicate(timeout=60)
    assert not wait_for_the_end(started)


def test_the_command_line_says_how_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    case = Path(__file__).parents[2] / "examples" / "cases" / "camp_david_1978.yaml"
    call = ["explore", str(case), "--ask", "pressure", "--draws", "900000000", "--workers", "2"]
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{HEED}from detente.cli import main; main()",
            *call,
            "--run",
            folder,
        ],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_for_chunks(run, folder, 2)
    started = descendants(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    (line,) = errors.splitlines()
    assert f" chunks are kept: --resume {folder} goes on from there" in line
    assert not wait_for_the_end(started)

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.engines.engine import Chunk, Engine
from detente.engines.processes import Processes, WorkerDied
from detente.engines.serial import Serial

ENGINES: list[Callable[[], Engine]] = [Serial, lambda: Processes(1), lambda: Processes(2)]


def square(x: int) -> int:
    if x < 0:
        raise ValueError(f"{x} is negative")
    return x * x


def die(x: int) -> int:
    if x == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return x


def chunks(*numbers: int) -> list[Chunk[int]]:
    return [Chunk(f"c{n}", n) for n in numbers]


@pytest.fixture(params=ENGINES, ids=["serial", "one process", "two processes"])
def engine(request: pytest.FixtureRequest) -> Engine:
    made: Engine = request.param()
    return made


def test_every_chunk_is_answered_once(engine: Engine) -> None:
    answers = list(engine.run(square, chunks(*range(20))))
    assert len(answers) == 20
    assert {a.id: a.result for a in answers} == {f"c{n}": n * n for n in range(20)}


def test_what_is_done_is_not_run_again(engine: Engine) -> None:
    answers = list(engine.run(square, chunks(1, -2, 3), done={"c-2"}))
    assert {a.id: a.result for a in answers} == {"c1": 1, "c3": 9}


def test_one_failure_stops_no_other(engine: Engine) -> None:
    answers = {a.id: a for a in engine.run(square, chunks(1, -2, 3))}
    assert isinstance(answers["c-2"].error, ValueError)
    assert str(answers["c-2"].error) == "-2 is negative"
    assert answers["c-2"].result is None
    assert answers["c3"].result == 9


def test_nothing_to_do(engine: Engine) -> None:
    assert list(engine.run(square, [])) == []


def test_chunks_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> Any:
        n = 0
        while True:
            taken.append(n)
            yield Chunk(f"c{n}", n)
            n += 1

    run = Processes(2).run(square, endless())
    for _ in range(5):
        next(run)
    run.close()  # type: ignore[attr-defined]
    assert len(taken) <= 5 + 2 * 2 + 1


def test_a_chunk_that_kills_its_worker_is_said_and_the_others_go_on() -> None:
    answers = {a.id: a for a in Processes(2).run(die, chunks(*range(10)))}
    assert len(answers) == 10
    assert isinstance(answers["c3"].error, WorkerDied)
    assert "c3" in str(answers["c3"].error)
    assert {a.result for a in answers.values()} == {None, 0, 1, 2, 4, 5, 6, 7, 8, 9}


@pytest.mark.parametrize("engine", ["Processes(2)", "None"])
def test_a_script_without_a_guard_is_told_so_once(engine: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from detente.engines.blocks import Plan\n"
        "from detente.engines.draws import run_draws\n"
        "from detente.engines.processes import Processes\n"
        "from detente.engines import draws\n"
        "draws.seconds_per_block = lambda *_: 10.0\n"
        "draws.by_name = lambda **_: Processes(2)\n"
        "from tests.engines.examples import walk\n"
        f"run_draws(walk, 0.5, Plan(640, 64, 1), engine={engine})\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stderr.count("Traceback") == 1
    assert 'put what it does under if __name__ == "__main__":' in done.stderr.splitlines()[-1]

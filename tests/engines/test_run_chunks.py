"""Answers are handed on in the order of the chunks, and are on disk before the next is asked."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.engines import run as run_module
from detente.engines.blocks import Plan
from detente.engines.draws import run_draws
from detente.engines.engine import Chunk, Done, Engine, Result, Spec
from detente.engines.processes import Processes
from detente.engines.ray_cluster import RayCluster
from detente.engines.run import run_chunks
from detente.engines.run_folder import RunFolder
from detente.engines.tally import Arrays
from detente.errors import InputError
from tests.engines.examples import bits, die_in_block_3, walk


class Backwards:
    """An engine whose last chunk is ready first."""

    def run(
        self,
        fn: Callable[[Spec], Result],
        chunks: Iterable[Chunk[Spec]],
        *,
        done: Container[str] = (),
    ) -> Iterator[Done[Result]]:
        for chunk in reversed(list(chunks)):
            yield Done(chunk.id, fn(chunk.spec))


def answer(number: int) -> Arrays:
    return {"n": np.array(number)}


def work(count: int) -> list[Chunk[int]]:
    return [Chunk(f"{n:03d}", n) for n in range(count)]


def numbers(answers: Iterable[Done[Arrays]]) -> list[int]:
    return [int(a.result["n"]) for a in answers if a.result is not None]


def test_order_without_a_folder() -> None:
    """Far more answers come early than are held in memory."""
    assert numbers(run_chunks(Backwards(), answer, work(100))) == list(range(100))


def test_order_with_a_folder(tmp_path: Path) -> None:
    with RunFolder(tmp_path, {}) as folder:
        folder.begin(1, 100)
        got = list(run_chunks(Backwards(), answer, work(100), folder=folder))
    assert numbers(got) == list(range(100))
    assert len(list(tmp_path.glob("*.npz"))) == 100


def test_few_answers_wait_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    most = 0
    put = run_module._Early.put

    def watched(self: Any, given: Done[Arrays]) -> None:
        nonlocal most
        put(self, given)
        most = max(most, len(self._memory))

    monkeypatch.setattr(run_module._Early, "put", watched)
    assert len(list(run_chunks(Backwards(), answer, work(300)))) == 300
    assert 0 < most <= 16


def test_each_answer_is_on_disk_before_the_next_is_asked_for(tmp_path: Path) -> None:
    class Watching:
        def run(
            self,
            fn: Callable[[Spec], Result],
            chunks: Iterable[Chunk[Spec]],
            *,
            done: Container[str] = (),
        ) -> Iterator[Done[Result]]:
            for chunk in chunks:
                yield Done(chunk.id, fn(chunk.spec))
                assert (tmp_path / f"{chunk.id}.npz").exists()

    with RunFolder(tmp_path, {}) as folder:
        folder.begin(1, 5)
        assert len(list(run_chunks(Watching(), answer, work(5), folder=folder))) == 5


def test_the_file_of_a_waiting_answer_that_vanishes_is_one_line(tmp_path: Path) -> None:
    class Removing(Backwards):
        def run(self, fn: Any, chunks: Any, *, done: Any = ()) -> Any:
            for answered in super().run(fn, chunks, done=done):
                for path in tmp_path.glob("*.npz"):
                    path.unlink()
                yield answered

    with RunFolder(tmp_path, {}) as folder:
        folder.begin(1, 50)
        with pytest.raises(InputError, match="was changed during the run"):
            list(run_chunks(Removing(), answer, work(50), folder=folder))


PLAN = Plan(640, 64, 4)


def dying(engine: Engine) -> None:
    drawn = run_draws(die_in_block_3, 0.5, PLAN, engine=engine, blocks=2)
    assert [(f.first, f.stop) for f in drawn.failures] == [(128, 256)]
    assert drawn.failures[0].reason.startswith("WorkerDied: the worker process ended")
    assert drawn.tally.draws == 640 - 128
    assert not drawn.complete


def test_a_chunk_that_kills_its_process_is_said_and_the_others_go_on() -> None:
    dying(Processes(2))


def test_a_chunk_that_kills_its_ray_worker_is_said_and_the_others_go_on(
    cluster: RayCluster,
) -> None:
    dying(cluster)


def test_after_a_death_the_run_can_be_completed(tmp_path: Path) -> None:
    run_draws(die_in_block_3, 0.5, PLAN, engine=Processes(2), folder=tmp_path, blocks=2)
    assert len(list(tmp_path.glob("*.npz"))) == 4
    full = run_draws(walk, 0.5, PLAN, engine=Processes(2), folder=tmp_path)
    assert bits(full) == bits(run_draws(walk, 0.5, PLAN))

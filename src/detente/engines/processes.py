"""Chunks in worker processes on this machine."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from detente.engines.choice import available_cpus
from detente.engines.engine import Chunk, Done, Result, Spec
from detente.errors import DetenteError, InputError

# Enough waiting work that no worker idles, few enough that memory does not grow with the
# number of chunks.
_WAITING_PER_WORKER = 2
# Exit status of a worker that runs the script which started it.
_STARTED_AGAIN = 97


class WorkerDied(DetenteError, RuntimeError):
    """A worker ended while it ran a chunk: killed from outside, or out of memory."""

    def __init__(self, chunk_id: str) -> None:
        super().__init__(
            f"the worker process ended while chunk {chunk_id} was under way, twice: "
            "killed, or out of memory"
        )
        self.chunk_id = chunk_id


class Processes:
    """The default engine for long work: workers started by ``spawn``, one thread each."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or available_cpus()

    def run(
        self,
        fn: Callable[[Spec], Result],
        chunks: Iterable[Chunk[Spec]],
        *,
        done: Container[str] = (),
    ) -> Iterator[Done[Result]]:
        """Yield answers as they come; at most a few chunks are under way at once.

        When a worker disappears, the chunks that were under way are run again one by one; the
        one that ends its worker a second time is answered with :class:`WorkerDied`, and the
        others go on.
        """
        refuse_to_start_again()
        todo = (c for c in chunks if c.id not in done)
        while True:
            suspects: list[Chunk[Spec]] = []
            yield from self._run_pool(fn, todo, self.workers, suspects)
            if not suspects:
                return
            for chunk in suspects:
                again: list[Chunk[Spec]] = []
                yield from self._run_pool(fn, iter([chunk]), 1, again)
                if again:
                    yield Done(chunk.id, None, WorkerDied(chunk.id))

    def _run_pool(
        self,
        fn: Callable[[Spec], Result],
        todo: Iterator[Chunk[Spec]],
        workers: int,
        lost: list[Chunk[Spec]],
    ) -> Iterator[Done[Result]]:
        """Run ``todo`` until it is done or a worker dies; what was under way goes to ``lost``."""
        pool = ProcessPoolExecutor(
            workers, multiprocessing.get_context("spawn"), initializer=_start_worker
        )
        waiting: dict[Future[Result], Chunk[Spec]] = {}
        started: list[multiprocessing.process.BaseProcess] = []
        try:
            while True:
                for chunk in islice(todo, workers * _WAITING_PER_WORKER - len(waiting)):
                    try:
                        waiting[pool.submit(fn, chunk.spec)] = chunk
                    except BrokenProcessPool:
                        lost.append(chunk)
                        break
                    started = started or _workers_of(pool)
                if not waiting:
                    return
                ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
                # Futures of one moment come as a set; order them, so that logs repeat.
                for future in sorted(ready, key=lambda f: waiting[f].id):
                    chunk = waiting.pop(future)
                    error = future.exception()
                    if isinstance(error, BrokenProcessPool):
                        lost.append(chunk)
                    elif isinstance(error, Exception):
                        yield Done(chunk.id, None, error)
                    elif error is not None:
                        raise error
                    else:
                        yield Done(chunk.id, future.result())
                if lost:
                    lost.extend(waiting.values())
                    return
        except BaseException:
            # Interrupted, or nobody wants more: what is under way is not waited for.
            for process in _workers_of(pool):
                process.kill()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            if lost and any(process.exitcode == _STARTED_AGAIN for process in started):
                raise InputError(
                    "each worker process runs the script again, which asked for workers of its "
                    'own; put what it does under if __name__ == "__main__":'
                )


def _workers_of(pool: ProcessPoolExecutor) -> list[multiprocessing.process.BaseProcess]:
    return list((getattr(pool, "_processes", None) or {}).values())


def refuse_to_start_again() -> None:
    """End this process if it is a worker that is still importing the script that started it.

    A script without a guard of ``__main__`` would ask each worker for the whole run again. The
    process that started the worker says so, once, by the exit status.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        sys.exit(_STARTED_AGAIN)


def _start_worker() -> None:
    """One thread a worker, Ctrl-C is the parent's to handle, and no worker outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the process that started it is gone.

    A worker waits at a pipe that it holds both ends of, so it would never notice by itself that
    its parent was killed.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)

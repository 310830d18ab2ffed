"""Chunks in worker processes on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from detente.engines.engine import Chunk, Done, Result, Spec
from detente.errors import DetenteError

# Enough waiting work that no worker idles, few enough that memory does not grow with the
# number of chunks.
_WAITING_PER_WORKER = 2


class WorkerDied(DetenteError, RuntimeError):
    """A worker was killed from outside or ran out of memory; what was done is kept."""


class Processes:
    """The default engine for long work: workers started by ``spawn``, one thread each."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1

    def run(
        self,
        fn: Callable[[Spec], Result],
        chunks: Iterable[Chunk[Spec]],
        *,
        done: Container[str] = (),
    ) -> Iterator[Done[Result]]:
        """Yield answers as they come; at most a few chunks are under way at once.

        Raises
        ------
        WorkerDied
            If a worker process disappears. Answers yielded before stay valid; running again
            with them in ``done`` goes on from there.
        """
        todo = (c for c in chunks if c.id not in done)
        pool = ProcessPoolExecutor(
            self.workers, multiprocessing.get_context("spawn"), initializer=_start_worker
        )
        waiting: dict[Future[Result], str] = {}
        try:
            while True:
                for chunk in islice(todo, self.workers * _WAITING_PER_WORKER - len(waiting)):
                    waiting[pool.submit(fn, chunk.spec)] = chunk.id
                if not waiting:
                    return
                ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
                # Futures of one moment come as a set; order them, so that logs repeat.
                for future in sorted(ready, key=lambda f: waiting[f]):
                    chunk_id = waiting.pop(future)
                    error = future.exception()
                    if isinstance(error, BrokenProcessPool):
                        raise WorkerDied(
                            f"a worker process ended while chunk {chunk_id} was under way, "
                            "killed or out of memory; run again to go on with what is left"
                        ) from error
                    if isinstance(error, Exception):
                        yield Done(chunk_id, None, error)
                    elif error is not None:
                        raise error
                    else:
                        yield Done(chunk_id, future.result())
        except BaseException:
            # Interrupted, or nobody wants more: what is under way is not waited for.
            for process in list((getattr(pool, "_processes", None) or {}).values()):
                process.kill()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _start_worker() -> None:
    """One thread a worker, and Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"

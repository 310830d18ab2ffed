"""Chunks on a Ray cluster: one of this machine alone, or a running one that is joined."""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import Any

from detente.engines.choice import available_cpus
from detente.engines.engine import Chunk, Done, Result, Spec
from detente.engines.processes import WorkerDied
from detente.engines.ray_session import joined, known_token, require_ray, started
from detente.engines.run_folder import versions
from detente.errors import DetenteError, InputError, MissingExtra

# Chunks handed over for each worker: enough that none idles, so few that memory stays flat.
_WAITING_PER_WORKER = 2


class RayCluster:
    """The engine for more than one machine (extra ``cluster``).

    Each run starts its cluster, or joins it, and leaves it again; used as a context manager, it
    does so once for all runs inside. What it started it ends, whatever happens.

    Parameters
    ----------
    workers : int, optional
        How many chunks at once: by default one for each processor that this process may use, or,
        in a cluster that is joined, that the cluster has.
    address : str, optional
        ``host:port`` of a running cluster that this machine is part of. By default one is started
        on this machine, which no other can reach.
    token : str, optional
        The token of that cluster. By default the one that Ray finds: RAY_AUTH_TOKEN,
        RAY_AUTH_TOKEN_PATH, or ``~/.ray/auth_token``.

    Raises
    ------
    MissingExtra
        If Ray is not installed.
    InputError
        If there is an address and no token.
    """

    def __init__(
        self, workers: int | None = None, address: str | None = None, token: str | None = None
    ) -> None:
        if importlib.util.find_spec("ray") is None:
            raise MissingExtra("ray", "cluster", "The engine ray")
        self.workers = workers or available_cpus()
        self._wanted = workers
        self._address = address
        self._token = None if address is None else token or known_token()
        if address is not None and self._token is None:
            raise InputError(
                f"{address}: a cluster is joined with its token only; set RAY_AUTH_TOKEN_PATH"
            )
        self._open: contextlib.ExitStack | None = None

    def __enter__(self) -> RayCluster:
        with contextlib.ExitStack() as stack:
            if self._address is None:
                stack.enter_context(started(self.workers))
            else:
                assert self._token is not None
                stack.enter_context(joined(self._address, self._token))
                self._look_at_cluster(self._address)
            self._open = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        stack, self._open = self._open, None
        if stack is not None:
            stack.close()

    def run(
        self,
        fn: Callable[[Spec], Result],
        chunks: Iterable[Chunk[Spec]],
        *,
        done: Container[str] = (),
    ) -> Iterator[Done[Result]]:
        """Yield answers as they come; at most a few chunks are under way at once.

        A chunk whose worker ends is run once more, and then answered with
        :class:`~detente.engines.processes.WorkerDied`.

        Raises
        ------
        DetenteError
            If the cluster does not start or goes away.
        InputError
            If it cannot be joined, or has other versions than this process.
        """
        todo = (chunk for chunk in chunks if chunk.id not in done)
        if self._open is not None:
            yield from self._run(fn, todo)
            return
        with self:
            yield from self._run(fn, todo)

    def _run(
        self, fn: Callable[[Spec], Result], todo: Iterator[Chunk[Spec]]
    ) -> Iterator[Done[Result]]:
        ray = require_ray()
        task = ray.remote(num_cpus=1, max_retries=1)(_answer)
        shared = ray.put(fn)
        waiting: dict[Any, str] = {}
        # When nobody wants more, the few chunks under way are left to end by themselves, or with
        # the session. To cancel them is no better: in Ray 2.60 a task that is cancelled at the
        # moment it is completed brings this process down ("Tried to complete task that was not
        # pending").
        while True:
            for chunk in islice(todo, self.workers * _WAITING_PER_WORKER - len(waiting)):
                waiting[task.remote(shared, chunk.spec)] = chunk.id
            if not waiting:
                return
            ready, _ = ray.wait(list(waiting), num_returns=1)
            for reference in ready:
                yield _done(ray, reference, waiting.pop(reference))

    def _look_at_cluster(self, address: str) -> None:
        """Take the cluster's size, and make sure that it computes the same bits."""
        ray = require_ray()
        if self._wanted is None:
            self.workers = max(1, int(ray.cluster_resources().get("CPU", 1)))
        try:
            there = ray.get(ray.remote(num_cpus=1)(versions).remote())
        except ray.exceptions.RayError as error:
            raise InputError(f"{address}: its workers cannot import detente; install it") from error
        if there != versions():
            raise InputError(
                f"{address}: its workers have {_listed(there)}, here are {_listed(versions())}; "
                "the same are needed for the same answers"
            )


def _listed(found: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in sorted(found.items()))


def _answer(fn: Callable[[Spec], Result], spec: Spec) -> tuple[Result | None, Exception | None]:
    """Run one chunk in a worker; its exception comes back as it is, not wrapped by Ray."""
    try:
        return fn(spec), None
    except Exception as error:
        return None, error


def _done(ray: Any, reference: Any, chunk_id: str) -> Done[Any]:
    try:
        result, error = ray.get(reference)
    except (ray.exceptions.WorkerCrashedError, ray.exceptions.OutOfMemoryError):
        return Done(chunk_id, None, WorkerDied(chunk_id))
    except ray.exceptions.LocalRayletDiedError as failure:
        raise DetenteError("the Ray cluster has gone away; run again to go on") from failure
    except ray.exceptions.RayError as failure:
        return Done(chunk_id, None, failure)
    return Done(chunk_id, result, error)

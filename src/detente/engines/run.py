"""Running chunks so that nothing is lost: on disk as they come, handed on in order."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from detente.engines.engine import Chunk, Done, Engine, Spec
from detente.engines.progress import Meter
from detente.engines.run_folder import RunFolder
from detente.engines.tally import Arrays
from detente.errors import InputError

# Answers that came before their turn and wait in memory; further ones wait on disk.
_WAITING_IN_MEMORY = 16


def run_chunks(
    engine: Engine,
    fn: Callable[[Spec], Arrays],
    chunks: Iterable[Chunk[Spec]],
    *,
    folder: RunFolder | None = None,
    meter: Meter | None = None,
    size: Callable[[Spec], int] = lambda spec: 1,
    answered: Callable[[Arrays], int] | None = None,
) -> Iterator[Done[Arrays]]:
    """Run ``fn`` on chunks and yield one answer for each, in the order of the chunks.

    With a folder each answer is on disk before the engine is asked for the next; a chunk whose
    whole answer is there already is not run again. Answers that come before their
    turn wait on disk, so memory does not grow with the number of chunks.

    Parameters
    ----------
    engine : Engine
        Where the chunks run.
    fn : callable
        A top-level function of the spec alone; answers with named arrays (no objects).
    chunks : iterable of Chunk
        Taken as they are needed.
    folder : RunFolder, optional
        Where answers are kept; without one they are kept nowhere.
    meter : Meter, optional
        Is told what has been done.
    size : callable, optional
        How much a chunk counts for the meter.
    answered : callable, optional
        How much of that an answer has dealt with, by default all. A chunk whose answer on disk
        has not dealt with all is run again.

    Yields
    ------
    Done
        The answer, or the error of a chunk that failed; the others go on.

    Raises
    ------
    InputError
        If an answer cannot be written.
    """
    order: deque[str] = deque()
    sizes: dict[str, int] = {}

    with _Early(folder) as early:

        def todo() -> Iterator[Chunk[Spec]]:
            for chunk in chunks:
                count = size(chunk.spec)
                order.append(chunk.id)
                if folder is not None:
                    kept = folder.load(chunk.id)
                    if kept is not None and (answered is None or answered(kept) == count):
                        early.is_kept(chunk.id)
                        if meter is not None:
                            meter.there_already(count)
                        continue
                sizes[chunk.id] = count
                yield chunk

        for answer in engine.run(fn, todo()):
            if folder is not None and answer.result is not None:
                folder.save(answer.id, answer.result)
            count = sizes.pop(answer.id)
            if meter is not None:
                good = (
                    0 if answer.result is None else answered(answer.result) if answered else count
                )
                meter.answered(good, failed=count - good)
            early.put(answer)
            while order and early.has(order[0]):
                yield early.take(order.popleft())
        while order:
            yield early.take(order.popleft())


class _Early:
    """Answers that wait for their turn: a few in memory, the others in the run's folder."""

    def __init__(self, folder: RunFolder | None) -> None:
        self._folder = folder
        self._memory: dict[str, Done[Arrays]] = {}
        self._on_disk: set[str] = set()
        self._own: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> _Early:
        return self

    def __exit__(self, *_: object) -> None:
        if self._own is not None:
            self._own.cleanup()

    def is_kept(self, chunk_id: str) -> None:
        """Note that the answer lies in the run's folder."""
        self._on_disk.add(chunk_id)

    def has(self, chunk_id: str) -> bool:
        return chunk_id in self._memory or chunk_id in self._on_disk

    def put(self, answer: Done[Arrays]) -> None:
        if answer.result is None or len(self._memory) < _WAITING_IN_MEMORY:
            self._memory[answer.id] = answer
            return
        if self._folder is None:
            self._own = tempfile.TemporaryDirectory(prefix="detente-")
            self._folder = RunFolder(Path(self._own.name), {})
        if self._own is not None:
            self._folder.save(answer.id, answer.result)
        self._on_disk.add(answer.id)

    def take(self, chunk_id: str) -> Done[Arrays]:
        if chunk_id in self._memory:
            return self._memory.pop(chunk_id)
        self._on_disk.remove(chunk_id)
        assert self._folder is not None
        arrays = self._folder.load(chunk_id)
        if arrays is None:
            raise InputError(
                f"{self._folder.path}: the file of chunk {chunk_id} was changed during the run"
            )
        return Done(chunk_id, arrays)

"""All chunks in this process, in order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from detente.engines.engine import Chunk, Done, Result, Spec


class Serial:
    """The engine that starts nothing: for small work, and as the measure of the others."""

    def run(
        self,
        fn: Callable[[Spec], Result],
        chunks: Iterable[Chunk[Spec]],
        *,
        done: Container[str] = (),
    ) -> Iterator[Done[Result]]:
        """Yield each chunk's answer as soon as it is there."""
        for chunk in chunks:
            if chunk.id in done:
                continue
            try:
                result = fn(chunk.spec)
            except Exception as error:
                yield Done(chunk.id, None, error)
            else:
                yield Done(chunk.id, result)

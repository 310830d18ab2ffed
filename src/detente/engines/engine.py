"""What an engine is: something that runs one pure function on many chunks."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Spec = TypeVar("Spec")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Chunk(Generic[Spec]):
    """A piece of work: ``id`` names its result for ever, ``spec`` is all the function gets."""

    id: str
    spec: Spec


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """The answer to one chunk, or the exception that it ended with (never both)."""

    id: str
    result: Result | None
    error: Exception | None = None


class Engine(Protocol):
    """Runs ``fn`` on chunks.

    ``fn`` is a top-level function that depends on its argument alone, so that every engine
    gives the same results. Results come in any order; a chunk whose id is in ``done`` is not
    run. An exception of one chunk is handed over in its :class:`Done` and stops no other.
    """

    def run(
        self,
        fn: Callable[[Spec], Result],
        chunks: Iterable[Chunk[Spec]],
        *,
        done: Container[str] = (),
    ) -> Iterator[Done[Result]]:
        """Yield one :class:`Done` a chunk as each is ready."""
        ...

"""A question asked of many draws: from a plan to one tally, on any engine, with the same bits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from detente.engines.blocks import Block, BlockRange, Context, Plan
from detente.engines.choice import by_name
from detente.engines.chunk_size import blocks_per_chunk, seconds_per_block
from detente.engines.engine import Engine
from detente.engines.processes import refuse_to_start_again
from detente.engines.progress import Meter, Progress
from detente.engines.run import run_chunks
from detente.engines.run_folder import RunFolder
from detente.engines.tally import Arrays, Tally, TallySum

_FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """Draws ``first`` up to, and without, ``stop`` have no answer, and why."""

    first: int
    stop: int
    reason: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The answer to a run of draws.

    Parameters
    ----------
    tally : Tally
        Of the draws that were answered: ``tally.draws`` of ``plan.draws``.
    failures : tuple of Failure
        In the order of the draws.
    """

    plan: Plan
    tally: Tally
    failures: tuple[Failure, ...]

    @property
    def complete(self) -> bool:
        """Whether every draw was answered."""
        return not self.failures


def run_draws(
    fn: Callable[[Block[Context]], Tally],
    context: Context,
    plan: Plan,
    *,
    engine: Engine | None = None,
    folder: Path | None = None,
    about: Mapping[str, Any] | None = None,
    progress: Callable[[Progress], None] | None = None,
    blocks: int | None = None,
) -> Drawn:
    """Answer every block of a plan and add the tallies up.

    Parameters
    ----------
    fn : callable
        A top-level function; its answer is a function of the block alone, whose randomness is
        ``block.rng()``.
    context : object
        What all blocks share; can be pickled.
    plan : Plan
        How many draws, in which blocks, from which seed.
    engine : Engine, optional
        Where it runs. By default in this process when it takes a few seconds, and otherwise in
        one process for each processor.
    folder : Path, optional
        Where chunks are kept. If it holds an earlier part of the same run, that is gone on with.
    about : mapping, optional
        With a folder: what the draws are asked (hash of the case, question, method, parameters),
        as JSON. The plan and the versions are added.
    progress : callable, optional
        Is told how far the run is, at most five times a second.
    blocks : int, optional
        Blocks in a chunk. By default about a second of work; changes no bit of the answer.

    Returns
    -------
    Drawn
        The same bits on every engine, however the run was cut, stopped and resumed.

    Raises
    ------
    InputError
        If the folder holds another run, is in use or cannot be written.
    Stopped
        On Ctrl-C, with a folder; the message says how to go on.
    """
    refuse_to_start_again()
    if folder is None:
        return _run(fn, context, plan, engine, None, progress, blocks)
    what = {
        **(about or {}),
        "seed": plan.seed,
        "draws": plan.draws,
        "draws_per_block": plan.per_block,
        "rows_kept": plan.keep,
    }
    with RunFolder(folder, what) as opened:
        return _run(fn, context, plan, engine, opened, progress, blocks)


def _run(
    fn: Callable[[Block[Context]], Tally],
    context: Context,
    plan: Plan,
    engine: Engine | None,
    folder: RunFolder | None,
    progress: Callable[[Progress], None] | None,
    blocks: int | None,
) -> Drawn:
    if folder is not None and folder.chunks is not None:
        blocks = folder.chunks["blocks"]
    if engine is None or blocks is None:
        seconds = seconds_per_block(fn, plan, context) if plan.blocks > 1 else 0.0
        if engine is None:
            engine = by_name(seconds=seconds * plan.blocks)
        if blocks is None:
            blocks = blocks_per_chunk(plan, seconds, getattr(engine, "workers", 1))
    chunks = plan.chunks(context, blocks)
    if folder is not None:
        folder.begin(blocks, len(chunks))
    meter = None if progress is None else Meter(plan.draws, progress)
    total = TallySum()
    failures: list[Failure] = []
    for number, answer in enumerate(
        run_chunks(
            engine,
            partial(answer_blocks, fn),
            chunks,
            folder=folder,
            meter=meter,
            size=lambda spec: spec.draws,
            answered=lambda arrays: int(arrays["draws"]),
        )
    ):
        if answer.result is None:
            work = chunks[number].spec
            first = work.first * plan.per_block
            failures.append(Failure(first, first + work.draws, _said(answer.error)))
            continue
        arrays = dict(answer.result)
        for block, reason in zip(
            arrays.pop(_FAILED, np.empty(0, np.int64)).tolist(),
            arrays.pop("reason", np.empty(0, "<U1")).tolist(),
            strict=True,
        ):
            first = block * plan.per_block
            failures.append(Failure(first, min(first + plan.per_block, plan.draws), reason))
        part = Tally.from_arrays(arrays)
        if part.draws:
            total.add(part)
    if meter is not None:
        meter.finish()
    return Drawn(plan, total.total(), tuple(failures))


def answer_blocks(fn: Callable[[Block[Any]], Tally], work: BlockRange[Any]) -> Arrays:
    """Answer the blocks of one chunk, in a worker.

    A block that fails takes no other with it: which draws fail must not depend on how the run
    was cut into chunks.
    """
    total = TallySum()
    failed: dict[int, str] = {}
    for block in work.blocks():
        try:
            answer = fn(block)
        except Exception as error:
            failed[block.number] = _said(error)
            continue
        if answer.draws != block.size:
            raise ValueError(f"a tally of {answer.draws} draws for a block of {block.size}")
        kept = {name: array[: block.keep] for name, array in answer.rows.items()}
        total.add(replace(answer, rows=kept))
    arrays = total.total().to_arrays()
    if failed:
        arrays[_FAILED] = np.array(list(failed), np.int64)
        arrays["reason"] = np.array(list(failed.values()))
    return arrays


def _said(error: Exception | None) -> str:
    """One line on an error; Ray's have a whole traceback in their message."""
    first = (str(error).splitlines() or [""])[0]
    return f"{type(error).__name__}: {first}".rstrip(": ")

"""The chain of ``detente explore``: a case file, a question, draws, an answer."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.analyses.base import Analysis
from detente.case.case import Case
from detente.engines.choice import by_name
from detente.engines.progress import Progress
from detente.errors import InputError
from detente.uncertainty.draws import SAMPLERS, Sampler
from detente.uncertainty.explore import anything_to_draw, default_draws, explore
from detente.uncertainty.parameters import QUESTIONS, Question
from detente.uncertainty.sensitivity.what_matters import what_matters


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can say of a run; None where nothing was said."""

    draws: int | None = None
    seed: int | None = None
    sampler: str | None = None
    widen: bool = False
    assume_spread: float | None = None
    engine: str | None = None
    workers: int | None = None
    folder: Path | None = None
    resume: bool = False


def question_of(text: str) -> Question:
    """The question a user names.

    Raises
    ------
    InputError
        If it cannot be asked of draws.
    """
    for known in QUESTIONS:
        if text == known:
            return known
    raise InputError(f"--ask {text!r} cannot be asked of draws; one can ask {', '.join(QUESTIONS)}")


def planned(case: Case, question: Question, settings: Settings) -> Settings:
    """The settings with what was left open filled in: from the run to be resumed, or by default.

    Raises
    ------
    InputError
        If there is no run to resume, or a number is out of its range.
    """
    draws, seed, sampler = settings.draws, settings.seed, settings.sampler
    spread, widen = settings.assume_spread, settings.widen
    if settings.resume:
        told = _run_of(settings.folder)
        draws = told.get("draws") if draws is None else draws
        seed = told.get("seed") if seed is None else seed
        sampler = told.get("sampler") if sampler is None else sampler
        spread = told.get("assume spread") if spread is None else spread
        widen = widen or bool(told.get("widen"))
    if sampler is not None and sampler not in SAMPLERS:
        raise InputError(f"--sampler {sampler!r}: there are {', '.join(SAMPLERS)}")
    check_spread(spread)
    return Settings(
        default_draws(case, question) if draws is None else draws,
        0 if seed is None else seed,
        sampler or "monte-carlo",
        widen, spread, settings.engine, settings.workers, settings.folder, settings.resume,
    )  # fmt: skip


def check_spread(spread: float | None) -> None:
    """Refuse a spread that is none.

    Raises
    ------
    InputError
        If it is not above 0, or has no end.
    """
    if spread is not None and not 0 < spread < math.inf:
        raise InputError(f"--assume-spread {spread:g}: give a number above 0")


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


# What a run says of how it was asked, and what each of it must be.
_TOLD: dict[str, Callable[[Any], bool]] = {
    "draws": lambda value: _whole(value) and value >= 1,
    "seed": lambda value: _whole(value) and value >= 0,
    "sampler": lambda value: value in SAMPLERS,
    "widen": lambda value: isinstance(value, bool),
    "assume spread": lambda value: value is None or isinstance(value, int | float),
}


def _run_of(folder: Path | None) -> dict[str, Any]:
    """What the run in a folder says of itself."""
    assert folder is not None
    path = folder / "run.json"
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if any(not fits(found[key]) for key, fits in _TOLD.items()):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(
            f"{folder}: holds no run to go on with; start one with --run {folder}"
        ) from None
    return found


def note_of(case: Case, question: Question, settings: Settings) -> str:
    """What to say of the number of draws that nobody asked for; empty where none are made."""
    if not anything_to_draw(
        case, question, widen=settings.widen, assume_spread=settings.assume_spread
    ):
        return ""
    return f"{settings.draws:,} draws (--draws N for another number)"


def answer(
    case: Case,
    question: Question,
    settings: Settings,
    progress: Callable[[Progress], None] | None = None,
) -> Analysis:
    """The answer over draws; settings are those that :func:`planned` gave.

    Raises
    ------
    InputError, UnsuitableCase, MissingExtra
        With one line that says what would be right.
    """
    engine = None
    if settings.engine is not None or settings.workers is not None:
        engine = by_name(settings.engine, settings.workers)
    sampler: Sampler = next(s for s in SAMPLERS if s == settings.sampler)
    return explore(
        case,
        question,
        draws=settings.draws,
        seed=settings.seed or 0,
        sampler=sampler,
        widen=settings.widen,
        assume_spread=settings.assume_spread,
        engine=engine,
        folder=settings.folder,
        progress=progress,
    )


def sensitivity(
    case: Case, question: Question, settings: Settings, about: str | None = None
) -> Analysis:
    """What the answer hangs on; settings as the user gave them.

    Raises
    ------
    InputError, UnsuitableCase, MissingExtra
        With one line that says what would be right.
    """
    given = {
        "--sampler": settings.sampler,
        "--engine": settings.engine,
        "--workers": settings.workers,
        "--run or --resume": settings.folder,
    }
    for option, value in given.items():
        if value is not None:
            raise InputError(f"{option} does not go with --sensitivity, which draws in its own way")
    check_spread(settings.assume_spread)
    return what_matters(
        case,
        question,
        about=about,
        draws=settings.draws,
        seed=settings.seed or 0,
        widen=settings.widen,
        assume_spread=settings.assume_spread,
    )

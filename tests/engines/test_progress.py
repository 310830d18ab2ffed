from __future__ import annotations

from pathlib import Path

import pytest

from detente.engines.blocks import Plan
from detente.engines.draws import run_draws
from detente.engines.progress import Meter, Progress
from detente.engines.serial import Serial
from tests.engines.examples import fail_in_block_3, slow_walk


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_even_pace_leaves_no_doubt() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(1000, told.append, clock=clock)
    for _ in range(10):
        clock.now += 2.0
        meter.answered(50)
    assert told[-1] == Progress(500, 1000, 25.0, 20.0, 20.0, 0)


def test_a_pace_that_slows_down_widens_the_range() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(1000, told.append, clock=clock)
    for seconds in (1, 1, 1, 1, 2, 2, 4, 4):
        clock.now += seconds
        meter.answered(10)
    # 80 draws in 16 s; the last half of the time 30 in 10 s, the last quarter 10 in 4 s.
    last = told[-1]
    assert last.draws_per_second == 5.0
    assert last.seconds_left_low == pytest.approx(920 / 5)
    assert last.seconds_left_high == pytest.approx(920 / 2.5)


def test_nothing_is_said_of_the_time_before_the_second_answer() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(100, told.append, clock=clock)
    meter.there_already(40)
    assert told[-1] == Progress(40, 100, None, None, None, 0)
    clock.now = 1.0
    meter.answered(10)
    assert told[-1] == Progress(50, 100, 10.0, None, None, 0)


def test_what_was_there_already_does_not_count_as_pace() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(1000, told.append, clock=clock)
    meter.there_already(900)
    for _ in range(2):
        clock.now += 1.0
        meter.answered(10)
    assert told[-1] == Progress(920, 1000, 10.0, 8.0, 8.0, 0)


def test_it_reports_at_most_five_times_a_second_and_at_the_end() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(1000, told.append, clock=clock)
    for _ in range(1000):
        clock.now += 0.01
        meter.answered(1)
    assert 45 <= len(told) <= 51
    meter.finish()
    assert told[-1].done == 1000
    assert told[-1].seconds_left_low == told[-1].seconds_left_high == 0.0


def test_its_memory_does_not_grow() -> None:
    clock = Clock()
    meter = Meter(10**6, lambda progress: None, clock=clock)
    for _ in range(5000):
        clock.now += 0.5
        meter.answered(1)
    assert len(meter._points) <= 64
    assert meter.progress().draws_per_second == pytest.approx(2.0)


def test_a_clock_that_stands_still_divides_nothing_by_zero() -> None:
    told = list[Progress]()
    meter = Meter(10, told.append, clock=Clock())
    meter.answered(3)
    meter.answered(3)
    meter.finish()
    assert told[-1] == Progress(6, 10, None, None, None, 0)


def test_a_run_reports_its_draws(tmp_path: Path) -> None:
    told = list[Progress]()
    plan = Plan(640, 64, 4)
    run_draws(
        fail_in_block_3, 0.5, plan, engine=Serial(), folder=tmp_path, progress=told.append, blocks=2
    )
    assert (told[-1].done, told[-1].total, told[-1].failed) == (576, 640, 64)
    told.clear()
    run_draws(slow_walk, 0.5, plan, engine=Serial(), folder=tmp_path, progress=told.append)
    # All chunks but the one that failed, in another method of the same run, are there already.
    assert told[0].done in (128, 256)
    assert (told[-1].done, told[-1].failed) == (640, 0)
    assert [p.done for p in told] == sorted(p.done for p in told)

"""Readings of the challenge model by name and by choice."""

from __future__ import annotations

import pytest

from detente.errors import InputError
from detente.maths.pressure.challenge.reading import (
    CHOICES,
    PRESETS,
    SCHOLZ_CODE,
    SCHOLZ_PAPER,
    Reading,
    reading_of,
    single_switches,
)


@pytest.mark.parametrize(("name", "preset"), PRESETS.items())
def test_presets_have_names(name: str, preset: Reading) -> None:
    assert reading_of(name) == preset


def test_choices_are_laid_over_a_preset() -> None:
    made = reading_of("scholz-code, q=0.7,span = each-round")
    assert (made.q, made.span, made.offer) == (0.7, "each-round", SCHOLZ_CODE.offer)
    assert reading_of("") == SCHOLZ_PAPER


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("bdm", "no reading .* called 'bdm'; there are scholz-paper, scholz-code"),
        ("colour=red", "'colour=red' is no choice"),
        ("scholz-paper, conflict", "'conflict' is no choice"),
        ("conflict=maybe", "cannot be 'maybe'; it is one of stands, loser-moves"),
        ("q=often", "q is a probability"),
        ("q=1.2", "q is a probability"),
        ("q=nan", "q is a probability"),
    ],
)
def test_other_words_are_refused(text: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        reading_of(text)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_single_switches_differ_in_what_they_say(preset: Reading) -> None:
    switches = single_switches(preset)
    for written, reading in switches.items():
        old, new = preset.to_data(), reading.to_data()
        changed = [name for name in old if old[name] != new[name]]
        assert changed == [written.split("=")[0]]
        assert reading_of(",".join(f"{n}={v}" for n, v in new.items())) == reading
    assert len(set(switches.values())) == len(switches)
    switched = {written.split("=")[0] for written in switches}
    assert switched == {*CHOICES, "q"} - {"otherwise"}

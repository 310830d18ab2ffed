from __future__ import annotations

import pytest

from detente.checks.registry import check, checks
from detente.checks.select import selected
from detente.errors import InputError


def codes(*select: str, ignore: tuple[str, ...] = ()) -> set[str]:
    return {c.code for c in selected(select, ignore)}


def test_a_family_takes_what_is_on_by_default_and_a_code_takes_the_rule() -> None:
    assert "OFF106" not in codes("OFF")
    assert {"OFF101", "OFF102"} <= codes("OFF")
    assert codes("OFF106") == {"OFF106"}
    assert codes("office-unconfirmed") == {"OFF106"}
    assert codes("off1") == codes("OFF")
    assert codes("ALL") == {c.code for c in checks()}
    assert codes() == codes("DEFAULT") == {c.code for c in checks() if c.default}


def test_what_is_ignored_wins() -> None:
    assert codes("OFF", ignore=("OFF101",)) == codes("OFF") - {"OFF101"}
    assert codes("OFF101", ignore=("OFF",)) == set()


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("OFF110", "do you mean OFF1"),
        ("office-not-hold", "do you mean office-not-held"),
        ("Z", "no rule is called 'Z'"),
        ("", "no rule is called ''"),
    ],
)
def test_a_word_that_fits_no_rule_is_refused(word: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        selected((word,))
    with pytest.raises(InputError, match="ignore: no rule"):
        selected((), (word,))


@pytest.mark.parametrize("code", ["OFF1", "off101", "ABC101", "OFF001"])
def test_a_code_outside_the_families_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="no code of a rule"):
        check(
            code=code,
            name="x",
            severity="note",
            summary="s",
            why="w",
            fix="f",
            fires=("a",),
            silent=("b",),
        )


def test_a_code_or_name_that_is_taken_is_refused() -> None:
    for code, name in (("OFF101", "new"), ("OFF199", "office-not-held")):
        register = check(
            code=code,
            name=name,
            severity="note",
            summary="s",
            why="w",
            fix="f",
            fires=("a",),
            silent=("b",),
        )
        with pytest.raises(ValueError, match="taken by"):
            register(lambda record: [])

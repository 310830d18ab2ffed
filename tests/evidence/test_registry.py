from __future__ import annotations

from typing import Any

import pytest

from detente.evidence import registry
from detente.evidence.reading import Reading


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A registry without the real extractors."""
    monkeypatch.setattr(registry, "_found", {})
    monkeypatch.setattr("pkgutil.iter_modules", lambda path: [])
    registry.extractors.cache_clear()
    yield
    registry.extractors.cache_clear()


def make(name: str, makes: str, *needs: str) -> None:
    def extract(reading: Reading) -> list[Any]:
        return []

    extract.__module__ = f"somewhere.{name}"
    registry.extractor(makes=makes, needs=needs, rules={"a": "says what it does"})(extract)


@pytest.mark.usefixtures("empty")
def test_order_follows_needs() -> None:
    make("c", "stances", "quotations")
    make("b", "quotations", "actors")
    make("a", "actors")
    assert [e.name for e in registry.extractors()] == ["a", "b", "c"]


@pytest.mark.usefixtures("empty")
def test_all_that_fill_a_list_run_before_one_that_needs_it() -> None:
    make("z", "actors")
    make("a", "actors")
    make("b", "quotations", "actors")
    assert [e.name for e in registry.extractors()] == ["a", "z", "b"]


@pytest.mark.usefixtures("empty")
def test_a_circle_is_refused() -> None:
    make("a", "actors", "quotations")
    make("b", "quotations", "actors")
    with pytest.raises(ValueError, match="in a circle: a, b"):
        registry.extractors()


@pytest.mark.usefixtures("empty")
def test_a_need_that_nobody_fills_is_refused() -> None:
    make("a", "actors", "gossip")
    with pytest.raises(ValueError, match="a needs 'gossip'"):
        registry.extractors()


@pytest.mark.usefixtures("empty")
def test_two_of_one_name_are_refused() -> None:
    make("a", "actors")

    def extract(reading: Reading) -> list[Any]:
        return []

    with pytest.raises(ValueError, match="two extractors are called 'a'"):
        registry.extractor(makes="terms", rules={}, name="a")(extract)

"""Shared fixtures. Tests that need the data beside the project skip without it, never in CI."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).parents[2] / "shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test inputs that lies beside a checkout."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail("CI needs ../shared beside the checkout")
        pytest.skip("no ../shared beside this checkout (set DETENTE_SHARED to its folder)")
    return SHARED

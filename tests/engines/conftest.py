"""One Ray cluster for all tests here: it takes seconds to start."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator

import pytest

from detente.engines.ray_cluster import RayCluster


@pytest.fixture(scope="session")
def ray_installed() -> None:
    """Skip without Ray, except in continuous integration, where it has to be there."""
    if importlib.util.find_spec("ray") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Ray: install the extra cluster")
        pytest.skip("Ray is not installed (extra cluster)")


@pytest.fixture(scope="session")
def cluster(ray_installed: None) -> Iterator[RayCluster]:
    """A Ray cluster of this machine with two workers."""
    with RayCluster(2) as running:
        yield running

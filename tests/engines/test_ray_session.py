"""A cluster that is started here is closed to others, and only a closed one is joined."""

from __future__ import annotations

import importlib.util
import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.engines.ray_cluster import RayCluster
from detente.engines.ray_session import known_token
from detente.errors import InputError, MissingExtra
from tests.engines.process_tree import PROC, descendants, listening_addresses

LOOPBACK = {"0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F"}


def where() -> str:
    import ray

    return str(ray.get_runtime_context().gcs_address)


@pytest.mark.skipif(not PROC.exists(), reason="sockets are seen through /proc")
def test_nothing_listens_on_the_network(cluster: RayCluster) -> None:
    addresses = listening_addresses(descendants(os.getpid()) | {os.getpid()})
    assert addresses
    assert addresses <= LOOPBACK


def test_settings(cluster: RayCluster) -> None:
    assert os.environ["RAY_AUTH_MODE"] == "token"
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
    assert "RAY_AUTH_TOKEN" not in os.environ
    token = Path(os.environ["RAY_AUTH_TOKEN_PATH"])
    assert stat.S_IMODE(token.stat().st_mode) == 0o600
    assert stat.S_IMODE(token.parent.stat().st_mode) == 0o700
    assert len(token.read_text()) == 64


def _ask(address: str, **settings: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("RAY_")}
    code = "import sys; from ray._raylet import GcsClient; GcsClient(address=sys.argv[1])"
    return subprocess.run(
        [sys.executable, "-c", code, address],
        env=clean | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_the_token_nobody_gets_in(cluster: RayCluster) -> None:
    for settings in (
        {"RAY_AUTH_MODE": "disabled"},
        {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": "0" * 64},
    ):
        refused = _ask(where(), **settings)
        assert refused.returncode == 1
        assert "AuthenticationError" in refused.stderr
    path = os.environ["RAY_AUTH_TOKEN_PATH"]
    assert _ask(where(), RAY_AUTH_MODE="token", RAY_AUTH_TOKEN_PATH=path).returncode == 0


JOIN = """
import sys
from detente.engines.blocks import Plan
from detente.engines.draws import run_draws
from detente.engines.ray_cluster import RayCluster
from tests.engines.examples import bits, walk
engine = RayCluster(None, sys.argv[1])
answer = bits(run_draws(walk, 0.5, Plan(640, 64, 4), engine=engine, blocks=2))
assert answer == bits(run_draws(walk, 0.5, Plan(640, 64, 4)))
print(engine.workers)
"""


def test_a_running_cluster_is_joined(cluster: RayCluster) -> None:
    joined = subprocess.run(
        [sys.executable, "-c", JOIN, where()],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    assert (joined.stderr, joined.stdout) == ("", "2\n")


def refusal(address: str, token: str | None) -> str:
    with pytest.raises(InputError) as caught:
        list(RayCluster(1, address, token).run(abs, []))
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_a_wrong_token_is_one_line(cluster: RayCluster) -> None:
    assert refusal(where(), "0" * 64).endswith("the cluster refuses this token")


OPEN = """
import ray, ray._private.ray_constants as constants, sys
constants.ENABLE_RAY_CLUSTER = False
context = ray.init(num_cpus=1, include_dashboard=False, object_store_memory=100 * 2**20,
                   log_to_driver=False, logging_level="ERROR", _temp_dir=sys.argv[1])
print(context.address_info["gcs_address"], flush=True)
input()
"""


@pytest.fixture
def open_cluster(ray_installed: None) -> Iterator[str]:
    """The address of a cluster that asks for no token."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("RAY_")}
    with tempfile.TemporaryDirectory(prefix="open-", ignore_cleanup_errors=True) as folder:
        running = subprocess.Popen(
            [sys.executable, "-c", OPEN, folder],
            env=clean | {"RAY_AUTH_MODE": "disabled", "RAY_USAGE_STATS_ENABLED": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with running:
            assert running.stdout is not None
            yield running.stdout.readline().strip()
            running.communicate("\n", timeout=60)


def test_a_cluster_that_is_open_to_all_is_refused(open_cluster: str) -> None:
    assert "not a Ray cluster that asks for a token" in refusal(open_cluster, "0" * 64)


def test_an_address_where_nothing_answers_is_one_line(ray_installed: None) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{unused.getsockname()[1]}"
        assert refusal(address, "x") == f"{address}: no cluster answers there"


@pytest.mark.parametrize("address", ["auto", "host", "host:", ":1", "ray://host:x"])
def test_what_is_no_address_is_one_line(ray_installed: None, address: str) -> None:
    assert refusal(address, "x") == f"{address}: an address of a Ray cluster is host:port"


def test_an_address_without_a_token_is_refused(
    ray_installed: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RAY_AUTH_TOKEN", raising=False)
    monkeypatch.setenv("RAY_AUTH_TOKEN_PATH", str(tmp_path / "none"))
    assert "joined with its token only" in refusal("127.0.0.1:6379", None)


def test_the_token_is_found_where_ray_finds_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RAY_AUTH_TOKEN", raising=False)
    monkeypatch.delenv("RAY_AUTH_TOKEN_PATH", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert known_token() is None
    (tmp_path / ".ray").mkdir()
    (tmp_path / ".ray" / "auth_token").write_text("at home\n")
    assert known_token() == "at home"
    (tmp_path / "file").write_text("in a file")
    monkeypatch.setenv("RAY_AUTH_TOKEN_PATH", str(tmp_path / "file"))
    assert known_token() == "in a file"
    monkeypatch.setenv("RAY_AUTH_TOKEN", "in the environment")
    assert known_token() == "in the environment"


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"pip install 'detente\[cluster\]'"):
        RayCluster(1)


LEAVES = """
import os, signal, sys
before = dict(os.environ), signal.getsignal(signal.SIGTERM)
from detente.engines.ray_cluster import RayCluster
from detente.engines.engine import Chunk
assert "ray" not in sys.modules
run = RayCluster(1).run(abs, [Chunk("a", -1), Chunk("b", None), Chunk("c", -3)])
answers = [next(run)]
folder = os.path.dirname(os.environ["RAY_AUTH_TOKEN_PATH"])
answers += run
assert {a.id: a.result for a in answers} == {"a": 1, "b": None, "c": 3}, answers
assert [type(a.error) for a in answers if a.id == "b"] == [TypeError]
assert not os.path.exists(folder)
os.environ.pop("RAY_CLIENT_MODE")  # set by importing Ray, for its own use
assert (dict(os.environ), signal.getsignal(signal.SIGTERM)) == before
try:
    next(RayCluster(1).run(abs, (1 / 0 for _ in "x")))
except ZeroDivisionError:
    print("ended")
"""


def test_it_leaves_everything_as_it_was(ray_installed: None, tmp_path: Path) -> None:
    """From another working directory; also when the caller fails; and twice in one process."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("RAY_")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LEAVES],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.stderr, done.stdout) == ("", "ended\n")

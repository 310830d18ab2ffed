"""Starting Ray so that nobody else can use it, or joining a cluster that has a token.

A port of Ray is a door to run any code as this user, and by default Ray listens on every network
interface. So a cluster that is started here

* listens on 127.0.0.1 only. Ray replaces that address by the machine's own (``ray.init`` of 2.60
  does so even when it is asked for 127.0.0.1) unless its setting for machines that cannot form
  clusters, ``RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER``, is off, which is therefore switched off here;
* asks for a token that is drawn anew each time and lies in a file that its owner alone can read;
* has no dashboard and sends no usage statistics;
* keeps its files in a folder that its owner alone can enter, and that is removed at the end.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import DetenteError, InputError, MissingExtra

# Chunks and their answers are small; Ray's own default is a third of the memory.
_OBJECT_STORE_BYTES = 100 * 2**20
# A socket's path has 107 characters at most, of which Ray's part takes 70.
_LONGEST_FOLDER = 25
_ANSWER_SECONDS = 5.0
_LOOPBACK = ("127.0.0.1", "localhost", "::1")

# Asks a cluster one harmless question in a process of its own: with a wrong token `ray.init` waits
# without end, and whether a cluster is open to all can be seen only without a token.
_PROBE = """
import sys
from ray._raylet import GcsClient
from ray.exceptions import AuthenticationError
try:
    GcsClient(address=sys.argv[1]).internal_kv_keys(b"detente", None, 5)
except AuthenticationError:
    sys.exit(3)
"""
_REFUSED = 3


def require_ray() -> Any:
    """Return the module ``ray``.

    Raises
    ------
    MissingExtra
        If it is not installed.
    """
    try:
        import ray
    except ImportError as error:
        raise MissingExtra("ray", "cluster", "The engine ray") from error
    return ray


def known_token() -> str | None:
    """Return the token that Ray itself would find: in the environment, or in its file."""
    if token := os.environ.get("RAY_AUTH_TOKEN"):
        return token.strip()
    named = os.environ.get("RAY_AUTH_TOKEN_PATH")
    path = Path(named) if named else Path.home() / ".ray" / "auth_token"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return path.read_text(encoding="utf-8").strip() or None
    return None


@contextlib.contextmanager
def started(workers: int) -> Iterator[None]:
    """Run a cluster of this machine with ``workers`` processors while the context lasts.

    Raises
    ------
    DetenteError
        If it does not start, or listens elsewhere than on the loopback.
    """
    ray = require_ray()
    with _own_folder() as folder, _settings(folder, secrets.token_hex(32), loopback=True):
        try:
            try:
                context = ray.init(
                    num_cpus=workers,
                    num_gpus=0,
                    include_dashboard=False,
                    object_store_memory=_OBJECT_STORE_BYTES,
                    log_to_driver=False,
                    logging_level="ERROR",
                    _node_ip_address="127.0.0.1",
                    # Ray opens its folder to all users; inside ours it is closed again.
                    _temp_dir=str(folder / "ray"),
                )
            except Exception as error:
                said = (str(error).splitlines() or [type(error).__name__])[0]
                raise DetenteError(f"Ray did not start ({said})") from error
            address = str(context.address_info["gcs_address"])
            if address.rpartition(":")[0] != "127.0.0.1":
                raise DetenteError(
                    f"Ray listens on {address} and not on this machine alone; it was ended"
                )
            yield
        finally:
            ray.shutdown()


@contextlib.contextmanager
def joined(address: str, token: str) -> Iterator[None]:
    """Be part of a running cluster while the context lasts.

    Raises
    ------
    InputError
        If nothing answers at ``address``, the cluster asks for no token, or for another one.
    """
    ray = require_ray()
    check_cluster(address, token)
    loopback = address.rpartition(":")[0] in _LOOPBACK
    with _own_folder() as folder, _settings(folder, token, loopback=loopback):
        try:
            try:
                ray.init(address=address, log_to_driver=False, logging_level="ERROR")
            except Exception as error:
                said = (str(error).splitlines() or [type(error).__name__])[0]
                raise InputError(f"{address}: this cluster cannot be joined ({said})") from error
            yield
        finally:
            ray.shutdown()


def check_cluster(address: str, token: str) -> None:
    """Make sure that a cluster is there, closed to those without a token, and open to this one.

    Raises
    ------
    InputError
        If not.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise InputError(f"{address}: an address of a Ray cluster is host:port")
    try:
        socket.create_connection((host.strip("[]"), int(port)), _ANSWER_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise InputError(f"{address}: no cluster answers there") from error
    if _ask(address, {"RAY_AUTH_MODE": "disabled"}) != _REFUSED:
        raise InputError(
            f"{address}: not a Ray cluster that asks for a token; anyone could run code there. "
            "Start it with RAY_AUTH_MODE=token"
        )
    if _ask(address, {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": token}) != 0:
        raise InputError(f"{address}: the cluster refuses this token")


def _ask(address: str, settings: dict[str, str]) -> int | None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("RAY_")}
    try:
        return subprocess.run(
            [sys.executable, "-c", _PROBE, address],
            env=clean | settings,
            capture_output=True,
            check=False,
            timeout=60,
        ).returncode
    except subprocess.TimeoutExpired:
        return None


@contextlib.contextmanager
def _own_folder() -> Iterator[Path]:
    place = tempfile.gettempdir()
    folder = Path(
        tempfile.mkdtemp(prefix="detente-", dir=place if len(place) < _LONGEST_FOLDER else "/tmp")
    )
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _settings(folder: Path, token: str, *, loopback: bool) -> Iterator[None]:
    """Set what Ray reads from the environment and on import; put back what was there."""
    token_file = folder / "token"
    handle = os.open(token_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(token)
    wanted = {
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN_PATH": str(token_file),
        "RAY_USAGE_STATS_ENABLED": "0",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }
    unwanted = ("RAY_AUTH_TOKEN", "RAY_ADDRESS")
    # Ray sets the last one itself, and would have breakpoint() wait for its own debugger.
    kept = (*wanted, *unwanted, "PYTHONBREAKPOINT")
    before = {key: os.environ.get(key) for key in kept}
    terminate = signal.getsignal(signal.SIGTERM)
    ray_constants: Any = importlib.import_module("ray._private.ray_constants")
    cluster = ray_constants.ENABLE_RAY_CLUSTER
    try:
        os.environ.update(wanted)
        for key in unwanted:
            os.environ.pop(key, None)
        if loopback:
            ray_constants.ENABLE_RAY_CLUSTER = False
        _read_settings_again()
        yield
    finally:
        ray_constants.ENABLE_RAY_CLUSTER = cluster
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
        _read_settings_again()
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, terminate)  # Ray sets one of its own


def _read_settings_again() -> None:
    """Make Ray, which reads them once on import, see the environment as it is now."""
    inside: Any = importlib.import_module("ray._raylet")
    inside.Config.initialize("")
    inside.AuthenticationTokenLoader.instance().reset_cache()

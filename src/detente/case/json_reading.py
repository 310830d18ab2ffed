"""JSON into plain data, as strictly as YAML: no duplicate keys, no NaN, bounded."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable
from typing import Any

from detente.case.yaml_reading import DEEPEST, LONGEST, MOST_BYTES, MOST_NODES
from detente.errors import BadCase

# Longer whole numbers mean nothing in any file that is read.
_MOST_DIGITS = 300


class _Unfit(Exception):
    """What JSON allows and a case does not; the message says what."""


def read_json(text: str, name: str, *, number: Callable[[str], Any] | None = None) -> Any:
    """The data of a JSON text; ``number`` makes a number of its digits, or raises ValueError.

    Raises
    ------
    BadCase
        If the text is no JSON, breaks a bound, has a key twice or a number that is none.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise BadCase(name, [f"the file is larger than {MOST_BYTES // 1_000_000} MB"])
    if sum(map(text.count, ",[{")) > 4 * MOST_NODES:
        raise BadCase(name, [f"more than {MOST_NODES:,} entries"])
    try:
        data = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=number or _finite,
            parse_int=number or _whole,
        )
        _bounded(data)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise BadCase(name, [f"{where}: not JSON: {error.msg}"]) from None
    except _Unfit as error:
        raise BadCase(name, [str(error)]) from None
    except RecursionError:
        raise BadCase(name, [f"nested deeper than {DEEPEST} levels"]) from None
    except ValueError as error:  # of a number
        raise BadCase(name, [str(error)]) from None
    return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise _Unfit(f"the key {twice[:200]!r} stands twice in one object")
    return made


def _no_number(word: str) -> float:
    raise _Unfit(f"{word} is not a number that can be calculated with")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _Unfit(f"the number {digits[:40]} is too large")
    return number


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _Unfit(f"a number of {len(digits):,} digits is too large")
    return int(digits)


def _bounded(data: Any) -> None:
    nodes = 0
    todo = [(data, 0)]
    while todo:
        part, depth = todo.pop()
        nodes += 1
        if nodes > MOST_NODES:
            raise _Unfit(f"more than {MOST_NODES:,} entries")
        if depth > DEEPEST:
            raise _Unfit(f"nested deeper than {DEEPEST} levels")
        if isinstance(part, str) and len(part) > LONGEST:
            raise _Unfit(f"a text of {len(part):,} characters; at most {LONGEST:,} fit")
        if isinstance(part, list):
            todo += [(inner, depth + 1) for inner in part]
        elif isinstance(part, dict):
            todo += [(inner, depth + 1) for inner in part.values()]

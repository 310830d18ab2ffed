"""Plain data as YAML that people like to edit: one entry a line where it fits, words unquoted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WIDTH = 96

# Words that YAML reads as themselves in block and in flow style, whatever its version.
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ](?:[\wÀ-ɏ./()'’%–-]|[ ](?=[\w(]))*\Z")
_NOT_WORDS = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|none|nan|inf)\Z|[\d.+-]", re.IGNORECASE
)
_BLOCK = re.compile(
    r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff\u2028\u2029\ufffe\uffff\t\r]+\Z"
)
# What YAML does not print as it is; JSON has escaped the control characters below space already.
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write_yaml(data: Mapping[str, Any]) -> str:
    """YAML of a mapping; sections are parted by an empty line."""
    lines: list[str] = []
    after_tree = False
    for key, value in data.items():
        if lines and (_is_tree(value) or after_tree):
            lines.append("")
        lines.extend(_entry(_scalar(key), value, 0))
        after_tree = _is_tree(value)
    return "\n".join(lines) + "\n"


def entry_lines(key: str, value: Any, column: int, *, width: int = WIDTH) -> list[str]:
    """The lines of one entry of a mapping whose keys stand at a column."""
    if column == 0:
        return list(_entry(_scalar(key), value, 0, width))
    return _moved(_entry(_scalar(key), value, 1, width), column)


def item_lines(value: Any, column: int, *, width: int = WIDTH) -> list[str]:
    """The lines of one entry of a list whose dashes stand at a column."""
    return _moved(_rows([value], 1, width), column)


def _moved(lines: Iterator[str], column: int) -> list[str]:
    """Lines written at the first level, moved to a column."""
    return [f"{' ' * column}{line[2:]}" if line else "" for line in lines]


def _is_tree(value: Any) -> bool:
    return isinstance(value, Mapping | list | tuple) and bool(value)


def _entry(label: str, value: Any, depth: int, width: int = WIDTH) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(value, Mapping) and value:
        flow = _flow(value)
        if depth > 0 and len(pad) + len(label) + 2 + len(flow) <= width:
            yield f"{pad}{label}: {flow}"
            return
        yield f"{pad}{label}:"
        for key, inner in value.items():
            yield from _entry(_scalar(key), inner, depth + 1)
    elif isinstance(value, list | tuple) and value:
        flow = _flow(value)
        if not any(_is_tree(inner) for inner in value) and len(pad + label + flow) + 2 <= width:
            yield f"{pad}{label}: {flow}"
            return
        yield f"{pad}{label}:"
        yield from _rows(value, depth + 1)
    elif isinstance(value, str) and _as_block(value):
        yield f"{pad}{label}: |-"
        yield from (f"{pad}  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{pad}{label}: {_flow(value)}"


def _rows(rows: Sequence[Any], depth: int, width: int = WIDTH) -> Iterator[str]:
    pad = "  " * depth
    for row in rows:
        flow = _flow(row)
        small = len(pad) + 2 + len(flow) <= width
        if not _is_tree(row) or small:
            yield f"{pad}- {flow}"
        elif isinstance(row, Mapping):
            first = True
            for key, inner in row.items():
                for line in _entry(_scalar(key), inner, depth + 1):
                    yield f"{pad}- {line[len(pad) + 2 :]}" if first else line
                    first = False
        else:
            yield f"{pad}-"
            yield from _rows(row, depth + 1)


def _as_block(text: str) -> bool:
    """True for several lines that a literal block holds exactly."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(_BLOCK.match(line) or not line for line in lines)
        and bool(lines[0].strip())
        and not lines[0].startswith(" ")
        and bool(lines[-1].strip())
    )


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    if _PLAIN.match(text) and not _NOT_WORDS.match(text):
        return text
    return escaped(json.dumps(text, ensure_ascii=False))


def escaped(json_text: str) -> str:
    """JSON with the characters escaped that YAML does not print, so that it is YAML too."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)

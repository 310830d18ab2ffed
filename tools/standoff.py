"""Annotations without the words: resolve quoted words to offsets, and leave the words out.

    python tools/standoff.py WORKING.json TEXT -o STANDOFF.json
    python tools/standoff.py --show STANDOFF.json TEXT

A working file has the form of docs/reference/annotation.md with spans as
``{"text": "words"}`` (they occur once), ``{"text": "words", "nth": 2}`` (their second
occurrence, from 1) or ``{"start": …, "end": …, "text": …}``. What is written has
``{"start", "end"}`` only, with the text's sha256, so that it can be kept where the text cannot.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any


class BadAnnotation(ValueError):
    """A span of the working file cannot be placed."""


def place(span: dict[str, Any], text: str, where: str) -> dict[str, int]:
    """Offsets of the words of one span.

    Raises
    ------
    BadAnnotation
        If the words do not occur, occur more than once without ``nth``, or are not what
        stands at the offsets given.
    """
    words = span.get("text")
    if "start" in span and "end" in span:
        start, end = span["start"], span["end"]
        if words is not None and text[start:end] != words:
            raise BadAnnotation(f"{where}: {start}:{end} holds {text[start:end]!r}, not {words!r}")
        return {"start": start, "end": end}
    if not isinstance(words, str) or not words:
        raise BadAnnotation(f"{where}: a span needs words")
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    nth = span.get("nth")
    if not found or (nth is None and len(found) > 1) or (nth or 1) > len(found):
        raise BadAnnotation(f"{where}: {words!r} occurs {len(found)} times, nth is {nth}")
    start = found[(nth or 1) - 1]
    return {"start": start, "end": start + len(words)}


def strip(value: Any, text: str, where: str = "") -> Any:
    """The same value with every span placed and its words left out."""
    if isinstance(value, list):
        return [strip(v, text, f"{where}[{i}]") for i, v in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if "text" in value or {"start", "end"} <= set(value):
        rest = {k: v for k, v in value.items() if k not in {"text", "nth", "start", "end"}}
        return {**place(value, text, where), **rest}
    return {k: strip(v, text, f"{where}.{k}" if where else k) for k, v in value.items()}


def show(value: Any, text: str) -> Any:
    """The same value with the words put back in, to be read and corrected."""
    if isinstance(value, list):
        return [show(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    out = {k: show(v, text) for k, v in value.items()}
    if {"start", "end"} <= set(value):
        out["text"] = text[value["start"] : value["end"]]
    return out


def main() -> int:
    """Convert one file; status 2 with one line if a span cannot be placed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("annotation", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--show", action="store_true")
    call = parser.parse_args()
    raw = call.text.read_bytes()
    text = raw.decode("utf-8")
    data = json.loads(call.annotation.read_text(encoding="utf-8"))
    try:
        if call.show:
            out = show(data, text)
        else:
            out = strip(data, text)
            out["source"] = call.text.name
            out["sha256"] = hashlib.sha256(raw).hexdigest()
    except BadAnnotation as error:
        print(f"error: {call.annotation}: {error}", file=sys.stderr)
        return 2
    dumped = json.dumps(out, ensure_ascii=False, indent=1) + "\n"
    if call.output is None:
        sys.stdout.write(dumped)
    else:
        call.output.write_text(dumped, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The page of the case file, from the model."""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from detente.case.case import Case
from detente.case.entry import Entry
from detente.case.numbers import Number

NOTE = "<!-- Written by tools/build_docs.py; change the code, not this page. -->\n"
_OF_EVERY_ENTRY = tuple(Entry.model_fields)


def case_format() -> str:
    """Every part of a case: what it is, its keys, what they hold."""
    parts = list(_models(Case, {}))
    out = [
        NOTE,
        "# The case file\n",
        "A negotiation in one file, YAML 1.2 (`.yaml`) or JSON with the same keys (`.json`). "
        "`detente schema -o case.schema.json` writes the schema by which editors complete and "
        "check what is typed; a file that begins with "
        "`# yaml-language-server: $schema=case.schema.json` names it. `detente check case.yaml` "
        "says what does not fit together ([rules CASE](checks.md)), `detente accept` takes over "
        "what was drafted.\n",
        "Ids are short names of letters, digits, `_` and `-` that other entries refer to. Keys "
        "marked * must be given; everything else is left out where it is not known. Where a "
        "number is wanted, a value, a range or a distribution may stand: `30`, "
        "`{low: 20, high: 60}`, `{low: 20, mode: 30, high: 60}`, `{mean: 30, sd: 5}`.\n",
        "## Keys of every entry\n",
        f"{_first_paragraph(Entry)} All parts below have these keys, unless they say "
        "*without evidence*.\n",
        *_table(Entry, Entry.model_fields),
    ]
    for model in parts:
        name = "The case" if model is Case else model.__name__
        hidden = _OF_EVERY_ENTRY if issubclass(model, Entry) else ()
        own = {n: f for n, f in model.model_fields.items() if n not in hidden}
        out += [f"## {name}\n", _docs(model)]
        out += ["Without evidence.\n"] if model is not Case and not issubclass(model, Entry) else []
        out += _table(model, own)
    return "\n".join(out)


def _models(model: type[BaseModel], seen: dict[type[BaseModel], None]) -> Iterator[type[BaseModel]]:
    """The models of a case in the order in which they are met, each once."""
    if model in seen:
        return
    seen[model] = None
    yield model
    for hint in typing.get_type_hints(model).values():
        for inner in _in(hint):
            yield from _models(inner, seen)


def _in(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and not typing.get_args(hint):
        if issubclass(hint, BaseModel):
            yield hint
        return
    for inner in typing.get_args(hint):
        yield from _in(inner)


def _docs(model: type[BaseModel]) -> str:
    text = inspect.cleandoc(model.__doc__ or "").replace("``", "`")
    return f"{text}\n"


def _first_paragraph(model: type[BaseModel]) -> str:
    return _docs(model).split("\n\n")[0].strip()


def _table(model: type[BaseModel], fields: dict[str, FieldInfo]) -> list[str]:
    hints = typing.get_type_hints(model, include_extras=True)
    out = ["| key | what it holds | meaning |", "| --- | --- | --- |"]
    for name, field in fields.items():
        star = "*" if field.is_required() else ""
        meaning = field.description or ""
        plain = not field.is_required() and field.default_factory is None
        if plain and field.default not in (None, (), False):
            meaning = f"{meaning} Default: `{field.default}`.".strip()
        out.append(f"| `{name}`{star} | {_shown(hints[name])} | {meaning} |")
    return [*out, ""]


def _shown(hint: Any) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _annotated(hint)
    if origin is typing.Literal:
        return " · ".join(f"`{a}`" for a in arguments)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(dict.fromkeys(_shown(a) for a in arguments if a is not type(None)))
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is not Ellipsis:
            return f"pair of {_shown(arguments[0])}"
        return f"list of {_shown(arguments[0])}"
    if origin is list:
        return f"list of {_shown(arguments[0])}"
    if origin is dict:
        return f"{_shown(arguments[0])} → {_shown(arguments[1])}"
    if isinstance(hint, type) and issubclass(hint, Number):
        return "[number](#number)"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    names = {"str": "words", "int": "whole number", "float": "plain number", "bool": "yes or no"}
    name = getattr(hint, "__name__", "anything")
    return names.get(name, "anything" if name == "Any" else name)


def _annotated(hint: Any) -> str:
    inner = typing.get_args(hint)[0]
    if inner is Number:
        return "[number](#number)"
    if inner is str:
        patterns = [str(getattr(m, "pattern", "") or "") for m in hint.__metadata__]
        if any(re.match(r"\^\[A-Za-z\]", p) for p in patterns):
            return "id"
        return "date, year or month" if any("[0-9]{4}" in p for p in patterns) else "words"
    return _shown(inner)

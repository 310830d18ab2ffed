"""Cases of any content that the model allows, however odd: ids that name nothing, odd text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from detente.case.case import Case
from detente.case.issue import PairEffect
from detente.case.lever import Lever
from detente.case.move import Preference
from detente.case.numbers import Number
from detente.case.position import Position
from detente.case.red_line import Floor, Forbid, Tie

IDS = st.sampled_from(["a", "b", "c-1", "d_2", "Zed", "x005F", "e"])
ODD = ["=1+1", "+a", "-", "@b", "#N/A", "_x0041_", "x005F_", " a ", "a\r\nb", "\x07", "30", "yes"]
ODD += ["true", "null", "[1]", "a: b; c", "a, b", "\n", "1978-09", "é漢字", '"', "", "\t=cmd"]
TEXT = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec="utf-8"), max_size=12))
REAL = st.one_of(
    st.integers(0, 100).map(float), st.floats(0, 100), st.sampled_from([0.1, 1e-7, 13.95, 100 / 3])
)
DATE = st.sampled_from(["1978", "1978-09", "1978-09-17"])


@st.composite
def numbers(draw: st.DrawFn) -> Any:
    """A number of every form, with and without what it rests on."""
    form = draw(st.sampled_from(["plain", "range", "mode", "normal"]))
    low, mode, high = sorted(draw(REAL) for _ in range(3))
    made: dict[str, Any] = {"value": mode}
    if form in {"range", "mode"}:
        made = {"low": low, "high": high} | ({"mode": mode} if form == "mode" else {})
    elif form == "normal":
        made = {"mean": mode, "sd": draw(st.floats(0.1, 9))}
        made |= {k: v for k, v in (("low", low), ("high", high)) if draw(st.booleans())}
    if draw(st.integers(0, 3)) == 0:
        made |= draw(rests_on())
        made |= {"group": draw(IDS)} if draw(st.booleans()) else {}
    return made if set(made) != {"value"} else made["value"]


@st.composite
def rests_on(draw: st.DrawFn) -> dict[str, Any]:
    """What every entry may carry."""
    made: dict[str, Any] = {}
    if draw(st.booleans()):
        made["evidence"] = draw(st.lists(IDS, max_size=2))
    if draw(st.booleans()):
        made["draft"] = draw(st.booleans())
    if draw(st.booleans()):
        made["confidence"] = draw(st.sampled_from(["high", "medium", "low"]))
    if draw(st.booleans()):
        made["basis"] = draw(TEXT)
    return made


def _values(annotation: Any, metadata: Sequence[Any] = ()) -> st.SearchStrategy[Any]:
    """Data for an annotation of the model."""
    if any("A-Za-z" in str(getattr(m, "pattern", "")) for m in metadata):
        return IDS
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return numbers() if issubclass(annotation, Number) else data_of(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _values(inner[0], annotation.__metadata__)
    if origin is tuple and inner[-1] is not Ellipsis:
        return st.tuples(*[_values(i) for i in inner]).map(list)
    if origin is tuple:
        least = max((getattr(m, "min_length", None) or 0 for m in metadata), default=0)
        return st.lists(_values(inner[0]), min_size=least, max_size=3)
    if origin is list:
        return st.lists(_values(inner[0]), max_size=2)
    if origin is dict:
        keys = TEXT if inner[0] is str else IDS
        return st.dictionaries(keys, _values(inner[1]), max_size=3)
    if inner and all(isinstance(i, str) for i in inner):
        return st.sampled_from(inner)
    if inner:
        return st.one_of([_values(i, metadata) for i in inner if i is not type(None)])
    simple: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(1, 6),
        float: st.floats(-1e6, 1e6),
        Any: st.one_of(TEXT, st.integers(-3, 3), st.lists(TEXT, max_size=2), st.none()),
    }
    return simple.get(annotation, TEXT)


_SPECIAL = {"date": DATE, "as_of": st.just("1978-09-17")}
_LEFT_OUT = {"schema_version", "start", "end", "kind"}


def data_of(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Data of a part of a case: required fields always, the others now and then."""
    fields: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        if name in _LEFT_OUT and model is not Lever:
            continue
        special = _SPECIAL.get(name)
        values = special if special is not None else _values(field.annotation, field.metadata)
        (fields if field.is_required() else optional)[name] = values
    made = st.fixed_dictionaries(fields, optional=optional)
    return made.map(lambda data: _mended(model, data))


def _mended(model: type[BaseModel], data: dict[str, Any]) -> dict[str, Any]:
    """The data without what the validators of the model refuse."""
    if model is Position and "at" in data:
        data.pop("option", None)
    if model is Forbid and not {"options", "below", "above"} & set(data):
        data["options"] = ["a"]
    if model is PairEffect:
        data["when"] = {"a": "b", "c-1": "Zed"}
    if model is Preference:
        forms = [k for k in ("statements", "ranking", "utilities") if data.get(k)]
        for key in ("statements", "ranking", "utilities"):
            if key not in forms[:1]:
                data.pop(key, None)
        if not forms:
            data["statements"] = ["a and not b"]
    if model in (Forbid, Floor, Tie):
        data["kind"] = {Forbid: "forbid", Floor: "floor", Tie: "link"}[model]
    return data


def _valid(data: dict[str, Any]) -> Case | None:
    try:
        return Case.model_validate(data)
    except ValueError:
        return None


#: Any case; what the model refuses all the same is left out.
CASES = data_of(Case).map(_valid).filter(lambda case: case is not None)

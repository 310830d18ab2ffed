"""Random cases that fit the model, and random changes of them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from detente.case.case import Case

IDS = st.sampled_from(["norland", "sudland", "isle", "y", "no", "N-1", "a_b", "Null0", "e1"])
ISSUES = st.sampled_from(["water", "border", "on", "trade-2", "x"])
OPTIONS = st.sampled_from(["dam", "canal", "off", "both", "o3"])
# Words with everything that YAML could take for something else.
_ODD = [
    *("no", "1:30", "# no comment", "a # b", "- x", "key: value", "'", '"', "{a}", "[b", "%c"),
    *("two\nlines", "  led", "trailed ", "tab\there", "\n", "|", "> x", "0x1F", "1e3", "~"),
    *("naïve – “quoted”", "مياه", "水", "\u2028", "é\u0301", "a\n\n  b\n", "NULL", "*a", "&b"),
    *("!t", "@x", "`y", "x: ", ": y", "?", "- ", "---", "...", "#", "12", "12.5", "true"),
    *("\x85", "\ufeff", "\t", "a\n# b", "a:\n  - b"),
]
TEXTS = st.one_of(st.sampled_from(_ODD), st.text(max_size=30)).filter(
    lambda text: not any(0xD800 <= ord(c) < 0xE000 for c in text)
)
_PLAIN = st.one_of(st.integers(0, 100), st.floats(0, 100, allow_nan=False).map(lambda x: x + 0.0))


@st.composite
def numbers(draw: st.DrawFn) -> Any:
    """A number in any of its forms, between 0 and 100."""
    form = draw(st.sampled_from(["plain", "plain", "value", "range", "mode", "normal"]))
    low, mode, high = sorted(draw(_PLAIN) for _ in range(3))
    made: dict[str, Any] = {
        "plain": {"value": mode},
        "value": {"value": mode},
        "range": {"low": low, "high": high},
        "mode": {"low": low, "mode": mode, "high": high},
        "normal": {"mean": mode, "sd": draw(st.integers(1, 9))},
    }[form]
    if form == "plain":
        return made["value"]
    return {**made, **draw(st.fixed_dictionaries({}, optional={"group": IDS, **_MARKS}))}


_MARKS = {
    "evidence": st.lists(IDS, max_size=2),
    "draft": st.booleans(),
    "confidence": st.sampled_from(["high", "medium", "low"]),
    "basis": TEXTS,
}


def _entry(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional={**optional, **_MARKS})


def _several(entry: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[list[Any]]:
    return st.lists(entry, min_size=1, max_size=most)


_OPTION = _entry({"id": OPTIONS, "name": TEXTS}, at=numbers())
_CHOICE = st.fixed_dictionaries({"issue": ISSUES, "options": _several(OPTIONS, 2)})
_AT_OR_OPTION = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"at": numbers()}),
    st.fixed_dictionaries({"option": OPTIONS}),
)
_POSITION = st.builds(
    lambda entry, place: {**entry, **place},
    _entry({"party": IDS, "issue": ISSUES}, salience=numbers(), text=TEXTS),
    _AT_OR_OPTION,
)
_RED_LINE = st.one_of(
    _entry(
        {"kind": st.just("forbid"), "id": IDS, "party": IDS, "issue": ISSUES, "below": numbers()},
        options=st.lists(OPTIONS, max_size=3),
        above=numbers(),
    ),
    _entry({"kind": st.just("floor"), "id": IDS, "party": IDS, "points": numbers()}, text=TEXTS),
    _entry({"kind": st.just("link"), "id": IDS, "party": IDS, "when": _CHOICE, "then": _CHOICE}),
)
_PREFERENCE = st.builds(
    lambda entry, form: {**entry, **form},
    _entry({"party": IDS}),
    st.one_of(
        st.fixed_dictionaries({"statements": _several(TEXTS)}),
        st.fixed_dictionaries({"ranking": _several(_several(TEXTS, 2))}),
        st.fixed_dictionaries({"utilities": st.dictionaries(TEXTS, numbers(), min_size=1)}),
    ),
)
SECTIONS: dict[str, st.SearchStrategy[Any]] = {
    "as_of": st.dates().map(lambda day: day.isoformat()),
    "summary": TEXTS,
    "causes": TEXTS,
    "parties": _several(
        _entry(
            {"id": IDS, "name": TEXTS},
            role=st.sampled_from(["party", "mediator", "observer"]),
            influence=numbers(),
            veto=st.booleans(),
            alternative=_entry({}, text=TEXTS, points=numbers()),
            interests=_several(_entry({"text": TEXTS}), 2),
            note=TEXTS,
        )
    ),
    "issues": _several(
        _entry(
            {"id": ISSUES, "name": TEXTS},
            ends=st.fixed_dictionaries({"low": TEXTS, "high": TEXTS}),
            options=_several(_OPTION),
            low_value=st.floats(-1e6, 1e6),
        )
    ),
    "positions": _several(_POSITION),
    "utilities": _several(
        _entry(
            {
                "party": IDS,
                "issue": ISSUES,
                "values": st.dictionaries(OPTIONS, numbers(), max_size=3),
            }
        )
    ),
    "red_lines": _several(_RED_LINE),
    "levers": _several(
        _entry(
            {"id": IDS, "name": TEXTS, "giver": IDS},
            effects=st.dictionaries(IDS, numbers(), max_size=3),
            cost=numbers(),
        )
    ),
    "acceptance": _entry(
        {},
        vetoes=st.lists(IDS, max_size=3),
        ratifiers=st.dictionaries(IDS, st.lists(IDS, max_size=2)),
    ),
    "infeasible": _several(TEXTS),
    "preferences": _several(_PREFERENCE),
    "status_quo": _entry({}, issues=st.dictionaries(ISSUES, st.one_of(numbers(), OPTIONS))),
    "evidence": _several(
        st.fixed_dictionaries(
            {"id": IDS},
            optional={"title": TEXTS, "date": st.sampled_from(["1978", "1978-09"]), "quote": TEXTS},
        )
    ),
    "questions": _several(st.fixed_dictionaries({"text": TEXTS}, optional={"about": TEXTS})),
    "perspectives": _several(
        st.fixed_dictionaries(
            {"id": IDS, "name": TEXTS},
            optional={
                "changes": st.dictionaries(
                    IDS, st.lists(st.dictionaries(TEXTS, TEXTS, max_size=2), max_size=2), max_size=2
                )
            },
        ),
        2,
    ),
}


def case_data() -> st.SearchStrategy[dict[str, Any]]:
    """Data of a case with some of the sections."""
    return st.fixed_dictionaries({"title": TEXTS}, optional=SECTIONS)


def cases() -> st.SearchStrategy[Case]:
    """Cases with some of the sections."""
    return case_data().map(Case.model_validate)


@st.composite
def changed(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """The data after a few changes: sections and entries go, come, move and change."""
    made = dict(data)
    for _ in range(draw(st.integers(0, 4))):
        section = draw(st.sampled_from(sorted(SECTIONS)))
        rows = made.get(section)
        do = draw(st.sampled_from(["replace", "remove", "add", "drop", "move", "field"]))
        if do == "remove":
            made.pop(section, None)
        elif do == "replace" or not isinstance(rows, list) or not rows:
            made[section] = draw(SECTIONS[section])
        else:
            rows = list(rows)
            place = draw(st.integers(0, len(rows) - 1))
            fresh = draw(SECTIONS[section])[0]
            if do == "add":
                rows.insert(place, fresh)
            elif do == "drop":
                del rows[place]
            elif do == "move":
                rows.insert(0, rows.pop(place))
            else:
                rows[place] = fresh
            made[section] = rows
    return made

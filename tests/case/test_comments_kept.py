"""Writing over an old file: its comments stay, and so do the lines of what has not changed."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.load import read_case
from detente.case.plain_data import case_data as data_of
from detente.case.save import to_yaml
from tests.case.case_making import case_data, changed

SLOW = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # cases this large shrink for minutes
)

OLD = """\
# yaml-language-server: $schema=case.schema.json
# Made on a wet afternoon.

title: Water   # working title

# who is there
parties:   # in the order of their letters
  # the north
  - id: norland # found in the atlas
    name: "Norland # of old"
    influence: 40   # by the census
    note: |
      long
      # no comment
    # to be looked at again
  # the south
  - {id: sudland, name: Sudland} # short
  # the isle comes last

# what about
issues:
- id: water
  name: Water
  options: [{id: dam, name: Dam}, # the old one
            {id: canal, name: Canal}]
# the end
"""


def after(**sections: Any) -> str:
    data = {**data_of(read_case(OLD, "old")), **sections}
    data = {key: value for key, value in data.items() if value is not None}
    case = Case.model_validate(data)
    text = to_yaml(case, OLD)
    assert read_case(text, "new") == case
    return text


def changes(text: str) -> list[str]:
    """Lines that went and came, in order of the new text."""
    import difflib

    diff = difflib.ndiff(OLD.splitlines(), text.splitlines())
    return [line for line in diff if line[0] in "+-"]


NORLAND = {
    "id": "norland",
    "name": "Norland # of old",
    "influence": 40,
    "note": "long\n# no comment\n",
}
SUDLAND = {"id": "sudland", "name": "Sudland"}
ISSUE = {
    "id": "water",
    "name": "Water",
    "options": [{"id": "dam", "name": "Dam"}, {"id": "canal", "name": "Canal"}],
}


def test_nothing_changes_nothing() -> None:
    assert after() == OLD


def test_one_number_changes_one_line_and_its_remark_stays_on_it() -> None:
    text = after(parties=[{**NORLAND, "influence": 55}, SUDLAND])
    assert changes(text) == [
        "-     influence: 40   # by the census",
        "+     influence: 55  # by the census",
    ]


def test_a_new_entry_comes_where_it_belongs_and_moves_no_comment() -> None:
    isle = {"id": "isle", "name": "Isle"}
    text = after(parties=[NORLAND, SUDLAND, isle])
    assert changes(text) == ["+   - {id: isle, name: Isle}"]
    assert "short\n  - {id: isle, name: Isle}\n  # the isle comes last" in text
    text = after(parties=[NORLAND, isle, SUDLAND])
    assert "    # to be looked at again\n  - {id: isle, name: Isle}\n  # the south\n" in text


def test_entries_that_change_places_take_their_comments_along() -> None:
    text = after(parties=[SUDLAND, NORLAND])
    assert "# the south\n  - {id: sudland, name: Sudland} # short\n" in text
    assert text.index("# the south") < text.index("- id: norland # found in the atlas")


def test_a_changed_entry_in_braces_is_written_anew_with_its_comments_above() -> None:
    options = [{"id": "dam", "name": "Dam", "at": 5}, {"id": "canal", "name": "Canal"}]
    text = after(issues=[{**ISSUE, "options": options}])
    assert "  name: Water\n  # the old one\n  options:\n    - {id: dam, name: Dam, at: 5}" in text


def test_an_entry_that_goes_leaves_what_stands_above_it() -> None:
    text = after(parties=[SUDLAND])
    for kept in ("# who is there", "# in the order", "# the north", "# the south", "# short"):
        assert kept in text
    assert "by the census" not in text


def test_a_section_that_goes_leaves_what_stands_above_it() -> None:
    text = after(parties=None)
    assert "# who is there" in text
    assert "norland" not in text


def test_new_sections_come_in_the_order_of_the_model() -> None:
    text = after(summary="Short.", levers=[{"id": "aid", "name": "Aid", "giver": "norland"}])
    assert "title: Water   # working title\nsummary: Short.\n" in text
    assert text.endswith("levers:\n  - {id: aid, name: Aid, giver: norland}\n# the end\n")


def test_line_ends_of_windows_stay() -> None:
    windows = OLD.replace("\n", "\r\n")
    case = read_case(windows, "old")
    assert to_yaml(case, windows) == windows
    other = case.model_copy(update={"summary": "Short."})
    assert to_yaml(other, windows).replace("\r\n", "").count("\n") == 0


UNUSUAL = {
    "flow": "{title: Water, # a\n summary: x} # b\n",
    "anchors": "title: &t Water # a\nsummary: *t # b\n",
    "explicit keys": "? title # a\n: Water # b\n",
    "document marks": "%YAML 1.2\n--- # a\ntitle: Water # b\n...\n",
    "dash alone": "title: Water # a\nparties:\n  - # b\n    id: a\n    name: A\n",
    "two dashes": "title: Water # a\npreferences:\n- party: p # b\n  ranking:\n  - - x\n    - y\n",
    "tagged": "title: !!str 12 # a\nsummary: ! x # b\n",
    "keeping lines": "title: |+ # a\n  Water\n\n\nsummary: x # b\n",
    "folded": "title: >- # a\n  Water\n  of\n\n  old\nsummary: x # b\n",
    "long plain": "title: Water\n  of # a\nsummary: old\n  and new # b\n",
    "a byte order mark": "\ufefftitle: Water # a\nsummary: x # b\n",
    "other line ends": "title: Water # a\x85summary: x # b\u2028causes: y\n",
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_forms_that_are_out_of_the_common_keep_their_comments(name: str) -> None:
    old = UNUSUAL[name]
    case = read_case(old, "old")
    assert to_yaml(case, old).lstrip("\ufeff") == old.lstrip("\ufeff")
    data = data_of(case)
    for change in (
        {"summary": "another"},
        {"title": "another"},
        {"parties": [{"id": "a", "name": "B"}, {"id": "c", "name": "C"}]},
    ):
        new = Case.model_validate({**data, **change})
        text = to_yaml(new, old)
        assert read_case(text, "new") == new
        assert "# a" in text
        assert "# b" in text


def test_an_old_text_that_is_no_case_keeps_its_comments_if_it_is_yaml() -> None:
    case = read_case("title: x", "x")
    text = to_yaml(case, "# a\ntitel: y # b\nlist:\n- 1 # c\n")
    assert read_case(text, "x") == case
    assert all(c in text for c in ("# a", "# b", "# c"))
    for broken in ("title: [broken # a", "[" * 100_000, "a: &a [*a]"):
        assert read_case(to_yaml(case, broken), "x") == case


@st.composite
def commented(draw: st.DrawFn, text: str) -> tuple[str, list[str]]:
    """The text with comment lines between its lines, and the comments in order."""
    lines: list[str] = []
    comments: list[str] = []
    inside: int | None = None
    for line in text.rstrip("\n").split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        if inside is not None and (not line or depth > inside):
            lines.append(line)  # a literal block has no comments
            continue
        inside = depth if line.endswith("|-") else None
        if draw(st.integers(0, 3)) == 0:
            comments.append(f"# remark {len(comments)}")
            lines.append(" " * draw(st.sampled_from([depth, depth, 0])) + comments[-1])
        if inside is None and draw(st.integers(0, 3)) == 0:
            comments.append(f"# remark {len(comments)}")
            line += f" {comments[-1]}"
        lines.append(line)
    return "\n".join(lines) + "\n", comments


@SLOW
@given(st.data())
def test_any_change_of_any_case_reads_back_and_keeps_the_comments_of_what_stays(
    data: st.DataObject,
) -> None:
    old_data = data.draw(case_data())
    old_case = Case.model_validate(old_data)
    old, comments = data.draw(commented(to_yaml(old_case)))
    assert read_case(old, "old") == old_case
    assert to_yaml(old_case, old) == old
    new_case = Case.model_validate(data.draw(changed(old_data)))
    new = to_yaml(new_case, old)
    assert read_case(new, "new") == new_case
    kept = {line.strip() for line in new.split("\n")} | {
        f"# {part}" for line in new.split("\n") for part in line.split(" # ")[1:]
    }
    for comment in comments:
        if stays(comment, old, old_case, new_case):
            assert comment in kept, textwrap.dedent(f"{comment} is lost:\n{old}\n{new}")


def stays(comment: str, old: str, before: Case, after: Case) -> bool:
    """True if a comment stands in or at a part that is the same, or above all sections."""
    was, now = data_of(before), data_of(after)
    entry = -1
    for line in reversed(old[: old.index(f"{comment}\n") + len(comment)].split("\n")):
        entry += line.startswith("  - ")
        if line[:1] not in ("", " ", "#"):
            section = line.split(":")[0]
            break
    else:
        return True
    if section not in now or was.get(section) == now[section]:
        return section in now
    if isinstance(was[section], dict):
        return False  # a key that goes takes its comment along
    return not isinstance(was[section], list) or entry < 0 or was[section][entry] in now[section]

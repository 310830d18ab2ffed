"""Genius files for tests: a fishing dispute of two invented states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

DOMAIN = """<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" name="fish" type="objective" etype="objective" description="">
<issue index="1" name="Quota" type="discrete" vtype="discrete" etype="discrete">
<item index="1" value="none"></item>
<item index="2" value="half"></item>
<item index="3" value="all"></item>
</issue>
<issue index="2" name="Fee" type="integer" vtype="integer" etype="integer" lowerbound="3"
 upperbound="6">
</issue>
</objective>
</utility_space>
</negotiation_template>
"""


def discrete(index: int, name: str, worth: Sequence[tuple[str, str]]) -> str:
    """An issue of a profile with its evaluations."""
    items = "".join(f'<item index="1" value="{v}" evaluation="{e}"/>' for v, e in worth)
    return f'<issue index="{index}" name="{name}" type="discrete" etype="discrete">{items}</issue>'


def integer(index: int, name: str, offset: str, slope: str, low: int = 3) -> str:
    """An integer issue of a profile with its line."""
    return (
        f'<issue index="{index}" name="{name}" type="integer" etype="integer" lowerbound="{low}" '
        f'upperbound="6"><evaluator ftype="linear" offset="{offset}" slope="{slope}"/></issue>'
    )


QUOTA = discrete(1, "Quota", [("none", "0"), ("half", "3"), ("all", "4")])
FEE = integer(2, "Fee", "1.0", "-0.25")


def profile(
    issues: str = QUOTA + FEE,
    weights: str = '<weight index="1" value="0.6"/><weight index="2" value="0.4"/>',
    after: str = '<reservation value="0.5"/>',
    kind: str = "",
) -> str:
    """A profile of the domain."""
    return (
        f'<utility_space{kind}><objective index="0" name="fish" type="objective" '
        f'etype="objective" description="">{issues}{weights}</objective>{after}</utility_space>'
    )


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Files of these names and texts in a new folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder

"""What every rule about cases promises: found by itself, explained, right about its examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case.case import Case
from detente.case.case_record import CaseRecord
from detente.case.load import read_case
from detente.case.rule_registry import CaseRule, case_rules, rule
from detente.case.validate import validate
from detente.checks.registry import checks

ROOT = Path(__file__).parents[2]
each = pytest.mark.parametrize("case_rule", case_rules(), ids=lambda r: r.code)
EXAMPLES = [
    pytest.param(r, text, fires, id=f"{r.code}-{'fires' if fires else 'silent'}-{i}")
    for r in case_rules()
    for fires, texts in ((True, r.fires), (False, r.silent))
    for i, text in enumerate(texts)
]


def case_of(text: str) -> Case:
    return read_case(f"title: An example\n{text}", "example")


@pytest.mark.parametrize(("case_rule", "text", "fires"), EXAMPLES)
def test_a_rule_is_right_about_its_own_examples(
    case_rule: CaseRule, text: str, fires: bool
) -> None:
    found = {f.code for f in case_rule.find(CaseRecord(case_of(text)))}
    assert found == ({case_rule.code} if fires else set())


@each
def test_a_rule_is_one_file_named_after_it_and_has_examples_and_a_page(
    case_rule: CaseRule,
) -> None:
    module = f"detente.case.rules.{case_rule.name.replace('-', '_')}"
    assert case_rule.find.__module__ == module
    assert case_rule.fires
    assert case_rule.silent
    for words in (case_rule.summary, case_rule.why, case_rule.fix):
        assert words.endswith(".")
        assert len(words.split()) >= 4
    assert case_rule.find.__doc__
    assert (ROOT / f"docs/reference/checks/{case_rule.code}.md").exists()


@each
def test_no_example_makes_any_rule_fail_and_every_path_leads_somewhere(
    case_rule: CaseRule,
) -> None:
    for text in (*case_rule.fires, *case_rule.silent):
        case = case_of(text)
        for finding in validate(case):
            assert finding.message.endswith((".", "?"))
            assert "\n" not in finding.message
            part: object = case
            for step in finding.path:
                if isinstance(part, tuple | list | dict):
                    part = part[step]  # type: ignore[index]
                else:
                    part = getattr(part, str(step))
        assert validate(case) == validate(case_of(text))


def test_codes_and_names_are_each_used_once_also_among_the_other_checks() -> None:
    codes = [r.code for r in case_rules()] + [c.code for c in checks()]
    names = [r.name for r in case_rules()] + [c.name for c in checks()]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)


def test_the_registry_refuses_a_wrong_code_and_one_that_is_taken() -> None:
    words = {"summary": "s.", "why": "w.", "fix": "f.", "fires": (), "silent": ()}
    with pytest.raises(ValueError, match="no code of a rule about cases"):
        rule(code="OFF101", name="x", severity="note", **words)  # type: ignore[arg-type]
    register = rule(code="CASE101", name="other", severity="note", **words)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"taken by detente\.case\.rules\.unknown_party"):
        register(lambda record: [])

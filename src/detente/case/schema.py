"""JSON Schema of the case file, draft-07, because that is what editors' YAML servers read."""

from __future__ import annotations

import json
from typing import Any

from detente.case.case import Case

SCHEMA_URI = "http://json-schema.org/draft-07/schema#"
#: The first line of a case file; editors that know it complete and check while one types.
MODELINE = "# yaml-language-server: $schema="
FILE_NAME = "case.schema.json"


def case_schema() -> dict[str, Any]:
    """The schema as data."""
    made = _draft_07(Case.model_json_schema(mode="validation"))
    assert isinstance(made, dict)
    return {"$schema": SCHEMA_URI, **made, "title": "A negotiation case of Détente"}


def schema_text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(case_schema(), ensure_ascii=False, indent=1) + "\n"


def _draft_07(part: Any) -> Any:
    """Keywords of 2020-12 in the words of draft-07."""
    if isinstance(part, list):
        return [_draft_07(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    made = {key: _draft_07(inner) for key, inner in part.items() if key != "discriminator"}
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    if isinstance(made.get("$ref"), str):
        made["$ref"] = made["$ref"].replace("#/$defs/", "#/definitions/")
        # Draft-07 ignores whatever stands beside a $ref.
        beside = {key: made.pop(key) for key in list(made) if key != "$ref"}
        if beside:
            return {"allOf": [{"$ref": made["$ref"]}], **beside}
    if "prefixItems" in made:
        made["items"] = made.pop("prefixItems")
        made["additionalItems"] = False
    return made

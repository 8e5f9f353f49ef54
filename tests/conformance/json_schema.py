"""Judges our schemas and our JSON with somebody else's implementation, Python's jsonschema.

    json_schema.py SCHEMA…                 is each a schema by the rules of draft 2020-12?
    json_schema.py --by SCHEMA FILE…       does each file hold what SCHEMA describes, by the draft that it names?

For each file one line, "PASS" or "FAIL", "schema" or "json", path, with tabs between; below a FAIL the
first findings, indented. Exits 1 if anything failed.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, SchemaError
from jsonschema.validators import validator_for

FINDINGS = 10


def schema_findings(schema):
    if schema.get("$schema") != Draft202012Validator.META_SCHEMA["$id"]:
        yield f"$schema is {schema.get('$schema')!r}, not draft 2020-12"
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield f"{error.json_path}: {error.message}"


def value_findings(value, validator):
    for error in validator.iter_errors(value):
        yield f"{error.json_path}: {error.message[:300]}"


def judge(label, path, findings_of):
    try:
        findings = list(findings_of(json.loads(Path(path).read_text(encoding="utf-8"))))
    except (OSError, ValueError) as error:
        findings = [str(error)]
    print("FAIL" if findings else "PASS", label, path, sep="\t")
    for finding in findings[:FINDINGS]:
        print("   ", finding.replace("\n", " "))
    if len(findings) > FINDINGS:
        print(f"    … and {len(findings) - FINDINGS} more")
    return not findings


def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8")
    if arguments[:1] != ["--by"]:
        return all([judge("schema", path, schema_findings) for path in arguments])
    schema = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
    draft = validator_for(schema, default=Draft202012Validator)
    validator = draft(schema, format_checker=draft.FORMAT_CHECKER)
    return all([judge("json", path, lambda value: value_findings(value, validator)) for path in arguments[2:]])


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)

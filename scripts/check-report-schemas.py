#!/usr/bin/env python3
"""Checks the JSON of diff, compare and conform against the schemas that `guize schema --of` prints.

    scripts/check-report-schemas.py --guize PATH BUNDLE…

Needs PyPI's jsonschema; `scripts/check schema` runs this in a virtual environment that has it. Every pair of the bundles is
compared. The schemas are closed for the check, so that a key which they do not describe fails; and each must refuse reports
that were broken on purpose.
"""
import argparse
import copy
import itertools
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("error: the Python package jsonschema is missing; 'scripts/check schema' installs it in an environment of its own",
          file=sys.stderr)
    sys.exit(2)


def closed(schema):
    """The schema with every object closed."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(part) for key, part in schema.items()}
    if "properties" in schema and "additionalProperties" not in schema:
        result["additionalProperties"] = False
    return result


def objects(value):
    """Every object within a JSON value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from objects(part)


def broken(report, name):
    """Copies of a report with one thing wrong."""
    def changed(key, value, where=lambda _: True):
        other = copy.deepcopy(report)
        place = next((part for part in objects(other) if key in part and where(part)), None)
        if place is None:
            return []
        if value is None:
            del place[key]
        else:
            place[key] = value
        return [(f"{key} {'missing' if value is None else value}", other)]

    return [
        *changed("schemaVersion", None), *changed("schemaVersion", "2.0"),
        *changed("kind", "somethingElse"), *changed("start", -1), *changed("rule", ""), *changed("fingerprint", "xyz"),
        *changed("level", "fatal"), *changed("state", "unknown"), *changed("verdict", "maybe"), *changed("relation", "likes"),
        *changed("absolute", 20), *changed("absolute", "2e1"), *changed("sources", []), *changed("key", 1),
        *changed("minimum", 400), *changed("from", ""),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guize", required=True)
    parser.add_argument("bundles", nargs="+")
    arguments = parser.parse_args()

    def run(*command):
        return json.loads(subprocess.run([arguments.guize, *command], check=True, stdout=subprocess.PIPE).stdout)

    pairs = list(itertools.permutations(arguments.bundles, 2))
    reports = {
        "diff": [["diff", *pair, "--format", "json"] for pair in pairs]
        + [["diff", *pair, "--format", "json", "--axis", "year"] for pair in pairs[:4]],
        "compare": [["compare", *arguments.bundles, "--format", "json", "--columns", axis] for axis in ("region", "year")],
        "conform": [["conform", *pair, "--format", "json"] for pair in pairs],
        "citations": [["conform", "--auto", *arguments.bundles, "--graph", "json"]],
    }
    failures = 0
    for name, commands in reports.items():
        schema = run("schema", "--of", name)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(closed(schema))
        accepted, refused = set(), set()
        for command in commands:
            report = run(*command)
            for error in itertools.islice(validator.iter_errors(report), 5):
                place = "/".join(str(step) for step in error.absolute_path)
                print(f"error: {' '.join(command)}: /{place}: {error.message[:300]}", file=sys.stderr)
                failures += 1
            for description, other in broken(report, name):
                (accepted if validator.is_valid(other) else refused).add(description)
        for description in sorted(accepted):
            print(f"error: the schema of {name} accepts {description}", file=sys.stderr)
            failures += 1
        print(f"{name}: {len(commands)} reports fit the schema, {len(refused)} kinds of broken ones refused")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

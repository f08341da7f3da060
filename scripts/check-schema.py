#!/usr/bin/env python3
"""Checks bundles against the JSON Schema that `guize schema` prints, with an implementation that is not ours.

    scripts/check-schema.py --schema schema.json BUNDLE…

Needs PyPI's jsonschema; `scripts/check schema` runs this in a virtual environment that has it. Besides the bundles, it
checks that the schema itself is valid (draft 2020-12) and that it refuses bundles that were broken on purpose, so that a
schema that accepts anything does not pass.
"""
import argparse
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("error: the Python package jsonschema is missing; install it with 'python3 -m pip install jsonschema', "
          "or run 'scripts/check schema', which does so in an environment of its own", file=sys.stderr)
    sys.exit(2)


def broken(bundle):
    """Copies of a bundle with one thing wrong, each with what is wrong."""
    def changed(description, change):
        other = copy.deepcopy(bundle)
        try:
            change(other)
        except (KeyError, IndexError, StopIteration):
            return []
        return [(description, other)]

    def first(rules, key):
        return next(rule for rule in rules if key in rule)

    return [
        *changed("no rules", lambda b: b.pop("rules")),
        *changed("no document", lambda b: b.pop("document")),
        *changed("another schema version", lambda b: b.update(schemaVersion="9.0")),
        *changed("a kind that does not exist", lambda b: b["rules"][0].update(kind="somethingElse")),
        *changed("a rule without evidence", lambda b: b["rules"][0].pop("evidence")),
        *changed("an empty evidence list", lambda b: b["rules"][0].update(evidence=[])),
        *changed("a negative offset", lambda b: b["rules"][0]["evidence"][0].update(start=-1)),
        *changed("an amount as a number", lambda b: first(b["rules"], "amount")["amount"].update(value=400)),
        *changed("an amount with an exponent", lambda b: first(b["rules"], "amount")["amount"].update(value="4e2")),
        *changed("an empty string for an absent value", lambda b: b["document"].update(title="")),
        *changed("an unknown severity", lambda b: b["diagnostics"].append(
            {"code": "x", "severity": "fatal", "message": "x"})),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schema", type=pathlib.Path, required=True)
    parser.add_argument("bundles", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()

    schema = json.loads(arguments.schema.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = 0
    refused = set()
    accepted = {}
    for path in arguments.bundles:
        bundle = json.loads(path.read_text(encoding="utf-8"))
        before = failures
        for error in sorted(validator.iter_errors(bundle), key=lambda error: list(error.absolute_path)):
            place = "/".join(str(step) for step in error.absolute_path)
            print(f"error: {path.name}: /{place}: {error.message[:300]}", file=sys.stderr)
            failures += 1
        print(f"{path.name}: {'fits' if failures == before else f'{failures - before} errors'}, "
              f"{len(bundle.get('rules', []))} rules")
        for description, other in broken(bundle):
            if validator.is_valid(other):
                accepted[description] = path.name
            else:
                refused.add(description)
    for description, name in accepted.items():
        print(f"error: the schema accepts {name} with {description}", file=sys.stderr)
        failures += 1
    print(f"schema: {len(arguments.bundles)} bundles checked, {len(refused)} kinds of broken bundles refused, "
          f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

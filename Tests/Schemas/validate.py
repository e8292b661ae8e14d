#!/usr/bin/env python3
"""Checks JSON documents against a JSON Schema (2020-12). Needs the package jsonschema.

usage: validate.py [--member NAME] SCHEMA FILE...
       validate.py --self

A .json file holds one document, or a list of documents; a .jsonl file one document a line. With --member NAME the
member of that name is checked in each document. Every error is printed with its file and JSON pointer.
With --self the schemas of docs/schemas are themselves checked against the meta-schema.
Exit status: 0 all valid, 1 any error, 2 wrong usage.
"""
import argparse
import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from jsonschema.exceptions import SchemaError, best_match

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "docs" / "schemas"


def pattern(validator, wanted, value, schema):
    """As ECMA-262 has it: `$` is the very end, while Python also matches it before a last line feed."""
    if validator.is_type(value, "string") and not re.search(re.sub(r"(?<!\\)\$(?=\)|$)", r"\\Z", wanted), value):
        yield ValidationError(f"{value!r} does not match {wanted!r}")


Validator = validators.extend(Draft202012Validator, {"pattern": pattern})


def refuse_repeated_names(pairs):
    names = [name for name, _ in pairs]
    repeated = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else None
    if repeated:
        raise ValueError(f"repeated name {sorted(repeated)[0]!r}")
    return dict(pairs)


def refuse_constant(word):
    raise ValueError(f"{word} is not JSON")


def read(text):
    return json.loads(text, object_pairs_hook=refuse_repeated_names, parse_constant=refuse_constant)


def documents(path):
    """Pairs of the pointer (or line) a document stands at, and the document."""
    text = pathlib.Path(path).read_bytes().decode("utf-8-sig")
    if path.endswith(".jsonl"):
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield f"line {number} ", read(line)
        return
    whole = read(text)
    if isinstance(whole, list):
        for index, document in enumerate(whole):
            yield f"/{index}", document
    else:
        yield "", whole


def pointer(error):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)


def innermost(error):
    """Of an error in alternatives, the one that says most; itself otherwise."""
    return best_match([error]) or error


def check_files(schema_path, files, member):
    schema = read(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    Validator.check_schema(schema)
    validator = Validator(schema, format_checker=FormatChecker())
    errors = 0
    for path in files:
        count = 0
        try:
            for place, document in documents(path):
                count += 1
                if member is not None:
                    document, place = document[member], f"{place}/{member}"
                for error in sorted(validator.iter_errors(document), key=pointer):
                    error = innermost(error)
                    print(f"{path}: {place}{pointer(error)}: {error.message[:300]}")
                    errors += 1
        except (ValueError, OSError, KeyError, TypeError, RecursionError) as error:
            print(f"{path}: cannot be read: {error!r:.300}")
            errors += 1
            continue
        if count == 0:
            print(f"{path}: has no document")
            errors += 1
    return errors


def check_schemas():
    paths = sorted(SCHEMAS.glob("*.schema.json"))
    errors = 0 if paths else 1
    for path in paths:
        try:
            schema = read(path.read_text(encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            if schema.get("$schema") != Draft202012Validator.META_SCHEMA["$id"]:
                raise ValueError("$schema does not name 2020-12")
        except (ValueError, SchemaError) as error:
            print(f"{path}: {error}")
            errors += 1
    print(f"{len(paths)} schemas, {errors} errors")
    return errors


def main():
    parser = argparse.ArgumentParser(description="Checks JSON documents against a JSON Schema.")
    parser.add_argument("--self", action="store_true", help="check the schemas against the meta-schema")
    parser.add_argument("--member", help="check this member of each document")
    parser.add_argument("schema", nargs="?")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    if arguments.self:
        sys.exit(1 if check_schemas() else 0)
    if not arguments.schema or not arguments.files:
        parser.error("a schema and at least one file are needed")
    sys.exit(1 if check_files(arguments.schema, arguments.files, arguments.member) else 0)


if __name__ == "__main__":
    main()

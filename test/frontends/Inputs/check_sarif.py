# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check_sarif.py FILE: the report is valid against the published schema, and agrees with itself and the sources.

Files that it names are there, the lines and columns of a fix are the place of its bytes, each rule has its help. Prints how
much of what it found, and with --apply writes the safe fixes into the files, from lines and columns alone.
"""

import json
import pathlib
import sys
import urllib.parse

import jsonschema

SCHEMA = pathlib.Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json"


def fail(what):
    sys.exit(f"check_sarif.py: {what}")


def each(value, key):
    """Every value of that key, at any depth."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from each(item, key)


class Run:
    def __init__(self, run):
        self.run = run
        self.bases = {name: base["uri"] for name, base in run["originalUriBaseIds"].items()}

    def path(self, location):
        whole = urllib.parse.urljoin(self.bases.get(location.get("uriBaseId"), ""), location["uri"])
        parts = urllib.parse.urlsplit(whole)
        if parts.scheme != "file":
            fail(f"no file: {whole}")
        return pathlib.Path(urllib.parse.unquote(parts.path))

    def offset(self, data, line, column):
        """The byte at a line and a column of UTF-16 units."""
        start = sum(len(text) for text in data.splitlines(keepends=True)[: line - 1])
        before = data[start:].decode().encode("utf-16-le")[: 2 * (column - 1)].decode("utf-16-le")
        return start + len(before.encode())

    def check(self):
        rules = self.run["tool"]["driver"]["rules"]
        for rule in rules:
            if not rule["help"]["text"] or not rule["shortDescription"]["text"]:
                fail(f"no help for {rule['id']}")
        for location in each(self.run, "artifactLocation"):
            if not self.path(location).is_file():
                fail(f"no such file: {location}")
        for result in self.run["results"]:
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                fail(f"another rule's index: {result['ruleId']}")
            for change in (c for fix in result.get("fixes", []) for c in fix["artifactChanges"]):
                data = self.path(change["artifactLocation"]).read_bytes()
                for replacement in change["replacements"]:
                    start, end = self.bytes_of(data, replacement["deletedRegion"])
                    region = replacement["deletedRegion"]
                    if (start, end - start) != (region["byteOffset"], region["byteLength"]):
                        fail(f"lines and bytes differ: {region}")

    def bytes_of(self, data, region):
        return (
            self.offset(data, region["startLine"], region["startColumn"]),
            self.offset(data, region["endLine"], region["endColumn"]),
        )

    def apply(self):
        edits = {}
        for result in self.run["results"]:
            for fix in result.get("fixes", []):
                if not fix["description"]["text"].startswith("safe"):
                    continue
                for change in fix["artifactChanges"]:
                    path = self.path(change["artifactLocation"])
                    data = path.read_bytes()
                    for replacement in change["replacements"]:
                        start, end = self.bytes_of(data, replacement["deletedRegion"])
                        text = replacement["insertedContent"]["text"].encode()
                        edits.setdefault(path, set()).add((start, end, text))
        for path, changes in edits.items():
            data = path.read_bytes()
            for start, end, text in sorted(changes, reverse=True):
                data = data[:start] + text + data[end:]
            path.write_bytes(data)


def main():
    apply, name = sys.argv[1:-1] == ["--apply"], sys.argv[-1]
    document = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for error in jsonschema.Draft4Validator(schema).iter_errors(document):
        fail(f"not valid at {'/'.join(map(str, error.path))}: {error.message}")
    if len(document["runs"]) != 1:
        fail("not one run")
    run = Run(document["runs"][0])
    run.check()
    if apply:
        run.apply()
    results = run.run["results"]
    flows = sum(len(r.get("codeFlows", [])) for r in results)
    fixes = sum(len(r.get("fixes", [])) for r in results)
    notifications = sum(len(i["toolExecutionNotifications"]) for i in run.run["invocations"])
    print(f"{len(results)} results, {flows} code flows, {fixes} fixes, {notifications} notifications")


main()

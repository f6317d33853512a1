# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check_json.py FILE: the report in it has the documented shape, nothing more, and is sorted."""

import json
import os
import sys

INT, STR = int, str
PLACE = {"message": STR, "file": STR, "line": INT, "column": INT}
EDIT = {"file": STR, "offset": INT, "length": INT, "text": STR}
FIX = {"safety": {"safe", "unsafe"}, "edits": [EDIT]}
SHAPE = {
    "version": {1},
    "tool": {"name": {"async-tidy"}, "version": STR, "llvm": STR},
    "summary": {"findings": INT, "units": INT, "failed": INT, "cached": INT, "seconds": float},
    "findings": [
        {"check": STR, "level": {"default", "strict"}, "fingerprint": STR, **PLACE}
        | {"notes": [PLACE], "fixes": [FIX]}
    ],
    "failures": [{"file": STR, "message": STR}],
}


def check(value, shape, where):
    if isinstance(shape, dict):
        assert isinstance(value, dict), f"{where}: not an object"
        assert value.keys() == shape.keys(), f"{where}: {sorted(value)} != {sorted(shape)}"
        for key in shape:
            check(value[key], shape[key], f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), f"{where}: not a list"
        for index, item in enumerate(value):
            check(item, shape[0], f"{where}[{index}]")
    elif isinstance(shape, set):
        assert value in shape, f"{where}: {value!r}"
    else:
        assert isinstance(value, shape), f"{where}: {value!r} is no {shape.__name__}"


with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
check(report, SHAPE, "report")

findings = report["findings"]
places = [(f["file"], f["line"], f["column"]) for f in findings]
assert places == sorted(places), places
assert len(set(f["fingerprint"] for f in findings)) == len(findings), "fingerprints repeat"
assert report["summary"]["findings"] == len(findings)
assert report["summary"]["failed"] == len(report["failures"])
for finding in findings:
    assert not os.path.isabs(finding["file"]), finding["file"]
    for edit in (e for fix in finding["fixes"] for e in fix["edits"]):
        assert not os.path.isabs(edit["file"]), edit["file"]
print(f"{len(findings)} findings, {len(report['failures'])} failures")

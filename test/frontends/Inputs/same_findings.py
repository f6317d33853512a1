# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""same_findings.py REPORT OUTPUT FOLDER: the output of a clang-tidy has the findings of the report, and their notes.

Prints how many lines were compared.
"""

import json
import os
import re
import sys

LINE = re.compile(r"^(\S+?):(\d+):(\d+): (warning|error|note): (.*?)(?: \[[\w,-]+\])?$", re.MULTILINE)

report_file, output_file, folder = sys.argv[1:]
with open(report_file, encoding="utf-8") as file:
    report = json.load(file)
expected = []
for finding in report["findings"]:
    for kind, place in [("warning", finding)] + [("note", note) for note in finding["notes"]]:
        expected.append((place["file"], str(place["line"]), str(place["column"]), kind, place["message"]))
with open(output_file, encoding="utf-8") as file:
    found = [
        (os.path.relpath(os.path.join(folder, path), folder), *rest)
        for path, *rest in LINE.findall(file.read())
    ]
if found != expected:
    sys.exit("\n".join(["the report has", *map(str, expected), "clang-tidy says", *map(str, found)]))
print(len(found), "lines are the same")

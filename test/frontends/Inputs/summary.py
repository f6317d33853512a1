# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""summary.py < REPORT: how many units a report is about, how many weren't parsed for it, and its findings.

Each finding has its place, and the places of its notes in other files.
"""

import json
import sys

report = json.load(sys.stdin)
print("{units} units, {cached} cached, {failed} failed, {findings} findings".format(**report["summary"]))
for finding in report["findings"]:
    notes = [f"{n['file']}:{n['line']}" for n in finding["notes"] if n["file"] != finding["file"]]
    print(" > ".join([f"{finding['file']}:{finding['line']}"] + notes))

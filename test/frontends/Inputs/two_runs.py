# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""two_runs.py STATUS COMMAND... [--each A B]: the command, twice at once, ends with the status and nothing on stderr.

With `--each` the first run is about A and the second about B, beside what the command names; without, both
give the same JSON report apart from the seconds and what was found in the store. Prints their summaries.
"""

import json
import subprocess
import sys

status, command, each = int(sys.argv[1]), sys.argv[2:], []
if "--each" in command:
    at = command.index("--each")
    command, each = command[:at], command[at + 1 :]
runs = [
    subprocess.Popen(command + each[i : i + 1], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for i in range(2)
]
reports = []
for run in runs:
    out, err = run.communicate()
    assert run.returncode == status, (run.returncode, err)
    assert not err, err
    report = json.loads(out)
    for key in ("seconds", "cached"):
        del report["summary"][key]
    reports.append(report)
assert each or reports[0] == reports[1], reports
for report in reports:
    print("{units} units, {failed} failed, {findings} findings".format(**report["summary"]))

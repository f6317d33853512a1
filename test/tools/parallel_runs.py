# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""parallel_runs.py ASYNC-TIDY FOLDER: the report has the same bytes however many units are parsed at once.

Of the project in FOLDER, apart from the seconds and what was cached: cold, with the store of the run before, and
anew with the headers of the run before; as JSON and as text.
"""

import pathlib
import re
import shutil
import subprocess
import sys

tool, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()


def run(number, *more):
    command = [tool, "run", "-p", folder, "--cache-dir", folder / f"cache{number}", "--facts", folder / f"{number}.db"]
    done = subprocess.run([str(part) for part in [*command, *more]], capture_output=True, text=True)
    assert done.returncode == 3 and not done.stderr, (done.returncode, done.stderr)
    return re.sub(r'"(seconds|cached)": [\d.]+|, [\d.]+ s\)', "", done.stdout)


expected = {}
compared = 0
for jobs in (["-j", "1"], ["-j", "2"], ["-j", "8"], []):
    name = "".join(jobs) or "default"
    for time in ("cold", "again", "anew"):
        if time == "anew":
            (folder / f"{name}.db").unlink()
        for kind in ("json", "text"):
            out = run(name, "--format", kind, *jobs)
            assert out == expected.setdefault(kind, out), f"{name} {time}:\n{out}\nbefore:\n{expected[kind]}"
            compared += 1
        if time == "cold":
            # A text of a cold run as well.
            (folder / f"{name}.db").unlink()
            shutil.rmtree(folder / f"cache{name}")
            assert run(name, "--format", "text", *jobs) == expected["text"], name
assert expected["json"].count('"check"') == 11, expected["json"].count('"check"')
print(compared, "times the same")

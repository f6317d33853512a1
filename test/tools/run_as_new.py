# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""run_as_new.py [--full] ASYNC-TIDY ARGUMENT...: what was kept from earlier runs changes nothing of what a run says.

Runs `async-tidy run ARGUMENT...` and prints the number of units, of those that weren't parsed for it, of
failures and of findings; then each finding. With --no-cache it has to give the same findings, failures and
status, with `--full` also when it parses everything itself, without precompiled headers: each time in a
store of its own, so that the next run isn't helped by it.
"""

import json
import os
import subprocess
import sys
import tempfile

arguments = sys.argv[1:]
others = [["--no-cache"]]
if arguments[0] == "--full":
    arguments = arguments[1:]
    others += [["--no-cache", "--full-parse"]]
command = [arguments[0], "run", *arguments[1:], "--format", "json"]


def report(*more):
    done = subprocess.run([*command, *more], capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"{' '.join([*command, *more])} ended with {done.returncode}:\n{done.stderr}")
    result = json.loads(done.stdout)
    return result["summary"], {"status": done.returncode, **{k: result[k] for k in ("findings", "failures")}}


summary, found = report()
print("{units} units, {cached} cached, {failed} failed, {findings} findings".format(**summary))
for finding in found["findings"]:
    print(f"{finding['file']}:{finding['line']}: {finding['message'].split()[0]}")
for failure in found["failures"]:
    print(f"{failure['file']}: {failure['message']}")

with tempfile.TemporaryDirectory() as folder:
    for number, more in enumerate(others):
        _, anew = report(*more, "--facts", os.path.join(folder, f"{number}.db"))
        if anew != found:
            sys.exit(f"{' '.join(more)}:\n{json.dumps(anew, indent=1)}\nwith what is kept:\n"
                     f"{json.dumps(found, indent=1)}")
print("as new")

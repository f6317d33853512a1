# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""killed_runs.py FOLDER ASYNC-TIDY: whenever a run over the project is killed, the next one gives the clean report.

Each run begins without a store. It is killed at moments spread over the time that a clean run takes, in
turn with and without the processes that it has started.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

folder, tool = sys.argv[1:]
command = [tool, "run", "-p", folder, "--format", "json", "--quiet"]
store = os.path.join(folder, ".async-tidy")
moments = 12


def forget():
    shutil.rmtree(store)
    os.mkdir(store)


def report():
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1, (done.returncode, done.stderr)
    assert not done.stderr, done.stderr
    result = json.loads(done.stdout)
    cached = result["summary"].pop("cached")
    del result["summary"]["seconds"]
    return result, cached


forget()
start = time.monotonic()
clean, cached = report()
seconds = time.monotonic() - start
assert cached == 0 and clean["findings"], (cached, clean)

killed = kept = 0
for moment in range(moments):
    forget()
    run = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(seconds * moment / moments)
    if moment % 2:
        run.kill()
    else:
        try:
            os.killpg(run.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    killed += run.wait() == -signal.SIGKILL
    again, cached = report()
    assert again == clean, f"after a kill at {moment}/{moments} of a run:\n{again}\nclean:\n{clean}"
    kept += cached
    third, cached = report()
    assert third == clean and cached == clean["summary"]["units"], (moment, cached)
assert killed >= moments // 2, f"only {killed} of {moments} runs were killed before they were done"
print("killed, all the same;", "some" if kept else "no", "units were kept")

# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""progress_line.py COMMAND...: what the command writes to a terminal that is its standard error.

The standard output is no terminal. Prints how often a line was drawn, the last one, and what stays on the screen.
"""

import os
import pty
import re
import subprocess
import sys

master, terminal = pty.openpty()
environment = {**os.environ, "TERM": "xterm"}
run = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=terminal, env=environment)
os.close(terminal)
output = b""
while True:
    try:
        more = os.read(master, 4096)
    except OSError:
        break
    if not more:
        break
    output += more
run.wait()
text = output.decode()
lines = [line for line in re.findall(r"\r([^\r\n]*?)\033\[K", text) if line]
print(f"ended with {run.returncode}")
print("drawn" if lines else "not drawn")
for line in lines:
    assert len(line) < 80, line
    print(line)
# Of each line, what follows the last time that it was erased.
stays = [re.split(r"\r|\033\[K", line)[-1] for line in text.replace("\r\n", "\n").split("\n")]
print("stays:", " / ".join(line for line in stays if line) or "nothing")

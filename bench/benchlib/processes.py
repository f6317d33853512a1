# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs commands and takes their time."""

import concurrent.futures
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIDY, CLANG = "clang-tidy-22", "clang++-22"


@dataclasses.dataclass
class Sample:
    """What a command took, with all the processes that it waited for."""

    wall: float = 0.0
    user: float = 0.0
    system: float = 0.0
    instructions: int = 0
    # Kilobytes of the largest process.
    memory: int = 0
    output: str = ""
    errors: str = ""

    @property
    def cpu(self):
        return self.user + self.system

    def __add__(self, other):
        return Sample(self.wall + other.wall, self.user + other.user, self.system + other.system,
                      self.instructions + other.instructions, max(self.memory, other.memory), self.output + other.output,
                      self.errors + other.errors)


def perf_works():
    if not shutil.which("perf"):
        return False
    command = ["perf", "stat", "-x,", "-e", "instructions:u", "true"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode == 0 and result.stderr[:1].isdigit()


def text_of(file):
    file.seek(0)
    return file.read().decode(errors="replace")


def run_once(command, perf=False, good=(0,)):
    counts = tempfile.NamedTemporaryFile("r") if perf else None
    prefix = ["perf", "stat", "-x,", "-e", "instructions:u", "-o", counts.name] if perf else []
    start = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([*prefix, *map(str, command)], stdout=out, stderr=err, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output, errors = map(text_of, (out, err))
    if process.returncode not in good:
        sys.exit(f"bench: {' '.join(map(str, command))[:300]}\nended with {process.returncode}:\n{(output + errors)[-3000:]}")
    sample = Sample(wall, usage.ru_utime, usage.ru_stime, 0, usage.ru_maxrss, output, errors)
    if perf:
        match = re.search(r"^(\d+),", counts.read(), re.MULTILINE)
        sample.instructions = int(match.group(1)) if match else 0
    return sample


def run_at_once(commands, jobs):
    """All of them, so many at a time."""
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        # An exit in a thread is one of the bench.
        total = sum(pool.map(run_once, commands), Sample())
    total.wall = time.monotonic() - start
    return total


def progress(text):
    """Replaces the line that tells what runs now; none when the text is empty."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `async-tidy run` costs for a whole project, beside the compiler and clang-tidy."""

import contextlib
import difflib
import json
import pathlib
import re
import statistics
import sys
import tempfile

from benchlib import subjects
from benchlib.processes import TIDY, progress, run_at_once, run_once

JOBS = 2
SMALL_UNITS, SMALL_SECONDS = 500, 1

SYNTAX = f"clang++ -fsyntax-only, {JOBS} at a time"
STOCK = f"run-clang-tidy -j{JOBS}, all async checks"
COLD = "async-tidy run, nothing known"
UNCHANGED = "async-tidy run, nothing changed"
EDITED = "async-tidy run, one file edited"
SYNTAX_OF_EDITED = "clang++ -fsyntax-only, that file"

# Each: what is measured, beside what, and the share that the project allows.
BOUNDS = [
    (COLD, "cpu", SYNTAX, 0.25),
    (COLD, "wall", SYNTAX, 0.25),
    (COLD, "cpu", STOCK, 0.25),
    (COLD, "wall", STOCK, 0.25),
    (COLD, "memory", STOCK, 0.75),
    (UNCHANGED, "cpu", SYNTAX, 0.02),
    (EDITED, "cpu", SYNTAX_OF_EDITED, 0.10),
    (EDITED, "wall", SYNTAX_OF_EDITED, None),
]
SHORT = {
    SYNTAX: "clang++",
    STOCK: "run-clang-tidy",
    SYNTAX_OF_EDITED: "clang++ on that file",
    COLD: "nothing known",
    UNCHANGED: "nothing changed",
    EDITED: "one file edited",
    "cpu": "CPU",
    "wall": "wall",
    "memory": "memory of a process",
}


def run_command(subject, build, kept):
    """`async-tidy run` with the store and the precompiled headers in a folder."""
    return [build / "bin/async-tidy", "run", "-p", subject.database, "-j", JOBS, "--cache-dir", kept / "cache",
            "--facts", kept / "facts.db", "--quiet", subject.sources]


def stock_command(subject, build):
    config = json.dumps({"CheckOptions": {"async-blocking-call.Facts": "none"}})
    return ["run-clang-tidy-22", f"-j{JOBS}", "-clang-tidy-binary", TIDY, "-load", build / "lib/AsyncTidyModule.so",
            "-checks=-*,async-*", f"-config={config}", "-quiet", "-p", subject.database,
            # A regular expression.
            f"^{re.escape(str(subject.sources))}/"]


def findings(sample):
    return len(re.findall(r": warning: .*\[async-", sample.output))


def check_findings(subject, first, second):
    """A quick run that reports less would be none."""
    if "[async-" not in first:
        sys.exit(f"bench: {subject.title}: no findings\n{first[-3000:]}")
    if first != second:
        lines = difflib.unified_diff(first.splitlines(), second.splitlines(), COLD, UNCHANGED, n=1, lineterm="")
        sys.exit(f"bench: {subject.title}: the second run reports something else\n" + "\n".join(lines)[:3000])


def measure_round(subject, build, number, kept):
    commands = {
        SYNTAX: lambda: run_at_once(subject.syntax, JOBS),
        STOCK: lambda: run_once(stock_command(subject, build)),
        COLD: lambda: run_once(run_command(subject, build, kept), good=(0, 1)),
        UNCHANGED: lambda: run_once(run_command(subject, build, kept), good=(0, 1)),
        EDITED: lambda: run_once(run_command(subject, build, kept), good=(0, 1)),
        SYNTAX_OF_EDITED: lambda: run_once(subject.syntax_of(subject.edit.file)),
    }
    samples = {}
    for name, command in commands.items():
        progress(f"round {number + 1}: {subject.title}: {name}")
        if name == EDITED:
            subject.edit.apply(number)
        samples[name] = command()
    progress("")
    check_findings(subject, samples[COLD].output, samples[UNCHANGED].output)
    for name in (COLD, UNCHANGED, EDITED):
        if samples[name].errors:
            print(f"{subject.title}: {name}: it says\n{samples[name].errors.rstrip()}")
    return samples


def median(rounds, name, field):
    return statistics.median(getattr(samples[name], field) for samples in rounds)


def report(subject, args):
    """Prints what the runner costs; returns the bounds that are missed."""
    rounds = []
    for number in range(args.rounds):
        with tempfile.TemporaryDirectory() as kept:
            rounds.append(measure_round(subject, args.build, number, pathlib.Path(kept)))
    print(f"\n{subject.title}: {len(subject.units)} units, {findings(rounds[0][COLD])} findings, "
          f"medians of {args.rounds} rounds")
    width = max(map(len, rounds[0]))
    print(f"{'':{width}}       CPU      wall   memory")
    for name in rounds[0]:
        cpu, wall, memory = (median(rounds, name, field) for field in ("cpu", "wall", "memory"))
        print(f"{name:{width}} {cpu:7.2f} s {wall:7.2f} s {memory / 1024:5.0f} MB")
    return [f"{subject.title}: {missed}" for missed in report_bounds(rounds)]


def report_bounds(rounds):
    """Shares, each of one round, as what else the machine did hit both; then their median."""
    missed = []
    width = max(len(SHORT[what] + SHORT[field] + SHORT[beside]) for what, field, beside, _ in BOUNDS) + len(", , of ")
    print(f"\n{'':{width}} measured allowed")
    for what, field, beside, allowed in BOUNDS:
        title = f"{SHORT[what]}, {SHORT[field]}, of {SHORT[beside]}"
        measured = statistics.median(
            getattr(samples[what], field) / getattr(samples[beside], field) for samples in rounds)
        line = f"{title:{width}} {measured:8.3f}"
        if allowed is not None:
            line += f" {allowed:7.2f}"
            if measured > allowed:
                line += "  missed"
                missed.append(f"{title}: {measured:.3f}, allowed is {allowed:.2f}")
        print(line, flush=True)
    return missed


def report_small(args, folder):
    """Many units of which nothing has changed."""
    subject = subjects.small_units(folder, SMALL_UNITS)
    command = run_command(subject, args.build, folder)
    progress(f"{subject.title}: the first run")
    first = run_once(command, good=(0, 1))
    again = [run_once(command, good=(0, 1)) for _ in range(args.rounds)]
    progress("")
    wall, cpu = (statistics.median(getattr(sample, field) for sample in again) for field in ("wall", "cpu"))
    is_missed = wall >= SMALL_SECONDS
    print(f"\n{subject.title}: the first run {first.wall:.2f} s wall, {first.cpu:.2f} s CPU; nothing changed "
          f"{wall:.2f} s wall, {cpu:.2f} s CPU, allowed is less than {SMALL_SECONDS} s wall{'  missed' if is_missed else ''}",
          flush=True)
    return [f"{subject.title}, nothing changed: {wall:.2f} s, allowed is less than {SMALL_SECONDS} s"] if is_missed else []


@contextlib.contextmanager
def steady_tool(build):
    """What another build of async-tidy knew is worth nothing to it: all would be parsed again."""
    tool = build / "bin/async-tidy"
    before = tool.stat().st_mtime_ns
    with tempfile.TemporaryDirectory() as folder:
        yield pathlib.Path(folder)
    if tool.stat().st_mtime_ns != before:
        sys.exit(f"bench: {tool} was built anew meanwhile: the numbers mean nothing")


def measure_project(args):
    with steady_tool(args.build) as folder:
        return report(subjects.service(folder), args) + report_small(args, folder)


def measure_example(args):
    with steady_tool(args.build) as folder:
        return report(subjects.copied_example(folder), args)

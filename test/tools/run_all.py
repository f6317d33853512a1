#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs every test: lit's suites, the unit tests, the linters on our own code.

Prints what failed, and at the end one line `N passed, N failed`. Fails when a test failed,
and when a suite or a unit test binary ran no test at all.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import time

SUITES = ("checks", "frontends", "real", "docs", "meta")
GOOD = ("PASS", "XFAIL", "FLAKYPASS")
SKIPPED = ("UNSUPPORTED", "EXCLUDED", "SKIPPED")


class Totals:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add(self, title, passed, failed, skipped, seconds):
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        parts = f"{passed} passed" + (f", {failed} failed" if failed else "")
        parts += f", {skipped} skipped" if skipped else ""
        print(f"{title:<12} {parts} ({seconds:.0f} s)", flush=True)

    def fail(self, title, what):
        print(f"{title:<12} {what}", flush=True)
        self.failed += 1


def read_json(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def run_lit(plan, work, totals):
    report = work / "lit.json"
    command = [sys.executable, plan["lit"], "-qv", f"-j{plan['jobs']}", "-o", str(report), plan["suites"]]
    status = subprocess.run(command, check=False).returncode
    results = read_json(report)
    if results is None:
        totals.fail("lit", f"ended with {status} and without a report")
        return
    counts = {suite: [0, 0, 0] for suite in SUITES}
    spent = collections.Counter()
    for test in results["tests"]:
        suite = test["name"].split(" :: ", 1)[1].split("/", 1)[0]
        code = test["code"]
        column = 0 if code in GOOD else 2 if code in SKIPPED else 1
        counts.setdefault(suite, [0, 0, 0])[column] += 1
        spent[suite] += test["elapsed"]
    for suite, (passed, failed, skipped) in counts.items():
        if passed + failed == 0:
            totals.skipped += skipped
            totals.fail(suite, "ran no test")
            continue
        totals.add(suite, passed, failed, skipped, spent[suite])
    if status and not any(failed for _, failed, _ in counts.values()):
        totals.fail("lit", f"ended with {status}")


def run_unit(binary, work, totals):
    report = work / "unit.json"
    command = [binary, "--gtest_brief=1", f"--gtest_output=json:{report}"]
    start = time.monotonic()
    result = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    seconds = time.monotonic() - start
    results = read_json(report)
    if result.returncode:
        print(result.stdout, end="", flush=True)
    if results is None:
        totals.fail("unit", f"{pathlib.Path(binary).name} ended with {result.returncode} and without a report")
        return
    failed = results["failures"] + results.get("errors", 0)
    passed = results["tests"] - failed - results["disabled"]
    if passed + failed == 0:
        totals.fail("unit", "ran no test")
        return
    totals.add("unit", passed, failed, results["disabled"], seconds)
    if result.returncode and not failed:
        totals.fail("unit", f"{pathlib.Path(binary).name} ended with {result.returncode}")


def run_lint(plan, totals):
    start = time.monotonic()
    status = subprocess.run([plan["lint_self"], "--build", plan["build"]], check=False).returncode
    totals.add("own code", int(status == 0), int(status != 0), 0, time.monotonic() - start)


def main():
    if len(sys.argv) != 2:
        print("usage: run_all.py BUILD/test/run_all.json", file=sys.stderr)
        return 2
    plan = read_json(pathlib.Path(sys.argv[1]))
    if plan is None:
        print(f"run_all.py: can't read {sys.argv[1]}: was the build configured?", file=sys.stderr)
        return 2
    totals = Totals()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        run_lit(plan, work, totals)
        if not plan["unit"]:
            totals.fail("unit", "ran no test")
        for binary in plan["unit"]:
            run_unit(binary, work, totals)
    run_lint(plan, totals)
    skipped = f", {totals.skipped} skipped" if totals.skipped else ""
    print(f"{totals.passed} passed, {totals.failed} failed{skipped}", flush=True)
    return 1 if totals.failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The findings of `async-tidy run` are the same however units are parsed.

    compare_parses.py --async-tidy PROGRAM --work FOLDER [--inputs FOLDER]
                      [--flag FLAG...] [--tests FOLDER...] [--database FOLDER...]

Every subject is linted with everything parsed; with bodies of libraries skipped; with headers shared
that are made in that run; and with headers that are there. A subject is a folder of tests, each
compiled as its RUN line says, or a folder with compile_commands.json. Findings and failures have to
be the same, at level strict for tests. The last line says how much was compared.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys

RUN = re.compile(r"//\s*RUN:\s*%check_async_tidy %s \S+ %t(.*)")
FLAGS = re.compile(r"//\s*FLAGS:\s*(.*)")
STRICT = "CheckOptions:\n  async-blocking-call.Level: strict\n"


def flags_of(text, folder, inputs, more):
    """As check_async_tidy.py compiles it."""
    options, flags = [], []
    if match := RUN.search(text):
        before, _, after = match.group(1).partition(" -- ")
        options, flags = before.split(), after.split()
    elif match := FLAGS.search(text):
        flags = match.group(1).split()
    own = [flag for option in options if option.startswith("-std=") for flag in [option]]
    standard = [] if any(flag.startswith("-std=") for flag in own + flags) else ["-std=c++20"]
    # Without RUN line a file includes real headers.
    mocks = [] if "--real" in options or not RUN.search(text) else ["-isystem", f"{inputs}/include"]
    flags = [flag.replace("%S", str(folder)).replace("%inputs", str(inputs)) for flag in flags]
    return standard + own + mocks + [f"-I{folder}", f"-I{folder}/third_party"] + more + flags


def make_project(tests, work, inputs, more):
    """A copy of the tests as a project; returns the folder of its database."""
    project = work / tests.name
    shutil.copytree(tests, project)
    (project / ".async-tidy").mkdir()
    (project / ".clang-tidy").write_text(STRICT, encoding="utf-8")
    entries = []
    for file in sorted(project.glob("*.cpp")):
        flags = flags_of(file.read_text(encoding="utf-8"), project, inputs, more)
        entries.append({"directory": str(project), "file": str(file),
                        "arguments": ["clang++", *flags, "-c", str(file)]})
    (project / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
    return project


def lint(program, database, work, name, options):
    report = work / f"{name}.json"
    command = [program, "run", "-p", database, "--quiet", "--format", "json", "-o", report,
               "--facts", work / f"{name}.db", *options]
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1, 3):
        sys.exit(f"{' '.join(map(str, command))}\nended with {result.returncode}:\n{result.stderr}")
    return json.loads(report.read_text(encoding="utf-8"))


def differences(expected, found):
    def lines(report):
        return {json.dumps(entry, sort_keys=True)
                for entry in report["findings"] + report["failures"]}
    missing, extra = lines(expected) - lines(found), lines(found) - lines(expected)
    return [f"- {line}" for line in sorted(missing)] + [f"+ {line}" for line in sorted(extra)]


def compare(args, database, work):
    """Returns the number of units and findings, and what differs."""
    work.mkdir()
    cache, no_folder = work / "cache", work / "no-folder"
    no_folder.write_text("", encoding="utf-8")
    full = lint(args.async_tidy, database, work, "full", ["--full-parse"])
    wrong = []
    for name, options in [("alone", ["--cache-dir", no_folder]), ("shared", ["--cache-dir", cache]),
                          ("again", ["--cache-dir", cache])]:
        report = lint(args.async_tidy, database, work, name, options)
        for line in differences(full, report):
            wrong.append(f"{database} {name}: {line}")
    return full["summary"]["units"], len(full["findings"]), wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--async-tidy", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--inputs", type=pathlib.Path)
    parser.add_argument("--flag", action="append", default=[], help="for every test")
    parser.add_argument("--tests", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--database", type=pathlib.Path, action="append", default=[])
    args = parser.parse_args()
    shutil.rmtree(args.work, ignore_errors=True)
    args.work.mkdir(parents=True)
    databases = [make_project(tests, args.work, args.inputs, args.flag) for tests in args.tests] + args.database
    units, findings, wrong = 0, 0, []
    for number, database in enumerate(databases):
        more_units, more_findings, more_wrong = compare(args, database, args.work / f"run-{number}")
        units, findings, wrong = units + more_units, findings + more_findings, wrong + more_wrong
    print("\n".join(wrong))
    print(f"compared {units} units with {findings} findings in 4 ways: {len(wrong)} differences")
    sys.exit(1 if wrong or not findings else 0)


if __name__ == "__main__":
    main()

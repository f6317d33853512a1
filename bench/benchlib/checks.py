# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the checks cost, beside what the compiler and clang-tidy cost anyway."""

import json
import pathlib
import re
import statistics
import subprocess
import tempfile

from benchlib.processes import ROOT, TIDY, Sample, progress, run_once

# A check of stock clang-tidy that costs next to nothing: what remains is clang-tidy itself.
TRIVIAL = "bugprone-sizeof-container"
COPIES = 9
GROWN = "the same, a built-in catalog of ten times the size"


def commands_of(subject, build):
    def tidy(binary, checks, options=None):
        config = json.dumps({"CheckOptions": {"async-blocking-call.Facts": "none", **(options or {})}})
        return [[*binary, "--quiet", f"--checks=-*,{checks}", f"--config={config}", "-p", subject.database, *subject.units]]

    stock = [TIDY, f"--load={build}/lib/AsyncTidyModule.so"]
    ours = f"{TRIVIAL},async-*"
    return {
        "clang++ -fsyntax-only": (subject.syntax, (0,)),
        "clang-tidy + plugin, one trivial stock check": (tidy(stock, TRIVIAL), (0,)),
        "clang-tidy + plugin, all async checks": (tidy(stock, ours), (0,)),
        GROWN: (tidy([TIDY, f"--load={build}/lib/AsyncTidyGrownChecks.so"], ours), (0,)),
        "async-clang-tidy, all async checks": (
            tidy([build / "bin/async-clang-tidy"], "async-*"), (0,)),
        "async-tidy run": (
            # With a store of its own each time: a second run would parse nothing.
            [["sh", "-c", 'f=$(mktemp -d) && "$0" run --facts "$f/facts.db" "$@"; s=$?; rm -r "$f"; exit $s',
              build / "bin/async-tidy", "-p", subject.database, *subject.units]], (0, 1)),
    }


def measure(commands, rounds, perf):
    samples = {name: [] for name in commands}
    for number in range(rounds):
        for name, (parts, good) in commands.items():
            progress(f"round {number + 1} of {rounds}: {name}")
            total = sum((run_once(part, perf, good) for part in parts), Sample())
            samples[name].append(total)
    progress("")
    return tuple(
        {
            name: Sample(**{
                field: pick(getattr(s, field) for s in of_name) for field in ("wall", "user", "instructions")
            })
            for name, of_name in samples.items()
        }
        for pick in (statistics.median, min)
    )


def print_table(medians, perf):
    width = max(map(len, medians))
    print(f"{'':{width}}    wall     user" + ("   instructions" if perf else ""))
    for name, sample in medians.items():
        line = f"{name:{width}} {sample.wall:6.2f} s {sample.user:6.2f} s"
        print(line + (f" {sample.instructions / 1e9:10.2f} e9" if perf else ""))


def share(more, base, perf):
    text = f"{(more.user - base.user) / base.user:+.1%} user time"
    if perf and base.instructions:
        text += f", {(more.instructions - base.instructions) / base.instructions:+.2%} instructions"
    return text


def check_profile(subject, module):
    """Seconds in the async checks as clang-tidy itself counts them, and the number of findings."""
    command = [TIDY, f"--load={module}", "--quiet", "--enable-check-profile",
               "--checks=-*,async-*", "--config={}", "-p", subject.database, *subject.units]
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, errors="replace", check=False, cwd=ROOT)
    rows = re.findall(r"^\s*([0-9.]+) \([^)]*\).*\basync-[a-z-]+$", result.stderr, re.MULTILINE)
    return sum(map(float, rows)), len(set(re.findall(r"^\S.*: warning: .*$", result.stdout, re.MULTILINE)))


def report(subject, args, perf):
    units = f"{len(subject.units)} unit{'s' if len(subject.units) > 1 else ''}"
    print(f"\n{subject.title}: {units}, medians of {args.rounds} rounds")
    medians, fastest = measure(commands_of(subject, args.build), args.rounds, perf)
    print_table(medians, perf)
    # Seconds of the whole differ by some per cent from run to run; the profile counts the checks alone.
    base = medians["clang-tidy + plugin, one trivial stock check"].user
    seconds, findings = check_profile(subject, args.build / "lib/AsyncTidyModule.so")
    grown, _ = check_profile(subject, args.build / "lib/AsyncTidyGrownChecks.so")
    print(f"{findings} findings; by clang-tidy's own profile the checks take {seconds:.3f} s, {seconds / base:.2%} of "
          f"{base:.2f} s; with ten times the catalog {grown:.3f} s, {(grown - seconds) / base:+.2%}")
    # On a busy machine the fastest rounds say more than the medians.
    for title, samples in (("medians", medians), ("fastest rounds", fastest)):
        base = samples["clang-tidy + plugin, one trivial stock check"]
        ours = samples["clang-tidy + plugin, all async checks"]
        grown = samples[GROWN]
        print(f"{title}: the checks {share(ours, base, perf)}")
        print(f"{title}: ten times the catalog {share(grown, ours, perf)}")


def report_reading(args, perf):
    """What reading the further packs takes: on a unit without anything in it."""
    grow = [ROOT / "bench/grow_catalog.py", str(COPIES), args.build / "bench/packs"]
    catalog = subprocess.run(grow, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder, "empty.cpp")
        unit.write_text("int main() {}\n", encoding="utf-8")

        def tidy(options):
            config = json.dumps({"CheckOptions": options})
            return ([[TIDY, f"--load={args.build}/lib/AsyncTidyModule.so", "--quiet", "--checks=-*,async-*",
                      f"--config={config}", unit, "--", "-std=c++20"]], (0,))

        _, fastest = measure({"small": tidy({}), "grown": tidy({"async-blocking-call.Catalog": catalog})}, args.rounds, perf)
    user = fastest["grown"].user - fastest["small"].user
    print(f"nine times the built-in packs as YAML files of a project: {user:.2f} s once a process to read them")

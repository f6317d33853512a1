# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""failing_units.py ASYNC-TIDY FOLDER: units that bring their own process down are named; the rest is as without them.

FOLDER/fine.cpp has one finding. Each unit of UNITS fails in a way of its own: its message is compared, with one
process at a time and with several, in a first run and in the next. Then all are mended. No process and no
temporary file stays behind.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import time

tool, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
fine = '[[clang::annotate("async_tidy::on_loop")]] void {0}() {{ ext::fetch(); }}\n'
include = "#include <ext/ext.h>\n"

# What a unit is, and what is said of it.
UNITS = {
    "crash": ("#pragma clang __debug crash\n", r"crashed: SIG(SEGV|ILL|TRAP|ABRT).*"),
    "abort": ("#pragma clang __debug llvm_fatal_error\n", r"crashed: SIGABRT \(LLVM ERROR: .*\)"),
    "stack": (f"bool stack = {'!' * 300000}0;\n", r"crashed: SIG(SEGV|BUS|ILL).*"),
    "hang": ('#include "pipe.h"\n', r"took longer than 1 s and was ended"),
    "memory": (f"#define D(x) x x\nchar memory[] = {'D(' * 30}\"a\"{')' * 30};\n", r"needs more than 150 MiB of memory and was ended"),
    "error": ('#include "no_such.h"\n', r"error.cpp:\d+:10: 'no_such.h' file not found"),
    "missing": (None, r"there is no such file; if the build generates it, build first"),
}
temporary = folder / "tmp"
temporary.mkdir()
environment = {**os.environ, "TMPDIR": str(temporary)}
# Whatever is started by us and lives on has it.
environment["ASYNC_TIDY_TEST"] = mark = f"{os.getpid()}-{folder}"


def left_processes():
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" "))
        except OSError:
            pass
    return found


def run(status, jobs, hangs=False):
    done = subprocess.run(
        [tool, "run", "-p", folder, "--cache-dir", folder / "cache", "--format", "json", "-j", jobs]
        + ["--timeout", "1" if hangs else "60", "--memory-limit", "150"],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert done.returncode == status, (jobs, done.returncode, done.stdout, done.stderr)
    for number in range(50):
        if not left_processes():
            break
        time.sleep(0.1)
    assert not left_processes(), left_processes()
    left = os.listdir(temporary)
    left += [name for name in os.listdir(folder / "cache") if not re.fullmatch(r"llvmcache.*\.(set|pch|timestamp)", name)]
    assert not left, f"left behind: {left}"
    return json.loads(done.stdout), done.stderr


def write(names, broken):
    entries = []
    for name in names:
        text = UNITS[name][0] if broken and name in UNITS else ""
        if text is None:
            (folder / f"{name}.cpp").unlink(missing_ok=True)
        else:
            (folder / f"{name}.cpp").write_text(include + text + ("" if text else fine.format(name)))
        entries.append({"directory": str(folder), "file": f"{name}.cpp",
                        "arguments": ["c++", "-std=c++20", f"-I{folder}/third_party", "-c", f"{name}.cpp"]})
    (folder / "compile_commands.json").write_text(json.dumps(entries))


def forget():
    subprocess.run([tool, "cache", "clear", "--cache-dir", folder / "cache", "--facts", folder / ".async-tidy/facts.db"],
                   check=True, capture_output=True)
    (folder / "cache").mkdir(exist_ok=True)


def check(report, names, cached, where):
    """The units NAMES fail, all others are as they should be."""
    failures = {f["file"]: f["message"] for f in report["failures"]}
    assert sorted(failures) == sorted(f"{name}.cpp" for name in names), (where, failures)
    for name in names:
        message = failures[f"{name}.cpp"]
        assert re.fullmatch(UNITS[name][1], message), (where, name, message)
    assert [f["file"] for f in report["findings"]] == ["fine.cpp"], (where, report)
    assert report["summary"]["cached"] == cached, (where, report["summary"])


# A short time is for what hangs: on a busy machine, everything may take long.
at_once = [name for name in UNITS if name != "hang"]
os.mkfifo(folder / "pipe.h")
forget()
write(["fine", *at_once], broken=True)
check(run(3, "1")[0], at_once, 0, "one at a time")
forget()
check(run(3, "3")[0], at_once, 0, "first")
check(run(3, "3")[0], at_once, 1, "next")
write(["fine", *at_once], broken=False)
report, errors = run(1, "3")
assert sorted(f["file"] for f in report["findings"]) == sorted(f"{n}.cpp" for n in ["fine", *at_once]), report
assert not report["failures"] and not errors, (report, errors)
# What was known of a unit that begins to fail isn't said any more.
write(["fine", *at_once], broken=True)
check(run(3, "3")[0], at_once, 1, "broken again")
for jobs in ("1", "2"):
    write(["fine", "hang"], broken=True)
    check(run(3, jobs, hangs=True)[0], ["hang"], 1, f"-j {jobs}, hangs")
    write(["fine", "hang"], broken=False)
    report, errors = run(1, jobs)
    assert len(report["findings"]) == 2 and not errors, (report, errors)
print(len(UNITS), "ways to fail, each named")

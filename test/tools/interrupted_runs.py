# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""interrupted_runs.py ASYNC-TIDY FOLDER MODE: a run that is asked to end does, at once, and leaves everything whole.

signals   while a unit hangs, beside others that are done: the run ends by the signal, what was done is kept
set       while headers are precompiled
killed    with SIGKILL at moments spread over a run, with a cache of headers and without: the next run is right

FOLDER has units with one finding each, all through a library's header. Nothing may be left running, and no
temporary file, except by SIGKILL.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

tool, folder, mode = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
cache, temporary, store = folder / "cache", folder / "tmp", folder / ".async-tidy"
mark = f"ASYNC_TIDY_TEST={os.getpid()}-{folder}"
environment = {**os.environ, "TMPDIR": str(temporary)}
environment.update([mark.split("=", 1)])


def command(*more):
    return [tool, "run", "-p", str(folder), "--cache-dir", str(cache), "--format", "json", "-j", "2", *more]


def started():
    """What runs that we have started, or what that has started."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (process / "environ").read_bytes().split(b"\0"):
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                if fields[0] != "Z":
                    found.append((int(process.name), fields[0], fields[11], fields[12]))
        except OSError:
            pass
    return sorted(found)


def until(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"{what}: not within {seconds} s; runs: {started()}"
        time.sleep(0.02)


def heed_signals():
    """Whoever runs the tests may have them ignored."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def begin(*more):
    return subprocess.Popen(command(*more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env=environment, start_new_session=True, preexec_fn=heed_signals)


def hangs(run):
    """The run and one process of it are asleep, and were a moment ago."""
    before = started()
    if len(before) != 2 or any(state != "S" for _, state, *_ in before):
        return False
    time.sleep(0.25)
    after = started()
    child = [p for p in after if p[0] != run.pid]
    return len(after) == 2 and child == [p for p in before if p[0] != run.pid]


def end_by(number, run, group):
    start = time.monotonic()
    if group:
        os.killpg(run.pid, number)
    else:
        run.send_signal(number)
    out, err = run.communicate(timeout=30)
    seconds = time.monotonic() - start
    name = signal.Signals(number).name
    assert run.returncode == -number, (name, run.returncode, out, err)
    assert seconds < 2, f"{name}: it took {seconds:.1f} s"
    assert not out, (name, out)
    assert "async-tidy: interrupted" in err, (name, err)
    until(lambda: not started(), f"{name}: the end of all processes", 2)
    nothing_left(name)


def nothing_left(what):
    left = [path.name for path in temporary.iterdir()]
    if cache.exists():
        left += [path.name for path in cache.iterdir() if path.suffix not in (".set", ".pch", ".timestamp")]
        assert len(list(cache.glob("*.pch"))) == len(list(cache.glob("*.set"))), (what, os.listdir(cache))
    assert not left, f"{what}: left behind: {left}"


def report(*more):
    done = subprocess.run(command(*more), capture_output=True, text=True, env=environment)
    assert done.returncode == 1 and not done.stderr, (done.returncode, done.stderr)
    result = json.loads(done.stdout)
    assert not result["failures"], result
    cached = result["summary"]["cached"]
    return [(f["file"], f["line"], f["message"]) for f in result["findings"]], cached


def forget():
    for path in (cache, store):
        shutil.rmtree(path, ignore_errors=True)
    store.mkdir()


def with_pipe(pipe, text, interrupt):
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    try:
        interrupt()
    finally:
        pipe.unlink()
        pipe.write_text(text)


temporary.mkdir(exist_ok=True)
clean, _ = report()
units = len(clean)
forget()

if mode == "signals":
    pipe = folder / "own.h"
    text = pipe.read_text()
    for number, group, more in [(signal.SIGINT, False, []), (signal.SIGINT, True, []), (signal.SIGTERM, False, []),
                                (signal.SIGTERM, True, []), (signal.SIGHUP, False, []),
                                (signal.SIGINT, True, ["--no-cache"])]:
        forget()

        def interrupt():
            run = begin(*more)
            until(lambda: hangs(run), "hanging")
            end_by(number, run, group)

        with_pipe(pipe, text, interrupt)
        found, cached = report()
        assert found == clean, (number, found, clean)
        assert more or cached == units - 1, (number, cached)
        nothing_left("a run to the end")
elif mode == "set":
    pipe = folder / "third_party/ext/inner.h"
    text = pipe.read_text()
    for number in (signal.SIGINT, signal.SIGTERM):
        forget()

        def interrupt():
            run = begin()
            until(lambda: hangs(run), "hanging")
            end_by(number, run, group=True)

        with_pipe(pipe, text, interrupt)
        found, cached = report()
        assert (found, cached) == (clean, 0), (number, cached, found)
else:
    start = time.monotonic()
    report()
    whole = time.monotonic() - start
    killed, moments = 0, 10
    for moment in range(moments):
        # In turn without anything, with the headers, and with units that are done.
        forget()
        if moment % 3:
            report()
            shutil.rmtree(store)
            store.mkdir()
        if moment % 3 == 2:
            done = subprocess.run(command("a.cpp"), capture_output=True, env=environment, cwd=folder)
            assert done.returncode == 1, done
        run = begin()
        time.sleep(whole * moment / moments)
        run.kill()
        run.communicate()
        killed += run.returncode == -signal.SIGKILL
        until(lambda: not started(), "the end of all processes", 5)
        found, cached = report()
        assert found == clean, f"after a kill at {moment}/{moments}: {found}"
        found, cached = report()
        assert (found, cached) == (clean, units), f"after a kill at {moment}/{moments}: {cached} {found}"
    assert killed >= moments // 3, f"only {killed} were killed before they were done"
print(f"{mode}: all whole")

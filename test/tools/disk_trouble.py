# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""disk_trouble.py ASYNC-TIDY FOLDER: a disk that is full, or can't be written, changes nothing of what is found.

FOLDER is a project. Trouble is made by a limit of the size of files, and where the system lets us by a small file
system of our own. Each time a run has to say what is wrong, on the standard error; afterwards, with room again,
nothing half-written is taken for whole. Prints what was tried.
"""

import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys

tool, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
small = folder / "small"
inside = len(sys.argv) > 3
wrong = []
SHARED = "async-tidy: warning: the libraries' headers can't be shared between units: "


def run(*more, size=None, environment={}):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    # A pipe takes what a file may not.
    done = subprocess.run([tool, "run", "-p", str(folder), "--format", "json", *map(str, more)], capture_output=True,
                          text=True, preexec_fn=limit, restore_signals=False, env={**os.environ, **environment})
    return done


def report(done, status=1):
    assert done.returncode == status, (done.returncode, done.stderr, done.stdout)
    result = json.loads(done.stdout)
    return result["findings"], result["failures"]


def forget():
    shutil.rmtree(folder / ".async-tidy", ignore_errors=True)
    (folder / ".async-tidy").mkdir()
    shutil.rmtree(folder / "cache", ignore_errors=True)


def lines(done):
    return done.stderr.splitlines()


def right_now(*more):
    """With room everything works, and what was left behind doesn't matter."""
    done = run(*more)
    assert not done.stderr, done.stderr
    assert report(done) == good
    again = run(*more)
    assert json.loads(again.stdout)["summary"]["cached"] == 2, again.stdout


def says(done, *reasons):
    """The reason is the system's, not something about headers."""
    if not any(reason in done.stderr for reason in reasons):
        wrong.append(f"no reason is named: {done.stderr.strip()}")


def no_rest(cache):
    rest = [path.name for path in cache.iterdir() if path.suffix == ".tmp"] if cache.exists() else []
    if rest:
        wrong.append(f"left behind: {rest}")


forget()
good = report(run("--cache-dir", folder / "cache"))
assert len(good[0]) == 2 and not good[1], good
size = max(file.stat().st_size for file in (folder / "cache").glob("*.pch"))

if inside:
    # In name spaces of our own: nobody else sees the file system.
    def mount(kilobytes):
        subprocess.run(["umount", small], capture_output=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "small", small], check=True)

    # The cache is on a full disk.
    for kilobytes in (4, 64, size // 2048):
        mount(kilobytes)
        forget()
        done = run("--cache-dir", small / "cache")
        assert report(done) == good, (kilobytes, done.stderr)
        assert len(lines(done)) == 1 and lines(done)[0].startswith(SHARED), (kilobytes, done.stderr)
        says(done, "No space left")
        no_rest(small / "cache")
        subprocess.run(["mount", "-o", f"remount,size={64 << 10}k", small], check=True)
        forget()
        right_now("--cache-dir", small / "cache")
    # It can be read, not written.
    subprocess.run(["mount", "-o", "remount,ro", small], check=True)
    forget()
    done = run("--cache-dir", small / "cache")
    assert report(done) == good and not done.stderr, done.stderr
    (folder / "a.cpp").write_text("// a line\n" + (folder / "a.cpp").read_text())
    # The store is.
    mount(4)
    forget()
    done = run("--cache-dir", folder / "cache", "--facts", small / "facts.db")
    assert done.returncode in (2, 3) and done.stderr + done.stdout, done
    assert "disk" in done.stderr + done.stdout, (done.stderr, done.stdout)
    for kilobytes in (16, 40, 60):
        mount(kilobytes)
        done = run("--cache-dir", folder / "cache", "--facts", small / "facts.db")
        if done.returncode != 1:
            assert done.returncode in (2, 3) and "disk" in done.stderr + done.stdout, (kilobytes, done)
        subprocess.run(["mount", "-o", f"remount,size={64 << 10}k", small], check=True)
        done = run("--cache-dir", folder / "cache", "--facts", small / "facts.db")
        found = [(f["file"], f["message"]) for f in report(done)[0]]
        assert found == [(f["file"], f["message"]) for f in good[0]], (kilobytes, done)
    sys.exit("\n".join(wrong) if wrong else 0)

# No folder can be made.
(folder / "file").write_text("")
for nowhere in (folder / "file/cache", folder / "file", "/proc/cache"):
    forget()
    done = run("--cache-dir", nowhere)
    assert report(done) == good
    assert len(lines(done)) == 1 and lines(done)[0].startswith(SHARED), done.stderr
    assert lines(done)[0].endswith("; each unit parses them, which takes longer"), done.stderr
    says(done, "director", "ermission", "No such")
print("no cache folder")

# Precompiled headers can't be written to their end.
for limit in (1000, size // 2, size - 1):
    forget()
    if limit < 100 << 10:
        # The store has to have room: it is made before.
        limit = max(limit, 64 << 10)
    done = run("--cache-dir", folder / "cache", size=limit)
    assert report(done) == good, (limit, done.stderr)
    assert len(lines(done)) == 1 and lines(done)[0].startswith(SHARED), (limit, done.stderr)
    says(done, "too large")
    no_rest(folder / "cache")
    (folder / ".async-tidy/facts.db").unlink()
    right_now("--cache-dir", folder / "cache")
print("no room for precompiled headers")

# Nor can the store: that is no reason to say that there is nothing.
for limit in (0, 4096, 12288, 20480):
    forget()
    done = run("--cache-dir", folder / "cache", size=limit)
    if done.returncode == 1:
        assert report(done) == good, (limit, done.stderr)
    else:
        assert done.returncode in (2, 3) and done.stderr + done.stdout, (limit, done)
    right_now("--cache-dir", folder / "cache")
print("no room for the store")

small.mkdir(exist_ok=True)
own = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
if subprocess.run([*own, "mount", "-t", "tmpfs", "small", small], capture_output=True).returncode:
    print("no file system of our own: full disks were not tried")
else:
    subprocess.run([*own, sys.executable, __file__, *sys.argv[1:], "inside"], check=not wrong)
    print("full disks")
if wrong:
    sys.exit("\n".join(wrong))

# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""runs_at_once.py ASYNC-TIDY FOLDER: runs, and a clearing of the cache, at the same time on one store and one cache.

Each run over the project in FOLDER says what a run alone says, without a word on the standard error, and the
cache is whole afterwards: the next run over all units anew uses it.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

tool, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
cache, store = folder / "cache", folder / ".async-tidy"
command = [tool, "run", "-p", str(folder), "--cache-dir", str(cache), "--format", "json"]
clear = [tool, "cache", "clear", "--cache-dir", str(cache), "--facts", str(folder / "no-store.db")]


def begin(*more):
    return subprocess.Popen([*command, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(run):
    out, err = run.communicate(timeout=120)
    assert run.returncode == 1 and not err, (run.returncode, err)
    result = json.loads(out)
    del result["summary"]["seconds"], result["summary"]["cached"]
    return result


def forget():
    for path in (cache, store):
        shutil.rmtree(path, ignore_errors=True)
    store.mkdir()


def whole(where):
    """As many sets as files of them, and nothing else."""
    names = [path.name for path in cache.iterdir()] if cache.exists() else []
    assert all(re.fullmatch(r"llvmcache(\.timestamp|-\w+\.(set|pch))", name) for name in names), (where, names)
    sets, files = (len([n for n in names if n.endswith(kind)]) for kind in (".set", ".pch"))
    assert sets <= files <= sets + most_lost, (where, names)
    return sets


alone = end(begin())
assert alone["findings"] and not alone["failures"], alone
most_lost = 0
assert whole("alone") == 1

for where, at_once in [("cold", 3), ("cold again", 3), ("cold a third time", 3)]:
    forget()
    runs = [begin() for _ in range(at_once)]
    assert [end(run) for run in runs] == [alone] * at_once, where
    # Who was second may have replaced a file that the first still names; pruning gets it.
    most_lost = at_once - 1
    assert whole(where) == 1
    assert end(begin("--no-cache")) == alone, where

# One that has its own store uses the headers that others make.
runs = [begin("--facts", str(folder / f"{number}.db")) for number in range(3)]
assert [end(run) for run in runs] == [alone] * 3, "stores of their own"

# The cache goes, again and again, while runs make it and use it.
for where in ("cold", "warm"):
    if where == "cold":
        forget()
    runs = [begin("--facts", str(folder / f"{where}-{number}.db")) for number in range(2)]
    cleared = 0
    while any(run.poll() is None for run in runs):
        done = subprocess.run(clear, capture_output=True, text=True)
        assert done.returncode == 0 and not done.stderr, (where, done.returncode, done.stderr)
        assert re.match(r"removed \d+ MB of precompiled headers from ", done.stdout), done.stdout
        cleared += 1
        time.sleep(0.01)
    for run in runs:
        out, err = run.communicate()
        result = json.loads(out)
        del result["summary"]["seconds"], result["summary"]["cached"]
        assert result == alone, (where, result)
        # That headers can't be shared then may be said.
        assert not err or err.count("\n") == 1 and "can't be shared between units" in err, (where, err)
    assert cleared > 1, where
forget()
assert end(begin()) == alone
print("as alone")

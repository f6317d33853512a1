# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""broken_cache.py ASYNC-TIDY FOLDER: whatever happens to the files of precompiled headers, a run says the same.

Before each run over the project in FOLDER its store is removed, so that all units are parsed, and the cache
is put back to what a good run has left, with one kind of damage. The run has to end as the good one did,
and after it the next one too.
"""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
cache, good = folder / "cache", folder / "good"
command = [tool, "run", "-p", folder, "--cache-dir", cache, "--format", "json", "--timeout", "60"]


def run(what):
    (folder / ".async-tidy/facts.db").unlink(missing_ok=True)
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 1:
        sys.exit(f"{what}: ended with {done.returncode}: {done.stderr}{done.stdout}")
    result = json.loads(done.stdout)
    assert result["summary"]["cached"] == 0, what
    return result["findings"], result["failures"]


def one(folder, kind):
    (file,) = folder.glob(f"llvmcache-*{kind}")
    return file


def restore():
    shutil.rmtree(cache)
    shutil.copytree(good, cache)


expected = run("first")
shutil.copytree(cache, good)
size = {kind: one(good, kind).stat().st_size for kind in (".set", ".pch")}
random.seed(22)


def cut(kind, size):
    return lambda file: os.truncate(file, size)


def flip(at):
    def change(file):
        data = bytearray(file.read_bytes())
        for position in at:
            data[position] ^= 0xFF
        file.write_bytes(data)

    return change


def garbage(file):
    file.write_bytes(random.randbytes(file.stat().st_size))


def folder_instead(file):
    file.unlink()
    file.mkdir()


def other_unit_s(file):
    """What a run in another project could leave, were it to take the same name."""
    file.write_bytes(one(good, ".set" if file.suffix == ".pch" else ".pch").read_bytes())


damages = []
for kind in (".set", ".pch"):
    for name, change in [
        ("removed", pathlib.Path.unlink),
        ("empty", cut(kind, 0)),
        ("cut to one byte", cut(kind, 1)),
        ("cut in half", cut(kind, size[kind] // 2)),
        ("short of a byte", cut(kind, size[kind] - 1)),
        ("garbage", garbage),
        ("a folder", folder_instead),
        ("something else", other_unit_s),
        ("zeros", lambda file: file.write_bytes(bytes(file.stat().st_size))),
        ("longer", lambda file: file.write_bytes(file.read_bytes() + b"more")),
        ("changed at its head", flip([6])),
        ("changed at its end", flip([size[kind] - 3])),
        ("changed here and there", flip(random.sample(range(size[kind]), 40))),
        ("changed in one place", flip([random.randrange(size[kind])])),
        ("changed in one other place", flip([random.randrange(size[kind])])),
    ]:
        damages.append((f"{kind} {name}", kind, change))

for what, kind, change in damages:
    restore()
    change(one(cache, kind))
    for time in ("at once", "again"):
        found = run(what)
        if found != expected:
            sys.exit(f"{what}, {time}: {found}\nwithout damage: {expected}")
restore()
shutil.rmtree(cache)
assert run("no folder") == expected
print(f"the same after damage of {len(damages) + 1} kinds")

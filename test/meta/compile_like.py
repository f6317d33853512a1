#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""compile_like.py BUILD LIKE FOLDER FILE: checks FILE as the unit LIKE is compiled, precompiled header
and all, with the headers of FOLDER first."""

import json
import pathlib
import shlex
import subprocess
import sys


def main():
    build, like, folder, file = map(pathlib.Path, sys.argv[1:])
    database = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    entries = [entry for entry in database if pathlib.Path(entry["file"]) == like]
    if not entries:
        print(f"compile_like: {like} is not compiled in {build}", file=sys.stderr)
        return 2
    words = shlex.split(entries[0]["command"])
    words = words[next(i for i, word in enumerate(words) if "clang" in word) :]
    words[words.index(entries[0]["file"])] = str(file)
    words.remove("-c")
    words[1:1] = ["-fsyntax-only", "-Werror", f"-I{folder}"]
    return subprocess.run(words, cwd=entries[0]["directory"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

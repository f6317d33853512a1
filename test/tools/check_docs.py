#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the snippets of the checks' pages.

    check_docs.py --clang-tidy=... --inputs=... WORK PAGE...

A page docs/checks/NAME.md has fixed headings, in order. A fence ```cpp bad must give at least one
warning of the check NAME, a fence ```cpp good none; both compile. A fence is a complete unit; the
mock headers are there. `level=strict` after the word sets the check's option Level.
"""

import argparse
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys

HEADINGS = [
    "What it does",
    "Why it hurts under load",
    "Bad",
    "Good",
    "What it does not report",
    "Options",
    "Fix safety",
    "See also",
]
FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
INFO = re.compile(r"cpp (bad|good)(?: level=(strict|default))?")
DIAGNOSTIC = re.compile(r"^(\S.*?):\d+:\d+: (warning|error): .*$", re.MULTILINE)

Snippet = collections.namedtuple("Snippet", "kind level line text")


def read_snippets(text, complain):
    snippets = []
    for match in FENCE.finditer(text):
        info, body = match.groups()
        line = text.count("\n", 0, match.start()) + 1
        if not info:
            complain(line, "a fence without a language")
        elif info.startswith("cpp"):
            wanted = INFO.fullmatch(info.strip())
            if wanted:
                snippets.append(Snippet(wanted.group(1), wanted.group(2) or "default", line, body))
            else:
                complain(line, f"'{info}' is neither 'cpp bad' nor 'cpp good'")
    return snippets


def check_headings(page, text, complain):
    outside = FENCE.sub(lambda match: "\n" * match.group().count("\n"), text)
    title = outside.split("\n", 1)[0]
    if title != f"# {page.stem}":
        complain(1, f"the title is '# {page.stem}'")
    found = re.findall(r"^## (.*)$", outside, re.MULTILINE)
    if found != HEADINGS:
        complain(1, f"the headings are {', '.join(HEADINGS)}; here they are {', '.join(found)}")


def run_snippets(args, page, level, snippets, complain):
    """All snippets of one level in one run: most of the time is starting up."""
    folder = args.work / page.stem / level
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = {}
    for snippet in snippets:
        file = folder / f"line_{snippet.line}.cpp"
        file.write_text(snippet.text, encoding="utf-8")
        files[str(file)] = snippet
    config = {"CheckOptions": {f"{page.stem}.Level": level, f"{page.stem}.Facts": "none"}}
    command = [
        args.clang_tidy,
        "--quiet",
        f"--checks=-*,{page.stem}",
        "--config=" + json.dumps(config),
        *files,
        "--",
        "-std=c++20",
        "-isystem",
        args.inputs + "/include",
    ]
    result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    found = {file: {"warning": [], "error": []} for file in files}
    for match in DIAGNOSTIC.finditer(result.stdout):
        found.setdefault(match.group(1), {"warning": [], "error": []})[match.group(2)].append(match.group())
    errors = any(kinds["error"] for kinds in found.values())
    if result.returncode not in (0, 1) or (result.returncode == 1 and not errors):
        complain(1, f"{args.clang_tidy} ended with {result.returncode}\n{result.stderr}")
        return
    for file, kinds in found.items():
        snippet = files.get(file)
        if snippet is None:
            complain(1, "a message outside the snippets:\n" + "\n".join(kinds["warning"] + kinds["error"]))
        elif kinds["error"]:
            complain(snippet.line, "the snippet doesn't compile:\n" + "\n".join(kinds["error"]))
        elif snippet.kind == "bad" and not kinds["warning"]:
            complain(snippet.line, "a bad snippet without a warning")
        elif snippet.kind == "good" and kinds["warning"]:
            complain(snippet.line, "a good snippet with a warning:\n" + "\n".join(kinds["warning"]))


def check_page(args, page):
    complaints = []

    def complain(line, what):
        complaints.append(f"{page}:{line}: {what}")

    text = page.read_text(encoding="utf-8")
    check_headings(page, text, complain)
    snippets = read_snippets(text, complain)
    for kind in ("bad", "good"):
        if not any(snippet.kind == kind for snippet in snippets):
            complain(1, f"no fence is 'cpp {kind}'")
    for level in sorted({snippet.level for snippet in snippets}):
        run_snippets(args, page, level, [s for s in snippets if s.level == level], complain)
    return complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--inputs", required=True)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("page", type=pathlib.Path, nargs="+")
    args = parser.parse_args()
    complaints = [complaint for page in args.page for complaint in check_page(args, page)]
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())

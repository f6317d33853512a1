#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Rules that the tree of sources keeps, see docs/architecture.md.

    check_tree.py ROOT RULE...

layering    an include never points upward, nor sideways between checks; lib/ knows nothing of
            clang-tidy
files       every check of Checks.def has all its files, and every such file its check
license     code, scripts and packs say their license
messages    messages begin in lower case and end without a full stop
paths       no path of somebody's machine
unfinished  no note that something is still to be done
packages    what packs name for verification is installed for the tests
"""

import os
import pathlib
import re
import sys

# From the bottom to the top: an include points to its own layer or a lower one.
LAYERS = [
    "lib/support",
    "lib/catalog",
    "lib/context",
    "lib/effects",
    "lib/web",
    "lib/program",
    "lib/runner",
    "lib/frontend",
    "checks",
    "tools",
]
# Formats of findings: they see nothing of the rest.
APART = "lib/report"
# The precompiled header, which no file relies on.
MAY_NAME_CLANG_TIDY = {"lib/support/Pch.h"}

NOT_SOURCES = {"build", "__pycache__"}
CODE = {".c", ".cpp", ".h", ".hpp", ".def", ".inc"}
LICENSED = CODE | {".py", ".yaml", ".sh"}
TEXT = LICENSED | {".md", ".txt", ".cmake", ".json", ".test", ".in", ".yml"}
# Tests that lit runs: data, as the snippets in docs/ are.
LIT_TESTS = ("test/checks/", "test/frontends/", "test/real/", "test/docs/", "test/meta/")
# What the rules must find is written there.
BAD_EXAMPLES = "test/meta/tree.test"
LICENSE = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
CHECK = re.compile(r'^CHECK\("([a-z-]+)",\s*([A-Za-z]+),', re.MULTILINE)
STRINGS = re.compile(r'\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
DIAG = re.compile(r"\b(?:diag|configurationDiag)\(")
MACHINE_PATH = re.compile(r"(?<![\w.}$-])/(?:work|root|home|Users|tmp)/")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|not implemented" + r" yet")


class Tree:
    def __init__(self, root):
        self.root = root
        self.complaints = []

    def files(self):
        found = []
        for folder, below, names in os.walk(self.root):
            below[:] = [d for d in below if d not in NOT_SOURCES and (d[0] != "." or d == ".ci")]
            where = pathlib.Path(folder).relative_to(self.root)
            found += [(where / name).as_posix() for name in names]
        return sorted(found)

    def text(self, name):
        return (self.root / name).read_text(encoding="utf-8", errors="replace")

    def complain(self, name, text, position, what):
        line = text.count("\n", 0, position) + 1
        self.complaints.append(f"{name}:{line}: {what}")

    def checks(self):
        """(name, class) of Checks.def."""
        return CHECK.findall(self.text("checks/Checks.def"))


def is_script(tree, name):
    return "." not in name.rsplit("/", 1)[-1] and tree.text(name).startswith("#!")


def layer_of(path):
    folders = [layer for layer in [*LAYERS, APART] if path.startswith(layer + "/")]
    return folders[0] if folders else None


def layering(tree):
    check_headers = {f"checks/{cls}.h": f"checks/{cls}." for _, cls in tree.checks()}
    for name in tree.files():
        layer = layer_of(name)
        if pathlib.PurePath(name).suffix not in CODE or layer is None:
            continue
        text = tree.text(name)
        for match in INCLUDE.finditer(text):
            target = match.group(2)
            wrong = wrong_include(tree, name, layer, target, check_headers)
            if wrong:
                tree.complain(name, text, match.start(), f"{wrong}: {target}")


def wrong_include(tree, name, layer, target, check_headers):
    if target.startswith("clang-tidy/"):
        if name.startswith("lib/") and name not in MAY_NAME_CLANG_TIDY:
            return "lib/ includes a header of clang-tidy"
        return None
    if (tree.root / name).parent.joinpath(target).is_file():
        return "an include of ours is written from the root of the tree"
    own = check_headers.get(target)
    if own and not name.startswith(own):
        return "the header of a check is included by another file"
    other = layer_of(target)
    if other is None or other == layer:
        return None
    if APART == layer:
        return f"{APART} includes something else"
    if APART == other:
        return None if layer in ("lib/runner", "tools") else f"{layer} includes {APART}"
    if LAYERS.index(other) > LAYERS.index(layer):
        return "an include points upward"
    return None


def files(tree):
    text = tree.text("checks/Checks.def")
    present = set(tree.files())
    for match in CHECK.finditer(text):
        name, cls = match.groups()
        needed = [f"checks/{cls}.h", f"checks/{cls}.cpp", f"docs/checks/{name}.md"]
        missing = [file for file in needed if file not in present]
        test = re.compile(rf"test/checks/{re.escape(name)}(?:-[a-z0-9-]+)?\.cpp")
        if not any(test.fullmatch(file) for file in present):
            missing.append(f"test/checks/{name}.cpp")
        for file in missing:
            tree.complain("checks/Checks.def", text, match.start(), f"{name} lacks {file}")
    names = {name for name, _ in tree.checks()}
    classes = {cls for _, cls in tree.checks()}
    for file in sorted(present):
        page = re.fullmatch(r"docs/checks/(async-[a-z-]+)\.md", file)
        code = re.fullmatch(r"checks/(\w+Check)\.(?:h|cpp)", file)
        if page and page.group(1) not in names:
            tree.complain(file, "", 0, "a page without a check in Checks.def")
        if code and code.group(1) not in classes | {"AsyncTidyCheck"}:
            tree.complain(file, "", 0, "a class without a check in Checks.def")


def license_lines(tree):
    for name in tree.files():
        if name.startswith(LIT_TESTS) and not name.endswith(".py"):
            continue
        if pathlib.PurePath(name).suffix in LICENSED or is_script(tree, name):
            if LICENSE not in tree.text(name)[:1000]:
                tree.complain(name, "", 0, f"lacks the line '{LICENSE}'")


def messages(tree):
    for name in tree.files():
        if not re.fullmatch(r"checks/\w+\.cpp", name):
            continue
        text = tree.text(name)
        for call in DIAG.finditer(text):
            message = first_string(text, call.end())
            if message is None:
                continue
            if not re.match(r"[a-z'%]", message):
                tree.complain(name, text, call.start(), f"a message begins in lower case: {message}")
            if re.search(r"[.!:;,\s]$", message):
                tree.complain(name, text, call.start(), f"a message ends without a full stop: {message}")


def first_string(text, position):
    """The string literal, adjacent ones joined, among the arguments of the call."""
    depth = 1
    while position < len(text) and depth:
        literal = STRINGS.match(text, position)
        if literal:
            return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literal.group(1)))
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        position += 1
    return None


def each_text(tree):
    for name in tree.files():
        suffix = pathlib.PurePath(name).suffix
        if name == BAD_EXAMPLES:
            continue
        if suffix in TEXT or name == "Makefile" or is_script(tree, name):
            yield name, tree.text(name)


def paths(tree):
    for name, text in each_text(tree):
        for match in MACHINE_PATH.finditer(text):
            tree.complain(name, text, match.start(), f"a path of a machine: {match.group()}")


def unfinished(tree):
    for name, text in each_text(tree):
        for match in UNFINISHED.finditer(text):
            tree.complain(name, text, match.start(), f"unfinished: {match.group()}")


def packages(tree):
    listed = set(re.findall(r"^\w+[ \t]+([a-z0-9.+-]+)", tree.text("tools/dev/packages.txt"), re.MULTILINE))
    for name in tree.files():
        if not re.fullmatch(r"lib/catalog/packs/[^/]+\.yaml", name):
            continue
        text = tree.text(name)
        for match in re.finditer(r"^[ \t]*-?[ \t{]*package:[ \t]*([a-z0-9.+-]+)", text, re.MULTILINE):
            if match.group(1) not in listed:
                what = f"{match.group(1)} is not in tools/dev/packages.txt"
                tree.complain(name, text, match.start(), what)


RULES = {
    "layering": layering,
    "files": files,
    "license": license_lines,
    "messages": messages,
    "paths": paths,
    "unfinished": unfinished,
    "packages": packages,
}


def main():
    names = sys.argv[2:]
    if len(sys.argv) < 3 or any(name not in RULES for name in names):
        print(__doc__, file=sys.stderr)
        return 2
    tree = Tree(pathlib.Path(sys.argv[1]))
    if not tree.files():
        print(f"check_tree: {tree.root} has no files", file=sys.stderr)
        return 2
    for name in names:
        RULES[name](tree)
    print("\n".join(tree.complaints), end="\n" if tree.complaints else "")
    return 1 if tree.complaints else 0


if __name__ == "__main__":
    sys.exit(main())

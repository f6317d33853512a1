#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs one check over one test file, through every front door.

    // RUN: %check_async_tidy %s async-blocking-call %t [options] -- [compiler arguments]

The test file says what is expected:

    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: ...   every warning and error needs one
    // CHECK-NOTES: :[[@LINE-2]]:3: note: ...         in the order of the output; as wanted
    // CHECK-FIXES: co_await ...                      the file after --fix

Without CHECK-MESSAGES the check must be silent. With `-check-suffix=A` the lines are
CHECK-MESSAGES-A and so on, so that one file serves several RUN lines.

The steps, the first that fails ends the test:

    annotations  every CHECK line is read by some RUN line of the file
    lint         the stock clang-tidy with the plugin runs
    same output  async-clang-tidy says the same
    messages     what it says is what the file expects
    whole run    async-tidy run finds the same
    editor       async-clangd finds the same
    fix          both apply their fixes, with the same result
    fixed file   it is what the file expects, and wasn't so before
    compile      the fixed file compiles
    lint again   what was fixed isn't found any more, and nothing new is
"""

import argparse
import collections
import difflib
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import front_doors

KINDS = ("CHECK-MESSAGES", "CHECK-NOTES", "CHECK-FIXES")
# What FileCheck knows after a prefix.
DIRECTIVE = r"(?:-(?:NEXT|SAME|NOT|DAG|LABEL|EMPTY|COUNT-\d+))?"
ANNOTATION = re.compile(r"[ \t]*//[ \t]*(CHECK-[\w-]*?)" + DIRECTIVE + r":.*")
DIAGNOSTIC = re.compile(r"^(?:\S.*?:\d+:\d+: )?(warning|error|note): (.*)$")
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*[<\"].*$", re.MULTILINE)
HAS_FIX = re.compile(r"Replacements:[ \t]*\n[ \t]*- FilePath")
APPLIED = "FIX-IT applied suggested code changes"
NOT_APPLIED = "FIX-IT unable to apply suggested code changes"

Diagnostic = collections.namedtuple("Diagnostic", "kind text line")


class Failure(Exception):
    """A step that went wrong, and what a person needs to see of it."""

    def __init__(self, step, what, detail=""):
        super().__init__(what)
        self.step, self.what, self.detail = step, what, detail


def show(title, text):
    return f"--- {title} ---\n{text.rstrip() or '(nothing)'}\n"


def head(text, count=40):
    lines = text.splitlines()
    return "\n".join(lines[:count] + (["..."] if len(lines) > count else []))


def diff(a, b, name_a, name_b):
    return "".join(
        difflib.unified_diff(
            a.splitlines(keepends=True), b.splitlines(keepends=True), name_a, name_b
        )
    )


def run(command):
    return subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def parse_options(text, check):
    """`Level: strict, Categories: "a,b"` as clang-tidy's CheckOptions."""
    options = {}
    item = re.compile(r"""\s*([A-Za-z0-9.-]+)\s*:\s*("[^"]*"|'[^']*'|[^,'"]*?)\s*(?:,|$)""")
    position = 0
    while position < len(text):
        match = item.match(text, position)
        if not match:
            raise Failure("options", f"can't read the options from here: {text[position:]!r}")
        key, value = match.groups()
        if "." not in key:
            if not re.fullmatch(r"[a-z0-9-]+", check):
                raise Failure("options", f"the option '{key}' needs its check's name before it")
            key = f"{check}.{key}"
        options[key] = value[1:-1] if value[:1] in ("'", '"') else value
        position = match.end()
    return options


def parse_diagnostics(text):
    """Warnings, errors and notes; the source lines between them are left out."""
    found = []
    for line in text.splitlines():
        match = DIAGNOSTIC.match(line)
        if match:
            found.append(Diagnostic(match.group(1), match.group(2), line))
    return found


def problems(diagnostics):
    return [d for d in diagnostics if d.kind != "note"]


class Tool:
    """One clang-tidy to test: a name for people and how it starts."""

    def __init__(self, name, command, args):
        self.name, self.command, self.args = name, command, args

    def lint(self, source, standard, *extra):
        command = [
            *self.command,
            "--quiet",
            f"--checks=-*,{self.args.check}",
            "--config=" + json.dumps({"CheckOptions": self.args.check_options}),
            *self.args.tidy_arguments,
            *extra,
            source,
            "--",
            *compile_arguments(self.args, standard),
        ]
        result = run(command)
        output = show("command", shlex.join(map(str, command)))
        output += show("errors", result.stderr) + show("output", head(result.stdout))
        if result.returncode not in (0, 1):
            raise Failure("lint", f"{self.name} ended with {result.returncode}", output)
        if result.returncode == 1 and not any(
            d.kind == "error" for d in parse_diagnostics(result.stdout)
        ):
            raise Failure("lint", f"{self.name} failed and named no error", output)
        return result.stdout


def compile_arguments(args, standard):
    mocks = [] if args.real else ["-isystem", args.inputs / "include"]
    return ["-xc++", f"-std={standard}", *mocks, *args.compiler_arguments]


def annotation_prefixes(text):
    return {match.group(1) for match in ANNOTATION.finditer(text)}


def read_prefixes(text):
    """The prefixes that the RUN lines of a test file read."""
    prefixes = set()
    joined = re.sub(r"\\\n[ \t]*//[ \t]*RUN:", " ", text)
    for line in re.findall(r"//[ \t]*RUN:(.*)", joined):
        named = re.search(r"-check-prefix(?:es)?[= ](\S+)", line)
        prefixes.update(named.group(1).split(",") if named else [])
        if "check_async_tidy" in line:
            suffixes = re.search(r"-check-suffix(?:es)?[= ](\S*)", line)
            prefixes.update(with_suffixes(suffixes.group(1).split(",") if suffixes else [""]))
    return prefixes


def with_suffixes(suffixes):
    return {kind + (f"-{suffix}" if suffix else "") for kind in KINDS for suffix in suffixes}


def check_annotations(text):
    unread = annotation_prefixes(text) - read_prefixes(text)
    if unread:
        raise Failure("annotations", f"no RUN line reads {', '.join(sorted(unread))}")


def strip_annotations(text):
    """Without the CHECK lines, so that they can't be what is matched; lines keep their numbers."""
    return "\n".join(ANNOTATION.sub("", line) for line in text.split("\n"))


class Test:
    """One run over one standard."""

    def __init__(self, args, standard):
        self.args, self.standard = args, standard
        self.original = args.source.read_text(encoding="utf-8")
        self.stripped = strip_annotations(self.original)
        self.plugin = Tool(
            "clang-tidy with the plugin",
            [args.clang_tidy, *([f"--load={args.plugin}"] if args.plugin else [])],
            args,
        )
        self.standalone = Tool("async-clang-tidy", [args.async_clang_tidy], args)

    def prefixes(self, *kinds):
        wanted = with_suffixes(self.args.check_suffix)
        present = annotation_prefixes(self.original)
        return sorted(p for p in wanted & present if p.startswith(kinds))

    def filecheck(self, step, what, prefixes, text, *extra):
        checked = self.args.work / f"{step.replace(' ', '-')}.txt"
        checked.write_text(text, encoding="utf-8")
        result = run(
            [
                self.args.filecheck,
                f"--check-prefixes={','.join(prefixes)}",
                f"--input-file={checked}",
                "--allow-empty",
                *extra,
                self.args.source,
            ]
        )
        if result.returncode:
            raise Failure(step, what, result.stderr)

    def copy(self, folder):
        """The file alone in a folder, by its own name: the two tools see the same."""
        directory = self.args.work / folder
        directory.mkdir()
        target = directory / self.args.source.name
        target.write_text(self.stripped, encoding="utf-8")
        return target

    def run(self):
        check_annotations(self.original)
        shutil.rmtree(self.args.work, ignore_errors=True)
        self.args.work.mkdir(parents=True)
        source = self.copy("lint")
        exported = self.args.work / "fixes.yaml"
        output = self.plugin.lint(source, self.standard, f"--export-fixes={exported}")
        other = self.standalone.lint(source, self.standard)
        if output != other:
            raise Failure(
                "same output",
                f"{self.plugin.name} and {self.standalone.name} don't say the same",
                diff(output, other, self.plugin.name, self.standalone.name),
            )
        diagnostics = parse_diagnostics(output)
        self.check_messages(diagnostics, output)
        # These have our checks alone. Broken code is a unit that failed there, other tools' options
        # aren't read, and what lies outside the project is a library's.
        if not (
            any(not check.startswith("async-") for check in self.args.check.split(","))
            or any(d.kind == "error" for d in diagnostics)
            or self.args.tidy_arguments
            or any(a.startswith("-I") for a in self.args.compiler_arguments)
        ):
            self.check_front_doors(source, diagnostics)
        has_fix = exported.exists() and HAS_FIX.search(exported.read_text(encoding="utf-8"))
        has_error = any(d.kind == "error" for d in diagnostics)
        if (has_fix or self.prefixes("CHECK-FIXES")) and not has_error and not self.args.no_fix:
            self.check_fixes()

    def check_front_doors(self, source, diagnostics):
        expected = front_doors.of_tidy(diagnostics, source)
        options = {k: v for k, v in self.args.check_options.items() if not k.endswith(".Facts")}
        command = [self.args.clangxx, *compile_arguments(self.args, self.standard), "-c", source]
        front_doors.make_project(source, self.args.check, options, command)
        # The run goes first: what headers' functions do, the editor knows from its store.
        for step, tool, findings in (
            ("whole run", self.args.async_tidy, front_doors.of_run),
            ("editor", self.args.async_clangd, front_doors.of_editor),
        ):
            try:
                found = findings(tool, source)
            except front_doors.Broken as broken:
                raise Failure(step, str(broken)) from None
            if found != expected:
                detail = show(f"only in the {step}", front_doors.describe(found - expected))
                detail += show("missing there", front_doors.describe(expected - found))
                raise Failure(step, f"{tool.name} doesn't find the same", detail)

    def check_messages(self, diagnostics, output):
        expected = self.prefixes("CHECK-MESSAGES", "CHECK-NOTES")
        if any(p.startswith("CHECK-MESSAGES") for p in expected):
            lines = "".join(d.line + "\n" for d in diagnostics)
            self.filecheck(
                "messages",
                "the messages aren't those that the file expects",
                expected,
                lines,
                "--implicit-check-not={{(^|: )(warning|error): }}",
            )
        elif problems(diagnostics):
            raise Failure("messages", "the file expects no message", show("output", output))
        elif expected:
            raise Failure("messages", "CHECK-NOTES without CHECK-MESSAGES")

    def check_fixes(self):
        flag = "--fix-notes" if self.args.fix_notes else "--fix"
        fixed = self.copy("fix-plugin")
        output = self.plugin.lint(fixed, self.standard, flag)
        other = self.copy("fix-standalone")
        self.standalone.lint(other, self.standard, flag)
        text, other_text = fixed.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")
        if text != other_text:
            raise Failure(
                "fix",
                f"{self.plugin.name} and {self.standalone.name} don't fix the same",
                diff(text, other_text, self.plugin.name, self.standalone.name),
            )
        if NOT_APPLIED in output:
            raise Failure("fix", "a fix could not be applied", show("output", output))
        self.check_fixed_text(text)
        if text != self.stripped:
            self.check_compiles(fixed)
            self.check_lint_again(fixed, output)

    def check_fixed_text(self, text):
        changes = show("what the fix changed", diff(self.stripped, text, "before", "after"))
        prefixes = self.prefixes("CHECK-FIXES")
        if not prefixes:
            if text != self.stripped:
                raise Failure("fixed file", "the fix has no CHECK-FIXES lines", changes)
            return
        try:
            self.filecheck(
                "fixed file", "the fixed file isn't the expected one", prefixes, text
            )
        except Failure as failure:
            failure.detail = changes + failure.detail
            raise
        if self.matches_before_fix(prefixes):
            raise Failure(
                "fixed file", "CHECK-FIXES match without any fix: they prove nothing", changes
            )
        twice = [
            include
            for include, count in collections.Counter(INCLUDE.findall(text)).items()
            if count > max(1, INCLUDE.findall(self.stripped).count(include))
        ]
        if twice:
            raise Failure("fixed file", f"the fix includes a header twice: {twice[0]}", changes)

    def matches_before_fix(self, prefixes):
        try:
            self.filecheck("unfixed file", "", prefixes, self.stripped)
        except Failure:
            return False
        return True

    def check_compiles(self, fixed):
        command = [
            self.args.clangxx,
            "-fsyntax-only",
            "-w",
            *compile_arguments(self.args, self.standard),
            fixed,
        ]
        result = run(command)
        if result.returncode:
            detail = show("command", shlex.join(map(str, command)))
            detail += show("errors", result.stderr)
            changes = diff(self.stripped, fixed.read_text(encoding="utf-8"), "before", "after")
            detail += show("what the fix changed", changes)
            raise Failure("compile", "the fixed file doesn't compile", detail)

    def check_lint_again(self, fixed, fix_output):
        unfixed = collections.Counter()
        current, applied = None, False
        for d in [*parse_diagnostics(fix_output), Diagnostic("warning", None, "")]:
            if d.kind == "note":
                applied = applied or d.text.startswith(APPLIED)
                continue
            if current is not None and not applied:
                unfixed[current] += 1
            current, applied = d.text, False
        output = self.plugin.lint(fixed, self.standard)
        remaining = collections.Counter(d.text for d in problems(parse_diagnostics(output)))
        surplus = remaining - unfixed
        if surplus:
            detail = show("should not be there any more", "\n".join(surplus.elements()))
            detail += show("output", output)
            raise Failure("lint again", "the check isn't silent about what it fixed", detail)


def parse_arguments(argv):
    ours, compiler = argv, []
    if "--" in argv:
        split = argv.index("--")
        ours, compiler = argv[:split], argv[split + 1 :]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    for name in ("clang-tidy", "async-clang-tidy", "filecheck", "clangxx"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("async-tidy", "async-clangd"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    parser.add_argument("--plugin", default="", help="what clang-tidy loads")
    parser.add_argument("--inputs", type=pathlib.Path, required=True)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("check", help="a check, or a list for --checks")
    parser.add_argument("temp", help="prefix of the files that the test may write")
    parser.add_argument("-check-suffix", "-check-suffixes", "--check-suffix", default="",
                        help="of the CHECK lines to read; a list, an empty item is no suffix")
    parser.add_argument("-std", "--std", default="c++20", help="a standard or a list of them")
    parser.add_argument("--options", default="", help="of the check: 'Name: value, ...'")
    parser.add_argument("--real", action="store_true", help="without the mock headers")
    parser.add_argument("--fix-notes", action="store_true", help="apply the fixes of notes too")
    parser.add_argument("--no-fix", action="store_true", help="only the messages")
    parser.add_argument("--tidy-arg", dest="tidy_arguments", action="append", default=[],
                        help="a further argument of clang-tidy")
    args = parser.parse_args(ours)
    args.compiler_arguments = compiler
    args.check_suffix = args.check_suffix.split(",")
    args.work = pathlib.Path(args.temp + ".dir")
    return args


def main():
    args = parse_arguments(sys.argv[1:])
    try:
        # Not what a store around the build folder says of other units.
        args.check_options = {f"{check}.Facts": "none" for check in args.check.split(",")}
        args.check_options |= parse_options(args.options, args.check)
        for standard in args.std.split(","):
            Test(args, standard).run()
    except Failure as failure:
        print(f"check_async_tidy: {failure.step}: {failure.what}", file=sys.stderr)
        if failure.detail:
            print(failure.detail, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

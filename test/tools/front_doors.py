# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The findings of one file through each front door, in one form: what they find has to be the same.

A finding is its line, column and message, and the same of each note, counted. Notes have no order: the
editor shows those with a fix apart.
"""

import collections
import json
import re
import shlex
import subprocess

import lsp_client

# What clangd adds to a message, and how it calls a short fix that belongs to the message itself; a long one
# is called as the cure is.
FIXABLE = re.compile(r" \((?:fix|fixes) available\)$")
OWN_TITLE = re.compile(r"(?:change|insert|remove) '")
# What clang-tidy, and nobody else, says of a fix that it has a note for.
FIX_NOTE = "this fix will not be applied because it overlaps with another fix"


class Broken(Exception):
    """A front door that gave no findings at all."""


def make_project(source, checks, options, command):
    """Makes the folder of the file a project of one unit, with a store of its own."""
    folder = source.parent
    (folder / ".async-tidy").mkdir()
    configuration = {"Checks": f"-*,{checks}", "CheckOptions": options}
    (folder / ".clang-tidy").write_text(json.dumps(configuration))
    unit = {"directory": str(folder), "file": str(source), "arguments": [str(word) for word in command]}
    (folder / "compile_commands.json").write_text(json.dumps([unit]))


def of_tidy(diagnostics, source):
    """Of the parsed output of a clang-tidy, in the file alone."""
    found, notes = [], None
    for d in diagnostics:
        at = re.match(r"(.*?):(\d+):(\d+): ", d.line)
        line, column = (int(at.group(2)), int(at.group(3))) if at else (0, 0)
        if d.kind == "note" and notes is not None and d.text != FIX_NOTE:
            notes.append((line, column, d.text))
        elif d.kind != "note":
            notes = []
            text = re.sub(r" \[[\w,.-]+\]$", "", d.text)
            if at and at.group(1) == str(source):
                found.append((line, column, text, notes))
    return counted(found)


def of_run(tool, source):
    command = [tool, "run", "--format=json", "-p", source.parent, source]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        raise Broken(f"{shlex.join(map(str, command))} ended with {result.returncode}:\n{result.stderr}")
    found = []
    for f in json.loads(result.stdout)["findings"]:
        if f["file"] == source.name:
            notes = [(n["line"], n["column"], n["message"]) for n in f["notes"]]
            found.append((f["line"], f["column"], f["message"], notes))
    return counted(found)


def of_editor(tool, source):
    found = []
    try:
        with lsp_client.Client([tool], source.parent) as editor:
            document = editor.open(source)
            for d in document.settled():
                if d.get("source") == "clang-tidy":
                    found.append(editor_finding(document, d))
    except (lsp_client.ServerGone, TimeoutError) as gone:
        raise Broken(f"{tool.name}: {gone}") from None
    return counted(found)


def editor_finding(document, diagnostic):
    text, fixable = FIXABLE.subn("", diagnostic["message"])
    at = place(diagnostic["range"])
    notes = [(*place(n["location"]["range"]), n["message"]) for n in diagnostic["relatedInformation"]]
    # A note with a fix is a quick fix here, with the note's text as its title.
    titles = [action["title"] for action in document.code_actions(diagnostic)] if fixable else []
    said = {text for *_, text in notes}
    notes += [(*at, title) for title in titles if title not in said and not OWN_TITLE.match(title)]
    return (*at, text, notes)


def place(extent):
    """As compilers count."""
    return extent["start"]["line"] + 1, extent["start"]["character"] + 1


def counted(findings):
    return collections.Counter(
        (line, column, small(text), tuple(sorted((*where, small(note)) for *where, note in notes)))
        for line, column, text, notes in findings
    )


def small(message):
    """clangd begins messages with a capital letter."""
    return message[:1].lower() + message[1:]


def describe(findings):
    lines = []
    for (line, column, text, notes), count in sorted(findings.items()):
        lines.append(f"{count} x {line}:{column}: {text}")
        lines += [f"      {line}:{column}: {note}" for line, column, note in notes]
    return "\n".join(lines)

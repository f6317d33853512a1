# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the checks cost in an editor: the time from an edit to the diagnostics, beside the stock clangd's."""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from benchlib import subjects
from benchlib.processes import ROOT, progress

sys.path.insert(0, str(ROOT / "test/tools"))

from lsp_client import Client  # noqa: E402: found by the line above

STOCK = "clangd-22"
SHARE = 1.10
# Of one round: an edit takes a second, and what else the machine does shows in each.
EDITS = 5


class Session:
    """A server with one file open, in which one function is edited again and again."""

    def __init__(self, server, subject, file, at):
        self.editor = Client([server, f"--compile-commands-dir={subject.database}"], subject.database)
        self.file = self.editor.open(file)
        self.found = self.file.settled()
        self.at = at

    def time_of_edit(self, number):
        """Seconds until the diagnostics of another text are there."""
        start = time.monotonic()
        self.file.edit(self.at, self.at, f"  [[maybe_unused]] int edit_{number} = {number};\n", diagnose=True)
        self.file.diagnosed()
        taken = time.monotonic() - start
        self.file.settled()
        return taken


def count_ours(session):
    return sum(d.get("code", "").startswith("async-") for d in session.found)


def report(title, sessions, rounds):
    """Both servers in turn, so that what else the machine does hits both; returns the share."""
    times = {name: [] for name in sessions}
    for number in range(rounds * EDITS):
        progress(f"edit {number + 1} of {rounds * EDITS}: {title}")
        for name, session in sessions.items():
            times[name].append(session.time_of_edit(number))
    progress("")
    for session in sessions.values():
        session.editor.shutdown()
    ours, stock = times["async-clangd"], times[STOCK]
    share = statistics.median(a / b for a, b in zip(ours, stock))
    print(f"{title}: from an edit to the diagnostics, medians of {len(ours)} edits: async-clangd "
          f"{statistics.median(ours):.3f} s, with {count_ours(sessions['async-clangd'])} findings; {STOCK} "
          f"{statistics.median(stock):.3f} s; the share {share:.3f}, allowed {SHARE:.2f}"
          f"{'  missed' if share > SHARE else ''}", flush=True)
    return share


def sessions_of(build, subject, file, at):
    return {name: Session(server, subject, file, at)
            for name, server in ((STOCK, STOCK), ("async-clangd", build / "bin/async-clangd"))}


def measure_editor(args):
    """Prints the shares; returns what is missed."""
    missed = []

    def measure(title, subject, file, at):
        share = report(title, sessions_of(args.build, subject, file, at), args.rounds)
        if share > SHARE:
            missed.append(f"{title}, in the editor: {share:.3f}, allowed is {SHARE:.2f}")

    print()
    beast = subjects.beast_unit(args.build, args.flags)
    text, line = beast.units[0].read_text(encoding="utf-8"), "int main() {\n"
    measure(beast.title, beast, beast.units[0], text.index(line) + len(line))
    with tempfile.TemporaryDirectory() as folder:
        service = subjects.service(pathlib.Path(folder))
        command = [args.build / "bin/async-tidy", "run", "-p", service.database, "--quiet", service.sources]
        progress("the facts of the service")
        subprocess.run(list(map(str, command)), check=False, cwd=service.database, stdout=subprocess.DEVNULL)
        measure("A unit of a service, with the facts of the others", service, service.edit.file,
                len(service.edit.before))
    return missed

# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What an editor does with a language server: tests drive async-clangd with it.

    with scratch(template) as root, Client([clangd], root) as editor:
        file = editor.open(root / "main.cpp")
        found = file.settled()
        file.apply(file.code_actions(found[0])[0])
"""

import contextlib
import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time

# So long the server may say nothing: a unit with large headers on a busy machine.
PATIENCE = 150


def place(diagnostic):
    start = diagnostic["range"]["start"]
    return start["line"], start["character"]


def environment(folder):
    """With a user's own configuration in the folder, for tests: the index of the standard library takes seconds, and what
    clangd says of headers that aren't used is in the way."""
    config = pathlib.Path(folder, "clangd/config.yaml")
    config.parent.mkdir()
    config.write_text("Index: {StandardLibrary: No, Background: Skip}\nDiagnostics: {UnusedIncludes: None}\n")
    return {**os.environ, "XDG_CONFIG_HOME": str(folder)}


class ServerGone(Exception):
    """The server ended by itself."""


class Document:
    """An open file, as the editor has it."""

    def __init__(self, editor, path):
        self.editor = editor
        self.path = pathlib.Path(path).resolve()
        self.uri = self.path.as_uri()
        self.text = self.path.read_text()
        self.version = 1
        self.published = []
        self.published_version = None
        self.idle = False

    def __getitem__(self, position):
        """The offset of a position; characters count in UTF-16."""
        offset = 0
        for _ in range(position["line"]):
            offset = self.text.index("\n", offset) + 1
        units = position["character"]
        while units > 0:
            units -= 2 if ord(self.text[offset]) > 0xFFFF else 1
            offset += 1
        return offset

    def position(self, offset):
        before = self.text[:offset]
        last = before[before.rfind("\n") + 1 :]
        return {"line": before.count("\n"), "character": len(last.encode("utf-16-le")) // 2}

    def edit(self, start, end, text, diagnose=None):
        """Replaces what stands between two offsets. `diagnose` is whether the server has to look at this text, however
        soon the next one comes; left out, that is for it to say."""
        change = {"range": {"start": self.position(start), "end": self.position(end)}, "text": text}
        self.text = self.text[:start] + text + self.text[end:]
        self.change(change, {} if diagnose is None else {"wantDiagnostics": diagnose})

    def replace(self, old, new):
        start = self.text.index(old)
        self.edit(start, start + len(old), new)

    def change(self, change, more):
        self.version += 1
        self.idle = False
        self.editor.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": [change], **more},
        )

    def save(self):
        self.path.write_text(self.text)
        self.editor.notify("textDocument/didSave", {"textDocument": {"uri": self.uri}})

    def close(self):
        self.editor.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})
        del self.editor.documents[self.uri]

    def diagnosed(self):
        """Waits for the diagnostics of this text."""
        self.editor.until(
            lambda: self.published_version == self.version,
            lambda: f"no diagnostics of version {self.version} of {self.path.name}",
        )

    def settled(self):
        """The diagnostics, when the server has no more to do for this text."""
        self.editor.until(
            lambda: self.published_version == self.version and self.idle,
            lambda: f"no diagnostics of version {self.version} of {self.path.name}",
        )
        return self.published

    def finds(self, text):
        """Waits for a diagnostic that says so, at whatever time it comes."""
        self.editor.until(
            lambda: any(text in d["message"] for d in self.published),
            lambda: f"no '{text}' in {self.path.name}:\n" + json.dumps(self.published, indent=1),
        )
        return next(d for d in self.published if text in d["message"])

    def loses(self, text):
        """Waits until no diagnostic says so any more."""
        self.editor.until(
            lambda: not any(text in d["message"] for d in self.published),
            lambda: f"still '{text}' in {self.path.name}:\n" + json.dumps(self.published, indent=1),
        )

    def code_actions(self, diagnostic):
        return self.editor.request(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": self.uri},
                "range": diagnostic["range"],
                "context": {"diagnostics": [diagnostic]},
            },
        )

    def apply(self, action):
        """Applies the edits of a code action to this file."""
        edits = action["edit"]["changes"][self.uri]
        for edit in sorted(edits, key=lambda e: self[e["range"]["start"]], reverse=True):
            self.edit(self[edit["range"]["start"]], self[edit["range"]["end"]], edit["newText"])


class Client:
    def __init__(self, command, root, log=subprocess.DEVNULL, related=True):
        self.documents = {}
        self.answers = {}
        self.inbox = queue.Queue()
        self.numbers = 0
        self.home = tempfile.TemporaryDirectory()
        self.server = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=root,
            env=environment(self.home.name),
        )
        threading.Thread(target=self.read, daemon=True).start()
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": pathlib.Path(root).resolve().as_uri(),
                "capabilities": {
                    "textDocument": {
                        "publishDiagnostics": {"relatedInformation": related, "codeDescriptionSupport": True},
                        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
                    },
                    "window": {"workDoneProgress": False},
                },
                "initializationOptions": {"clangdFileStatus": True},
            },
        )
        self.notify("initialized", {})

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if kind is None:
            self.shutdown()
        else:
            self.server.kill()
            self.server.wait()

    def shutdown(self):
        """As the protocol has it; the server has to end well."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.server.stdin.close()
        status = self.server.wait(PATIENCE)
        if status:
            raise ServerGone(f"the server ended with {status}")

    def open(self, path):
        document = Document(self, path)
        self.documents[document.uri] = document
        self.notify(
            "textDocument/didOpen",
            {
                "textDocument": {
                    "uri": document.uri,
                    "languageId": "cpp",
                    "version": document.version,
                    "text": document.text,
                }
            },
        )
        return document

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.numbers += 1
        number = self.numbers
        self.send({"id": number, "method": method, "params": params})
        self.until(lambda: number in self.answers, lambda: f"no answer to {method}")
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.server.stdin.flush()
        except BrokenPipeError:
            raise ServerGone(f"the server ended with {self.server.wait()}") from None

    def read(self):
        """In a thread of its own: the server never waits for us."""
        stream = self.server.stdout
        while True:
            length = None
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                break
            self.inbox.put(json.loads(stream.read(length)))
        self.inbox.put(None)

    def until(self, done, complaint):
        end = time.monotonic() + PATIENCE
        while not done():
            try:
                message = self.inbox.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(complaint()) from None
            if message is None:
                raise ServerGone(f"the server ended with {self.server.wait()}")
            self.take(message)
            end = time.monotonic() + PATIENCE

    def take(self, message):
        method = message.get("method")
        if method is None:
            self.answers[message["id"]] = message
            return
        if "id" in message:
            self.send({"id": message["id"], "result": None})
            return
        params = message.get("params") or {}
        document = self.documents.get(params.get("uri"))
        if document is None:
            return
        if method == "textDocument/publishDiagnostics":
            document.published = sorted(params["diagnostics"], key=place)
            document.published_version = params.get("version")
        elif method == "textDocument/clangd.fileStatus":
            document.idle = params["state"] == "idle"


@contextlib.contextmanager
def scratch(template):
    """A copy of a folder where no .clang-tidy or .clangd is around it; DIR in its compile_commands.json is the copy."""
    with tempfile.TemporaryDirectory() as parent:
        folder = pathlib.Path(parent).resolve() / "project"
        shutil.copytree(template, folder)
        database = folder / "compile_commands.json"
        database.write_text(database.read_text().replace("DIR", str(folder)))
        yield folder


def show(document, diagnostics):
    """Prints findings with their notes, for FileCheck."""
    for d in sorted(diagnostics, key=place):
        at = d["range"]["start"]
        code = d.get("code", "")
        print(f"{document.path.name}:{at['line'] + 1}:{at['character'] + 1}: {d['message'].splitlines()[0]} [{code}]")
        for note in d.get("relatedInformation", []):
            at = note["location"]["range"]["start"]
            name = note["location"]["uri"].rsplit("/", 1)[1]
            print(f"  {name}:{at['line'] + 1}:{at['character'] + 1}: {note['message']}")
    sys.stdout.flush()

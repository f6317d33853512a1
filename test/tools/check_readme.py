#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Does what the README says, in a project of its own.

    check_readme.py README --build=BUILD --clangxx=CLANGXX --inputs=INPUTS WORK

The project is a CMake one that has the README's lines for CMake, its options and its pack. Its build folder stands for
ours as well: bin and lib lead to the products. Then every command of a console fence runs there, in order. A fence that
this script doesn't know what to do with is a mistake, as is a command that ends with a status that isn't expected.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from check_docs import FENCE

# What runs this test, and the example, which has a test of its own.
LEFT_OUT = {"make demo", "make test"}
# A linter's status is 1 when it finds something, that of a build which runs one 1 or 2.
FINDS = re.compile(r"clang-tidy|async-tidy run|--target lint")

SERVER = """\
#include <boost/asio.hpp>
#include <unistd.h>

boost::asio::awaitable<void> serve() {
  sleep(1);
  co_return;
}

int main() {}
"""
HANDLER = """\
namespace acme {
struct Client {
  int get(int key);
};
struct Pool {
  explicit Pool(const char *address, int wait_timeout = 0);
};
} // namespace acme

acme::Pool pool("db");

[[clang::annotate("async_tidy::on_loop")]] int answer(acme::Client &client) { return client.get(1); }
"""
# What the README's lines of C++ stand in: each takes a finding away.
SILENCED = """#include <string>
#include <unistd.h>

struct {{
  void save() {{ sleep(1); }}
}} config;
{declaration}
std::string host_name() {{ return sleep(1), ""; }}

[[clang::annotate("async_tidy::on_loop")]] void silenced() {{
  host_name();
  {statement}}}
"""
CMAKE = """\
cmake_minimum_required(VERSION 3.25)
project(service LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
add_library(service OBJECT src/server.cpp src/handlers/answer.cpp src/silenced.cpp)
target_include_directories(service SYSTEM PRIVATE "{inputs}/include")
{fence}"""


class Mistake(Exception):
    pass


def run(command, folder, environment, statuses=(0,)):
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        shell=isinstance(command, str),
        executable="/bin/bash" if isinstance(command, str) else None,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    shown = command if isinstance(command, str) else " ".join(map(str, command))
    if done.returncode not in statuses:
        raise Mistake(f"'{shown}' ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    print(f"{shown}: {done.returncode}")
    return done.stdout


class Readme:
    def __init__(self, path):
        text = path.read_text(encoding="utf-8")
        self.fences = [(m.group(1), m.group(2)) for m in FENCE.finditer(text)]
        self.used = set()

    def fence(self, language, having):
        """The only fence of the language that has a text."""
        found = [i for i, (name, body) in enumerate(self.fences) if name == language and having in body]
        if len(found) != 1:
            raise Mistake(f"{len(found)} fences '{language}' have '{having}'")
        self.used.add(found[0])
        return self.fences[found[0]][1]

    def commands(self):
        for i, (language, body) in enumerate(self.fences):
            if language == "console":
                self.used.add(i)
                yield from (line[2:] for line in body.splitlines() if line.startswith("$ "))

    def unused(self):
        # Output without a language is shown, and nothing to do.
        return [body for i, (name, body) in enumerate(self.fences) if name and i not in self.used]

    def sources(self):
        """What is meant to be written into a source file."""
        for i, (language, body) in enumerate(self.fences):
            if language == "cpp":
                self.used.add(i)
                yield body


def make_project(readme, args, environment):
    project = args.work / "project"
    for folder in ("src/handlers", ".async-tidy/packs"):
        (project / folder).mkdir(parents=True)
    (project / "src/server.cpp").write_text(SERVER)
    (project / "src/handlers/answer.cpp").write_text(HANDLER)
    statement, declaration = readme.sources()
    (project / "src/silenced.cpp").write_text(SILENCED.format(statement=statement, declaration=declaration))
    fence = readme.fence("cmake", "find_package")
    (project / "CMakeLists.txt").write_text(CMAKE.format(inputs=args.inputs, fence=fence))
    (project / ".clang-tidy").write_text(readme.fence("yaml", "CheckOptions:"))
    (project / ".async-tidy/packs/acme.yaml").write_text(readme.fence("yaml", "pack:"))
    tree = args.work / "tree"
    run(["cmake", "--install", args.build, "--prefix", tree], args.work, environment)
    run(
        ["cmake", "-S", ".", "-B", "build", f"-DCMAKE_PREFIX_PATH={tree}", f"-DCMAKE_CXX_COMPILER={args.clangxx}"],
        project,
        environment,
    )
    for name in ("bin", "lib"):
        (project / "build" / name).symlink_to(args.build / name)
    (project / ".gitignore").write_text("build\n")
    run(["git", "init", "--quiet"], project, environment)
    run(["git", "add", "."], project, environment)
    return project


def check_hooks(readme, hooks):
    """The configuration of the hook names hooks that there are."""
    fence = readme.fence("yaml", "repos:")
    known = re.findall(r"^- id: (\S+)", hooks.read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"- id: (\S+)", fence) + re.findall(r"# or ([\w-]+)", fence)
    if not named or not set(named) <= set(known):
        raise Mistake(f"the hooks are {known}, and the README names {named}")


def shape(value):
    """Names of fields, and what stands in them; lists have the fields of all their elements."""
    if isinstance(value, dict):
        return {name: shape(item) for name, item in value.items()}
    if isinstance(value, list):
        merged = {}
        for item in map(shape, value):
            if isinstance(item, dict):
                merged |= item
        return [merged]
    return ""


def check_findings(found):
    """Nothing is left of what the README silences, and its pack is known."""
    seen = {(f["file"], f["check"]) for f in found["findings"]}
    expected = {
        ("src/server.cpp", "async-blocking-call"),
        ("src/handlers/answer.cpp", "async-blocking-call"),
        ("src/handlers/answer.cpp", "async-module-level-pool"),
        ("src/handlers/answer.cpp", "async-missing-pool-parameters"),
    }
    if seen != expected:
        raise Mistake(f"found {sorted(seen)}, expected {sorted(expected)}")


def check_json(readme, found):
    example = shape(json.loads(readme.fence("json", '"findings":')))
    example.pop("failures")
    found.pop("failures")
    if example != shape(found):
        raise Mistake(f"the README's JSON isn't what is printed:\n{example}\n{shape(found)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("build", "clangxx", "inputs"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    parser.add_argument("readme", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    args = parser.parse_args()
    shutil.rmtree(args.work, ignore_errors=True)
    args.work.mkdir(parents=True)
    environment = {
        **os.environ,
        "HOME": str(args.work),
        "XDG_CACHE_HOME": str(args.work / "cache"),
        "PATH": f"{args.build / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }
    try:
        readme = Readme(args.readme)
        project = make_project(readme, args, environment)
        check_hooks(readme, args.readme.parent / ".pre-commit-hooks.yaml")
        json.loads(readme.fence("json", "clangd.path"))
        commands = [c for c in readme.commands() if c.split("#")[0].strip() not in LEFT_OUT]
        for command in commands:
            if "facts merge" in command:
                for name in ("a.db", "b.db"):
                    shutil.copy(project / ".async-tidy/facts.db", project / name)
            run(command, project, environment, (0, 1, 2) if FINDS.search(command) else (0,))
            if "--format json" in command:
                found = json.loads((project / "findings.json").read_text(encoding="utf-8"))
                check_findings(found)
                check_json(readme, found)
        if readme.unused():
            raise Mistake("nothing is known to be done with this fence:\n" + "\n".join(readme.unused()))
        print(f"{len(commands)} commands ran")
    except Mistake as mistake:
        print(f"check_readme: {mistake}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

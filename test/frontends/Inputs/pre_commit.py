#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Commits to a scratch repository that has our hooks, and prints what pre-commit says.

The folder has `repo`, what the repository begins with, and one folder of changes for each commit.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess

CONFIG = """\
repos:
  - repo: {hooks}
    rev: {rev}
    hooks:
      - id: {hook}
        args: [-p, build]
"""


class Scratch:
    def __init__(self, args):
        self.folder = args.folder
        self.repo = args.folder / "repo"
        self.hooks = args.folder / "hooks"
        self.environment = dict(
            os.environ,
            PATH=f"{args.products}{os.pathsep}{os.environ['PATH']}",
            HOME=str(args.folder / "home"),
            PRE_COMMIT_HOME=str(args.folder / "home/pre-commit"),
            GIT_CONFIG_NOSYSTEM="1",
            GIT_AUTHOR_NAME="A",
            GIT_AUTHOR_EMAIL="a@example.com",
            GIT_COMMITTER_NAME="A",
            GIT_COMMITTER_EMAIL="a@example.com",
            TERM="dumb",
        )
        (args.folder / "home").mkdir()
        self.hooks.mkdir()
        shutil.copy(args.hooks, self.hooks)
        self.make(self.hooks)
        self.rev = self.run(self.hooks, "git", "rev-parse", "HEAD").stdout.strip()
        build = self.repo / "build"
        build.mkdir()
        (build / ".gitignore").write_text("*\n")
        (self.repo / ".async-tidy").mkdir()
        (self.repo / ".async-tidy/.gitignore").write_text("*\n")
        units = ("src/work.cpp", "src/main.cpp")
        (build / "compile_commands.json").write_text(
            json.dumps(
                [
                    {
                        "directory": str(self.repo),
                        "file": unit,
                        "command": f"c++ -std=c++20 -isystem {args.inputs}/include -c {unit}",
                    }
                    for unit in units
                ]
            )
        )

    def run(self, folder, *command, check=True):
        return subprocess.run(
            command,
            cwd=folder,
            env=self.environment,
            check=check,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def make(self, folder):
        self.run(folder, "git", "init", "-q")
        self.run(folder, "git", "add", "-A")
        self.run(folder, "git", "commit", "-q", "-m", "begin")

    def configure(self, hook):
        (self.repo / ".pre-commit-config.yaml").write_text(
            CONFIG.format(hooks=self.hooks, rev=self.rev, hook=hook)
        )

    def commit(self, title, changes=None):
        if changes:
            shutil.copytree(self.folder / changes, self.repo, dirs_exist_ok=True)
        self.run(self.repo, "git", "add", "-A")
        tried = self.run(self.repo, "git", "commit", "-m", title, check=False)
        print(f"== {title}: {'refused' if tried.returncode else 'made'}")
        print(tried.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("hooks", "products", "inputs", "folder"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    scratch = Scratch(parser.parse_args())
    scratch.configure("async-tidy")
    scratch.run(scratch.repo, "git", "init", "-q")
    scratch.run(scratch.repo, "pre-commit", "install")
    scratch.commit("bad commit")
    scratch.commit("good commit", "good")
    scratch.commit("text commit", "text")
    scratch.commit("header commit", "header")
    scratch.configure("async-tidy-fix")
    scratch.commit("fixed commit")
    scratch.commit("again")


if __name__ == "__main__":
    main()

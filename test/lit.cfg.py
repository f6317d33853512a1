# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The lit suites: checks, frontends, real, docs, meta. Unit tests are GoogleTest's, see unit/."""

import os
import shlex
import shutil
import subprocess
import sys

import lit.formats

config.name = "async-tidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
config.excludes = ["Inputs", "tools", "unit"]
config.test_source_root = config.source_root + "/test"
config.test_exec_root = config.build_root + "/test"

inputs = config.test_source_root + "/Inputs"
tools = config.test_source_root + "/tools"
products = config.build_root + "/bin"
plugin = config.build_root + "/lib/AsyncTidyModule.so"
clang_tidy = config.llvm_bin + "/clang-tidy"
clangxx = config.llvm_bin + "/clang++"
python = shlex.quote(sys.executable)

check_async_tidy = " ".join(
    [
        python,
        f"{tools}/check_async_tidy.py",
        f"--clang-tidy={clang_tidy}",
        f"--plugin={plugin}",
        f"--async-clang-tidy={products}/async-clang-tidy",
        f"--async-tidy={products}/async-tidy",
        f"--async-clangd={products}/async-clangd",
        f"--filecheck={config.llvm_bin}/FileCheck",
        f"--clangxx={clangxx}",
        f"--inputs={inputs}",
    ]
)

# Debian's packages are for Debian's Python, which needn't be this one.
for candidate in (sys.executable, "/usr/bin/python3"):
    if shutil.which(candidate) and not subprocess.run([candidate, "-c", "import jsonschema"], capture_output=True).returncode:
        config.available_features.add("jsonschema")
        check_sarif = f"{shlex.quote(candidate)} {config.test_source_root}/frontends/Inputs/check_sarif.py"
        config.substitutions.append(("%check-sarif", check_sarif))
        break
else:
    lit_config.note("SARIF reports are not validated: python3-jsonschema is missing")

if shutil.which("pre-commit"):
    config.available_features.add("pre-commit")
else:
    lit_config.note("the hooks are not tried: pre-commit is missing")

if shutil.which("nvim"):
    config.available_features.add("neovim")
else:
    lit_config.note("async-clangd is not tried in an editor: neovim is missing")

# The first that matches wins, so the longer names stand first.
config.substitutions += [
    ("%check_async_tidy", check_async_tidy),
    ("%async-clang-tidy", f"{products}/async-clang-tidy"),
    ("%async-clangd", f"{products}/async-clangd"),
    ("%async-tidy", f"{products}/async-tidy"),
    ("%clang-tidy", clang_tidy),
    ("%clangd", config.llvm_bin + "/clangd"),
    ("%clangxx", clangxx),
    ("%plugin", plugin),
    ("%inputs", inputs),
    ("%tools", tools),
    ("%python", python),
    ("%source", config.source_root),
    ("%build", config.build_root),
]

# FileCheck, not and split-file lie beside clang; a caller's own settings stay outside.
config.environment["PATH"] = os.pathsep.join([config.llvm_bin, os.environ["PATH"]])
for name in ("HOME", "CLICOLOR_FORCE", "NO_COLOR", "CI"):
    config.environment.pop(name, None)
config.environment["XDG_CACHE_HOME"] = config.test_exec_root + "/cache"
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"

# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is measured: units with their compile_commands.json, ours and generated ones."""

import json
import shutil
import subprocess
import sys

from benchlib.processes import CLANG, ROOT


class Subject:
    """Something to measure: a folder with compile_commands.json, its units, and the folder of them."""

    def __init__(self, title, database, units, edit=None):
        self.title, self.database, self.units, self.edit = title, database, units, edit
        self.sources = units[0].parent
        entries = json.loads((database / "compile_commands.json").read_text(encoding="utf-8"))
        self.entries = {entry["file"]: entry for entry in entries}
        self.syntax = [self.syntax_of(unit) for unit in units]

    def syntax_of(self, unit):
        entry = self.entries[str(unit)]
        return ["sh", "-c", f'cd "$0" && exec {entry["command"]} -fsyntax-only -w', entry["directory"]]


class Edit:
    """A change of one function's body, another one each time: a further statement after a line of it."""

    def __init__(self, file, line, statements):
        self.file, self.statements = file, statements
        self.before, found, self.after = file.read_text(encoding="utf-8").partition(line + "\n")
        if not found or line + "\n" in self.after:
            sys.exit(f"bench: {file} doesn't have this line once: {line}")
        self.before += found

    def apply(self, number):
        statement = self.statements[number % len(self.statements)].replace("ROUND", str(number + 1))
        self.file.write_text(self.before + statement + "\n" + self.after, encoding="utf-8")


def write_database(folder, units, flags):
    entries = [
        {"directory": str(folder), "file": str(unit), "command": f"{CLANG} -std=c++20 {flags} -c {unit}"} for unit in units
    ]
    (folder / "compile_commands.json").write_text(json.dumps(entries, indent=1), encoding="utf-8")


def configure(source, build):
    command = ["cmake", "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={CLANG}"]
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"bench: can't configure {source}\n{result.stderr}")


def beast_unit(build, flags):
    database = build / "bench"
    database.mkdir(exist_ok=True)
    unit = ROOT / "bench/beast_unit.cpp"
    write_database(database, [unit], flags)
    return Subject("A Beast unit", database, [unit])


def example(build, keep):
    database = build / "demo"
    if not keep:
        configure(ROOT / "examples/orders", database)
    units = sorted((ROOT / "examples/orders/broken").glob("*.cpp"))
    return Subject("The example, examples/orders/broken", database, units)


def copied_example(folder):
    """A copy, to be edited."""
    shutil.copytree(ROOT / "examples/orders", folder / "orders")
    database = folder / "orders/build"
    configure(folder / "orders", database)
    units = sorted((folder / "orders/broken").glob("*.cpp"))
    edit = Edit(folder / "orders/broken/server.cpp", "    const Request request = parser.release();", [
        '    std::clog << "request ROUND: " << request.target() << \'\\n\';',
        "    if (request.body().size() == ROUND)\n      break;",
        "    [[maybe_unused]] const auto left_ROUND = buffer.size();",
    ])
    return Subject("The example, examples/orders/broken", database, units, edit)


def service(folder):
    """A copy of bench/project."""
    shutil.copytree(ROOT / "bench/project", folder / "service")
    units = sorted((folder / "service/src").glob("*.cpp"))
    write_database(folder / "service", units, f"-I{folder}/service/include")
    edit = Edit(folder / "service/src/http_session.cpp", '    const Stopwatch watch(services_.metrics, "http.requests");', [
        '    services_.metrics.count("http.round_ROUND");',
        '    if (request.body().size() > ROUND)\n      services_.metrics.gauge("http.large", ROUND);',
        '    std::clog << "request ROUND: " << request.target() << \'\\n\';',
    ])
    return Subject("A service with Beast, Asio and JSON", folder / "service", units, edit)


# What a small unit includes, and what it does with it.
SMALL = [
    (("algorithm", "vector"), "std::vector<int> values(depth % 7 + 1, depth);\n"
     "  std::sort(values.begin(), values.end());\n  return values.front()"),
    (("map", "string"), "std::map<int, std::string> names{{depth, \"part\"}};\n  return names.at(depth).size()"),
    (("optional", "string_view"), "const std::optional<std::string_view> name = \"part\";\n  return name->size() + depth"),
    (("array", "numeric"), "const std::array<int, 3> values{depth, 1, 2};\n"
     "  return std::accumulate(values.begin(), values.end(), 0)"),
    (("string", "vector"), "std::vector<std::string> names(depth % 5, \"part\");\n  return names.size()"),
]


def small_units(folder, count):
    """So many units that are quickly parsed; each calls into the next."""
    include, source = folder / "small/include/small", folder / "small/src"
    include.mkdir(parents=True)
    source.mkdir()
    note = "// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
    for number in range(count):
        last = number + 1 == count
        headers, body = SMALL[number % len(SMALL)]
        this, following = f"part_{number}", "own" if last else f"part_{number + 1}"
        (include / f"{this}.hpp").write_text(
            f"{note}#pragma once\n\nnamespace small {{\nint {this}(int depth);\n}}\n", encoding="utf-8")
        includes = f'#include "small/{this}.hpp"\n\n' + ("" if last else f'#include "small/{following}.hpp"\n\n')
        includes += "".join(f"#include <{header}>\n" for header in headers)
        (source / f"{this}.cpp").write_text(
            f"{note}{includes}\nnamespace small {{\nnamespace {{\n\nint own(int depth) {{\n  {body};\n}}\n\n}} // namespace\n\n"
            f"int {this}(int depth) {{ return depth > 0 ? {following}(own(depth) - depth) : own(depth); }}\n\n"
            "} // namespace small\n", encoding="utf-8")
    units = sorted(source.glob("*.cpp"))
    write_database(folder / "small", units, f"-I{folder}/small/include")
    return Subject(f"{count} small units", folder / "small", units)

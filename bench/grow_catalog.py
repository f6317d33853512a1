#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""grow_catalog.py COPIES OUT: every built-in pack again, COPIES times with other names.

The scope of a name is renamed and its last part stays, so that the copies meet in the catalog's
index under the names that the code calls: the worst case. Prints the files, separated by `;`, as
the option Catalog takes them.
"""

import json
import pathlib
import re
import sys

import yaml

PACKS = pathlib.Path(__file__).resolve().parents[1] / "lib/catalog/packs"
# Keys below which a text is a name of C++.
NAMES = {"in", "names", "types", "not-types", "receiver", "returns", "not-returns", "of", "refers"}
MAX_BYTES = 1 << 20


def rename(text, suffix):
    scope, colons, rest = text.partition("::")
    return f"{scope}{suffix}{colons}{rest}" if re.fullmatch(r"\w+", scope) else text


def copy(node, suffix, names=False, scoped=False):
    if isinstance(node, dict):
        scoped = "in" in node
        return {
            # YAML reads the key `null` as nothing.
            "null" if key is None else str(key): copy(
                value, suffix, names or key in NAMES, scoped and key in ("names", "types")
            )
            for key, value in node.items()
            if key != "not-in"  # names a package of `verify`, which the copies don't have
        }
    if isinstance(node, list):
        return [copy(item, suffix, names, scoped) for item in node]
    if isinstance(node, str) and names and not scoped:
        return rename(node, suffix)
    return node


def grow(pack, copies):
    head = {key: pack[key] for key in ("library", "description")}
    grown = {"pack": f"{pack['pack']}-grown", **head}
    for section, entries in pack.items():
        if section in ("pack", "verify", *head):
            continue
        grown[section] = [
            copy(entry, f"_grown{number}") for number in range(copies) for entry in entries
        ]
    for number, entry in enumerate(grown.get("replacements", [])):
        entry["runtime"] += f"-grown{number}"
    return grown


def main():
    copies, out = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for path in sorted(PACKS.glob("*.yaml")):
        grown = grow(yaml.safe_load(path.read_text(encoding="utf-8")), copies)
        # JSON is YAML.
        text = json.dumps(grown)
        if len(text) >= MAX_BYTES:
            sys.exit(f"grow_catalog: {path.name} grows to {len(text)} bytes: a pack may have {MAX_BYTES}")
        files.append(out / f"{path.stem}-grown.yaml")
        files[-1].write_text(text, encoding="utf-8")
    print(";".join(map(str, files)))


if __name__ == "__main__":
    main()

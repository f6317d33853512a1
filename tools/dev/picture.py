# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Draws a screen as an SVG for the README. Needs Debian's python3-rich."""

import io

from rich.console import Console

# Columns of every picture, so that their text has one size in the README.
WIDTH = 132
# What rich fills the window with.
BACKGROUND = "292929"

# Without the web font that rich asks for by default.
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<style>
.{unique_id}-matrix {{ font-family: monospace; white-space: pre; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def draw(text, title, output):
    """`text` is rich's, with its colours."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(text)
    with open(output, "w", encoding="utf-8") as file:
        file.write(console.export_svg(title=title, code_format=FORMAT, unique_id="terminal"))

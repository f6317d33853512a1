# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""folder_size.py FOLDER: whether its files have more than a MiB together."""

import pathlib
import sys

size = sum(file.stat().st_size for file in pathlib.Path(sys.argv[1]).glob("**/*") if file.is_file())
print("more than" if size > 1 << 20 else "at most", f"1 MiB ({size} bytes)")

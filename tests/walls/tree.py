#!/usr/bin/env python3
"""The tree itself: nothing that belongs to one machine, nothing that a build made, no file too long to read."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

MOST_LINES = 400
BUILT = re.compile(
    r"(^|.*/)(build|__pycache__|CMakeFiles)/.*"
    r"|(^|.*/)(CMakeCache\.txt|CMakeUserPresets\.json|compile_commands\.json|(moc|ui|qrc)_[^/]*\.(h|cpp))"
    r"|.*\.(o|a|so|obj|lib|dll|exe|qm|moc|pyc|gcda|gcno|profraw|profdata|deb|rpm|AppImage|log)")
# A home folder with the name of a person.
MACHINE_PATH = re.compile(r"(?<![\w.])(/home/|/Users/|[A-Za-z]:\\+Users\\+)[\w.-]+")


def project_files(root):
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z", "--cached", "--others",
               "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True).stdout if shutil.which("git") else b""
    if listed:
        names = listed.decode().split("\0")
    else:  # the sources without their repository
        names = [path.relative_to(root).as_posix() for path in root.rglob("*")]
        names = [name for name in names if not name.startswith(("build/", ".git/")) and "__pycache__" not in name]
    return sorted(name for name in set(names) if (root / name).is_file())


def machine_paths(root, name, text):
    """The tests may speak of somebody's home folder, but nothing may name the folder it lies in."""
    found = []
    here = str(root)
    for number, line in enumerate(text.splitlines(), 1):
        named = here.count("/") > 1 and re.search(re.escape(here) + r"(?![\w-])", line)
        if named or (not name.startswith("tests/") and MACHINE_PATH.search(line)):
            found.append(f"{name}:{number}: a path of one machine")
    return found


def check(root):
    root = Path(root)
    found = []
    for name in project_files(root):
        if BUILT.fullmatch(name):
            found.append(f"{name}: made by a build")
            continue
        data = (root / name).read_bytes()
        if b"\0" in data:
            continue
        text = data.decode("utf-8", errors="replace")
        found += machine_paths(root, name, text)
        lines = text.count("\n")
        if re.fullmatch(r"src/.*\.(cpp|h)", name) and lines > MOST_LINES:
            found.append(f"{name}: {lines} lines, {MOST_LINES} at most")
    return found


if __name__ == "__main__":
    problems = check(Path(__file__).resolve().parents[2])
    print("\n".join(problems) or "tree: in order")
    sys.exit(1 if problems else 0)

#!/usr/bin/env python3
"""The include directions: which room may include which, and who alone may use a library."""

import re
import sys
from pathlib import Path

# A room may include itself and the rooms named here. core <- api <- fetch <- app <- gui, cli; core <- format
# <- app. Fetch and format meet only in the spool, which is core's.
ALLOWED = {
    "core": set(),
    "api": {"core"},
    "fetch": {"core", "api"},
    "format": {"core"},
    "app": {"core", "api", "fetch", "format"},
    "gui": {"core", "api", "fetch", "format", "app"},
    "cli": {"core", "api", "fetch", "format", "app"},
    "simulator": set(),
}

# The simulator is part of the two programs (for --demo), so their main files may include it, and nothing else.
MAY_INCLUDE_SIMULATOR = re.compile(r"src/(cli|gui)/main\w*\.cpp")

# A library's header, and the only files that may include it.
ONLY_FOR = [
    (re.compile(r"(.*/)?simdjson(\.h|/.*)"), re.compile(r"src/core/messageparser\.cpp"), "core/messageparser.cpp"),
    (re.compile(r"(QtNetwork/)?(QNetworkAccessManager|QtNetwork)"), re.compile(r"src/api/.*"), "src/api"),
    (re.compile(r"libxml/.*"), re.compile(r"src/core/htmlreader\.cpp"), "core/htmlreader.cpp"),
    (re.compile(r"xlsxwriter(\.h|/.*)"), re.compile(r"src/format/(xlsxwriter|overviewsheet)\.cpp"),
     "format/xlsxwriter.cpp and overviewsheet.cpp"),
    (re.compile(r"(minizip/)?(un)?zip\.h"), re.compile(r"src/format/workbookcheck\.cpp"), "format/workbookcheck.cpp"),
    (re.compile(r"(QtGui/)?Q(PdfWriter|PagedPaintDevice|Page\w+|Printer)"), re.compile(r"src/format/pdfpages\.cpp"), "format/pdfpages.cpp"),
    (re.compile(r"(QtGui/|QtWidgets/)?Q(GuiApplication|Application|Painter\w*|Text(Layout|Option|Document|Cursor)|Font\w*|Image|Pixmap|Color|Pen|Brush|Widget|tGui|tWidgets)"),
     re.compile(r"src/(gui/.*|format/(pdfpages|colourglyphs)\.(cpp|h)|cli/fonts\.cpp)"), "src/gui, format/pdfpages, format/colourglyphs and cli/fonts.cpp"),
    (re.compile(r"xcb/.*"), re.compile(r"src/gui/bringtofront\.cpp"), "gui/bringtofront.cpp"),
    (re.compile(r"(.*/)?httplib\.h"), re.compile(r"src/simulator/.*"), "src/simulator"),
    (re.compile(r"(QtDBus/)?Q(DBus\w+|tDBus)"), re.compile(r"src/gui/desktopbus\.cpp"), "gui/desktopbus.cpp"),
    (re.compile(r"(.*/)?(qt\d*)?keychain(/.*|\.h)", re.IGNORECASE), re.compile(r"src/app/systemkeychain\.cpp"), "app/systemkeychain.cpp"),
]

GENERATED = re.compile(r"ui_\w+\.h|(moc_)?\w+\.(moc|cpp)")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def check_quoted(name, room, target):
    if GENERATED.fullmatch(target):
        if target.startswith("ui_") and room != "gui":
            return f'only gui includes the form "{target}"'
        return None
    aimed, slash, rest = target.partition("/")
    if not slash or "/" in rest or aimed not in {*ALLOWED, "support", "bench", "fuzz", "soak", "threads"}:
        return f'"{target}" is not of the form "room/file.h"'
    if aimed == "bench" and not name.startswith("tests/bench/"):
        return f'"{target}": only the benchmarks include their own files'
    if room is None:  # a test: it may look into every room, but only the tests of the window into the window
        if aimed == "gui" and not name.startswith(("tests/gui/", "tests/bench/")):
            return f'"{target}": only the tests of tests/gui include the window'
        return None
    if aimed == "simulator" and MAY_INCLUDE_SIMULATOR.fullmatch(name):
        return None
    if aimed != room and aimed not in ALLOWED[room]:
        return f'{room} must not include "{target}"'
    return None


def check_library(name, target):
    for header, users, told in ONLY_FOR:
        if header.fullmatch(target) and not users.fullmatch(name):
            return f"only {told} includes <{target}>"
    return None


def check_file(root, path):
    name = path.relative_to(root).as_posix()
    room = name.split("/")[1] if name.startswith("src/") else None
    if room is not None and room not in ALLOWED:
        return [f"{name}: there is no room of that name (see tests/walls/includes.py)"]
    lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    if path.suffix == ".h" and not any(line.strip() == "#pragma once" for line in lines):
        found.append(f"{name}: no #pragma once")
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        kind, target = match.groups()
        problems = [check_quoted(name, room, target)] if kind == '"' else []
        if kind == "<" and target.partition("/")[0] in ALLOWED:
            problems.append(f'write "{target}", with quotes')
        if room is not None:
            problems.append(check_library(name, target))
        found += [f"{name}:{number}: {problem}" for problem in problems if problem]
    return found


def check(root):
    root = Path(root)
    files = [path for top in ("src", "tests") for path in sorted((root / top).rglob("*"))]
    files = [path for path in files if path.suffix in (".h", ".cpp")]
    if not files:
        return [f"{root}: no source found"]
    return [problem for path in files for problem in check_file(root, path)]


if __name__ == "__main__":
    problems = check(Path(__file__).resolve().parents[2])
    print("\n".join(problems) or "includes: in order")
    sys.exit(1 if problems else 0)

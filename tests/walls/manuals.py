#!/usr/bin/env python3
"""The manual for IT: one text in two languages, and what it names is what the sources name.

Prose is translated; headings in their order, tables, commands, paths and addresses are the same.
"""

import re
import sys
from collections import Counter
from pathlib import Path

LANGUAGES = ("en", "es")
FOLDER = "docs/it"

# What the manual has to name, and where the sources have it from.
FACTS = {
    "the host": ("src/api/apiclient.h", r'baseUrl\{QStringLiteral\("https://([^"/]+)"\)', "{}:443"),
    "the publisher's folder": ("src/app/identity.*", r'setOrganizationName\(QStringLiteral\("([^"]+)"\)', "{}"),
    "the program's folder": ("src/app/identity.*", r'setApplicationName\(QStringLiteral\("([^"]+)"\)', "{}"),
    "the entry of the keychain": ("src/app/tokenstore.cpp", r'QStringLiteral\("([^"]+/)"\) \+ account', "{}"),
    "the days of an unfinished export": ("src/app/unfinished.h", r"kUnfinishedKept\{(\d+)\}", "{}"),
    "the spools": ("src/app/spoolfolder.cpp", r'AppLocalDataLocation\) \+ QStringLiteral\("/(\w+)"\)', "{}"),
    "the logs": ("src/app/log.cpp", r'AppLocalDataLocation\) \+ QStringLiteral\("/(\w+)"\)', "{}"),
    "the saved exports": ("src/app/savedstate.cpp", r'QStringLiteral\("/(saved-exports)"\)', "{}"),
    "the variable with the token": ("src/cli/tokensource.cpp", r'"(LEADWAY_TOKEN)"', "{}"),
}


def without_code(text):
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def shape(text):
    """What has to be alike, by what it is called."""
    prose = without_code(text)
    return {
        "headings": [len(mark) for mark in re.findall(r"^(#+) ", prose, re.MULTILINE)],
        "commands": re.findall(r"^```.*?^```$", text, re.MULTILINE | re.DOTALL),
        "tables": [line.count("|") for line in prose.splitlines() if line.startswith("|")],
        "lists": len(re.findall(r"^\s*(?:[*-]|\d+\.) ", prose, re.MULTILINE)),
        "names": Counter(re.findall(r"`([^`]+)`", prose)),
        "not tested": len(re.findall(r"not tested|sin probar", prose, re.IGNORECASE)),
    }


def told(value, other):
    if isinstance(value, Counter):
        return f"{sorted((value - other).elements())} | {sorted((other - value).elements())}"
    return f"{value} | {other}"


def check_links(root, path, text):
    found = []
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if not target.startswith("https://") and not (path.parent / target).exists():
            found.append(f"{path.relative_to(root).as_posix()}: leads to {target}, which is not there")
    return found


def facts(root):
    found = {}
    for what, (places, pattern, form) in FACTS.items():
        for path in sorted(root.glob(places)):
            match = re.search(pattern, path.read_text(encoding="utf-8"))
            if match:
                found[what] = form.format(match[1])
    return found


def check(root):
    root = Path(root)
    texts = {}
    for language in LANGUAGES:
        path = root / FOLDER / f"{language}.md"
        if not path.exists():
            return [f"{FOLDER}/{language}.md is missing"]
        texts[language] = path.read_text(encoding="utf-8")
    found = []
    here, there = (shape(texts[language]) for language in LANGUAGES)
    for what, value in here.items():
        if value != there[what]:
            found.append(f"{FOLDER}: other {what} in the one language than in the other: {told(value, there[what])}")
    known = facts(root)
    for what in FACTS:
        if what not in known:
            found.append(f"{FOLDER}: the sources do not tell {what} any more where tests/walls/manuals.py looks")
    for language, text in texts.items():
        found += check_links(root, root / FOLDER / f"{language}.md", text)
        found += [f"{FOLDER}/{language}.md: does not name {what}, {name}" for what, name in known.items() if name not in text]
    return found


if __name__ == "__main__":
    problems = check(Path(__file__).resolve().parents[2])
    print("\n".join(problems) or "manuals: in order")
    sys.exit(1 if problems else 0)

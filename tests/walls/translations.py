#!/usr/bin/env python3
"""The translations: complete, alike in their placeholders, and in step with the sources.

lrelease cannot fail on an unfinished text, so this does.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LANGUAGES = ("en", "es")
PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|L?n)")


def find_lupdate():
    for place in (shutil.which("lupdate"), "/usr/lib/qt6/bin/lupdate"):
        if place and Path(place).exists():
            return place
    return None


def messages(path):
    """(context, source, comment) -> the message's element."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            found[key] = message
    return found


def forms(message):
    """The translated texts: one, or one a plural form."""
    translation = message.find("translation")
    if translation is None:
        return [""]
    if message.get("numerus") == "yes":
        return ["".join(form.itertext()) for form in translation.iter("numerusform")] or [""]
    return ["".join(translation.itertext())]


def is_gone(message):
    return message.find("translation") is not None and message.find("translation").get("type") in ("vanished", "obsolete")


def check_message(key, message, language, same):
    context, source, _ = key
    translation = message.find("translation")
    kind = translation.get("type") if translation is not None else "unfinished"
    if kind:
        return [f"{kind}"]
    found = []
    texts = forms(message)
    if not all(text.strip() for text in texts):
        found.append("a form is empty")
    if message.get("numerus") == "yes" and len(texts) < 2:
        found.append("a plural form is missing")
    for text in texts:
        if text and sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(source)):
            found.append(f'other placeholders in "{text}"')
    if language != "en" and source in texts and source not in same:
        found.append("the same as in English (if rightly so: tests/walls/same-in-spanish.txt)")
    return found


def check_catalogue(path, language, same):
    found = []
    for key, message in messages(path).items():
        found += [f'{path.name}: {key[0]}: "{key[1]}": {problem}' for problem in check_message(key, message, language, same)]
    return found


def check_in_step(root, catalogues):
    """Lets lupdate bring a copy up to date: what it adds is missing, what it retires is stale."""
    lupdate = find_lupdate()
    if lupdate is None:
        return ["lupdate is not installed, so nothing tells whether the sources have other texts"]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / catalogues["es"].name
        shutil.copy(catalogues["es"], copy)
        places = [str(root / name) for name in ("src", "ui") if (root / name).is_dir()]
        run = subprocess.run([lupdate, "-silent", "-locations", "none", *places, "-ts", str(copy)],
                             capture_output=True, text=True)
        if run.returncode:
            return [f"lupdate failed: {run.stderr.strip()}"]
        wanted = {key: message for key, message in messages(copy).items() if not is_gone(message)}
    found = []
    for language, path in catalogues.items():
        present = messages(path)
        # English needs its plural forms only, since the sources are English.
        needed = {key for key, message in wanted.items() if language != "en" or message.get("numerus") == "yes"}
        found += [f'{path.name}: missing: {key[0]}: "{key[1]}"' for key in sorted(needed - present.keys())]
        found += [f'{path.name}: not in the sources: {key[0]}: "{key[1]}"' for key in sorted(present.keys() - wanted.keys())]
    return found


def allowed_same(root):
    path = root / "tests/walls/same-in-spanish.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def check(root):
    root = Path(root)
    catalogues = {}
    found = []
    for language in LANGUAGES:
        paths = sorted((root / "translations").glob(f"*_{language}.ts"))
        if len(paths) != 1:
            found.append(f"translations/: one *_{language}.ts expected, {len(paths)} found")
        else:
            catalogues[language] = paths[0]
    if found:
        return found
    same = allowed_same(root)
    for language, path in catalogues.items():
        found += check_catalogue(path, language, same)
    return found + check_in_step(root, catalogues)


if __name__ == "__main__":
    problems = check(Path(__file__).resolve().parents[2])
    print("\n".join(problems) or "translations: in order")
    sys.exit(1 if problems else 0)

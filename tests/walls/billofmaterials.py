#!/usr/bin/env python3
"""billofmaterials.py BUILD: the bill of materials that packaging/sbom.py makes of a build is whole SPDX 2.3, names every
library of docs/dependencies.md that is in it, and comes out the same twice.
"""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging/sbom.py"
WHEN = "1700000000"

# Those of SPDX's licences that our table could name. An id that is not among them is a mistake, until it is added here.
LICENCES = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "Zlib", "blessing", "LGPL-2.1-only", "LGPL-2.1-or-later",
            "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-2.0", "ISC", "OpenSSL"}


def is_licence(expression):
    """Ids, joined by AND and OR; brackets."""
    if not re.fullmatch(r"[\w.\-+() ]+", expression):
        return False
    tokens = re.findall(r"[()]|[^\s()]+", expression)
    plain = ["(" if t == "(" else ")" if t == ")" else "&" if t in ("AND", "OR") else "x" if t in LICENCES else "?"
             for t in tokens]
    text, before = "".join(plain), None
    while text != before:
        before, text = text, text.replace("(x)", "x").replace("x&x", "x")
    return text == "x"


def check_document(bill, rows, versions):
    """`rows` are (name, licence as the table has it), `versions` what the build noted."""
    found = []
    fixed = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT"}
    found += [f"{key} is {bill.get(key)}" for key, wanted in fixed.items() if bill.get(key) != wanted]
    if not re.fullmatch(r"https://[^#\s]+", bill.get("documentNamespace", "")):
        found.append("documentNamespace is no address")
    if not bill.get("name"):
        found.append("the document has no name")
    made = bill.get("creationInfo", {})
    wanted = datetime.datetime.fromtimestamp(int(WHEN), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    if made.get("created") != wanted:
        found.append(f"created is {made.get('created')}, not {wanted}")
    if not made.get("creators") or not all(re.match(r"(Tool|Person|Organization): \S", c) for c in made["creators"]):
        found.append("creators are not told as SPDX wants them")
    packages = bill.get("packages", [])
    ids = [package.get("SPDXID") for package in packages]
    if len(set(ids)) != len(ids):
        found.append("two packages with one id")
    for package in packages:
        found += [f"{package.get('name')}: {problem}" for problem in check_package(package)]
    for row in rows:
        found += check_row(row, packages, versions)
    return found + check_relations(bill, ids)


def check_package(package):
    found = [f"no {key}" for key in ("name", "SPDXID", "downloadLocation", "versionInfo") if not package.get(key)]
    if not re.fullmatch(r"SPDXRef-[A-Za-z0-9.\-]+", package.get("SPDXID", "")):
        found.append(f"the id {package.get('SPDXID')}")
    if not re.match(r"\d+\.\d+", package.get("versionInfo", "")):
        found.append(f"the version {package.get('versionInfo')}")
    if not is_licence(package.get("licenseConcluded", "")):
        found.append(f"the licence {package.get('licenseConcluded')} is none of SPDX's")
    if package.get("filesAnalyzed") is not False:
        found.append("claims that its files were looked at")
    return found


def check_row(row, packages, versions):
    name, licence = row
    fits = [package for package in packages if package.get("name") == name]
    if len(fits) != 1:
        return [f"{name}: {len(fits)} times in the bill of materials"]
    told = fits[0].get("licenseConcluded", "")
    alike = {"LGPL-3.0": "LGPL-3.0-only", "public domain": "blessing"}.get(licence, licence)
    found = [] if told == alike else [f"{name}: {told}, but {licence} in the table"]
    if fits[0].get("versionInfo") not in versions:
        found.append(f"{name}: a version that the build knows nothing of")
    return found


def check_relations(bill, ids):
    relations = [(one.get("spdxElementId"), one.get("relationshipType"), one.get("relatedSpdxElement"))
                 for one in bill.get("relationships", [])]
    described = [to for where, kind, to in relations if kind == "DESCRIBES" and where == "SPDXRef-DOCUMENT"]
    if len(described) != 1 or described[0] not in ids:
        return ["the document does not describe one package"]
    reached = {to for where, kind, to in relations if kind == "DEPENDS_ON" and where == described[0]}
    return [f"nothing depends on {one}" for one in ids if one not in reached | {described[0]}]


def made(build, name):
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / name
        subprocess.run([sys.executable, "-B", str(SCRIPT), "--build", str(build), "--output", str(output)], check=True,
                       env={**os.environ, "SOURCE_DATE_EPOCH": WHEN})
        return output.read_bytes()


def rows_of(text, system, has_libcrypto):
    part = text[text.index("## In the programs"):]
    part = part[:part.index("\n## ")]
    rows = [line.split("|") for line in part.splitlines() if line.startswith("| ")][1:]
    return [(cells[1].strip(), cells[3].strip()) for cells in rows
            if (system == "Linux" or not cells[4].strip().startswith("Linux alone"))
            and (has_libcrypto or cells[1].strip() != "OpenSSL libcrypto")]


def check(build):
    noted = (build / "library-versions.txt").read_text(encoding="utf-8")
    versions = re.findall(r'_VERSION="([^"]*)"', noted)
    system = re.search(r'^LEADWAY_SYSTEM="(\w+)"', noted, re.MULTILINE)[1]
    rows = rows_of((ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), system, "LIBCRYPTO" in noted)
    once = made(build, "once.json")
    found = check_document(json.loads(once), rows, versions)
    if len(rows) < 8:
        found.append("hardly a library in docs/dependencies.md")
    if once != made(build, "again.json"):
        found.append("it is another one the second time")
    return found


if __name__ == "__main__":
    problems = check(Path(sys.argv[1]))
    print("\n".join(problems) or "bill of materials: in order")
    sys.exit(1 if problems else 0)

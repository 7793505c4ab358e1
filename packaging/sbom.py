#!/usr/bin/env python3
"""The bill of materials of a build: what is in the programs, as SPDX 2.3 in JSON.

What and under which licence is told by the first table of docs/dependencies.md, and which versions by
library-versions.txt, which CMake writes into the folder of a build. The same build gives the same bytes, if
SOURCE_DATE_EPOCH says when it was made.

    packaging/sbom.py --build build/release --output FILE
"""

import argparse
import datetime
import hashlib
import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "Leadway Message Exporter"

# What a row of the table is called where CMake notes its version: LEADWAY_…_VERSION.
VERSION_KEYS = {
    "Qt Core, Gui, Widgets, Network, Svg": "QT",
    "Qt D-Bus": "QT",
    "QtKeychain": "QTKEYCHAIN",
    "simdjson": "SIMDJSON",
    "SQLite": "SQLITE",
    "libxlsxwriter": "XLSXWRITER",
    "minizip": "MINIZIP",
    "libxml2": "LIBXML",
    "zlib": "ZLIB",
    "OpenSSL libcrypto": "LIBCRYPTO",
    "libxcb": "XCB",
    "cpp-httplib": "HTTPLIB",
}
# A build without the first computes the same with Qt; one without the second keeps a token for the session.
MAY_BE_MISSING = {"OpenSSL libcrypto", "QtKeychain"}
# The table speaks to people; these are SPDX's names of the same.
LICENCES = {"LGPL-3.0": "LGPL-3.0-only", "public domain": "blessing"}


def table(text):
    """The rows of the first table: name, licence, what for."""
    part = text.split("## In the programs", 1)[1].split("\n## ", 1)[0]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")]
            for line in part.splitlines() if line.startswith("|")]
    return [(row[0], row[2], row[3]) for row in rows[2:]]


def versions(text):
    """What CMake noted: QT -> 6.4.2, and so on, SYSTEM among them."""
    found = dict(re.findall(r'^LEADWAY_(\w+?)(?:_VERSION)?="([^"]*)"$', text, re.MULTILINE))
    return found


def spdx_id(name):
    return "SPDXRef-Package-" + re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")


def package(name, version, licence):
    return {
        "SPDXID": spdx_id(name),
        "name": name,
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": licence,
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
    }


def libraries(dependencies, found):
    """The libraries of this build, as packages."""
    packages = []
    for name, licence, purpose in dependencies:
        if purpose.startswith("Linux alone") and found["SYSTEM"] != "Linux":
            continue
        if name not in VERSION_KEYS:
            raise SystemExit(f'sbom: docs/dependencies.md names "{name}", of which packaging/sbom.py knows nothing')
        version = found.get(VERSION_KEYS[name], "")
        if not version and name in MAY_BE_MISSING:
            continue
        if not version:
            raise SystemExit(f"sbom: CMake noted no version of {name}")
        packages.append(package(name, version, LICENCES.get(licence, licence)))
    return packages


def created():
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    when = (datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc) if epoch
            else datetime.datetime.now(datetime.timezone.utc))
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def document(dependencies, found):
    program = package(PROGRAM, found["PROGRAM"], "MIT")
    program["licenseDeclared"] = "MIT"
    program["primaryPackagePurpose"] = "APPLICATION"
    others = libraries(dependencies, found)
    relationships = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
                      "relatedSpdxElement": program["SPDXID"]}]
    relationships += [{"spdxElementId": program["SPDXID"], "relationshipType": "DEPENDS_ON",
                       "relatedSpdxElement": other["SPDXID"]} for other in others]
    name = f"leadway-message-exporter-{found['PROGRAM']}-{found['SYSTEM'].lower()}"
    content = {"packages": [program, *others], "relationships": relationships}
    mark = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": name,
        "documentNamespace": f"https://spdx.org/spdxdocs/{name}-{mark}",
        "creationInfo": {"created": created(), "creators": ["Tool: leadway-message-exporter-packaging-sbom.py"]},
        **content,
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--build", required=True, type=Path, help="the folder of a build that CMake has configured")
    arguments.add_argument("--output", required=True, type=Path, help="the file to write")
    chosen = arguments.parse_args()
    dependencies = table((ROOT / "docs/dependencies.md").read_text(encoding="utf-8"))
    found = versions((chosen.build / "library-versions.txt").read_text(encoding="utf-8"))
    text = json.dumps(document(dependencies, found), indent=2, ensure_ascii=False) + "\n"
    chosen.output.write_bytes(text.encode())


if __name__ == "__main__":
    sys.exit(main())

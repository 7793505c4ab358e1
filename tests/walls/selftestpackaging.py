#!/usr/bin/env python3
"""Shows that the walls of what is handed out can fail: the project's own files, with one fault each."""

import copy
import json
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import billofmaterials
import manuals
import packaging
from selftest import Tree

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = f"{packaging.FLATPAK}/{packaging.app_id(ROOT)}.yml"
INFO = "packaging/macos/Info.plist.in"
ENTITLEMENTS = "packaging/macos/leadway.entitlements"
CI = ".github/workflows/ci.yml"
RELEASE = ".github/workflows/release.yml"
FILES = ("CMakeLists.txt", MANIFEST, INFO, ENTITLEMENTS, packaging.WINDOWS_MANIFEST, packaging.INSTALLER, CI, RELEASE)


def files_of_project():
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in FILES}


class Handed(unittest.TestCase):
    """The project's files are in order; each case changes one of them."""

    def one(self, name, old, new, words):
        files = files_of_project()
        self.assertIn(old, files[name])
        files[name] = files[name].replace(old, new, 1)
        with Tree(files) as root:
            problems = packaging.check(root)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(words, problems[0])

    def test_what_is_in_order(self):
        with Tree(files_of_project()) as root:
            self.assertEqual(packaging.check(root), [])

    def test_another_id(self):
        self.one(MANIFEST, "id: com.", "id: org.", "id is org.")
        self.one("CMakeLists.txt", '"com.leadwaycrm.', '"org.example.', "has another name than LEADWAY_APP_ID")

    def test_another_runtime(self):
        self.one(MANIFEST, "runtime: org.kde.Platform", "runtime: org.gnome.Platform", "runtime is org.gnome")
        self.one(MANIFEST, "'6.10'", "6.10", "in quotes")
        self.one(MANIFEST, "'6.10'", "'5.15'", "one of Qt 6")
        self.one(MANIFEST, "command: leadway-exporter", "command: leadway-export", "command is")

    def test_permissions(self):
        for more in ("--filesystem=host", "--filesystem=home", "--device=all", "--socket=session-bus",
                     "--talk-name=org.freedesktop.*"):
            self.one(MANIFEST, "  - --share=ipc\n", f"  - --share=ipc\n  - {more}\n", f"grants {more}")
        self.one(MANIFEST, "  - --talk-name=org.freedesktop.secrets\n", "", "does not grant --talk-name=org.freedesktop.sec")

    def test_sources(self):
        self.one(MANIFEST, "sha256: 3be26ec4", "sha256: 3be2", "without its SHA-256")
        self.one(MANIFEST, "url: https://github.com/madler", "url: http://github.com/madler", "comes by https")
        self.one(MANIFEST, "type: archive", "type: file", "a source of the type file")
        self.one(MANIFEST, "type: dir", "type: archive\n        url: https://example.org/a\n        sha256: " + 64 * "a",
                 "the last module is the program")

    def test_no_yaml(self):
        self.one(MANIFEST, "modules:", "modules: [", MANIFEST)
        self.one(RELEASE, "jobs:", "jobs: [", RELEASE)

    def test_the_version_twice(self):
        self.one(INFO, "<string>6.0</string>", f"<string>{packaging.version(ROOT)}</string>", "repeats the version")

    def test_the_bundle(self):
        self.one(INFO, "<string>@LEADWAY_APP_ID@</string>", "<string>org.example.A</string>", "CFBundleIdentifier is")
        self.one(INFO, "        <string>es</string>\n", "", "CFBundleLocalizations is")
        self.one(INFO, "</dict>", "", INFO)
        self.one(ENTITLEMENTS, "</dict>", "<key>com.apple.security.cs.disable-library-validation</key><true/></dict>",
                 "asks for com.apple.security.cs.disable-library-validation")
        self.one(ENTITLEMENTS, "<true/>", "<false/>", "does not ask for com.apple.security.network.client")

    def test_windows(self):
        manifest = packaging.WINDOWS_MANIFEST
        self.one(manifest, "PerMonitorV2", "System", "dpiAwareness is not PerMonitorV2")
        self.one(manifest, "asInvoker", "requireAdministrator", "more rights")
        self.one(manifest, "</assembly>", "", manifest)
        installer = packaging.INSTALLER
        self.one(installer, "RequestExecutionLevel user", "RequestExecutionLevel admin", "asks for an administrator")
        self.one(installer, 'RMDir "$INSTDIR"', 'RMDir /r "$INSTDIR"', "removes what it does not name")
        self.one(installer, 'Delete "$INSTDIR\\uninstall.exe"', 'Delete "$INSTDIR\\*"', "removes what it does not name")
        self.one(installer, 'DeleteRegKey HKCU', 'DeleteRegKey HKLM', "writes for all users")

    def test_actions(self):
        used = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"
        for bad in ("actions/checkout@v4", "actions/checkout@11bd719 # v4.2.2", used.split(" #")[0], "./local"):
            self.one(CI, used, bad, "40 hexadecimal digits")
        self.one(RELEASE, used, used.replace("11bd", "22bd"), "is another one elsewhere")

    def test_rights(self):
        self.one(CI, "contents: read", "contents: write", "may do more than read")
        self.one(CI, "permissions:\n  contents: read\n", "", "may do more than read")
        self.one(RELEASE, "contents: write # for the draft, and nowhere else", "packages: write", "the job draft may do")
        self.one(CI, "    timeout-minutes: 45\n", "", "may run for ever")


class Manuals(unittest.TestCase):
    ENGLISH = "# For IT\n\nPort `443`.\n\n```\nrun\n```\n\n| a | b |\n|---|---|\n\n* one\n"
    SPANISH = "# Para informática\n\nPuerto `443`.\n\n```\nrun\n```\n\n| a | b |\n|---|---|\n\n* uno\n"

    def found(self, spanish, english=ENGLISH):
        with Tree({"docs/it/en.md": english, "docs/it/es.md": spanish}) as root:
            return [one for one in manuals.check(root) if "the sources do not tell" not in one]

    def test_what_is_in_order(self):
        self.assertEqual(self.found(self.SPANISH), [])
        self.assertEqual(manuals.check(ROOT), [])

    def test_each_difference(self):
        for old, new, words in (("# Para", "## Para", "headings"), ("run\n", "corre\n", "commands"),
                                ("|---|---|", "|---|---|\n| c | d |", "tables"), ("* uno", "uno", "lists"),
                                ("`443`", "`80`", "names"), ("Puerto", "Sin probar: puerto", "not tested")):
            problems = self.found(self.SPANISH.replace(old, new))
            self.assertEqual(len(problems), 1, problems)
            self.assertIn(f"other {words} in the one language", problems[0])

    def test_one_language_alone(self):
        with Tree({"docs/it/en.md": self.ENGLISH}) as root:
            self.assertEqual(manuals.check(root), ["docs/it/es.md is missing"])

    def test_a_link_to_nowhere(self):
        self.assertIn("leads to gone.md", self.found(self.SPANISH + "[x](gone.md)\n")[0])

    def test_facts(self):
        source = 'QUrl baseUrl{QStringLiteral("https://api.example.org")};'
        with Tree({"docs/it/en.md": self.ENGLISH, "docs/it/es.md": self.SPANISH, "src/api/apiclient.h": source}) as root:
            problems = manuals.check(root)
        self.assertIn("docs/it/en.md: does not name the host, api.example.org:443", problems)
        self.assertTrue(any("do not tell the spools any more" in problem for problem in problems))


class Release(unittest.TestCase):
    """The two scripts that decide what a tag is: .ci/release-version and .ci/release-notes."""

    CHANGES = ("# Changes\n\n## Unreleased\n\n## 1.2.30 - 2026-02-01\nlater\n\n"
               "## 1.2.3 - 2026-01-31\n\n### Added\n- This.\n\n## 1.2 - 2025-01-31\nearlier\n")

    def run_script(self, name, *arguments, version="1.2.3", **environment):
        files = {"CMakeLists.txt": f"project(Example VERSION {version} LANGUAGES CXX)\n", "CHANGELOG.md": self.CHANGES}
        with Tree(files) as root:
            (root / ".ci").mkdir()
            for script in ("release-version", "release-notes"):
                shutil.copy(ROOT / ".ci" / script, root / ".ci" / script)
            who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
            for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "a", "--date", "1700000000 +0000"]):
                subprocess.run(["git", "-C", str(root), *command], check=True,
                               env={**os.environ, "GIT_COMMITTER_DATE": "1700000000 +0000"})
            plain = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
            return subprocess.run([str(root / ".ci" / name), *arguments], capture_output=True, text=True,
                                  env={**plain, **environment})

    def test_the_version_and_its_moment(self):
        for environment in ({}, {"GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "main"},
                            {"GITHUB_REF_TYPE": "tag", "GITHUB_REF_NAME": "v1.2.3"}):
            ran = self.run_script("release-version", **environment)
            self.assertEqual((ran.returncode, ran.stdout), (0, "version=1.2.3\nepoch=1700000000\n"), ran.stderr)

    def test_a_tag_of_another_version(self):
        for name in ("v1.2.4", "1.2.3", "v1.2.3-rc1"):
            ran = self.run_script("release-version", GITHUB_REF_TYPE="tag", GITHUB_REF_NAME=name)
            self.assertEqual((ran.returncode, ran.stdout), (1, ""))
            self.assertIn(f"the tag is {name}, CMake's version 1.2.3", ran.stderr)

    def test_a_version_without_changes(self):
        ran = self.run_script("release-version", version="1.3", GITHUB_REF_TYPE="tag", GITHUB_REF_NAME="v1.3")
        self.assertEqual((ran.returncode, ran.stdout), (1, ""))
        self.assertIn("CHANGELOG.md tells nothing of 1.3", ran.stderr)

    def test_the_notes(self):
        ran = self.run_script("release-notes", "1.2.3")
        self.assertEqual((ran.returncode, ran.stdout), (0, "### Added\n- This.\n\n"))


class BillOfMaterials(unittest.TestCase):
    ROWS = [("A", "MIT"), ("B", "LGPL-3.0")]

    def setUp(self):
        packages = [{"SPDXID": f"SPDXRef-{name}", "name": name, "versionInfo": "1.2", "downloadLocation": "NOASSERTION",
                     "filesAnalyzed": False, "licenseConcluded": licence}
                    for name, licence in (("P", "MIT"), ("A", "MIT"), ("B", "LGPL-3.0-only"))]
        relations = [("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-P"), ("SPDXRef-P", "DEPENDS_ON", "SPDXRef-A"),
                     ("SPDXRef-P", "DEPENDS_ON", "SPDXRef-B")]
        self.bill = {
            "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "x",
            "documentNamespace": "https://example.org/x", "packages": packages,
            "creationInfo": {"created": "2023-11-14T22:13:20Z", "creators": ["Tool: x"]},
            "relationships": [{"spdxElementId": a, "relationshipType": k, "relatedSpdxElement": b} for a, k, b in relations],
        }

    def one(self, change, words):
        bill = copy.deepcopy(self.bill)
        change(bill)
        problems = billofmaterials.check_document(json.loads(json.dumps(bill)), self.ROWS, ["1.2"])
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(words, problems[0])

    def test_what_is_in_order(self):
        self.assertEqual(billofmaterials.check_document(self.bill, self.ROWS, ["1.2"]), [])

    def test_each_fault(self):
        self.one(lambda b: b.update(spdxVersion="SPDX-2.2"), "spdxVersion")
        self.one(lambda b: b.pop("dataLicense"), "dataLicense")
        self.one(lambda b: b.update(documentNamespace="here"), "no address")
        self.one(lambda b: b["creationInfo"].update(created="now"), "created is now")
        self.one(lambda b: b["creationInfo"].update(creators=["me"]), "creators")
        self.one(lambda b: b["packages"][0].update(licenseConcluded="public domain"), "none of SPDX's")
        self.one(lambda b: b["packages"][0].update(filesAnalyzed=True), "files were looked at")
        self.one(lambda b: b["packages"][0].update(versionInfo="?"), "the version ?")
        self.one(lambda b: b["packages"][1].update(versionInfo="1.3"), "the build knows nothing of")
        self.one(lambda b: b["packages"][2].update(licenseConcluded="MIT"), "but LGPL-3.0 in the table")
        self.one(lambda b: b["relationships"].pop(), "nothing depends on SPDXRef-B")
        self.one(lambda b: b["relationships"].pop(0), "does not describe one package")
        self.one(lambda b: b["packages"][1].update(name="C"), "A: 0 times")

    def test_licences(self):
        for good in ("MIT", "MIT OR Zlib", "(MIT AND Zlib) OR blessing"):
            self.assertTrue(billofmaterials.is_licence(good), good)
        for bad in ("", "public domain", "MIT OR", "(MIT", "LGPL-3.0", "MIT Zlib"):
            self.assertFalse(billofmaterials.is_licence(bad), bad)


if __name__ == "__main__":
    ran = unittest.main(argv=sys.argv, exit=False, verbosity=0)
    sys.exit(0 if ran.result.wasSuccessful() else 1)

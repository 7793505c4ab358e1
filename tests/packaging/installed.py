#!/usr/bin/env python3
"""What "cmake --install" puts where: just what belongs to a package, as menus and software centres want it, in both
languages, and all of one name and version."""

import configparser
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from programs import BUILD, SOURCES, Household, cached

APP = cached("LEADWAY_APP_ID")
PACKAGE = "leadway-message-exporter"
SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512]
ZSH = cached("LEADWAY_ZSH_FOLDER")
FILES = sorted([
    "bin/leadway-export",
    "bin/leadway-exporter",
    f"share/applications/{APP}.desktop",
    "share/bash-completion/completions/leadway-export",
    f"share/doc/{PACKAGE}/changelog.gz",
    f"share/doc/{PACKAGE}/copyright",
    "share/fish/vendor_completions.d/leadway-export.fish",
    *[f"share/icons/hicolor/{size}x{size}/apps/{APP}.png" for size in SIZES],
    f"share/icons/hicolor/scalable/apps/{APP}.svg",
    *[f"share/man/{folder}/{page}.1.gz" for folder in ("man1", "es/man1") for page in ("leadway-export", "leadway-exporter")],
    f"share/metainfo/{APP}.metainfo.xml",
    f"share/zsh/{ZSH}/_leadway-export",
])
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def files_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def run(*command, **options):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          **options)


def unzipped(path):
    return run("gzip", "-dc", path, check=True).stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="leadway-")))
        cls.install(prefix=cls.folder / "usr")
        cls.share = cls.folder / "usr/share"
        cls.desktop = configparser.ConfigParser(interpolation=None, delimiters="=")
        cls.desktop.optionxform = str
        cls.desktop.read(cls.share / f"applications/{APP}.desktop", encoding="utf-8")
        cls.entry = cls.desktop["Desktop Entry"]
        cls.metainfo = ElementTree.parse(cls.share / f"metainfo/{APP}.metainfo.xml").getroot()

    @staticmethod
    def install(prefix, **environment):
        done = run(os.environ["LEADWAY_CMAKE"], "--install", BUILD, "--prefix", prefix, env={**os.environ, **environment})
        assert done.returncode == 0, done.stdout

    def test_this_and_nothing_else(self):
        self.assertEqual(files_in(self.folder / "usr"), FILES)

    def test_below_another_root(self):
        with tempfile.TemporaryDirectory(prefix="leadway-") as root:
            self.install("/usr", DESTDIR=root)
            self.assertEqual(files_in(Path(root)), [f"usr/{name}" for name in FILES])

    def test_nothing_tells_where_or_when_it_was_made(self):
        for path in self.share.rglob("*"):
            if path.is_dir():
                continue
            with self.subTest(path=path.name):
                data = path.read_bytes()
                if path.suffix == ".gz":
                    self.assertEqual(data[3:8], bytes(5))  # neither a name nor a time
                    data = unzipped(path).encode()
                for place in (SOURCES, BUILD, self.folder):
                    self.assertNotIn(str(place).encode(), data)
                self.assertNotIn(b"pit-", data)  # as tokens begin
                self.assertEqual(path.stat().st_mode & 0o777, 0o644)

    def test_no_path_of_the_build_in_the_programs(self):
        for name in ("leadway-export", "leadway-exporter"):
            with self.subTest(name=name):
                headers = run("readelf", "--dynamic", self.folder / "usr/bin" / name, check=True).stdout
                self.assertNotRegex(headers, r"\((RPATH|RUNPATH)\)")

    def test_the_desktop_file_is_valid(self):
        done = run("desktop-file-validate", self.share / f"applications/{APP}.desktop")
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_the_desktop_file_speaks_both_languages(self):
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            with self.subTest(key=key):
                self.assertTrue(self.entry[key] and self.entry[f"{key}[es]"])
        self.assertEqual(self.desktop.sections(), ["Desktop Entry"])
        self.assertEqual(self.entry["Exec"], "leadway-exporter")
        self.assertEqual(self.entry["Icon"], APP)

    def test_the_metainfo_is_valid(self):
        made = BUILD / "packaging/linux/made/pictures" / f"{APP}.metainfo.xml"
        for path in (self.share / f"metainfo/{APP}.metainfo.xml", made):
            with self.subTest(path=path):
                done = run("appstreamcli", "validate", "--no-net", path)
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertNotRegex(done.stdout, r"(?m)^\s*[EWI]: |errors: |warnings: |infos: ")

    def test_the_metainfo_speaks_both_languages(self):
        made = ElementTree.parse(BUILD / "packaging/linux/made/pictures" / f"{APP}.metainfo.xml").getroot()
        self.assertEqual(len(made.findall("screenshots/screenshot")), 3)
        for parent in made.iter():
            for tag in ("name", "summary", "caption", "p", "li"):
                with self.subTest(parent=parent.tag, tag=tag):
                    languages = [child.get(LANGUAGE) for child in parent.findall(tag)]
                    self.assertEqual(languages, [None, "es"] * (len(languages) // 2))

    def test_pictures_of_the_metainfo_are_in_the_tree(self):
        made = ElementTree.parse(BUILD / "packaging/linux/made/pictures" / f"{APP}.metainfo.xml").getroot()
        for image in made.iter("image"):
            with self.subTest(image=image.text):
                self.assertTrue(image.text.startswith("https://example.org/pictures/"))
                picture = SOURCES / "docs/pictures" / image.text.rpartition("/")[2]
                size = run("identify", "-format", "%w %h", picture, check=True).stdout
                self.assertEqual(size, f"{image.get('width')} {image.get('height')}")

    def test_all_of_it_has_one_name(self):
        self.assertEqual(self.metainfo.findtext("id"), APP)
        self.assertEqual(self.metainfo.findtext("launchable"), f"{APP}.desktop")
        self.assertEqual(self.metainfo.findtext("icon"), APP)
        self.assertEqual(self.metainfo.findtext("name"), self.entry["Name"])
        self.assertEqual([node.text for node in self.metainfo.findall("provides/binary")],
                         ["leadway-exporter", "leadway-export"])

    def test_all_of_it_has_one_version(self):
        with Household() as household:
            version = household.ask("leadway-export", "--version")[1].split()[1]
        release = self.metainfo.find("releases/release")
        self.assertEqual(release.get("version"), version)
        self.assertTrue(unzipped(self.share / f"doc/{PACKAGE}/changelog.gz").startswith(f"{PACKAGE} ({version}) "))
        for page in self.share.glob("man/**/*.gz"):
            heading = re.search(r"^\.TH .*", unzipped(page), re.MULTILINE).group(0)
            self.assertIn(f' {release.get("date")} "{self.entry["Name"]} {version}" ', heading)

    def test_icons_are_as_large_as_they_say(self):
        for size in SIZES:
            with self.subTest(size=size):
                icon = self.share / f"icons/hicolor/{size}x{size}/apps/{APP}.png"
                width, height, colours = run("identify", "-format", "%w %h %k", icon, check=True).stdout.split()
                self.assertEqual((int(width), int(height)), (size, size))
                self.assertGreater(int(colours), 2)

    def test_the_changelog_is_debian_s_and_tells_it_all(self):
        self.tells_all(unzipped(self.share / f"doc/{PACKAGE}/changelog.gz"), (SOURCES / "CHANGELOG.md").read_text("utf-8"))

    def test_the_changelog_of_a_version_that_is_out(self):
        released = """# Changes

## 0.2.0 - 2027-02-28

### Fixed
- A long line that does not fit into eighty characters, about `--format` and **Export**, which has to be
  broken elsewhere than it is.

## 0.1.0 - 2026-12-01

### Added
- Everything.
"""
        for changes in (released, released.replace("## 0.2", "## Unreleased\n\n## 0.2")):
            self.tells_all(self.changelog_of(changes, "0.2.0"), released)
        self.assertIn("(0.2.0) unstable", self.changelog_of(released, "0.2.0"))
        self.assertIn("+0000\n\nname (0.1.0) unstable", self.changelog_of(released, "0.2.0").replace(PACKAGE, "name"))
        self.assertIn(">  Sun, 28 Feb 2027 12:00:00 +0000", self.changelog_of(released, "0.2.0"))
        going_on = self.changelog_of(released.replace("## 0.2.0 - 2027-02-28", "## Unreleased"), "0.2.0")
        self.assertIn("(0.2.0) UNRELEASED", going_on)
        self.assertIn(">  Thu, 01 Apr 2027 12:00:00 +0000", going_on)

    def test_a_changelog_that_is_not_understood(self):
        for changes in ("", "# Changes\n", "## 0.2.0\n- One.\n", "## 0.2.0 - soon\n- One.\n", "## 0.2.0 - 2027-02-30\n- One.\n"):
            with self.subTest(changes=changes), self.assertRaises(subprocess.CalledProcessError):
                self.changelog_of(changes, "0.2.0")

    @staticmethod
    def changelog_of(changes, version):
        with tempfile.TemporaryDirectory(prefix="leadway-") as folder:
            written = Path(folder) / "CHANGELOG.md"
            written.write_text(changes, encoding="utf-8")
            run("sh", SOURCES / "packaging/linux/changelog.sh", PACKAGE, version, "2027-04-01", "Somebody <who@example.org>",
                written, Path(folder) / "changelog", check=True)
            return (Path(folder) / "changelog").read_text(encoding="utf-8")

    def tells_all(self, changelog, changes):
        for line in changelog.splitlines():
            self.assertTrue(len(line) <= 80 or line.startswith(" -- "), line)
            self.assertRegex(line, rf"^$|^{PACKAGE} \([\d.]+\) \w+; urgency=medium$|^  \S|^    \S"
                                   r"|^ -- \S.* <\S+@\S+>  \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$")
        self.assertEqual(len(re.findall(r"(?m)^ -- ", changelog)), len(re.findall(r"(?m)^## ", changes)))
        self.assertEqual(len(re.findall(r"(?m)^  \* ", changelog)), len(re.findall(r"(?m)^- ", changes)))
        told = re.sub(r"\W+", " ", changelog)
        for item in re.findall(r"(?m)^- (.*(?:\n  .*)*)", changes):
            self.assertIn(re.sub(r"\W+", " ", item.replace("`", "").replace("*", "")).strip(), told)

    def test_the_copyright_has_the_whole_licence(self):
        text = (self.share / f"doc/{PACKAGE}/copyright").read_text(encoding="utf-8")
        licence = (SOURCES / "LICENSE").read_text(encoding="utf-8")
        self.assertIn(" ".join(licence.partition("\n\n")[2].partition("\n\n")[2].split()),
                      " ".join(text.replace("\n .\n", "\n").split()))
        holder = re.escape(licence.splitlines()[2].replace("Copyright (c) ", ""))
        self.assertRegex(text, rf"(?m)^Copyright: \d{{4}} {holder}$")

    def test_the_window_is_the_one_that_the_desktop_file_means(self):
        with Household() as household:
            environment = household.environment(QT_QPA_PLATFORM="xcb")
            window = subprocess.Popen([self.folder / "usr/bin/leadway-exporter", "--demo"], env=environment,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                found = run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(window.pid), "--all", "--classname",
                            f"^{self.entry['StartupWMClass']}$", timeout=60)
                self.assertRegex(found.stdout, r"^\d+\n")
            finally:
                window.terminate()
                window.wait(30)


if __name__ == "__main__":
    unittest.main()

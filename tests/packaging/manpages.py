#!/usr/bin/env python3
"""The man pages: every option that a program has, and no other; in both languages; and no complaint of man's."""

import gzip
import os
import re
import subprocess
import unittest

from programs import BUILD, CHOICES, options_of, values_of

PROGRAMS = ["leadway-export", "leadway-exporter"]
LANGUAGES = ["en", "es"]
PAGES = [(language, program) for language in LANGUAGES for program in PROGRAMS]
OPTIONS = re.compile(r"^\.SH (?:OPTIONS|OPCIONES)$(.*?)^\.SH ", re.MULTILINE | re.DOTALL)


def installed(language, program):
    folder = BUILD / "packaging/linux/made/zipped/share/man"
    return folder / ("man1" if language == "en" else f"{language}/man1") / f"{program}.1.gz"


def source(language, program):
    return gzip.decompress(installed(language, program).read_bytes()).decode().replace("\\-", "-")


def described(language, program):
    """The options that have a paragraph of their own."""
    heads = re.findall(r"^\.TP\n(\..*)$", OPTIONS.search(source(language, program)).group(1), re.MULTILINE)
    return sorted(option for head in heads for option in re.findall(r"--[a-z-]+", head))


class ManPages(unittest.TestCase):
    def test_every_option_is_described_and_no_other(self):
        for language, program in PAGES:
            with self.subTest(language=language, program=program):
                self.assertEqual(described(language, program), sorted(options_of(program)))

    def test_no_other_option_is_spoken_of(self):
        known = {option for program in PROGRAMS for option in options_of(program)}
        for language, program in PAGES:
            with self.subTest(language=language, program=program):
                spoken = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", source(language, program)))
                self.assertEqual(spoken - known, set())

    def test_every_value_is_named(self):
        for option in CHOICES:
            values = set(values_of(option))
            self.assertGreater(len(values), 1)
            for language in LANGUAGES:
                with self.subTest(language=language, option=option):
                    words = set(re.findall(r"[\w-]+", source(language, "leadway-export")))
                    self.assertEqual(values - words, set())

    def test_every_exit_code_is_told(self):
        for language in LANGUAGES:
            with self.subTest(language=language):
                codes = re.findall(r"^\.TP\n\.B (\d)$", source(language, "leadway-export"), re.MULTILINE)
                self.assertEqual(codes, ["0", "1", "2", "3", "4"])

    def test_both_languages_have_the_same_parts(self):
        for program in PROGRAMS:
            with self.subTest(program=program):
                parts = [re.findall(r"^\.(?:SH|SS|TP|EX|PP)", source(language, program), re.MULTILINE)
                         for language in LANGUAGES]
                self.assertEqual(*parts)

    def test_man_and_groff_have_nothing_to_complain(self):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"}
        for language, program in PAGES:
            page = installed(language, program)
            for command in (["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page],
                            ["groff", "-K", "utf8", "-man", "-Tutf8", "-ww", "-z", "-"]):
                with self.subTest(language=language, program=program, command=command[0]):
                    done = subprocess.run(command, env=environment, input=gzip.decompress(page.read_bytes()),
                                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                    self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))

    def test_man_finds_them(self):
        for language, program in PAGES:
            with self.subTest(language=language, program=program):
                manuals = installed(language, program).parents[1]
                done = subprocess.run(["man", "-M", manuals, "1", program], stdout=subprocess.PIPE, text=True,
                                      env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
                self.assertIn("SYNOPSIS" if language == "en" else "SINOPSIS", done.stdout)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Shows that each wall can fail: example trees, one fault each, and the words that must be said about it."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import includes
import translations
import tree


class Tree:
    """A small project in a temporary folder."""

    def __init__(self, files):
        self._folder = tempfile.TemporaryDirectory()
        self.root = Path(self._folder.name)
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def __enter__(self):
        return self.root

    def __exit__(self, *_):
        self._folder.cleanup()


class WallTest(unittest.TestCase):
    def assert_found(self, wall, files, words):
        with Tree(files) as root:
            problems = wall.check(root)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(words, problems[0])

    def assert_in_order(self, wall, files):
        with Tree(files) as root:
            self.assertEqual(wall.check(root), [])


class Includes(WallTest):
    def one(self, name, line, words):
        self.assert_found(includes, {name: line + "\n"}, words)

    def test_what_is_allowed(self):
        self.assert_in_order(includes, {
            "src/core/message.h": "#pragma once\n#include <QString>\n",
            "src/core/messageparser.cpp": '#include "core/message.h"\n#include <simdjson.h>\n',
            "src/api/apiclient.cpp": '#include "core/message.h"\n#include <QNetworkAccessManager>\n',
            "src/fetch/pager.cpp": '#include "api/apiclient.h"\n#include "core/message.h"\n',
            "src/format/renderer.cpp": '#include "core/spool.h"\n',
            "src/app/exportjob.cpp": '#include "fetch/fetcher.h"\n#include "format/renderer.h"\n',
            "src/app/systemkeychain.cpp": "#include <qt6keychain/keychain.h>\n",
            "src/gui/mainwindow.cpp": '#include "app/exportjob.h"\n#include "ui_mainwindow.h"\n',
            "src/gui/main.cpp": '#include "simulator/server.h"\n',
            "src/cli/main.cpp": '#include "simulator/server.h"\n',
            "src/simulator/server.cpp": '#include "simulator/server.h"\n#include <httplib.h>\n',
            "tests/unit/tst_pager.cpp": '#include "fetch/pager.h"\n#include "support/x.h"\n#include "tst_pager.moc"\n',
            "tests/gui/tst_window.cpp": '#include "gui/mainwindow.h"\n',
        })

    def test_benchmarks_keep_to_themselves(self):
        self.assert_in_order(includes, {"tests/bench/bench.cpp": '#include "bench/cases.h"\n#include "gui/style.h"\n'})
        self.one("tests/unit/tst_pager.cpp", '#include "bench/cases.h"', "only the benchmarks")

    def test_an_empty_tree_is_not_in_order(self):
        self.assert_found(includes, {}, "no source found")

    def test_directions(self):
        for name, target in {
            "src/core/a.cpp": "api/b.h",
            "src/api/a.cpp": "fetch/b.h",
            "src/fetch/a.cpp": "format/b.h",
            "src/format/a.cpp": "fetch/b.h",
            "src/format/b.cpp": "api/b.h",
            "src/app/a.cpp": "gui/b.h",
            "src/cli/a.cpp": "gui/b.h",
            "src/cli/export.cpp": "simulator/server.h",
            "src/gui/window.cpp": "simulator/server.h",
            "src/simulator/a.cpp": "app/b.h",
        }.items():
            with self.subTest(name=name, target=target):
                self.one(name, f'#include "{target}"', "must not include")

    def test_a_test_outside_the_window(self):
        self.one("tests/unit/tst_a.cpp", '#include "gui/b.h"', "only the tests of tests/gui")

    def test_libraries(self):
        self.one("src/core/other.cpp", "#include <simdjson.h>", "only core/messageparser.cpp")
        self.one("src/fetch/a.cpp", "#include <QNetworkAccessManager>", "only src/api")
        self.one("src/app/a.cpp", "#include <QtNetwork/QNetworkAccessManager>", "only src/api")
        self.one("src/api/a.cpp", "#include <httplib.h>", "only src/simulator")
        self.one("src/gui/a.cpp", "#include <qt6keychain/keychain.h>", "only app/systemkeychain.cpp")
        self.one("src/gui/a.cpp", "#include <QDBusConnection>", "only gui/desktopbus.cpp")
        self.one("src/format/a.cpp", "#include <QPdfWriter>", "only format/pdfpages.cpp")
        self.one("src/format/pdfwriter.cpp", "#include <QPainter>", "only src/gui, format/pdfpages")

    def test_form(self):
        self.one("src/core/a.cpp", '#include "message.h"', "not of the form")
        self.one("src/core/a.cpp", '#include "../api/b.h"', "not of the form")
        self.one("src/core/a.cpp", "#include <core/b.h>", "with quotes")
        self.one("src/app/a.cpp", '#include "ui_window.h"', "only gui")

    def test_pragma_once(self):
        self.one("src/core/a.h", "#ifndef A_H", "no #pragma once")

    def test_unknown_room(self):
        self.one("src/helpers/a.cpp", "", "no room of that name")


SOURCE = """#include <QCoreApplication>
QString hello() { return QCoreApplication::translate("greeting", "Hello, %1"); }
QString count(int n) { return QCoreApplication::translate("greeting", "%n messages", "", n); }
"""
PLURAL = ('<message numerus="yes"><source>%n messages</source><translation>'
          "<numerusform>{}</numerusform><numerusform>{}</numerusform></translation></message>")
ENGLISH = PLURAL.format("%n message", "%n messages")
SPANISH = ("<message><source>Hello, %1</source><translation>Hola, %1</translation></message>"
           + PLURAL.format("%n mensaje", "%n mensajes"))


def catalogue(language, content):
    return (f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{language}" '
            f'sourcelanguage="en"><context><name>greeting</name>{content}</context></TS>\n')


class Translations(WallTest):
    def files(self, spanish=SPANISH, english=ENGLISH, source=SOURCE):
        return {"src/core/a.cpp": source, "translations/x_en.ts": catalogue("en", english),
                "translations/x_es.ts": catalogue("es", spanish)}

    def one(self, words, **changes):
        self.assert_found(translations, self.files(**changes), words)

    def swap(self, old, new):
        self.assertIn(old, SPANISH)
        return SPANISH.replace(old, new)

    def test_what_is_in_order(self):
        self.assert_in_order(translations, self.files())

    def test_a_missing_catalogue(self):
        files = self.files()
        del files["translations/x_en.ts"]
        self.assert_found(translations, files, "*_en.ts expected")

    def test_unfinished(self):
        self.one("unfinished", spanish=self.swap("<translation>Hola", '<translation type="unfinished">Hola'))

    def test_vanished(self):
        gone = '<message><source>Bye</source><translation type="vanished">Adiós</translation></message>'
        with Tree(self.files(spanish=SPANISH + gone)) as root:
            problems = translations.check(root)
        self.assertEqual(len(problems), 2, problems)
        self.assertIn("vanished", problems[0])
        self.assertIn("not in the sources", problems[1])

    def test_empty_forms(self):
        with Tree(self.files(spanish=self.swap("Hola, %1", ""))) as root:
            self.assertIn("a form is empty", translations.check(root)[0])
        with Tree(self.files(spanish=self.swap("%n mensajes", ""))) as root:
            self.assertIn("a form is empty", translations.check(root)[0])

    def test_a_missing_plural(self):
        # lupdate itself would add the form to its copy, so this is found in ours.
        self.one("a plural form is missing", spanish=self.swap("<numerusform>%n mensaje</numerusform>", ""))

    def test_placeholders(self):
        self.one("other placeholders", spanish=self.swap("Hola, %1", "Hola, %2"))
        self.one("other placeholders", spanish=self.swap("%n mensajes", "muchos mensajes"))

    def test_left_in_english(self):
        self.one("the same as in English", spanish=self.swap("Hola, %1", "Hello, %1"))
        allowed = self.files(spanish=self.swap("Hola, %1", "Hello, %1"))
        allowed["tests/walls/same-in-spanish.txt"] = "# a remark\nHello, %1\n"
        self.assert_in_order(translations, allowed)

    def test_a_text_that_is_missing(self):
        more = SOURCE + 'QString bye() { return QCoreApplication::translate("greeting", "Bye"); }\n'
        self.one('x_es.ts: missing: greeting: "Bye"', source=more)
        self.one('x_en.ts: missing: greeting: "%n messages"', english="")

    def test_a_text_that_is_no_longer_there(self):
        gone = "<message><source>Bye</source><translation>Adiós</translation></message>"
        self.one("not in the sources", spanish=SPANISH + gone)


class TheTree(WallTest):
    def one(self, files, words):
        self.assert_found(tree, files, words)

    def test_what_is_in_order(self):
        self.assert_in_order(tree, {"src/core/a.cpp": "int a;\n" * 400, "tests/x.cpp": 'open("/home/' + 'ana/x.csv");\n'})

    def test_length(self):
        self.one({"src/core/a.cpp": "int a;\n" * 401}, "401 lines, 400 at most")

    def test_a_path_of_one_machine(self):
        for path in ("/home/" + "ana/project", "/Users/" + "ana/project", "C:\\Users\\" + "ana"):
            self.one({"docs/a.md": f"see {path}\n"}, "a path of one machine")

    def test_the_path_of_this_tree(self):
        with Tree({"tests/a.cpp": ""}) as root:
            (root / "tests/a.cpp").write_text(f'open("{root}/x.csv");\n')
            self.assertIn("a path of one machine", tree.check(root)[0])

    def test_build_output(self):
        for name in ("src/a.o", "translations/x_es.qm", "src/core/moc_a.cpp", "out/CMakeCache.txt"):
            self.one({name: ""}, "made by a build")

    def test_build_output_that_is_tracked(self):
        with Tree({"build/a.txt": "", ".gitignore": "/build/\n"}) as root:
            for arguments in (["init", "-q"], ["add", "-f", "build/a.txt", ".gitignore"]):
                subprocess.run(["git", "-C", str(root), *arguments], check=True)
            self.assertEqual(tree.check(root), ["build/a.txt: made by a build"])


if __name__ == "__main__":
    ran = unittest.main(argv=sys.argv, exit=False, verbosity=0)
    sys.exit(0 if ran.result.wasSuccessful() else 1)

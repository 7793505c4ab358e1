#!/usr/bin/env python3
"""What the Tab key brings for leadway-export: typed into real shells, and compared with what the program says of itself."""

import itertools
import os
import pty
import re
import select
import shlex
import signal
import subprocess
import time
import unittest

from programs import CHOICES, FOLDERS, SOURCES, Household, options_of, values_of

FILES = SOURCES / "packaging/linux/completions"

# The real program is asked everywhere but here: names to be quoted, and an export of which half is there.
STAND_IN = """#!/bin/sh
[ -z "$LEADWAY_TOKEN" ] || exit 1
case $1 in
--list-saved) printf '%s\\n    what\\n    when\\n' 'Todo lo nuevo' "Ana's \\"x\\" (2) \\$HOME" 'Weekly' ;;
--list-unfinished) printf '%s\\n    what\\n    when\\n' 1a2b3c4d 5e6f7a8b ;;
esac
"""


PROMPT = "@ready@"


class Shell:
    """An interactive shell at a terminal of its own, with leadway-export in its path."""

    def __init__(self, command, setup, household, folder, **environment):
        environment = household.environment(PS1=PROMPT, TERM="dumb", LEADWAY_TOKEN="pit-secret", **environment)
        environment["PATH"] = f"{folder}:{environment['PATH']}"
        self._count = 0
        self._process, self._terminal = pty.fork()
        if not self._process:
            os.chdir(household.home)
            os.execvpe(command[0], command, environment)
        self._seen = ""
        self._until(PROMPT)
        self.enter(f"{setup}; stty cols 200 rows 400")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)

    def _until(self, mark):
        """What is written before the mark; nothing is typed before that, or it would not be the shell that reads it."""
        end = time.monotonic() + 30
        while mark not in self._seen:
            ready, _, _ = select.select([self._terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"no {mark} in: {self._seen}")
            self._seen += os.read(self._terminal, 65536).decode(errors="replace")
        before, _, self._seen = self._seen.partition(mark)
        return before

    def enter(self, line):
        """What a line, ended by Enter, brings on the terminal."""
        self._count += 1
        os.write(self._terminal, f"{line}; echo mark-$(({self._count}+0))-\n".encode())
        seen = self._until(f"mark-{self._count}-")
        self._until(PROMPT)
        return seen.replace("\r", "").replace("\a", "")

    def offered(self, typed):
        """Each word that Tab shows at the end of what is typed; it must be several."""
        lines = self.enter(f"{typed}\t\x15:").splitlines()[1:]
        return sorted(word for line in itertools.takewhile(lambda line: PROMPT not in line, lines) for word in line.split())

    def completed(self, typed):
        """The arguments that are there after Tab: what the program would get."""
        return re.findall(r"<([^>]*)>", self.enter(f"{typed}\t\x01shown \x05 ").splitlines()[-1])


class Bash(Shell):
    def __init__(self, household, folder):
        # Tab lists all there is, however much, without asking.
        household.home.joinpath("inputrc").write_text(
            "set show-all-if-ambiguous on\nset completion-query-items 0\nset page-completions off\n"
            "set enable-bracketed-paste off\nset bell-style none\n")
        super().__init__(["bash", "--norc", "--noprofile", "-i"],
                         f". {shlex.quote(str(FILES / 'leadway-export.bash'))}; "
                         """shown() { printf '<%s>' "$@"; }""", household, folder,
                         INPUTRC=str(household.home / "inputrc"))


class Zsh(Shell):
    def __init__(self, household, folder):
        functions = household.home / "functions"
        functions.mkdir()
        (functions / "_leadway-export").write_bytes((FILES / "leadway-export.zsh").read_bytes())
        super().__init__(["zsh", "-f", "-i"],
                         f"fpath=({functions} $fpath); autoload -U compinit && compinit -u -D; unsetopt promptsp promptcr "
                         "automenu; unset zle_bracketed_paste; LISTMAX=9999; zstyle ':completion:*' verbose no; bindkey -e; "
                         """shown() { printf '<%s>' "$@" }""", household, folder)


class Fish:
    """Has a command that tells what Tab would bring."""

    def __init__(self, household, folder):
        self._environment = household.environment(LEADWAY_TOKEN="pit-secret")
        self._environment["PATH"] = f"{folder}:{self._environment['PATH']}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def offered(self, typed):
        script = f"source {FILES / 'leadway-export.fish'}; complete -C $argv[1]"
        told = subprocess.run(["fish", "--no-config", "-c", script, typed], env=self._environment,
                              cwd=self._environment["HOME"], stdout=subprocess.PIPE, text=True, check=True).stdout
        return sorted(re.sub(r"^--[a-z-]+=", "", line.partition("\t")[0]) for line in told.splitlines())


SHELLS = [Bash, Zsh, Fish]


class Completion(unittest.TestCase):
    def begun(self, shell, stand_in=False):
        household = self.enterContext(Household())
        (household.home / "my file.xlsx").touch()
        folder = FOLDERS["leadway-export"]
        if stand_in:
            folder = household.home / "bin"
            folder.mkdir()
            (folder / "leadway-export").write_text(STAND_IN)
            (folder / "leadway-export").chmod(0o755)
        return self.enterContext(shell(household, folder))

    def test_every_option_is_offered_and_no_other(self):
        options = sorted(options_of("leadway-export"))
        for shell in SHELLS:
            with self.subTest(shell=shell.__name__):
                self.assertEqual(self.begun(shell).offered("leadway-export --"), options)

    def test_no_option_is_offered_twice(self):
        options = set(options_of("leadway-export"))
        for shell, others in ((Bash, set()), (Zsh, {"--dates"})): # zsh knows what excludes what
            with self.subTest(shell=shell.__name__):
                self.assertEqual(self.begun(shell).offered("leadway-export --to 2025-01-01 --"),
                                 sorted(options - {"--to"} - others))

    def test_every_value_is_offered_and_no_other(self):
        values = {option: sorted(values_of(option)) for option in CHOICES + ["--columns", "--status"]}
        for shell in SHELLS:
            begun = self.begun(shell)
            for option, known in values.items():
                for between in " =":
                    with self.subTest(shell=shell.__name__, option=option, between=between):
                        self.assertGreater(len(known), 1)
                        self.assertEqual(begun.offered(f"leadway-export {option}{between}"), known)

    def test_names_of_saved_and_unfinished_exports_are_offered(self):
        for shell in SHELLS:
            with self.subTest(shell=shell.__name__):
                begun = self.begun(shell, stand_in=True)
                self.assertEqual(begun.offered("leadway-export --resume "), ["1a2b3c4d", "5e6f7a8b"])
        self.assertEqual(self.begun(Fish, stand_in=True).offered("leadway-export --saved "),
                         ["Ana's \"x\" (2) $HOME", "Todo lo nuevo", "Weekly"])

    def test_a_list_goes_on(self):
        self.assertEqual(self.begun(Fish).offered("leadway-export --columns date,callD"), ["date,callDuration"])

    def test_bash_completes(self):
        self.completes(Bash, {
            "--forma": ["--format"],
            "--format tr": ["--format", "transcript"],
            "--format=tr": ["--format=transcript"],
            "--channels SMS,Ema": ["--channels", "SMS,Email"],
            "--channels=SMS,Call,W": ["--channels=SMS,Call,WhatsApp"],
            "--columns date,callD": ["--columns", "date,callDuration"],
            "--output my": ["--output", "my file.xlsx"],
            "--report=my": ["--report=my file.xlsx"],
            "--saved W": ["--saved", "Weekly"],
            "--saved T": ["--saved", "Todo lo nuevo"],
            "--saved Todo\\ lo": ["--saved", "Todo lo nuevo"],
            "--saved \"Todo l": ["--saved", "Todo lo nuevo"],
            "--saved 'Todo l": ["--saved", "Todo lo nuevo"],
            "--saved=T": ["--saved=Todo lo nuevo"],
            "--saved A": ["--saved", "Ana's \"x\" (2) $HOME"],
            "--saved \"A": ["--saved", "Ana's \"x\" (2) $HOME"],
            "--saved 'A": ["--saved", "Ana's \"x\" (2) $HOME"],
            "--resume 5": ["--resume", "5e6f7a8b"],
            "--resume --outp": ["--resume", "--output"],
            "--location my": ["--location", "my"],
            "--contains a --utc --forma": ["--contains", "a", "--utc", "--format"],
        })

    def test_zsh_completes(self):
        self.completes(Zsh, {
            "--forma": ["--format"],
            "--format=tr": ["--format=transcript"],
            "--channels SMS,Ema": ["--channels", "SMS,Email"],
            "--output my": ["--output", "my file.xlsx"],
            "--saved T": ["--saved", "Todo lo nuevo"],
            "--saved A": ["--saved", "Ana's \"x\" (2) $HOME"],
            "--resume 5": ["--resume", "5e6f7a8b"],
        })

    def completes(self, shell, expected):
        begun = self.begun(shell, stand_in=True)
        for typed, arguments in expected.items():
            with self.subTest(typed=typed):
                self.assertEqual(begun.completed(f"leadway-export {typed}"), ["leadway-export", *arguments])

    def test_a_sentence_is_not_taken_for_a_name(self):
        for shell in (Bash, Zsh):
            with self.subTest(shell=shell.__name__):
                begun = self.begun(shell)
                self.assertEqual(begun.completed("leadway-export --saved "), ["leadway-export", "--saved"])
                self.assertEqual(begun.completed("leadway-export --resume 1"), ["leadway-export", "--resume", "1"])
        self.assertEqual(self.begun(Fish).offered("leadway-export --saved "), [])


if __name__ == "__main__":
    unittest.main()

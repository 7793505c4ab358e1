"""The two programs as they were built, in a home of their own, and what they say of their options."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ["LEADWAY_BINARY_DIR"])
FOLDERS = {"leadway-export": BUILD / "src/cli", "leadway-exporter": BUILD / "src/gui"}

# Options with a few values; what they are is said when another one is asked for.
CHOICES = ["--channels", "--dates", "--direction", "--files", "--format", "--order", "--sort-by"]


def cached(name):
    """What the build was configured with."""
    return re.search(rf"^{name}:\w+=(.*)$", (BUILD / "CMakeCache.txt").read_text(), re.MULTILINE).group(1)


class Household:
    """A home with nothing in it, gone with this."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="leadway-")
        self.home = Path(self._folder.name)
        (self.home / "run").mkdir(mode=0o700)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def environment(self, **more):
        kept = {name: os.environ[name] for name in ("PATH", "DISPLAY", "XAUTHORITY") if name in os.environ}
        return {**kept, "HOME": str(self.home), "TMPDIR": str(self.home), "XDG_RUNTIME_DIR": str(self.home / "run"),
                "LANG": "C.UTF-8", "LANGUAGE": "en", "QT_QPA_PLATFORM": "offscreen", **more}

    def ask(self, program, *arguments, **environment):
        """The exit code, and what was written anywhere."""
        done = subprocess.run([FOLDERS[program] / program, *arguments], env=self.environment(**environment),
                              cwd=self.home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=60)
        return done.returncode, done.stdout


def help_of(program):
    with Household() as household:
        code, text = household.ask(program, "--help")
    assert code == 0, text
    return text


def options_of(program):
    """Each option by its name, and what its value is called, if it has one."""
    found = re.findall(r"^  (?:-\w, )?(--[a-z-]+)(?: <([^>]+)>)?(?: |$)", help_of(program), re.MULTILINE)
    assert len(found) > 5, found
    return dict(found)


def values_of(option):
    """The values that leadway-export knows for an option."""
    if option == "--status":
        text = " ".join(help_of("leadway-export").split())
        return re.search(r"of this status: (.*?), or another", text).group(1).split(", ")
    with Household() as household:
        code, text = household.ask("leadway-export", "--demo", option, "?")
    assert code == 2, text
    return re.search(r"Possible: (.*)\.$", text.strip(), re.DOTALL).group(1).split(", ")

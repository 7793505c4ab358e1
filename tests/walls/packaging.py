#!/usr/bin/env python3
"""What is handed out: the Flatpak, the bundle for macOS, the installer for Windows, the workflows, and the version, which stands in one place."""

import plistlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import yaml

# --- CMakeLists.txt ---------------------------------------------------------------------------------------------------


def app_id(root):
    found = re.search(r'^set\(LEADWAY_APP_ID "([^"]+)"', (root / "CMakeLists.txt").read_text(), re.MULTILINE)
    return found and found[1]


def version(root):
    found = re.search(r"^project\(\w+ VERSION ([\d.]+)", (root / "CMakeLists.txt").read_text(), re.MULTILINE)
    return found and found[1]


def check_version(root):
    """Nothing that is handed out repeats it, so it is raised in one place."""
    wanted = version(root)
    if not wanted:
        return ["CMakeLists.txt: project() names no version"]
    literal = re.compile(r"(?<![\d.])" + re.escape(wanted) + r"(?![\d.]*\d)")
    places = [path for top in ("packaging", "cmake", ".github", ".ci") for path in sorted((root / top).rglob("*"))]
    found = []
    for path in places:
        if path.is_file() and b"\0" not in path.read_bytes():
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if literal.search(line):
                    found.append(f"{path.relative_to(root).as_posix()}:{number}: repeats the version")
    return found


# --- Flatpak ----------------------------------------------------------------------------------------------------------

FLATPAK = "packaging/linux/flatpak"
PERMISSIONS = {
    "--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--share=network",
    "--talk-name=org.freedesktop.secrets", "--talk-name=org.kde.kwalletd5", "--talk-name=org.kde.kwalletd6",
    "--talk-name=org.freedesktop.Notifications", "--filesystem=xdg-documents",
}


def check_source(module, source):
    kind = source.get("type")
    if kind == "archive":
        if not str(source.get("url", "")).startswith("https://"):
            return [f"{module}: an archive comes by https"]
        if not re.fullmatch(r"[0-9a-f]{64}", str(source.get("sha256", ""))):
            return [f"{module}: an archive without its SHA-256"]
        return []
    return [] if kind in ("dir", "script") else [f"{module}: a source of the type {kind}"]


def check_manifest(manifest, wanted_id):
    found = []
    for key, wanted in {"id": wanted_id, "runtime": "org.kde.Platform", "sdk": "org.kde.Sdk",
                        "command": "leadway-exporter"}.items():
        if manifest.get(key) != wanted:
            found.append(f"{key} is {manifest.get(key)}, not {wanted}")
    if not re.fullmatch(r"6\.\d+", str(manifest.get("runtime-version"))):
        found.append("the runtime is one of Qt 6")
    if not isinstance(manifest.get("runtime-version"), str):
        found.append("the runtime's version stands in quotes, or 6.10 is 6.1")
    granted = manifest.get("finish-args", [])
    found += [f"grants {one}" for one in granted if one not in PERMISSIONS]
    found += [f"does not grant {one}" for one in sorted(PERMISSIONS - set(granted))]
    modules = manifest.get("modules", [])
    for module in modules:
        if not module.get("sources"):
            found.append(f"{module.get('name')}: no source")
        for source in module.get("sources", []):
            found += check_source(module.get("name"), source)
    if not modules or modules[-1].get("sources", [{}])[0].get("type") != "dir":
        found.append("the last module is the program, as it lies here")
    return found


def check_flatpak(root):
    manifests = sorted((root / FLATPAK).glob("*.yml"))
    if len(manifests) != 1:
        return [f"{FLATPAK}: one manifest expected, {len(manifests)} found"]
    name = f"{FLATPAK}/{manifests[0].name}"
    wanted = app_id(root)
    if not wanted:
        return ["CMakeLists.txt: no LEADWAY_APP_ID"]
    if manifests[0].stem != wanted:
        return [f"{name}: has another name than LEADWAY_APP_ID, {wanted}"]
    try:
        manifest = yaml.safe_load(manifests[0].read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        return [f"{name}: {error}"]
    problems = check_manifest(manifest, wanted) or read_by_builder(manifests[0])
    return [f"{name}: {problem}" for problem in problems]


def read_by_builder(manifest):
    """What the builder itself says of it, where there is one."""
    builder = shutil.which("flatpak-builder")
    if not builder:
        return []
    with tempfile.TemporaryDirectory() as folder:  # it leaves one of its own where it runs
        ran = subprocess.run([builder, "--show-manifest", str(manifest.resolve())], cwd=folder, capture_output=True, text=True)
    return [f"flatpak-builder: {ran.stderr.strip()}"] if ran.returncode else []


# --- macOS ------------------------------------------------------------------------------------------------------------

INFO = {
    "CFBundleIdentifier": "@LEADWAY_APP_ID@",
    "CFBundleExecutable": "@LEADWAY_BUNDLE@",
    "CFBundleShortVersionString": "@PROJECT_VERSION@",
    "CFBundleVersion": "@PROJECT_VERSION@",
    "CFBundlePackageType": "APPL",
    "CFBundleIconFile": "leadway",
    "CFBundleLocalizations": ["en", "es"],
    "LSMinimumSystemVersion": "@CMAKE_OSX_DEPLOYMENT_TARGET@",
    "LSApplicationCategoryType": "public.app-category.business",
    "NSHighResolutionCapable": True,
}
ENTITLEMENTS = {"com.apple.security.network.client": True}


def check_plist(root, name, look):
    try:
        with (root / name).open("rb") as file:
            content = plistlib.load(file)
    except Exception as error:  # plistlib lets through whatever its parser throws
        return [f"{name}: {error}"]
    return [f"{name}: {problem}" for problem in look(content)]


def check_macos(root):
    found = check_plist(root, "packaging/macos/Info.plist.in", lambda content: [
        f"{key} is {content.get(key)}, not {wanted}" for key, wanted in INFO.items() if content.get(key) != wanted])
    found += check_plist(root, "packaging/macos/leadway.entitlements", lambda content: [
        f"asks for {key}" for key in content if key not in ENTITLEMENTS] + [
        f"does not ask for {key}" for key, wanted in ENTITLEMENTS.items() if content.get(key) is not wanted])
    return found


# --- Windows ----------------------------------------------------------------------------------------------------------

WINDOWS_MANIFEST = "packaging/windows/leadway.manifest"
INSTALLER = "packaging/windows/NSIS.template.in"
WINDOWS_SETTINGS = {"dpiAwareness": "PerMonitorV2", "longPathAware": "true", "activeCodePage": "UTF-8"}


def check_windows_manifest(root):
    try:
        tree = ElementTree.parse(root / WINDOWS_MANIFEST)
    except (ElementTree.ParseError, OSError) as error:
        return [f"{WINDOWS_MANIFEST}: {error}"]
    elements = {element.tag.rsplit("}", 1)[-1]: element for element in tree.iter()}
    found = [f"{name} is not {wanted}" for name, wanted in WINDOWS_SETTINGS.items()
             if name not in elements or elements[name].text != wanted]
    level = elements.get("requestedExecutionLevel")
    if level is None or level.get("level") != "asInvoker":
        found.append("runs with more rights than whoever starts it")
    return [f"{WINDOWS_MANIFEST}: {problem}" for problem in found]


def check_installer(root):
    """For one user; and what it removes it names, so that nobody's files go with the program."""
    text = (root / INSTALLER).read_text(encoding="utf-8")
    code = [line.strip() for line in text.splitlines() if not line.lstrip().startswith(";")]
    found = []
    if "RequestExecutionLevel user" not in code:
        found.append(f"{INSTALLER}: asks for an administrator")
    for line in code:
        if re.match(r"(?i)rmdir\s+/r", line) or re.match(r"(?i)delete\s.*[*?]", line):
            found.append(f"{INSTALLER}: removes what it does not name: {line}")
        if re.search(r"\b(HKLM|HKEY_LOCAL_MACHINE|SHCTX)\b", line):
            found.append(f"{INSTALLER}: writes for all users: {line}")
    return found


def check_windows(root):
    return check_windows_manifest(root) + check_installer(root)


# --- workflows --------------------------------------------------------------------------------------------------------

USES = re.compile(r"^\s*(?:-\s+)?uses:\s*(.*)$")
PINNED = re.compile(r"([\w.-]+/[\w./-]+)@([0-9a-f]{40}) # (v\d+(?:\.\d+)+)")
# The one job that may write, and what.
WRITES = {("release.yml", "draft"): {"contents": "write"}}


def check_uses(name, text, pins):
    """Each action by the hash of a commit, which nobody can move, and the version that this is, for people."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        used = USES.match(line)
        if not used:
            continue
        pinned = PINNED.fullmatch(used[1].strip())
        if not pinned:
            found.append(f"{name}:{number}: an action is named by 40 hexadecimal digits and \" # v1.2.3\"")
        elif pins.setdefault(pinned[1], pinned.group(2, 3)) != pinned.group(2, 3):
            found.append(f"{name}:{number}: {pinned[1]} is another one elsewhere")
    return found


def check_rights(name, workflow):
    found = []
    if workflow.get("permissions") != {"contents": "read"}:
        found.append(f"{name}: may do more than read")
    for job, content in workflow.get("jobs", {}).items():
        granted = content.get("permissions")
        if granted is not None and granted != WRITES.get((name.rsplit("/", 1)[1], job)):
            found.append(f"{name}: the job {job} may do {granted}")
        if "timeout-minutes" not in content:
            found.append(f"{name}: the job {job} may run for ever")
    return found


def check_workflows(root):
    found = []
    pins = {}
    paths = sorted((root / ".github/workflows").glob("*.y*ml"))
    if not paths:
        return [".github/workflows: no workflow"]
    for path in paths:
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        found += check_uses(name, text, pins)
        try:
            found += check_rights(name, yaml.safe_load(text))
        except yaml.YAMLError as error:
            found.append(f"{name}: {error}")
    return found


def check(root):
    root = Path(root)
    return check_version(root) + check_flatpak(root) + check_macos(root) + check_windows(root) + check_workflows(root)


if __name__ == "__main__":
    problems = check(Path(__file__).resolve().parents[2])
    print("\n".join(problems) or "packaging: in order")
    sys.exit(1 if problems else 0)

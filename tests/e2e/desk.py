"""A running window from outside, for the drivers beside this: what shows in it, read from its accessibility
tree, and the ways to act on it: the pointer and the keys of the display, or the tree's own actions.

Nothing here sleeps for a while and hopes: every step waits for what it needs to see, for as long as only a
broken program takes.
"""

import json
import subprocess
import sys
import time

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE = 60  # seconds
PAUSE = 0.05  # between two looks

# What a person can act on, or reads row by row.
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_DATE_EDITOR, pyatspi.ROLE_SLIDER, pyatspi.ROLE_DIAL,
    pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_ITEM, pyatspi.ROLE_TABLE,
    pyatspi.ROLE_TABLE_COLUMN_HEADER, pyatspi.ROLE_PAGE_TAB_LIST, pyatspi.ROLE_PAGE_TAB,
    pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM, pyatspi.ROLE_LINK,
    pyatspi.ROLE_PROGRESS_BAR,
}


class Stuck(Exception):
    """Something that had to come did not."""


def wait_for(what, look):
    """The first answer of look() that is anything; what `look` looks at may go away meanwhile."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = look()
        except (GLib.Error, NotImplementedError):
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Stuck(f"waited in vain: {what}")
        time.sleep(PAUSE)


def kind(role):
    return Atspi.role_get_name(role)


def has(node, *states):
    held = node.getState()
    return all(held.contains(state) for state in states)


def children(node):
    found = (node.getChildAtIndex(index) for index in range(node.childCount))
    return [child for child in found if child is not None]


def headers(table):
    columns = table.queryTable()
    found = (columns.getColumnHeader(column) for column in range(columns.nColumns))
    return [header for header in found if header is not None]


def text_of(node):
    return node.queryText().getText(0, -1)


def label_of(node):
    """A combo box is named after what is chosen in it, so what it is for is said by its label."""
    for relation in node.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            return relation.getTarget(0).name
    return ""


class Window:
    """The program of a process id. Everything is found by what it is and what it is called, among what shows
    in the window or dialog that is in front."""

    def __init__(self, pid):
        Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)
        self._program = wait_for(f"a program {pid} in the accessibility tree", lambda: self._find_program(pid))
        self._program.set_cache_mask(Atspi.Cache.NONE)  # or one would wait for what was true once

    @staticmethod
    def _find_program(pid):
        desktop = pyatspi.Registry.getDesktop(0)
        return next((one for one in children(desktop) if one.get_process_id() == pid), None)

    def front(self):
        return next((top for top in children(self._program) if has(top, pyatspi.STATE_ACTIVE)), None)

    def showing(self, top=None):
        """The nodes that show, from above. Of tables the headers alone, since the cells are thousands."""
        top = top or self.front()
        if top is None:
            return
        yield top
        for child in headers(top) if top.getRole() == pyatspi.ROLE_TABLE else children(top):
            if has(child, pyatspi.STATE_SHOWING):
                yield from self.showing(child)

    def look(self, role, name):
        """It, or nothing."""
        for node in self.showing():
            if node.getRole() == role and name == (label_of(node) if role == pyatspi.ROLE_COMBO_BOX else node.name):
                return node
        return None

    def find(self, role, name):
        """Waits until it is there and can be used."""
        return wait_for(f'{kind(role)} "{name}"', lambda: self._usable(role, name))

    def _usable(self, role, name):
        node = self.look(role, name)
        return node if node is not None and has(node, pyatspi.STATE_ENABLED) else None

    def label(self, *parts):
        """Waits for a label that holds all these words, and gives it whole."""
        def look():
            labels = (node.name for node in self.showing() if node.getRole() == pyatspi.ROLE_LABEL)
            return next((name for name in labels if all(part in name for part in parts)), None)
        return wait_for(f"a label with {parts}", look)

    def rows(self, name):
        """Waits until the table of that name has rows, and gives the table."""
        def look():
            table = self.look(pyatspi.ROLE_TABLE, name)
            return table if table is not None and table.queryTable().nRows > 0 else None
        return wait_for(f'rows in "{name}"', look)

    def dialog(self, name):
        wait_for(f'the dialog "{name}"', lambda: self._is_in_front(pyatspi.ROLE_DIALOG, name))

    def main_window(self):
        wait_for("the main window", lambda: self._is_in_front(pyatspi.ROLE_FRAME, None))

    def _is_in_front(self, role, name):
        front = self.front()
        return front is not None and front.getRole() == role and name in (None, front.name)

    def has_focus(self, role, name):
        """Waits until the keys go there."""
        def look():
            node = self.look(role, name)
            return node if node is not None and has(node, pyatspi.STATE_FOCUSED) else None
        return wait_for(f'the focus at {kind(role)} "{name}"', look)

    def menu_items(self):
        """Of all menus, open or not, without the lines between them."""
        found = []
        left = [node for node in self.showing() if node.getRole() == pyatspi.ROLE_MENU_BAR]
        while left:
            inside = children(left.pop())
            found += [node for node in inside if node.getRole() not in (pyatspi.ROLE_SEPARATOR, pyatspi.ROLE_POPUP_MENU)]
            left += inside
        return found

    def describe(self):
        """For the message of a failing test."""
        try:
            return "\n".join(f"{kind(node.getRole())} {node.name!r}" for node in self.showing())
        except GLib.Error as error:
            return f"nothing can be read: {error.message}"


def act(node, name):
    """One of the actions that the tree offers, as a screen reader takes it."""
    actions = node.queryAction()
    names = [actions.getName(index) for index in range(actions.nActions)]
    if name not in names:
        raise Stuck(f'"{node.name}" offers {names}, not {name}')
    actions.doAction(names.index(name))


def press(node):
    act(node, "Press")


def toggle(node):
    act(node, "Toggle")


def write(node, text):
    node.queryEditableText().setTextContents(text)


def key(*keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", text], check=True)


class Pointer:
    """The mouse, which counts."""

    def __init__(self):
        self.clicks = 0

    def click(self, node):
        place = wait_for(f'a place for "{node.name}"', lambda: self._steady_place(node))
        subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2),
                        "click", "1"], check=True)
        self.clicks += 1

    @staticmethod
    def _steady_place(node):
        """A window that has just come may still be put somewhere else."""
        component = node.queryComponent()
        before = component.getExtents(pyatspi.DESKTOP_COORDS)
        time.sleep(PAUSE)
        after = component.getExtents(pyatspi.DESKTOP_COORDS)
        same = (before.x, before.y, before.width, before.height) == (after.x, after.y, after.width, after.height)
        return after if same and after.width > 0 else None


def run(drive):
    """The main function of a driver: its first argument is the process id; what drive(window, …) gives is
    printed as JSON."""
    window = None
    try:
        window = Window(int(sys.argv[1]))
        print(json.dumps(drive(window, *sys.argv[2:])))
    except (Stuck, GLib.Error, subprocess.CalledProcessError) as error:
        print(f"{error}\n{window.describe() if window else ''}", file=sys.stderr)
        sys.exit(1)

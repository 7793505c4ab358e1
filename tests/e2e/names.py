#!/usr/bin/env python3
"""What every control that shows is called, page by page, from the first start to the export dialog.

Argument: the process id. Prints, for each place, how many controls of each kind show there and which of them
have no name.
"""

import collections

import pyatspi

import desk


def survey(window, more=()):
    kinds = collections.Counter()
    nameless = []
    for node in [*window.showing(), *more]:
        role = node.getRole()
        if role not in desk.CONTROLS:
            continue
        kinds[desk.kind(role)] += 1
        name = desk.label_of(node) if role == pyatspi.ROLE_COMBO_BOX else node.name
        if not name.strip():
            place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            nameless.append(f"{desk.kind(role)} {node.name!r} at {place.x},{place.y}")
    return {"kinds": kinds, "nameless": nameless}


def opened(window, section):
    """What shows while a section is open."""
    button = window.find(pyatspi.ROLE_CHECK_BOX, section)
    desk.toggle(button)
    desk.wait_for(f"{section} open", lambda: desk.has(button, pyatspi.STATE_CHECKED))
    found = survey(window)
    desk.toggle(button)
    desk.wait_for(f"{section} closed", lambda: not desk.has(button, pyatspi.STATE_CHECKED))
    return found


def in_dialog(window, opener, name):
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, opener))
    window.dialog(name)
    window.find(pyatspi.ROLE_PUSH_BUTTON, "Cancel" if opener == "Export…" else "Close")
    return survey(window)


def drive(window, location, token, server):
    places = {}
    window.find(pyatspi.ROLE_TEXT, "Location")
    places["first start"] = survey(window, window.menu_items())
    places["first start, advanced"] = opened(window, "Advanced")
    for role, name, text in ((pyatspi.ROLE_TEXT, "Location", location), (pyatspi.ROLE_PASSWORD_TEXT, "Token", token)):
        desk.write(window.find(role, name), text)
    desk.toggle(window.find(pyatspi.ROLE_CHECK_BOX, "Advanced"))
    desk.write(window.find(pyatspi.ROLE_TEXT, "Server"), server)
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, "Test and continue"))

    table = window.rows("Messages").queryTable()
    window.find(pyatspi.ROLE_TEXT, "Text of the message")
    # A cell may be empty, so these are told as they are.
    cells = [table.getAccessibleAt(0, column).name for column in range(table.nColumns)]
    places["rows"] = survey(window, window.menu_items())
    desk.press(window.find(pyatspi.ROLE_PAGE_TAB, "All fields"))
    window.rows("All fields")
    places["all fields"] = survey(window)
    places["more filters"] = opened(window, "More filters")
    places["advanced filters"] = opened(window, "Advanced")
    desk.key("alt+d", "End")
    window.find(pyatspi.ROLE_SPIN_BUTTON, "From")
    places["other dates"] = survey(window)

    places["accounts"] = in_dialog(window, "Accounts…", "Accounts")
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, "Close"))
    window.main_window()
    places["export"] = in_dialog(window, "Export…", "Export messages")
    return {"places": places, "cells": cells}


if __name__ == "__main__":
    desk.run(drive)

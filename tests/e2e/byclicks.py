#!/usr/bin/env python3
"""By mouse clicks alone: a file of the saved account's messages, or of sample data.

Arguments: the process id, and "saved" or "sample".
"""

import pyatspi

import desk


def drive(window, start):
    pointer = desk.Pointer()
    window.main_window()
    rows = 0
    if start == "sample":
        pointer.click(window.find(pyatspi.ROLE_PUSH_BUTTON, "Try with sample data"))
        rows = window.rows("Messages").queryTable().nRows
    pointer.click(window.find(pyatspi.ROLE_PUSH_BUTTON, "Export…"))
    window.dialog("Export messages")
    pointer.click(window.find(pyatspi.ROLE_PUSH_BUTTON, "Save file"))
    return {"clicks": pointer.clicks, "rows": rows, "card": window.label("Saved ", "messages")}


if __name__ == "__main__":
    desk.run(drive)

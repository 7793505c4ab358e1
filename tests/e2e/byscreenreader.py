#!/usr/bin/env python3
"""The job as a screen reader does it: by the actions, texts and states of the accessibility tree alone.

Arguments: the process id, and one step:
    connect LOCATION TOKEN SERVER   from the first page to the first rows
    read                            what the first row and its details say
    show                            bring rows
    sms COUNT                       choose the SMS, of which there are COUNT
    export FILE                     begin an export as JSON Lines
    saved                           wait until it has ended
    quit
"""

import pyatspi

import desk


def connect(window, location, token, server):
    desk.write(window.find(pyatspi.ROLE_TEXT, "Location"), location)
    secret = window.find(pyatspi.ROLE_PASSWORD_TEXT, "Token")
    desk.write(secret, token)
    desk.write(window.find(pyatspi.ROLE_TEXT, "Name for this account"), "By screen reader")
    desk.toggle(window.find(pyatspi.ROLE_CHECK_BOX, "Advanced"))
    desk.write(window.find(pyatspi.ROLE_TEXT, "Server"), server)
    told = {"length": secret.queryText().characterCount, "password": desk.text_of(secret)}
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, "Test and continue"))
    window.rows("Messages")
    return told


def read(window):
    table = window.rows("Messages").queryTable()
    titles = [table.getColumnDescription(column) for column in range(table.nColumns)]
    cells = [table.getAccessibleAt(0, column).name for column in range(table.nColumns)]
    text = desk.text_of(window.find(pyatspi.ROLE_TEXT, "Text of the message"))
    desk.press(window.find(pyatspi.ROLE_PAGE_TAB, "All fields"))
    fields = window.rows("All fields").queryTable()
    facts = {fields.getAccessibleAt(row, 0).name: fields.getAccessibleAt(row, 1).name for row in range(fields.nRows)}
    return {"rows": table.nRows, "row": dict(zip(titles, cells)), "text": text, "fields": facts}


def show(window):
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, "Show messages"))
    return {"rows": window.rows("Messages").queryTable().nRows}


def sms(window, count):
    desk.toggle(window.find(pyatspi.ROLE_CHECK_BOX, "SMS"))
    box = window.find(pyatspi.ROLE_CHECK_BOX, "SMS")
    desk.wait_for("SMS ticked", lambda: desk.has(box, pyatspi.STATE_CHECKED))
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, "Show messages"))
    return {"label": window.label(f" {count}")}


def export(window, name):
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, "Export…"))
    window.dialog("Export messages")
    desk.toggle(window.find(pyatspi.ROLE_RADIO_BUTTON, "JSON Lines"))
    desk.write(window.find(pyatspi.ROLE_TEXT, "File name"), name)
    desk.press(window.find(pyatspi.ROLE_PUSH_BUTTON, "Save file"))
    window.main_window()
    return {}


def saved(window):
    return {"card": window.label("Saved ", "messages")}


def leave(window):
    desk.press(next(item for item in window.menu_items() if item.name == "Quit"))
    return {}


STEPS = {"connect": connect, "read": read, "show": show, "sms": sms, "export": export, "saved": saved, "quit": leave}


def drive(window, step, *arguments):
    return STEPS[step](window, *arguments)


if __name__ == "__main__":
    desk.run(drive)

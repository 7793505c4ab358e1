#!/usr/bin/env python3
"""The whole job by keyboard alone, from the first start to a file and the end of the program.

Arguments: the process id, the language, the location, the token, the server, and how many SMS there are.
The accessibility tree is only looked at, never acted on.
"""

import pyatspi

import desk

ACCOUNT = "By keyboard"
WORDS = {
    "en": {
        "continue": "alt+c", "save": "alt+s", "location": "Location", "name": "Name for this account",
        "advanced": "Advanced", "server": "Server", "messages": "Messages", "show": "Show messages",
        "export": "Export messages", "file name": "File name", "saved": "Saved ", "tab": "Message",
        "conversation": "Conversation", "fields": "All fields",
    },
    "es": {
        "continue": "alt+p", "save": "alt+g", "location": "Ubicación", "name": "Nombre para esta cuenta",
        "advanced": "Avanzado", "server": "Servidor", "messages": "Mensajes", "show": "Mostrar mensajes",
        "export": "Exportar mensajes", "file name": "Nombre", "saved": "Guardados ", "tab": "Mensaje",
        "conversation": "Conversación", "fields": "Todos los datos",
    },
}


def choose_language(window, language):
    window.has_focus(pyatspi.ROLE_TEXT, "Location")
    if language == "es":
        desk.key("alt+g")
        window.has_focus(pyatspi.ROLE_COMBO_BOX, "Language")
        desk.key("Down")
        window.find(pyatspi.ROLE_COMBO_BOX, "Idioma")
        desk.key("alt+u")


def fill(window, name, text, role=pyatspi.ROLE_TEXT):
    """Types into the field that has the focus. A password is never read back, only its length."""
    field = window.has_focus(role, name)
    desk.type_text(text)
    if role == pyatspi.ROLE_TEXT:
        desk.wait_for(f'"{text}" in "{name}"', lambda: desk.text_of(field) == text)
    else:
        desk.wait_for(f'all of "{name}"', lambda: field.queryText().characterCount == len(text))


def connect(window, words, location, token, server):
    fill(window, words["location"], location)
    desk.key("Tab")
    fill(window, "Token", token, pyatspi.ROLE_PASSWORD_TEXT)
    desk.key("Tab")
    fill(window, words["name"], ACCOUNT)
    desk.key("Tab")
    window.has_focus(pyatspi.ROLE_CHECK_BOX, words["advanced"])
    desk.key("space")
    window.find(pyatspi.ROLE_TEXT, words["server"])
    desk.key("Tab")
    fill(window, words["server"], server)
    desk.key(words["continue"])


def selected_row(table):
    rows = table.queryTable().getSelectedRows()
    return rows[0] if rows else -1


def look_at_rows(window, words):
    table = window.rows(words["messages"])
    desk.wait_for("the first row selected", lambda: selected_row(table) == 0)
    # The form has the focus, the table is the next area.
    window.has_focus(pyatspi.ROLE_PUSH_BUTTON, words["show"])
    desk.key("F6")
    window.has_focus(pyatspi.ROLE_TABLE, words["messages"])
    desk.key("Down", "Down")
    desk.wait_for("the third row selected", lambda: selected_row(table) == 2)
    desk.key("Return")
    window.has_focus(pyatspi.ROLE_PAGE_TAB_LIST, words["tab"])
    desk.key("Right")
    window.has_focus(pyatspi.ROLE_PAGE_TAB_LIST, words["conversation"])
    desk.key("Right")
    window.has_focus(pyatspi.ROLE_PAGE_TAB_LIST, words["fields"])
    window.rows(words["fields"])


def choose_sms(window, words, count):
    desk.key("alt+1")
    box = window.find(pyatspi.ROLE_CHECK_BOX, "SMS")
    desk.wait_for("SMS ticked", lambda: desk.has(box, pyatspi.STATE_CHECKED))
    desk.key("F5")
    window.label(f" {count}")
    window.rows(words["messages"])


def save(window, words, name):
    desk.key("ctrl+e")
    window.dialog(words["export"])
    desk.key("alt+j")
    json = window.find(pyatspi.ROLE_RADIO_BUTTON, "JSON")
    desk.wait_for("JSON chosen", lambda: desk.has(json, pyatspi.STATE_CHECKED))
    desk.key("alt+n")
    window.has_focus(pyatspi.ROLE_TEXT, words["file name"])
    desk.key("ctrl+a")
    fill(window, words["file name"], name)
    desk.key(words["save"])
    window.main_window()
    return window.label(words["saved"])


def drive(window, language, location, token, server, count):
    words = WORDS[language]
    choose_language(window, language)
    connect(window, words, location, token, server)
    look_at_rows(window, words)
    choose_sms(window, words, count)
    card = save(window, words, "typed.json")
    desk.key("Escape")
    desk.wait_for("the card gone", lambda: not any(node.name == card for node in window.showing()))
    desk.key("ctrl+q")
    return {"card": card}


if __name__ == "__main__":
    desk.run(drive)

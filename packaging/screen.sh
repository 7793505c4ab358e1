# shellcheck shell=bash
# A screen that nobody sees, and a look at the program's window there: for "./dev package" and "./dev windows", which both
# prove that what was installed opens. A part of `dev`, which says what fail is.

# wait_for TENTHS COMMAND…: until it succeeds, or for so many tenths of a second between its trials
wait_for() {
    local tries
    for ((tries = 0; tries < $1; ++tries)); do
        ! "${@:2}" || return 0
        sleep 0.1
    done
    return 1
}

# open_screen SIZE: which is open to the programs of every user here. Its name is then in screen.
open_screen() {
    local number
    number=$(mktemp)
    Xvfb -displayfd 3 -screen 0 "$1x24" -ac 3>"$number" >/dev/null 2>&1 &
    screen_server=$!
    wait_for 100 test -s "$number" || fail "no screen could be opened."
    screen=:$(<"$number")
    rm "$number"
}

close_screen() {
    kill "$screen_server"
    wait "$screen_server" 2>/dev/null || true
}

# look_and_close PICTURE PROCESS: takes a picture of the window as soon as its messages are there, asks it to close, and
# tells whether the process that opened it found everything in order.
look_and_close() {
    local result=0
    wait_for 600 shows_messages "$1" || result=1
    wait_for 100 closes "$2" || result=1
    wait "$2" || result=1
    # Of a window that is gone it may have stayed down, for the next one to hear.
    DISPLAY=$screen xdotool keyup ctrl+q || result=1
    ((result == 0)) || fail "the window did not open with its messages, or did not leave cleanly; see $1."
}

# closes PROCESS: whether it has ended; else it is asked to, once more, since a window that has just come may hear nothing.
closes() {
    ! kill -0 "$1" 2>/dev/null && return
    DISPLAY=$screen timeout 5 xdotool search --onlyvisible --name 'Leadway Message Exporter' \
        windowactivate --sync key ctrl+q >/dev/null 2>&1 || true # the key goes up again in a window that is gone
    return 1
}

# shows_messages PICTURE: whether there is something where the rows end and the message chosen is read, above the line
# at the bottom
shows_messages() {
    local window
    window=$(DISPLAY=$screen xdotool search --onlyvisible --name 'Leadway Message Exporter' 2>/dev/null | tail -n 1)
    [[ -n $window ]] && DISPLAY=$screen import -window "$window" "$1" 2>/dev/null &&
        (($(convert "$1" -gravity southeast -crop 60%x40%+0+0 +repage \
            -gravity north -crop 100%x75%+0+0 -format %k info:) > 30))
}

#!/bin/sh
# changelog.sh PACKAGE VERSION DATE MAINTAINER CHANGES OUTPUT: CHANGELOG.md as Debian's changelogs are. What is called
# "Unreleased" there becomes VERSION of that DATE, if no other part is; every other version has its own day.
set -eu
package=$1 version=$2 date=$3 maintainer=$4 changes=$5 output=$6

# Entries of Debian's are text: without Markdown's marks, and at most 80 characters wide.
awk -v package="$package" -v version="$version" -v date="$date" -v maintainer="$maintainer" '
    function flush(    count, words, i, line, begin) {
        count = split(item, words, " ")
        item = ""
        begin = line = "  *"
        for (i = 1; i <= count; ++i) {
            if (length(line) + 1 + length(words[i]) > 80 && line != begin) {
                print line
                begin = line = "   "
            }
            line = line " " words[i]
        }
        if (count) { print line }
    }
    function finish(    command, stamp) {
        if (!day) { return }
        flush()
        command = "LC_ALL=C date --utc --rfc-email --date=\"" day " 12:00\""
        if ((command | getline stamp) < 1) { exit failed = 1 }
        close(command)
        print "\n -- " maintainer "  " stamp
        day = ""
        ++told
    }
    NR == FNR { isOut = isOut || /^## / && $2 == version; next }
    /^## / {
        finish()
        if ($2 == "Unreleased" && isOut) { next }
        if (told) { print "" }
        if ($2 == "Unreleased") { number = version; day = date; place = "UNRELEASED" }
        else { number = $2; day = $4; place = "unstable" }
        if (day !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/) {
            print "changelog.sh: not a version and its day: " $0 | "cat >&2"
            exit failed = 1
        }
        print package " (" number ") " place "; urgency=medium"
        next
    }
    !day { next }
    { gsub(/[`*]/, "") }
    /^### / { flush(); sub(/^### /, ""); print "\n  [ " $0 " ]"; next }
    /^- / { flush(); item = substr($0, 3); next }
    /^  / { item = item " " $0; next }
    /^$/ { flush() }
    END { if (failed) { exit 1 } finish(); if (!told) { exit 1 } }
' "$changes" "$changes" >"$output.new"
mv "$output.new" "$output"

# shellcheck shell=bash
# "./dev windows": builds the programs for Windows, tries them under Wine, and makes the installer and tries that. A part
# of `dev`, which reads this file; need, say, fail, build, private and the like are explained there.
# shellcheck disable=SC2154 # they are assigned there, too
# shellcheck disable=SC2164 # and it stops at the first failure

# shellcheck source=packaging/windows/libraries.sh
source packaging/windows/libraries.sh
# shellcheck source=packaging/screen.sh
source packaging/screen.sh

readonly windows_packages=(
    g++-mingw-w64-x86-64-posix libz-mingw-w64-dev wine wine64 nsis dpkg-dev tcl make perl xz-utils
    xvfb openbox xdotool imagemagick fonts-noto-core python3
)
readonly windows=build/windows
readonly no_windows=77 # what is needed is not here: neither good nor bad

windows() {
    need_windows
    know_sources
    LEADWAY_WINDOWS_QT=$(windows_qt) || exit
    LEADWAY_WINDOWS_LIBRARIES=$(windows_libraries) || exit
    LEADWAY_HOST_CMAKE=/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake
    export LEADWAY_WINDOWS_QT LEADWAY_WINDOWS_LIBRARIES LEADWAY_HOST_CMAKE
    forget_other_libraries
    gather_licences
    build release leadway-icon leadway-export leadway-simulator
    draw_icons
    build windows
    WINEPREFIX=$PWD/$windows/wine
    export WINEPREFIX
    mkdir -p "$WINEPREFIX"
    open_desktop
    make_wine
    test_under_wine
    compare_exports "csv csv-exact json jsonl transcript xlsx pdf" \
        packaging/windows/under-wine "$PWD/$windows/src/cli/leadway-export.exe"
    prove_console
    prove_interrupt
    prove_proxy
    look_at_windows
    make_installer
    prove_installer
}

need_windows() {
    local missing
    mapfile -t missing < <(missing_packages "${windows_packages[@]}")
    if ((${#missing[@]})) && { ! command -v apt-get >/dev/null || { ((EUID)) && ! command -v sudo >/dev/null; }; }; then
        say "Not built for Windows: these Debian packages are missing, and cannot be installed here: ${missing[*]}"
        exit $no_windows
    fi
    need "build for Windows and try it" "${build_packages[@]}" "${windows_packages[@]}"
}

# A build with other libraries than last time begins anew.
forget_other_libraries() {
    local used="$LEADWAY_WINDOWS_QT $LEADWAY_WINDOWS_LIBRARIES"
    mkdir -p $windows
    [[ ! -e $windows/libraries || $(<$windows/libraries) == "$used" ]] ||
        rm -f $windows/CMakeCache.txt $windows/build.ninja
    echo "$used" >$windows/libraries
}

# Of all that is installed with the programs.
gather_licences() {
    rm -rf $windows/licences
    mkdir -p $windows/licences
    cp "$LEADWAY_WINDOWS_QT"/licences/* "$LEADWAY_WINDOWS_LIBRARIES"/licences/* $windows/licences/
    cp /usr/share/doc/gcc-mingw-w64-base/copyright $windows/licences/gcc-runtime.txt
    cp /usr/share/doc/mingw-w64-common/copyright $windows/licences/mingw-w64-runtime.txt
}

# Qt's SVG module has no source here, so the drawings are made with this system's one.
draw_icons() {
    local drawing name size
    mkdir -p $windows/drawn/icons
    draw_icon resources/leadway.svg 256 leadway
    for size in 16 24; do draw_icon resources/leadway-small.svg $size leadway-$size; done
    for size in 32 48 64 256; do draw_icon resources/leadway.svg $size leadway-$size; done
    for drawing in resources/icons/*.svg; do
        name=$(basename "$drawing" .svg)
        draw_icon "$drawing" 96 "icons/$name"
    done
}

# draw_icon DRAWING SIZE NAME
draw_icon() {
    local png=$windows/drawn/$3.png
    [[ $png -nt $1 ]] || "$release/packaging/linux/leadway-icon" "$1" "$2" "$png"
}

# --- under Wine -----------------------------------------------------------------------------------------

# One desktop for all that follows; Wine's own services stay as long, since each start of them takes seconds.
open_desktop() {
    desktop_home=$(mktemp -d /tmp/leadway-XXXXXX)
    open_screen 2560x1600
    trap close_desktop EXIT
    give_fonts
    on_wine openbox >/dev/null 2>&1 &
    on_wine wineserver --persistent
}

# Wine has none of the fonts of Windows, so it is given one, and no others: those of this system may have coloured dots in
# the place of outlines, which on Windows none of this kind has, and Qt ends over that.
give_fonts() {
    mkdir "$desktop_home/fonts"
    ln -s /usr/share/fonts/truetype/noto/NotoSans-{Regular,Bold,Italic,BoldItalic}.ttf "$desktop_home/fonts"
    cat >"$desktop_home/fonts.conf" <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$desktop_home/fonts</dir><cachedir>$desktop_home/cache</cachedir></fontconfig>
FONTS
}

close_desktop() {
    [[ -z $server ]] || stop_server || true
    wineserver --kill || true
    close_screen || true
    rm -rf "$desktop_home"
}

# What the programs are tried with, one at a time.
server=
port=

# start_server LOG COMMAND…: which tells its port on a line with "127.0.0.1" or "port" in front of it
start_server() {
    local log=$1
    shift
    "$@" >"$log" 2>&1 &
    server=$!
    wait_for 100 grep -Eq '(127\.0\.0\.1:|port )[0-9]' "$log" || fail "this does not start: $*; see $log."
    port=$(sed -En 's/.*(127\.0\.0\.1:|port )([0-9]+).*/\2/p' "$log" | head -n 1)
}

# start_simulator LOG ARGUMENTS…
start_simulator() {
    start_server "$1" "$release/src/simulator/leadway-simulator" --port 0 --messages 6000 --token pit-demo "${@:2}"
}

stop_server() {
    kill "$server"
    server=
}

# on_wine COMMAND…: without what Wine would like to install, tell or debug, and nothing of the person's but their home.
on_wine() (
    unset LC_ALL LANGUAGE WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS QT_QPA_PLATFORM QT_PLUGIN_PATH
    unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
    export LANG=C.UTF-8 DISPLAY=$screen FONTCONFIG_FILE=$desktop_home/fonts.conf
    export WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe,winedbg.exe=d'
    "$@"
)

make_wine() {
    local font
    [[ ! -e $WINEPREFIX/ready ]] || return 0
    say "A Windows 10 of Wine's"
    logged $windows/wine.log on_wine wineboot --init
    logged $windows/wine.log on_wine winecfg -v win10
    for font in 'Segoe UI' 'MS Shell Dlg' 'MS Shell Dlg 2' Tahoma Arial; do
        registry add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d 'Noto Sans' /f
    done
    touch "$WINEPREFIX/ready"
}

test_under_wine() {
    say "Tests under Wine"
    rm -rf $windows/test-output
    mkdir -p $windows/test-output
    on_wine ctest --test-dir $windows -j "$(($(nproc) + 1))" --no-tests=error -Q --output-on-failure --output-junit tests.xml ||
        fail "a test failed under Wine; what it said is in $windows/test-output."
    say "$(sed -n 's/^[[:space:]]*tests="\([0-9]*\)".*/\1/p' $windows/tests.xml) test programs passed under Wine"
}

# compare_exports FORMATS PROGRAM…: the same messages of one simulator, by the program for Windows and by that of Linux.
compare_exports() {
    local formats=$1 out=$PWD/$windows/exports format system result=0
    shift
    say "Exports under Wine and on Linux, byte for byte"
    rm -rf "$out"
    mkdir -p "$out"/{windows,linux}
    start_simulator "$out/simulator.log" --content awkward
    for format in $formats; do
        for system in linux windows; do
            [[ $system-$format != linux-pdf ]] || continue # with nothing to compare, and pages take their time
            export_to "$system" "$port" "$format" "$out/$system/mensajes_áéñ_日本.$format" "$@" || result=1
        done
        same_files "$format" "$out/linux/mensajes_áéñ_日本.$format" "$out/windows/mensajes_áéñ_日本.$format" || result=1
    done
    stop_server
    rm -rf "$PWD/$windows"/home-*
    ((result == 0)) || fail "the exports differ, or one failed; they are in $out."
}

# same_files FORMAT FILE FILE: a workbook tells when it was made, and a PDF holds the fonts of its system.
same_files() {
    case $1 in
    xlsx)
        mkdir "$2.parts" "$3.parts"
        cmake -E chdir "$2.parts" cmake -E tar x "$2"
        cmake -E chdir "$3.parts" cmake -E tar x "$3"
        diff -r --exclude=core.xml "$2.parts" "$3.parts"
        ;;
    pdf) [[ $(head -c 5 "$3") == %PDF- ]] ;;
    *) cmp "$2" "$3" ;;
    esac
}

# export_to linux|windows PORT FORMAT FILE PROGRAM…
export_to() {
    local file=$4 run arguments
    run=(private "$(mktemp -d "$PWD/$windows/home-XXXXXX")" "$release/src/cli/leadway-export")
    arguments=(--quiet --base-url "http://127.0.0.1:$2" --location demo0000000000000001 --format "$3")
    if [[ $1 == windows ]]; then
        run=(on_wine timeout 300 "${@:5}")
        file=Z:${file//\//\\}
    fi
    TZ=Europe/Budapest LEADWAY_TOKEN=pit-demo "${run[@]}" "${arguments[@]}" --output "$file"
}

# In a console, which gets letters otherwise than a file does: the sentence that tells of a folder that is not there.
prove_console() {
    local log=$windows/console.log
    say "The command line in a console"
    on_wine script -qec "packaging/windows/under-wine $PWD/$windows/src/cli/leadway-export.exe --demo \
        --output 'Z:\\falta_áéñ_日本\\a.csv'" /dev/null </dev/null >"$log" && fail "it wrote where nothing can be."
    grep -q 'falta_áéñ_日本' "$log" || fail "the console shows other letters: $log."
}

# Ctrl+C in a console, in the midst of an export from a slow service: it ends as one that can be gone on with, and is.
prove_interrupt() {
    local log=$PWD/$windows/interrupt.log file=$PWD/$windows/interrupted.csv command result=0 keys
    say "Ctrl+C, and going on"
    rm -f "$file"
    : >"$log"
    start_simulator "$windows/simulator.log" --latency 500 --rate 5/2000
    command="packaging/windows/under-wine $PWD/$windows/src/cli/leadway-export.exe --base-url http://127.0.0.1:$port"
    exec {keys}> >(LEADWAY_TOKEN=pit-demo on_wine script -qec \
        "$command --location demo0000000000000001 --output 'Z:${file//\//\\}'" /dev/null >"$log")
    wait_for 600 grep -q '500' "$log" || result=1
    printf '\003' >&"$keys"
    wait "$!" || result=$?
    exec {keys}>&-
    ((result == 3)) || fail "it ended with $result, as what can be gone on with does not: $log."
    [[ ! -e $file ]] || fail "there is a file of an export that was interrupted."
    LEADWAY_TOKEN=pit-demo on_wine bash -c "$command --quiet --resume" >>"$log" 2>&1 || fail "it does not go on: $log."
    stop_server
    (($(wc -l <"$file") > 6000)) || fail "something is missing in $file."
}

# The proxy of Windows' settings is asked for what is not on this computer; that it refuses is to be told. The settings are
# those that a person makes, as Windows keeps them: three numbers, and the proxy behind its length.
prove_proxy() {
    local settings='HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections' log=$PWD/$windows/proxy.log
    local proxy
    say "The system's proxy"
    start_server "$log" python3 -u -m http.server 0 --bind 127.0.0.1
    proxy=127.0.0.1:$port
    registry add "$settings" /v DefaultConnectionSettings /t REG_BINARY /f \
        /d "460000000100000003000000$(printf %02x ${#proxy})000000$(printf %s "$proxy" | od -A n -t x1 | tr -d ' \n')0000000000000000"
    LEADWAY_TOKEN=pit-demo on_wine timeout 60 packaging/windows/under-wine "$PWD/$windows/src/cli/leadway-export.exe" \
        --base-url https://leadway.invalid --location demo0000000000000001 --output 'Z:\tmp\a.csv' 2>>"$log" &&
        fail "it exported from where nothing is."
    stop_server
    registry delete "$settings" /v DefaultConnectionSettings /f
    grep -q 'CONNECT' "$log" || fail "the proxy was not asked: $log."
    grep -q 'proxy does not let us through' "$log" || fail "it is not told that the proxy refuses: $log."
}

# --- what a person sees ---------------------------------------------------------------------------------

# take_picture PICTURE PROGRAM…: of the window on sample data. Wine is told the rest by `registry`.
take_picture() {
    rm -f "$1"
    on_wine timeout 120 "${@:2}" &
    look_and_close "$1" $!
}

registry() { on_wine wine reg "$@" >/dev/null 2>&1; }

# It knows then of another screen.
start_wine_anew() { wineserver --kill && wineserver --wait && on_wine wineserver --persistent; }

look_at_windows() {
    local program=(packaging/windows/under-wine "$PWD/$windows/src/gui/leadway-exporter.exe" --demo)
    local personal='HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize'
    say "The window: light, dark, and on a screen of twice as many dots an inch"
    registry add "$personal" /v AppsUseLightTheme /t REG_DWORD /d 1 /f # whatever an earlier run left
    take_picture $windows/window.png "${program[@]}"
    registry add "$personal" /v AppsUseLightTheme /t REG_DWORD /d 0 /f
    take_picture $windows/window-dark.png "${program[@]}"
    registry add "$personal" /v AppsUseLightTheme /t REG_DWORD /d 1 /f
    registry add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d 192 /f
    start_wine_anew
    take_picture $windows/window-200.png "${program[@]}" --language es
    registry delete 'HKCU\Control Panel\Desktop' /v LogPixels /f
    start_wine_anew
    (($(lightness $windows/window.png) > 60)) || fail "the light window is dark: $windows/window.png."
    (($(lightness $windows/window-dark.png) < 40)) || fail "the dark window is light: $windows/window-dark.png."
    (($(identify -format %w $windows/window-200.png) > $(identify -format %w $windows/window.png) * 3 / 2)) ||
        fail "the window of the finer screen is no larger: $windows/window-200.png."
}

# lightness PICTURE: of all of it, in percent
lightness() { convert "$1" -colorspace Gray -format '%[fx:int(100*mean)]' info:; }

# --- the installer --------------------------------------------------------------------------------------

make_installer() {
    say "The installer"
    rm -rf $windows/packages
    logged $windows/cpack.log cpack --config $windows/CPackConfig.cmake -B "$PWD/$windows/packages"
}

# Where it goes has accents; Wine's own way to say where has no blanks.
prove_installer() {
    local setup drive=$WINEPREFIX/drive_c folder='C:\Programas\Exportación_ñ' installed
    local key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\LeadwayMessageExporter'
    local menu before program
    setup=$(echo "$PWD/$windows/packages"/*.exe)
    installed=$drive/Programas/Exportación_ñ
    before=$(kept_by_wine)
    say "Installing silently into $folder"
    run_silently "$setup" "/D=$folder" || fail "the installer ended with $?."
    for program in leadway-exporter leadway-export uninstall; do
        [[ -f $installed/$program.exe ]] || fail "$program.exe was not installed."
    done
    registry query "$key" /v UninstallString || fail "Windows does not know how to uninstall it."
    menu=$(find "$drive/users" -path '*Start Menu*' -name 'Leadway Message Exporter.lnk')
    [[ -n $menu ]] || fail "it is not in the Start menu."
    say "The installed programs"
    compare_exports "csv json" wine "$installed/leadway-export.exe"
    take_picture $windows/installed.png wine "$installed/leadway-exporter.exe" --demo
    say "Installing over it, and uninstalling silently"
    run_silently "$setup" "/D=$folder" || fail "the installer does not go over what it installed."
    run_silently "$installed/uninstall.exe" || fail "the uninstaller ended with $?."
    # It goes on in a copy of its own, since it removes itself.
    wait_for 200 test ! -e "$installed" || fail "these stay: $(find "$installed")."
    ! registry query "$key" || fail "Windows still knows how to uninstall it."
    diff <(echo "$before") <(kept_by_wine) >&2 || fail "these files were not there before, or are gone."
    say "$(basename "$setup"): $(numfmt --to=si --suffix=B "$(stat -c %s "$setup")")"
}

# run_silently PROGRAM ARGUMENTS…
run_silently() { on_wine timeout 120 wine "$1" /S "${@:2}"; }

# Everything but what the programs keep for a person.
kept_by_wine() {
    find "$WINEPREFIX/drive_c" -type f ! -path '*/AppData/Local/Leadway/*' ! -path '*/Temp/*' | LC_ALL=C sort
}

# shellcheck shell=bash
# What the programs for Windows are built with, out of Debian's own sources: Qt, and the libraries that Debian does not
# have for that compiler. Both stay in a folder outside the tree (say where with LEADWAY_WINDOWS_CACHE), under the name
# of all they depend on, and what was interrupted goes on where it was. Sourced by windows.sh.

readonly windows_cache=${LEADWAY_WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/leadway-message-exporter/windows}
readonly windows_sources=(qt6-base simdjson libxlsxwriter sqlite3 libxml2 zlib cpp-httplib)
readonly mingw=x86_64-w64-mingw32

# Without what no part of the programs uses. direct2d stays, since Qt 6.4 does not build for mingw without it, and
# Debian's sources lack what tablets need.
readonly qt_options=(
    -DCMAKE_{C,CXX}_FLAGS_RELEASE='-O2 -DNDEBUG' # as Debian builds it
    -DFEATURE_{pkg_config,androiddeployqt,qmake,sql,dbus,printsupport,xml,vulkan,tabletevent,zstd,glib,icu,brotli}"=OFF"
    -DFEATURE_direct2d=ON -DFEATURE_direct2d1_1=OFF
    -DINPUT_opengl=no -DINPUT_openssl=no -DFEATURE_ssl=ON -DFEATURE_schannel=ON
    -DFEATURE_system_{zlib,pcre2,freetype,harfbuzz,png,doubleconversion}"=OFF"
    -DFEATURE_{concurrent,dtls,networkdiskcache,tuiotouch,jpeg,gif,movie,picture}"=OFF"
    -DFEATURE_{textmarkdownwriter,textodfwriter,syntaxhighlighter}"=OFF"
    -DFEATURE_{graphicsview,wizard,mdiarea,dockwidget,toolbox,columnview,datawidgetmapper,scroller}"=OFF"
    -DFEATURE_{colordialog,fontdialog,fontcombobox,progressdialog,errormessage,splashscreen}"=OFF"
    -DFEATURE_{commandlinkbutton,dial,lcdnumber,keysequenceedit,undocommand}"=OFF"
)

# apt-get with lists of its own, so that those of the system stay as they are.
apt_sources() {
    apt-get -o Dir::Etc::sourcelist="$windows_cache/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$windows_cache/lists" -o Dir::Cache::srcpkgcache= -o Dir::Cache::pkgcache= "$@"
}

# The sources of what this system installs its programs from.
know_sources() {
    mkdir -p "$windows_cache/lists/partial" "$windows_cache/sources"
    # shellcheck disable=SC2016 # the names are apt-get's
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        grep ' bookworm[^ ]* main$' | awk '!seen[$0]++' >"$windows_cache/sources.list" ||
        fail "no source of Debian bookworm is known to apt-get here."
    apt_sources update -q >"$windows_cache/apt.log" 2>&1 ||
        say "The lists of Debian's sources could not be read anew; those of last time are used"
}

# version_of SOURCE: of the newest one
version_of() {
    apt_sources source --print-uris "$1" 2>/dev/null | sed -n "s/^'.*' \(.*\)\.dsc .*/\1/p"
}

# unpacked SOURCE FOLDER: with Debian's own changes
unpacked() {
    [[ -d $2 ]] && return
    rm -rf "$2.part"
    (cd "$windows_cache/sources" && apt_sources source -q --download-only "$1") >>"$windows_cache/apt.log" 2>&1 ||
        fail "Debian's source of $1 could not be had ($windows_cache/apt.log)."
    dpkg-source --no-check -x "$windows_cache/sources/$(version_of "$1").dsc" "$2.part" \
        >>"$windows_cache/apt.log" 2>&1 || fail "Debian's source of $1 could not be unpacked."
    mv "$2.part" "$2"
}

# key_of FILE… -- WORD…: what a folder is called that depends on them
key_of() {
    local files=()
    while [[ $1 != -- ]]; do
        files+=("$1")
        shift
    done
    { cat "${files[@]}" && printf '%s\n' "$@" "$($mingw-g++-posix -dumpfullversion)"; } | sha256sum | cut -c 1-12
}

# windows_cmake SOURCE BUILD PREFIX ARGUMENTS…: configures, builds and installs, and goes on where it was.
windows_cmake() {
    local source=$1 folder=$2 prefix=$3
    shift 3
    [[ -f $folder/build.ninja ]] ||
        cmake -S "$source" -B "$folder" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$PWD/packaging/windows/mingw.cmake" \
            -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_BUILD_TYPE=Release \
            -DZLIB_LIBRARY=/usr/$mingw/lib/libz.a "$@" || return
    cmake --build "$folder" && cmake --install "$folder"
}

# logged LOG COMMAND…
logged() {
    local log=$1
    shift
    "$@" >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        fail "that did not work; all of it is in $log."
    }
}

# windows_qt: prints where it is.
windows_qt() {
    local key folder work
    key=$(key_of packaging/windows/mingw.cmake -- "$(version_of qt6-base)" "${qt_options[@]}")
    folder=$windows_cache/qt-$key
    work=$windows_cache/build-qt-$key
    if [[ ! -e $folder/finished ]]; then
        say "Building Qt for Windows (about 20 minutes on two processors; once): $folder"
        mkdir -p "$work"
        unpacked qt6-base "$work/source"
        logged "$work/log" windows_cmake "$work/source" "$work/build" "$folder" \
            -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake" \
            -DBUILD_SHARED_LIBS=ON -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF \
            -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF -DFEATURE_precompile_header=ON "${qt_options[@]}"
        install -D -m 644 -t "$folder/licences" "$work"/source/LICENSES/{LGPL,GPL}-3.0-only.txt
        cp "$work/source/debian/copyright" "$folder/licences/qt6-base.txt" || fail "$folder could not be written."
        touch "$folder/finished"
        rm -rf "$work"
    fi
    echo "$folder"
}

# windows_libraries: prints where they are.
windows_libraries() {
    local key folder work versions=() source
    for source in "${windows_sources[@]:1}"; do versions+=("$(version_of "$source")"); done
    key=$(key_of packaging/windows/mingw.cmake packaging/windows/libraries/CMakeLists.txt -- \
        "${versions[@]}" "$(declare -f build_windows_libraries windows_cmake)")
    folder=$windows_cache/libraries-$key
    work=$windows_cache/build-libraries-$key
    if [[ ! -e $folder/finished ]]; then
        say "Building the other libraries for Windows: $folder"
        mkdir -p "$work"
        for source in "${windows_sources[@]:1}"; do
            unpacked "$source" "$work/$source"
            install -D -m 644 "$work/$source/debian/copyright" "$folder/licences/$source.txt" ||
                fail "$folder could not be written."
        done
        logged "$work/log" build_windows_libraries "$work" "$folder"
        touch "$folder/finished"
        rm -rf "$work"
    fi
    echo "$folder"
}

build_windows_libraries() {
    local work=$1 prefix=$2
    export LEADWAY_WINDOWS_LIBRARIES=$prefix
    mkdir -p "$work/sqlite" &&
        make -C "$work/sqlite" -f "$work/sqlite3/Makefile.linux-gcc" TOP="$work/sqlite3" sqlite3.c sqlite3.h &&
        cp "$work/sqlite3/VERSION" "$work/sqlite/" || return
    # Side by side, since two of them are little more than one large file.
    local builds=() number result=0
    windows_cmake "$work/simdjson" "$work/build-simdjson" "$prefix" \
        -DBUILD_SHARED_LIBS=OFF -DSIMDJSON_DEVELOPER_MODE=OFF &
    builds+=($!)
    windows_cmake "$work/libxml2" "$work/build-libxml2" "$prefix" -DBUILD_SHARED_LIBS=OFF \
        -DLIBXML2_WITH_{CATALOG,DEBUG,DOCB,FTP,HTTP,ICONV,LEGACY,LZMA,MODULES,PROGRAMS,PYTHON,TESTS,ZLIB}=OFF &
    builds+=($!)
    windows_cmake packaging/windows/libraries "$work/build" "$prefix" \
        -DLEADWAY_SQLITE="$work/sqlite" -DLEADWAY_ZLIB="$work/zlib" -DLEADWAY_HTTPLIB="$work/cpp-httplib" &&
        windows_cmake "$work/libxlsxwriter" "$work/build-libxlsxwriter" "$prefix" -DBUILD_SHARED_LIBS=OFF || result=1
    for number in "${builds[@]}"; do wait "$number" || result=1; done
    return $result
}

# shellcheck shell=bash
# "./dev package": makes the packages for Linux and the source archive, and proves what they promise. A part of `dev`,
# which reads this file; need, say, build_packages, in_root, root_place and the like are explained there.
# shellcheck disable=SC2154 # they are assigned there, too
# shellcheck disable=SC2164 # and it stops at the first failure

# shellcheck source=packaging/screen.sh
source packaging/screen.sh

readonly packages=build/packages # everything that is made: the packages, and a picture of the installed window

# The sources go first through their archive, so that what it holds is known to build, to pass its tests, and to be
# what the packages are made of.
package() {
    local root installed
    need "make packages" "${build_packages[@]}" "${package_packages[@]}"
    ((EUID == 0)) || fail "package installs into a system root of its own, so it has to be started as root."
    rm -rf $packages
    mkdir -p $packages
    make_source_archive
    build_from_archive
    make_packages
    check_deb
    check_rpm
    root=$(mktemp -d /var/tmp/leadway-package-XXXXXX)
    # shellcheck disable=SC2064 # the path of now
    trap "rm -rf --one-file-system '$root'" EXIT
    clean_root "$root"
    prove_install "$root"
    prove_upgrade "$root"
    prove_removal "$root"
    show_sizes
}

version() { sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt; }

the_deb() { echo $packages/leadway-message-exporter_"$1"_*.deb; }

make_source_archive() {
    local tree
    say "The source archive"
    tree=$(mktemp -d $packages/tree-XXXXXX)
    cmake --preset release -B "$tree" -D LEADWAY_BUILD_TESTS=OFF --log-level=WARNING
    cpack --config "$tree/CPackSourceConfig.cmake" -G TGZ -B $packages >"$tree/cpack.log" || {
        cat "$tree/cpack.log" >&2
        fail "cpack could not pack the sources."
    }
    rm -rf "$tree" $packages/_CPack_Packages
    diff <(tar -tzf $packages/leadway-message-exporter-"$(version)".tar.gz | sed 's|^[^/]*/||' | grep -v '/$' | LC_ALL=C sort) \
        <(project_files | tr '\0' '\n' | LC_ALL=C sort) >&2 || fail "the archive differs from the tree."
}

# build_from_archive: into $packages/source, whose objects ccache knows again where it is there.
build_from_archive() {
    say "Building from the archive, and its quick tests"
    mkdir $packages/source
    tar -xzf $packages/leadway-message-exporter-"$(version)".tar.gz -C $packages/source --strip-components=1
    (
        cd $packages/source
        export CCACHE_BASEDIR=$PWD
        launcher=()
        command -v ccache >/dev/null && launcher=(-D CMAKE_CXX_COMPILER_LAUNCHER=ccache)
        cmake --preset release "${launcher[@]}" -D LEADWAY_RELEASES_URL="${LEADWAY_RELEASES_URL:-}" --log-level=NOTICE
        cmake --build build/release --target leadway-packaged leadway-unit-tests
        mkdir -p build/home
        private "$PWD/build/home" ctest --test-dir build/release -L unit -j "$(nproc)" --no-tests=error -Q \
            --output-on-failure || fail "a test of the archive failed; see $PWD/build/release/Testing."
    )
}

make_packages() {
    say "The packages"
    local config=$packages/source/build/release/CPackConfig.cmake
    pack $config made
    # The same once more with a higher number, for the upgrade.
    pack $config next -G DEB -D CPACK_DEBIAN_PACKAGE_VERSION="$(version)+next"
    mv $packages/made/*.deb $packages/made/*.rpm $packages/
    rm -rf $packages/made $packages/next/_CPack_Packages
}

# pack CONFIG FOLDER ARGUMENTS…
pack() {
    cpack --config "$1" -B "$packages/$2" "${@:3}" >$packages/cpack.log 2>&1 || {
        tail -n 20 $packages/cpack.log >&2
        fail "cpack could not make the packages."
    }
    rm $packages/cpack.log
}

check_deb() {
    local deb tree
    deb=$(the_deb "$(version)")
    say "Looking over $(basename "$deb")"
    # Unstable's rules for what Debian itself uploads (an ITP bug, a watched address of the maintainer) aside.
    lintian --allow-root --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs,bogus-mail-host "$deb"
    tree=$packages/unpacked
    dpkg-deb -x "$deb" $tree
    desktop-file-validate $tree/usr/share/applications/*.desktop
    appstreamcli validate --no-net $tree/usr/share/metainfo/*.xml
    man_pages_are_readable $tree
    rm -rf $tree
}

man_pages_are_readable() {
    local page problems
    while IFS= read -r page; do
        problems=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null)
        [[ -z $problems ]] || fail "$page: $problems"
    done < <(find "$1/usr/share/man" -name '*.1*')
}

# An .rpm of the same files; there is no Fedora here to install it on.
check_rpm() {
    local rpm
    rpm=$(echo $packages/leadway-message-exporter-"$(version)"-*.rpm)
    say "Looking over $(basename "$rpm")"
    diff <(dpkg-deb -c "$(the_deb "$(version)")" | sed -n 's|^-.* \.\(/.*\)|\1|p' | LC_ALL=C sort) \
        <(rpm -qplv "$rpm" | sed -n 's|^-.* \(/.*\)|\1|p' | LC_ALL=C sort) >&2 || fail "it holds other files than the .deb."
    rpm -qp --requires "$rpm" | grep -q '^libQt6Widgets.so.6' || fail "it does not ask for the libraries it needs."
    [[ $(rpm -qp --queryformat '%{VERSION} %{LICENSE}' "$rpm") == "$(version) MIT" ]] || fail "its head is wrong."
}

# --- in a clean system ----------------------------------------------------------------------------------

# Everything in the root that no package manager needs for itself.
files_of() {
    in_root "$1" find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /srv -o -path /var/lib/dpkg \
        -o -path /var/lib/apt -o -path /var/cache -o -path /var/log \) -prune -o -print | LC_ALL=C sort
}

as_receptionist() {
    local root=$1
    shift
    in_root "$root" runuser -u receptionist -- env HOME=/srv/staff LANG=C.UTF-8 "$@"
}

used() { du -sk --exclude=./var/cache --exclude=./var/lib/apt "$1" | cut -f 1; }

install_deb() {
    local root=$1 deb=$2
    cp "$deb" "$root/$root_place"
    in_root "$root" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        "./$(basename "$deb")" >$packages/install.log 2>&1 || {
        tail -n 20 $packages/install.log >&2
        fail "it could not be installed."
    }
}

prove_install() {
    local root=$1 before
    in_root "$root" useradd -d /srv/staff receptionist
    in_root "$root" install -d -o receptionist /srv/staff
    in_root "$root" apt-get update -q >/dev/null
    # It stays once it is there, since apt itself recommends it.
    in_root "$root" apt-get install -y -q --no-install-recommends ca-certificates >/dev/null
    files_of "$root" >$packages/before.txt
    say "Installing into a clean Debian 12"
    before=$(used "$root")
    install_deb "$root" "$(the_deb "$(version)")"
    installed=$((($(used "$root") - before) / 1000))
    say "An export from the command line"
    as_receptionist "$root" leadway-export --demo --quiet --output /srv/staff/messages.csv
    (($(wc -c <"$root/srv/staff/messages.csv") > 1000000)) || fail "the export is too small."
    prove_window "$root"
}

# The screen is outside, so that nothing it needs can help the program inside.
prove_window() {
    say "The window on sample data"
    open_screen 1280x800
    DISPLAY=$screen openbox >/dev/null 2>&1 &
    as_receptionist "$1" timeout 120 env DISPLAY="$screen" leadway-exporter --demo &
    look_and_close $packages/window.png $!
    close_screen
}

# packaging/linux/settings is what the first version wrote for an account and an export that was saved in its window.
prove_upgrade() {
    local root=$1 config=$1/srv/staff/.config/Leadway before
    say "An upgrade"
    install -D packaging/linux/settings "$config/Leadway Message Exporter.conf"
    in_root "$root" chown -R receptionist: /srv/staff
    before=$(as_receptionist "$root" leadway-export --list-saved)
    [[ $before == *"Weekly report"* ]] || fail "the saved export is not known: $before"
    install_deb "$root" "$packages/next"/*.deb
    [[ $(as_receptionist "$root" leadway-export --version) == *"$(version)"* ]] || fail "the newer program does not start."
    [[ $(as_receptionist "$root" leadway-export --list-saved) == "$before" ]] || fail "the upgrade lost the saved export."
    cmp packaging/linux/settings "$config/Leadway Message Exporter.conf" || fail "the upgrade changed the settings."
}

# What stays is in a person's home, which no package touches: their files, their settings, and the log of what the
# program did for them (docs/it tells where all of it lies).
prove_removal() {
    local root=$1
    say "The removal"
    in_root "$root" env DEBIAN_FRONTEND=noninteractive apt-get purge -y -q --autoremove \
        leadway-message-exporter >$packages/removal.log 2>&1 || {
        tail -n 20 $packages/removal.log >&2
        fail "it could not be removed."
    }
    files_of "$root" | diff $packages/before.txt - >&2 || fail "these files were not there before, or are gone."
    (cd "$root/srv/staff" && find . -type f | LC_ALL=C sort) >$packages/kept.txt
    say "What is left: $(tr '\n' ' ' <$packages/kept.txt)"
    diff - $packages/kept.txt <<'KEPT' >&2 || fail "something else than exports, settings and the log is left."
./.config/Leadway/Leadway Message Exporter.conf
./.local/share/Leadway/Leadway Message Exporter/logs/log.txt
./messages.csv
KEPT
    rm $packages/before.txt $packages/kept.txt $packages/*.log
}

show_sizes() {
    local file
    for file in "$packages"/*.deb "$packages"/*.rpm "$packages"/*.tar.gz; do
        say "$(basename "$file"): $(numfmt --to=si --suffix=B "$(stat -c %s "$file")")"
    done
    say "Installed: $(dpkg-deb -f "$(the_deb "$(version)")" Installed-Size) kB, its libraries aside;" \
        "with the libraries that a clean Debian 12 has not: $installed MB"
}

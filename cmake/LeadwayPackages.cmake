# What `cpack` packs: what `cmake --install` installs, as a .deb and an .rpm, and the sources as an archive. Included
# last, when everything that is installed is known. "./dev package" makes them and proves what it has made.

set(CPACK_PACKAGE_NAME leadway-message-exporter)
set(CPACK_PACKAGE_VENDOR "Leadway Message Exporter contributors")
set(CPACK_PACKAGE_CONTACT "${LEADWAY_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "save every message of a Leadway CRM account in a file for Excel")
# Lines of 79 characters at most, as Debian wants them.
set(CPACK_PACKAGE_DESCRIPTION "Pick an account of Leadway CRM (or of any HighLevel business), channels and
dates, look at the messages in a table, press Export, and open the file in
Excel: text messages, calls, e-mail, WhatsApp, Instagram and Facebook, each
once and none left out, as a workbook, CSV, JSON, a web page or PDF.
.
The token of the account stays in the desktop's password store. The same
exports run without a window, by the clock.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
if(NOT CPACK_GENERATOR)
    set(CPACK_GENERATOR DEB RPM)
endif()
# "cpack" packs what the target leadway-packaged has made, and need not build the tests first.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library says: the plugin for a display, the roots that a connection is checked against.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager | keepassxc, qt6-wayland, fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-color-emoji")

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_RPM_PACKAGE_GROUP Applications/Internet)
set(CPACK_RPM_PACKAGE_REQUIRES ca-certificates)
# Folders that belong to the system.
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/bash-completion /usr/share/bash-completion/completions
    /usr/share/zsh /usr/share/zsh/site-functions /usr/share/zsh/vendor-completions /usr/share/fish
    /usr/share/fish/vendor_completions.d /usr/share/man/es /usr/share/man/es/man1)

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME ${CPACK_PACKAGE_NAME}-${PROJECT_VERSION})
# As in .gitignore, so that an archive of a tree in use is that of a clean one.
set(CPACK_SOURCE_IGNORE_FILES /build/ "/\\.git/" "/\\.cache/" /__pycache__/ "/CMakeUserPresets\\.json$" "\\.profraw$")
file(STRINGS ${PROJECT_SOURCE_DIR}/.gitignore kept_pictures REGEX "^!/docs/pictures/")
list(TRANSFORM kept_pictures REPLACE "^!/docs/pictures/" "")
file(GLOB made_pictures RELATIVE ${PROJECT_SOURCE_DIR}/docs/pictures ${PROJECT_SOURCE_DIR}/docs/pictures/*)
list(REMOVE_ITEM made_pictures ${kept_pictures})
if(made_pictures)
    list(JOIN made_pictures "|" made_pictures)
    list(APPEND CPACK_SOURCE_IGNORE_FILES "/docs/pictures/(${made_pictures})$")
endif()

include(CPack)

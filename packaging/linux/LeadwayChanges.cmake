# What packages say of this version, taken from where it already stands.

# leadway_read_changes(FILE): sets LEADWAY_DATE, the day of this version, and LEADWAY_IS_RELEASE. A version that is out
# has a heading with its day, "## 1.2.3 - 2026-01-31". One that is not is dated as the sources are, never as the build
# is, so that the same sources make the same package: by SOURCE_DATE_EPOCH, else the last commit, else the file.
function(leadway_read_changes file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    string(REPLACE "." "[.]" version ${PROJECT_VERSION})
    file(READ ${file} changes)
    if(changes MATCHES "\n## ${version} - ([0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9])\n")
        set(LEADWAY_DATE ${CMAKE_MATCH_1} PARENT_SCOPE)
        set(LEADWAY_IS_RELEASE TRUE PARENT_SCOPE)
        return()
    endif()
    if(NOT changes MATCHES "\n## Unreleased\n")
        message(FATAL_ERROR "${file} tells neither of \"## ${PROJECT_VERSION} - YEAR-MONTH-DAY\" nor of \"## Unreleased\"")
    endif()
    set(epoch "$ENV{SOURCE_DATE_EPOCH}")
    if(NOT epoch AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
        execute_process(
            COMMAND git -c safe.directory=${PROJECT_SOURCE_DIR} -C ${PROJECT_SOURCE_DIR} log -1 --format=%ct
            OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
    if(NOT epoch)
        file(TIMESTAMP ${file} epoch "%s" UTC)
    endif()
    set(ENV{SOURCE_DATE_EPOCH} ${epoch}) # string(TIMESTAMP) then takes this moment for now
    string(TIMESTAMP date "%Y-%m-%d" UTC)
    set(LEADWAY_DATE ${date} PARENT_SCOPE)
    set(LEADWAY_IS_RELEASE FALSE PARENT_SCOPE)
endfunction()

# leadway_read_licence(FILE): sets LEADWAY_HOLDER, who has the copyright, and LEADWAY_LICENCE, the text below that in the
# form of a field of Debian's: each line behind a space, and a dot for an empty one.
function(leadway_read_licence file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} text)
    if(NOT text MATCHES "^MIT License\n\nCopyright \\(c\\) ([^\n]*)\n\n(.*[^\n])\n*$")
        message(FATAL_ERROR "${file} is not the MIT licence any more; so packaging/linux/copyright.in is wrong")
    endif()
    set(LEADWAY_HOLDER "${CMAKE_MATCH_1}" PARENT_SCOPE)
    string(REPLACE "\n" "\n " field " ${CMAKE_MATCH_2}")
    string(REPLACE "\n \n" "\n .\n" field "${field}")
    set(LEADWAY_LICENCE "${field}" PARENT_SCOPE)
endfunction()

# Runs within CPack, on what goes into the disk image. Signs it as LEADWAY_CODESIGN_IDENTITY in the environment says;
# where that is not set, for this Mac alone ("-"), since macdeployqt has broken the signatures that were there.
set(identity "$ENV{LEADWAY_CODESIGN_IDENTITY}")
set(how --force --options runtime --timestamp)
if(NOT identity)
    set(identity -)
    set(how --force)
endif()
set(entitlements ${CMAKE_CURRENT_LIST_DIR}/leadway.entitlements)
file(GLOB bundles ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*.app)
foreach(bundle ${bundles})
    # From within outwards, as codesign wants it: libraries and plugins, the second program, the bundle.
    file(GLOB_RECURSE libraries LIST_DIRECTORIES false ${bundle}/Contents/*.dylib)
    file(GLOB frameworks LIST_DIRECTORIES true ${bundle}/Contents/Frameworks/*.framework)
    foreach(library ${libraries} ${frameworks})
        execute_process(COMMAND codesign ${how} --sign ${identity} ${library} COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
    foreach(program ${bundle}/Contents/MacOS/leadway-export ${bundle})
        execute_process(COMMAND codesign ${how} --entitlements ${entitlements} --sign ${identity} ${program}
            COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
    execute_process(COMMAND codesign --verify --deep --strict ${bundle} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

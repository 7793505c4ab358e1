# One function a kind of target, so that flags are decided once.

add_library(leadway_flags INTERFACE)
target_compile_definitions(leadway_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    LEADWAY_VERSION="${PROJECT_VERSION}" QT_NO_CAST_FROM_BYTEARRAY QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(leadway_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(leadway_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
# What is shipped ends where memory was overwritten, instead of going on with it. The sanitizers see more, and do not go
# with it.
if(UNIX AND NOT APPLE AND NOT LEADWAY_SANITIZERS)
    target_compile_options(leadway_flags INTERFACE
        -fstack-protector-strong $<$<CONFIG:Release>:-U_FORTIFY_SOURCE> $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
    target_link_options(leadway_flags INTERFACE -Wl,-z,relro,-z,now)
endif()
if(WIN32)
    # Windows 10; and a dozen sources in one object have more sections than its usual form can count.
    target_compile_definitions(leadway_flags INTERFACE _WIN32_WINNT=0x0A00 WINVER=0x0A00)
    target_compile_options(leadway_flags INTERFACE -Wa,-mbig-obj)
endif()
if(LEADWAY_WERROR)
    target_compile_options(leadway_flags INTERFACE -Werror)
endif()
if(LEADWAY_SANITIZERS)
    target_compile_options(leadway_flags INTERFACE
        -fsanitize=${LEADWAY_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(leadway_flags INTERFACE -fsanitize=${LEADWAY_SANITIZERS})
endif()

# What includes windows.h, which takes such words as "small", "near" and "far" for itself, shares nothing with others.
set(leadway_with_windows "^#include (<(qt_)?windows[.]h>|<httplib[.]h>|\"simulator/connectionthreads[.]h\")")

# leadway_in_dozens(TARGET): where LEADWAY_UNITY is on, its sources are compiled a dozen at a time: Qt's headers, which
# cost more than what we write, are then read (and looked at by clang-tidy) once for all of them. The preset dev takes
# every source alone, and shows where one leans on what its neighbours include.
function(leadway_in_dozens target)
    set_target_properties(${target} PROPERTIES
        UNITY_BUILD ${LEADWAY_UNITY}
        UNITY_BUILD_BATCH_SIZE 12
        UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
    if(WIN32)
        get_target_property(sources ${target} SOURCES)
        foreach(source ${sources})
            get_filename_component(path ${source} ABSOLUTE)
            file(STRINGS ${path} found REGEX "${leadway_with_windows}" LIMIT_COUNT 1)
            if(found)
                set_property(SOURCE ${source} PROPERTY SKIP_UNITY_BUILD_INCLUSION ON)
            endif()
        endforeach()
    endif()
endfunction()

# leadway_room(NAME SOURCES … PUBLIC libraries … PRIVATE libraries …): one static library a folder of src/.
# What a room may link is what it may include; the linker holds the walls.
function(leadway_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(leadway_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(leadway_${name} PUBLIC leadway_flags ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    leadway_in_dozens(leadway_${name})
    if(LEADWAY_COVERAGE)
        target_compile_options(leadway_${name} PRIVATE -fprofile-instr-generate -fcoverage-mapping)
        target_link_options(leadway_${name} INTERFACE -fprofile-instr-generate)
    endif()
endfunction()

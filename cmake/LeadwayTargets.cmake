# One function a kind of target, so that flags are decided once.

add_library(leadway_flags INTERFACE)
target_compile_definitions(leadway_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    LEADWAY_VERSION="${PROJECT_VERSION}" QT_NO_CAST_FROM_BYTEARRAY QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(leadway_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(leadway_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
if(LEADWAY_WERROR)
    target_compile_options(leadway_flags INTERFACE -Werror)
endif()
if(LEADWAY_SANITIZERS)
    target_compile_options(leadway_flags INTERFACE
        -fsanitize=${LEADWAY_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(leadway_flags INTERFACE -fsanitize=${LEADWAY_SANITIZERS})
endif()

# leadway_room(NAME SOURCES … PUBLIC libraries … PRIVATE libraries …): one static library a folder of src/.
# What a room may link is what it may include; the linker holds the walls.
function(leadway_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(leadway_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(leadway_${name} PUBLIC leadway_flags ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

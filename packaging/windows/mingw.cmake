# Builds for Windows on Debian, with its g++ for that (g++-mingw-w64-x86-64-posix). What it links besides what Debian
# has for that compiler is in the folders that LEADWAY_WINDOWS_QT and LEADWAY_WINDOWS_LIBRARIES name in the environment.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(triple x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triple}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triple}-g++-posix)
set(CMAKE_RC_COMPILER ${triple}-windres)

set(CMAKE_FIND_ROOT_PATH $ENV{LEADWAY_WINDOWS_LIBRARIES} $ENV{LEADWAY_WINDOWS_QT} /usr/${triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
# What this system's own pkg-config knows is for this system.
set(ENV{PKG_CONFIG_LIBDIR} $ENV{LEADWAY_WINDOWS_LIBRARIES}/lib/pkgconfig)
set(ENV{PKG_CONFIG_PATH} "")

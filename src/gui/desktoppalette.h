#pragma once

#include <QPalette>

#include <optional>

namespace leadway
{

/// \file
/// Which colours a desktop wants: ours, light or dark, or its own. For the window's thread.

/// Before there is an application: what Qt is to do with the frames of windows.
void prepareDesktopPalette();

/// Our palette where the desktop has no colours of its own beyond light and dark; nothing where `given`,
/// which is the application's, is to stay: on a desktop with a theme of its own, and where a person has
/// chosen colours for their contrast.
std::optional<QPalette> desktopPalette(const QPalette& given);

} // namespace leadway

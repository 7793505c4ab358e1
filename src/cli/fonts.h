#pragma once

#include <QCoreApplication>

#include <memory>

namespace leadway
{

/// An application in the place of a QCoreApplication that has ended, with which letters can be drawn, though
/// nothing is ever shown: a PDF needs the fonts, and Qt has them with a platform alone. Where there is none
/// that works without a display, nothing, instead of Qt's ending the program. For main alone; everything that
/// belongs to the earlier application, translations too, is gone with it.
std::unique_ptr<QCoreApplication> applicationWithFonts(int& argc, char** argv);

} // namespace leadway

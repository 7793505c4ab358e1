#pragma once

#include <QByteArray>
#include <QString>

#include <filesystem>

namespace leadway
{

/// \file
/// Paths as others than Qt want them. Qt itself takes any path everywhere; the functions of Windows take no
/// more than 260 characters unless the path is whole and begins with "\\?\", and the C libraries take bytes.
/// Source: learn.microsoft.com, "Maximum Path Length Limitation" and "Naming Files, Paths, and Namespaces".

/// For std::filesystem and the functions of the system.
std::filesystem::path systemPath(const QString& path);

/// For a library that opens files with fopen. On Windows, where bytes are in a code page that may lack some
/// of the letters, by the short names of the folders if it must; the file's own name has to be plain.
QByteArray libraryPath(const QString& path);

/// A whole path of Windows with the beginning that lifts the limit: "C:/a/b" is "\\?\C:\a\b", "//server/b" is
/// "\\?\UNC\server\b". Others stay as they are. Pure.
QString extendedPath(const QString& path);

/// Whether Windows lets a file have this name: no device's (CON, nul.txt), no letter it forbids or gives
/// another meaning (a:b is a part of the file "a"), no dot or blank at its end, which it would drop. Pure.
bool isWindowsName(const QString& name);

/// Whether it is the name of a device, whatever follows its first dot. Pure.
bool isDeviceName(const QString& name);

} // namespace leadway

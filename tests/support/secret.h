#pragma once

#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QStringList>

namespace leadway::test
{

/// A token that is nowhere by chance, and the search for it in what a program shows and leaves. For any
/// thread.
inline const QByteArray kSecret = "pit-5f0c1d9e-SECRET-77aa41b2c3d4";

/// In any of the forms in which it might have been written by mistake.
inline bool showsTheToken(const QByteArray& bytes)
{
    if (bytes.contains(kSecret) || bytes.contains("SECRET") || bytes.contains("Bearer") ||
        bytes.toLower().contains(kSecret.toHex())) {
        return true;
    }
    // As a QString lies in memory, either way round.
    QByteArray wide;
    for (const char c : kSecret) {
        wide.append(c).append('\0');
    }
    if (bytes.contains(wide.chopped(1))) { // the low byte may come first or last
        return true;
    }
    // What base64 makes of it depends on what stands before it; its first and last digits are shared with
    // the neighbours.
    for (int before = 0; before < 3; ++before) {
        const QByteArray digits =
            (QByteArray(before, 'x') + kSecret).toBase64(QByteArray::OmitTrailingEquals);
        if (bytes.contains(digits.mid(before == 0 ? 0 : before + 1).chopped(1))) {
            return true;
        }
    }
    return false;
}

/// Those of the files in which the system tells of a running program that show the token.
template<class Program>
QStringList systemFilesThatShowTheToken(const Program& program)
{
    QStringList found;
    for (const char* const name :
         {"cmdline", "environ", "comm", "stat", "status", "maps", "auxv", "limits"}) {
        if (showsTheToken(program.systemFile(name))) {
            found.append(QLatin1String(name));
        }
    }
    return found;
}

/// Those of the files that show the token in their names or in what they hold, and those that cannot be
/// read.
inline QStringList filesThatShowTheToken(const QStringList& paths)
{
    QStringList found;
    for (const QString& path : paths) {
        QFile file(path);
        const bool holdsNothing = !QFileInfo(path).isFile(); // a socket
        if (showsTheToken(path.toUtf8()) ||
            (!holdsNothing && (!file.open(QFile::ReadOnly) || showsTheToken(file.readAll())))) {
            found.append(path);
        }
    }
    return found;
}

} // namespace leadway::test

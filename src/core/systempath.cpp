#include "core/systempath.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <string>
#endif

namespace leadway
{

#ifdef Q_OS_WIN

namespace
{

// Nothing if the code page of the C libraries has not all of its letters.
QByteArray inCodePage(const std::wstring& path)
{
    const bool isUtf8 = GetACP() == CP_UTF8; // which knows them all, and does not take the question
    BOOL isLossy = FALSE;
    BOOL* const lossy = isUtf8 ? nullptr : &isLossy;
    const DWORD flags = isUtf8 ? 0 : WC_NO_BEST_FIT_CHARS;
    const int length = static_cast<int>(path.size());
    const int size = WideCharToMultiByte(CP_ACP, flags, path.data(), length, nullptr, 0, nullptr, nullptr);
    QByteArray bytes(size, '\0');
    WideCharToMultiByte(CP_ACP, flags, path.data(), length, bytes.data(), size, nullptr, lossy);
    return isLossy ? QByteArray() : bytes;
}

std::wstring shortNameOf(const std::wstring& folder)
{
    std::wstring name(GetShortPathNameW(folder.c_str(), nullptr, 0), L'\0');
    name.resize(GetShortPathNameW(folder.c_str(), name.data(), static_cast<DWORD>(name.size())));
    return name;
}

} // namespace

std::filesystem::path systemPath(const QString& path)
{
    // Windows takes dots and blanks from the ends of names, but not behind the beginning that lifts the
    // limit.
    const std::wstring given = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath()).toStdWString();
    std::wstring whole(GetFullPathNameW(given.c_str(), 0, nullptr, nullptr), L'\0');
    whole.resize(GetFullPathNameW(given.c_str(), static_cast<DWORD>(whole.size()), whole.data(), nullptr));
    return extendedPath(QString::fromStdWString(whole)).toStdWString();
}

QByteArray libraryPath(const QString& path)
{
    const std::filesystem::path whole = systemPath(path);
    const QByteArray bytes = inCodePage(whole.native());
    return bytes.isEmpty()
               ? inCodePage(shortNameOf(whole.parent_path().native()) + L'\\' + whole.filename().native())
               : bytes;
}

#else

std::filesystem::path systemPath(const QString& path)
{
    return QFileInfo(path).filesystemFilePath();
}

QByteArray libraryPath(const QString& path)
{
    return QFile::encodeName(path);
}

#endif

QString extendedPath(const QString& path)
{
    static const QRegularExpression drive(QStringLiteral("^[A-Za-z]:[/\\\\]"));
    const QString whole = QString(path).replace(QLatin1Char('/'), QLatin1Char('\\'));
    if (whole.startsWith(QLatin1String("\\\\?\\")) || whole.startsWith(QLatin1String("\\\\.\\"))) {
        return whole;
    }
    if (whole.startsWith(QLatin1String("\\\\"))) {
        return QStringLiteral("\\\\?\\UNC") + whole.mid(1);
    }
    return drive.match(path).hasMatch() ? QStringLiteral("\\\\?\\") + whole : path;
}

bool isDeviceName(const QString& name)
{
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

bool isWindowsName(const QString& name)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\x00-\\x1f<>:\"/\\\\|?*]|[. ]$"));
    return !name.isEmpty() && !isDeviceName(name) && !forbidden.match(name).hasMatch();
}

} // namespace leadway

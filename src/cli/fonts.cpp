#include "cli/fonts.h"

#include <QDir>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QStringList>

#include <algorithm>

namespace leadway
{

namespace
{

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
constexpr bool kMayLackDisplay = true;
#else
constexpr bool kMayLackDisplay = false; // the system's own platform is always there
#endif

bool hasPlatform(const QString& name)
{
    const QStringList folders = QCoreApplication::libraryPaths();
    return std::any_of(folders.begin(), folders.end(), [&name](const QString& folder) {
        return !QDir(folder + QStringLiteral("/platforms"))
                    .entryList({QStringLiteral("*q%1*").arg(name)}, QDir::Files)
                    .isEmpty();
    });
}

} // namespace

std::unique_ptr<QCoreApplication> applicationWithFonts(int& argc, char** argv)
{
    if (kMayLackDisplay) {
        const char* const platform = "offscreen";
        if (!hasPlatform(QLatin1String(platform))) {
            return nullptr;
        }
        qputenv("QT_QPA_PLATFORM", platform);
        qunsetenv("QT_QPA_PLATFORMTHEME"); // a desktop's, which may look for a display of its own
    }
    // Where nobody is logged in, as by the clock, Qt complains of a missing folder, which nothing here uses.
    QLoggingCategory* const category = QLoggingCategory::defaultCategory();
    category->setEnabled(QtWarningMsg, false);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    category->setEnabled(QtWarningMsg, true);
    return application;
}

} // namespace leadway

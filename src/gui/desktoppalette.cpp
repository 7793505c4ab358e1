#include "gui/desktoppalette.h"

#include "gui/colours.h"

#include <QStyle>
#include <QStyleFactory>

#include <memory>
#ifdef Q_OS_WIN
#include <QSettings>
#include <qt_windows.h>
#endif

namespace leadway
{

#ifdef Q_OS_WIN

void prepareDesktopPalette()
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    // Frames follow what Windows says of light and dark; later versions of Qt see to that by themselves.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "windows:darkmode=1");
    }
#endif
}

std::optional<QPalette> desktopPalette(const QPalette& /*given*/)
{
    HIGHCONTRASTW contrast = {};
    contrast.cbSize = sizeof contrast;
    if (SystemParametersInfoW(SPI_GETHIGHCONTRAST, contrast.cbSize, &contrast, 0) != 0 &&
        (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0) {
        return std::nullopt;
    }
    const QSettings personal(
        QStringLiteral(
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    const bool isLight = personal.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() != 0;
    return isLight ? lightPalette() : darkPalette();
}

#else

void prepareDesktopPalette() {}

std::optional<QPalette> desktopPalette(const QPalette& given)
{
    // What a desktop without colours of its own is given is Fusion's palette.
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("fusion")));
    if (!fusion || given != fusion->standardPalette()) {
        return std::nullopt;
    }
    return isDark(given) ? darkPalette() : lightPalette();
}

#endif

} // namespace leadway

#include "format/csvlocale.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <algorithm>
#include <array>
#endif

namespace leadway
{

char systemListSeparator()
{
    const QLocale system = QLocale::system();
#ifdef Q_OS_WIN
    std::array<wchar_t, 16> setting{};
    const int size = GetLocaleInfoEx(LOCALE_NAME_USER_DEFAULT, LOCALE_SLIST, setting.data(),
                                     static_cast<int>(setting.size()));
    return listSeparator(QString::fromWCharArray(setting.data(), std::max(size - 1, 0)), system);
#else
    return listSeparator(system);
#endif
}

char listSeparator(const QLocale& locale)
{
    return locale.decimalPoint() == QLatin1String(",") ? ';' : ',';
}

char listSeparator(const QString& setting, const QLocale& locale)
{
    const QString mark = setting.trimmed();
    if (mark == QLatin1String(";") || mark == QLatin1String(",")) {
        return mark.front().toLatin1();
    }
    return listSeparator(locale);
}

} // namespace leadway

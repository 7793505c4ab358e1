#include "gui/languagename.h"

#include <QLocale>

namespace leadway
{

QString languageName(const QString& code)
{
    // Qt's own names come with a country: "American English", "español de España".
    if (code == QStringLiteral("en")) {
        return QStringLiteral("English");
    }
    if (code == QStringLiteral("es")) {
        return QStringLiteral("Español");
    }
    return QLocale(code).nativeLanguageName();
}

} // namespace leadway

#include "cli/argumentreader.h"

#include <QCoreApplication>

namespace leadway
{

QString ArgumentReader::filledText(const char* name, const QString& allowed)
{
    if (isSet(name) && text(name).isEmpty()) {
        refuse(name, allowed);
    }
    return text(name);
}

void ArgumentReader::refuse(const char* name, const QString& allowed, const QString& value)
{
    blame(QCoreApplication::translate("leadway::Cli", "“%1” is not a value for --%2. Possible: %3.")
              .arg(value.isEmpty() ? text(name) : value, QLatin1String(name), allowed));
}

void ArgumentReader::blame(const QString& sentence)
{
    if (!m_fault) {
        m_fault = sentence;
    }
}

} // namespace leadway

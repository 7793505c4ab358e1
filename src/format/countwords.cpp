#include "format/countwords.h"

#include <QCoreApplication>

namespace leadway
{

QString spanWord(BarSpan span)
{
    switch (span) {
    case BarSpan::Day:
        return QCoreApplication::translate("leadway::Words", "Day", "over a column of days");
    case BarSpan::Month:
        return QCoreApplication::translate("leadway::Words", "Month", "over a column of months");
    case BarSpan::Year:
        return QCoreApplication::translate("leadway::Words", "Year", "over a column of years");
    case BarSpan::Decade:
    case BarSpan::Century:
        break;
    }
    return QCoreApplication::translate("leadway::Words", "Years", "over a column of decades or centuries");
}

QString totalWord()
{
    return QCoreApplication::translate("leadway::Words", "Total", "of several counts");
}

QString undatedWord()
{
    return QCoreApplication::translate("leadway::Words", "No date", "of messages, in the place of a day");
}

} // namespace leadway

#include "format/csvlocale.h"

namespace leadway
{

char listSeparator(const QLocale& locale)
{
    return locale.decimalPoint() == QLatin1String(",") ? ';' : ',';
}

} // namespace leadway

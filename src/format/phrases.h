#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

#include <string_view>

namespace leadway
{

/// \file
/// Short phrases that files and the window have in common, made of more than one value. Pure functions of
/// their arguments and of the installed translators.

/// "Answered, 3 min 12 s": what became of a call and, if it is known, how long it was; both as the service
/// writes them.
QString callPhrase(std::string_view status, std::string_view seconds);

/// "Contact k2Vd7": whoever has no number, address or handle, by the end of the id.
QString contactPhrase(const QString& contactId);

/// "12,345", by the locale.
QString numberPhrase(qint64 value, const QLocale& locale);

/// "14 Nov 2025", or "16 Oct – 14 Nov 2025".
QString daysPhrase(QDate first, QDate last, const QLocale& locale);

} // namespace leadway

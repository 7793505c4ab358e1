#include "format/phrases.h"

#include "format/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace leadway
{

namespace
{

struct Phrases {
    Q_DECLARE_TR_FUNCTIONS(leadway::Phrases)
};

} // namespace

QString callPhrase(std::string_view status, std::string_view seconds)
{
    const QString word = callStatusWord(status);
    bool isNumber = false;
    const double length =
        QString::fromUtf8(seconds.data(), static_cast<qsizetype>(seconds.size())).toDouble(&isNumber);
    constexpr double longest = 1e6;
    const int whole = isNumber && length > 0 ? qRound(std::min(length, longest)) : 0;
    if (whole <= 0) {
        return word;
    }
    constexpr int minute = 60;
    const QString time = whole < minute ? Phrases::tr("%1 s", "seconds").arg(whole)
                                        : Phrases::tr("%1 min %2 s").arg(whole / minute).arg(whole % minute);
    return word.isEmpty() ? time
                          : Phrases::tr("%1, %2", "what became of a call, and its length").arg(word, time);
}

QString contactPhrase(const QString& contactId)
{
    constexpr qsizetype enough = 5;
    return Phrases::tr("Contact %1").arg(contactId.right(enough));
}

QString numberPhrase(qint64 value, const QLocale& locale)
{
    QString text = locale.toString(value);
    // Where four digits stand ungrouped (Spanish), Qt 6.4 leaves as many ungrouped in front: "1182.752".
    constexpr qsizetype tooLate = 4;
    if (const QString separator = locale.groupSeparator(); text.indexOf(separator) == tooLate) {
        text.insert(1, separator);
    }
    return text;
}

QString daysPhrase(QDate first, QDate last, const QLocale& locale)
{
    const auto text = [&locale](QDate day) { return locale.toString(day, QStringLiteral("d MMM yyyy")); };
    if (first == last) {
        return text(first);
    }
    const QString start =
        first.year() == last.year() ? locale.toString(first, QStringLiteral("d MMM")) : text(first);
    return Phrases::tr("%1 – %2", "two dates").arg(start, text(last));
}

} // namespace leadway

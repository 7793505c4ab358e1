#include "app/filename.h"

#include "app/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace leadway
{

namespace
{

struct FileName {
    Q_DECLARE_TR_FUNCTIONS(leadway::FileName)
};

QString isoDay(Msecs when, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(when, zone).date().toString(Qt::ISODate);
}

QString datesPart(const Interval& interval, const QTimeZone& zone)
{
    if (interval.hasBegin() && interval.hasEnd()) {
        const QString first = isoDay(interval.begin, zone);
        const QString last = isoDay(interval.end - 1, zone);
        return first == last ? first : FileName::tr("%1 to %2", "two dates").arg(first, last);
    }
    if (interval.hasBegin()) {
        return FileName::tr("from %1").arg(isoDay(interval.begin, zone));
    }
    return interval.hasEnd() ? FileName::tr("until %1").arg(isoDay(interval.end - 1, zone)) : QString();
}

} // namespace

std::optional<Format> formatOfPath(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix();
    for (const auto& [key, format] : kFormatKeys) {
        if (suffix.compare(suffixOf(format), Qt::CaseInsensitive) == 0) {
            return format;
        }
    }
    return std::nullopt;
}

QString suggestedFileName(const QString& account, const MessageQuery& query, const FormatOptions& format)
{
    constexpr qsizetype longestAccount = 80; // leaves room for the rest among the 255 bytes of a name
    constexpr qsizetype longestChoice = 60;
    QStringList parts;
    QStringList choice = wording::narrowing(query);
    if (query.channels != allChannels()) {
        choice.prepend(wording::channels(query.channels));
    } else if (choice.isEmpty()) {
        choice.append(FileName::tr("all messages"));
    } else {
        choice.prepend(FileName::tr("messages"));
    }
    for (const QString& part : {shortened(harmless(account), longestAccount),
                                shortened(harmless(choice.join(QStringLiteral(", "))), longestChoice),
                                harmless(datesPart(query.interval, format.zone))}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    const QString name = parts.join(QStringLiteral(" – "));
    return format.files == FileSplit::OneFile ? name + QLatin1Char('.') + suffixOf(format.format) : name;
}

QString savedFileName(const QString& name, QDate day, const FormatOptions& format)
{
    constexpr qsizetype longest = 200; // of the 255 bytes of a name
    const QString dated =
        shortened(harmless(name), longest) + QStringLiteral(" – ") + day.toString(Qt::ISODate);
    return format.files == FileSplit::OneFile ? dated + QLatin1Char('.') + suffixOf(format.format) : dated;
}

QString uniquePath(const QString& path, FileSplit files)
{
    const QFileInfo wanted(path);
    const bool hasSuffix = files == FileSplit::OneFile && !wanted.suffix().isEmpty();
    const QString suffix = hasSuffix ? QLatin1Char('.') + wanted.suffix() : QString();
    const QString base = wanted.path() + QLatin1Char('/') + wanted.fileName().chopped(suffix.size());
    QString candidate = path;
    for (int number = 2; QFileInfo::exists(candidate); ++number) {
        candidate = base + QStringLiteral(" (%1)").arg(number) + suffix;
    }
    return candidate;
}

bool isSameFile(const QString& a, const QString& b)
{
    const auto whole = [](const QString& path) {
        const QString canonical = QFileInfo(path).canonicalFilePath();
        return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : canonical;
    };
    return whole(a) == whole(b);
}

} // namespace leadway

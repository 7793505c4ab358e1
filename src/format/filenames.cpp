#include "format/filenames.h"

#include "core/systempath.h"

namespace leadway
{

namespace
{

// Also those that could turn the rest of a name round.
bool cannotBeSeen(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

bool isBlank(QChar c)
{
    return c == QLatin1Char('.') || c == QLatin1Char(' ');
}

} // namespace

QString suffixOf(Format format)
{
    switch (format) {
    case Format::Xlsx:
        return QStringLiteral("xlsx");
    case Format::CsvExcel:
    case Format::CsvExact:
        return QStringLiteral("csv");
    case Format::Json:
        return QStringLiteral("json");
    case Format::JsonLines:
        return QStringLiteral("jsonl");
    case Format::Transcript:
        return QStringLiteral("html");
    case Format::Pdf:
        return QStringLiteral("pdf");
    }
    return {};
}

QString harmless(QString name)
{
    for (QChar& c : name) {
        const bool isForbidden = cannotBeSeen(c) || QStringLiteral("<>:\"/\\|?*").contains(c);
        c = isForbidden ? QChar(QLatin1Char(' ')) : c;
    }
    name = name.simplified();
    while (!name.isEmpty() && isBlank(name.front())) {
        name.remove(0, 1);
    }
    return name;
}

QString shortened(const QString& text, qsizetype bytes)
{
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= bytes) {
        return text;
    }
    const auto isWithin = [&utf8](qsizetype at) { return (static_cast<uchar>(utf8[at]) & 0xc0) == 0x80; };
    while (bytes > 0 && isWithin(bytes)) {
        --bytes;
    }
    return QString::fromUtf8(utf8.first(bytes)).trimmed();
}

QString safeName(const QString& text)
{
    constexpr qsizetype longest =
        120; // leaves room for a number and a suffix, and for a long folder on Windows
    QString name = shortened(harmless(text), longest);
    while (!name.isEmpty() && isBlank(name.back())) {
        name.chop(1);
    }
    return isDeviceName(name) ? QLatin1Char('_') + name : name;
}

QString nameKey(const QString& name)
{
    return name.normalized(QString::NormalizationForm_D)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_D);
}

QString numbered(const QString& name, qint64 number)
{
    return name + QStringLiteral(" (%1)").arg(number);
}

} // namespace leadway

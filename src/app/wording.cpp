#include "app/wording.h"

#include "app/wordingtools.h"
#include "format/columnnames.h"
#include "format/phrases.h"
#include "format/words.h"

#include <QDir>
#include <QStringList>

#include <algorithm>

namespace leadway::wording
{

QString number(qint64 value, const QLocale& locale)
{
    return numberPhrase(value, locale);
}

QString duration(std::chrono::seconds span)
{
    const auto seconds = span.count();
    constexpr auto minute = 60;
    constexpr auto hour = 60 * minute;
    if (seconds < minute) {
        return Wording::tr("%n second(s)", nullptr, pluralCount(seconds));
    }
    if (const auto minutes = (seconds + minute / 2) / minute; minutes < hour / minute) {
        return Wording::tr("%n minute(s)", nullptr, pluralCount(minutes));
    }
    return Wording::tr("%n hour(s)", nullptr, pluralCount((seconds + hour / 2) / hour));
}

QString fault(QueryFault fault)
{
    switch (fault) {
    case QueryFault::LocationMissing:
        return Wording::tr("Enter the location id. It is in the address of any Leadway page.");
    case QueryFault::LocationMalformed:
        return Wording::tr("Not a location id or link.");
    case QueryFault::NoChannel:
        return Wording::tr("Tick a channel.");
    case QueryFault::DatesReversed:
        return Wording::tr("“To” is before “From”.");
    case QueryFault::ContactMalformed:
        return Wording::tr("Not a contact id or link.");
    case QueryFault::ConversationMalformed:
        return Wording::tr("Not a conversation id or link.");
    case QueryFault::LimitOutOfRange:
        return Wording::tr("Messages per request: from %1 to %2.").arg(kSmallestLimit).arg(kLargestLimit);
    }
    return {};
}

Advice advice(const Error& error, const QString& fileName)
{
    switch (error.kind) {
    case ErrorKind::TokenInvalid:
        return {Wording::tr("Leadway does not accept this token"),
                Wording::tr("Create a new one and paste it here.")};
    case ErrorKind::ScopeMissing:
        return {Wording::tr("This token may not read messages"),
                Wording::tr("Tick “View Conversation Messages” for it.")};
    case ErrorKind::AgencyToken:
        return {Wording::tr("This is an agency token"), Wording::tr("Create one inside the location.")};
    case ErrorKind::OtherLocation:
        return {Wording::tr("The token belongs to another location."),
                Wording::tr("Check the location, or create a token inside this one.")};
    case ErrorKind::Blocked:
        return {Wording::tr("Something refused us, often a firewall"), Wording::tr("Ask IT.")};
    case ErrorKind::NotFound:
        return {Wording::tr("There is no Leadway service at this address"),
                Wording::tr("Check the server address.")};
    case ErrorKind::CursorExpired:
    case ErrorKind::Refused:
        return {error.detail.isEmpty() ? Wording::tr("Leadway refused this choice")
                                       : Wording::tr("Leadway refused this choice: %1").arg(error.detail),
                Wording::tr("Change the filters and try again.")};
    case ErrorKind::RateLimited:
        return {Wording::tr("Leadway is busy with this account’s requests"),
                Wording::tr("Try again in a while.")};
    case ErrorKind::DailyLimit:
        return {Wording::tr("Leadway’s daily allowance is used up"), Wording::tr("Try again tomorrow.")};
    case ErrorKind::Server:
    case ErrorKind::Timeout:
        return {Wording::tr("Leadway does not answer"), Wording::tr("Try again in a while.")};
    case ErrorKind::BadAnswer:
        return {Wording::tr("Leadway’s answers keep arriving damaged"),
                Wording::tr("Try again in a while. If it goes on, ask IT.")};
    case ErrorKind::TooLarge:
        return {Wording::tr("Leadway’s answer is too large"),
                Wording::tr("Choose shorter dates and try again.")};
    case ErrorKind::Network:
        return {Wording::tr("No internet connection"), Wording::tr("Check the cable or Wi-Fi.")};
    case ErrorKind::Tls:
        return {Wording::tr("The secure connection failed"),
                Wording::tr("Check this computer’s date and time. If they are right, ask IT.")};
    case ErrorKind::Clock:
        return {Wording::tr("This computer’s date or time is wrong"),
                Wording::tr("Set the clock, then try again.")};
    case ErrorKind::Proxy:
        return {Wording::tr("This office’s proxy does not let us through"),
                Wording::tr("Ask IT to allow this program.")};
    case ErrorKind::TokenMissing:
        return {Wording::tr("There is no token for this account"), Wording::tr("Paste it once more.")};
    case ErrorKind::StoreLocked:
        return {Wording::tr("The password store is locked, or the token is no longer in it"),
                Wording::tr("Unlock it and try again, or enter the token once more.")};
    case ErrorKind::StoreUnavailable:
        return {Wording::tr("This computer’s password store does not answer"),
                Wording::tr("Paste the token; it is kept only until you close the program.")};
    case ErrorKind::Redirect:
        return {Wording::tr("Leadway pointed to %1; the token was not sent.").arg(error.detail),
                Wording::tr("Check the server address.")};
    case ErrorKind::FileInUse:
        return {Wording::tr("The file is open in another program"),
                Wording::tr("Close “%1” and try again.").arg(fileName)};
    case ErrorKind::IsFolder:
        return {Wording::tr("“%1” is a folder").arg(fileName), Wording::tr("Give the file a name.")};
    case ErrorKind::NameForbidden:
        return {Wording::tr("Windows lets no file be called “%1”").arg(fileName),
                Wording::tr("Choose another name, without < > : \" / \\ | ? * and with no dot at its end.")};
    case ErrorKind::FolderTaken:
        return {Wording::tr("There is already something else named “%1”").arg(fileName),
                Wording::tr("Give the folder another name.")};
    case ErrorKind::FolderMissing:
        return {Wording::tr("The folder for “%1” does not exist").arg(fileName),
                Wording::tr("Choose another folder.")};
    case ErrorKind::NotWritable:
        return {Wording::tr("Cannot save in this folder."), Wording::tr("Choose another folder.")};
    case ErrorKind::DiskFull:
        return {Wording::tr("The disk is full."),
                Wording::tr("Make room or save somewhere else, then try again.")};
    case ErrorKind::SpoolNotKept:
        return {Wording::tr("What was fetched could not be kept on this computer"),
                Wording::tr("Make room on the disk, then try again.")};
    case ErrorKind::SpoolInUse:
        return {Wording::tr("This export is already being worked on by %1.").arg(error.detail),
                Wording::tr("Wait until it has ended there, or close it there.")};
    case ErrorKind::SavedInUse:
        return {Wording::tr("This saved export is already running in another window or program."),
                Wording::tr("Wait until it has ended there.")};
    case ErrorKind::SavedDamaged:
        return {Wording::tr("What this saved export has saved so far is no longer known on this computer"),
                Wording::tr("Run all of it again once; after that it knows again what is new.")};
    case ErrorKind::Storage:
        return {Wording::tr("The file could not be written"), Wording::tr("Save somewhere else.")};
    }
    return {};
}

QString inOneLine(const Advice& advice)
{
    const QString stop = advice.what.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    return (advice.what + stop + QLatin1Char(' ') + advice.toDo).trimmed();
}

QString channels(Channels channels)
{
    if (channels == allChannels()) {
        return Wording::tr("All messages");
    }
    QStringList names;
    for (const Channel channel : kEveryChannel) {
        if (channels.testFlag(channel)) {
            names.append(channelWord(channel));
        }
    }
    return names.join(QStringLiteral(", "));
}

QString dates(const Interval& interval, const QTimeZone& zone, const QLocale& locale)
{
    const auto dayOf = [&zone](Msecs when) { return QDateTime::fromMSecsSinceEpoch(when, zone).date(); };
    const auto text = [&locale](QDate day) { return locale.toString(day, QStringLiteral("d MMM yyyy")); };
    if (!interval.hasBegin() && !interval.hasEnd()) {
        return Wording::tr("All time");
    }
    if (!interval.hasEnd()) {
        return Wording::tr("from %1").arg(text(dayOf(interval.begin)));
    }
    const QDate last = dayOf(interval.end - 1);
    if (!interval.hasBegin()) {
        return Wording::tr("until %1").arg(text(last));
    }
    return daysPhrase(dayOf(interval.begin), last, locale);
}

QString formatName(Format format)
{
    switch (format) {
    case Format::Xlsx:
        return Wording::tr("Excel workbook");
    case Format::CsvExcel:
        return Wording::tr("CSV for Excel");
    case Format::CsvExact:
        return Wording::tr("CSV, exact data");
    case Format::Json:
        return Wording::tr("JSON");
    case Format::JsonLines:
        return Wording::tr("JSON Lines");
    case Format::Transcript:
        return Wording::tr("Transcript");
    case Format::Pdf:
        return Wording::tr("PDF");
    }
    return {};
}

QString formatPurpose(Format format)
{
    switch (format) {
    case Format::Xlsx:
        return Wording::tr("For reading, sorting and filtering");
    case Format::CsvExcel:
        return Wording::tr("Also for Google Sheets and LibreOffice");
    case Format::CsvExact:
        return Wording::tr("For another program; nothing is adapted");
    case Format::Json:
        return Wording::tr("For developers; every field as it came");
    case Format::JsonLines:
        return Wording::tr("The same, one message a line");
    case Format::Transcript:
        return Wording::tr("To read and print, one section a conversation");
    case Format::Pdf:
        return Wording::tr("The same on pages, to print or to send on");
    }
    return {};
}

QString columns(const FormatOptions& options)
{
    constexpr std::size_t most = 8;
    const std::vector<ColumnName> columns = columnNames(options);
    QStringList names;
    for (std::size_t i = 0; i < columns.size() && (i < most || columns.size() <= most + 1); ++i) {
        QString name = columns[i].name;
        if (i > 0 && name.size() > 1 && !name.at(1).isUpper()) { // within a sentence; "SMS" stays
            name[0] = name.at(0).toLower();
        }
        names.append(name);
    }
    const auto more = static_cast<int>(columns.size()) - static_cast<int>(names.size());
    const QString text = names.join(QStringLiteral(", "));
    return more == 0 ? text : Wording::tr("%1 and %n more", "names of columns", more).arg(text);
}

QString zoneCity(const QTimeZone& zone)
{
    QString city = QString::fromUtf8(zone.id());
    city = city.sliced(city.lastIndexOf(QLatin1Char('/')) + 1);
    city.replace(QLatin1Char('_'), QLatin1Char(' '));
    return city;
}

QString zoneName(const QTimeZone& zone)
{
    return Wording::tr("Times: %1").arg(zoneCity(zone));
}

} // namespace leadway::wording

#include "format/columns.h"

#include "core/messagekind.h"
#include "core/readablebody.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <vector>

namespace leadway
{

namespace
{

template<std::string Message::*member>
void text(const Message& message, RowContext&, std::string& out)
{
    out += message.*member;
}

template<std::optional<Msecs> Message::*member>
void localDate(const Message& message, RowContext& row, std::string& out)
{
    if (message.*member) {
        row.clock.append(out, *(message.*member));
    }
}

template<std::string Message::*member, const std::string& (Words::*word)(std::string_view)>
void inWords(const Message& message, RowContext& row, std::string& out)
{
    if (!(message.*member).empty()) {
        out += (row.words.*word)(message.*member);
    }
}

template<std::vector<std::string> Message::*member>
void lines(const Message& message, RowContext&, std::string& out)
{
    const char* separator = "";
    for (const std::string& item : message.*member) {
        out += separator;
        out += item;
        separator = "\n";
    }
}

// A URL holds no '|' of its own, so the list can be taken apart again.
template<std::vector<std::string> Message::*member>
void joined(const Message& message, RowContext&, std::string& out)
{
    const char* separator = "";
    for (const std::string& item : message.*member) {
        out += separator;
        for (const char c : item) {
            if (c == '|') {
                out += "%7C";
            } else {
                out += c;
            }
        }
        separator = "|";
    }
}

void channelInWords(const Message& message, RowContext& row, std::string& out)
{
    out += row.words.channel(message.channel());
}

void kindInWords(const Message& message, RowContext& row, std::string& out)
{
    if (!message.messageType.empty()) {
        out += row.words.type(messageKind(message));
    }
}

void channelName(const Message& message, RowContext&, std::string& out)
{
    const QByteArrayView name = apiName(message.channel());
    out.append(name.data(), static_cast<std::size_t>(name.size()));
}

// What a person reads of an e-mail, which came as HTML.
void readableBody(const Message& message, RowContext& row, std::string& out)
{
    row.hasReplaced = appendReadableBody(out, message);
}

void emailSource(const Message& message, RowContext&, std::string& out)
{
    if (isHtmlMail(message)) {
        out += message.body;
    }
}

// The other side of the message: its number, address or handle, or its id if the message names none.
void otherSide(const Message& message, RowContext&, std::string& out)
{
    const std::string& named = message.otherSide();
    out += named.empty() ? message.contactId : named;
}

constexpr auto kText = ColumnKind::Text;
constexpr auto kNone = Column::Extractor(nullptr);

constexpr std::string_view kEmailSource = "emailSource"; // on request alone

// "ID" must never be the first header: a spreadsheet then takes the file for another format.
constexpr Column kColumns[] = {
    {"date", QT_TRANSLATE_NOOP("leadway::Columns", "Date (%1)"), ColumnKind::LocalDate,
     localDate<&Message::createdAt>, kNone},
    {"channel", QT_TRANSLATE_NOOP("leadway::Columns", "Channel"), kText, channelInWords, channelName},
    {"direction", QT_TRANSLATE_NOOP("leadway::Columns", "Direction"), kText,
     inWords<&Message::direction, &Words::direction>, text<&Message::direction>},
    {"typeInWords", QT_TRANSLATE_NOOP("leadway::Columns", "Type"), kText, kindInWords, kNone},
    {"contact", QT_TRANSLATE_NOOP("leadway::Columns", "Contact"), kText, otherSide, kNone},
    {"contactId", QT_TRANSLATE_NOOP("leadway::Columns", "Contact id"), kText, text<&Message::contactId>,
     text<&Message::contactId>},
    {"conversationId", QT_TRANSLATE_NOOP("leadway::Columns", "Conversation id"), kText,
     text<&Message::conversationId>, text<&Message::conversationId>},
    {"body", QT_TRANSLATE_NOOP("leadway::Columns", "Message"), kText, readableBody, text<&Message::body>},
    {"status", QT_TRANSLATE_NOOP("leadway::Columns", "Status"), kText,
     inWords<&Message::status, &Words::status>, text<&Message::status>},
    {"source", QT_TRANSLATE_NOOP("leadway::Columns", "Source"), kText,
     inWords<&Message::source, &Words::source>, text<&Message::source>},
    {"subject", QT_TRANSLATE_NOOP("leadway::Columns", "Subject"), kText, text<&Message::subject>,
     text<&Message::subject>},
    {"from", QT_TRANSLATE_NOOP("leadway::Columns", "From"), kText, text<&Message::from>,
     text<&Message::from>},
    {"to", QT_TRANSLATE_NOOP("leadway::Columns", "To"), kText, text<&Message::to>, text<&Message::to>},
    {"cc", QT_TRANSLATE_NOOP("leadway::Columns", "Cc"), kText, text<&Message::cc>, text<&Message::cc>},
    {"bcc", QT_TRANSLATE_NOOP("leadway::Columns", "Bcc"), kText, text<&Message::bcc>, text<&Message::bcc>},
    {"attachments", QT_TRANSLATE_NOOP("leadway::Columns", "Attachments"), ColumnKind::List,
     lines<&Message::attachments>, joined<&Message::attachments>},
    {"callDuration", QT_TRANSLATE_NOOP("leadway::Columns", "Call seconds"), ColumnKind::Number,
     text<&Message::callDuration>, text<&Message::callDuration>},
    {"callStatus", QT_TRANSLATE_NOOP("leadway::Columns", "Call status"), kText,
     inWords<&Message::callStatus, &Words::callStatus>, text<&Message::callStatus>},
    {"userId", QT_TRANSLATE_NOOP("leadway::Columns", "User id"), kText, text<&Message::userId>,
     text<&Message::userId>},
    {"error", QT_TRANSLATE_NOOP("leadway::Columns", "Error"), kText, text<&Message::error>,
     text<&Message::error>},
    {"page_name", QT_TRANSLATE_NOOP("leadway::Columns", "Page"), kText, text<&Message::pageName>,
     text<&Message::pageName>},
    {"contentType", QT_TRANSLATE_NOOP("leadway::Columns", "Content type"), kText, text<&Message::contentType>,
     text<&Message::contentType>},
    {"subType", QT_TRANSLATE_NOOP("leadway::Columns", "Subtype"), kText, text<&Message::subType>,
     text<&Message::subType>},
    {"updated", QT_TRANSLATE_NOOP("leadway::Columns", "Updated (%1)"), ColumnKind::LocalDate,
     localDate<&Message::updatedAt>, kNone},
    {"id", QT_TRANSLATE_NOOP("leadway::Columns", "Message id"), kText, text<&Message::id>,
     text<&Message::id>},
    {"altId", QT_TRANSLATE_NOOP("leadway::Columns", "Alternative id"), kText, text<&Message::altId>,
     text<&Message::altId>},
    {"threadId", QT_TRANSLATE_NOOP("leadway::Columns", "Thread id"), kText, text<&Message::threadId>,
     text<&Message::threadId>},
    {"messageIds", QT_TRANSLATE_NOOP("leadway::Columns", "E-mail message ids"), ColumnKind::List,
     lines<&Message::emailMessageIds>, joined<&Message::emailMessageIds>},
    {"conversationProviderId", QT_TRANSLATE_NOOP("leadway::Columns", "Conversation provider id"), kText,
     text<&Message::conversationProviderId>, text<&Message::conversationProviderId>},
    {"chatWidgetId", QT_TRANSLATE_NOOP("leadway::Columns", "Chat widget id"), kText,
     text<&Message::chatWidgetId>, text<&Message::chatWidgetId>},
    {"locationId", QT_TRANSLATE_NOOP("leadway::Columns", "Location id"), kText, text<&Message::locationId>,
     text<&Message::locationId>},
    {"type", QT_TRANSLATE_NOOP("leadway::Columns", "Type number"), ColumnKind::Number, text<&Message::type>,
     text<&Message::type>},
    {"messageType", QT_TRANSLATE_NOOP("leadway::Columns", "Type code"), kText, text<&Message::messageType>,
     text<&Message::messageType>},
    {"dateAdded", QT_TRANSLATE_NOOP("leadway::Columns", "Exact date (UTC)"), ColumnKind::UtcDate,
     text<&Message::dateAdded>, text<&Message::dateAdded>},
    {"dateUpdated", QT_TRANSLATE_NOOP("leadway::Columns", "Exact update (UTC)"), ColumnKind::UtcDate,
     text<&Message::dateUpdated>, text<&Message::dateUpdated>},
    {kEmailSource, QT_TRANSLATE_NOOP("leadway::Columns", "E-mail source"), kText, emailSource, kNone},
};

constexpr std::string_view kSimpleColumns[] = {"date", "channel", "direction", "contact", "body", "status"};

void appendUnlessThere(std::vector<const Column*>& chosen, std::string_view key)
{
    const Column* const found = columnOfKey(key);
    if (found && std::find(chosen.begin(), chosen.end(), found) == chosen.end()) {
        chosen.push_back(found);
    }
}

} // namespace

std::span<const Column> columns()
{
    return kColumns;
}

std::vector<const Column*> chosenColumns(const FormatOptions& options)
{
    std::vector<const Column*> chosen;
    if (options.format == Format::CsvExact) {
        for (const Column& column : kColumns) {
            if (column.exact) {
                chosen.push_back(&column);
            }
        }
        return chosen;
    }
    if (options.columns == ColumnChoice::Everything) {
        for (const Column& column : kColumns) {
            if (column.adapted && column.key != kEmailSource) {
                chosen.push_back(&column);
            }
        }
    }
    if (options.columns == ColumnChoice::Own) {
        for (const std::string& key : options.ownColumns) {
            appendUnlessThere(chosen, key);
        }
    }
    if (chosen.empty()) {
        for (const std::string_view key : kSimpleColumns) {
            appendUnlessThere(chosen, key);
        }
    }
    if (options.hasEmailSource) {
        appendUnlessThere(chosen, kEmailSource);
    }
    return chosen;
}

const Column* columnOfKey(std::string_view key)
{
    const auto* const found =
        std::find_if(std::begin(kColumns), std::end(kColumns),
                     [key](const Column& column) { return column.key == key && column.adapted; });
    return found != std::end(kColumns) ? found : nullptr;
}

QString headerText(const Column& column, const QTimeZone& zone)
{
    const QString header = QCoreApplication::translate("leadway::Columns", column.header);
    return column.kind == ColumnKind::LocalDate ? header.arg(QString::fromUtf8(zone.id())) : header;
}

} // namespace leadway

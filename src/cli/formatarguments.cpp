#include "cli/formatarguments.h"

#include "app/formatmap.h"
#include "cli/argumentreader.h"
#include "format/columns.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace leadway
{

namespace
{

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(leadway::Cli)
};

QString everyKey()
{
    QStringList keys;
    for (const Column& column : columns()) {
        if (column.adapted) {
            keys.append(QString::fromLatin1(column.key.data(), static_cast<qsizetype>(column.key.size())));
        }
    }
    return keys.join(QStringLiteral(", "));
}

// One of the presets, or a choice of one's own.
void readColumns(ArgumentReader& reader, FormatOptions& options)
{
    const QString text = reader.text("columns");
    for (const auto& [word, choice] : kColumnChoiceKeys) {
        if (choice != ColumnChoice::Own && text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0) {
            options.columns = choice;
            return;
        }
    }
    options.columns = ColumnChoice::Own;
    options.ownColumns = keysFrom(text);
    const QString possible = QStringLiteral("simple, everything, ") + everyKey();
    if (options.ownColumns.empty()) {
        reader.refuse("columns", possible);
    }
    for (const std::string& key : options.ownColumns) {
        if (!columnOfKey(key)) {
            reader.refuse("columns", possible, QString::fromStdString(key));
        }
    }
}

} // namespace

void addFormatArguments(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const QString& help, const char* value = "",
                               const QString& standard = {}) {
        parser.addOption({QLatin1String(name), help, QLatin1String(value), standard});
    };
    add("format",
        Cli::tr("xlsx (an Excel workbook), csv (for spreadsheets), csv-exact, json, jsonl, transcript (a web "
                "page to read and print, one section a conversation) or pdf (the same on pages). Without it, "
                "what the name of the file says, else xlsx. A csv file opened with another separator than "
                "its own "
                "falls apart within its texts: no formula that calls or fetches anything comes of that, but "
                "numbers and dates may change."),
        "FORMAT");
    add("columns",
        Cli::tr("simple, everything, or columns in an order of your own, such as date,contact,body. An "
                "unknown one brings the list of all."),
        "LIST", QStringLiteral("everything"));
    add("utc", Cli::tr("Dates in UTC instead of local time."));
    add("no-line-breaks", Cli::tr("Spaces instead of line breaks within a cell."));
    add("email-source", Cli::tr("Also a column with e-mails as they came, in HTML."));
    add("files",
        Cli::tr("one, or a folder with one file a conversation or a month: one, conversation, month."), "HOW",
        QStringLiteral("one"));
}

void readFormatArguments(ArgumentReader& reader, FormatOptions& options)
{
    // Without the option it stays: the standard of a new export, or what an earlier one was asked for.
    if (reader.isSet("format")) {
        options.format = reader.oneOf("format", kFormatKeys);
    }
    if (reader.isSet("columns")) {
        readColumns(reader, options);
    }
    options.isUtc = options.isUtc || reader.isSet("utc");
    options.keepsLineBreaks = options.keepsLineBreaks && !reader.isSet("no-line-breaks");
    options.hasEmailSource = options.hasEmailSource || reader.isSet("email-source");
    if (reader.isSet("files")) {
        options.files = reader.oneOf("files", kFileSplitKeys);
    }
}

} // namespace leadway

#include "support/libreoffice.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>
#include <QXmlStreamReader>

namespace leadway::test
{

namespace
{

// LibreOffice's own form of XML, of which only the cells are read.
class SheetReader
{
public:
    explicit SheetReader(const QByteArray& xml)
        : m_xml(xml)
    {
    }

    std::optional<Sheet> read()
    {
        Sheet sheet;
        while (!m_xml.atEnd()) {
            readNext();
            if (starts("table-row")) {
                const int repeated = count("number-rows-repeated");
                const QList<Cell> row = readRow();
                // A row without anything is what fills the sheet to its end.
                for (int i = 0; i < repeated && !row.isEmpty(); ++i) {
                    sheet.append(row);
                }
            }
        }
        return m_xml.hasError() ? std::nullopt : std::optional(sheet);
    }

private:
    // Pictures, which have tables of their own, are passed over.
    void readNext()
    {
        m_xml.readNext();
        if (starts("frame") || starts("shapes")) {
            m_xml.skipCurrentElement();
        }
    }

    bool starts(const char* name) const
    {
        return m_xml.isStartElement() && m_xml.name() == QLatin1String(name);
    }
    bool ends(const char* name) const { return m_xml.isEndElement() && m_xml.name() == QLatin1String(name); }

    QString attribute(const char* name) const
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        for (const QXmlStreamAttribute& attribute : attributes) {
            if (attribute.name() == QLatin1String(name)) {
                return attribute.value().toString();
            }
        }
        return {};
    }

    int count(const char* name) const { return std::max(1, attribute(name).toInt()); }

    QList<Cell> readRow()
    {
        QList<Cell> row;
        qsizetype filled = 0;
        while (!m_xml.atEnd() && !ends("table-row")) {
            readNext();
            if (!starts("table-cell")) {
                continue;
            }
            const int repeated = count("number-columns-repeated");
            const Cell cell = readCell();
            constexpr qsizetype widest = 200;
            for (int i = 0; i < repeated && row.size() < widest; ++i) {
                row.append(cell);
            }
            filled = cell.type.isEmpty() ? filled : row.size();
        }
        return row.first(filled);
    }

    Cell readCell()
    {
        Cell cell;
        const QXmlStreamAttributes attributes = m_xml.attributes();
        for (const QXmlStreamAttribute& one : attributes) {
            if (one.qualifiedName() == QLatin1String("office:value-type")) {
                cell.type = one.value().toLatin1();
            }
            cell.isFormula = cell.isFormula || one.name() == QLatin1String("formula");
        }
        int paragraphs = 0;
        while (!m_xml.atEnd() && !ends("table-cell")) {
            readNext();
            if (starts("p")) {
                cell.text += paragraphs++ > 0 ? QStringLiteral("\n") : QString();
                readParagraph(cell.text);
            }
        }
        return cell;
    }

    void readParagraph(QString& text)
    {
        while (!m_xml.atEnd() && !ends("p")) {
            readNext();
            if (m_xml.isCharacters()) {
                text += m_xml.text();
            } else if (starts("s")) {
                text += QString(count("c"), QLatin1Char(' '));
            } else if (starts("tab")) {
                text += QLatin1Char('\t');
            } else if (starts("line-break")) {
                text += QLatin1Char('\n');
            }
        }
    }

    QXmlStreamReader m_xml;
};

} // namespace

LibreOffice::LibreOffice(const Household& household)
    : m_household(household)
    , m_program(QStandardPaths::findExecutable(QStringLiteral("soffice")))
{
}

QByteArray LibreOffice::problem() const
{
    return m_program.isEmpty() ? QByteArray("LibreOffice is not installed. On Debian: libreoffice-calc-nogui")
                               : QByteArray();
}

std::optional<Sheet> LibreOffice::opened(const QString& name, const Import& import) const
{
    // Separator, quote, UTF-8, from the first line on, no forced columns, language, quoted cells are looked
    // at like others, and everything that looks like a number, date or time is taken for one.
    constexpr int quote = '"';
    constexpr int utf8 = 76;
    const QString filter = QStringLiteral("CSV:%1,%2,%3,1,,%4,false,true")
                               .arg(int(import.separator))
                               .arg(quote)
                               .arg(utf8)
                               .arg(import.language);
    return converted(name, {QStringLiteral("--infilter=") + filter});
}

std::optional<Sheet> LibreOffice::opened(const QString& name) const
{
    return converted(name, {});
}

std::optional<Sheet> LibreOffice::converted(const QString& name, const QStringList& how) const
{
    const QString result = QFileInfo(name).completeBaseName() + QStringLiteral(".fods");
    QFile::remove(m_household.path(result)); // of an earlier time, or it would be taken for this one
    const QString profile =
        QUrl::fromLocalFile(m_household.path(QStringLiteral("../libreoffice"))).toString();
    Program office(m_program, m_household);
    const Outcome outcome = office.run(
        QStringList{QStringLiteral("-env:UserInstallation=") + profile, QStringLiteral("--headless")} + how +
        QStringList{QStringLiteral("--convert-to"), QStringLiteral("fods"), QStringLiteral("--outdir"),
                    m_household.workFolder(), m_household.path(name)});
    std::optional<Sheet> sheet = SheetReader(m_household.read(result)).read();
    if (!sheet || outcome.exitCode != 0) {
        qWarning("LibreOffice did not open %s: %s", qPrintable(name), outcome.told().constData());
        return std::nullopt;
    }
    return sheet;
}

} // namespace leadway::test

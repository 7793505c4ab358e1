#include "gui/copiedrows.h"

#include "format/spreadsheetguard.h"

#include <QMimeData>

#include <algorithm>
#include <utility>

namespace leadway
{

namespace
{

bool breaksRows(QChar c)
{
    return c == u'\t' || c == u'\n' || c == u'\r' || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator || c == u'\v' || c == u'\f';
}

bool mayStartFormula(QChar c)
{
    constexpr QStringView starts = u"=+-@＝＋－＠";
    return starts.contains(c);
}

QString singleLine(QString cell)
{
    std::replace_if(cell.begin(), cell.end(), breaksRows, QChar(u' '));
    if (std::any_of(cell.cbegin(), cell.cend(), mayStartFormula)) {
        std::string guarded = '\t' + cell.toStdString(); // a piece begins behind each tab
        guardInside(guarded);
        cell = QString::fromStdString(guarded.substr(1));
    }
    return cell;
}

// A spreadsheet takes a quote in front for one around the cell.
QString lineCell(const QString& cell)
{
    if (!cell.startsWith(u'"')) {
        return cell;
    }
    QString quoted = cell;
    quoted.replace(QLatin1String("\""), QLatin1String("\"\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

} // namespace

CopiedRows::CopiedRows(int rows)
    : m_rows(rows)
{
    if (m_rows <= kMostInTable) {
        // The style is for Excel and LibreOffice: texts, which are not read as numbers or dates.
        m_table = QStringLiteral("<html><head><meta charset=\"utf-8\"><style>td {mso-number-format:\"\\@\"; "
                                 "white-space:nowrap}</style></head><body><table>\n");
    }
}

void CopiedRows::append(const QStringList& cells)
{
    QStringList safe;
    safe.reserve(cells.size());
    std::transform(cells.begin(), cells.end(), std::back_inserter(safe), singleLine);
    if (!m_table.isNull()) {
        m_table += QLatin1String("<tr>");
        for (const QString& cell : std::as_const(safe)) {
            m_table += QLatin1String("<td>") + cell.toHtmlEscaped() + QLatin1String("</td>");
        }
        m_table += QLatin1String("</tr>\n");
    }
    std::transform(safe.begin(), safe.end(), safe.begin(), lineCell);
    if (m_appended > 0) {
        m_lines += QLatin1Char('\n');
    }
    m_lines += safe.join(QLatin1Char('\t'));
    constexpr int sample = 1000;
    if (++m_appended == sample && m_rows > sample) {
        // Growing would move all of it again and again; unused memory costs nothing.
        m_lines.reserve(m_lines.size() * (m_rows / sample + 1) * 5 / 4);
    }
}

std::unique_ptr<QMimeData> CopiedRows::take()
{
    auto data = std::make_unique<QMimeData>();
    data->setText(std::exchange(m_lines, {}));
    if (!m_table.isNull()) {
        data->setHtml(std::exchange(m_table, {}) + QLatin1String("</table></body></html>\n"));
    }
    return data;
}

} // namespace leadway

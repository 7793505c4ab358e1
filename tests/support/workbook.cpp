#include "support/workbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace leadway::test
{

namespace
{

// What is written as "_x0041_" in a cell is a character by its number; openpyxl leaves that to its caller.
constexpr char kReader[] = R"(
import json, sys
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

def cell(one):
    value = one.value
    if value is None:
        return ["", "", False]
    if one.is_date:
        return [value.strftime("%Y-%m-%d %H:%M:%S"), "date", False]
    if isinstance(value, str):
        return [unescape(value), "string", one.data_type == "f"]
    return [str(value), "float", False]

sheets = []
for sheet in load_workbook(sys.argv[1]).worksheets:
    rows = [[cell(one) for one in row] for row in sheet.iter_rows()]
    sheets.append({
        "title": sheet.title,
        "frozenAt": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "isBold": all(one.font.b for one in sheet[1]),
        "narrowest": min(column.width for column in sheet.column_dimensions.values()),
        "charts": [len(chart.series) for chart in sheet._charts],
        "rows": rows,
    })
json.dump(sheets, sys.stdout)
)";

QString string(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

Sheet rowsOf(const QJsonArray& values)
{
    Sheet rows;
    for (const auto& value : values) {
        QList<Cell> row;
        const QJsonArray cells = value.toArray();
        for (const auto& one : cells) {
            row.append(Cell{one[0].toString(), one[1].toString().toLatin1(), one[2].toBool()});
        }
        rows.append(row);
    }
    return rows;
}

} // namespace

std::optional<QList<WorkbookSheet>> openedByOpenpyxl(const QString& path)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QLatin1String(kReader), path});
    constexpr int patience = 240'000;
    python.closeWriteChannel();
    if (!python.waitForFinished(patience) || python.exitCode() != 0) {
        qWarning("openpyxl did not open %s: %s", qPrintable(path), python.readAllStandardError().constData());
        return std::nullopt;
    }
    QList<WorkbookSheet> sheets;
    const QJsonArray values = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    for (const auto& value : values) {
        const QJsonObject object = value.toObject();
        QList<int> charts;
        for (const auto& series : object.value(QLatin1String("charts")).toArray()) {
            charts.append(series.toInt());
        }
        sheets.append({string(object, "title"), string(object, "frozenAt"), string(object, "filter"),
                       object.value(QLatin1String("isBold")).toBool(),
                       object.value(QLatin1String("narrowest")).toDouble(), charts,
                       rowsOf(object.value(QLatin1String("rows")).toArray())});
    }
    return sheets;
}

} // namespace leadway::test

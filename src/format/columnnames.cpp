#include "format/columnnames.h"

#include "format/columns.h"

#include <QCoreApplication>

namespace leadway
{

std::vector<ColumnName> columnNames(const FormatOptions& options)
{
    std::vector<ColumnName> names;
    for (const Column* column : chosenColumns(options)) {
        QString name = QCoreApplication::translate("leadway::Columns", column->header);
        names.push_back({column->key, name.remove(QStringLiteral("(%1)")).trimmed()});
    }
    return names;
}

} // namespace leadway

#pragma once

#include "format/formatoptions.h"

#include <QString>

#include <string_view>
#include <vector>

namespace leadway
{

/// How a person tells columns apart who chooses among them; how they are filled is in format/columns. The
/// name is a column's translated header without the zone, as in "Date". A value.
struct ColumnName {
    std::string_view key;
    QString name;
};

/// Of chosenColumns(), in their order.
std::vector<ColumnName> columnNames(const FormatOptions& options);

} // namespace leadway

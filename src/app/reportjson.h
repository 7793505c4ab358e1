#pragma once

#include "app/exportjob.h"
#include "core/result.h"

#include <QByteArray>

namespace leadway
{

/// The account of an export for other programs: JSON with the query, the counts, those of every walk, and
/// the file's size and SHA-256. It never holds a token. Indented, ends with a line break.
QByteArray reportJson(const ExportRequest& request, const ExportReport& report);

/// Writes it to a file for this user alone, which appears whole or not at all.
Result<void> saveReportJson(const QString& path, const ExportRequest& request, const ExportReport& report);

} // namespace leadway

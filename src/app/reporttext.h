#pragma once

#include "app/exportjob.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace leadway
{

/// \file
/// The account of an export for a person: what reportJson tells other programs, in words, and what is known
/// of a failure. Values and pure functions of their arguments and of the installed translators, for any
/// thread.

struct ReportRow {
    QString label; ///< empty where the value is a sentence by itself
    QString value; ///< plain text, of several lines where it is the service's own
};

struct ReportSection {
    QString title;
    std::vector<ReportRow> rows;
};

struct ReportText {
    QString title; ///< how it ended
    QString line;  ///< what else to know, or what to do; may be empty
    std::vector<ReportSection> sections;
};

/// Of an export that is Finished or Failed; empty for every other state. The only text with a status code.
ReportText reportText(const QString& account, const ExportRequest& request, const State& state,
                      const QLocale& locale);

/// To be pasted elsewhere: a line a row, a tab between label and value, an empty line before each section.
QString reportAsText(const ReportText& report);

} // namespace leadway

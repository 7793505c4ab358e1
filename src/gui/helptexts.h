#pragma once

#include "core/error.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace leadway
{

/// \file
/// The pages of the help, which are the Markdown files of docs/help: one folder a language, the same names in
/// each. What the program says elsewhere is not told again there but put in by it: the errors, with the
/// window's own sentences and buttons, and the formats. Reads the program's resources and the installed
/// translators; for the window's thread.

/// In the order of the contents.
enum class HelpTopic {
    FirstSteps,
    Account,
    Filters,
    Messages,
    Exporting,
    Formats,
    SavedExports,
    ScheduledExports,
    Limits,
    Completeness,
    Privacy,
    Errors,
    Keys,
};
constexpr int kHelpTopics = static_cast<int>(HelpTopic::Keys) + 1;

/// A page, or a section of it.
struct HelpPlace {
    HelpTopic topic = HelpTopic::FirstSteps;
    QString section; ///< as sectionName() gives it; empty: its beginning

    bool operator==(const HelpPlace&) const = default;
};

/// "first-steps": the name of its file without ".md".
QString helpKey(HelpTopic topic);
/// Where a link of a page leads, as "errors.md#the-disk-is-full"; nothing if it leads out of the help.
std::optional<HelpPlace> helpPlaceOf(const QString& link);

/// In a language: its whole text as Markdown, and its title alone.
QString helpText(HelpTopic topic, const QString& language);
QString helpTitle(HelpTopic topic, const QString& language);

/// The licence of the program, as it came.
QString licenceText();

/// A text as it is, within Markdown: nothing in it is taken for markup. Pure.
QString asMarkdown(QString text);

/// What a link calls the section under a heading, as on the pages of repositories: "No answer?" is
/// "no-answer".
QString sectionName(QStringView heading);
/// Where the help tells of an error.
HelpPlace helpPlaceOf(ErrorKind kind);

} // namespace leadway

#pragma once

#include <QtGlobal>

#include <span>
#include <string>
#include <string_view>

namespace leadway::simulator
{

/// The words of the invented account: conversations of a clinic with its patients, its e-mails, its staff,
/// and the awkward texts that people really send. Constant tables and pure functions.

struct Line {
    bool inbound;
    std::string_view text; ///< with {name}, {staff}, {hour}, {day} to be filled in
};

struct Dialogue {
    bool english;
    std::span<const Line> lines;
};

struct Mail {
    bool english;
    bool inbound;
    std::string_view subject;
    std::string_view text; ///< paragraphs, separated by new lines
};

std::span<const Dialogue> dialogues();
std::span<const Mail> mails();
std::span<const std::string_view> campaignTexts();
std::span<const std::string_view> internalComments();
std::span<const std::string_view> reviews();
std::span<const std::string_view> activityTexts();
/// Formulas, digit strings, quotes, markup, right-to-left text, joined emoji, line breaks of every kind, …
std::span<const std::string_view> awkwardTexts();
/// The last of them are blank: spaces, and nothing.
constexpr std::size_t kBlankAwkwardTexts = 2;

struct Person {
    std::string_view first;
    std::string_view last;
    std::string_view mailName; ///< in ASCII
};

/// The person behind a contact's number.
Person person(quint64 salt);
std::string_view staffName(quint64 salt);

/// `text` with its placeholders filled in.
std::string filledIn(std::string_view text, bool english, const Person& who, quint64 salt);

/// A mail's text as the HTML a mailing program makes of it, of about `bytes` bytes.
std::string mailHtml(const std::string& text, int bytes);

/// A long text of exactly `units` UTF-16 units with a pair of surrogates across the limit of a spreadsheet's
/// cell where it is long enough for that.
std::string longText(int units);

} // namespace leadway::simulator

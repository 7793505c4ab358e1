#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace leadway
{

/// \file
/// What an HTML text says, without its markup: no styles or scripts, entities resolved. Nothing is ever
/// loaded or run. A text without markup stays as it is but for its white space. Pure functions.

/// For one line of a table: white space folded. Reads no more than it needs for `length` characters.
QString plainLine(const QString& html, qsizetype length);

/// The whole of it, to be read: blocks begin new lines, paragraphs are parted by an empty one, and the items
/// of a list have their bullets or numbers.
QString plainText(const QString& html);
/// The same, appended as UTF-8. True if characters that no text may hold had to be replaced.
bool appendPlainText(std::string& out, std::string_view html);

/// Whether a text is HTML by its looks: it begins with a tag or a declaration that documents begin with.
bool looksLikeHtml(std::string_view text);
bool looksLikeHtml(const QString& text);

/// Whether a message's text is HTML, as the message says or by the text's looks.
bool isHtml(std::string_view contentType, std::string_view text);
bool isHtml(std::string_view contentType, const QString& text);

} // namespace leadway

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace leadway
{

/// \file
/// What an HTML text says, without its markup: no styles or scripts, entities resolved. Nothing is ever
/// loaded or run. All of it is UTF-8. A text without markup stays as it is but for its white space. Pure
/// functions.

/// For one line of a table: white space folded. Reads no more than it needs for `length` characters.
QString plainLine(std::string_view html, qsizetype length);

/// Appends the whole of it, to be read: blocks begin new lines, paragraphs are parted by an empty one, and
/// the items of a list have their bullets or numbers. True if characters that no text may hold had to be
/// replaced.
bool appendPlainText(std::string& out, std::string_view html);

/// Whether a text is HTML by its looks: it begins with a tag or a declaration that documents begin with.
bool looksLikeHtml(std::string_view text);

/// Whether a message's text is HTML, as the message says or by the text's looks.
bool isHtml(std::string_view contentType, std::string_view text);

} // namespace leadway

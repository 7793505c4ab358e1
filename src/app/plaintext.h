#pragma once

#include <QString>

namespace leadway
{

/// The words of an HTML text, for one line of a table: no markup, no styles or scripts, the usual entities
/// resolved, white space folded. Reads no more than it needs for `length` characters and never loads
/// anything. A text without markup stays as it is, folded. Pure.
QString plainLine(const QString& html, qsizetype length);

/// Whether a text is HTML by its looks: it begins with a tag or a declaration that documents begin with.
bool looksLikeHtml(const QString& text);

} // namespace leadway

#pragma once

#include "support/libreoffice.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace leadway::test
{

/// What people write that a spreadsheet takes for something else, in one language or another, and what stands
/// close to that; UTF-8.
std::span<const char* const> treacherousTexts();

/// What a cell has to show of a text: ends of lines are LF, and control characters, which no cell holds, are
/// replacement characters. Without U+FFFE and U+FFFF: cells hold them, but the XML they are read from cannot.
QString tidied(QString body);

/// Empty if a cell holds a tidied text as text and shows it, with apostrophes at most at its beginning and
/// before what could begin a formula within it; else what is wrong.
QByteArray damage(const Cell& cell, const QString& body);

} // namespace leadway::test

#pragma once

#include "simulator/generator.h"
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

/// The same of a cell in a workbook, which cannot hold U+FFFE and U+FFFF either.
QString tidiedForWorkbook(QString body);

/// What a cell has to say of a message of the simulator: of an e-mail with markup the words of its page, made
/// with nothing of what makes them in the program.
QString shownBody(const simulator::Expected& message);

/// Empty if a cell holds a tidied text as text and shows it, with apostrophes at most at its beginning and
/// before what could begin a formula within it; else what is wrong.
QByteArray damage(const Cell& cell, const QString& body);

} // namespace leadway::test

#pragma once

#include <QList>
#include <QString>

#include <string>

namespace leadway
{

/// A part of a text, in its own units.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange&) const = default;
};

/// Where a text says a word that is folded already (see core/folding.h), one place behind the other: for
/// marking what a search found, with the accents that belong to it. Nothing for an empty word. Pure.
QList<TextRange> foldedMatches(const QString& text, const std::string& foldedWord);

} // namespace leadway

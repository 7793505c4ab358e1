#include "core/foldedmatch.h"

#include "core/folding.h"

#include <vector>

namespace leadway
{

QList<TextRange> foldedMatches(const QString& text, const std::string& foldedWord)
{
    QList<TextRange> matches;
    if (foldedWord.empty()) {
        return matches;
    }
    // Character by character, so that each byte of the folded text knows where it comes from.
    std::string whole;
    std::vector<qsizetype> origins;
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair = text.at(at).isHighSurrogate() && at + 1 < text.size();
        const qsizetype units = isPair ? 2 : 1;
        whole += folded(QStringView(text).sliced(at, units).toUtf8());
        origins.resize(whole.size(), at);
        at += units;
    }
    origins.push_back(text.size());
    for (std::size_t at = whole.find(foldedWord); at != std::string::npos;) {
        const std::size_t end = at + foldedWord.size();
        matches.append({origins[at], origins[end] - origins[at]});
        at = whole.find(foldedWord, end);
    }
    return matches;
}

} // namespace leadway

#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <iterator>
#include <optional>

namespace leadway
{

/// The value of a word, in any case, where a few words are possible: pairs of word and value.
template<class Pairs>
auto valueOfWord(const QString& text, const Pairs& pairs)
{
    std::optional<decltype(std::begin(pairs)->second)> found;
    for (const auto& [word, value] : pairs) {
        if (text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0) {
            found = value;
        }
    }
    return found;
}

/// The words themselves, for a sentence.
template<class Pairs>
QString wordsOf(const Pairs& pairs)
{
    QStringList list;
    for (const auto& [word, value] : pairs) {
        list.append(QLatin1String(word));
    }
    return list.join(QStringLiteral(", "));
}

/// Reads the values of options. The first wrong one is kept, and told once all are read. Lives while the
/// arguments are understood; `parser` must outlive it.
class ArgumentReader
{
public:
    explicit ArgumentReader(const QCommandLineParser& parser)
        : m_parser(parser)
    {
    }

    bool isSet(const char* name) const { return m_parser.isSet(QLatin1String(name)); }
    QString text(const char* name) const { return m_parser.value(QLatin1String(name)).trimmed(); }

    /// Nothing without the option; but what is set to nothing, perhaps by a script, does not mean everything.
    QString filledText(const char* name, const QString& allowed);

    template<class Pairs>
    auto oneOf(const char* name, const Pairs& pairs)
    {
        const auto value = valueOfWord(text(name), pairs);
        if (!value) {
            refuse(name, wordsOf(pairs));
        }
        return value.value_or(std::begin(pairs)->second);
    }

    /// `value` is what is wrong, where it is not all that stands there.
    void refuse(const char* name, const QString& allowed, const QString& value = {});

    /// What else is wrong, in a sentence.
    void blame(const QString& sentence);

    const std::optional<QString>& fault() const { return m_fault; }

private:
    const QCommandLineParser& m_parser;
    std::optional<QString> m_fault;
};

} // namespace leadway

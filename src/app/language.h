#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace leadway
{

/// The language of everything a person reads, our own texts and Qt's. Owned by main; lives on the main
/// thread. Switching while the program runs sends LanguageChange to every widget.
class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// The codes that can be chosen: "en", "es".
    static QStringList codes();
    /// The best of them for what the system says.
    static QString systemCode();

    /// Installs the translations of a code; an unknown one falls back to English.
    void use(const QString& code);
    const QString& code() const { return m_code; }

private:
    void remove();

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

/// For dates and numbers in the installed language: the system's own locale where it speaks that language,
/// so that a Mexican keeps Mexican numbers, else the language's.
QLocale localeFor(const QString& code);
/// The same for the translations that are installed, whoever asks and on whichever thread.
QLocale localeOfWords();

} // namespace leadway

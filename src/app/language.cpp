#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace leadway
{

Language::~Language()
{
    remove();
}

QStringList Language::codes()
{
    return {QStringLiteral("en"), QStringLiteral("es")};
}

QString Language::systemCode()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& language : wanted) {
        QString code = language.left(2).toLower();
        if (codes().contains(code)) {
            return code;
        }
    }
    return codes().constFirst();
}

void Language::remove()
{
    for (const auto& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
    m_translators.clear();
}

void Language::use(const QString& code)
{
    remove();
    m_code = codes().contains(code) ? code : codes().constFirst();
    const auto install = [this](const QString& file, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(file, folder) && QCoreApplication::installTranslator(translator.get())) {
            m_translators.push_back(std::move(translator));
            return true;
        }
        return false;
    };
    // Qt's own buttons: from our resources in a package, from the system's Qt otherwise.
    const QString qtFile = QStringLiteral("qtbase_") + m_code;
    if (!install(qtFile, QStringLiteral(":/i18n"))) {
        install(qtFile, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    install(QStringLiteral("leadway_") + m_code, QStringLiteral(":/i18n"));
}

QLocale localeFor(const QString& code)
{
    const QLocale system = QLocale::system();
    const QLocale language(code);
    return system.language() == language.language() ? system : language;
}

QLocale localeOfWords()
{
    return localeFor(
        QCoreApplication::translate("leadway::Language", "en", "the code of this very language"));
}

} // namespace leadway

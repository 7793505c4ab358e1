#include "app/redaction.h"

#include <QDir>
#include <QRegularExpression>

namespace leadway
{

namespace
{

struct Rule {
    const char* pattern;
    const char* replacement;
};

// In this order: an address may hold a token, and what is left of it an '@'.
constexpr Rule kRules[] = {
    {R"((?:\b(?:Bearer|Basic)\s+|\bpit-|\beyJ)[^\s"'<>,;]+)", "[token]"},
    {R"(\b((?:proxy-)?authorization|token|password|passwd|secret|api[-_ ]?key)\b["']?\s*[:=]\s*["']?[^\s"'<>,;]+)",
     R"(\1: [token])"},
    {R"(\b([a-z][a-z0-9+.-]*://)[^\s"'<>]*@)", R"(\1)"},
    {R"(\b([a-z][a-z0-9+.-]*://[^\s"'<>?#]*)[?#][^\s"'<>]*)", R"(\1?…)"},
    {R"(\?[^\s"'<>=]*=[^\s"'<>]*)", "?…"},
    {R"([^\s"'<>]+@[^\s"'<>]+)", "[address]"},
    // A date stays.
    {R"((?<!\d)(?:19|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)(*SKIP)(*FAIL)|)"
     R"(\+?\p{Nd}(?:[^\p{L}\p{Nd}\n,;:]{0,3}\p{Nd}){6,})",
     "[number]"},
};

} // namespace

QString redacted(QString text, const QString& home)
{
    if (home.size() > 1) { // not "/"
        text.replace(home, QStringLiteral("~"));
        text.replace(QDir::toNativeSeparators(home), QStringLiteral("~"));
    }
    for (const Rule& rule : kRules) {
        text.replace(QRegularExpression(QString::fromUtf8(rule.pattern),
                                        QRegularExpression::CaseInsensitiveOption |
                                            QRegularExpression::UseUnicodePropertiesOption),
                     QString::fromUtf8(rule.replacement));
    }
    return text;
}

QString safeId(const QString& id)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^(?=.*[A-Za-z])(?!pit-|eyJ)[A-Za-z0-9._-]{1,64}\z)"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(id).hasMatch() ? id : QString();
}

} // namespace leadway

#include "gui/helptexts.h"

#include "app/logwords.h"
#include "app/wording.h"
#include "gui/actionbuttons.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <iterator>

// Outside of any namespace: the resources of a static library are registered by hand.
static void registerHelp()
{
    Q_INIT_RESOURCE(help);
}

namespace leadway
{

namespace
{

struct HelpTexts {
    Q_DECLARE_TR_FUNCTIONS(leadway::HelpTexts)
};

constexpr const char* kHelpKeys[] = {
    "first-steps",       "account", "filters",      "messages", "exporting", "formats", "saved-exports",
    "scheduled-exports", "limits",  "completeness", "privacy",  "errors",    "keys",
};
static_assert(std::size(kHelpKeys) == kHelpTopics);

QString ownFile(const QString& name)
{
    registerHelp();
    QFile file(QStringLiteral(":/help/") + name);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString pageFile(HelpTopic topic, const QString& language)
{
    return ownFile(QStringLiteral("%1/%2.md").arg(language, helpKey(topic)));
}

// As the window says it where the error is one of a file or of a server: with an example of those.
wording::Advice exampleOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    if (kind == ErrorKind::Redirect) {
        error.detail = QStringLiteral("login.example");
    } else if (kind == ErrorKind::SpoolInUse) {
        error.detail = QStringLiteral("leadway-export");
    }
    return wording::advice(error, HelpTexts::tr("Messages.xlsx", "a file's name"));
}

QString errorHeading(ErrorKind kind)
{
    QString what = exampleOf(kind).what;
    if (what.endsWith(QLatin1Char('.'))) {
        what.chop(1);
    }
    return what;
}

QString errorMarkdown(ErrorKind kind)
{
    QStringList parts{QStringLiteral("### ") + asMarkdown(errorHeading(kind)),
                      asMarkdown(exampleOf(kind).toDo)};
    QStringList buttons;
    for (const Action action : remediesFor(kind)) {
        buttons.append(QStringLiteral("**%1**").arg(asMarkdown(actionText(action))));
    }
    if (!buttons.isEmpty()) {
        parts.append(HelpTexts::tr("The window offers: %1", "names of buttons")
                         .arg(buttons.join(QStringLiteral(" · "))));
    }
    return parts.join(QStringLiteral("\n\n"));
}

QString formatsMarkdown()
{
    QStringList rows{
        QStringLiteral("| %1 | %2 |").arg(HelpTexts::tr("Format"), HelpTexts::tr("What it is for")),
        QStringLiteral("|---|---|")};
    for (const auto& [key, format] : kFormatKeys) {
        rows.append(
            QStringLiteral("| **%1** | %2 |")
                .arg(asMarkdown(wording::formatName(format)), asMarkdown(wording::formatPurpose(format))));
    }
    return rows.join(QLatin1Char('\n'));
}

// In the place of a comment that names it.
QString partNamed(const QString& name)
{
    if (name == QLatin1String("formats")) {
        return formatsMarkdown();
    }
    for (int number = 0; number <= static_cast<int>(ErrorKind::Storage); ++number) {
        const auto kind = static_cast<ErrorKind>(number);
        if (name == kindInLog(kind)) {
            return errorMarkdown(kind);
        }
    }
    return {};
}

} // namespace

QString helpKey(HelpTopic topic)
{
    return QLatin1String(kHelpKeys[static_cast<std::size_t>(topic)]);
}

std::optional<HelpPlace> helpPlaceOf(const QString& link)
{
    const qsizetype hash = link.indexOf(QLatin1Char('#'));
    const QString file = hash < 0 ? link : link.first(hash);
    for (int number = 0; number < kHelpTopics; ++number) {
        const auto topic = static_cast<HelpTopic>(number);
        if (file == helpKey(topic) + QStringLiteral(".md")) {
            return HelpPlace{topic, hash < 0 ? QString() : link.sliced(hash + 1)};
        }
    }
    return std::nullopt;
}

QString helpText(HelpTopic topic, const QString& language)
{
    QString text = pageFile(topic, language);
    static const QRegularExpression comment(QStringLiteral("<!-- ([\\w-]+) -->"));
    for (auto match = comment.match(text); match.hasMatch(); match = comment.match(text)) {
        text.replace(match.capturedStart(), match.capturedLength(), partNamed(match.captured(1)));
    }
    return text;
}

QString helpTitle(HelpTopic topic, const QString& language)
{
    const QString text = pageFile(topic, language);
    return text.first(std::max<qsizetype>(text.indexOf(QLatin1Char('\n')), 0)).mid(2).trimmed(); // "# Title"
}

QString licenceText()
{
    return ownFile(QStringLiteral("LICENSE"));
}

QString asMarkdown(QString text)
{
    static const QRegularExpression special(QStringLiteral(R"(([\\`*_\[\]<>|#]))"));
    return text.replace(special, QStringLiteral("\\\\1"));
}

QString sectionName(QStringView heading)
{
    QString name;
    for (const QChar letter : heading) {
        if (letter.isLetterOrNumber() || letter == QLatin1Char('-') || letter == QLatin1Char('_')) {
            name.append(letter.toLower());
        } else if (letter.isSpace()) {
            name.append(QLatin1Char('-'));
        }
    }
    return name;
}

HelpPlace helpPlaceOf(ErrorKind kind)
{
    return {HelpTopic::Errors, sectionName(errorHeading(kind))};
}

} // namespace leadway

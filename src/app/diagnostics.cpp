#include "app/diagnostics.h"

#include "app/logwords.h"
#include "app/redaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace leadway
{

namespace
{

QString latin(const char* word)
{
    return QLatin1String(word);
}

QString tokenWords(const Diagnostics& diagnostics)
{
    switch (diagnostics.tokenNote) {
    case Accounts::TokenNote::WaitingForUnlock:
        return latin("waits for the keychain to be unlocked");
    case Accounts::TokenNote::SessionOnly:
        return latin("the keychain did not take it");
    case Accounts::TokenNote::None:
        break;
    }
    return latin(diagnostics.tokenSaved ? "in the keychain" : "none in the keychain");
}

QString separatorWord(char separator)
{
    return latin(separator == ';' ? "semicolon" : "comma");
}

} // namespace

Diagnostics diagnosticsOfSystem()
{
    Diagnostics diagnostics;
    diagnostics.version = QCoreApplication::applicationVersion();
    diagnostics.qt = QString::fromLatin1(qVersion());
    diagnostics.system = QSysInfo::prettyProductName() + latin(", ") + QSysInfo::currentCpuArchitecture();
    diagnostics.desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    diagnostics.home = QDir::homePath();
    return diagnostics;
}

QString diagnosticsText(const Diagnostics& diagnostics)
{
    const auto redact = [&diagnostics](const QString& text) { return redacted(text, diagnostics.home); };
    const Connection& connection = diagnostics.connection;
    const bool isUsualServer = connection.baseUrl == Connection().baseUrl;
    const FormatOptions& format = diagnostics.format;
    QStringList lines;
    const auto tell = [&lines](const char* name, const QString& value) {
        if (!value.isEmpty()) {
            lines.append(latin(name) + latin(": ") + value);
        }
    };
    tell("Leadway Message Exporter", diagnostics.version);
    tell("Qt", diagnostics.qt);
    tell("System", diagnostics.system);
    tell("Desktop", redact(diagnostics.desktop));
    tell("Language", redact(diagnostics.language));
    tell("Time zone", QString::fromLatin1(format.zone.id()));
    tell("Server", isUsualServer ? latin("the usual one") : redact(connection.baseUrl.host()));
    tell("API version", redact(QString::fromLatin1(connection.apiVersion)));
    tell("Saved accounts", QString::number(diagnostics.accounts));
    tell("Token", tokenWords(diagnostics));
    tell("Format", latin(formatKey(format.format)));
    tell("Separator", separatorWord(format.separator));
    tell("Guard against formulas", latin(format.guard ? "on" : "off"));
    if (diagnostics.error) {
        tell("Error", errorInLog(*diagnostics.error));
        tell("Detail", redact(diagnostics.error->detail).replace(u'\n', latin("\n    ")));
    }
    // They were written without anything private, so their numbers may stay.
    if (!diagnostics.log.isEmpty()) {
        lines.append(latin("Log:"));
        for (const QString& line : diagnostics.log) {
            lines.append(latin("    ") + line);
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace leadway

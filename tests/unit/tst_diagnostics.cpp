// The text that "Copy diagnostics" puts into the clipboard: what helps, and nothing private.

#include "app/diagnostics.h"

#include <QTest>

using namespace leadway;

namespace
{

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

Diagnostics usual()
{
    Diagnostics diagnostics;
    diagnostics.version = text("0.1.0");
    diagnostics.qt = text("6.4.2");
    diagnostics.system = text("Debian GNU/Linux 12 (bookworm), x86_64");
    diagnostics.desktop = text("GNOME");
    diagnostics.language = text("es");
    diagnostics.accounts = 2;
    diagnostics.tokenSaved = true;
    diagnostics.format.zone = QTimeZone("Europe/Madrid");
    diagnostics.format.format = Format::CsvExcel;
    diagnostics.format.separator = ';';
    diagnostics.home = text("/home/maria");
    return diagnostics;
}

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsVersionsSettingsErrorAndLog();
    void tellsNothingOfAnErrorWhereThereIsNone();
    void namesAnotherServer();
    void tellsWhereTheTokenIs_data();
    void tellsWhereTheTokenIs();
    void tellsNothingPrivate_data();
    void tellsNothingPrivate();
    void tellsOfThisComputer();
};

void TestDiagnostics::tellsVersionsSettingsErrorAndLog()
{
    Diagnostics diagnostics = usual();
    diagnostics.error =
        Error{ErrorKind::Refused, 422, text("limit is wrong\nsortBy is wrong"), {}, text("5e0d7d7e-1234567")};
    diagnostics.log = {text("2025-10-09T08:53:20.000Z window 1234567 export finished: bytes=123456789"),
                       text("2025-10-09T08:53:21.000Z window 1234567 ends")};
    QCOMPARE(diagnosticsText(diagnostics),
             text("Leadway Message Exporter: 0.1.0\n"
                  "Qt: 6.4.2\n"
                  "System: Debian GNU/Linux 12 (bookworm), x86_64\n"
                  "Desktop: GNOME\n"
                  "Language: es\n"
                  "Time zone: Europe/Madrid\n"
                  "Server: the usual one\n"
                  "API version: 2021-07-28\n"
                  "Saved accounts: 2\n"
                  "Token: in the keychain\n"
                  "Format: csv\n"
                  "Separator: semicolon\n"
                  "Guard against formulas: on\n"
                  "Error: Refused http=422 trace=5e0d7d7e-1234567\n"
                  "Detail: limit is wrong\n"
                  "    sortBy is wrong\n"
                  "Log:\n"
                  "    2025-10-09T08:53:20.000Z window 1234567 export finished: bytes=123456789\n"
                  "    2025-10-09T08:53:21.000Z window 1234567 ends\n"));
}

void TestDiagnostics::tellsNothingOfAnErrorWhereThereIsNone()
{
    const QString told = diagnosticsText(usual());
    QVERIFY(told.contains(text("\nAPI version: ")));
    QVERIFY(!told.contains(text("Error:")) && !told.contains(text("Detail:")) &&
            !told.contains(text("Log:")));
}

void TestDiagnostics::namesAnotherServer()
{
    Diagnostics diagnostics = usual();
    diagnostics.connection.baseUrl = QUrl(text("https://other.example:8443/base"));
    QVERIFY(diagnosticsText(diagnostics).contains(text("Server: other.example\n")));
}

void TestDiagnostics::tellsWhereTheTokenIs_data()
{
    QTest::addColumn<bool>("isSaved");
    QTest::addColumn<int>("note");
    QTest::addColumn<QString>("line");
    QTest::newRow("kept") << true << int(Accounts::TokenNote::None) << text("in the keychain");
    QTest::newRow("none") << false << int(Accounts::TokenNote::None) << text("none in the keychain");
    QTest::newRow("waiting") << true << int(Accounts::TokenNote::WaitingForUnlock)
                             << text("waits for the keychain to be unlocked");
    QTest::newRow("refused") << false << int(Accounts::TokenNote::SessionOnly)
                             << text("the keychain did not take it");
}

void TestDiagnostics::tellsWhereTheTokenIs()
{
    QFETCH(const bool, isSaved);
    QFETCH(const int, note);
    QFETCH(const QString, line);
    Diagnostics diagnostics = usual();
    diagnostics.tokenSaved = isSaved;
    diagnostics.tokenNote = Accounts::TokenNote(note);
    QVERIFY(diagnosticsText(diagnostics).contains(text("\nToken: ") + line + text("\n")));
}

void TestDiagnostics::tellsNothingPrivate_data()
{
    QTest::addColumn<QString>("isPrivate");
    for (const char* const one :
         {"pit-5f0c1d9e", "eyJhbGciOi.eyJzdWIi", "Bearer abcdef", "maria@sol.es", "+34 600 111 222",
          "600111222", "http://maria:hunter2@proxy.example", "?cursor=abc", "/home/maria/Clínica"}) {
        QTest::newRow(one) << text(one);
    }
}

// Wherever it may have come in from outside.
void TestDiagnostics::tellsNothingPrivate()
{
    QFETCH(const QString, isPrivate);
    Diagnostics diagnostics = usual();
    diagnostics.desktop = isPrivate;
    diagnostics.language = isPrivate;
    diagnostics.connection.apiVersion = isPrivate.toLatin1();
    diagnostics.connection.baseUrl.setHost(isPrivate);
    diagnostics.error = Error{ErrorKind::Storage, 0, isPrivate, {}, isPrivate};
    const QString told = diagnosticsText(diagnostics);
    QVERIFY2(told.contains(text("Error: Storage")) && told.contains(text("Detail: ")), qPrintable(told));
    QVERIFY2(!told.contains(isPrivate) && !told.contains(text("hunter2")), qPrintable(told));
}

void TestDiagnostics::tellsOfThisComputer()
{
    const Diagnostics diagnostics = diagnosticsOfSystem();
    QCOMPARE(diagnostics.qt, text(qVersion()));
    QVERIFY(diagnostics.system.contains(QSysInfo::currentCpuArchitecture()));
    QVERIFY(!diagnostics.home.isEmpty());
}

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"

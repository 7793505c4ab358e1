// Transcripts by the command line as it is shipped: without a display, and where Qt's platforms are missing.

#include "simulator/server.h"
#include "support/exporter.h"
#include "support/transcriptpage.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <set>
#include <string>

using namespace leadway::test;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

constexpr qint64 kMessages = 400;

} // namespace

class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNameOfTheFileTellsATranscript();
    void aPdfNeedsNoDisplay();
    void thePaperIsThatOfTheCountry_data();
    void thePaperIsThatOfTheCountry();
    void writesAFolderOfPdfs();
    void onlyAPdfNeedsAPlatform();
    void theHelpNamesThem();

private:
    // How many conversations there are, the messages that name none counting as one.
    qsizetype talks() const
    {
        std::set<std::string> ids;
        for (qint64 index = 0; index < kMessages; ++index) {
            ids.insert(m_server->generator().expected(index).conversationId);
        }
        return static_cast<qsizetype>(ids.size());
    }

    std::unique_ptr<Server> m_server;
};

namespace
{

// Nothing by which a program would find a display.
void hideDisplays(Exporter& exporter)
{
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"}) {
        exporter.environment.remove(QLatin1String(name));
    }
}

qsizetype messagesIn(const TranscriptPage& page)
{
    qsizetype messages = 0;
    for (const PageSection& section : page.sections) {
        messages += section.messages.size();
    }
    return messages;
}

} // namespace

void TestReading::initTestCase()
{
    Scenario scenario;
    scenario.messages = kMessages;
    scenario.conversations = 12;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
}

void TestReading::theNameOfTheFileTellsATranscript()
{
    const Household household;
    const Outcome outcome =
        Exporter(household, m_server->baseUrl()).run({text("--output"), text("talks.html")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const TranscriptPage page = readTranscript(household.read(text("talks.html")));
    QCOMPARE(page.fault, QString());
    QCOMPARE(messagesIn(page), kMessages);
    QCOMPARE(page.sections.size(), talks());
    QCOMPARE(household.names(), QStringList(text("talks.html")));
}

void TestReading::aPdfNeedsNoDisplay()
{
    const Household household;
    Exporter exporter(household, m_server->baseUrl());
    hideDisplays(exporter);
    const Outcome outcome = exporter.run({text("--output"), text("talks.pdf"), text("--order"), text("asc")});
    QVERIFY2(outcome.exitCode == Complete && outcome.err.startsWith("Saved 400 of 400 messages.") &&
                 outcome.err.count('\n') == 2,
             outcome.told().constData());
    QVERIFY(household.read(text("talks.pdf")).endsWith("%%EOF\n"));
    QVERIFY(pdfPages(household.path(text("talks.pdf"))) > talks());
    const QString pages = pdfText(household.path(text("talks.pdf")));
    QVERIFY(pages.contains(text("Messages: 400 in %1 conversations").arg(talks())));
    QVERIFY(pages.contains(text("Received from ")));
    QCOMPARE(household.names(), QStringList(text("talks.pdf")));
}

void TestReading::thePaperIsThatOfTheCountry_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("words");
    QTest::newRow("Spain") << text("es_ES.UTF-8") << QByteArray("A4") << text("Recibido de ");
    QTest::newRow("Mexico") << text("es_MX.UTF-8") << QByteArray("letter") << text("Enviado a ");
    QTest::newRow("United Kingdom") << text("en_GB.UTF-8") << QByteArray("A4") << text("Sent to ");
}

void TestReading::thePaperIsThatOfTheCountry()
{
    QFETCH(const QString, language);
    QFETCH(const QByteArray, format);
    QFETCH(const QString, words);
    const Household household;
    Exporter exporter(household, m_server->baseUrl());
    hideDisplays(exporter);
    exporter.environment.insert(text("LC_ALL"), language);
    exporter.environment.insert(text("LANG"), language);
    exporter.environment.remove(text("LANGUAGE"));
    const Outcome outcome = exporter.run({text("--output"), text("talks.pdf")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QProcess info;
    info.start(text("pdfinfo"), {household.path(text("talks.pdf"))});
    QVERIFY(info.waitForFinished());
    const QByteArray told = info.readAllStandardOutput();
    QVERIFY2(told.contains('(' + format + ')'), told.constData());
    QVERIFY(told.contains("Creator:         Leadway Message Exporter"));
    QVERIFY(pdfText(household.path(text("talks.pdf"))).contains(words));
}

void TestReading::writesAFolderOfPdfs()
{
    const Household household;
    Exporter exporter(household, m_server->baseUrl());
    hideDisplays(exporter);
    const Outcome outcome = exporter.run({text("--output"), text("talks"), text("--format"), text("pdf"),
                                          text("--files"), text("conversation")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QFileInfoList files = QDir(household.path(text("talks"))).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), talks());
    for (const QFileInfo& file : files) {
        QVERIFY2(file.suffix() == text("pdf") && pdfPages(file.filePath()) > 0, qPrintable(file.fileName()));
    }
}

// A copy of the program that is told to look for Qt's plugins where there are none.
void TestReading::onlyAPdfNeedsAPlatform()
{
    const Household household;
    const QString copy = household.path(text("leadway-export"));
    QVERIFY(QFile::copy(QStringLiteral(LEADWAY_BINARY_DIR "/src/cli/leadway-export"), copy));
    household.write(text("qt.conf"), "[Paths]\nPlugins = nowhere\n");
    const auto run = [&](const QString& format) {
        Program program(copy, household);
        program.environment.insert(text("LEADWAY_TOKEN"), text("pit-demo"));
        return program.run({text("--base-url"), m_server->baseUrl().toString(), text("--location"),
                            QLatin1String(leadway::simulator::kDemoLocation), text("--output"), text(kOutput),
                            text("--format"), format});
    };
    for (const char* format : {"csv", "transcript", "jsonl"}) {
        const Outcome outcome = run(text(format));
        QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    }
    const QByteArray before = household.read(text(kOutput));
    const Outcome outcome = run(text("pdf"));
    QVERIFY2(outcome.exitCode == Failed && outcome.err.startsWith("This computer lacks what a PDF needs"),
             outcome.told().constData());
    QCOMPARE(household.read(text(kOutput)), before);
}

void TestReading::theHelpNamesThem()
{
    const Household household;
    const Outcome outcome = Exporter(household).run({text("--help")});
    QVERIFY(outcome.out.simplified().contains("transcript (a web page to read and print, one section a "
                                              "conversation) or pdf"));
}

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"

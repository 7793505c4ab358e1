// Exports to be read: every message in the section of its conversation, in the order of the export, as a web
// page and on pages, in one file and in many, in both languages.

#include "app/filename.h"
#include "app/language.h"
#include "simulator/server.h"
#include "support/exportrun.h"
#include "support/transcriptpage.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>
#include <QTimer>

#include <map>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Expected;
using leadway::simulator::Generator;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

Scenario awkwardTalks(qint64 messages, quint64 conversations)
{
    Scenario scenario = Scenario::awkward(5, messages);
    scenario.conversations = conversations;
    scenario.undatedShare = 0.02;
    scenario.htmlBytes = 400;
    scenario.longBodyShare = 0.002;
    scenario.span = std::chrono::hours(24 * 100);
    return scenario;
}

// Of a clinic where everybody writes what any font can show.
Scenario plainTalks(qint64 messages, quint64 conversations)
{
    Scenario scenario;
    scenario.seed = 3;
    scenario.messages = messages;
    scenario.conversations = conversations;
    scenario.nastyShare = 0;
    scenario.htmlBytes = 300;
    scenario.bulkSends = 0;
    return scenario;
}

using Talk = std::pair<std::string, std::vector<Expected>>; // a conversation's id, and what was said

// In the order in which a file has them: who wrote last comes first, and what was said is read from the
// beginning.
std::vector<Talk> talksOf(const Generator& generator)
{
    std::vector<qint64> dated;
    std::vector<qint64> undated;
    for (const qint64 index : generator.inFileOrder()) {
        (generator.createdAt(index) ? dated : undated).push_back(index);
    }
    std::vector<Talk> talks;
    std::map<std::string, std::size_t> known;
    const auto meet = [&](qint64 index) {
        const std::string conversation = generator.expected(index).conversationId;
        if (known.try_emplace(conversation, talks.size()).second) {
            talks.push_back({conversation, {}});
        }
    };
    std::for_each(dated.rbegin(), dated.rend(), meet);
    std::for_each(undated.begin(), undated.end(), meet);
    dated.insert(dated.end(), undated.begin(), undated.end());
    for (const qint64 index : dated) {
        const Expected said = generator.expected(index);
        talks[known.at(said.conversationId)].second.push_back(said);
    }
    return talks;
}

QString readable(const std::string& body)
{
    QString text = QString::fromStdString(body);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    for (QChar& c : text) {
        const bool isNone = c.unicode() < 0x20 && c != u'\n' && c != u'\t';
        c = isNone || c.unicode() >= 0xfffe ? QChar(QChar::ReplacementCharacter) : c;
    }
    while (text.endsWith(u'\n') || text.endsWith(u' ') || text.endsWith(u'\t')) {
        text.chop(1);
    }
    return text;
}

bool isCall(const Expected& said)
{
    const QByteArray type = QByteArray::fromStdString(said.messageType);
    return type.endsWith("CALL") || type.contains("VOICEMAIL");
}

bool isEmail(const Expected& said)
{
    return QByteArray::fromStdString(said.messageType).contains("EMAIL") && !isCall(said);
}

// What is wrong with a message as it is shown; empty if nothing is.
QString faultOf(const PageMessage& shown, const Expected& said)
{
    const QString body = readable(said.body);
    const bool isMail = isEmail(said);
    if (!isMail && !isCall(said) && !body.isEmpty() && shown.text != body) {
        return QStringLiteral("“%1” instead of “%2”").arg(shown.text, body);
    }
    if (isMail && (shown.text.isEmpty() != body.isEmpty() || shown.text.contains(QStringLiteral("<p")))) {
        return QStringLiteral("not what one reads of a mail: ") + shown.text;
    }
    if (shown.files.size() != static_cast<qsizetype>(said.attachments.size())) {
        return QStringLiteral("%1 files instead of %2").arg(shown.files.size()).arg(said.attachments.size());
    }
    const bool isSent = said.direction == "outbound";
    return shown.isSent == isSent && shown.subject == readable(said.subject).simplified()
               ? QString()
               : QStringLiteral("not its direction or subject: ") + shown.line;
}

QString faultOf(const PageSection& shown, const Talk& talk)
{
    QString who; // whom it was with of late
    for (const Expected& said : talk.second) {
        const std::string& other = said.direction == "inbound" ? said.from : said.to;
        const bool isLater = who.isEmpty() || said.createdAt;
        who = isLater && !other.empty() ? readable(other).simplified() : who;
    }
    if (!who.isEmpty() && shown.heading != who) {
        return shown.heading + QStringLiteral(" instead of ") + who;
    }
    if (shown.messages.size() != static_cast<qsizetype>(talk.second.size())) {
        return QStringLiteral("%1 messages instead of %2 with ")
                   .arg(shown.messages.size())
                   .arg(talk.second.size()) +
               who;
    }
    for (qsizetype i = 0; i < shown.messages.size(); ++i) {
        if (const QString fault = faultOf(shown.messages[i], talk.second[static_cast<std::size_t>(i)]);
            !fault.isEmpty()) {
            return fault;
        }
    }
    return {};
}

QString faultIn(const TranscriptPage& page, const std::vector<Talk>& talks)
{
    if (!page.fault.isEmpty() || page.sections.size() != static_cast<qsizetype>(talks.size())) {
        return page.fault +
               QStringLiteral(" %1 sections instead of %2").arg(page.sections.size()).arg(talks.size());
    }
    for (qsizetype i = 0; i < page.sections.size(); ++i) {
        const QString link = QStringLiteral("#%1 %2").arg(page.sections[i].id, page.sections[i].heading);
        if (page.contents.value(i) != link) {
            return page.contents.value(i) + QStringLiteral(" in the contents instead of ") + link;
        }
        if (const QString fault = faultOf(page.sections[i], talks[static_cast<std::size_t>(i)]);
            !fault.isEmpty()) {
            return fault;
        }
    }
    return {};
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

// Letters and digits; nothing of how they are set.
QString lettersOf(const QString& text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        letters += c.isLetterOrNumber() ? QString(c) : QString();
    }
    return letters;
}

QStringList namesBeside(const ExportRun& run)
{
    QStringList names = QDir(run.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.removeAll(QStringLiteral("spools"));
    return names;
}

} // namespace

class TestTranscript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryMessageInItsConversation();
    void speaksTheLanguageOfTheProgram_data();
    void speaksTheLanguageOfTheProgram();
    void saysWhatWasChosen();
    void hasAFileForEach_data();
    void hasAFileForEach();
    void isThereWhenNothingIsInIt_data();
    void isThereWhenNothingIsInIt();
    void hasEveryMessageOnItsPages();
    void canBeCancelled_data();
    void canBeCancelled();
    void goesOnAfterAPauseAndAnEnd_data();
    void goesOnAfterAPauseAndAnEnd();

private:
    void everyKind();
};

void TestTranscript::everyKind()
{
    QTest::addColumn<Format>("kind");
    QTest::newRow("web page") << Format::Transcript;
    QTest::newRow("PDF") << Format::Pdf;
}

void TestTranscript::holdsEveryMessageInItsConversation()
{
    Server server(awkwardTalks(1500, 70), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.format = Format::Transcript;
    run.run();
    const ExportReport& report = run.report();
    QVERIFY(report.balances() && report.isComplete());
    QCOMPARE(report.path, run.path());
    QCOMPARE(report.bytes, run.fileContent().size());
    QVERIFY(!report.files && !report.sha256.isEmpty());
    const TranscriptPage page = readTranscript(run.fileContent());
    QCOMPARE(faultIn(page, talksOf(server.generator())), QString());
    QCOMPARE(namesBeside(run), QStringList(run.fileName));
    QVERIFY(run.leftovers().isEmpty());
}

void TestTranscript::speaksTheLanguageOfTheProgram_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("English") << QStringLiteral("en")
                             << QStringList{QStringLiteral("Received from "), QStringLiteral("Sent to "),
                                            QStringLiteral("Channels: All messages"),
                                            QStringLiteral("Messages: 300 in %1 conversations")};
    QTest::newRow("Spanish") << QStringLiteral("es")
                             << QStringList{QStringLiteral("Recibido de "), QStringLiteral("Enviado a "),
                                            QStringLiteral("Canales: Todos los mensajes"),
                                            QStringLiteral("Mensajes: 300 en %1 conversaciones")};
}

void TestTranscript::speaksTheLanguageOfTheProgram()
{
    QFETCH(const QString, code);
    QFETCH(QStringList, words);
    Language language;
    language.use(code);
    Server server(plainTalks(300, 10), {});
    QVERIFY(server.start());
    words.last() = words.constLast().arg(talksOf(server.generator()).size());
    ExportRun run(server.baseUrl());
    run.format.format = Format::Transcript;
    run.run();
    const TranscriptPage page = readTranscript(run.fileContent());
    QCOMPARE(page.fault, QString());
    QVERIFY(page.language.startsWith(code));
    QString all = page.facts.join(u'\n');
    for (const PageSection& section : page.sections) {
        for (const PageMessage& message : section.messages) {
            all += message.day + u' ' + message.line + u'\n';
        }
    }
    for (const QString& word : words) {
        QVERIFY2(all.contains(word), qPrintable(word));
    }
    const QDate day =
        QDateTime::fromMSecsSinceEpoch(server.generator().scenario().newestMsecs, QTimeZone::utc()).date();
    QVERIFY(all.contains(QLocale(code).toString(day, QStringLiteral("MMMM"))));

    run.format.format = Format::Pdf;
    run.run();
    QVERIFY(run.report().balances());
    const QString pages = pdfText(run.path());
    for (const QString& word : words) {
        QVERIFY2(pages.contains(word), qPrintable(word));
    }
}

void TestTranscript::saysWhatWasChosen()
{
    Server server(plainTalks(300, 10), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.account.name = QStringLiteral("Clínica <Sol>");
    run.format.format = Format::Transcript;
    run.format.zone = QTimeZone("America/Mexico_City");
    run.query.channels = Channel::Sms | Channel::Email;
    run.query.filter.direction = Direction::Received;
    run.query.interval = wholeDays(QDate(2024, 6, 1), QDate(2024, 6, 14), run.format.zone);
    run.run();
    const TranscriptPage page = readTranscript(run.fileContent());
    QCOMPARE(page.title, run.account.name);
    QStringList facts = page.facts;
    QVERIFY(facts.takeLast().startsWith(QStringLiteral("Messages: ")));
    QCOMPARE(facts, QStringList({QStringLiteral("Channels: SMS, E-mail"),
                                 QStringLiteral("Dates: 1 Jun – 14 Jun 2024"),
                                 QStringLiteral("Times: Mexico City"), QStringLiteral("Filters: received")}));
    QVERIFY(!page.sections.isEmpty());
    for (const PageSection& section : page.sections) {
        QVERIFY(section.about.contains(QStringLiteral("SMS")) ||
                section.about.contains(QStringLiteral("E-mail")));
    }
    run.format.isUtc = true;
    run.run();
    QVERIFY(readTranscript(run.fileContent()).facts.contains(QStringLiteral("Times: UTC")));
}

void TestTranscript::hasAFileForEach_data()
{
    QTest::addColumn<Format>("kind");
    QTest::addColumn<FileSplit>("split");
    for (const auto& [name, split] :
         {std::pair("conversation", FileSplit::PerConversation), std::pair("month", FileSplit::PerMonth)}) {
        QTest::addRow("web page a %s", name) << Format::Transcript << split;
        QTest::addRow("PDF a %s", name) << Format::Pdf << split;
    }
}

void TestTranscript::hasAFileForEach()
{
    QFETCH(const Format, kind);
    QFETCH(const FileSplit, split);
    Server server(awkwardTalks(600, 30), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.format = kind;
    run.format.files = split;
    run.run();
    const ExportReport& report = run.report();
    QVERIFY(report.balances());
    const QFileInfoList files = QDir(run.path()).entryInfoList(QDir::Files);
    QCOMPARE(report.files.value_or(0), files.size());
    const std::vector<Talk> talks = talksOf(server.generator());
    QVERIFY(split == FileSplit::PerMonth ? files.size() > 3
                                         : files.size() == static_cast<qsizetype>(talks.size()));
    qsizetype messages = 0;
    for (const QFileInfo& file : files) {
        QVERIFY(file.suffix() == suffixOf(kind));
        if (kind == Format::Pdf) {
            QVERIFY2(pdfPages(file.filePath()) > 0, qPrintable(file.fileName()));
            continue;
        }
        const TranscriptPage page = readTranscript(bytesOf(file.filePath()));
        QCOMPARE(page.fault, QString());
        QVERIFY(split == FileSplit::PerMonth || (page.sections.size() == 1 && page.contents.isEmpty()));
        for (const PageSection& section : page.sections) {
            messages += section.messages.size();
            const bool isItsOwn = split == FileSplit::PerMonth ||
                                  file.fileName().contains(section.heading.right(5)) ||
                                  !section.heading.at(0).isLetterOrNumber();
            QVERIFY2(isItsOwn || section.heading.startsWith(QStringLiteral("Con")),
                     qPrintable(section.heading));
        }
    }
    QVERIFY(kind == Format::Pdf || messages == report.written());
}

void TestTranscript::isThereWhenNothingIsInIt_data()
{
    everyKind();
}

void TestTranscript::isThereWhenNothingIsInIt()
{
    QFETCH(const Format, kind);
    Server server(plainTalks(50, 5), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.format = kind;
    run.query.interval = {0, 1000};
    run.run();
    QCOMPARE(run.report().written(), 0);
    const QString text = kind == Format::Pdf ? pdfText(run.path()) : QString::fromUtf8(run.fileContent());
    QVERIFY2(text.contains(QStringLiteral("There are no messages.")), qPrintable(text));
}

void TestTranscript::hasEveryMessageOnItsPages()
{
    Server server(plainTalks(800, 25), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.format = Format::Pdf;
    run.fileName = QStringLiteral("pages.pdf");
    qint64 last = 0;
    run.run([&last](ExportJob& /*job*/, const State& state) {
        if (const auto* const rendering = std::get_if<Rendering>(&state)) {
            last = rendering->done >= last ? rendering->done : -1;
        }
        return last >= 0;
    });
    QVERIFY2(last > 0, "the progress went back");
    QVERIFY(run.report().balances());
    QCOMPARE(run.report().bytes, run.fileContent().size());
    const QString text = pdfText(run.path());
    QCOMPARE(pdfPages(run.path()), text.count(u'\f'));
    const QString letters = lettersOf(text);
    qsizetype at = 0;
    for (const auto& [id, messages] : talksOf(server.generator())) {
        for (const Expected& said : messages) {
            const bool isPlain = !isEmail(said) && !isCall(said);
            const QString body = isPlain ? lettersOf(QString::fromStdString(said.body)) : QString();
            at = letters.indexOf(body, at);
            QVERIFY2(at >= 0, said.body.c_str());
            at += body.size();
        }
    }
}

void TestTranscript::canBeCancelled_data()
{
    everyKind();
}

void TestTranscript::canBeCancelled()
{
    QFETCH(const Format, kind);
    Server server(plainTalks(800, 40), {});
    QVERIFY(server.start());
    for (const FileSplit split : {FileSplit::OneFile, FileSplit::PerConversation}) {
        for (const int percent : {10, 60, 90}) {
            ExportRun run(server.baseUrl());
            run.format.format = kind;
            run.format.files = split;
            const State end = run.run([percent, isAsked = false](ExportJob& job, const State& state) mutable {
                const auto* const rendering = std::get_if<Rendering>(&state);
                if (rendering && !isAsked && rendering->done * 100 >= rendering->total * percent) {
                    isAsked = true;
                    QTimer::singleShot(0, &job, &ExportJob::cancel);
                }
                return true;
            });
            QVERIFY(std::holds_alternative<Cancelled>(end));
            QCOMPARE(namesBeside(run), QStringList());
            QVERIFY(run.leftovers().isEmpty());
        }
    }
}

void TestTranscript::goesOnAfterAPauseAndAnEnd_data()
{
    everyKind();
}

void TestTranscript::goesOnAfterAPauseAndAnEnd()
{
    QFETCH(const Format, kind);
    Server server(plainTalks(1000, 40), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.format = kind;
    run.run([](ExportJob& /*job*/, const State& state) {
        const auto* const rendering = std::get_if<Rendering>(&state);
        return !rendering || rendering->done * 10 < rendering->total * 7;
    });
    QCOMPARE(namesBeside(run), QStringList()); // dropped, as when the window closes
    int pauses = 0;
    run.goOn(pausingInRendering(pauses));
    QVERIFY(pauses > 1);
    QVERIFY(run.report().balances());
    QCOMPARE(run.report().written(), 1000);
    if (kind == Format::Transcript) {
        QCOMPARE(faultIn(readTranscript(run.fileContent()), talksOf(server.generator())), QString());
    } else {
        QVERIFY(pdfPages(run.path()) > 40);
    }
}

QTEST_MAIN(TestTranscript)
#include "tst_transcript.moc"

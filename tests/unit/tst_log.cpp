#include "app/log.h"
#include "support/rights.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace leadway;
using namespace leadway::test;

/// The log on the disk: its lines, its bound, and that it is for one user and several programs.
class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesALineAnEvent();
    void makesOneLineOfSeveral();
    void isForItsOwnerAlone();
    void staysWithinItsBound();
    void losesNoLineBetweenTwoPrograms();
    void dropsWhatCannotBePutAside();
    void disturbsNobodyWhereItCannotBeWritten();
    void tellsTheLastLinesOfBothFiles();

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QList<QByteArray> lines(const char* name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QList<QByteArray> TestLog::lines(const char* name) const
{
    QFile file(path(name));
    if (!file.open(QFile::ReadOnly)) {
        return {};
    }
    QList<QByteArray> lines = file.readAll().split('\n');
    return lines.takeLast().isEmpty() ? lines : QList<QByteArray>{"the last line has no end"};
}

void TestLog::writesALineAnEvent()
{
    Log log(m_folder->path(), QStringLiteral("window"));
    log.write(QStringLiteral("first"));
    Log(m_folder->path(), QStringLiteral("command-line")).write(QStringLiteral("second ñ"));
    const auto written = lines("log.txt");
    QCOMPARE(written.size(), 2);
    const QString pid = QString::number(QCoreApplication::applicationPid());
    const QString time = QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z )");
    const auto matches = [&](qsizetype line, const char* rest) {
        const QRegularExpression form(time + QString::fromUtf8(rest).arg(pid) + QLatin1Char('$'));
        return form.match(QString::fromUtf8(written[line])).hasMatch();
    };
    QVERIFY2(matches(0, "window %1 first"), written[0].constData());
    QVERIFY2(matches(1, "command-line %1 second ñ"), written[1].constData());
}

void TestLog::makesOneLineOfSeveral()
{
    Log log(m_folder->path(), QStringLiteral("window"));
    log.write(QStringLiteral("one\ntwo\r\n2025-01-01T00:00:00.000Z window 1 three\u2028four"));
    log.write(QString(100'000, QLatin1Char('x')));
    QCOMPARE(lines("log.txt").size(), 2);
    QVERIFY(lines("log.txt").constFirst().endsWith("one two 2025-01-01T00:00:00.000Z window 1 three four"));
    QVERIFY(lines("log.txt").constLast().size() < 5000);
}

void TestLog::isForItsOwnerAlone()
{
    const QString folder = path("logs");
    Log log(folder, QStringLiteral("window"), 400);
    for (int i = 0; i < 20; ++i) {
        log.write(QStringLiteral("event"));
    }
    for (const QString& file :
         {folder, folder + QStringLiteral("/log.txt"), folder + QStringLiteral("/log.1.txt")}) {
        QVERIFY2(QFile::exists(file), qPrintable(file));
        QVERIFY2(!isOpenToOthers(file), qPrintable(file));
    }
}

void TestLog::staysWithinItsBound()
{
    constexpr qint64 bound = 10'000;
    Log log(m_folder->path(), QStringLiteral("window"), bound);
    for (int i = 0; i < 1000; ++i) {
        log.write(QStringLiteral("event %1").arg(i));
        qint64 size = 0;
        const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo& file : files) {
            size += file.size();
        }
        QVERIFY(size <= bound);
    }
    QVERIFY(lines("log.txt").constLast().endsWith(" event 999"));
    QVERIFY(lines("log.1.txt").size() > 50);
    // The usual bound, as promised.
    QVERIFY(Log::kMostBytes <= 5'000'000);
}

void TestLog::losesNoLineBetweenTwoPrograms()
{
    constexpr int each = 300;
    const auto write = [this](const char* program) {
        Log log(m_folder->path(), QLatin1String(program), 60'000); // for all, in both files
        for (int i = 0; i < each; ++i) {
            log.write(QStringLiteral("event %1 %2").arg(i).arg(QString(20, QLatin1Char('x'))));
        }
    };
    std::thread other(write, "other");
    write("one");
    other.join();
    const auto all = lines("log.1.txt") + lines("log.txt");
    QVERIFY(!lines("log.1.txt").isEmpty());
    QCOMPARE(all.size(), 2 * each);
    for (const QByteArray& line : all) {
        QVERIFY2(line.endsWith(QByteArray(20, 'x')) && line.count("event") == 1, line.constData());
    }
}

void TestLog::dropsWhatCannotBePutAside()
{
    QDir(m_folder->path()).mkpath(QStringLiteral("log.1.txt/in the way"));
    Log log(m_folder->path(), QStringLiteral("window"), 2000);
    for (int i = 0; i < 100; ++i) {
        log.write(QStringLiteral("event"));
    }
    QVERIFY(QFileInfo(path("log.txt")).size() <= 1000);
    QVERIFY(QFileInfo(path("log.txt")).size() > 900);
}

void TestLog::disturbsNobodyWhereItCannotBeWritten()
{
    QFile file(path("logs"));
    QVERIFY(file.open(QFile::WriteOnly));
    Log log(path("logs"), QStringLiteral("window"));
    log.write(QStringLiteral("event"));
    QVERIFY(log.tail(5).isEmpty());
}

void TestLog::tellsTheLastLinesOfBothFiles()
{
    Log log(m_folder->path(), QStringLiteral("window"), 1000);
    QVERIFY(log.tail(3).isEmpty());
    for (int i = 0; lines("log.1.txt").isEmpty(); ++i) { // the last one is alone in its file
        log.write(QStringLiteral("event %1").arg(i));
    }
    const QStringList last = log.tail(3);
    QCOMPARE(last.size(), 3);
    QCOMPARE(last.constLast().toUtf8(), lines("log.txt").constLast());
    QCOMPARE(last.constFirst().toUtf8(), lines("log.1.txt").at(lines("log.1.txt").size() - 2));
    QCOMPARE(log.tail(100).size(), lines("log.1.txt").size() + 1);
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"

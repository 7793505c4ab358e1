// The manifest of a spool: what is read from it however it was cut or damaged, and what of the segments it
// speaks of is gone on with.

#include "core/spoolformat.h"
#include "core/spoolmanifest.h"
#include "core/spoolrecovery.h"
#include "core/spoolwriter.h"
#include "support/rights.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace leadway;
using namespace leadway::test;

namespace
{

constexpr Msecs kMoment = 1'760'000'000'000;

SpoolHeader header()
{
    SpoolHeader header;
    header.query.locationId = QStringLiteral("ve9EPM428h8vShlRW1KT");
    header.query.channels = Channel::Sms | Channel::Email;
    header.query.contactId = QStringLiteral("contact");
    header.query.interval = {kMoment - 1'000'000, kMoment};
    header.query.sortOrder = SortOrder::Ascending;
    header.query.limit = 250;
    header.query.filter.direction = Direction::Sent;
    header.query.filter.status = QStringLiteral("no-answer");
    header.query.filter.text = QStringLiteral("«señal» \"y\" \n más");
    header.query.filter.hasAttachment = true;
    header.zone = "Europe/Madrid";
    header.runStart = kMoment;
    return header;
}

LaneState lane(int number, qint64 received, bool hasEnded = false)
{
    LaneState lane;
    lane.number = number;
    lane.walk = 1;
    lane.own = {kMoment - 1'000'000, kMoment};
    lane.reached = kMoment - 1'000'000 + received;
    lane.hasEnded = hasEnded;
    lane.brought.channel = QStringLiteral("Email");
    lane.brought.expected = 900;
    lane.brought.received = received;
    lane.brought.requests = received / 2;
    lane.brought.waitedMsecs = 77;
    return lane;
}

// Owns the texts that heads point into.
struct PageOfTwo {
    explicit PageOfTwo(Msecs first)
    {
        for (std::size_t i = 0; i < heads.size(); ++i) {
            heads[i].createdAt = first + static_cast<Msecs>(i);
            heads[i].id = QByteArray::number(*heads[i].createdAt).toStdString();
            texts[i] = R"({"id":")" + heads[i].id + R"("})";
            heads[i].raw = texts[i];
        }
    }
    std::array<std::string, 2> texts;
    std::array<MessageHead, 2> heads;
};

} // namespace

class TestSpoolManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackWhatWasNoted();
    void readsWhatKnewNoFilterYet();
    void readsUpToTheFirstDamage();
    void refusesWhatIsNoManifest_data();
    void refusesWhatIsNoManifest();
    void bringsALaneBackToItsLastWholePage_data();
    void bringsALaneBackToItsLastWholePage();
    void leavesWithOthersWhatTheyTookOver();
    void cutsOffWhatNobodyVouchesFor();
    void numbersNewSegmentsBehindTheOldOnes();
    void keepsTheOldManifestWhereThereIsNoRoomForAnother();

private:
    void appendPages(SpoolWriter& spool, int lane, int pages);
    std::unique_ptr<SpoolWriter> create() const;
    QByteArray manifest() const;
    QString segment(int number) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::vector<SpoolPosition> m_positions;
};

void TestSpoolManifest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("spool"));
}

std::unique_ptr<SpoolWriter> TestSpoolManifest::create() const
{
    auto spool = SpoolWriter::create(m_path, header());
    return spool ? std::move(*spool) : nullptr;
}

QByteArray TestSpoolManifest::manifest() const
{
    QFile file(spoolformat::manifestPath(m_path));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestSpoolManifest::segment(int number) const
{
    return spoolformat::segmentPath(m_path, static_cast<std::uint32_t>(number));
}

void TestSpoolManifest::appendPages(SpoolWriter& spool, int number, int pages)
{
    for (int page = 1; page <= pages; ++page) {
        const PageOfTwo two(kMoment - 1'000'000 + 2 * page);
        QVERIFY(spool.append(lane(number, 2 * page), two.heads, {}, m_positions));
    }
}

void TestSpoolManifest::givesBackWhatWasNoted()
{
    const auto spool = create();
    appendPages(*spool, 1, 3);
    LaneState retired = lane(2, 0);
    retired.isRetired = true;
    retired.reached.reset();
    retired.brought.expected.reset();
    retired.brought.stoppedWithoutProgress = true;
    QVERIFY(spool->note(retired));
    QVERIFY(spool->note(1, {false, WentBack::RangeIgnored, 3}));
    const SpoolManifest read = readManifest(manifest());
    QCOMPARE(read.goodBytes, manifest().size());
    const SpoolState state = stateOf(read);
    QVERIFY(state.header.query == header().query);
    QCOMPARE(state.header.zone, header().zone);
    QCOMPARE(state.header.runStart, header().runStart);
    QCOMPARE(state.walks.size(), std::size_t(2));
    QCOMPARE(state.walks[1].keepsToRanges, false);
    QCOMPARE(state.walks[1].wentBack, WentBack::RangeIgnored);
    QCOMPARE(state.walks[1].otherRequests, 3);
    QCOMPARE(state.lanes.size(), std::size_t(2));
    const LaneState expected = lane(1, 6);
    QVERIFY(state.lanes[0].own == expected.own);
    QCOMPARE(state.lanes[0].walk, 1);
    QCOMPARE(state.lanes[0].reached, expected.reached);
    QVERIFY(state.lanes[0].brought == expected.brought);
    QVERIFY(!state.lanes[0].hasEnded && !state.lanes[0].isRetired);
    QVERIFY(state.lanes[1].isRetired && !state.lanes[1].reached && !state.lanes[1].brought.expected);
    QVERIFY(state.lanes[1].brought.stoppedWithoutProgress);
    QCOMPARE(state.segments.size(), std::size_t(1));
    QCOMPARE(state.segments[0].messages, 6);
    QCOMPARE(static_cast<qint64>(state.segments[0].bytes), QFileInfo(segment(1)).size());
}

// At every length and with every byte changed: a prefix of the truth, never anything else.
// By an earlier version of the program.
void TestSpoolManifest::readsWhatKnewNoFilterYet()
{
    QJsonObject record = QJsonDocument::fromJson(spoolformat::headerRecord(header())).object();
    record.remove(QStringLiteral("filter"));
    const SpoolManifest read =
        readManifest(spoolformat::manifestLine(QJsonDocument(record).toJson(QJsonDocument::Compact)));
    QVERIFY(read.hasHeader);
    MessageQuery expected = header().query;
    expected.filter = {};
    QVERIFY(read.header.query == expected);
}

void TestSpoolManifest::readsUpToTheFirstDamage()
{
    const auto spool = create();
    appendPages(*spool, 1, 4);
    const QByteArray whole = manifest();
    qint64 before = 0;
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const SpoolManifest read = readManifest(whole.first(length));
        QVERIFY(read.goodBytes <= length && read.goodBytes >= before);
        before = read.goodBytes;
        QVERIFY(read.hasHeader || read.records.empty());
        const SpoolState state = stateOf(read);
        const qint64 pages = std::ssize(read.records);
        QCOMPARE(state.lanes.empty() ? 0 : state.lanes[0].brought.received, 2 * pages);
        QCOMPARE(state.segments.empty() ? 0 : state.segments[0].messages, 2 * pages);
    }
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
        const SpoolManifest read = readManifest(damaged);
        QVERIFY2(read.goodBytes <= at, QByteArray::number(at).constData());
        QVERIFY(read.goodBytes == 0 || whole[read.goodBytes - 1] == '\n');
    }
}

void TestSpoolManifest::refusesWhatIsNoManifest_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto line = [](const QByteArray& record) { return spoolformat::manifestLine(record); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello\n");
    QTest::newRow("no header") << line(spoolformat::laneRecord(lane(1, 2), {}));
    QTest::newRow("of a later version") << line(R"({"record":"run","version":99})");
    QTest::newRow("no object") << line("[1]");
}

void TestSpoolManifest::refusesWhatIsNoManifest()
{
    QFETCH(const QByteArray, content);
    QVERIFY(!readManifest(content).hasHeader);
    QCOMPARE(readManifest(content).goodBytes, 0);
    QDir().mkpath(m_path);
    QFile file(spoolformat::manifestPath(m_path));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(!recoverSpool(m_path));
}

void TestSpoolManifest::bringsALaneBackToItsLastWholePage_data()
{
    QTest::addColumn<int>("wholePages");
    QTest::addColumn<bool>("isCut"); // else a byte of the next page is wrong
    for (int pages = 0; pages <= 4; ++pages) {
        QTest::addRow("%d pages, then the end", pages) << pages << true;
        if (pages < 4) {
            QTest::addRow("%d pages, then damage", pages) << pages << false;
        }
    }
}

void TestSpoolManifest::bringsALaneBackToItsLastWholePage()
{
    QFETCH(const int, wholePages);
    QFETCH(const bool, isCut);
    {
        const auto spool = create();
        appendPages(*spool, 1, 4);
    }
    QFile file(segment(1));
    QVERIFY(file.open(QFile::ReadWrite));
    const qint64 page = file.size() / 4;
    if (isCut) {
        QVERIFY(file.resize(wholePages * page + (wholePages < 4 ? 5 : 0)));
    } else {
        file.seek(wholePages * page + 7);
        file.write("#");
    }
    file.close();
    const auto state = recoverSpool(m_path);
    QVERIFY(state);
    QCOMPARE(state->lanes[0].brought.received, 2 * wholePages);
    QCOMPARE(state->lanes[0].reached.has_value(), wholePages > 0);
    QCOMPARE(state->segments.empty() ? 0 : state->segments[0].messages, 2 * wholePages);
}

void TestSpoolManifest::leavesWithOthersWhatTheyTookOver()
{
    {
        const auto spool = create();
        appendPages(*spool, 1, 2);
        LaneState cut = lane(1, 4);
        cut.own.end = kMoment - 500'000;
        QVERIFY(spool->note(cut));
    }
    QVERIFY(QFile::resize(segment(1), 3)); // all its pages are lost
    const auto state = recoverSpool(m_path);
    QVERIFY(state);
    QCOMPARE(state->lanes[0].own.end, kMoment - 500'000);
    QCOMPARE(state->lanes[0].brought.received, 0);
    QVERIFY(!state->lanes[0].reached);
}

void TestSpoolManifest::cutsOffWhatNobodyVouchesFor()
{
    {
        const auto spool = create();
        appendPages(*spool, 1, 3);
    }
    QFile first(segment(1));
    QVERIFY(first.open(QFile::Append));
    const qint64 vouched = first.size();
    first.write("half a mess");
    first.close();
    QFile unknown(segment(2));
    QVERIFY(unknown.open(QFile::WriteOnly));
    unknown.write("{}\n");
    unknown.close();
    QFile manifestFile(spoolformat::manifestPath(m_path));
    QVERIFY(manifestFile.open(QFile::Append));
    manifestFile.write(R"({"record":"lane","la)");
    manifestFile.close();

    const auto state = recoverSpool(m_path);
    QVERIFY(state);
    {
        const auto spool = SpoolWriter::reopen(m_path, *state);
        QVERIFY(spool);
        QCOMPARE(QFileInfo(segment(1)).size(), vouched);
        QVERIFY(!QFileInfo::exists(segment(2)));
        appendPages(**spool, 1, 1);
    }
    const SpoolManifest after = readManifest(manifest());
    QCOMPARE(after.goodBytes, manifest().size());
    QCOMPARE(stateOf(after).segments.size(), std::size_t(2));
#ifndef Q_OS_WIN // where it is its folder that is closed to others
    QVERIFY(!isOpenToOthers(spoolformat::manifestPath(m_path)));
#endif
}

void TestSpoolManifest::numbersNewSegmentsBehindTheOldOnes()
{
    {
        const auto spool = create();
        appendPages(*spool, 1, 1);
        appendPages(*spool, 2, 1);
    }
    const auto state = recoverSpool(m_path);
    const auto spool = SpoolWriter::reopen(m_path, *state);
    QVERIFY(spool);
    appendPages(**spool, 2, 1);
    QVERIFY(QFileInfo::exists(segment(3)));
}

// A disk that takes half of a write says nothing of it before it is offered the rest.
void TestSpoolManifest::keepsTheOldManifestWhereThereIsNoRoomForAnother()
{
#ifdef Q_OS_UNIX
    {
        const auto spool = create();
        appendPages(*spool, 1, 3);
    }
    const auto state = recoverSpool(m_path);
    QVERIFY(state);
    const QByteArray before = manifest();
    rlimit limit = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit half = {static_cast<rlim_t>(spoolformat::wholeManifest(*state).size() / 2), limit.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &half), 0);
    const auto spool = SpoolWriter::reopen(m_path, *state);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!spool);
    QCOMPARE(spool.error().kind, ErrorKind::SpoolNotKept);
    QCOMPARE(manifest(), before);
#else
    QSKIP("needs a limit on the size of files");
#endif
}

QTEST_GUILESS_MAIN(TestSpoolManifest)
#include "tst_spoolmanifest.moc"

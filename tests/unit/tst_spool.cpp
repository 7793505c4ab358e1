// The hinge between fetching and rendering: what goes in comes out, byte for byte, in the promised order,
// for this user's eyes only.

#include "core/spoolreader.h"
#include "core/spoolwriter.h"
#include "format/messageindex.h"
#include "format/renderer.h"
#include "support/heads.h"
#include "support/rights.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;
using namespace leadway::test;

namespace
{

// A message of little more than what decides its place.
QByteArray message(const QByteArray& id, const QByteArray& added, const QByteArray& updated = {},
                   const QByteArray& extra = {})
{
    QByteArray json = "{\"id\":\"" + id + "\"";
    json += added.isEmpty() ? QByteArray() : ",\"dateAdded\":\"" + added + "\"";
    json += updated.isEmpty() ? QByteArray() : ",\"dateUpdated\":\"" + updated + "\"";
    return json + extra + "}";
}

QByteArray at(int msecs)
{
    return "2024-01-01T00:00:00." + QByteArray::number(msecs).rightJustified(3, '0') + "Z";
}

// Keeps the ids it is given.
class IdOutput : public Output
{
public:
    QByteArrayList written;
    bool hasEnded = false;

    Result<void> begin() override { return {}; }
    Result<void> write(const Message& message, const SpoolPosition& /*position*/) override
    {
        written.append(QByteArray::fromStdString(message.id + message.status));
        return {};
    }
    Result<bool> end(qint64 /*messages*/) override
    {
        const bool isSecondTime = hasEnded;
        hasEnded = true;
        return isSecondTime;
    }
    Result<void> settle() override { return {}; }
    Result<void> commit() override { return {}; }
    void tell(ExportReport& /*report*/) const override {}
};

} // namespace

class TestSpool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackEveryByte_data();
    void givesBackEveryByte();
    void isReadableByThisUserOnly();
    void opensAnotherSegmentAtAnInversion();
    void believesOnlyWholeRecords();
    void readsLinesLongerThanItsBuffer();
    void rendersInOrderAcrossWalks_data();
    void rendersInOrderAcrossWalks();
    void keepsTheLaterCopyOfTwo();
    void leavesOutWhatCannotBeReadWhole();
    void putsUndatedMessagesLastById();
    void ordersByUpdateAndKeepsTheLatestCopy_data();
    void ordersByUpdateAndKeepsTheLatestCopy();
    void mergesManySegments();
    void rendersABulkMillisecondLargerThanItsMemory();

private:
    std::unique_ptr<SpoolWriter> create(SortOrder order, SortBy sortBy = SortBy::CreatedAt);
    void append(SpoolWriter& spool, int walk, const QList<QByteArray>& messages);
    QByteArrayList render(const MessageQuery& query, qint64* duplicates = nullptr);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSpool::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("spool"));
}

std::unique_ptr<SpoolWriter> TestSpool::create(SortOrder order, SortBy sortBy)
{
    SpoolHeader header;
    header.query.sortOrder = order;
    header.query.sortBy = sortBy;
    auto spool = SpoolWriter::create(m_path, header);
    return spool ? std::move(*spool) : nullptr;
}

void TestSpool::append(SpoolWriter& spool, int walk, const QList<QByteArray>& messages)
{
    const Heads heads(messages);
    std::vector<SpoolPosition> positions;
    LaneState lane;
    lane.number = walk;
    QVERIFY(spool.append(lane, heads.get(), {}, positions));
    QCOMPARE(positions.size(), heads.get().size());
}

QByteArrayList TestSpool::render(const MessageQuery& query, qint64* duplicates)
{
    IdOutput output;
    auto reader = SpoolReader::open(m_path);
    Renderer renderer(std::move(*reader), query, m_path + QStringLiteral("/index.sqlite"), output);
    for (;;) {
        const auto advanced = renderer.advance(3);
        if (!advanced) {
            qWarning("%s", qPrintable(advanced.error().detail));
            return {};
        }
        if (*advanced) {
            break;
        }
    }
    if (duplicates) {
        *duplicates = renderer.duplicates();
    }
    if (!output.hasEnded || renderer.done() != renderer.total() ||
        renderer.written() + renderer.duplicates() != renderer.total()) {
        return {"does not add up"};
    }
    return output.written;
}

void TestSpool::givesBackEveryByte_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    const QByteArray plain = message("a", at(1));
    QTest::newRow("plain") << plain << plain;
    const QByteArray accents = message("a", at(1), {}, ",\"body\":\"\xc3\xb1 \\u00e9 \\n\\ud83d\"");
    QTest::newRow("text as written") << accents << accents;
    QTest::newRow("breaks between tokens")
        << QByteArray("{\r\n\"id\":\"a\",\n \"dateAdded\":\"" + at(1) + "\"}")
        << QByteArray("{  \"id\":\"a\",  \"dateAdded\":\"" + at(1) + "\"}");
    const QByteArray raw = message("a", at(1), {}, ",\"body\":\"one\ntwo\rthree\"");
    QTest::newRow("a raw break inside a string") << raw << raw;
    const QByteArray invalid = message("a", at(1), {}, ",\"body\":\"\xff\xfe\"");
    QTest::newRow("bytes that are no text") << invalid << invalid;
    const QByteArray escaped = message("a", at(1), {}, ",\"body\":\"say \\\"hi\\\\\"\n");
    QTest::newRow("a break after an escaped quote") << escaped << QByteArray(escaped).replace('\n', ' ');
}

void TestSpool::givesBackEveryByte()
{
    QFETCH(const QByteArray, in);
    QFETCH(const QByteArray, out);
    auto spool = create(SortOrder::Ascending);
    QVERIFY(spool);
    const Heads heads({message("0", at(0)), in, message("z", at(2))});
    std::vector<SpoolPosition> positions;
    LaneState lane;
    lane.number = 1;
    QVERIFY(spool->append(lane, heads.get(), {}, positions));
    auto reader = SpoolReader::open(m_path);
    QVERIFY(reader);
    const auto read = reader->messageAt(positions[1]);
    QVERIFY(read);
    QCOMPARE(QByteArray(read->data(), static_cast<qsizetype>(read->size())), out);

    SegmentReader segment(reader->pathOf(1), reader->segments().front(), 16);
    QByteArrayList lines;
    for (auto line = segment.next(); line && *line; line = segment.next()) {
        lines.append(QByteArray((*line)->message.data(), static_cast<qsizetype>((*line)->message.size())));
    }
    QCOMPARE(lines, QByteArrayList({message("0", at(0)), out, message("z", at(2))}));
}

void TestSpool::isReadableByThisUserOnly()
{
    auto spool = create(SortOrder::Ascending);
    append(*spool, 1, {message("a", at(1)), message("b", {})});
    QVERIFY(!isOpenToOthers(m_path));
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo& file : files) {
        QVERIFY2(!isOpenToOthers(file.filePath()), qPrintable(file.fileName()));
    }
}

void TestSpool::opensAnotherSegmentAtAnInversion()
{
    auto spool = create(SortOrder::Ascending);
    append(*spool, 1, {message("a", at(5)), message("b", at(1))}); // within a page they are sorted
    append(*spool, 1, {message("c", at(6))});
    append(*spool, 1, {message("d", at(2))});
    auto reader = SpoolReader::open(m_path);
    QVERIFY(reader);
    QCOMPARE(reader->segments().size(), std::size_t(2));
    QCOMPARE(reader->segments()[0].messages, 3);
    QCOMPARE(reader->segments()[1].messages, 1);
    MessageQuery query;
    query.sortOrder = SortOrder::Ascending;
    QCOMPARE(render(query), QByteArrayList({"b", "d", "a", "c"}));
}

void TestSpool::believesOnlyWholeRecords()
{
    auto spool = create(SortOrder::Ascending);
    append(*spool, 1, {message("a", at(1))});
    append(*spool, 1, {message("b", at(2))});
    QFile manifest(m_path + QStringLiteral("/manifest.jsonl"));
    QVERIFY(manifest.open(QFile::ReadWrite));
    QByteArray content = manifest.readAll();
    const qsizetype lastLine = content.lastIndexOf('\n', content.size() - 2) + 1;
    content[lastLine + 3] = '#';
    manifest.seek(0);
    manifest.write(content);
    manifest.close();
    auto reader = SpoolReader::open(m_path);
    QVERIFY(reader);
    QCOMPARE(reader->segments().front().messages, 1);
}

void TestSpool::readsLinesLongerThanItsBuffer()
{
    auto spool = create(SortOrder::Ascending);
    const QByteArray huge = message("a", at(1), {}, ",\"body\":\"" + QByteArray(300'000, 'x') + "\"");
    append(*spool, 1, {huge, message("b", at(2))});
    auto reader = SpoolReader::open(m_path);
    SegmentReader segment(reader->pathOf(1), reader->segments().front(), 1024);
    const auto line = segment.next();
    QVERIFY(line && *line);
    QCOMPARE((*line)->message.size(), static_cast<std::size_t>(huge.size()));
}

void TestSpool::rendersInOrderAcrossWalks_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<QByteArrayList>("ids");
    QTest::newRow("up") << SortOrder::Ascending << QByteArrayList{"c", "b", "a", "d", "e"};
    QTest::newRow("down") << SortOrder::Descending << QByteArrayList{"e", "d", "a", "b", "c"};
}

void TestSpool::rendersInOrderAcrossWalks()
{
    QFETCH(const SortOrder, order);
    QFETCH(const QByteArrayList, ids);
    auto spool = create(order);
    QList<QByteArray> first = {message("c", at(1)), message("d", at(3)), message("a", at(3))};
    QList<QByteArray> second = {message("b", at(2)), message("d", at(3)), message("e", at(4))};
    if (order == SortOrder::Descending) {
        std::reverse(first.begin(), first.end());
        std::reverse(second.begin(), second.end());
    }
    append(*spool, 1, first);
    append(*spool, 2, second);
    MessageQuery query;
    query.sortOrder = order;
    qint64 duplicates = 0;
    QCOMPARE(render(query, &duplicates), ids);
    QCOMPARE(duplicates, 1);
}

void TestSpool::keepsTheLaterCopyOfTwo()
{
    auto spool = create(SortOrder::Ascending);
    append(*spool, 1, {message("a", at(1), at(5), ",\"status\":\"new\""), message("b", at(2))});
    append(*spool, 2,
           {message("a", at(1), at(3), ",\"status\":\"old\""),
            message("b", at(2), {}, ",\"status\":\"second\"")});
    MessageQuery query;
    query.sortOrder = SortOrder::Ascending;
    QCOMPARE(render(query), QByteArrayList({"anew", "b"}));
}

void TestSpool::leavesOutWhatCannotBeReadWhole()
{
    // The date behind the bad field still decides its place.
    QByteArray bad = R"({"id":"bad","meta":{"callStatus" 1},"dateAdded":")" + at(2) + "\"}";
    auto spool = create(SortOrder::Ascending);
    append(*spool, 1, {message("a", at(1)), bad, message("c", at(3))});
    append(*spool, 2, {message("b", at(2)), message("d", at(4)), bad.replace("002Z", "005Z")});
    IdOutput output;
    MessageQuery query;
    query.sortOrder = SortOrder::Ascending;
    auto reader = SpoolReader::open(m_path);
    Renderer renderer(std::move(*reader), query, m_path + QStringLiteral("/index.sqlite"), output);
    while (!*renderer.advance(100)) {
    }
    QCOMPARE(output.written, QByteArrayList({"a", "b", "c", "d"}));
    QCOMPARE(renderer.unreadable().size(), std::size_t(2));
    QCOMPARE(renderer.done(), renderer.total());
}

void TestSpool::putsUndatedMessagesLastById()
{
    auto spool = create(SortOrder::Descending);
    append(*spool, 1, {message("y", {}), message("b", at(2)), message("x", {}), message("a", at(1))});
    append(*spool, 2, {message("x", {}), message("z", at(9))});
    qint64 duplicates = 0;
    QCOMPARE(render({}, &duplicates), QByteArrayList({"z", "b", "a", "x", "y"}));
    QCOMPARE(duplicates, 1);
}

void TestSpool::ordersByUpdateAndKeepsTheLatestCopy_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<QByteArrayList>("ids");
    QTest::newRow("up") << SortOrder::Ascending << QByteArrayList{"b", "c", "alate"};
    QTest::newRow("down") << SortOrder::Descending << QByteArrayList{"alate", "c", "b"};
}

void TestSpool::ordersByUpdateAndKeepsTheLatestCopy()
{
    QFETCH(const SortOrder, order);
    QFETCH(const QByteArrayList, ids);
    auto spool = create(order, SortBy::UpdatedAt);
    append(*spool, 1, {message("a", at(1), at(1)), message("b", at(2)), message("c", at(0), at(3))});
    append(*spool, 1, {message("a", at(1), at(9), ",\"status\":\"late\"")});
    MessageQuery query;
    query.sortBy = SortBy::UpdatedAt;
    query.sortOrder = order;
    qint64 duplicates = 0;
    QCOMPARE(render(query, &duplicates), ids);
    QCOMPARE(duplicates, 1);
}

void TestSpool::mergesManySegments()
{
    auto spool = create(SortOrder::Ascending);
    QByteArrayList expected;
    for (int i = 0; i < 300; ++i) {
        expected.append("m" + QByteArray::number(i).rightJustified(4, '0'));
    }
    for (int i = 299; i >= 0; --i) { // the service sends everything backwards, a page at a time
        append(*spool, 1, {message(expected[i], at(i))});
    }
    MessageQuery query;
    query.sortOrder = SortOrder::Ascending;
    QCOMPARE(render(query), expected);
}

void TestSpool::rendersABulkMillisecondLargerThanItsMemory()
{
    auto spool = create(SortOrder::Ascending);
    QByteArrayList expected;
    const QByteArray extra = ",\"body\":\"" + QByteArray(50'000, 'x') + "\"";
    for (int page = 0; page < 4; ++page) {
        QList<QByteArray> messages;
        for (int i = 0; i < 50; ++i) {
            const QByteArray id = "m" + QByteArray::number((i * 4 + page) * 7919 % 100'000);
            messages.append(message(id, at(1), {}, extra));
            expected.append(id);
        }
        append(*spool, 1, messages);
    }
    std::sort(expected.begin(), expected.end());
    MessageQuery query;
    query.sortOrder = SortOrder::Ascending;
    QCOMPARE(render(query), expected);
}

QTEST_GUILESS_MAIN(TestSpool)
#include "tst_spool.moc"

// What nobody can understand is kept beside the export, as it came.

#include "format/unreadablefile.h"
#include "simulator/server.h"
#include "support/exportrun.h"
#include "support/rights.h"

#include <QTest>

#include <algorithm>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Fault;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

const std::vector<QByteArray> kElements = {"null", "\"text\"", R"({"noId":true,"body":"línea\ncon \u0000"})",
                                           "[1,\n2]", R"({"id":""})"};

Scenario scenario()
{
    Scenario scenario;
    scenario.messages = 1500;
    scenario.bulkSends = 0;
    return scenario;
}

Behaviour behaviour(const std::vector<QByteArray>& elements)
{
    Behaviour behaviour;
    behaviour.extraElements = elements;
    return behaviour;
}

QByteArrayList linesOf(const QString& path)
{
    QFile file(path);
    QByteArrayList lines =
        file.open(QFile::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    std::sort(lines.begin(), lines.end());
    return lines;
}

QByteArrayList expectedLines()
{
    QByteArrayList lines;
    for (QByteArray element : kElements) {
        lines.append(element.replace('\n', ' ')); // between tokens, so that each has one line
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

class TestUnreadable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatNobodyUnderstands_data();
    void keepsWhatNobodyUnderstands();
    void removesTheOneOfAnEarlierExport();
    void leavesTheEarlierOneWhenTheExportFails();
};

void TestUnreadable::keepsWhatNobodyUnderstands_data()
{
    QTest::addColumn<int>("lanes");
    QTest::addColumn<bool>("isFaulty");
    QTest::newRow("in one go") << 1 << false;
    QTest::newRow("side by side") << 6 << false;
    QTest::newRow("with parts that came twice") << 1 << true;
}

void TestUnreadable::keepsWhatNobodyUnderstands()
{
    QFETCH(const int, lanes);
    QFETCH(const bool, isFaulty);
    Behaviour service = behaviour(kElements);
    service.cursor = Behaviour::Cursor::Repeating;
    if (isFaulty) {
        service.fault = [](const Request& request) {
            return request.number % 3 == 0 ? Fault::of(Fault::Kind::CutBody) : Fault();
        };
    }
    Server server(scenario(), service);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.limit = 50;
    run.lanes = lanes;
    run.run();
    const ExportReport& report = run.report();
    QVERIFY(report.balances());
    QCOMPARE(report.written(), 1500);
    QCOMPARE(report.unreadable(), std::ssize(kElements));
    QCOMPARE(report.unreadablePath, unreadablePathFor(run.path()));
    QCOMPARE(linesOf(report.unreadablePath), expectedLines());
#ifndef Q_OS_WIN // where a file has the rights of its folder, which is a person's own
    QVERIFY(!isOpenToOthers(report.unreadablePath));
#endif
}

void TestUnreadable::removesTheOneOfAnEarlierExport()
{
    Server server(scenario(), behaviour(kElements));
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.run();
    QVERIFY(QFile::exists(unreadablePathFor(run.path())));
    server.setBehaviour({});
    run.run();
    QCOMPARE(run.report().unreadable(), 0);
    QVERIFY(run.report().unreadablePath.isEmpty());
    QVERIFY(!QFile::exists(unreadablePathFor(run.path())));
}

void TestUnreadable::leavesTheEarlierOneWhenTheExportFails()
{
    Server server(scenario(), behaviour(kElements));
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.run();
    Behaviour refusing = behaviour({"{}"});
    refusing.fault = [](const Request& request) {
        return request.query.contains("cursor") ? Fault::answer(403) : Fault();
    };
    server.setBehaviour(refusing);
    QVERIFY(std::holds_alternative<Failed>(run.run()));
    QCOMPARE(linesOf(unreadablePathFor(run.path())), expectedLines());
}

QTEST_GUILESS_MAIN(TestUnreadable)
#include "tst_unreadable.moc"

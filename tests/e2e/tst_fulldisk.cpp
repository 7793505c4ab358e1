// leadway-export onto disks that are full in the middle of it: the earlier file stays as it was, what was
// fetched is kept, and the export can be gone on with once there is room. The short share of "./dev soak
// disks".

#include "support/disktrial.h"

#include <QTest>

#include <unistd.h>

using namespace leadway::test;

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsTheEarlierFile_data();
    void keepsTheEarlierFile();
    void keepsItWhateverTheFormat_data();
    void keepsItWhateverTheFormat();
    void keepsItOnARealDisk_data();
    void keepsItOnARealDisk();
    void doesNotBeginWithoutRoom_data();
    void doesNotBeginWithoutRoom();

private:
    std::unique_ptr<DiskTrial> m_trial;
};

void TestFullDisk::initTestCase()
{
    m_trial = std::make_unique<DiskTrial>(1);
}

void TestFullDisk::keepsTheEarlierFile_data()
{
    QTest::addColumn<FullDisk>("disk");
    const auto row = [](const FullDisk& disk) { QTest::newRow(disk.told().constData()) << disk; };
    const qint64 target = m_trial->calls(kTarget);
    const qint64 spool = m_trial->calls(kSpool);
    // The first: the file itself, the folder of the spool.
    row({kTarget, 1, false, 0});
    row({kSpool, 1, false, 0});
    row({kIndex, 1, false, 0});
    row({kTarget, 2, true, 0});
    row({kTarget, target / 2, false, 0});
    row({kSpool, 4, false, 0});
    row({kSpool, spool / 2, true, 0});
    row({kSpool, spool - 1, false, 0});
    row({kIndex, m_trial->calls(kIndex) / 2, true, 0});
    for (const Places places : {kTarget, kSpool, kIndex}) {
        row({places, 0, false, m_trial->bytes(places) / 2 + 1});
        row({places, 0, false, m_trial->bytes(places) - 1});
    }
}

void TestFullDisk::keepsTheEarlierFile()
{
    QFETCH(const FullDisk, disk);
    const QByteArray wrong = m_trial->fails(disk);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void TestFullDisk::keepsItWhateverTheFormat_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("transcript") << QByteArray("transcript");
    QTest::newRow("PDF") << QByteArray("pdf");
}

void TestFullDisk::keepsItWhateverTheFormat()
{
    QFETCH(const QByteArray, format);
    DiskTrial trial(1, format.constData());
    const qint64 target = trial.calls(kTarget);
    const qint64 bytes = trial.bytes(kTarget);
    for (const FullDisk& disk :
         {FullDisk{kTarget, 1, false, 0}, FullDisk{kTarget, target / 2, true, 0},
          FullDisk{kTarget, 0, false, bytes / 2}, FullDisk{kTarget, 0, false, bytes - 1},
          FullDisk{kSpool, trial.calls(kSpool) - 1, false, 0}}) {
        const QByteArray wrong = trial.fails(disk);
        QVERIFY2(wrong.isEmpty(), (disk.told() + ": " + wrong).constData());
    }
}

void TestFullDisk::keepsItOnARealDisk_data()
{
    QTest::addColumn<Places>("place");
    QTest::addColumn<qint64>("room");
    QTest::newRow("the target") << kTarget << m_trial->bytes(kTarget) / 2;
    QTest::newRow("the spool") << kSpool << m_trial->bytes(kSpool) / 2;
    QTest::newRow("the index") << kSpool << m_trial->bytes(kSpool) + m_trial->bytes(kIndex) / 2;
}

void TestFullDisk::keepsItOnARealDisk()
{
    QFETCH(const Places, place);
    QFETCH(const qint64, room);
    if (::geteuid() != 0) {
        QSKIP("only root mounts a disk");
    }
    QVERIFY(ownMounts());
    const QByteArray wrong = m_trial->failsOnTmpfs(place, room, 1);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void TestFullDisk::doesNotBeginWithoutRoom_data()
{
    QTest::addColumn<Places>("place");
    QTest::newRow("for the target") << kTarget;
    QTest::newRow("for the spool") << kSpool;
}

void TestFullDisk::doesNotBeginWithoutRoom()
{
    QFETCH(const Places, place);
    if (::geteuid() != 0) {
        QSKIP("only root mounts a disk");
    }
    QVERIFY(ownMounts());
    const QByteArray wrong = m_trial->refusesTmpfs(place);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"

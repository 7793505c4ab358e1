#include "core/privatefolder.h"
#include "support/rights.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;
using namespace leadway::test;

class TestPrivateFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isForItsOwnerAlone();
    void whatIsThereStays();
    void whereAFileIsThereIsNoFolder();
};

void TestPrivateFolder::isForItsOwnerAlone()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("data/logs"));
    QVERIFY(makePrivateFolder(folder));
    QVERIFY(QFileInfo(folder).isDir());
    QVERIFY(!isOpenToOthers(folder));
    QVERIFY(!isOpenToOthers(QFileInfo(folder).path()));
    QFile file(folder + QStringLiteral("/log.txt"));
    QVERIFY(file.open(QFile::WriteOnly, kPrivateFile));
    QVERIFY(!isOpenToOthers(file.fileName()));
}

void TestPrivateFolder::whatIsThereStays()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("data"));
    QVERIFY(QDir().mkdir(folder));
    QFile file(folder + QStringLiteral("/a"));
    QVERIFY(file.open(QFile::WriteOnly));
    QVERIFY(makePrivateFolder(folder));
    QVERIFY(file.exists());
#ifndef Q_OS_WIN // where a folder that is there keeps the list of whoever made it
    QVERIFY(!isOpenToOthers(folder));
#endif
}

void TestPrivateFolder::whereAFileIsThereIsNoFolder()
{
    const QTemporaryDir parent;
    QFile file(parent.filePath(QStringLiteral("data")));
    QVERIFY(file.open(QFile::WriteOnly));
    QVERIFY(!makePrivateFolder(parent.filePath(QStringLiteral("data/logs"))));
}

QTEST_GUILESS_MAIN(TestPrivateFolder)
#include "tst_privatefolder.moc"

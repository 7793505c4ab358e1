// The bytes that were found to be worth keeping ("./dev fuzz"), and what must hold for them.

#include "fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace leadway;

class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
};

void TestCorpus::holds_data()
{
    QTest::addColumn<int>("target");
    for (int target = 0; target < static_cast<int>(std::size(fuzz::kTargets)); ++target) {
        QTest::newRow(fuzz::kTargets[target].name) << target;
    }
}

void TestCorpus::holds()
{
    QFETCH(const int, target);
    const QDir folder(QStringLiteral(LEADWAY_SOURCE_DIR "/tests/fuzz/corpus/") +
                      QLatin1String(fuzz::kTargets[target].name));
    const QFileInfoList files = folder.entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 5);
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        fuzz::kTargets[target].run({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"

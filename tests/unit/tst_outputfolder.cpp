// A folder of files that is there whole or not at all, and never takes the place of what is not ours.

#include "format/outputfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;

namespace
{

const QString kMark = QStringLiteral("the-mark");

void put(const QString& path, const QByteArray& content = "x")
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class TestOutputFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appearsWhole_data();
    void appearsWhole();
    void leavesNothingWithoutACommit();
    void anEmptyFolderIsAFolder();
    void refusesWhatIsNotOurs_data();
    void refusesWhatIsNotOurs();
    void noticesWhatComesMeanwhile();
    void replacesOursAndAnEmptyOne_data();
    void replacesOursAndAnEmptyOne();
    void theEarlierOneStaysWholeUntilTheCommit();
    void aLinkStaysOne();
    void removesWhatIsLeftUnderItsOwnMark();
    void putsBackWhatAKilledProgramHadPutAside();
    void doesNotTakeTwoFilesOfOneName();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("Mensajes áéñ")); }
    Result<void> make(const QStringList& names, const QByteArray& content = "new") const;
    QStringList beside() const;
    static QStringList in(const QString& path);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutputFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Result<void> TestOutputFolder::make(const QStringList& names, const QByteArray& content) const
{
    auto folder = OutputFolder::create(path(), kMark);
    if (!folder) {
        return folder.error();
    }
    for (const QString& name : names) {
        auto file = (*folder)->newFile(name);
        if (!file) {
            return file.error();
        }
        if (const auto written = (*file)->append(content.toStdString()); !written) {
            return written;
        }
        if (const auto kept = (*folder)->keep(**file); !kept) {
            return kept;
        }
    }
    return (*folder)->commit();
}

QStringList TestOutputFolder::beside() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QStringList TestOutputFolder::in(const QString& path)
{
    return QDir(path).entryList(QDir::Files); // without what is hidden
}

void TestOutputFolder::appearsWhole_data()
{
    QTest::addColumn<int>("files");
    QTest::newRow("a few") << 3;
    QTest::newRow("so many that they are brought to the disk all at a time") << 250;
}

void TestOutputFolder::appearsWhole()
{
    QFETCH(const int, files);
    auto folder = OutputFolder::create(path(), kMark);
    QVERIFY(folder);
    for (int i = 0; i < files; ++i) {
        auto file = (*folder)->newFile(QString::number(i) + QStringLiteral(".csv"));
        QVERIFY(file && (*file)->append("twelve bytes"));
        QVERIFY((*folder)->keep(**file));
        QVERIFY(!QFile::exists(path()));
    }
    QVERIFY((*folder)->settle());
    QVERIFY(!QFile::exists(path()));
    QVERIFY((*folder)->commit());
    QCOMPARE((*folder)->files(), files);
    QCOMPARE((*folder)->bytes(), files * 12);
    QCOMPARE((*folder)->path(), path());
    folder->reset();
    QCOMPARE(in(path()).size(), files);
    QCOMPARE(read(path() + QStringLiteral("/0.csv")), QByteArray("twelve bytes"));
    QCOMPARE(beside(), QStringList(QFileInfo(path()).fileName()));
}

void TestOutputFolder::leavesNothingWithoutACommit()
{
    for (const bool isSettled : {false, true}) {
        auto folder = OutputFolder::create(path(), kMark);
        QVERIFY(folder);
        auto kept = (*folder)->newFile(QStringLiteral("a.csv"));
        QVERIFY(kept && (*kept)->append("bytes") && (*folder)->keep(**kept));
        auto begun = (*folder)->newFile(QStringLiteral("b.csv"));
        QVERIFY(begun && (*begun)->append("bytes"));
        begun->reset();
        QVERIFY(!isSettled || (*folder)->settle());
        folder->reset();
        QCOMPARE(beside(), QStringList());
    }
}

void TestOutputFolder::anEmptyFolderIsAFolder()
{
    QVERIFY(make({}));
    QVERIFY(QFileInfo(path()).isDir());
    QCOMPARE(in(path()), QStringList());
    QVERIFY(make({QStringLiteral("a.csv")}));
}

void TestOutputFolder::refusesWhatIsNotOurs_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("a file") << "file" << ErrorKind::FolderTaken;
    QTest::newRow("a folder of others") << "others" << ErrorKind::FolderTaken;
    QTest::newRow("a folder of folders") << "folders" << ErrorKind::FolderTaken;
    QTest::newRow("ours with one more") << "more" << ErrorKind::FolderTaken;
    QTest::newRow("ours with a hidden one more") << "hidden" << ErrorKind::FolderTaken;
    QTest::newRow("ours with one less") << "less" << ErrorKind::FolderTaken;
    QTest::newRow("ours with another name") << "renamed" << ErrorKind::FolderTaken;
    QTest::newRow("ours with a folder") << "inner" << ErrorKind::FolderTaken;
    QTest::newRow("a seal that is not ours") << "seal" << ErrorKind::FolderTaken;
    QTest::newRow("no parent") << "parent" << ErrorKind::FolderMissing;
}

void TestOutputFolder::refusesWhatIsNotOurs()
{
    QFETCH(const QString, what);
    QFETCH(const ErrorKind, kind);
    const QString inner = path() + QLatin1Char('/');
    if (what == QLatin1String("file")) {
        put(path());
    } else if (what == QLatin1String("others")) {
        QVERIFY(QDir().mkpath(path()));
        put(inner + QStringLiteral("thesis.doc"));
    } else if (what == QLatin1String("folders")) {
        QVERIFY(QDir().mkpath(inner + QStringLiteral("photos")));
    } else if (what == QLatin1String("seal")) {
        QVERIFY(QDir().mkpath(path()));
        put(inner + QStringLiteral(".leadway-export"), "Leadway Message Exporter\n0 1\n");
    } else if (what != QLatin1String("parent")) {
        QVERIFY(make({QStringLiteral("a.csv"), QStringLiteral("b.csv")}));
        if (what == QLatin1String("more")) {
            put(inner + QStringLiteral("c.csv"));
        } else if (what == QLatin1String("hidden")) {
            put(inner + QStringLiteral(".c"));
        } else if (what == QLatin1String("less")) {
            QVERIFY(QFile::remove(inner + QStringLiteral("a.csv")));
        } else if (what == QLatin1String("renamed")) {
            QVERIFY(QFile::rename(inner + QStringLiteral("a.csv"), inner + QStringLiteral("mine.csv")));
        } else {
            QVERIFY(QDir().mkpath(inner + QStringLiteral("photos")));
        }
    }
    const QString target = what == QLatin1String("parent") ? inner + QStringLiteral("deeper") : path();
    const QStringList before = QDir(path()).entryList(QDir::AllEntries | QDir::Hidden);
    const auto obstacle = OutputFolder::obstacleAt(target);
    QVERIFY(obstacle && obstacle->kind == kind);
    const auto folder = OutputFolder::create(target, kMark);
    QVERIFY(!folder && folder.error().kind == kind);
    QCOMPARE(QDir(path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

void TestOutputFolder::noticesWhatComesMeanwhile()
{
    auto folder = OutputFolder::create(path(), kMark);
    QVERIFY(folder);
    QVERIFY(QDir().mkpath(path()));
    put(path() + QStringLiteral("/mine.doc"), "mine");
    const auto committed = (*folder)->commit();
    QVERIFY(!committed && committed.error().kind == ErrorKind::FolderTaken);
    folder->reset();
    QCOMPARE(beside(), QStringList(QFileInfo(path()).fileName()));
    QCOMPARE(read(path() + QStringLiteral("/mine.doc")), QByteArray("mine"));
}

void TestOutputFolder::replacesOursAndAnEmptyOne_data()
{
    QTest::addColumn<bool>("isOurs");
    QTest::addColumn<bool>("isLookedAt");
    QTest::newRow("empty") << false << false;
    QTest::newRow("ours") << true << false;
    QTest::newRow("ours that somebody looked at") << true << true;
}

void TestOutputFolder::replacesOursAndAnEmptyOne()
{
    QFETCH(const bool, isOurs);
    QFETCH(const bool, isLookedAt);
    if (isOurs) {
        QVERIFY(make({QStringLiteral("a.csv"), QStringLiteral("é.csv")}, "old"));
    } else {
        QVERIFY(QDir().mkpath(path()));
    }
    if (isLookedAt) { // systems note how it was
        put(path() + QStringLiteral("/.DS_Store"));
        put(path() + QStringLiteral("/desktop.ini"));
    }
    QVERIFY(make({QStringLiteral("b.csv")}));
    QCOMPARE(in(path()), QStringList(QStringLiteral("b.csv")));
    QCOMPARE(read(path() + QStringLiteral("/b.csv")), QByteArray("new"));
    QCOMPARE(beside(), QStringList(QFileInfo(path()).fileName()));
}

void TestOutputFolder::theEarlierOneStaysWholeUntilTheCommit()
{
    QVERIFY(make({QStringLiteral("a.csv")}, "old"));
    auto folder = OutputFolder::create(path(), kMark);
    QVERIFY(folder);
    auto file = (*folder)->newFile(QStringLiteral("a.csv"));
    QVERIFY(file && (*file)->append("new") && (*folder)->keep(**file) && (*folder)->settle());
    QCOMPARE(read(path() + QStringLiteral("/a.csv")), QByteArray("old"));
    folder->reset();
    QCOMPARE(read(path() + QStringLiteral("/a.csv")), QByteArray("old"));
}

void TestOutputFolder::aLinkStaysOne()
{
#ifdef Q_OS_WIN
    QSKIP("links of POSIX");
#endif
    const QString real = m_folder->filePath(QStringLiteral("real"));
    QVERIFY(QDir().mkpath(real));
    QVERIFY(QFile::link(real, path()));
    QVERIFY(make({QStringLiteral("a.csv")}));
    QVERIFY(QFileInfo(path()).isSymLink());
    QCOMPARE(in(real), QStringList(QStringLiteral("a.csv")));
}

void TestOutputFolder::removesWhatIsLeftUnderItsOwnMark()
{
    const QString mine = m_folder->filePath(QStringLiteral(".leadway-the-mark.folder.part"));
    const QString others = m_folder->filePath(QStringLiteral(".leadway-another.folder.part"));
    for (const QString& left : {mine, others}) {
        QVERIFY(QDir().mkpath(left));
        put(left + QStringLiteral("/a.csv"));
    }
    OutputFolder::removeLeft(path(), kMark);
    QVERIFY(!QFile::exists(mine) && QFile::exists(others));
}

void TestOutputFolder::putsBackWhatAKilledProgramHadPutAside()
{
    const QString aside = m_folder->filePath(QStringLiteral(".leadway-the-mark.folder.old"));
    QVERIFY(make({QStringLiteral("a.csv")}, "old"));
    QVERIFY(QDir().rename(path(), aside)); // where it was killed
    OutputFolder::removeLeft(path(), kMark);
    QCOMPARE(read(path() + QStringLiteral("/a.csv")), QByteArray("old"));
    // And where it was killed with the new one in its place.
    QVERIFY(QDir().mkpath(aside));
    put(aside + QStringLiteral("/a.csv"), "older");
    OutputFolder::removeLeft(path(), kMark);
    QCOMPARE(read(path() + QStringLiteral("/a.csv")), QByteArray("old"));
    QVERIFY(!QFile::exists(aside));
}

void TestOutputFolder::doesNotTakeTwoFilesOfOneName()
{
    auto folder = OutputFolder::create(path(), kMark);
    QVERIFY(folder);
    auto first = (*folder)->newFile(QStringLiteral("a.csv"));
    QVERIFY(first && (*folder)->keep(**first));
    QVERIFY(!(*folder)->newFile(QStringLiteral("a.csv")));
}

QTEST_GUILESS_MAIN(TestOutputFolder)
#include "tst_outputfolder.moc"

#include "format/outputfile.h"
#include "support/rights.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace leadway;
using namespace leadway::test;

/// A file that is there whole or not at all.
class OutputFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesWhatWasAppended_data();
    void writesWhatWasAppended();
    void anEmptyFileIsAFile();
    void theEarlierFileStaysUntilTheCommit();
    void nothingIsLeftWithoutACommit();
    void refusesWhereNothingCanBeWritten_data();
    void refusesWhereNothingCanBeWritten();
    void aDeepFolderWithAccentsIsNoObstacle();
    void whatIsOpenInAnotherProgramStays();
    void aNameThatWindowsRefusesIsToldBefore_data();
    void aNameThatWindowsRefusesIsToldBefore();
    void aNewFileHasTheUsualPermissions();
    void anEarlierFileKeepsItsPermissions();
    void aFileForItsOwnerAloneIsSoWhateverWasThere_data();
    void aFileForItsOwnerAloneIsSoWhateverWasThere();
    void aDeviceThatFailsLeavesTheEarlierFile_data();
    void aDeviceThatFailsLeavesTheEarlierFile();
    void nothingCanBeAppendedAfterTheCommit();
    void needsNoRoomOnceItIsSettled();
    void nothingIsLeftOfASettledFileWithoutACommit();
    void removesWhatIsLeftUnderItsOwnMark();
    void aWorkFolderGoesWithTheFile_data();
    void aWorkFolderGoesWithTheFile();
    void aLinkStaysOne_data();
    void aLinkStaysOne();

private:
    QByteArray contents() const;
    void putEarlierFile() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void OutputFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(QStringLiteral("mensajes áéñ 日本.csv"));
}

QByteArray OutputFileTest::contents() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

void OutputFileTest::putEarlierFile() const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("earlier"), 7);
}

void OutputFileTest::writesWhatWasAppended_data()
{
    QTest::addColumn<int>("pieces");
    QTest::addColumn<int>("size");
    QTest::newRow("one small piece") << 1 << 10;
    QTest::newRow("many small pieces") << 100000 << 37;
    QTest::newRow("pieces of the buffer's size") << 3 << 1024 * 1024;
    QTest::newRow("one byte less") << 3 << 1024 * 1024 - 1;
    QTest::newRow("larger than the buffer") << 2 << 3 * 1024 * 1024 + 1;
}

void OutputFileTest::writesWhatWasAppended()
{
    QFETCH(int, pieces);
    QFETCH(int, size);
    auto file = OutputFile::create(m_path);
    QVERIFY(file);
    QByteArray all;
    for (int i = 0; i < pieces; ++i) {
        const std::string piece(static_cast<std::size_t>(size), static_cast<char>('a' + i % 26));
        QVERIFY((*file)->append(piece));
        all += QByteArray::fromStdString(piece);
        if (i % 1000 == 0) {
            QCOMPARE((*file)->size(), qint64(all.size()));
        }
    }
    QVERIFY((*file)->sha256().isEmpty());
    QVERIFY((*file)->commit());
    QCOMPARE((*file)->size(), qint64(all.size()));
    QCOMPARE((*file)->path(), m_path);
    QVERIFY(contents() == all);
    QCOMPARE((*file)->sha256(), QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex());
}

void OutputFileTest::anEmptyFileIsAFile()
{
    auto file = OutputFile::create(m_path);
    QVERIFY(file);
    QVERIFY((*file)->commit());
    QCOMPARE(contents(), QByteArray());
    QCOMPARE((*file)->sha256(),
             QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void OutputFileTest::theEarlierFileStaysUntilTheCommit()
{
    putEarlierFile();
    auto file = OutputFile::create(m_path);
    QVERIFY(file);
    QVERIFY((*file)->append(std::string(2 * 1024 * 1024, 'n')));
    QCOMPARE(contents(), QByteArray("earlier"));
    QVERIFY((*file)->commit());
    QCOMPARE(contents().size(), 2 * 1024 * 1024);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void OutputFileTest::nothingIsLeftWithoutACommit()
{
    putEarlierFile();
    {
        auto file = OutputFile::create(m_path);
        QVERIFY(file);
        QVERIFY((*file)->append(std::string(2 * 1024 * 1024, 'n')));
    }
    QCOMPARE(contents(), QByteArray("earlier"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void OutputFileTest::refusesWhereNothingCanBeWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::newRow("the folder is missing")
        << QStringLiteral("missing/out.csv") << int(ErrorKind::FolderMissing);
    QTest::newRow("a file where the folder should be")
        << QStringLiteral("file/out.csv") << int(ErrorKind::FolderMissing);
    QTest::newRow("the target is a folder") << QStringLiteral("folder") << int(ErrorKind::IsFolder);
#ifndef Q_OS_WIN // where this says nothing of what is in a folder
    QTest::newRow("the folder is read-only")
        << QStringLiteral("locked/out.csv") << int(ErrorKind::NotWritable);
#endif
    QTest::newRow("the earlier file is read-only")
        << QStringLiteral("kept.csv") << int(ErrorKind::NotWritable);
}

void OutputFileTest::refusesWhereNothingCanBeWritten()
{
    QFETCH(QString, name);
    QFETCH(int, kind);
    QDir folder(m_folder->path());
    QVERIFY(folder.mkdir(QStringLiteral("folder")) && folder.mkdir(QStringLiteral("locked")));
    for (const QString& file : {QStringLiteral("file"), QStringLiteral("kept.csv")}) {
        QVERIFY(QFile(folder.filePath(file)).open(QIODevice::WriteOnly));
    }
    const QString locked = folder.filePath(QStringLiteral("locked"));
    QVERIFY(QFile::setPermissions(folder.filePath(QStringLiteral("kept.csv")), QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
#ifdef Q_OS_UNIX
    if (::geteuid() == 0 && ErrorKind(kind) == ErrorKind::NotWritable) {
        QSKIP("the superuser may write anywhere");
    }
#endif
    const auto file = OutputFile::create(folder.filePath(name));
    QVERIFY(!file);
    QCOMPARE(int(file.error().kind), kind);
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void OutputFileTest::aDeepFolderWithAccentsIsNoObstacle()
{
    const QString part = QStringLiteral("/Exportación número con un nombre de cincuenta letras");
    const QString folder =
        m_folder->path() + part.repeated(6); // over 260 letters, which Windows is known for
    QVERIFY(QDir().mkpath(folder));
    for (const char* const bytes : {"first", "second"}) { // the second one takes the place of the first
        auto file = OutputFile::create(folder + QStringLiteral("/mensajes_áéñ_日本.csv"));
        QVERIFY(file);
        QVERIFY((*file)->append(bytes));
        QVERIFY((*file)->commit());
        QFile written(folder + QStringLiteral("/mensajes_áéñ_日本.csv"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray(bytes));
    }
}

void OutputFileTest::whatIsOpenInAnotherProgramStays()
{
#ifdef Q_OS_WIN
    putEarlierFile();
    const std::wstring name = QDir::toNativeSeparators(m_path).toStdWString();
    // As Excel opens a file: others may read it.
    const HANDLE open = CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    QVERIFY(open != INVALID_HANDLE_VALUE);
    {
        auto file = OutputFile::create(m_path);
        QVERIFY(file);
        QVERIFY((*file)->append("new"));
        const auto committed = (*file)->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::FileInUse);
    }
    CloseHandle(open);
    QCOMPARE(contents(), QByteArray("earlier"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
#else
    QSKIP("elsewhere a file that is open can be replaced");
#endif
}

void OutputFileTest::aNameThatWindowsRefusesIsToldBefore_data()
{
    QTest::addColumn<QString>("name");
    for (const char* const name : {"CON.csv", "nul", "a:b.csv", "messages.", "what?.csv"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void OutputFileTest::aNameThatWindowsRefusesIsToldBefore()
{
#ifdef Q_OS_WIN
    QFETCH(QString, name);
    const auto file = OutputFile::create(m_folder->filePath(name));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::NameForbidden);
#else
    QSKIP("elsewhere all of them are names");
#endif
}

void OutputFileTest::aNewFileHasTheUsualPermissions()
{
#ifdef Q_OS_UNIX
    for (const mode_t mask : {mode_t(022), mode_t(077), mode_t(002)}) {
        const mode_t before = ::umask(mask);
        auto file = OutputFile::create(m_path);
        QVERIFY(file);
        QVERIFY((*file)->commit());
        ::umask(before);
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0666U & ~mask);
        QVERIFY(QFile::remove(m_path));
    }
#else
    QSKIP("permissions of POSIX");
#endif
}

void OutputFileTest::anEarlierFileKeepsItsPermissions()
{
    putEarlierFile();
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const QFile::Permissions before = QFile::permissions(m_path);
    auto file = OutputFile::create(m_path);
    QVERIFY(file);
    QVERIFY((*file)->append("new"));
    QVERIFY((*file)->commit());
    QCOMPARE(contents(), QByteArray("new"));
    QCOMPARE(QFile::permissions(m_path), before);
}

void OutputFileTest::aFileForItsOwnerAloneIsSoWhateverWasThere_data()
{
    QTest::addColumn<bool>("wasThere");
    QTest::newRow("a new file") << false;
    QTest::newRow("in the place of one that all may read") << true;
}

void OutputFileTest::aFileForItsOwnerAloneIsSoWhateverWasThere()
{
    QFETCH(const bool, wasThere);
    if (wasThere) {
        putEarlierFile();
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    }
    auto file = OutputFile::create(m_path, OutputFile::Readers::OwnerAlone);
    QVERIFY(file);
    QVERIFY((*file)->append("new"));
    QVERIFY((*file)->commit());
    QCOMPARE(contents(), QByteArray("new"));
#ifndef Q_OS_WIN // where a file has the rights of its folder, which is a person's own
    QVERIFY(!isOpenToOthers(m_path));
#endif
}

void OutputFileTest::aDeviceThatFailsLeavesTheEarlierFile_data()
{
    QTest::addColumn<qint64>("room");
    for (const qint64 room : {0, 1, 4096, 1024 * 1024 - 1, 1024 * 1024, 1500000, 3 * 1024 * 1024 - 1}) {
        QTest::addRow("after %lld bytes", static_cast<long long>(room)) << room;
    }
}

void OutputFileTest::aDeviceThatFailsLeavesTheEarlierFile()
{
#ifdef Q_OS_UNIX
    QFETCH(qint64, room);
    putEarlierFile();
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limited = {static_cast<rlim_t>(room), before.rlim_max};
    bool good = true;
    ErrorKind kind = ErrorKind::Network;
    bool isFinal = true;
    bool hashed = false;
    {
        auto file = OutputFile::create(m_path);
        QVERIFY(file);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limited), 0);
        const std::string row(1000, 'r');
        for (qint64 sum = 0; good && sum < 3 * 1024 * 1024; sum += 1000) {
            good = bool((*file)->append(row));
        }
        const auto committed = (*file)->commit();
        ::setrlimit(RLIMIT_FSIZE, &before);
        good = good && committed;
        kind = committed ? kind : committed.error().kind;
        isFinal = !(*file)->append(row) && !(*file)->commit();
        hashed = !(*file)->sha256().isEmpty();
    }
    std::signal(SIGXFSZ, handler);
    QVERIFY(!good);
    QVERIFY(isFinal);
    QVERIFY(!hashed);
    QVERIFY(kind == ErrorKind::Storage || kind == ErrorKind::DiskFull);
    QCOMPARE(contents(), QByteArray("earlier"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
#else
    QSKIP("needs a limit on the size of files");
#endif
}

void OutputFileTest::nothingCanBeAppendedAfterTheCommit()
{
    auto file = OutputFile::create(m_path);
    QVERIFY(file);
    QVERIFY((*file)->append("whole"));
    QVERIFY((*file)->commit());
    QVERIFY(!(*file)->append("more"));
    QVERIFY(!(*file)->commit());
    QCOMPARE(contents(), QByteArray("whole"));
}

void OutputFileTest::needsNoRoomOnceItIsSettled()
{
#ifdef Q_OS_UNIX
    putEarlierFile();
    auto file = OutputFile::create(m_path);
    QVERIFY(file);
    QVERIFY((*file)->append("new"));
    QVERIFY((*file)->settle());
    QVERIFY((*file)->settle());
    QCOMPARE(contents(), QByteArray("earlier"));
    QVERIFY(!(*file)->append("more"));
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const struct rlimit none = {0, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
    const auto committed = (*file)->commit();
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(committed);
    QCOMPARE(contents(), QByteArray("new"));
#else
    QSKIP("needs a limit on the size of files");
#endif
}

void OutputFileTest::nothingIsLeftOfASettledFileWithoutACommit()
{
    putEarlierFile();
    {
        auto file = OutputFile::create(m_path);
        QVERIFY(file);
        QVERIFY((*file)->append("new"));
        QVERIFY((*file)->settle());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }
    QCOMPARE(contents(), QByteArray("earlier"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

// What a killed program leaves is known by the mark alone; the files of others, and of other runs, stay.
void OutputFileTest::removesWhatIsLeftUnderItsOwnMark()
{
    const QStringList others = {QStringLiteral(".leadway-another.part"), QStringLiteral("leadway-mine.part"),
                                QStringLiteral("mine.part")};
    const QStringList mine = {QStringLiteral(".leadway-mine.part"),
                              QStringLiteral(".leadway-mine.part.AbCdEf"),
                              QStringLiteral(".leadway-mine.unreadable.part")};
    for (const QString& name : others + mine) {
        QVERIFY(QFile(m_folder->filePath(name)).open(QIODevice::WriteOnly));
    }
    const QString work = m_folder->filePath(QStringLiteral(".leadway-mine.work"));
    QVERIFY(QDir().mkdir(work) && QFile(work + QStringLiteral("/a")).open(QIODevice::WriteOnly));
    OutputFile::removeLeft(m_path, QStringLiteral("mine"));
    QVERIFY(!QFile::exists(work));
    for (const QString& name : others) {
        QVERIFY2(QFile::exists(m_folder->filePath(name)), qPrintable(name));
    }
    for (const QString& name : mine) {
        QVERIFY2(!QFile::exists(m_folder->filePath(name)), qPrintable(name));
    }
}

void OutputFileTest::aWorkFolderGoesWithTheFile_data()
{
    QTest::addColumn<bool>("isCommitted");
    QTest::newRow("committed") << true;
    QTest::newRow("dropped") << false;
}

void OutputFileTest::aWorkFolderGoesWithTheFile()
{
    QFETCH(bool, isCommitted);
    const QString left =
        m_folder->filePath(QStringLiteral(".leadway-mine.work")); // by a program that was killed
    QVERIFY(QDir().mkdir(left) && QFile(left + QStringLiteral("/old")).open(QIODevice::WriteOnly));
    {
        auto file = OutputFile::create(m_path, OutputFile::Readers::Usual, QStringLiteral("mine"));
        QVERIFY(file);
        const auto work = (*file)->workFolder();
        QVERIFY(work);
        QCOMPARE(*work, left);
        QVERIFY(QDir(*work).isEmpty());
        QVERIFY(!isOpenToOthers(*work));
        QVERIFY(QFile(*work + QStringLiteral("/new")).open(QIODevice::WriteOnly));
        QCOMPARE(*(*file)->workFolder(), left);
        QVERIFY(QFile::exists(*work + QStringLiteral("/new")));
        QVERIFY((*file)->append("x"));
        QVERIFY(!isCommitted || (*file)->commit());
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
             isCommitted ? 1 : 0);
}

void OutputFileTest::aLinkStaysOne_data()
{
    QTest::addColumn<bool>("leadsToAFile");
    QTest::newRow("to a file") << true;
    QTest::newRow("to nothing yet") << false;
}

void OutputFileTest::aLinkStaysOne()
{
#ifdef Q_OS_UNIX
    QFETCH(const bool, leadsToAFile);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("elsewhere")));
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere/file"));
    QFile earlier(elsewhere);
    QVERIFY(!leadsToAFile || earlier.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(elsewhere, m_path));
    auto file = OutputFile::create(m_path);
    QVERIFY(file);
    QVERIFY((*file)->append("new"));
    QVERIFY((*file)->commit());
    QCOMPARE((*file)->path(), m_path);
    QVERIFY(QFileInfo(m_path).isSymLink());
    QCOMPARE(contents(), QByteArray("new"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
#else
    QSKIP("links of POSIX");
#endif
}

QTEST_APPLESS_MAIN(OutputFileTest)
#include "tst_outputfile.moc"

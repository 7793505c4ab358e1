#include "core/systempath.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace leadway;

class TestSystemPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholePathGetsTheBeginningThatLiftsTheLimit_data();
    void aWholePathGetsTheBeginningThatLiftsTheLimit();
    void namesThatWindowsRefusesAreKnown_data();
    void namesThatWindowsRefusesAreKnown();
    void aLibraryOpensAFileInAFolderOfAnyName_data();
    void aLibraryOpensAFileInAFolderOfAnyName();
};

void TestSystemPath::aWholePathGetsTheBeginningThatLiftsTheLimit_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("extended");
    const auto row = [](const char* name, const char* path, const char* extended) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(extended);
    };
    row("a drive", "C:/Usuarios/Ñandú/a.csv", R"(\\?\C:\Usuarios\Ñandú\a.csv)");
    row("in Windows' own words", R"(C:\a\b)", R"(\\?\C:\a\b)");
    row("another computer", "//server/share/a.csv", R"(\\?\UNC\server\share\a.csv)");
    row("has it already", R"(\\?\C:\a)", R"(\\?\C:\a)");
    row("a device", R"(\\.\pipe\x)", R"(\\.\pipe\x)");
    row("not whole", "a/b", "a/b");
    row("whole, but not on Windows", "/srv/a", "/srv/a");
}

void TestSystemPath::aWholePathGetsTheBeginningThatLiftsTheLimit()
{
    QFETCH(QString, path);
    QFETCH(QString, extended);
    QCOMPARE(extendedPath(path), extended);
}

void TestSystemPath::namesThatWindowsRefusesAreKnown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char* name, bool isAllowed) {
        QTest::newRow(name) << QString::fromUtf8(name) << isAllowed;
    };
    row("messages.csv", true);
    row("mensajes áéñ 日本.csv", true);
    row(".hidden", true);
    row("console.csv", true);
    row("COM10.csv", true);
    row("a.b.c", true);
    row("CON", false);
    row("con.csv", false);
    row("nul.tar.gz", false);
    row("LPT1 .txt", false);
    row("COM\u00b9", false);
    row("a:b", false);
    row("a<b", false);
    row("what?.csv", false);
    row("a\tb", false);
    row("messages.", false);
    row("messages ", false);
    row("", false);
}

void TestSystemPath::namesThatWindowsRefusesAreKnown()
{
    QFETCH(QString, name);
    QFETCH(bool, isAllowed);
    QCOMPARE(isWindowsName(name), isAllowed);
}

void TestSystemPath::aLibraryOpensAFileInAFolderOfAnyName_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << QStringLiteral("plain");
    QTest::newRow("Spanish") << QStringLiteral("Exportación ñ");
    QTest::newRow("Japanese") << QStringLiteral("日本");
    const QString part = QStringLiteral("/a folder with a name of some fifty letters, or so");
    QTest::newRow("over 260 letters") << QStringLiteral("deep") + part.repeated(6);
}

void TestSystemPath::aLibraryOpensAFileInAFolderOfAnyName()
{
    QFETCH(QString, folder);
    const QTemporaryDir parent;
    const QString path = parent.filePath(folder) + QStringLiteral("/plain.txt");
    QVERIFY(QDir().mkpath(parent.filePath(folder)));
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
            std::fopen(libraryPath(path).constData(), "wb"), &std::fclose);
        QVERIFY(file);
        QCOMPARE(std::fputs("written", file.get()) >= 0, true);
    }
    QFile written(path);
    QVERIFY(written.open(QFile::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("written"));
    QVERIFY(std::filesystem::exists(systemPath(path)));
}

QTEST_GUILESS_MAIN(TestSystemPath)
#include "tst_systempath.moc"

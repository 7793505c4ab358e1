// Saved exports as values: what is kept of them, what a run of them asks for, what is told of them.

#include "app/formatmap.h"
#include "app/savedexport.h"
#include "app/settings.h"
#include "app/wording.h"
#include "format/knownmessages.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTest>

using namespace leadway;

namespace
{

constexpr Msecs kDay = 24LL * 3600 * 1000;

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

SavedExport example()
{
    SavedExport saved;
    saved.id = QUuid::createUuid();
    saved.name = text("Citas de la semana");
    saved.account = QUuid::createUuid();
    saved.filters.channels = Channels(Channel::WhatsApp);
    saved.filters.dates = DateChoice::AllTime;
    saved.filters.contactId = text("ve9EPM428h8vShlRW1KT");
    saved.filters.sortOrder = SortOrder::Ascending;
    saved.filters.lanes = 3;
    saved.format.format = Format::JsonLines;
    saved.folder = text("/home/maria/Documents");
    saved.language = text("es");
    return saved;
}

} // namespace

class TestSavedExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(text("Leadway"));
        QCoreApplication::setApplicationName(text("Leadway saved exports test"));
    }
    void init() { QSettings().clear(); }

    void isKeptAsItIs()
    {
        SavedExport saved = example();
        saved.lastWay = RunWay::All;
        saved.last = SavedResult{QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC), 86,
                                 RunWay::OnlyNew, false};
        Settings().save(saved);
        const auto read = Settings().savedExport(saved.id);
        QVERIFY(read);
        QCOMPARE(read->name, saved.name);
        QCOMPARE(read->account, saved.account);
        QVERIFY(read->filters == saved.filters);
        QCOMPARE(toVariantMap(read->format), toVariantMap(saved.format));
        QCOMPARE(read->folder, saved.folder);
        QCOMPARE(read->language, saved.language);
        QCOMPARE(read->lastWay, saved.lastWay);
        QCOMPARE(read->last, saved.last);
    }

    void areListedByNameAndNamedOnce()
    {
        Settings settings;
        SavedExport saved = example();
        for (const char* name : {"zeta", "Alpha", "zeta", "ZETA"}) {
            saved.id = QUuid::createUuid();
            saved.name = text(name);
            settings.save(saved);
        }
        QStringList names;
        for (const SavedExport& one : settings.savedExports()) {
            names.append(one.name);
        }
        names.sort(Qt::CaseInsensitive);
        QCOMPARE(names, (QStringList{text("Alpha"), text("zeta"), text("zeta (2)"), text("ZETA (3)")}));
    }

    void goWithTheirAccount()
    {
        Settings settings;
        const SavedExport saved = settings.save(example());
        SavedExport other = example();
        settings.save(other);
        settings.remove(saved.account);
        QCOMPARE(settings.savedExports().size(), 1);
        QCOMPARE(settings.savedExports().constFirst().id, other.id);
        settings.removeSavedExport(other.id);
        QVERIFY(settings.savedExports().isEmpty());
    }

    void rememberHowTheyRan()
    {
        Settings settings;
        const SavedExport saved = settings.save(example());
        const SavedResult result{QDateTime::currentDateTimeUtc(), 5, RunWay::All, true};
        settings.noteResult({saved.id, RunWay::All}, result);
        QCOMPARE(settings.savedExport(saved.id)->last->messages, 5);
        QCOMPARE(settings.savedExport(saved.id)->lastWay, RunWay::All);
        settings.removeSavedExport(saved.id);
        settings.noteResult({saved.id, RunWay::All}, result); // it is not there again
        QVERIFY(settings.savedExports().isEmpty());
    }

    void nonsenseIsNone()
    {
        QVERIFY(!savedExportFrom(QUuid::createUuid(), {}));
        QVariantMap map = toVariantMap(example());
        QVERIFY(savedExportFrom(QUuid::createUuid(), map));
        QVERIFY(!savedExportFrom(QUuid(), map));
        map[text("account")] = text("nobody");
        QVERIFY(!savedExportFrom(QUuid::createUuid(), map));
    }

    void aRunIsWhatWasSaved()
    {
        const SavedExport saved = example();
        Account account;
        account.id = saved.account;
        account.locationId = text("location1234567890ab");
        const ExportRequest request = requestOf(saved, account, RunWay::OnlyNew, QDate(2025, 11, 14));
        QCOMPARE(request.query.locationId, account.locationId);
        QCOMPARE(request.query.channels, saved.filters.channels);
        QCOMPARE(request.query.contactId, saved.filters.contactId);
        QCOMPARE(request.lanes, 3);
        QCOMPARE(request.path, text("/home/maria/Documents/Citas de la semana – 2025-11-14.jsonl"));
        QCOMPARE(request.saved, (std::optional(SavedRun{saved.id, RunWay::OnlyNew})));
    }

    void onlySomeFilesCanBeAddedTo_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<SortOrder>("order");
        QTest::addColumn<SortBy>("sortBy");
        QTest::addColumn<FileSplit>("files");
        QTest::addColumn<bool>("can");
        const auto up = SortOrder::Ascending;
        const auto created = SortBy::CreatedAt;
        const auto one = FileSplit::OneFile;
        QTest::newRow("CSV") << Format::CsvExcel << up << created << one << true;
        QTest::newRow("exact CSV") << Format::CsvExact << up << created << one << true;
        QTest::newRow("JSON Lines") << Format::JsonLines << up << created << one << true;
        QTest::newRow("JSON") << Format::Json << up << created << one << false;
        QTest::newRow("newest first") << Format::CsvExcel << SortOrder::Descending << created << one << false;
        QTest::newRow("by change") << Format::CsvExcel << up << SortBy::UpdatedAt << one << false;
        QTest::newRow("transcript") << Format::Transcript << up << created << one << false;
        QTest::newRow("PDF") << Format::Pdf << up << created << one << false;
        QTest::newRow("many files") << Format::CsvExcel << up << created << FileSplit::PerMonth << false;
    }

    void onlySomeFilesCanBeAddedTo()
    {
        QFETCH(const Format, format);
        QFETCH(const SortOrder, order);
        QFETCH(const SortBy, sortBy);
        QFETCH(const FileSplit, files);
        FormatOptions options;
        options.format = format;
        options.files = files;
        MessageQuery query;
        query.sortOrder = order;
        query.sortBy = sortBy;
        QTEST(canBeAddedTo(options, query), "can");
    }

    void aDayBeforeTheWatermarkIsAskedForAgain_data()
    {
        QTest::addColumn<Interval>("asked");
        QTest::addColumn<std::optional<Msecs>>("watermark");
        QTest::addColumn<Interval>("part");
        const Interval all;
        const Msecs mark = 100 * kDay;
        QTest::newRow("never run") << all << std::optional<Msecs>() << all;
        QTest::newRow("all time") << all << std::optional(mark) << Interval{99 * kDay, all.end};
        QTest::newRow("begins later")
            << Interval{120 * kDay, 130 * kDay} << std::optional(mark) << Interval{120 * kDay, 130 * kDay};
        QTest::newRow("begins before")
            << Interval{90 * kDay, 130 * kDay} << std::optional(mark) << Interval{99 * kDay, 130 * kDay};
        QTest::newRow("ended there") << Interval{90 * kDay, mark} << std::optional(mark)
                                     << Interval{99 * kDay, mark};
        QTest::newRow("ended long before")
            << Interval{10 * kDay, 20 * kDay} << std::optional(mark) << Interval{20 * kDay - 1, 20 * kDay};
    }

    void aDayBeforeTheWatermarkIsAskedForAgain()
    {
        QFETCH(const Interval, asked);
        QFETCH(const std::optional<Msecs>, watermark);
        QFETCH(const Interval, part);
        QVERIFY(newPartOf(asked, watermark) == part);
    }

    void isToldInALine_data()
    {
        QTest::addColumn<std::optional<SavedResult>>("result");
        QTest::addColumn<QString>("line");
        const auto at = [](int day, int hour) {
            return QDateTime(QDate(2025, 11, day), QTime(hour, 2), Qt::UTC);
        };
        using Result = std::optional<SavedResult>;
        QTest::newRow("never") << Result() << text("Never saved yet");
        QTest::newRow("today") << Result({at(14, 9), 1204, RunWay::All, true})
                               << text("Saved today 09:02, 1,204 messages");
        QTest::newRow("yesterday") << Result({at(13, 17), 86, RunWay::OnlyNew, true})
                                   << text("Saved yesterday 17:02, 86 new");
        QTest::newRow("earlier") << Result({at(1, 17), 1, RunWay::All, true})
                                 << text("Saved 1 Nov, 1 message");
        QTest::newRow("nothing new") << Result({at(14, 9), 0, RunWay::OnlyNew, true})
                                     << text("Looked today 09:02, nothing new");
        QTest::newRow("not all") << Result({at(14, 9), 5, RunWay::OnlyNew, false})
                                 << text("Saved today 09:02, 5 new, not complete");
    }

    void isToldInALine()
    {
        QFETCH(const std::optional<SavedResult>, result);
        const QDateTime now(QDate(2025, 11, 14), QTime(18, 0), Qt::UTC);
        QLocale locale(QLocale::English, QLocale::UnitedKingdom);
        QString line = wording::savedResult(result, locale, now);
        line.replace(text("message(s)"),
                     result && result->messages == 1 ? text("message") : text("messages"));
        QTEST(line, "line");
    }
};

QTEST_GUILESS_MAIN(TestSavedExport)
#include "tst_savedexport.moc"

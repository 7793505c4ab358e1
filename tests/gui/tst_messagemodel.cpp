#include "gui/messagemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace leadway;

namespace
{

using Column = MessageModel::Column;

// 2024-06-14T15:42:00Z, 17:42 in Madrid.
constexpr Msecs kMoment = 1718379720000;
constexpr Msecs kHour = 3600000;

PreviewRow rowAt(Msecs when, const QString& id)
{
    PreviewRow row;
    row.createdAt = when;
    row.id = id;
    row.channel = Channel::Sms;
    row.messageType = QStringLiteral("TYPE_SMS");
    row.contactId = QStringLiteral("contact0000000k2Vd7");
    row.isInbound = true;
    row.status = QStringLiteral("read");
    row.text = QStringLiteral("Hola");
    return row;
}

} // namespace

class TestMessageModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<MessageModel>(QTimeZone("Europe/Madrid"));
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setLocale(QLocale(QStringLiteral("en_GB")));
        m_model->setToday(QDate(2024, 6, 14));
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void keepsTheOrderItIsGiven()
    {
        m_model->append({rowAt(kMoment, QStringLiteral("a")), rowAt(kMoment - kHour, QStringLiteral("b"))});
        append({rowAt(kMoment - 2 * kHour, QStringLiteral("c"))});
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->columnCount(), MessageModel::kColumns);
        QCOMPARE(m_model->row(2).id, QStringLiteral("c"));
        m_model->clear();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void turnsTheDatesRound_data()
    {
        QTest::addColumn<QString>("came"); // a letter is the id of a row, '.' before it: undated
        QTest::addColumn<QString>("turned");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("one") << "a"
                             << "a";
        QTest::newRow("dates") << "abcd"
                               << "dcba";
        QTest::newRow("equal dates too") << "ab=c"
                                         << "=cba";
        QTest::newRow("undated last") << "ab.x.y"
                                      << "ba.x.y";
        QTest::newRow("undated alone") << ".x.y"
                                       << ".x.y";
    }
    void turnsTheDatesRound()
    {
        QFETCH(QString, came);
        append(rowsOf(came));
        m_model->turn();
        QTEST(shown(), "turned");
        m_model->turn();
        QCOMPARE(shown(), came);
    }

    void rowsThatComeLaterFindTheirPlace()
    {
        append(rowsOf(QStringLiteral("ab")));
        m_model->turn();
        const QPersistentModelIndex a = m_model->index(1, 0);
        append(rowsOf(QStringLiteral("cd.x")));
        QCOMPARE(shown(), QStringLiteral("dcba.x"));
        QCOMPARE(a.row(), 3);
        append(rowsOf(QStringLiteral(".y")));
        QCOMPARE(shown(), QStringLiteral("dcba.x.y"));
        m_model->clear();
        append(rowsOf(QStringLiteral("ab")));
        QCOMPARE(shown(), QStringLiteral("ab"));
    }

    void followsRowsWhenItIsTurned()
    {
        append(rowsOf(QStringLiteral("abcd.x")));
        const QPersistentModelIndex b = m_model->index(1, 2);
        const QPersistentModelIndex x = m_model->index(4, 0);
        m_model->turn();
        QCOMPARE(b, m_model->index(2, 2));
        QCOMPARE(x, m_model->index(4, 0));
    }

    void daysBeginAnewWhenItIsTurned()
    {
        append({rowAt(kMoment, QStringLiteral("a")), rowAt(kMoment - kHour, QStringLiteral("b")),
                rowAt(kMoment - 24 * kHour, QStringLiteral("c"))});
        m_model->turn();
        QCOMPARE(role(0, Column::Date, MessageModel::IsFirstOfDayRole).toBool(), true);
        QCOMPARE(role(1, Column::Date, MessageModel::IsFirstOfDayRole).toBool(), true);
        QCOMPARE(role(2, Column::Date, MessageModel::IsFirstOfDayRole).toBool(), false);
        QCOMPARE(text(0, Column::Date), QStringLiteral("Yesterday 17:42"));
    }

    void tellsOfFirstRowsAtOnceAndGathersLaterOnes()
    {
        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->append(rowsOf(QStringLiteral("a")));
        QCOMPARE(shown(), QStringLiteral("a"));
        QVERIFY(!m_model->isGathering());
        m_model->append(rowsOf(QStringLiteral("b")));
        m_model->append(rowsOf(QStringLiteral("c")));
        QCOMPARE(shown(), QStringLiteral("a"));
        QVERIFY(m_model->isGathering());
        QCOMPARE(m_model->snapshot().size(), 3);
        QTRY_COMPARE(shown(), QStringLiteral("abc"));
        QCOMPARE(inserted.count(), 2);
        m_model->append(rowsOf(QStringLiteral("d")));
        m_model->showGathered();
        QCOMPARE(shown(), QStringLiteral("abcd"));
        m_model->clear();
        m_model->append(rowsOf(QStringLiteral("e")));
        QCOMPARE(shown(), QStringLiteral("e"));
    }

    void isNotToldMoreOftenThanFourTimesASecond()
    {
        QElapsedTimer clock;
        QList<qint64> moments;
        connect(m_model.get(), &QAbstractItemModel::rowsInserted, this,
                [&] { moments.append(clock.elapsed()); });
        QTimer service;
        connect(&service, &QTimer::timeout, this, [&] { m_model->append(rowsOf(QStringLiteral("a"))); });
        clock.start();
        service.start(3);
        QTRY_COMPARE(moments.size(), 4);
        for (qsizetype i = 1; i < moments.size(); ++i) {
            // A coarse timer may be a twentieth early.
            QVERIFY(moments.at(i) - moments.at(i - 1) >= MessageModel::kPause.count() * 9 / 10);
        }
    }

    void tellsDaysInWords()
    {
        m_model->append({rowAt(kMoment, QStringLiteral("a")), rowAt(kMoment - kHour, QStringLiteral("b")),
                         rowAt(kMoment - 24 * kHour, QStringLiteral("c")),
                         rowAt(kMoment - 48 * kHour, QStringLiteral("d")),
                         rowAt(kMoment - 400 * 24 * kHour, QStringLiteral("e"))});
        QCOMPARE(text(0, Column::Date), QStringLiteral("Today 17:42"));
        QCOMPARE(text(2, Column::Date), QStringLiteral("Yesterday 17:42"));
        QCOMPARE(text(3, Column::Date), QStringLiteral("12 Jun 17:42"));
        QVERIFY(text(4, Column::Date).startsWith(QStringLiteral("11 May 2023")));
        QCOMPARE(role(0, Column::Date, MessageModel::IsFirstOfDayRole).toBool(), true);
        QCOMPARE(role(1, Column::Date, MessageModel::IsFirstOfDayRole).toBool(), false);
        QCOMPARE(role(2, Column::Date, MessageModel::IsFirstOfDayRole).toBool(), true);
    }

    void tellsAnUndatedMessage()
    {
        PreviewRow row = rowAt(0, QStringLiteral("a"));
        row.createdAt.reset();
        m_model->append({row});
        QCOMPARE(text(0, Column::Date), QStringLiteral("No date"));
    }

    void namesAContactFromAnyOfItsMessages()
    {
        m_model->append({rowAt(kMoment, QStringLiteral("a"))});
        QCOMPARE(text(0, Column::Contact), QStringLiteral("Contact k2Vd7"));
        PreviewRow named = rowAt(kMoment - kHour, QStringLiteral("b"));
        named.contact = QStringLiteral("+34611204118");
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        append({named});
        QCOMPARE(text(0, Column::Contact), QStringLiteral("+34611204118"));
        QCOMPARE(changed.count(), 1);
    }

    void tellsACall_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<QString>("told");
        QTest::newRow("long") << "answered"
                              << "192"
                              << "Answered, 3 min 12 s";
        QTest::newRow("short") << "answered"
                               << "48"
                               << "Answered, 48 s";
        QTest::newRow("missed") << "no-answer"
                                << "0"
                                << "Missed call";
        QTest::newRow("voicemail") << "voicemail"
                                   << "32"
                                   << "Voicemail, 32 s";
        QTest::newRow("unknown") << ""
                                 << ""
                                 << "Call";
    }
    void tellsACall()
    {
        QFETCH(QString, status);
        QFETCH(QString, seconds);
        PreviewRow row = rowAt(kMoment, QStringLiteral("a"));
        row.channel = Channel::Call;
        row.messageType = QStringLiteral("TYPE_CALL");
        row.text.clear();
        row.status.clear();
        row.callStatus = status;
        row.callDuration = seconds;
        m_model->append({row});
        QTEST(text(0, Column::Text), "told");
    }

    void tellsWhatAMessageIs_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isInbound");
        QTest::addColumn<QString>("callStatus");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words"); // in the place of a text
        const auto row = [](const char* type, bool isInbound, const char* callStatus, const char* kind,
                            const char* words) {
            QTest::addRow("%s %s %s", type, isInbound ? "received" : "sent", callStatus)
                << QString(QLatin1String(type)) << isInbound << QString(QLatin1String(callStatus))
                << QString(QLatin1String(kind)) << QString(QLatin1String(words));
        };
        row("TYPE_CALL", true, "completed", "Call", "Completed");
        row("TYPE_CALL", true, "no-answer", "Missed call", "Missed call");
        row("TYPE_CALL", false, "no-answer", "Call", "No answer");
        row("TYPE_CALL", true, "voicemail", "Voicemail", "Voicemail");
        row("TYPE_CAMPAIGN_VOICEMAIL", false, "", "Campaign voicemail", "Campaign voicemail");
        row("TYPE_CAMPAIGN_CALL", false, "answered", "Campaign call", "Campaign call: Answered");
        row("TYPE_CAMPAIGN_SMS", false, "", "Campaign SMS", "Campaign SMS");
        row("TYPE_CAMPAIGN_EMAIL", false, "", "Campaign e-mail", "Campaign e-mail");
        row("TYPE_FACEBOOK_COMMENT", true, "", "Facebook comment", "Facebook comment");
        row("TYPE_ACTIVITY_APPOINTMENT", false, "", "Activity", "Appointment");
    }
    void tellsWhatAMessageIs()
    {
        QFETCH(QString, type);
        QFETCH(bool, isInbound);
        QFETCH(QString, callStatus);
        PreviewRow row = rowAt(kMoment, QStringLiteral("a"));
        row.channel = channelOf(type.toStdString());
        row.messageType = type;
        row.isInbound = isInbound;
        row.isOutbound = !isInbound;
        row.text.clear();
        row.status.clear();
        row.callStatus = callStatus;
        m_model->append({row});
        QTEST(text(0, Column::Channel), "kind");
        QTEST(text(0, Column::Text), "words");
    }

    void marksWhatFailed()
    {
        PreviewRow row = rowAt(kMoment, QStringLiteral("a"));
        row.status = QStringLiteral("failed");
        m_model->append({row, rowAt(kMoment, QStringLiteral("b"))});
        QCOMPARE(text(0, Column::Status), QStringLiteral("Failed"));
        QCOMPARE(role(0, Column::Status, MessageModel::GlyphRole).toInt(), static_cast<int>(Glyph::Warning));
        QCOMPARE(role(1, Column::Status, MessageModel::GlyphRole).toInt(), static_cast<int>(Glyph::None));
    }

    void asksForMoreOnceAPage()
    {
        const QSignalSpy wanted(m_model.get(), &MessageModel::moreWanted);
        QVERIFY(!m_model->canFetchMore({}));
        m_model->setCanLoadMore(true);
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        m_model->fetchMore({});
        QCOMPARE(wanted.count(), 1);
    }

private:
    // As if the pause had gone by.
    void append(const QList<PreviewRow>& rows) const
    {
        m_model->append(rows);
        m_model->showGathered();
    }

    // A letter is the id of a row, an hour earlier than the one before, unless '=' stands before it; '.'
    // takes the date away.
    static QList<PreviewRow> rowsOf(const QString& letters)
    {
        QList<PreviewRow> rows;
        QString mark;
        Msecs when = kMoment;
        for (const QChar c : letters) {
            if (!c.isLetter()) {
                mark = c;
                continue;
            }
            when -= mark == QLatin1String("=") ? 0 : kHour;
            rows.append(rowAt(when, mark + c));
            if (mark == QLatin1String(".")) {
                rows.last().createdAt.reset();
            }
            mark.clear();
        }
        return rows;
    }

    QString shown() const
    {
        QString ids;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            ids += m_model->row(row).id;
        }
        return ids;
    }

    QString text(int row, Column column) const
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }
    QVariant role(int row, Column column, int role) const
    {
        return m_model->index(row, static_cast<int>(column)).data(role);
    }

    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestMessageModel)
#include "tst_messagemodel.moc"

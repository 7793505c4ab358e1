// The loaded messages of a contact as a conversation: in order, whole, with the selected one marked, and a
// way back to the table.

#include "gui/colours.h"
#include "gui/conversationmodel.h"
#include "gui/conversationpage.h"
#include "gui/inspection.h"
#include "gui/messagemodel.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include <functional>

using namespace leadway;
using namespace leadway::test;

namespace
{

constexpr Msecs kNewest = 1'763'131'320'000; // 14 November 2025, 15:42 in Madrid
constexpr Msecs kMinute = 60'000;

PreviewRow rowOf(int number, const QString& contactId, bool isInbound, const QString& text)
{
    PreviewRow row;
    row.position = {0, 100, static_cast<std::uint64_t>(number) * 100};
    row.createdAt = kNewest - number * kMinute;
    row.id = QString::number(number);
    row.contactId = contactId;
    row.contact = QStringLiteral("+34 600 111 222");
    row.channel = Channel::WhatsApp;
    row.messageType = QStringLiteral("TYPE_WHATSAPP");
    row.isInbound = isInbound;
    row.isOutbound = !isInbound;
    row.text = text;
    return row;
}

// Newest first; every third with the contact "a".
QList<PreviewRow> mixedRows(int count, int from = 0)
{
    QList<PreviewRow> rows;
    for (int number = from; number < from + count; ++number) {
        rows.append(rowOf(number, number % 3 == 0 ? QStringLiteral("a") : QStringLiteral("b"),
                          number % 2 == 0, QStringLiteral("text %1").arg(number)));
    }
    return rows;
}

struct Conversation {
    explicit Conversation(const QList<PreviewRow>& rows)
        : messages(QTimeZone("Europe/Madrid"))
        , model(messages)
    {
        messages.setToday(QDate(2025, 11, 14));
        messages.setLocale(QLocale(QStringLiteral("en_GB")));
        messages.append(rows);
        model.setSeen(true);
    }

    void select(int number)
    {
        model.select(number);
        if (!QTest::qWaitFor(
                [&] { return model.markedRow() >= 0 && model.numberAt(model.markedRow()) == number; })) {
            qFatal("it is not shown");
        }
    }

    QList<int> numbers() const
    {
        QList<int> numbers;
        for (int row = 0; row < model.rowCount(); ++row) {
            numbers.append(model.numberAt(row));
        }
        return numbers;
    }

    QString told(int row) const { return model.index(row).data(Qt::AccessibleTextRole).toString(); }

    MessageModel messages;
    ConversationModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setUpApplication();
        m_language.use(QStringLiteral("en"));
    }

    void init() { QSettings().clear(); }

    void theContactsMessagesAreThereOldestFirst()
    {
        Conversation conversation(mixedRows(12));
        conversation.select(3);
        QCOMPARE(conversation.numbers(), QList<int>({9, 6, 3, 0}));
        QCOMPARE(conversation.model.messages(), 4);
        QVERIFY(conversation.model.bubbleAt(2).isMarked);
        QVERIFY(!conversation.model.bubbleAt(1).isMarked);
        conversation.messages.turn(); // is always read from above
        QCOMPARE(conversation.numbers(), QList<int>({9, 6, 3, 0}));
        conversation.select(6);
        QVERIFY(conversation.model.bubbleAt(1).isMarked);
        QVERIFY(!conversation.model.bubbleAt(2).isMarked);
        conversation.select(1);
        QCOMPARE(conversation.model.messages(), 8);
        conversation.model.select(-1);
        QCOMPARE(conversation.model.rowCount(), 0);
        conversation.select(0);
        conversation.messages.clear();
        QCOMPARE(conversation.model.rowCount(), 0);
        QCOMPARE(conversation.model.messages(), 0);
    }

    void itFollowsRowsThatLoad()
    {
        Conversation conversation(mixedRows(12));
        conversation.select(0);
        conversation.messages.append(mixedRows(9, 12));
        conversation.messages.showGathered();
        QTRY_COMPARE(conversation.numbers(), QList<int>({18, 15, 12, 9, 6, 3, 0}));
        QVERIFY(conversation.model.bubbleAt(6).isMarked);
    }

    void itIsLookedForOnlyWhileItIsSeen()
    {
        Conversation conversation(mixedRows(12));
        conversation.model.setSeen(false);
        conversation.model.select(3);
        for (int turn = 0; turn < 20; ++turn) {
            QCoreApplication::processEvents();
        }
        QCOMPARE(conversation.model.rowCount(), 0);
        conversation.model.setSeen(true);
        QTRY_COMPARE(conversation.model.rowCount(), 4);
    }

    void veryManyAreShownAroundTheSelectedOne()
    {
        constexpr int around = ConversationModel::kAround;
        Conversation conversation(mixedRows(3000));
        conversation.select(1500);
        QCOMPARE(conversation.model.messages(), 1000);
        QCOMPARE(conversation.model.rowCount(), 2 * around + 1 + 2);
        QCOMPARE(conversation.model.numberAt(0), -1);
        QCOMPARE(conversation.model.numberAt(1), 1500 + 3 * around);
        QCOMPARE(conversation.model.bubbleAt(0).more, QStringLiteral("Show 459 earlier messages"));
        const int last = conversation.model.rowCount() - 1;
        QCOMPARE(conversation.model.bubbleAt(last).more, QStringLiteral("Show 460 later messages"));
        conversation.model.showMore(last);
        conversation.model.showMore(0);
        QVERIFY(conversation.model.rowCount() > 2 * around + 1 + 2);
        QCOMPARE(conversation.model.rowOf(1500), conversation.model.markedRow());
        for (int times = 0; times < 30; ++times) {
            conversation.model.showMore(0);
        }
        QCOMPARE(conversation.model.numberAt(0), 2997); // the oldest
        QVERIFY(conversation.model.rowCount() <= ConversationModel::kMost + 2);
        conversation.select(0); // elsewhere again
        QCOMPARE(conversation.model.rowCount(), around + 1 + 1);
    }

    void daysAndChannelsAreToldWhereTheyChange()
    {
        QList<PreviewRow> rows = {rowOf(0, QStringLiteral("a"), true, QStringLiteral("e")),
                                  rowOf(1, QStringLiteral("a"), true, QStringLiteral("d")),
                                  rowOf(2, QStringLiteral("a"), false, QStringLiteral("c")),
                                  rowOf(24 * 60, QStringLiteral("a"), true, QStringLiteral("b")),
                                  rowOf(24 * 60 + 1, QStringLiteral("a"), true, QStringLiteral("a"))};
        rows[0].channel = Channel::Sms;
        rows[0].messageType = QStringLiteral("TYPE_SMS");
        Conversation conversation(rows);
        conversation.select(0);
        QStringList days;
        QStringList kinds;
        for (int row = 0; row < 5; ++row) {
            days.append(conversation.model.bubbleAt(row).day);
            kinds.append(conversation.model.bubbleAt(row).kind);
        }
        QCOMPARE(days, QStringList({QStringLiteral("Yesterday"), QString(), QStringLiteral("Today"),
                                    QString(), QString()}));
        QCOMPARE(kinds, QStringList({QStringLiteral("WhatsApp"), QString(), QStringLiteral("WhatsApp"),
                                     QString(), QStringLiteral("SMS")}));
    }

    void aBubbleIsToldInWords()
    {
        PreviewRow mail = rowOf(0, QStringLiteral("a"), false, QStringLiteral("Dear Laura"));
        mail.channel = Channel::Email;
        mail.messageType = QStringLiteral("TYPE_EMAIL");
        mail.subject = QStringLiteral("Your appointment");
        mail.hasAttachments = true;
        mail.status = QStringLiteral("failed");
        PreviewRow missed = rowOf(1, QStringLiteral("a"), true, QString());
        missed.channel = Channel::Call;
        missed.messageType = QStringLiteral("TYPE_CALL");
        missed.callStatus = QStringLiteral("no-answer");
        Conversation conversation({mail, missed});
        conversation.select(0);
        QCOMPARE(conversation.told(1), QStringLiteral("Sent, Today 15:42, E-mail, Failed. Your appointment. "
                                                      "Dear Laura. With attachments"));
        QCOMPARE(conversation.told(0), QStringLiteral("Received, Today 15:41, Missed call. Missed call"));
        QVERIFY(conversation.model.bubbleAt(0).isQuiet);
        QCOMPARE(conversation.model.bubbleAt(1).failure, QStringLiteral("Failed"));
        QVERIFY(conversation.model.bubbleAt(1).side == Bubble::Side::Ours);
    }

    void wholeTextsAreAskedForOnce()
    {
        Conversation conversation(mixedRows(12));
        conversation.select(3);
        const QList<SpoolPosition> unread = conversation.model.takeUnread(1, 2);
        QCOMPARE(unread.size(), 2);
        QCOMPARE(unread.at(0), conversation.messages.row(6).position);
        QVERIFY(conversation.model.takeUnread(1, 2).isEmpty());
        const QSignalSpy changed(&conversation.model, &QAbstractItemModel::dataChanged);
        conversation.model.takeTexts({{unread.at(0), QStringLiteral("line\nline")},
                                      {{9, 9, 9}, QStringLiteral("of another conversation")}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(conversation.model.bubbleAt(1).text, QStringLiteral("line\nline"));
        QCOMPARE(conversation.model.bubbleAt(2).text, QStringLiteral("text 3"));
        conversation.select(1);
        conversation.select(3);
        QCOMPARE(conversation.model.takeUnread(1, 2).size(), 2); // what was left is not kept
    }

    void theTabShowsWholeMessagesAndLeadsBackToTheTable()
    {
        const WindowFixture fixture(700);
        auto* const list = openConversation(fixture);
        auto* const table = fixture.find<MessageTable>("messageTable");
        auto* const messages = fixture.find<MessageModel>("messageModel");
        auto* const model = qobject_cast<ConversationModel*>(list->model());
        QVERIFY(model->messages() > 3);
        QCOMPARE(fixture.find<QLabel>("loadedMessagesLabel")->text(),
                 QStringLiteral("%1 loaded messages").arg(model->messages()));
        const auto isWhole = [&](int row) {
            const PreviewRow message = messages->row(messages->order().rowOf(model->numberAt(row)));
            return message.text.size() < kPreviewLength || model->bubbleAt(row).text.size() > kPreviewLength;
        };
        // Wherever it is scrolled to.
        for (int row = 0; row < model->rowCount(); ++row) {
            list->scrollTo(model->index(row));
            QTRY_VERIFY2(isWhole(row), qPrintable(model->bubbleAt(row).text));
        }
        const int current = table->currentIndex().row();
        const int other = model->markedRow() == 0 ? 1 : 0;
        list->scrollTo(model->index(other));
        const int number = model->numberAt(other);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(model->index(other)).center());
        QCOMPARE(messages->order().numberAt(table->currentIndex().row()), number);
        QVERIFY(table->currentIndex().row() != current);
        QCOMPARE(model->markedRow(), model->rowOf(number));
        // By keys, too: an arrow goes to another one, and only Enter selects it.
        list->setFocus();
        const int next = other == 0 ? 1 : 0;
        QTest::keyClick(list, other == 0 ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), next);
        QCOMPARE(model->markedRow(), model->rowOf(number));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(model->markedRow(), next);
        QCOMPARE(QApplication::focusWidget(), list);
    }

    void theSelectedMessageIsInViewWhateverGrowsAroundIt()
    {
        const WindowFixture fixture(700);
        auto* const list = openConversation(fixture);
        auto* const model = qobject_cast<ConversationModel*>(list->model());
        auto* const table = fixture.find<MessageTable>("messageTable");
        auto* const messages = fixture.find<MessageModel>("messageModel");
        for (const int row : {0, model->rowCount() / 2, model->rowCount() - 1}) {
            const int number = model->numberAt(row);
            table->goTo(messages->order().rowOf(number));
            QTRY_COMPARE(model->markedRow(), model->rowOf(number));
            const auto isInView = [&] {
                return list->visualRect(model->index(model->markedRow()))
                    .intersects(list->viewport()->rect());
            };
            QTRY_VERIFY(isInView());
            const auto isSettled = [&] {
                return model->takeUnread(model->markedRow(), model->markedRow()).isEmpty();
            };
            QTRY_VERIFY(isSettled());
            QVERIFY(isInView());
        }
    }

    void aScreenReaderHearsEachMessage()
    {
        const WindowFixture fixture(300);
        auto* const list = openConversation(fixture);
        QAccessibleInterface* const view = QAccessible::queryAccessibleInterface(list);
        QVERIFY(view);
        QVERIFY(view->text(QAccessible::Name).startsWith(QStringLiteral("Conversation with ")));
        QCOMPARE(view->childCount(), list->model()->rowCount());
        QCOMPARE(view->child(0)->text(QAccessible::Name),
                 list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString());
    }

    void onlyThisConversationIsAskedFor()
    {
        const WindowFixture fixture(300);
        openConversation(fixture);
        fixture.find<QTabBar>("detailsTabBar")->setCurrentIndex(0);
        auto* const button = fixture.find<QToolButton>("onlyConversationToolButton");
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!fixture.find<QLineEdit>("conversationLineEdit")->text().isEmpty());
    }

    void itLooksWell_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const char* code : {"en", "es"}) {
            QTest::addRow("%s-wide", code)
                << QString(QLatin1String(code)) << QSize(1600, 800) << Qt::LeftToRight;
            QTest::addRow("%s-narrow", code)
                << QString(QLatin1String(code)) << QSize(1100, 800) << Qt::LeftToRight;
        }
        QTest::newRow("rtl") << QStringLiteral("en") << QSize(1600, 800) << Qt::RightToLeft;
    }
    void itLooksWell()
    {
        QFETCH(QString, code);
        QFETCH(QSize, size);
        QFETCH(Qt::LayoutDirection, direction);
        QApplication::setLayoutDirection(direction);
        WindowFixture fixture(700);
        fixture.use(code);
        fixture.window->resize(size);
        auto* const list = openConversation(fixture);
        auto* const model = qobject_cast<ConversationModel*>(list->model());
        const auto isSettled = [&] {
            QCoreApplication::processEvents();
            return model->takeUnread(model->markedRow(), model->markedRow()).isEmpty();
        };
        QTRY_VERIFY(isSettled());
        QTRY_VERIFY2(clipped(*fixture.window).isEmpty(),
                     qPrintable(clipped(*fixture.window).join(QStringLiteral("; "))));
        QVERIFY(nameless(*fixture.window).isEmpty());
        // Theirs at the leading side, ours at the other.
        const QImage picture = list->viewport()->grab().toImage();
        QVERIFY(hasColour(picture, bubbleGround(true, list->palette())) ||
                hasColour(picture, bubbleGround(false, list->palette())));
        const QString name = QStringLiteral("conversation-%1").arg(QLatin1String(QTest::currentDataTag()));
        QVERIFY(takePicture(*fixture.window, name));
        use(darkPalette());
        QVERIFY(takePicture(*fixture.window, name + QStringLiteral("-dark")));
        use(lightPalette());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    Language m_language;

    static bool hasColour(const QImage& picture, const QColor& colour)
    {
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == colour) {
                    return true;
                }
            }
        }
        return false;
    }

    // Of a contact with several messages.
    static QListView* openConversation(const WindowFixture& fixture)
    {
        fixture.open();
        fixture.click("showPushButton");
        auto* const table = fixture.find<MessageTable>("messageTable");
        if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; })) {
            qFatal("no rows come");
        }
        auto* const messages = fixture.find<MessageModel>("messageModel");
        QHash<QString, int> counts;
        int best = 0;
        for (int row = 0; row < messages->rowCount(); ++row) {
            const QString contact = messages->row(row).contactId;
            if (!contact.isEmpty() && ++counts[contact] > counts.value(messages->row(best).contactId)) {
                best = row;
            }
        }
        table->goTo(best);
        fixture.find<QTabBar>("detailsTabBar")->setCurrentIndex(1);
        auto* const list = fixture.find<QListView>("conversationListView");
        if (!QTest::qWaitFor([list] { return list->isVisible() && list->model()->rowCount() > 3; })) {
            qFatal("no conversation comes: visible %d, rows %d, row %d of %d", list->isVisible(),
                   list->model()->rowCount(), table->currentIndex().row(), messages->rowCount());
        }
        return list;
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestConversation>(argc, argv);
}
#include "tst_conversation.moc"

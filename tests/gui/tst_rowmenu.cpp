// What a right click or the menu key offers for a row, and what each of it does.

#include "gui/inspection.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"
#include "gui/rowmenu.h"
#include "gui/windowfixture.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>

using namespace leadway;
using namespace leadway::test;

namespace
{

MessageTable* rowsOf(const WindowFixture& fixture)
{
    fixture.open();
    fixture.click("showPushButton");
    auto* const table = fixture.find<MessageTable>("messageTable");
    if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 10; })) {
        qFatal("no rows come");
    }
    return table;
}

RowMenu* menuOf(const WindowFixture& fixture)
{
    return fixture.find<RowMenu>("rowMenu");
}

void rightClick(MessageTable& table, int row)
{
    const QPoint at = table.visualRect(table.model()->index(row, 1)).center();
    QTest::mouseClick(table.viewport(), Qt::RightButton, {}, at);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, table.viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(table.viewport(), &event);
}

QAction* action(const WindowFixture& fixture, const char* name)
{
    auto* const found = menuOf(fixture)->findChild<QAction*>(QLatin1String(name));
    if (!found) {
        qFatal("there is no %s", name);
    }
    return found;
}

// By a click on it, as a person does.
void choose(const WindowFixture& fixture, const char* name)
{
    RowMenu* const menu = menuOf(fixture);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action(fixture, name)).center());
}

PreviewRow rowAt(const MessageTable& table, int row)
{
    return static_cast<const MessageModel*>(table.model())->row(row);
}

// The generator's message behind a row.
qint64 indexOf(const WindowFixture& fixture, const PreviewRow& row)
{
    const auto& generator = fixture.server.generator();
    for (qint64 i = 0; i < generator.count(); ++i) {
        if (generator.id(i) == row.id.toUtf8()) {
            return i;
        }
    }
    return -1;
}

// Catches the addresses that would open in a browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened.append(url); }
};

} // namespace

class TestRowMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { QSettings().clear(); }

    void opensByTheMouseOnTheRowBelowIt()
    {
        const WindowFixture fixture;
        MessageTable* const table = rowsOf(fixture);
        rightClick(*table, 3);
        QTRY_VERIFY(menuOf(fixture)->isVisible());
        QCOMPARE(table->currentIndex().row(), 3);
        QCOMPARE(table->selectedRows(), 1);
    }

    void opensByTheKeyboardForTheCurrentRow_data()
    {
        QTest::addColumn<bool>("byMenuKey");
        QTest::newRow("menu key") << true;
        QTest::newRow("Shift+F10") << false;
    }
    void opensByTheKeyboardForTheCurrentRow()
    {
        QFETCH(const bool, byMenuKey);
        const WindowFixture fixture;
        MessageTable* const table = rowsOf(fixture);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        if (byMenuKey) { // as the platform makes it of the key
            const QPoint centre = table->rect().center();
            QContextMenuEvent event(QContextMenuEvent::Keyboard, centre, table->mapToGlobal(centre));
            QCoreApplication::sendEvent(table, &event);
        } else {
            QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
        }
        QTRY_VERIFY(menuOf(fixture)->isVisible());
        QCOMPARE(table->currentIndex().row(), 1);
        const QRect rows(table->mapToGlobal(QPoint(0, 0)), table->size());
        QVERIFY(rows.contains(menuOf(fixture)->pos()));
        QTest::keyClick(menuOf(fixture), Qt::Key_Escape);
        QVERIFY(!menuOf(fixture)->isVisible());
    }

    void doesNotOpenBesideTheRows()
    {
        const WindowFixture fixture(3);
        fixture.open();
        fixture.click("showPushButton");
        auto* const table = fixture.find<MessageTable>("messageTable");
        QTRY_VERIFY(table->isVisible());
        const QPoint at(10, table->viewport()->height() - 2);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(table->viewport(), &event);
        QVERIFY(!menuOf(fixture)->isVisible());
    }

    void showsOnlyTheContact()
    {
        const WindowFixture fixture;
        MessageTable* const table = rowsOf(fixture);
        rightClick(*table, 2);
        const QString contact = rowAt(*table, 2).contactId;
        choose(fixture, "onlyContactAction");
        QCOMPARE(fixture.find<QLineEdit>("contactLineEdit")->text(), contact);
        QTRY_VERIFY(table->isVisible() && rowAt(*table, 0).contactId == contact);
    }

    void showsOnlyTheConversation()
    {
        const WindowFixture fixture;
        MessageTable* const table = rowsOf(fixture);
        rightClick(*table, 2);
        const QString conversation = QString::fromLatin1(
            fixture.server.generator().conversationId(indexOf(fixture, rowAt(*table, 2))));
        choose(fixture, "onlyConversationAction");
        auto* const field = fixture.find<QLineEdit>("conversationLineEdit");
        QTRY_COMPARE(field->text(), conversation);
        QCOMPARE(fixture.find<QToolButton>("moreFiltersToolButton")->text(),
                 QStringLiteral("More fi&lters (1)"));
        QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 0);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QCOMPARE(fixture.server.generator().conversationId(indexOf(fixture, rowAt(*table, row))),
                     conversation.toLatin1());
        }
    }

    void copiesTheWholeMessage()
    {
        const WindowFixture fixture;
        MessageTable* const table = rowsOf(fixture);
        const auto isSms = [&](int row) { return rowAt(*table, row).channel == Channel::Sms; };
        int row = 0;
        while (!isSms(row)) {
            ++row;
        }
        table->scrollTo(table->model()->index(row, 0));
        rightClick(*table, row);
        QApplication::clipboard()->clear();
        choose(fixture, "copyMessageAction");
        const std::string body =
            fixture.server.generator().expected(indexOf(fixture, rowAt(*table, row))).body;
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromStdString(body));
    }

    void copiesTheSelectedRows()
    {
        const WindowFixture fixture;
        MessageTable* const table = rowsOf(fixture);
        rightClick(*table, 1);
        QCOMPARE(action(fixture, "copyRowsAction")->text(), QStringLiteral("Copy &row"));
        choose(fixture, "copyRowsAction");
        QTRY_COMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 0);
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1Char('\t')));
        table->selectRow(0);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          table->visualRect(table->model()->index(2, 1)).center());
        rightClick(*table, 1); // within what is selected
        QCOMPARE(action(fixture, "copyRowsAction")->text(), QStringLiteral("Copy &rows"));
        choose(fixture, "copyRowsAction");
        QTRY_COMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
    }

    // The address of the CRM is known from the first link that is pasted.
    void opensTheConversationInTheCrm()
    {
        WindowFixture fixture;
        MessageTable* table = rowsOf(fixture);
        rightClick(*table, 1);
        QVERIFY(!action(fixture, "openInCrmAction")->isVisible());
        QTest::keyClick(menuOf(fixture), Qt::Key_Escape);
        const QString location = fixture.account().locationId;
        fixture.find<QLineEdit>("contactLineEdit")
            ->setText(QStringLiteral("https://app.example.com/v2/location/%1/contacts/detail/"
                                     "Wq1ZtTYQ8mJ0v5aXk2Vd")
                          .arg(location));
        Browser browser;
        rightClick(*table, 1);
        QVERIFY(action(fixture, "openInCrmAction")->isVisible());
        choose(fixture, "openInCrmAction");
        const QString conversation = QString::fromLatin1(
            fixture.server.generator().conversationId(indexOf(fixture, rowAt(*table, 1))));
        QTRY_COMPARE(browser.opened.size(), 1);
        QCOMPARE(browser.opened.constFirst(),
                 QUrl(QStringLiteral("https://app.example.com/v2/location/%1/conversations/conversations/%2")
                          .arg(location, conversation)));
        // It is kept with the account.
        const QList<Account> kept = fixture.window->accounts().all();
        QCOMPARE(kept.constFirst().crmHost, QStringLiteral("app.example.com"));
        QVERIFY(kept.constFirst().tokenSaved);
    }

    void isInOrderInBothLanguages_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("es") << QStringLiteral("es");
    }
    void isInOrderInBothLanguages()
    {
        QFETCH(const QString, code);
        WindowFixture fixture;
        MessageTable* const table = rowsOf(fixture);
        fixture.use(code);
        rightClick(*table, 1);
        QMultiMap<QString, QString> letters;
        for (const QAction* each : menuOf(fixture)->actions()) {
            if (!each->isSeparator()) {
                const QString key = QKeySequence::mnemonic(each->text()).toString();
                QVERIFY2(!key.isEmpty() && !letters.contains(key), qPrintable(each->text()));
                letters.insert(key, each->text());
            }
        }
        QCOMPARE(letters.size(), 5);
        QVERIFY(takePicture(*menuOf(fixture), QStringLiteral("row-menu-") + code));
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestRowMenu>(argc, argv);
}
#include "tst_rowmenu.moc"

#include "app/language.h"
#include "gui/colours.h"
#include "gui/detailspane.h"
#include "gui/fieldmodel.h"
#include "gui/fieldtable.h"
#include "gui/inspection.h"
#include "gui/style.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace leadway;
using namespace leadway::test;

namespace
{

constexpr const char* kNasty = "<b>x</b><img src=file:///etc/passwd>";

// JSON with apostrophes for its quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray email()
{
    return json(
        "{'id':'m1','messageType':'TYPE_EMAIL','direction':'outbound','status':'opened',"
        "'dateAdded':'2025-11-14T14:45:00.000Z','contentType':'text/html','locationId':'l1',"
        "'contactId':'c1','conversationId':'v1','subject':'Your appointment on Tuesday',"
        "'body':'<p>Dear Laura,</p><p>this is to confirm your appointment on Tuesday 18 November at "
        "10:15 with Dr Vidal.</p><p>Please bring:</p><ul><li>your card</li><li>the last report</li></ul>"
        "<p>If you cannot come, answer this e-mail or call us on 933 410 000.</p>"
        "<p>Kind regards,<br>Reception, Clínica Sol</p>',"
        "'meta':{'email':{'from':'recepcion@clinicasol.example','to':['laura.pons@example.com']}},"
        "'attachments':['https://files.example.com/a/how-to-find-us.pdf']}");
}

QByteArray call()
{
    return json("{'id':'m2','messageType':'TYPE_CALL','direction':'inbound','status':'completed',"
                "'dateAdded':'2025-11-14T15:46:00.000Z','contactId':'c1','from':'+34933410277',"
                "'meta':{'callDuration':192,'callStatus':'answered'}}");
}

// Everything that may be long is.
QByteArray crowded()
{
    const QByteArray longWord(120, 'w');
    QByteArray attachments;
    for (const char* name : {"foto.jpg", "R&D%20report.pdf", "presupuesto-2025-definitivo-v3.pdf", "b.png"}) {
        attachments += QByteArray("'https://files.example.com/") + name + "',";
    }
    return json(
        "{'id':'m3','messageType':'TYPE_EMAIL','direction':'inbound','status':'failed','source':'workflow',"
        "'dateAdded':'2025-11-12T09:00:00.000Z','contactId':'c1','conversationId':'v1',"
        "'subject':'Re: Re: Presupuesto de la reforma de la clínica y calendario de las obras',"
        "'from':'" +
        longWord +
        "@example.com','to':'a@example.com, b@example.com',"
        "'error':'The mailbox is full. The server answered: 552 5.2.2 user over quota',"
        "'body':'" +
        QByteArray("Hola, adjunto lo que falta. ").repeated(60) + "','attachments':[" + attachments +
        "'https://files.example.com/" + longWord + ".pdf','file:///etc/" + longWord + "']}");
}

QByteArray attachedTo(const QByteArray& url)
{
    return json("{'id':'a','messageType':'TYPE_SMS','attachments':['" + url + "']}");
}

struct Pane {
    explicit Pane(const QSize& size = QSize(960, 264))
    {
        language.use(QStringLiteral("en"));
        pane = std::make_unique<DetailsPane>(QTimeZone("Europe/Madrid"));
        pane->setLocale(QLocale(QStringLiteral("en_GB")));
        pane->resize(size);
        pane->show();
        pane->activateWindow();
        if (!QTest::qWaitForWindowActive(pane.get())) {
            qFatal("the window does not become active");
        }
    }

    template<class Widget>
    Widget* find(const char* name) const
    {
        auto* const found = pane->findChild<Widget*>(QLatin1String(name));
        if (!found) {
            qFatal("there is no %s", name);
        }
        return found;
    }

    // The attachments that can be clicked on.
    QList<QToolButton*> links() const
    {
        QList<QToolButton*> found;
        for (auto* button : pane->findChildren<QToolButton*>(QStringLiteral("attachmentToolButton"))) {
            if (button->isVisible()) {
                found.append(button);
            }
        }
        return found;
    }

    QStringList facts() const
    {
        QStringList values;
        for (const auto* value : pane->findChildren<WrappedText*>(QStringLiteral("factWrappedText"))) {
            values.append(value->accessibleName() + QStringLiteral(": ") + value->toPlainText());
        }
        return values;
    }

    Language language;
    std::unique_ptr<DetailsPane> pane;
};

// The parts of the message's page that lie over each other.
QStringList overlaps(const Pane& pane)
{
    const auto* const page = pane.find<QWidget>("messagePage");
    QStringList found;
    const auto parts = page->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    for (const QWidget* one : parts) {
        for (const QWidget* other : parts) {
            if (one < other && one->isVisible() && other->isVisible() &&
                one->geometry().intersects(other->geometry())) {
                found.append(one->objectName() + u' ' + other->objectName());
            }
        }
        if (one->isVisible() && !page->rect().contains(one->geometry())) {
            found.append(one->objectName());
        }
    }
    return found;
}

} // namespace

/// The details pane by itself, as the window uses it.
class TestDetailsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(); }

    void hintsWhileNothingIsSelected()
    {
        const Pane pane;
        auto* const hint = pane.find<QLabel>("nothingSelectedLabel");
        QVERIFY(hint->isVisible());
        pane.pane->showMessage(email());
        QVERIFY(!hint->isVisible());
        pane.pane->clear();
        QVERIFY(hint->isVisible());
        QVERIFY(pane.facts().isEmpty());
        QVERIFY(pane.find<QPlainTextEdit>("messageTextPlainTextEdit")->toPlainText().isEmpty());
    }

    void showsAMessage()
    {
        const Pane pane;
        pane.pane->showMessage(email());
        QCOMPARE(pane.find<WrappedText>("messageTitleWrappedText")->toPlainText(),
                 QStringLiteral("E-mail, sent"));
        QCOMPARE(pane.find<QLabel>("messageDateLabel")->text(),
                 QStringLiteral("Friday 14 November 2025, 15:45"));
        const QStringList facts = {
            QStringLiteral("To: laura.pons@example.com"),
            QStringLiteral("From: recepcion@clinicasol.example"),
            QStringLiteral("Subject: Your appointment on Tuesday"),
            QStringLiteral("Status: Opened"),
        };
        QCOMPARE(pane.facts(), facts);
        QVERIFY(pane.find<QPlainTextEdit>("messageTextPlainTextEdit")
                    ->toPlainText()
                    .startsWith(QStringLiteral("Dear Laura,\n\nthis is")));
        QCOMPARE(pane.links().size(), 1);
        QCOMPARE(pane.links()[0]->text(), QStringLiteral("how-to-find-us.pdf"));

        pane.pane->showMessage(call());
        QCOMPARE(pane.facts(),
                 (QStringList{QStringLiteral("From: +34933410277"), QStringLiteral("Status: Completed"),
                              QStringLiteral("Call: Answered, 3 min 12 s")}));
        QVERIFY(pane.links().isEmpty());
    }

    void whatLooksLikeHtmlIsShownAsItIs()
    {
        const Pane pane;
        const QByteArray text = kNasty;
        pane.pane->showMessage(json(
            "{'id':'a','messageType':'" + text + "','direction':'inbound','status':'" + text + "','from':'" +
            text + "','subject':'" + text + "','body':'" + text + "','source':'" + text + "','error':'" +
            text + "','attachments':['" + text + "','https://example.com/" + text + "']}"));
        const QString shown = QString::fromLatin1(text);
        QCOMPARE(pane.find<QPlainTextEdit>("messageTextPlainTextEdit")->toPlainText(), shown);
        QVERIFY(pane.facts().contains(QStringLiteral("Subject: ") + shown));
        QVERIFY(pane.facts().contains(QStringLiteral("Error: ") + shown));
        QVERIFY(pane.facts().contains(QStringLiteral("From: ") + shown));
        QCOMPARE(pane.find<ElidedLabel>("attachmentElidedLabel")->text(), shown);
        QVERIFY(!pane.links()[0]->toolTip().contains(QStringLiteral("<img")));
        QVERIFY(pane.links()[0]->toolTip().contains(QStringLiteral("&lt;img")));
        for (const QLabel* label : pane.pane->findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        const auto* const table = pane.find<FieldTable>("fieldTable");
        const QModelIndex value = table->model()->index(1, 1);
        QCOMPARE(value.data().toString(), shown);
        QVERIFY(!value.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
        QVERIFY(value.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;img")));
    }

    void opensAnAddressOnlyByAClick()
    {
        const Pane pane;
        const QSignalSpy opened(pane.pane.get(), &DetailsPane::linkActivated);
        pane.pane->showMessage(attachedTo("https://files.example.com/R%26D.pdf?x=%20y"));
        QCOMPARE(opened.count(), 0);
        QCOMPARE(pane.links()[0]->text(), QStringLiteral("R&&D.pdf"));
        QVERIFY(pane.links()[0]->shortcut().isEmpty());
        QTest::mouseClick(pane.links()[0], Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toUrl().toEncoded(), QByteArray("https://files.example.com/R%26D.pdf?x=%20y"));
    }

    void nothingElseCanBeClickedOn_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char* url : {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,<b>x",
                                "ftp://a.example/b", "smb://host/share", "mailto:a@example.com"}) {
            QTest::newRow(url) << QByteArray(url);
        }
    }
    void nothingElseCanBeClickedOn()
    {
        QFETCH(QByteArray, url);
        const Pane pane;
        const QSignalSpy opened(pane.pane.get(), &DetailsPane::linkActivated);
        pane.pane->showMessage(attachedTo(url));
        QVERIFY(pane.links().isEmpty());
        auto* const label = pane.find<ElidedLabel>("attachmentElidedLabel");
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), QString::fromLatin1(url));
        QTest::mouseClick(label, Qt::LeftButton);
        QCOMPARE(opened.count(), 0);
    }

    void offersWhatThereIs()
    {
        const Pane pane;
        auto* const contact = pane.find<QToolButton>("onlyContactToolButton");
        auto* const crm = pane.find<QToolButton>("openInCrmToolButton");
        const QSignalSpy asked(pane.pane.get(), &DetailsPane::onlyContactRequested);
        const QSignalSpy opened(pane.pane.get(), &DetailsPane::openInCrmRequested);
        auto* const conversation = pane.find<QToolButton>("onlyConversationToolButton");
        const QSignalSpy alone(pane.pane.get(), &DetailsPane::onlyConversationRequested);
        pane.pane->showMessage(email());
        QVERIFY(contact->isVisible());
        QVERIFY(!crm->isVisible());
        pane.pane->setCanOpenInCrm(true);
        QVERIFY(crm->isVisible());
        QVERIFY(conversation->isVisible());
        QTest::mouseClick(conversation, Qt::LeftButton);
        QCOMPARE(alone.value(0), QVariantList{QStringLiteral("v1")});
        QTest::mouseClick(contact, Qt::LeftButton);
        QTest::mouseClick(crm, Qt::LeftButton);
        QCOMPARE(asked.value(0), QVariantList{QStringLiteral("c1")});
        QCOMPARE(opened.value(0), (QVariantList{QStringLiteral("c1"), QStringLiteral("v1")}));

        pane.pane->showMessage(json("{'id':'a','messageType':'TYPE_SMS','conversationId':'v2'}"));
        QVERIFY(!contact->isVisible());
        QVERIFY(conversation->isVisible());
        QVERIFY(crm->isVisible());
        pane.pane->showMessage(json("{'id':'a','messageType':'TYPE_SMS'}"));
        QVERIFY(!contact->isVisible());
        QVERIFY(!conversation->isVisible());
        QVERIFY(!crm->isVisible());
    }

    void isClosedByItsButton()
    {
        const Pane pane;
        const QSignalSpy closed(pane.pane.get(), &DetailsPane::closeRequested);
        QTest::mouseClick(pane.find<QToolButton>("closeDetailsToolButton"), Qt::LeftButton);
        QCOMPARE(closed.count(), 1);
    }

    void controlTabChangesThePage()
    {
        const Pane pane;
        pane.pane->showMessage(email());
        auto* const table = pane.find<FieldTable>("fieldTable");
        auto* const text = pane.find<QPlainTextEdit>("messageTextPlainTextEdit");
        auto* const conversation = pane.find<QWidget>("conversationListView");
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(conversation->isVisible());
        QVERIFY(!text->isVisible());
        conversation->setFocus();
        QTest::keyClick(conversation, Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(table->isVisible());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(conversation->isVisible());
        conversation->setFocus();
        QTest::keyClick(conversation, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(text->isVisible());
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(table->isVisible());
    }

    void theTabKeyFollowsTheEye()
    {
        const Pane pane(QSize(352, 620));
        pane.pane->setCanOpenInCrm(true);
        pane.pane->showMessage(attachedTo("https://files.example.com/old.pdf"));
        pane.pane->showMessage(email());
        pane.find<QTabBar>("detailsTabBar")->setFocus();
        QStringList stops;
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            stops.append(QApplication::focusWidget()->objectName());
        }
        const QStringList expected = {
            QStringLiteral("closeDetailsToolButton"),     QStringLiteral("messageTextPlainTextEdit"),
            QStringLiteral("attachmentToolButton"),       QStringLiteral("onlyContactToolButton"),
            QStringLiteral("onlyConversationToolButton"), QStringLiteral("openInCrmToolButton"),
        };
        QCOMPARE(stops, expected);
    }

    void copiesFields()
    {
        const Pane pane;
        pane.pane->showMessage(json("{'id':'a','body':'x\\n\\ty','to':['1','2']}"));
        pane.find<QTabBar>("detailsTabBar")->setCurrentIndex(2);
        auto* const table = pane.find<FieldTable>("fieldTable");
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("x y"));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("id\ta\nbody\t\"x\n\ty\"\nto[0]\t1\nto[1]\t2"));
    }

    void putsTheTextWhereThereIsRoom()
    {
        const Pane pane;
        pane.pane->showMessage(email());
        const auto* const facts = pane.find<QScrollArea>("factsScrollArea");
        const auto* const text = pane.find<QPlainTextEdit>("messageTextPlainTextEdit");
        QTRY_VERIFY(text->x() > facts->geometry().right());
        QCOMPARE(text->y(), facts->y());
        pane.pane->resize(352, 620);
        QTRY_VERIFY(text->y() > facts->geometry().bottom());
        QCOMPARE(text->x(), facts->x());
        QVERIFY(text->height() >= 200);
    }

    void speaksTheLanguageThatIsInstalled()
    {
        Pane pane;
        pane.pane->showMessage(email());
        pane.pane->setLocale(QLocale(QStringLiteral("es_ES")));
        pane.language.use(QStringLiteral("es"));
        QCoreApplication::sendPostedEvents();
        QVERIFY(pane.facts().contains(QStringLiteral("Asunto: Your appointment on Tuesday")));
        pane.language.use(QStringLiteral("en"));
    }

    void looksInOrder_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("code");
        const std::pair<const char*, QByteArray> messages[] = {
            {"email", email()}, {"call", call()}, {"crowded", crowded()}, {"none", {}}};
        for (const auto& [name, message] : messages) {
            for (const QSize size :
                 {QSize(987, 264), QSize(595, 264), QSize(352, 620), QSize(352, 420), QSize(352, 330)}) {
                for (const char* code : {"en", "es"}) {
                    QTest::addRow("%s-%s-%dx%d", name, code, size.width(), size.height())
                        << message << size << 0 << code;
                }
            }
        }
        QTest::newRow("fields-987x264") << crowded() << QSize(987, 264) << 2 << "en";
        QTest::newRow("fields-352x620") << email() << QSize(352, 620) << 2 << "es";
    }
    void looksInOrder()
    {
        QFETCH(QByteArray, message);
        QFETCH(QSize, size);
        QFETCH(int, tab);
        QFETCH(QString, code);
        Pane pane(size);
        pane.language.use(code);
        pane.pane->setLocale(localeFor(code));
        pane.pane->setCanOpenInCrm(true);
        if (!message.isEmpty()) {
            pane.pane->showMessage(message);
        }
        pane.find<QTabBar>("detailsTabBar")->setCurrentIndex(tab);
        pane.find<QPlainTextEdit>("messageTextPlainTextEdit")->setFocus();
        QCoreApplication::sendPostedEvents();
        const QString name = QStringLiteral("details-") + QLatin1String(QTest::currentDataTag());
        takePicture(*pane.pane, name);
        use(darkPalette());
        takePicture(*pane.pane, name + QStringLiteral("-dark"));
        use(lightPalette());
        const auto isWhole = [&pane] { return clipped(*pane.pane).isEmpty(); };
        QVERIFY2(QTest::qWaitFor(isWhole, 1000), qPrintable(clipped(*pane.pane).join(QStringLiteral("; "))));
        QVERIFY2(overlaps(pane).isEmpty(), qPrintable(overlaps(pane).join(QStringLiteral("; "))));
        QVERIFY2(nameless(*pane.pane).isEmpty(), qPrintable(nameless(*pane.pane).join(QStringLiteral("; "))));
        QCOMPARE(pane.pane->size(), size);
    }
};

QTEST_MAIN(TestDetailsPane)
#include "tst_detailspane.moc"

// There is never a blank table: whatever becomes of a preview, its place says so in words.

#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"

#include <QLabel>
#include <QStackedWidget>

#include <functional>

using namespace leadway;
using namespace leadway::test;

namespace
{

using Happening = std::function<void(MessagePane&)>;

PreviewState stateWith(const std::function<void(PreviewState&)>& change)
{
    PreviewState state;
    change(state);
    return state;
}

void bringRow(MessagePane& pane)
{
    PreviewRow row;
    row.channel = Channel::Sms;
    row.text = QStringLiteral("Hola");
    row.createdAt = 1;
    pane.appendRows({row});
}

Error networkError()
{
    Error error;
    error.kind = ErrorKind::Network;
    return error;
}

} // namespace

Q_DECLARE_METATYPE(Happening)

class TestMessagePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }

    void everyStateHasItsWords_data()
    {
        QTest::addColumn<Happening>("happening");
        QTest::addColumn<QString>("page");
        const auto row = [](const char* name, const Happening& happening, const char* page) {
            QTest::newRow(name) << happening << QString(QLatin1String(page));
        };
        row(
            "nothing asked for", [](MessagePane&) {}, "emptyPage");
        row(
            "asked for", [](MessagePane& pane) { pane.begin(Qt::DescendingOrder); }, "loadingPage");
        row(
            "looking with a filter",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                pane.setState(stateWith([](PreviewState& state) {
                    state.searched = 500;
                    state.isLoading = true;
                }));
            },
            "loadingPage");
        row(
            "the first page brought none",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                pane.setState({});
            },
            "loadingPage");
        row(
            "none",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                pane.setState(stateWith([](PreviewState& state) { state.atEnd = true; }));
            },
            "noMatchPage");
        row(
            "none, and something else is chosen since",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                pane.setState(stateWith([](PreviewState& state) { state.atEnd = true; }));
                pane.setFiltersChanged(true);
            },
            "emptyPage");
        row(
            "failed",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                pane.setState(stateWith([](PreviewState& state) { state.error = networkError(); }));
            },
            "errorPage");
        row(
            "looking was given up",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                pane.setState(stateWith([](PreviewState& state) { state.searched = 500; }));
                pane.setFiltersChanged(true);
            },
            "emptyPage");
        row(
            "begun again",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                bringRow(pane);
                pane.begin(Qt::AscendingOrder);
            },
            "loadingPage");
        row(
            "closed",
            [](MessagePane& pane) {
                pane.begin(Qt::DescendingOrder);
                bringRow(pane);
                pane.clear();
            },
            "emptyPage");
    }
    void everyStateHasItsWords()
    {
        QFETCH(Happening, happening);
        QFETCH(QString, page);
        Language language;
        for (const char* code : {"en", "es"}) {
            language.use(QLatin1String(code));
            MessagePane pane(QTimeZone("Europe/Madrid"));
            pane.show();
            happening(pane);
            QWidget* const shown =
                pane.findChild<QStackedWidget*>(QStringLiteral("messagesStackedWidget"))->currentWidget();
            QCOMPARE(shown->objectName(), page);
            QString words;
            for (const QLabel* label : shown->findChildren<QLabel*>()) {
                words += label->isVisible() ? label->text() : QString();
            }
            QVERIFY(words.size() > 10);
        }
    }

    void rowsStayWhenTheRestFails()
    {
        Language language;
        language.use(QStringLiteral("en"));
        MessagePane pane(QTimeZone("Europe/Madrid"));
        pane.show();
        pane.begin(Qt::DescendingOrder);
        bringRow(pane);
        pane.setState(stateWith([](PreviewState& state) {
            state.loaded = 1;
            state.error = networkError();
        }));
        QVERIFY(pane.table().isVisible());
        auto* const news = pane.findChild<QLabel*>(QStringLiteral("newsLabel"));
        QVERIFY(news->isVisible());
        QCOMPARE(news->text(), QStringLiteral("No internet connection"));
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestMessagePane>(argc, argv);
}
#include "tst_messagepane.moc"

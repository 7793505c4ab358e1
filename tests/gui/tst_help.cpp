// The help: what its pages say, and its window.

#include "app/wording.h"
#include "gui/aboutdialog.h"
#include "gui/accounthelp.h"
#include "gui/actionbuttons.h"
#include "gui/colours.h"
#include "gui/exportdialog.h"
#include "gui/helpbrowser.h"
#include "gui/helpdesk.h"
#include "gui/helpdrawing.h"
#include "gui/helpwindow.h"
#include "gui/inspection.h"
#include "gui/jobcard.h"
#include "gui/windowfixture.h"

#include <QDesktopServices>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QTextBlock>
#include <QTextTable>
#include <QXmlStreamReader>

#include <functional>

using namespace leadway;
using namespace leadway::test;

namespace
{

const QStringList kCodes = {QStringLiteral("en"), QStringLiteral("es")};
constexpr int kErrorKindsOfHelp = static_cast<int>(ErrorKind::Storage) + 1;

QString helpFolder()
{
    return QStringLiteral(LEADWAY_SOURCE_DIR "/docs/help/");
}

// A page as it is shown.
struct HelpText {
    HelpText(HelpTopic which, const QString& language)
        : topic(which)
        , code(language)
    {
        document.setMarkdown(helpText(which, language), QTextDocument::MarkdownDialectGitHub);
    }

    template<class Look>
    void eachFragment(const Look& look) const
    {
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                look(block, part.fragment());
            }
        }
    }

    QList<int> levels() const
    {
        QList<int> found;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (const int level = block.blockFormat().headingLevel(); level > 0) {
                found.append(level);
            }
        }
        return found;
    }

    QStringList sections() const
    {
        QStringList found;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() > 0) {
                found.append(sectionName(block.text()));
            }
        }
        return found;
    }

    // What stands in bold in the text, which is what a person is to find in the window.
    QStringList quoted() const
    {
        QStringList found;
        int end = -1;
        eachFragment([&](const QTextBlock& block, const QTextFragment& fragment) {
            const QTextCursor cursor(block);
            const QTextTable* const table = cursor.currentTable();
            const bool isHead = table && table->cellAt(cursor).row() == 0;
            if (fragment.charFormat().fontWeight() < QFont::Bold || block.blockFormat().headingLevel() > 0 ||
                isHead) {
                return;
            }
            if (end == fragment.position()) {
                found.last() += fragment.text();
            } else {
                found.append(fragment.text());
            }
            end = fragment.position() + fragment.length();
        });
        return found;
    }

    HelpTopic topic;
    QString code;
    QTextDocument document;
};

QByteArray where(const HelpText& page, const QString& what)
{
    return (page.code + QLatin1Char('/') + helpKey(page.topic) + QStringLiteral(": ") + what).toUtf8();
}

template<class Look>
void eachPage(const Look& look)
{
    Language language; // for what the program puts in
    for (const QString& code : kCodes) {
        language.use(code);
        for (int topic = 0; topic < kHelpTopics; ++topic) {
            look(HelpText(static_cast<HelpTopic>(topic), code));
        }
    }
}

// A text of the window as it is read: without the marks of letters, and without a number that is put in.
QString asRead(QString text)
{
    text.remove(QLatin1Char('&'));
    static const QRegularExpression number(QStringLiteral(" \\((this is |esta es la )?%.*"));
    return text.remove(number);
}

QSet<QString> wordsOfTheWindow(const QString& code)
{
    QFile file(QStringLiteral(LEADWAY_SOURCE_DIR "/translations/leadway_es.ts"));
    if (!file.open(QFile::ReadOnly)) {
        qFatal("no translations");
    }
    QSet<QString> words;
    QXmlStreamReader reader(&file);
    const QString element =
        code == QLatin1String("en") ? QStringLiteral("source") : QStringLiteral("translation");
    while (!reader.atEnd()) {
        if (!reader.readNextStartElement() && !reader.isStartElement()) {
            continue;
        }
        if (reader.name() == element ||
            (element == QLatin1String("translation") && reader.name() == QLatin1String("numerusform"))) {
            const bool hasForms = reader.name() == QLatin1String("translation");
            QString text;
            while (!reader.atEnd()) {
                const auto token = reader.readNext();
                if (token == QXmlStreamReader::Characters) {
                    text += reader.text();
                } else if (hasForms && token == QXmlStreamReader::StartElement) {
                    text = reader.readElementText(); // a plural: its first form will do
                } else {
                    break;
                }
            }
            words.insert(asRead(text.trimmed()));
        }
    }
    return words;
}

bool isKey(const QString& word)
{
    static const QRegularExpression key(QStringLiteral(
        "^((Ctrl|Shift|Mayús|Alt)\\+)*(F\\d+|[A-Z0-9]|Esc|Tab|Alt|Enter|Intro|Menu|Menú|Space|Espacio|"
        "Left|Right|Izquierda|Derecha|Up|Arriba|Down|Abajo)$"));
    return key.match(word).hasMatch();
}

HelpWindow* shownHelp()
{
    for (QWidget* const widget : QApplication::topLevelWidgets()) {
        if (auto* const help = qobject_cast<HelpWindow*>(widget); help && help->isVisible()) {
            return help;
        }
    }
    return nullptr;
}

HelpWindow* waitForHelp()
{
    if (!QTest::qWaitFor([] { return shownHelp() && QApplication::activeWindow() == shownHelp(); })) {
        qFatal(shownHelp() ? "the help does not become active" : "no help opens");
    }
    return shownHelp();
}

HelpWindow* openHelp(const WindowFixture& fixture)
{
    QTest::keyClick(fixture.window.get(), Qt::Key_F1);
    return waitForHelp();
}

HelpBrowser* pageOf(const HelpWindow& help)
{
    return help.findChild<HelpBrowser*>(QStringLiteral("helpTextBrowser"));
}

QString textInView(const HelpBrowser& page)
{
    return page.cursorForPosition(QPoint(page.viewport()->width() / 2, 18)).block().text();
}

// What a link is to open, in the place of a browser.
class LinkCatcher : public QObject
{
    Q_OBJECT

public:
    LinkCatcher() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "take"); }
    ~LinkCatcher() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    QList<QUrl> taken;

public Q_SLOTS:
    void take(const QUrl& url) { taken.append(url); }
};

using Opener = std::function<QWidget*(WindowFixture&)>;

QWidget* failedCard(WindowFixture& fixture)
{
    fixture.open("pit-old");
    fixture.click("exportPushButton");
    fixture.click("savePushButton", fixture.waitFor<ExportDialog>());
    auto* const card = fixture.find<JobCard>("jobCard");
    if (!QTest::qWaitFor(
            [card] { return card->findChild<QWidget*>(QStringLiteral("newTokenPushButton")); })) {
        qFatal("the export does not fail");
    }
    return card->findChild<QWidget*>(QStringLiteral("newTokenPushButton"));
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        setUpApplication();
    }

    void init() { QSettings().clear(); }

    void everyPageIsThereInBothLanguagesWithTheSameHeadings()
    {
        QHash<HelpTopic, QList<int>> levels;
        eachPage([&levels](const HelpText& page) {
            const QList<int> here = page.levels();
            QVERIFY2(here.count(1) == 1 && here.constFirst() == 1,
                     where(page, QStringLiteral("its title")).constData());
            QVERIFY2(!helpTitle(page.topic, page.code).isEmpty(),
                     where(page, QStringLiteral("its title")).constData());
            if (levels.contains(page.topic)) {
                QCOMPARE(here, levels.value(page.topic));
            }
            levels.insert(page.topic, here);
        });
        QCOMPARE(levels.size(), kHelpTopics);
    }

    void noFileIsLeftOut()
    {
        for (const QString& code : kCodes) {
            QStringList names = QDir(helpFolder() + code).entryList(QDir::Files, QDir::Name);
            QStringList known;
            for (int topic = 0; topic < kHelpTopics; ++topic) {
                known.append(helpKey(static_cast<HelpTopic>(topic)) + QStringLiteral(".md"));
            }
            known.sort();
            QCOMPARE(names, known);
        }
    }

    void noLinkIsDead()
    {
        int links = 0;
        eachPage([&links](const HelpText& page) {
            page.eachFragment([&](const QTextBlock&, const QTextFragment& fragment) {
                const QString link = fragment.charFormat().anchorHref();
                if (link.isEmpty() || link.startsWith(QStringLiteral("https://"))) {
                    return;
                }
                ++links;
                const auto place = helpPlaceOf(QUrl(link).toString());
                QVERIFY2(place, where(page, link).constData());
                QVERIFY2(place->section.isEmpty() ||
                             HelpText(place->topic, page.code).sections().contains(place->section),
                         where(page, link).constData());
            });
        });
        QVERIFY(links > 40);
    }

    void noPictureIsMissing()
    {
        int pictures = 0;
        HelpBrowser browser;
        eachPage([&](const HelpText& page) {
            page.eachFragment([&](const QTextBlock&, const QTextFragment& fragment) {
                if (!fragment.charFormat().isImageFormat()) {
                    return;
                }
                ++pictures;
                const QString name = fragment.charFormat().toImageFormat().name();
                const auto drawn =
                    browser.loadResource(QTextDocument::ImageResource, QUrl(name)).value<QPixmap>();
                QVERIFY2(!drawn.isNull(), where(page, name).constData());
                // Where the pages are read in the repository.
                const QImage file(helpFolder() + page.code + QLatin1Char('/') + name);
                QVERIFY2(!file.isNull(), where(page, name).constData());
            });
        });
        QCOMPARE(pictures, 4);
        // As they lie in the repository.
        for (const auto& [name, kind] : {std::pair(QStringLiteral("address"), HelpDrawing::Kind::Address),
                                         std::pair(QStringLiteral("scope"), HelpDrawing::Kind::Scope)}) {
            HelpDrawing drawing(kind);
            drawing.resize(drawing.sizeHint());
            QVERIFY(takePicture(drawing, name));
        }
    }

    void everyControlItNamesIsInTheWindow()
    {
        for (const QString& code : kCodes) {
            const QSet<QString> words = wordsOfTheWindow(code);
            QVERIFY(words.size() > 300);
            QVERIFY(!words.contains(QStringLiteral("Make coffee")));
            int quoted = 0;
            eachPage([&](const HelpText& page) {
                if (page.code != code) {
                    return;
                }
                for (const QString& word : page.quoted()) {
                    ++quoted;
                    QVERIFY2(isKey(word) || words.contains(word), where(page, word).constData());
                }
            });
            QVERIFY(quoted > 150);
        }
    }

    void everyErrorIsExplainedInTheWindowsOwnWords()
    {
        Language language;
        for (const QString& code : kCodes) {
            language.use(code);
            const QString text = helpText(HelpTopic::Errors, code);
            const QStringList sections = HelpText(HelpTopic::Errors, code).sections();
            for (int number = 0; number < kErrorKindsOfHelp; ++number) {
                const auto kind = static_cast<ErrorKind>(number);
                Error error;
                error.kind = kind;
                QVERIFY2(sections.contains(helpPlaceOf(kind).section), qPrintable(helpPlaceOf(kind).section));
                if (kind != ErrorKind::FileInUse) { // its advice names the file
                    QVERIFY2(text.contains(asMarkdown(wording::advice(error).toDo)), qPrintable(code));
                }
                for (const Action action : remediesFor(kind)) {
                    QVERIFY(text.contains(QStringLiteral("**%1**").arg(asMarkdown(actionText(action)))));
                }
            }
        }
    }

    // Behind the window's sentence and its buttons, something more than these.
    void noErrorIsLeftWithoutItsReason()
    {
        eachPage([](const HelpText& page) {
            if (page.topic != HelpTopic::Errors) {
                return;
            }
            QTextBlock block = page.document.begin();
            for (; block.isValid(); block = block.next()) {
                if (block.blockFormat().headingLevel() != 3) {
                    continue;
                }
                int paragraphs = 0;
                for (QTextBlock next = block.next(); next.isValid() && next.blockFormat().headingLevel() == 0;
                     next = next.next()) {
                    ++paragraphs;
                }
                QVERIFY2(paragraphs == 3, where(page, block.text()).constData());
            }
        });
    }

    void nothingIsLeftToBePutIn()
    {
        eachPage([](const HelpText& page) {
            const QString text = helpText(page.topic, page.code);
            QVERIFY2(!text.contains(QStringLiteral("<!--")),
                     where(page, QStringLiteral("a comment")).constData());
            QVERIFY2(!text.contains(QStringLiteral("%1")), where(page, QStringLiteral("a gap")).constData());
        });
    }

    void everyFormatIsTold()
    {
        Language language;
        for (const QString& code : kCodes) {
            language.use(code);
            const QStringList told = HelpText(HelpTopic::Formats, code).quoted();
            for (const auto& [key, format] : kFormatKeys) {
                QVERIFY2(told.contains(wording::formatName(format)), key);
            }
        }
    }

    void everyKeyOfTheWindowIsOnThePageOfKeys()
    {
        const WindowFixture fixture;
        const QStringList told = HelpText(HelpTopic::Keys, QStringLiteral("en")).quoted();
        QStringList keys;
        for (const QAction* action : fixture.window->findChildren<QAction*>()) {
            for (const QKeySequence& key : action->shortcuts()) {
                keys.append(key.toString(QKeySequence::PortableText));
            }
        }
        for (const QShortcut* shortcut : fixture.window->findChildren<QShortcut*>()) {
            keys.append(shortcut->key().toString(QKeySequence::PortableText));
        }
        QVERIFY(keys.size() > 8);
        keys.replaceInStrings(QStringLiteral("Backtab"), QStringLiteral("Tab"));
        for (const QString& key : keys) {
            QVERIFY2(told.contains(key), qPrintable(key));
        }
    }

    void f1OpensThePageForWhereAPersonIs_data()
    {
        QTest::addColumn<Opener>("open"); // and tells where the focus is
        QTest::addColumn<HelpTopic>("topic");
        QTest::newRow("first start") << Opener([](WindowFixture& fixture) -> QWidget* {
            return fixture.find<QLineEdit>("locationLineEdit");
        }) << HelpTopic::Account;
        QTest::newRow("filters") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            return fixture.find<QWidget>("contactLineEdit");
        }) << HelpTopic::Filters;
        QTest::newRow("table") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            fixture.click("showPushButton");
            auto* const table = fixture.find<QWidget>("messageTable");
            if (!QTest::qWaitFor([table] { return table->isVisible(); })) {
                qFatal("no rows come");
            }
            return table;
        }) << HelpTopic::Messages;
        QTest::newRow("details") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            fixture.click("showPushButton");
            auto* const tabs = fixture.find<QWidget>("detailsTabBar");
            if (!QTest::qWaitFor([tabs] { return tabs->isVisible(); })) {
                qFatal("no details come");
            }
            return tabs;
        }) << HelpTopic::Messages;
        QTest::newRow("accounts") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            fixture.click("accountsToolButton");
            return fixture.waitFor<QDialog>("accountsDialog");
        }) << HelpTopic::Account;
        QTest::newRow("how to get a token") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            openAccountHelp(fixture.window.get());
            return fixture.waitFor<QDialog>("accountHelpDialog");
        }) << HelpTopic::Account;
        QTest::newRow("export") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            fixture.click("exportPushButton");
            return fixture.find<QWidget>("nameLineEdit", fixture.waitFor<ExportDialog>());
        }) << HelpTopic::Formats;
        QTest::newRow("saved exports") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            fixture.click("savedPushButton");
            return fixture.waitFor<QDialog>("savedExportsDialog");
        }) << HelpTopic::SavedExports;
        QTest::newRow("details of an export") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open();
            fixture.click("exportPushButton");
            fixture.click("savePushButton", fixture.waitFor<ExportDialog>());
            const auto details = [&fixture] {
                return fixture.window->findChild<QAbstractButton*>(QStringLiteral("detailsPushButton"));
            };
            if (!QTest::qWaitFor([&] { return details() != nullptr; }, 20000)) {
                qFatal("no details are offered");
            }
            details()->click();
            return fixture.waitFor<QDialog>("reportDialog");
        }) << HelpTopic::Completeness;
        QTest::newRow("about") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.find<QAction>("aboutAction")->trigger();
            return fixture.waitFor<AboutDialog>("aboutDialog");
        }) << HelpTopic::Privacy;
        QTest::newRow("card with an error") << Opener(failedCard) << HelpTopic::Errors;
        QTest::newRow("error in the table's place") << Opener([](WindowFixture& fixture) -> QWidget* {
            fixture.open("pit-old");
            fixture.click("showPushButton");
            auto* const page = fixture.find<QWidget>("errorPage");
            if (!QTest::qWaitFor([page] { return page->isVisible(); })) {
                qFatal("no error shows");
            }
            return page->findChild<QPushButton*>();
        }) << HelpTopic::Errors;
    }
    void f1OpensThePageForWhereAPersonIs()
    {
        QFETCH(Opener, open);
        QFETCH(HelpTopic, topic);
        WindowFixture fixture(200);
        QWidget* const place = open(fixture);
        QTRY_COMPARE(QApplication::activeWindow(), place->window());
        if (place->focusPolicy() != Qt::NoFocus) {
            place->setFocus();
        }
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : place, Qt::Key_F1);
        HelpWindow* const help = waitForHelp();
        QCOMPARE(help->topic(), topic);
        if (topic == HelpTopic::Errors) {
            QTRY_COMPARE(textInView(*pageOf(*help)), QStringLiteral("Leadway does not accept this token"));
        }
        // Also while a dialog waits, the help can be used.
        auto* const contents = help->findChild<QListWidget*>(QStringLiteral("helpContentsListWidget"));
        contents->scrollToItem(contents->item(contents->count() - 1));
        QTest::mouseClick(contents->viewport(), Qt::LeftButton, {},
                          contents->visualItemRect(contents->item(contents->count() - 1)).center());
        QCOMPARE(help->topic(), HelpTopic::Keys);
    }

    void theMenuOpensIt()
    {
        const WindowFixture fixture;
        fixture.find<QAction>("helpAction")->trigger();
        QVERIFY(waitForHelp());
    }

    void aLinkIsFollowedAndBackComesBack()
    {
        const WindowFixture fixture;
        HelpWindow* const help = openHelp(fixture);
        auto* const back = help->findChild<QPushButton*>(QStringLiteral("helpBackPushButton"));
        QVERIFY(!back->isEnabled());
        Q_EMIT pageOf(*help)->anchorClicked(QUrl(QStringLiteral("privacy.md#what-lies-where")));
        QCOMPARE(help->topic(), HelpTopic::Privacy);
        QTRY_COMPARE(textInView(*pageOf(*help)), QStringLiteral("What lies where"));
        QTest::keyClick(help, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(help->topic(), HelpTopic::Account);
        QVERIFY(!back->isEnabled());
    }

    void theKeyboardFollowsALink()
    {
        const WindowFixture fixture;
        HelpWindow* const help = openHelp(fixture);
        HelpBrowser* const page = pageOf(*help);
        QTRY_VERIFY(page->hasFocus());
        QTest::keyClick(page, Qt::Key_Tab);
        QTest::keyClick(page, Qt::Key_Return);
        QCOMPARE(help->topic(), HelpTopic::Privacy);
    }

    void onlyALinkOutOfTheHelpGoesToTheBrowser()
    {
        const WindowFixture fixture;
        HelpWindow* const help = openHelp(fixture);
        const LinkCatcher catcher;
        Q_EMIT pageOf(*help)->anchorClicked(QUrl(QStringLiteral("https://example.com/")));
        Q_EMIT pageOf(*help)->anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        Q_EMIT pageOf(*help)->anchorClicked(QUrl(QStringLiteral("keys.md")));
        QCOMPARE(catcher.taken, QList<QUrl>{QUrl(QStringLiteral("https://example.com/"))});
        QCOMPARE(help->topic(), HelpTopic::Keys);
    }

    void anotherLanguageShowsTheSameSectionAtOnce()
    {
        WindowFixture fixture;
        HelpWindow* const help = openHelp(fixture);
        Q_EMIT pageOf(*help)->anchorClicked(QUrl(QStringLiteral("privacy.md#what-lies-where")));
        fixture.use(QStringLiteral("es"));
        QTRY_COMPARE(textInView(*pageOf(*help)), QStringLiteral("Qué hay y dónde"));
        QCOMPARE(help->findChild<QListWidget*>()->currentItem()->text(),
                 QStringLiteral("Privacidad y seguridad"));
        QCOMPARE(help->windowTitle(), QStringLiteral("Ayuda – Leadway Message Exporter"));
    }

    void findsWhateverItsCapitalsAndAccents()
    {
        WindowFixture fixture;
        fixture.use(QStringLiteral("es"));
        HelpWindow* const help = openHelp(fixture);
        Q_EMIT pageOf(*help)->anchorClicked(QUrl(QStringLiteral("errors.md")));
        QTest::keyClick(help, Qt::Key_F, Qt::ControlModifier);
        auto* const field = help->findChild<QLineEdit*>(QStringLiteral("helpFindLineEdit"));
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("CONEXION segura"));
        HelpBrowser* const page = pageOf(*help);
        auto* const told = help->findChild<QLabel*>(QStringLiteral("helpFoundLabel"));
        const int count = page->found();
        QVERIFY(count >= 2);
        QCOMPARE(page->textCursor().selectedText().toLower(), QStringLiteral("conexión segura"));
        QCOMPARE(told->text(), QStringLiteral("1 de %1").arg(count));
        QTest::keyClick(help, Qt::Key_F3);
        QCOMPARE(told->text(), QStringLiteral("2 de %1").arg(count));
        QTest::keyClick(help, Qt::Key_F3, Qt::ShiftModifier);
        QTest::keyClick(help, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(told->text(), QStringLiteral("%1 de %1").arg(count));
        field->setText(QStringLiteral("zzz"));
        QCOMPARE(page->found(), 0);
        QVERIFY(!told->text().isEmpty());
        field->clear();
        QVERIFY(told->text().isEmpty());
    }

    void remembersItsSizeAndClosesWithTheProgram()
    {
        WindowFixture fixture;
        HelpWindow* help = openHelp(fixture);
        help->resize(811, 555);
        QTRY_COMPARE(help->size(), QSize(811, 555));
        QTest::keyClick(help, Qt::Key_Escape);
        QVERIFY(!shownHelp());
        QVERIFY(fixture.window->isVisible());
        fixture.restart();
        help = openHelp(fixture);
        QTRY_COMPARE(help->size(), QSize(811, 555));
        fixture.window->close();
        QVERIFY(!shownHelp());
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("topic");
        for (const QString& code : kCodes) {
            for (int topic = 0; topic < kHelpTopics; ++topic) {
                QTest::addRow("%s-%s", qPrintable(helpKey(static_cast<HelpTopic>(topic))), qPrintable(code))
                    << code << topic;
            }
        }
    }
    void nothingIsCut()
    {
        QFETCH(QString, code);
        QFETCH(int, topic);
        Language language;
        language.use(code);
        Settings settings;
        HelpWindow help(settings, language);
        help.open({static_cast<HelpTopic>(topic), {}});
        help.show();
        QVERIFY(QTest::qWaitForWindowExposed(&help));
        for (const QSize size : {QSize(960, 680), QSize(720, 400)}) {
            help.resize(size);
            QTRY_COMPARE(help.size(), size);
            HelpBrowser* const page = pageOf(help);
            QVERIFY(QTest::qWaitFor([page] { return page->horizontalScrollBar()->maximum() == 0; }, 2000));
            QVERIFY2(clipped(help).isEmpty(), qPrintable(clipped(help).join(QLatin1Char(' '))));
            QVERIFY2(nameless(help).isEmpty(), qPrintable(nameless(help).join(QLatin1Char(' '))));
            QVERIFY2(clashes(help).isEmpty(), qPrintable(clashes(help).join(QLatin1Char(' '))));
        }
        help.resize(960, 900);
        QTRY_COMPARE(help.height(), 900);
        const QString name = QStringLiteral("help-") + QLatin1String(QTest::currentDataTag());
        QVERIFY(takePicture(help, name));
        use(darkPalette());
        QVERIFY(takePicture(help, name + QStringLiteral("-dark")));
        use(lightPalette());
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestHelp>(argc, argv);
}
#include "tst_help.moc"

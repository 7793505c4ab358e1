#pragma once

#include "app/datechoice.h"
#include "app/language.h"
#include "app/log.h"
#include "gui/accessiblescrollarea.h"
#include "gui/mainwindow.h"
#include "gui/style.h"
#include "simulator/server.h"
#include "support/secretservice.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace leadway::test
{

/// A window on a server of this computer, in a home of its own. One a test function: the next one finds
/// nothing of it.
class WindowFixture
{
public:
    explicit WindowFixture(qint64 messages = 1500, simulator::Behaviour behaviour = {})
        : server(scenario(messages), std::move(behaviour))
    {
        qputenv("HOME", QFile::encodeName(home.path()));
        QDir(home.path()).mkpath(QStringLiteral("Documents"));
        language.use(QStringLiteral("en"));
        if (!server.start()) {
            qFatal("the simulator does not start");
        }
        openWindow();
    }

    /// Closes the window and opens it again, as at the next start of the program.
    void restart()
    {
        window->close();
        window.reset();
        openWindow();
    }

    void openWindow()
    {
        JobSettings settings;
        settings.spoolRoot = home.filePath(QStringLiteral("spools"));
        settings.savedRoot = home.filePath(QStringLiteral("saved"));
        settings.retry = {std::chrono::milliseconds(1), std::chrono::milliseconds(5), 3};
        window =
            std::make_unique<MainWindow>(settings, language, log, [this] { return std::optional(sample()); });
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get())) {
            qFatal("the window does not become active; is there a window manager?");
        }
    }

    /// Not kept yet.
    Account account() const
    {
        Account account;
        account.name = QStringLiteral("Clínica Sol");
        account.locationId = QString::fromLatin1(server.behaviour().locationId);
        account.connection.baseUrl = server.baseUrl();
        return account;
    }

    MainWindow::Sample sample() const
    {
        MainWindow::Sample sample{account(), Token("pit-demo")};
        sample.account.isSample = true;
        return sample;
    }

    /// Keeps the account with a token, waits for the keychain, and goes to the main page, for all time.
    void open(const QByteArray& token = "pit-demo") const
    {
        const Account kept = window->accounts().save(account(), Token(token));
        if (!QTest::qWaitFor([&] { return window->accounts().find(kept.id)->tokenSaved; })) {
            qFatal("the keychain does not take the token");
        }
        window->openAccount(kept);
        choose(DateChoice::AllTime);
    }

    /// In the form.
    void choose(DateChoice dates) const
    {
        find<QComboBox>("datesComboBox")->setCurrentIndex(static_cast<int>(dates));
    }

    /// Switches the language and waits until every widget has been told.
    void use(const QString& code)
    {
        language.use(code);
        QCoreApplication::sendPostedEvents();
    }

    template<class Widget>
    Widget* find(const char* name, QWidget* within = nullptr) const
    {
        auto* const found =
            (within ? within : window.get())->template findChild<Widget*>(QLatin1String(name));
        if (!found) {
            qFatal("there is no %s", name);
        }
        return found;
    }

    void click(const char* name, QWidget* within = nullptr) const
    {
        QTest::mouseClick(find<QAbstractButton>(name, within), Qt::LeftButton);
    }

    /// Waits for the one message box or dialog of a name.
    template<class Dialog>
    Dialog* waitFor(const char* name = "") const
    {
        const QString wanted = QLatin1String(name);
        const auto look = [&] {
            return wanted.isEmpty() ? window->findChild<Dialog*>() : window->findChild<Dialog*>(wanted);
        };
        if (!QTest::qWaitFor([&] { return look() && look()->isVisible(); })) {
            qFatal("no dialog %s opens", name);
        }
        return look();
    }

    QDir documents() const { return QDir(home.filePath(QStringLiteral("Documents"))); }
    QStringList files() const { return documents().entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir home;
    simulator::Server server;
    Language language;
    Log log{home.filePath(QStringLiteral("logs")), QStringLiteral("window")};
    std::unique_ptr<MainWindow> window;

private:
    static simulator::Scenario scenario(qint64 messages)
    {
        simulator::Scenario scenario;
        scenario.messages = messages;
        scenario.span = std::chrono::hours(24 * 28); // within the dates that are usual
        scenario.newestMsecs = QDateTime::currentMSecsSinceEpoch();
        return scenario;
    }
};

/// To be called by initTestCase: names that keep the settings of these tests apart, and our style.
inline void setUpApplication()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(QStringLiteral("Leadway"));
    QApplication::setApplicationName(QStringLiteral("Leadway test"));
    installStyle();
    installAccessibleScrollAreas();
}

/// The main function of a test of windows: with a keychain of its own, there before anything looks for one.
template<class Test>
int runWindowTest(int argc, char** argv)
{
    SecretService keychain;
    if (!keychain.start(SecretService::Kind::Unlocked)) {
        qFatal("the Secret Service or its bus does not start");
    }
    keychain.useHere();
    QApplication application(argc, argv);
    if constexpr (std::is_constructible_v<Test, SecretService&>) {
        Test test(keychain);
        return QTest::qExec(&test, argc, argv);
    } else {
        Test test;
        return QTest::qExec(&test, argc, argv);
    }
}

} // namespace leadway::test

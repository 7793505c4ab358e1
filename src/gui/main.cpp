#include "app/flatmemory.h"
#include "app/identity.h"
#include "app/log.h"
#include "app/logwords.h"
#include "app/privatememory.h"
#include "app/savedstate.h"
#include "app/settings.h"
#include "app/spoolfolder.h"
#include "gui/accessiblescrollarea.h"
#include "gui/desktoppalette.h"
#include "gui/mainwindow.h"
#include "gui/singleinstance.h"
#include "gui/startrequest.h"
#include "gui/style.h"
#include "simulator/server.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QSslSocket>

#include <memory>

namespace
{

struct Main {
    Q_DECLARE_TR_FUNCTIONS(leadway::Main)
};

// An invented account, served on this computer over real HTTP.
std::optional<leadway::MainWindow::Sample> startSample(std::unique_ptr<leadway::simulator::Server>& server)
{
    using namespace leadway::simulator;
    if (!server) {
        Scenario scenario;
        scenario.messages = 12345;
        scenario.span = std::chrono::hours(24 * 62); // whatever day it is, last month has some
        scenario.newestMsecs = QDateTime::currentMSecsSinceEpoch();
        Behaviour behaviour;
        behaviour.latency = std::chrono::milliseconds(200);
        server = std::make_unique<Server>(scenario, behaviour);
        if (!server->start()) {
            server.reset();
            return std::nullopt;
        }
    }
    leadway::Account account;
    account.name = leadway::kSampleAccountName.toString();
    account.locationId = QString::fromLatin1(server->behaviour().locationId);
    account.connection.baseUrl = server->baseUrl();
    account.isSample = true;
    return leadway::MainWindow::Sample{account, leadway::Token(server->behaviour().token)};
}

} // namespace

int main(int argc, char** argv)
{
    leadway::keepMemoryPrivate();
    leadway::keepMemoryFlat();
    leadway::StartRequest request;
    request.activation = leadway::activationOfThisStart();
    leadway::prepareDesktopPalette();
    QApplication application(argc, argv);
    leadway::setIdentity();
    QApplication::setDesktopFileName(leadway::applicationId());
    leadway::installStyle();
    leadway::installAccessibleScrollAreas();

    leadway::Language language;
    const QString chosen = leadway::Settings().language();
    language.use(chosen.isEmpty() ? leadway::Language::systemCode() : chosen);

    QCommandLineParser parser;
    parser.setApplicationDescription(Main::tr("Saves the messages of a Leadway account in a file."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  Main::tr("Open with sample data; nothing is real."));
    const QCommandLineOption baseUrl(QStringLiteral("base-url"), Main::tr("The server's address."),
                                     QStringLiteral("URL"));
    const QCommandLineOption apiVersion(QStringLiteral("api-version"), Main::tr("The API's version."),
                                        QStringLiteral("V"));
    const QCommandLineOption location(QStringLiteral("location"), Main::tr("The location's id."),
                                      QStringLiteral("ID"));
    const QCommandLineOption code(QStringLiteral("language"), Main::tr("The language: en or es."),
                                  QStringLiteral("en|es"));
    parser.addOptions({demo, baseUrl, apiVersion, location, code});
    parser.process(application);
    if (parser.isSet(code)) {
        language.use(parser.value(code));
    }

    request.wantsSample = parser.isSet(demo);
    request.locationId = parser.value(location);
    request.server = parser.value(baseUrl);
    request.apiVersion = parser.value(apiVersion);

    leadway::SingleInstance instance(leadway::usualMeetingPlace());
    const auto role = instance.begin(asLine(request));
    if (role == leadway::SingleInstance::Role::Second) {
        return 0;
    }

    std::unique_ptr<leadway::simulator::Server> server;
    leadway::JobSettings settings;
    settings.spoolRoot = leadway::defaultSpoolRoot();
    settings.savedRoot = leadway::defaultSavedRoot();
    leadway::Log log(leadway::defaultLogFolder(), QStringLiteral("window"));
    log.write(leadway::startInLog());
    if (role == leadway::SingleInstance::Role::Unanswered) {
        // Somebody who starts a program wants a window; and two of them are in nobody's way.
        log.write(QStringLiteral("another window is open and does not answer"));
    }
    leadway::MainWindow window(settings, language, log, [&server] { return startSample(server); });
    QObject::connect(&instance, &leadway::SingleInstance::asked, &window, [&window](const QByteArray& line) {
        window.meetAgain(leadway::startRequestOf(line).value_or(leadway::StartRequest()));
    });
    if (!QSslSocket::supportsSsl()) {
        window.showNotice(
            Main::tr("This computer cannot make secure connections, so only sample data works. Ask IT."));
    }
    window.show();
    window.meet(request);
    const int exitCode = QApplication::exec();
    instance.end();
    log.write(QStringLiteral("ends"));
    return exitCode;
}
